#include "io/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK 65536

static gboolean
fail(const char *file, const char *text, GError **error)
{
    error_set(error, ERROR_INPUT, (Where){ .file = file }, "%s", text);
    return FALSE;
}

static gboolean
read_fd(const char *file, int fd, guint64 max_bytes, const char *advice, GByteArray *bytes,
        GError **error)
{
    guint8 block[BLOCK];
    gssize n;

    while ((n = read(fd, block, sizeof block)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            error_set(error, ERROR_INPUT, (Where){ .file = file }, "the file cannot be read: %s",
                      g_strerror(errno));
            return FALSE;
        }
        if (bytes->len + (guint64)n > MIN(max_bytes, G_MAXUINT - BLOCK)) {
            error_set(error, ERROR_LIMIT, (Where){ .file = file },
                      "the file has more than %" G_GUINT64_FORMAT " bytes; %s",
                      MIN(max_bytes, G_MAXUINT - BLOCK), advice);
            return FALSE;
        }
        g_byte_array_append(bytes, block, (guint)n);
    }
    return TRUE;
}

static gboolean
check_kind(const char *file, int fd, GError **error)
{
    struct stat status;

    if (fstat(fd, &status) != 0)
        return TRUE; /* the reading will tell */
    if (S_ISDIR(status.st_mode))
        return fail(file, "this is a folder, not a file", error);
    if (S_ISBLK(status.st_mode) || S_ISCHR(status.st_mode))
        return fail(file, "this is a device, not a file", error);
    return TRUE;
}

GBytes *
whole_file_read(const char *file, guint64 max_bytes, const char *advice, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    gboolean done;

    if (fd < 0) {
        error_set(error, ERROR_INPUT, (Where){ .file = file }, "the file cannot be opened: %s",
                  g_strerror(errno));
        return NULL;
    }
    done = check_kind(file, fd, error) && read_fd(file, fd, max_bytes, advice, bytes, error);
    close(fd);
    return done ? g_byte_array_free_to_bytes(g_steal_pointer(&bytes)) : NULL;
}
