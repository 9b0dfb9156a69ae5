#include "raster/png.h"

#include "raster/host.h"
#include "raster/painter.h"
#include "raster/pixel_memory.h"
#include "raster/png_writer.h"

#define DEFAULT_MAX_PIXELS G_GUINT64_CONSTANT(256000000)

/* Above this scale a pixel is too small for hinting to help. */
#define HINTED_BELOW_SCALE 2

static gboolean
picture_size(const Scene *scene, const OutputOptions *options, guint *ret_width, guint *ret_height,
             GError **error)
{
    double width = floor(scene->size.width * options->scale + 0.5);
    double height = floor(scene->size.height * options->scale + 0.5);
    guint64 max_pixels = options->max_pixels > 0 ? options->max_pixels : DEFAULT_MAX_PIXELS;

    if (!(width >= 1 && height >= 1)) {
        host_error_set(error, ERROR_LIMIT, "the picture would have no pixels; see --scale");
        return FALSE;
    }
    if (width > PNG_MAX_SIDE || height > PNG_MAX_SIDE) {
        host_error_set(error, ERROR_LIMIT,
                       "the picture would be wider or higher than %d pixels; see --scale and "
                       "--max-pixels",
                       PNG_MAX_SIDE);
        return FALSE;
    }
    if (width * height > (double)max_pixels) {
        host_error_set(error, ERROR_LIMIT,
                       "the picture would have %u x %u pixels, more than %" G_GUINT64_FORMAT
                       "; see --max-pixels",
                       (guint)width, (guint)height, max_pixels);
        return FALSE;
    }
    *ret_width = (guint)width;
    *ret_height = (guint)height;
    return TRUE;
}

static gboolean
paint(cairo_surface_t *surface, const Scene *scene, double scale, cairo_status_t *ret_status,
      GError **error)
{
    cairo_t *cr = cairo_create(surface);
    TextLook look = { .as_text = FALSE, .hinted = scale < HINTED_BELOW_SCALE };
    cairo_status_t status;
    gboolean painted;

    cairo_scale(cr, scale, scale);
    painted = painter_paint(cr, scene, look, error);
    status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    *ret_status = status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status(surface);
    return painted;
}

static GBytes *
encode(cairo_surface_t *surface, const Scene *scene, const OutputOptions *options, GError **error)
{
    gboolean opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24;
    PngPicture picture = {
        .kind = opaque ? PIXELS_XRGB : PIXELS_ARGB,
        .pixels = cairo_image_surface_get_data(surface),
        .stride = (gsize)cairo_image_surface_get_stride(surface),
        .width = (guint)cairo_image_surface_get_width(surface),
        .height = (guint)cairo_image_surface_get_height(surface),
        .spare = cairo_image_surface_get_data(surface),
        .scale = options->scale,
        .has_texts = options->metadata,
        .title = scene->title,
        .description = scene->description,
        .source = scene->source,
        .language = scene->language,
        .command = options->command,
        .hash = options->hash,
    };

    return png_write(&picture, error);
}

/* Its pixels are to be freed after it. NULL: no memory. */
static cairo_surface_t *
surface_new(cairo_format_t format, guint width, guint height, PixelMemory *memory)
{
    int stride = cairo_format_stride_for_width(format, (int)width);

    /* An opaque background is painted over all of it. */
    if (stride < 0 ||
        !pixel_memory_take(memory, (gsize)stride * height, format != CAIRO_FORMAT_RGB24))
        return NULL;
    return cairo_image_surface_create_for_data(memory->pixels, format, (int)width, (int)height,
                                               stride);
}

GBytes *
raster_write_png(const Scene *scene, const OutputOptions *options, GError **error)
{
    gboolean opaque = scene->background.a == 255;
    cairo_surface_t *surface;
    cairo_status_t status = CAIRO_STATUS_NO_MEMORY;
    PixelMemory memory;
    gboolean painted = TRUE;
    GBytes *bytes = NULL;
    guint width, height;

    if (!picture_size(scene, options, &width, &height, error))
        return NULL;
    surface =
        surface_new(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height, &memory);
    if (surface != NULL)
        painted = paint(surface, scene, options->scale, &status, error);
    if (painted && status == CAIRO_STATUS_SUCCESS)
        bytes = encode(surface, scene, options, error);
    else if (painted)
        host_error_set(error, status == CAIRO_STATUS_NO_MEMORY ? ERROR_LIMIT : ERROR_OUTPUT,
                       "the picture of %u x %u pixels could not be painted: %s; see --max-pixels",
                       width, height, cairo_status_to_string(status));
    if (surface != NULL) {
        cairo_surface_destroy(surface);
        pixel_memory_free(&memory);
    }
    return bytes;
}

GBytes *
raster_encode_png(const guint8 *rgba, guint columns, guint rows, GError **error)
{
    PngPicture picture = {
        .kind = PIXELS_RGBA,
        .pixels = rgba,
        .stride = (gsize)columns * 4,
        .width = columns,
        .height = rows,
    };

    if (columns == 0 || rows == 0 || columns > PNG_MAX_SIDE || rows > PNG_MAX_SIDE) {
        host_error_set(error, ERROR_LIMIT,
                       "an image of %u x %u pixels cannot be written; each side is 1 to %d",
                       columns, rows, PNG_MAX_SIDE);
        return NULL;
    }
    return png_write(&picture, error);
}
