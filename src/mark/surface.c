#include "mark/surface.h"

/* Lines and edges of a hatch as a share of the width of the lines that carry data. */
#define LINE_SHARE 0.55
/* The spacings of hatches are made for labels of this size, px. */
#define DESIGN_SIZE 13.0
/* Smaller shapes, px, have no room for a hatch: their ground alone is drawn, darker. */
#define LEAST_HATCHED 5.0
#define SMALL_TINT 0.5

Surface
series_surface(const Series *series, Color color, const Theme *theme)
{
    const Hatch *hatch = hatch_at(series->code);
    Color paper = theme_paper(theme);

    /* What lies over other things shows them, and no hatch over them. */
    if (hatch->n == 0 || color.a < 255)
        return (Surface){ .color = color, .ground = color, .hatch = &hatches[0] };
    /* Thin lines of grey are dots on a press. */
    if (theme->grey && !hatch->light)
        color = theme->title.color;
    return (Surface){ .color = color,
                      .ground = color_mix(paper, color, hatch->tint),
                      .lines = hatch->light ? paper : color,
                      .hatch = hatch,
                      .spacing = hatch->spacing * theme->label.size / DESIGN_SIZE,
                      .width = theme->line_width * LINE_SHARE };
}

Surface
mark_surface(const MarkContext *context, gsize item)
{
    return series_surface(mark_series(context, item), mark_color(context, item), context->theme);
}

static void
surface_draw_lines(SceneBuilder *builder, const Surface *surface, const Path *shape)
{
    g_autoptr(Path) lines = path_new();

    for (guint i = 0; i < surface->hatch->n; i++)
        path_add_hatch(lines, shape, surface->hatch->along[i], surface->spacing);
    if (path_length(lines) > 0)
        scene_builder_path(builder, lines, COLOR_NONE,
                           stroke_solid(surface->lines, surface->width));
}

/* A ground that is no full colour has an edge, or it would be lost on the page. */
static Stroke
surface_edge(const Surface *surface)
{
    return color_equal(surface->ground, surface->color)
               ? surface->border
               : stroke_solid(surface->color, surface->width);
}

static gboolean
surface_is_plain(const Surface *surface)
{
    return surface->hatch->n == 0;
}

static gboolean
surface_is_small(Rect box)
{
    return MIN(box.width, box.height) < LEAST_HATCHED;
}

static Color
surface_small_fill(const Surface *surface)
{
    return color_mix(surface->ground, surface->color, SMALL_TINT);
}

void
surface_rect(SceneBuilder *builder, const Surface *surface, Rect rect)
{
    g_autoptr(Path) shape = NULL;
    Stroke edge;

    if (surface_is_plain(surface) || surface_is_small(rect)) {
        scene_builder_rect(builder, rect, surface->radius,
                           surface_is_plain(surface) ? surface->ground
                                                     : surface_small_fill(surface),
                           surface->border);
        return;
    }
    edge = surface_edge(surface);
    /* The edge lies inside: a length keeps its length. */
    if (edge.width > 0)
        rect = rect_grow(rect, -edge.width / 2, -edge.width / 2);
    shape = path_new();
    path_move_to(shape, rect.x, rect.y);
    path_line_to(shape, rect_right(rect), rect.y);
    path_line_to(shape, rect_right(rect), rect_bottom(rect));
    path_line_to(shape, rect.x, rect_bottom(rect));
    path_close(shape);
    scene_builder_rect(builder, rect, surface->radius, surface->ground, edge);
    surface_draw_lines(builder, surface, shape);
}

void
surface_circle(SceneBuilder *builder, const Surface *surface, Point centre, double radius)
{
    g_autoptr(Path) shape = NULL;
    Stroke edge = surface_edge(surface);

    if (surface_is_plain(surface) || 2 * radius < LEAST_HATCHED) {
        scene_builder_circle(builder, centre, radius,
                             surface_is_plain(surface) ? surface->ground
                                                       : surface_small_fill(surface),
                             surface->border);
        return;
    }
    radius -= edge.width / 2;
    shape = path_new();
    path_arc(shape, centre, radius, 0, 2 * G_PI);
    path_close(shape);
    scene_builder_circle(builder, centre, radius, surface->ground, edge);
    surface_draw_lines(builder, surface, shape);
}

void
surface_path(SceneBuilder *builder, const Surface *surface, const Path *path)
{
    if (surface_is_plain(surface)) {
        scene_builder_path(builder, path, surface->ground, surface->border);
        return;
    }
    scene_builder_path(builder, path, surface->ground, surface_edge(surface));
    surface_draw_lines(builder, surface, path);
}

void
surface_take_spot(const Surface *surface, LabelSpot *spot)
{
    spot->inside = TRUE;
    spot->color = mark_ink_on(surface->ground);
    spot->plate = surface_is_plain(surface) ? COLOR_NONE : surface->ground;
}

LabelSpot
surface_spot_inside(const Surface *surface, Rect box, double gap)
{
    LabelSpot spot = label_spot_inside(box, gap, COLOR_NONE);

    surface_take_spot(surface, &spot);
    return spot;
}
