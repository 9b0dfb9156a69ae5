#include "io/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK 65536

static gboolean
text_file_fail(const char *file, GError **error)
{
    error_set(error, ERROR_INPUT, (Where){ .file = file }, "the file cannot be read: %s",
              g_strerror(errno));
    return FALSE;
}

static gboolean
text_file_read_fd(const char *file, int fd, GByteArray *bytes, GError **error)
{
    guint8 block[BLOCK];
    gssize n;

    while ((n = read(fd, block, sizeof block)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return text_file_fail(file, error);
        if (bytes->len + (gsize)n > TEXT_FILE_MAX) {
            error_set(error, ERROR_LIMIT, (Where){ .file = file },
                      "the file has more than %u bytes, too many for settings", TEXT_FILE_MAX);
            return FALSE;
        }
        g_byte_array_append(bytes, block, (guint)n);
    }
    return TRUE;
}

char *
text_file_read(const char *file, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    struct stat status;
    gboolean done;

    if (fd < 0) {
        error_set(error, ERROR_INPUT, (Where){ .file = file }, "the file cannot be opened: %s",
                  g_strerror(errno));
        return NULL;
    }
    if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        error_set(error, ERROR_INPUT, (Where){ .file = file }, "this is a folder, not a file");
        done = FALSE;
    } else {
        done = text_file_read_fd(file, fd, bytes, error);
    }
    close(fd);
    return done ? text_file_check(file, (const char *)bytes->data, bytes->len, error) : NULL;
}

static guint
count_lines(const char *bytes, gsize length)
{
    guint lines = 1;

    for (gsize i = 0; i < length; i++)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n')))
            lines++;
    return lines;
}

char *
text_file_check(const char *name, const char *bytes, gsize length, GError **error)
{
    const char *bad = bytes;

    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (length > 0 && !g_utf8_validate(bytes, (gssize)length, &bad)) {
        Where where = { .file = name, .line = count_lines(bytes, (gsize)(bad - bytes)) };

        error_set(error, ERROR_USAGE, where, "byte %02X is not UTF-8 text", (guint8)*bad);
        return NULL;
    }
    /* No bytes at all may be no pointer. */
    return length == 0 ? g_strdup("") : g_strndup(bytes, length);
}

char *
text_file_next_line(char **rest)
{
    char *line = *rest, *end = line + strcspn(line, "\r\n");

    if (*line == '\0')
        return NULL;
    *rest = end + (*end == '\0' ? 0 : end[0] == '\r' && end[1] == '\n' ? 2 : 1);
    *end = '\0';
    return line;
}
