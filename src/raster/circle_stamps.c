#include "raster/circle_stamps.h"

/* Larger ones are few, and their masks too large to keep: device pixels. */
#define MOST_REACH 24.0

#define N_STAMPS (CIRCLE_PLACES * CIRCLE_PLACES)

struct CircleStamps {
    double radius, width; /* of the last circle and of its stroke, px */
    guint n_same;         /* how many of them came in a row */
    int reach;            /* from the corner of a mask to the pixel of the centre */
    /* Made when they are needed; NULL: not yet. */
    cairo_surface_t *fills[N_STAMPS], *strokes[N_STAMPS];
};

CircleStamps *
circle_stamps_new(void)
{
    return g_new0(CircleStamps, 1);
}

static void
clear_masks(CircleStamps *stamps)
{
    for (guint i = 0; i < N_STAMPS; i++) {
        g_clear_pointer(&stamps->fills[i], cairo_surface_destroy);
        g_clear_pointer(&stamps->strokes[i], cairo_surface_destroy);
    }
}

void
circle_stamps_free(CircleStamps *stamps)
{
    if (stamps == NULL)
        return;
    clear_masks(stamps);
    g_free(stamps);
}

static double
stroke_width(Stroke stroke)
{
    return stroke.color.a > 0 && stroke.width > 0 ? stroke.width : 0;
}

/* TRUE once so many of one size have come that masks of it pay. */
static gboolean
note_size(CircleStamps *stamps, const SceneNode *node)
{
    double radius = node->circle.radius, width = stroke_width(node->stroke);

    if (radius != stamps->radius || width != stamps->width) {
        if (stamps->n_same > CIRCLE_STAMPS_FROM)
            clear_masks(stamps);
        stamps->radius = radius;
        stamps->width = width;
        stamps->n_same = 0;
    }
    return ++stamps->n_same > CIRCLE_STAMPS_FROM && node->stroke.n_dash == 0;
}

/* Device pixels a px; 0 where a mask cannot stand for the circle. */
static double
find_scale(cairo_t *cr)
{
    cairo_matrix_t m;

    cairo_get_matrix(cr, &m);
    return cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE && m.xx > 0 &&
                   m.xx == m.yy && m.xy == 0 && m.yx == 0
               ? m.xx
               : 0;
}

/* As cairo draws it with its centre in the middle of a place; filled, or stroked with a width above
 * 0. */
static cairo_surface_t *
mask_new(int reach, guint place, double radius, double width)
{
    cairo_surface_t *mask =
        cairo_image_surface_create(CAIRO_FORMAT_A8, 2 * reach + 1, 2 * reach + 1);
    cairo_t *cr = cairo_create(mask);

    cairo_arc(cr, reach + (place % CIRCLE_PLACES + 0.5) / CIRCLE_PLACES,
              reach + (place / CIRCLE_PLACES + 0.5) / CIRCLE_PLACES, radius, 0, 2 * G_PI);
    cairo_close_path(cr);
    if (width > 0) {
        cairo_set_line_width(cr, width);
        cairo_stroke(cr);
    } else {
        cairo_fill(cr);
    }
    cairo_destroy(cr);
    cairo_surface_flush(mask);
    return mask;
}

static void
press(cairo_t *cr, cairo_surface_t *mask, Color color, double left, double top)
{
    cairo_set_source_rgba(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
    cairo_mask_surface(cr, mask, left, top);
}

gboolean
circle_stamps_paint(CircleStamps *stamps, cairo_t *cr, const SceneNode *node)
{
    double x = node->circle.centre.x, y = node->circle.centre.y, scale, left, top;
    double width = stroke_width(node->stroke);
    cairo_matrix_t matrix;
    guint place;

    if (!note_size(stamps, node))
        return FALSE;
    scale = find_scale(cr);
    if (scale == 0 || (node->circle.radius + width / 2) * scale > MOST_REACH)
        return FALSE;
    stamps->reach = (int)ceil((node->circle.radius + width / 2) * scale) + 1;
    cairo_user_to_device(cr, &x, &y);
    left = floor(x) - stamps->reach;
    top = floor(y) - stamps->reach;
    place = (guint)((y - floor(y)) * CIRCLE_PLACES) * CIRCLE_PLACES +
            (guint)((x - floor(x)) * CIRCLE_PLACES);

    cairo_get_matrix(cr, &matrix);
    cairo_identity_matrix(cr);
    if (node->fill.a > 0) {
        if (stamps->fills[place] == NULL)
            stamps->fills[place] = mask_new(stamps->reach, place, node->circle.radius * scale, 0);
        press(cr, stamps->fills[place], node->fill, left, top);
    }
    if (width > 0) {
        if (stamps->strokes[place] == NULL)
            stamps->strokes[place] =
                mask_new(stamps->reach, place, node->circle.radius * scale, width * scale);
        press(cr, stamps->strokes[place], node->stroke.color, left, top);
    }
    cairo_set_matrix(cr, &matrix);
    return TRUE;
}
