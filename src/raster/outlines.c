#include "raster/outlines.h"

#include <cairo.h>

#include "raster/default_font.h"
#include "raster/host.h"

/* Glyphs are taken at this size, near the font's own units, and scaled down: at the size of the
 * text Cairo would round them to 1/64 px. */
#define OUTLINE_SIZE 2048.0

static void
add_text(cairo_t *cr, const char *text, const TextStyle *style)
{
    g_autoptr(DefaultText) known = default_text_new(text, style);

    if (known != NULL) {
        default_text_outline(known, cr);
        return;
    }

    const ShaperModule *shaper = host_shaper(NULL);
    PangoText *pango = shaper != NULL ? shaper->text_new(FALSE) : NULL;

    if (pango == NULL)
        return;
    shaper->text_outline(pango, cr, text, style);
    shaper->text_free(pango);
}

static Point
scaled(const cairo_path_data_t *data, double factor)
{
    return (Point){ data->point.x * factor, data->point.y * factor };
}

/* Cairo ends every glyph with a move to nowhere; a move is only written when something follows. */
static void
copy_path(Path *to, const cairo_path_t *from, double factor)
{
    Point start = { 0, 0 };
    gboolean pending = FALSE;

    for (int i = 0; i < from->num_data; i += from->data[i].header.length) {
        const cairo_path_data_t *data = &from->data[i];

        if (data->header.type == CAIRO_PATH_MOVE_TO) {
            start = scaled(&data[1], factor);
            pending = TRUE;
            continue;
        }
        if (pending && data->header.type != CAIRO_PATH_CLOSE_PATH) {
            path_move_to(to, start.x, start.y);
            pending = FALSE;
        }
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            break;
        case CAIRO_PATH_LINE_TO:
            path_line_to(to, scaled(&data[1], factor).x, scaled(&data[1], factor).y);
            break;
        case CAIRO_PATH_CURVE_TO:
            path_curve_to(to, scaled(&data[1], factor), scaled(&data[2], factor),
                          scaled(&data[3], factor));
            break;
        case CAIRO_PATH_CLOSE_PATH:
            if (!pending)
                path_close(to);
            break;
        }
    }
}

Path *
text_outline(const char *text, const TextStyle *style)
{
    cairo_surface_t *surface;
    cairo_t *cr;
    cairo_path_t *outline;
    TextStyle large = *style;
    g_autoptr(Path) path = path_new();

    if (style->size <= 0 || text[0] == '\0')
        return NULL;
    large.size = OUTLINE_SIZE;
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cr = cairo_create(surface);
    add_text(cr, text, &large);
    outline = cairo_copy_path(cr);
    copy_path(path, outline, style->size / OUTLINE_SIZE);
    cairo_path_destroy(outline);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return path_length(path) > 0 ? g_steal_pointer(&path) : NULL;
}
