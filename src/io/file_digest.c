#include "io/file_digest.h"

#include "base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define BLOCK ((gsize)256 * 1024)

/* In blocks, so that a large file is never in memory. FALSE: errno says why. */
static gboolean
digest_add(Sha256 *sha, int fd)
{
    g_autofree char *block = g_malloc(BLOCK);
    gssize got;

    while ((got = read(fd, block, BLOCK)) != 0) {
        if (got < 0 && errno != EINTR)
            return FALSE;
        if (got > 0)
            sha256_update(sha, block, (gsize)got);
    }
    return TRUE;
}

static gpointer
digest_read(gconstpointer request, Report *report, GError **error)
{
    const char *path = request;
    g_autoptr(Sha256) sha = sha256_new();
    int fd = open(path, O_RDONLY | O_CLOEXEC), problem = errno;
    gboolean read_all = fd >= 0 && digest_add(sha, fd);

    (void)report;
    problem = fd >= 0 ? errno : problem;
    if (fd >= 0)
        close(fd);
    if (read_all)
        return sha256_finish(sha);
    error_set(error, ERROR_INPUT, (Where){ .file = path }, "the file cannot be read again: %s",
              g_strerror(problem));
    return NULL;
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
