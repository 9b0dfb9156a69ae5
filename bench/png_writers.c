// png_writers RUNS FILE.png…: the same pixels through cairo's writer and through our own; bytes,
// and the least time of the runs, added up over the files.
#include "raster/host.h"
#include "raster/png_writer.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>

/* Nothing is shaped here. */
static const RasterHost host = { error_set, NULL };

typedef struct {
    gsize bytes;
    double ms;
} Cost;

static cairo_status_t
count(void *closure, const unsigned char *bytes, unsigned int length)
{
    (void)bytes;
    *(gsize *)closure += length;
    return CAIRO_STATUS_SUCCESS;
}

static gsize
write_cairo(cairo_surface_t *surface)
{
    gsize length = 0;

    return cairo_surface_write_to_png_stream(surface, count, &length) == CAIRO_STATUS_SUCCESS
               ? length
               : 0;
}

static gsize
write_own(cairo_surface_t *surface)
{
    PngPicture picture = {
        .kind = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24 ? PIXELS_XRGB
                                                                              : PIXELS_ARGB,
        .pixels = cairo_image_surface_get_data(surface),
        .stride = (gsize)cairo_image_surface_get_stride(surface),
        .width = (guint)cairo_image_surface_get_width(surface),
        .height = (guint)cairo_image_surface_get_height(surface),
    };
    g_autoptr(GBytes) bytes = png_write(&picture, NULL);

    return bytes != NULL ? g_bytes_get_size(bytes) : 0;
}

static void
measure(cairo_surface_t *surface, int runs, gsize (*write)(cairo_surface_t *), Cost *total)
{
    gint64 least = G_MAXINT64;
    gsize bytes = 0;

    for (int i = 0; i < runs; i++) {
        gint64 start = g_get_monotonic_time();

        bytes = write(surface);
        least = MIN(least, g_get_monotonic_time() - start);
    }
    if (bytes == 0) {
        fprintf(stderr, "png_writers: a picture could not be written\n");
        exit(EXIT_FAILURE);
    }
    total->bytes += bytes;
    total->ms += (double)least / 1000;
}

int
main(int argc, char **argv)
{
    const int runs = argc > 2 ? atoi(argv[1]) : 0;
    Cost cairo = { 0 }, own = { 0 };

    if (runs < 1) {
        fprintf(stderr, "usage: png_writers RUNS FILE.png...\n");
        return 2;
    }
    host_connect(&host);
    for (int i = 2; i < argc; i++) {
        cairo_surface_t *surface = cairo_image_surface_create_from_png(argv[i]);

        if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
            fprintf(stderr, "png_writers: %s cannot be read\n", argv[i]);
            return EXIT_FAILURE;
        }
        measure(surface, runs, write_cairo, &cairo);
        measure(surface, runs, write_own, &own);
        cairo_surface_destroy(surface);
    }
    printf("%-32s %9zu bytes %9.1f ms\n", "cairo's writer", cairo.bytes, cairo.ms);
    printf("%-32s %9zu bytes %9.1f ms\n", "our own writer", own.bytes, own.ms);
    return EXIT_SUCCESS;
}
