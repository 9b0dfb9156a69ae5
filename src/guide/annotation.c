#include "guide/annotation.h"

#include "text/wrap.h"

#define RING_RADIUS 5.0
#define MAX_WIDTH 190.0

typedef struct {
    GPtrArray *lines;
    double width, height, line_height, ascent;
} AnnotationText;

/* The eight directions, by preference: above before below, right before left (Imhof's order, 1975).
 */
static const Point directions[] = { { 1, -1 }, { -1, -1 }, { 0, -1 }, { 1, 0 },
                                    { -1, 0 }, { 1, 1 },   { -1, 1 }, { 0, 1 } };

static Rect
annotation_box(Point at, Point direction, double distance, const AnnotationText *text)
{
    double x = at.x + direction.x * distance, y = at.y + direction.y * distance;

    return (Rect){ x - (1 - direction.x) / 2 * text->width,
                   y - (1 - direction.y) / 2 * text->height, text->width, text->height };
}

/* How much a place covers: data points inside, and px outside the panel. */
static double
annotation_cost(Rect box, Rect panel, const Point *busy, gsize n_busy)
{
    Rect inside = rect_clip(box, panel);
    double cost = (box.width * box.height - inside.width * inside.height) * 0.05;
    Rect air = rect_grow(box, 6, 6);

    for (gsize i = 0; i < n_busy; i++)
        if (busy[i].x > air.x && busy[i].x < rect_right(air) && busy[i].y > air.y &&
            busy[i].y < rect_bottom(air))
            cost += 1;
    return cost;
}

static Rect
annotation_place(Point at, Rect panel, const AnnotationText *text, const Point *busy, gsize n_busy)
{
    static const double distances[] = { 14, 30, 52, 84, 120 };
    double best_cost = G_MAXDOUBLE;
    Rect best = { at.x, at.y, text->width, text->height };

    for (guint d = 0; d < G_N_ELEMENTS(distances); d++)
        for (guint i = 0; i < G_N_ELEMENTS(directions); i++) {
            Rect box = annotation_box(at, directions[i], distances[d], text);
            double cost = annotation_cost(box, panel, busy, n_busy) + 0.02 * d + 0.001 * i;

            if (cost < best_cost - 1e-9) {
                best_cost = cost;
                best = box;
            }
        }
    /* Never off the panel, whatever the cover. */
    best.x = CLAMP(best.x, panel.x, MAX(panel.x, rect_right(panel) - best.width));
    best.y = CLAMP(best.y, panel.y, MAX(panel.y, rect_bottom(panel) - best.height));
    return best;
}

/* From the ring to the nearest point of the words' box. */
static void
annotation_draw_leader(Point at, Rect box, SceneBuilder *builder, const Theme *theme)
{
    Point to = { CLAMP(at.x, box.x, rect_right(box)), CLAMP(at.y, box.y, rect_bottom(box)) };
    double length = hypot(to.x - at.x, to.y - at.y);

    if (length < RING_RADIUS + 4)
        return;
    scene_builder_line(
        builder,
        (Point){ at.x + (to.x - at.x) * RING_RADIUS / length,
                 at.y + (to.y - at.y) * RING_RADIUS / length },
        (Point){ to.x - (to.x - at.x) * 2 / length, to.y - (to.y - at.y) * 2 / length },
        stroke_solid(theme->zero, 1));
}

void
annotation_draw(const char *words, Point at, Rect panel, const Point *busy, gsize n_busy,
                SceneBuilder *builder, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    TextExtents line = text_measure(context->measurer, "x", &theme->annotation);
    double width = MIN(MAX_WIDTH * theme->annotation.size / 13.5, panel.width * 0.6);
    AnnotationText text = { .line_height = line.line_height, .ascent = line.ascent };
    g_autoptr(GPtrArray) lines =
        text_wrap_balanced(words, &theme->annotation, width, 6, context->measurer);
    Rect box;
    double x;

    text.lines = lines;
    for (guint i = 0; i < lines->len; i++)
        text.width = MAX(
            text.width, text_measure(context->measurer, lines->pdata[i], &theme->annotation).width);
    text.height = lines->len * line.line_height;
    box = annotation_place(at, panel, &text, busy, n_busy);
    x = rect_right(box) < at.x ? rect_right(box) : box.x;

    scene_builder_push(builder, ROLE_ANNOTATION, NULL);
    annotation_draw_leader(at, box, builder, theme);
    scene_builder_circle(builder, at, RING_RADIUS, COLOR_NONE, stroke_solid(theme->zero, 1.5));
    for (guint i = 0; i < lines->len; i++)
        scene_builder_text(
            builder, lines->pdata[i], (Point){ x, box.y + line.ascent + i * line.line_height },
            rect_right(box) < at.x ? ANCHOR_END : ANCHOR_START, 0, &theme->annotation,
            text_measure(context->measurer, lines->pdata[i], &theme->annotation));
    scene_builder_pop(builder);
}
