#include "raster/png_palette.h"

#include <string.h>

static guint32
straight(guint32 premultiplied)
{
    guint32 a = premultiplied >> 24;
    guint32 r = premultiplied >> 16 & 0xff, g = premultiplied >> 8 & 0xff, b = premultiplied & 0xff;

    if (a == 0)
        return 0;
    if (a == 255)
        return premultiplied;
    r = MIN(255, (r * 255 + a / 2) / a);
    g = MIN(255, (g * 255 + a / 2) / a);
    b = MIN(255, (b * 255 + a / 2) / a);
    return a << 24 | r << 16 | g << 8 | b;
}

void
straight_row(PixelKind kind, const guint8 *pixels, guint width, guint32 *ret_row)
{
    const guint32 *words = (const guint32 *)(gconstpointer)pixels;

    switch (kind) {
    case PIXELS_XRGB:
        for (guint x = 0; x < width; x++)
            ret_row[x] = words[x] | 0xff000000u;
        break;
    case PIXELS_ARGB:
        for (guint x = 0; x < width; x++)
            ret_row[x] = straight(words[x]);
        break;
    case PIXELS_RGBA:
        for (guint x = 0; x < width; x++, pixels += 4)
            ret_row[x] = (guint32)pixels[3] << 24 | (guint32)pixels[0] << 16 |
                         (guint32)pixels[1] << 8 | pixels[2];
        break;
    }
}

/* Equal to the row above it; y may be 0. */
static gboolean
picture_row_repeats(const PngPicture *picture, guint y)
{
    const guint8 *row = picture->pixels + y * picture->stride;

    return y > 0 && memcmp(row, row - picture->stride, (gsize)picture->width * 4) == 0;
}

/* The slot that holds color, or the free one where it belongs. */
static guint
find_slot(const Palette *palette, guint32 color)
{
    guint slot = (color * 2654435761u) >> 22; /* Knuth's multiplicative hash to 10 bits */

    while (palette->slots[slot] != 0 && palette->colors[palette->slots[slot] - 1] != color)
        slot = (slot + 1) % PALETTE_SLOTS;
    return slot;
}

static gboolean
add_color(Palette *palette, guint32 color)
{
    guint slot = find_slot(palette, color);

    if (palette->slots[slot] != 0)
        return TRUE;
    if (palette->n == PALETTE_MAX)
        return FALSE;
    palette->colors[palette->n++] = color;
    palette->slots[slot] = (guint16)palette->n;
    return TRUE;
}

gboolean
palette_find(Palette *palette, const PngPicture *picture)
{
    g_autofree guint32 *row = g_new(guint32, picture->width);

    memset(palette, 0, sizeof *palette);
    for (guint y = 0; y < picture->height; y++) {
        if (picture_row_repeats(picture, y))
            continue;
        straight_row(picture->kind, picture->pixels + y * picture->stride, picture->width, row);
        for (guint x = 0; x < picture->width; x++)
            if ((x == 0 || row[x] != row[x - 1]) && !add_color(palette, row[x]))
                return FALSE;
    }
    return TRUE;
}

guint8
palette_index(const Palette *palette, guint32 color)
{
    return (guint8)(palette->slots[find_slot(palette, color)] - 1);
}
