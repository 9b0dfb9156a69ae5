#include "raster/png_writer.h"

#include <libdeflate.h>
#include <string.h>

#include "raster/deflate.h"
#include "raster/host.h"
#include "raster/png_palette.h"

#define PX_PER_METRE (96 / 0.0254)

enum { COLOR_TYPE_RGB = 2, COLOR_TYPE_PALETTE = 3, COLOR_TYPE_RGBA = 6 };
enum { FILTER_NONE = 0, FILTER_UP = 2 };

static void
put_u32(guint8 *to, guint32 value)
{
    to[0] = (guint8)(value >> 24);
    to[1] = (guint8)(value >> 16);
    to[2] = (guint8)(value >> 8);
    to[3] = (guint8)value;
}

static void
put_chunk(GByteArray *out, const char *type, const guint8 *data, gsize length)
{
    guint8 word[4];
    guint32 crc = libdeflate_crc32(0, type, 4);

    /* To libdeflate no data means: begin anew. */
    if (length > 0)
        crc = libdeflate_crc32(crc, data, length);
    put_u32(word, (guint32)length);
    g_byte_array_append(out, word, 4);
    g_byte_array_append(out, (const guint8 *)type, 4);
    if (length > 0)
        g_byte_array_append(out, data, (guint)length);
    put_u32(word, crc);
    g_byte_array_append(out, word, 4);
}

static void
put_header(GByteArray *out, const PngPicture *picture, guint8 color_type)
{
    static const guint8 signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    static const guint8 perceptual = 0;
    guint8 header[13] = { 0 };

    g_byte_array_append(out, signature, sizeof signature);
    put_u32(header, picture->width);
    put_u32(header + 4, picture->height);
    header[8] = 8; /* bits */
    header[9] = color_type;
    put_chunk(out, "IHDR", header, sizeof header);
    put_chunk(out, "sRGB", &perceptual, 1);
    if (picture->scale > 0) {
        guint8 density[9];

        put_u32(density, (guint32)(PX_PER_METRE * picture->scale + 0.5));
        put_u32(density + 4, (guint32)(PX_PER_METRE * picture->scale + 0.5));
        density[8] = 1; /* per metre */
        put_chunk(out, "pHYs", density, sizeof density);
    }
}

/* International text: keyword, not compressed, language, no translated keyword, UTF-8. */
static void
put_text(GByteArray *out, const char *keyword, const char *language, const char *text)
{
    static const guint8 uncompressed[2] = { 0, 0 };
    g_autoptr(GByteArray) data = g_byte_array_new();

    if (text == NULL || text[0] == '\0')
        return;
    g_byte_array_append(data, (const guint8 *)keyword, (guint)strlen(keyword) + 1);
    g_byte_array_append(data, uncompressed, 2);
    g_byte_array_append(data, (const guint8 *)language, (guint)strlen(language) + 1);
    g_byte_array_append(data, (const guint8 *)"", 1);
    g_byte_array_append(data, (const guint8 *)text, (guint)strlen(text));
    put_chunk(out, "iTXt", data->data, data->len);
}

static void
put_texts(GByteArray *out, const PngPicture *picture)
{
    static const char software[] = "Software\0Cartouche " CARTOUCHE_VERSION;
    const char *language = picture->language != NULL ? picture->language : "";

    if (!picture->has_texts)
        return;
    put_text(out, "Title", language, picture->title);
    put_text(out, "Description", language, picture->description);
    put_text(out, "Source", language, picture->source);
    put_text(out, "Command", "", picture->command);
    put_text(out, "Hash", "", picture->hash);
    put_chunk(out, "tEXt", (const guint8 *)software, sizeof software - 1);
}

/* The colours, and the alphas up to the last colour that is not opaque. */
static void
put_palette(GByteArray *out, const Palette *palette)
{
    guint8 colors[3 * PALETTE_MAX], alphas[PALETTE_MAX];
    guint n_alphas = 0;

    for (guint i = 0; i < palette->n; i++) {
        guint32 color = palette->colors[i];

        colors[3 * i] = (guint8)(color >> 16);
        colors[3 * i + 1] = (guint8)(color >> 8);
        colors[3 * i + 2] = (guint8)color;
        alphas[i] = (guint8)(color >> 24);
        if (alphas[i] < 255)
            n_alphas = i + 1;
    }
    put_chunk(out, "PLTE", colors, 3 * palette->n);
    if (n_alphas > 0)
        put_chunk(out, "tRNS", alphas, n_alphas);
}

static void
put_indices(guint8 *to, const guint32 *row, guint width, const Palette *palette)
{
    guint32 last = row[0];
    guint8 index = palette_index(palette, last);

    for (guint x = 0; x < width; x++) {
        if (row[x] != last) {
            last = row[x];
            index = palette_index(palette, last);
        }
        to[x] = index;
    }
}

