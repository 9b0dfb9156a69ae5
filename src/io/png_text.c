#include "io/png_text.h"

#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_LENGTH 8

gboolean
png_is(gconstpointer bytes, gsize length)
{
    return length >= SIGNATURE_LENGTH && memcmp(bytes, SIGNATURE, SIGNATURE_LENGTH) == 0;
}

static guint32
read_u32(const guint8 *bytes)
{
    return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

gboolean
png_size(gconstpointer bytes, gsize length, guint32 *ret_width, guint32 *ret_height)
{
    const guint8 *header = (const guint8 *)bytes + SIGNATURE_LENGTH;

    /* The first chunk: length, name, width, height. */
    if (!png_is(bytes, length) || length < 24 || memcmp(header + 4, "IHDR", 4) != 0 ||
        read_u32(header + 8) == 0 || read_u32(header + 12) == 0)
        return FALSE;
    *ret_width = read_u32(header + 8);
    *ret_height = read_u32(header + 12);
    return TRUE;
}

/* The text of a chunk "keyword\0 0 0 language\0 translated\0 text"; NULL: another keyword. */
static char *
chunk_text(const guint8 *data, gsize length, const char *keyword)
{
    gsize at = strlen(keyword) + 1;
    guint ends = 0;

    if (length < at + 2 || memcmp(data, keyword, at) != 0 || data[at] != 0)
        return NULL;
    for (at += 2; at < length && ends < 2; at++)
        ends += data[at] == 0;
    return g_strndup((const char *)data + at, length - at);
}

char *
png_text(gconstpointer bytes, gsize length, const char *keyword)
{
    const guint8 *data = bytes;

    if (!png_is(bytes, length))
        return NULL;
    for (gsize at = SIGNATURE_LENGTH; length - at >= 12;) {
        guint32 size = read_u32(data + at);
        char *text;

        if (size > length - at - 12)
            return NULL;
        if (memcmp(data + at + 4, "iTXt", 4) == 0 &&
            (text = chunk_text(data + at + 8, size, keyword)) != NULL)
            return text;
        at += (gsize)size + 12;
    }
    return NULL;
}
