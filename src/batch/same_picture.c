#include "batch/same_picture.h"

#include "io/png_text.h"

#include <string.h>

/* A signature of a PNG, and what stands around the data of a chunk. */
#define PNG_HEAD 8
#define CHUNK_FRAME 12

typedef struct {
    const char *at, *end;
} Bytes;

static Bytes
bytes_of(GBytes *from)
{
    gsize length;
    const char *data = g_bytes_get_data(from, &length);

    return (Bytes){ data, data + length };
}

/* ---- PNG ---- */

/* Cuts off the next chunk that is no text; an empty one: there is no more. What is no chunk is
 * compared as it is. */
static Bytes
png_next(Bytes *rest)
{
    while (rest->end - rest->at >= CHUNK_FRAME) {
        const guint8 *head = (const guint8 *)rest->at;
        gsize length = (gsize)head[0] << 24 | (gsize)head[1] << 16 | (gsize)head[2] << 8 | head[3];
        Bytes chunk = { rest->at, rest->end };
        gboolean is_text = memcmp(head + 4, "iTXt", 4) == 0 || memcmp(head + 4, "tEXt", 4) == 0 ||
                           memcmp(head + 4, "zTXt", 4) == 0;

        if (length <= (gsize)(rest->end - rest->at) - CHUNK_FRAME)
            chunk.end = rest->at + CHUNK_FRAME + length;
        rest->at = chunk.end;
        if (!is_text)
            return chunk;
    }
    return (Bytes){ rest->at, rest->end };
}

static gboolean
is_equal(Bytes a, Bytes b)
{
    return a.end - a.at == b.end - b.at &&
           (a.end == a.at || memcmp(a.at, b.at, (gsize)(a.end - a.at)) == 0);
}

static gboolean
png_same(Bytes a, Bytes b)
{
    a.at += PNG_HEAD;
    b.at += PNG_HEAD;
    for (;;) {
        Bytes from_a = png_next(&a), from_b = png_next(&b);

        if (!is_equal(from_a, from_b))
            return FALSE;
        if (from_a.at == from_a.end || (a.at == a.end && b.at == b.end))
            return a.at == a.end && b.at == b.end;
    }
}

/* ---- SVG ---- */

/* The end of a value that begins at text, behind its closing quote. */
static const char *
value_end(const char *text, const char *end)
{
    const char *quote = memchr(text, '"', (gsize)(end - text));

    return quote != NULL ? quote + 1 : end;
}

/* The file without what its root says of how it was made. */
static GString *
svg_shown(Bytes svg)
{
    static const char *const silent[] = { " data-command=\"", " data-hash=\"" };
    const char *tag = g_strstr_len(svg.at, svg.end - svg.at, "<svg");
    GString *shown = g_string_new_len(svg.at, tag != NULL ? tag - svg.at : svg.end - svg.at);

    for (const char *p = tag; p != NULL && p < svg.end;) {
        gsize skip = 0;

        for (guint i = 0; i < G_N_ELEMENTS(silent); i++) {
            gsize length = strlen(silent[i]);

            if ((gsize)(svg.end - p) >= length && memcmp(p, silent[i], length) == 0)
                skip = (gsize)(value_end(p + length, svg.end) - p);
        }
        if (skip == 0 && *p == '>') {
            g_string_append_len(shown, p, svg.end - p);
            break;
        }
        if (skip == 0 && *p == '"') {
            const char *end = value_end(p + 1, svg.end);

            g_string_append_len(shown, p, end - p);
            p = end;
        } else if (skip == 0) {
            g_string_append_c(shown, *p++);
        }
        p += skip;
    }
    return shown;
}

static gboolean
svg_same(Bytes a, Bytes b)
{
    g_autoptr(GString) from_a = svg_shown(a);
    g_autoptr(GString) from_b = svg_shown(b);

    return g_string_equal(from_a, from_b);
}

static gboolean
is_pdf(Bytes bytes)
{
    return bytes.end - bytes.at >= 5 && memcmp(bytes.at, "%PDF-", 5) == 0;
}

gboolean
same_picture(GBytes *a, GBytes *b)
{
    Bytes from_a = bytes_of(a), from_b = bytes_of(b);
    gboolean png = png_is(from_a.at, (gsize)(from_a.end - from_a.at));

    if (is_equal(from_a, from_b))
        return TRUE;
    if (png != png_is(from_b.at, (gsize)(from_b.end - from_b.at)) || is_pdf(from_a) ||
        is_pdf(from_b))
        return FALSE;
    return png ? png_same(from_a, from_b) : svg_same(from_a, from_b);
}