static void
put_word(guint8 *to, guint32 value)
{
    value = GUINT32_TO_BE(value);
    memcpy(to, &value, sizeof value);
}

/* Four pixels of three bytes are three words. */
static void
put_rgb(guint8 *to, const guint32 *row, guint width)
{
    guint x = 0;

    for (; x + 4 <= width; x += 4, row += 4, to += 12) {
        put_word(to, row[0] << 8 | (row[1] >> 16 & 0xff));
        put_word(to + 4, row[1] << 16 | (row[2] >> 8 & 0xffff));
        put_word(to + 8, row[2] << 24 | (row[3] & 0xffffff));
    }
    for (; x < width; x++, row++) {
        *to++ = (guint8)(*row >> 16);
        *to++ = (guint8)(*row >> 8);
        *to++ = (guint8)*row;
    }
}

static void
put_rgba(guint8 *to, const guint32 *row, guint width)
{
    for (guint x = 0; x < width; x++)
        put_word(to + 4 * x, row[x] << 8 | row[x] >> 24);
}

/* One row of the bytes that are compressed, without its filter byte. pixels: a copy of that row of
 * the picture, as to may lie on the picture's own. */
static void
put_row(guint8 *to, const PngPicture *picture, const guint8 *pixels, const Palette *palette,
        guint32 *row)
{
    if (palette == NULL && picture->kind == PIXELS_XRGB) {
        put_rgb(to, (const guint32 *)(gconstpointer)pixels, picture->width);
        return;
    }
    straight_row(picture->kind, pixels, picture->width, row);
    if (palette != NULL)
        put_indices(to, row, picture->width, palette);
    else
        put_rgba(to, row, picture->width);
}

/* The bytes that are compressed: a filter byte and the samples, row by row from the top. A row like
 * the one above it is written as no difference; any other as it is, because a difference of ink has
 * more values than the ink. A row of to may lie on the same memory as rows of the picture up to it,
 * not on later ones; so the row before is kept as it was. */
static void
fill_samples(guint8 *to, const PngPicture *picture, const Palette *palette, gsize row_size)
{
    gsize pixels_size = (gsize)picture->width * 4;
    g_autofree guint32 *row = g_new(guint32, picture->width);
    g_autofree guint8 *last = g_malloc(pixels_size);

    for (guint y = 0; y < picture->height; y++, to += row_size + 1) {
        const guint8 *pixels = picture->pixels + y * picture->stride;
        gboolean repeats = y > 0 && memcmp(last, pixels, pixels_size) == 0;

        if (!repeats)
            memcpy(last, pixels, pixels_size);
        if (repeats)
            memset(to + 1, 0, row_size);
        else
            put_row(to + 1, picture, last, palette, row);
        to[0] = repeats ? FILTER_UP : FILTER_NONE;
    }
}

/* Where the bytes that are compressed go: a picture of three bytes a pixel fits over its own
 * pixels, which saves the kernel from handing out as much memory again. */
static guint8 *
samples_memory(const PngPicture *picture, gsize row_size, guint8 **ret_owned)
{
    if (picture->spare != NULL && row_size + 1 <= picture->stride)
        return picture->spare;
    *ret_owned = g_try_malloc((row_size + 1) * picture->height);
    return *ret_owned;
}

/* FALSE when memory is short. */
static gboolean
put_image(GByteArray *out, const PngPicture *picture, const Palette *palette, guint sample_size)
{
    gsize row_size = (gsize)picture->width * sample_size, packed_length = 0;
    g_autofree guint8 *owned = NULL, *packed = NULL;
    guint8 *samples = samples_memory(picture, row_size, &owned);

    if (samples == NULL)
        return FALSE;
    fill_samples(samples, picture, palette, row_size);
    packed = deflate_samples(samples, picture->height, row_size + 1, sample_size, &packed_length);
    if (packed == NULL || packed_length > G_MAXINT32)
        return FALSE;
    put_chunk(out, "IDAT", packed, packed_length);
    return TRUE;
}

GBytes *
png_write(const PngPicture *picture, GError **error)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    Palette found = { 0 };
    const Palette *palette = palette_find(&found, picture) ? &found : NULL;
    gboolean alpha = picture->kind != PIXELS_XRGB;
    guint sample_size = palette != NULL ? 1 : alpha ? 4 : 3;
    guint8 color_type = palette != NULL ? COLOR_TYPE_PALETTE
                        : alpha         ? COLOR_TYPE_RGBA
                                        : COLOR_TYPE_RGB;

    put_header(out, picture, color_type);
    if (palette != NULL)
        put_palette(out, palette);
    put_texts(out, picture);
    if (!put_image(out, picture, palette, sample_size)) {
        host_error_set(error, ERROR_LIMIT,
                       "no memory for a picture of %u x %u pixels; see --max-pixels",
                       picture->width, picture->height);
        return NULL;
    }
    put_chunk(out, "IEND", NULL, 0);
    return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}
