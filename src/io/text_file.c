#include "io/text_file.h"

#include "io/whole_file.h"

#include <string.h>

char *
text_file_read(const char *file, GError **error)
{
    g_autoptr(GBytes) bytes =
        whole_file_read(file, TEXT_FILE_MAX, "that is too many for settings", error);
    const char *text;
    gsize length;

    if (bytes == NULL)
        return NULL;
    text = g_bytes_get_data(bytes, &length);
    return text_file_check(file, text, length, error);
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
