#include "raster/png_writer.h"

#include <libdeflate.h>
#include <string.h>

#include "raster/host.h"
#include "raster/png_palette.h"

#define COMPRESSION_LEVEL 6
#define PX_PER_METRE (96 / 0.0254)

/* Rows looked at to choose the filter: one in so many. */
#define FILTER_SAMPLE 4

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

/* Which filter suits the picture: against the row above when pixels change less often downwards
 * than along the row (bars, areas), none otherwise (lines). */
static guint8
choose_filter(const PngPicture *picture)
{
    const gsize size = 4;
    guint64 along = 0, down = 0;

    for (guint y = 1; y < picture->height; y += FILTER_SAMPLE) {
        const guint8 *row = picture->pixels + y * picture->stride;
        const guint8 *above = row - picture->stride;

        for (guint x = 1; x < picture->width; x++) {
            along += memcmp(row + x * size, row + (x - 1) * size, size) != 0;
            down += memcmp(row + x * size, above + x * size, size) != 0;
        }
    }
    return down < along ? FILTER_UP : FILTER_NONE;
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
put_colors(guint8 *to, const guint32 *row, guint width, gboolean alpha)
{
    for (guint x = 0; x < width; x++) {
        *to++ = (guint8)(row[x] >> 16);
        *to++ = (guint8)(row[x] >> 8);
        *to++ = (guint8)row[x];
        if (alpha)
            *to++ = (guint8)(row[x] >> 24);
    }
}

/* One row of the bytes that are compressed, without its filter byte. */
static void
put_row(guint8 *to, const PngPicture *picture, guint y, const Palette *palette, guint32 *row)
{
    picture_row(picture, y, row);
    if (palette != NULL)
        put_indices(to, row, picture->width, palette);
    else
        put_colors(to, row, picture->width, picture->kind != PIXELS_XRGB);
}

/* The bytes that are compressed: a filter byte and the samples, row by row from the top. A row of
 * to may lie on the same memory as rows of the picture up to it, not on later ones; so the row
 * before is kept, as it was and as it became. */
static void
fill_samples(guint8 *to, const PngPicture *picture, const Palette *palette, gsize row_size)
{
    gsize pixels_size = (gsize)picture->width * 4;
    guint8 filter = palette != NULL ? FILTER_NONE : choose_filter(picture);
    g_autofree guint32 *row = g_new(guint32, picture->width);
    g_autofree guint8 *last = g_malloc(pixels_size);
    g_autofree guint8 *rows = g_malloc0(2 * row_size);
    guint8 *above = rows, *here = rows + row_size;

    for (guint y = 0; y < picture->height; y++, to += row_size + 1) {
        const guint8 *pixels = picture->pixels + y * picture->stride;
        guint8 *swap = above;

        if (y == 0 || memcmp(last, pixels, pixels_size) != 0) {
            memcpy(last, pixels, pixels_size);
            put_row(here, picture, y, palette, row);
        } else {
            memcpy(here, above, row_size);
        }
        to[0] = filter;
        if (filter == FILTER_NONE)
            memcpy(to + 1, here, row_size);
        else
            for (gsize i = 0; i < row_size; i++)
                to[1 + i] = (guint8)(here[i] - above[i]);
        above = here;
        here = swap;
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
put_image(GByteArray *out, const PngPicture *picture, const Palette *palette, gsize row_size)
{
    gsize length = (row_size + 1) * picture->height;
    g_autofree guint8 *owned = NULL;
    guint8 *samples = samples_memory(picture, row_size, &owned);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(COMPRESSION_LEVEL);
    gsize bound = libdeflate_zlib_compress_bound(compressor, length);
    g_autofree guint8 *packed = g_try_malloc(bound);
    gsize packed_length = 0;

    if (samples != NULL && packed != NULL && compressor != NULL) {
        fill_samples(samples, picture, palette, row_size);
        packed_length = libdeflate_zlib_compress(compressor, samples, length, packed, bound);
    }
    libdeflate_free_compressor(compressor);
    if (packed_length == 0 || packed_length > G_MAXINT32)
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
    gsize sample_size = palette != NULL ? 1 : alpha ? 4 : 3;
    guint8 color_type = palette != NULL ? COLOR_TYPE_PALETTE
                        : alpha         ? COLOR_TYPE_RGBA
                                        : COLOR_TYPE_RGB;

    put_header(out, picture, color_type);
    if (palette != NULL)
        put_palette(out, palette);
    put_texts(out, picture);
    if (!put_image(out, picture, palette, picture->width * sample_size)) {
        host_error_set(error, ERROR_LIMIT,
                       "no memory for a picture of %u x %u pixels; see --max-pixels",
                       picture->width, picture->height);
        return NULL;
    }
    put_chunk(out, "IEND", NULL, 0);
    return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}
