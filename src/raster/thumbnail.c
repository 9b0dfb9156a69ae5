#include "raster/thumbnail.h"

#include "raster/host.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

typedef struct {
    const guint8 *at;
    gsize left;
} Source;

static cairo_status_t
read_some(void *data, unsigned char *to, unsigned int length)
{
    Source *source = data;

    if (length > source->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, source->at, length);
    source->at += length;
    source->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

/* Averages over all pixels that fall on one: CAIRO_FILTER_GOOD does where it makes smaller. */
static cairo_surface_t *
make_smaller(cairo_surface_t *picture, guint columns, guint rows)
{
    cairo_surface_t *small =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)columns, (int)rows);
    cairo_t *cr = cairo_create(small);

    cairo_scale(cr, (double)columns / cairo_image_surface_get_width(picture),
                (double)rows / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(cr, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_flush(small);
    return small;
}

/* Cairo's pixels are premultiplied and in the byte order of the machine. */
static GBytes *
straight_pixels(cairo_surface_t *surface)
{
    guint columns = (guint)cairo_image_surface_get_width(surface);
    guint rows = (guint)cairo_image_surface_get_height(surface);
    guint8 *rgba = g_malloc((gsize)columns * rows * 4), *to = rgba;

    for (guint y = 0; y < rows; y++) {
        const guint32 *from =
            (const guint32 *)(gconstpointer)(cairo_image_surface_get_data(surface) +
                                             (gsize)y *
                                                 (gsize)cairo_image_surface_get_stride(surface));

        for (guint x = 0; x < columns; x++, to += 4) {
            guint32 pixel = from[x], a = pixel >> 24, half = a / 2;

            to[3] = (guint8)a;
            for (guint c = 0; c < 3; c++)
                to[c] = a == 0 ? 0 : (guint8)(((pixel >> (16 - 8 * c) & 0xff) * 255 + half) / a);
        }
    }
    return g_bytes_new_take(rgba, (gsize)columns * rows * 4);
}

GBytes *
raster_thumbnail(GBytes *png, guint columns, guint rows, guint *ret_columns, guint *ret_rows,
                 GError **error)
{
    gsize length;
    const guint8 *bytes = g_bytes_get_data(png, &length);
    Source source = { bytes, length };
    cairo_surface_t *picture = cairo_image_surface_create_from_png_stream(read_some, &source);
    cairo_surface_t *small;
    cairo_status_t status = cairo_surface_status(picture);
    GBytes *pixels = NULL;
    double width = cairo_image_surface_get_width(picture);
    double height = cairo_image_surface_get_height(picture), scale;

    if (status == CAIRO_STATUS_SUCCESS) {
        scale = MIN(1, MIN(columns / width, rows / height));
        columns = (guint)MAX(floor(width * scale + 0.5), 1);
        rows = (guint)MAX(floor(height * scale + 0.5), 1);
        small = make_smaller(picture, columns, rows);
        status = cairo_surface_status(small);
        if (status == CAIRO_STATUS_SUCCESS) {
            pixels = straight_pixels(small);
            *ret_columns = columns;
            *ret_rows = rows;
        }
        cairo_surface_destroy(small);
    }
    if (pixels == NULL)
        host_error_set(error, ERROR_INPUT, "the picture cannot be read: %s",
                       cairo_status_to_string(status));
    cairo_surface_destroy(picture);
    return pixels;
}
