#include "io/file_digest.h"

static gpointer
digest_read(gconstpointer request, Report *report, GError **error)
{
    const char *path = request;
    g_autoptr(GError) inner = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &inner);
    g_autoptr(GBytes) bytes = NULL;

    (void)report;
    if (file == NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = path }, "the file cannot be read again: %s",
                  inner->message);
        return NULL;
    }
    bytes = g_mapped_file_get_bytes(file);
    return g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
}

static gpointer
digest_share(gpointer digest)
{
    return g_strdup(digest);
}

char *
file_digest(Shelf *shelf, const char *file, GError **error)
{
    static const ShelfKind kind = { "digest", digest_read, digest_share, g_free };

    return shelf_get(shelf, &kind, file, "", file, NULL, error);
}
