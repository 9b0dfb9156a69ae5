// The bar of a round number of kilometres.
#include "map/map_draw.h"

#include "geo/scale_bar.h"
#include "plot/bind.h"

/* At most this share of the map's width, and px at text of 13 px. */
#define MOST_SHARE 0.25
#define LONGEST 130.0
/* Its line, the ticks at its ends, and what lies between them, the words and the map's edge. */
#define LINE 1.25
#define TICK 5.0
#define GAP 2.0
#define AIR 12.0
#define PLATE_AIR 4.0

/* "500 km"; where the scale is not the same everywhere, at which parallel: "500 km (15° N)". */
static const char *
bar_words(const Map *map, const PageScale *scale, double km)
{
    const Plot *plot = map->plot;
    const AxisSpec axis = { .suffix = NULL };
    const char *number = bind_value_text(plot, &axis, km);

    if (scale->variation <= SCALE_NEARLY_TRUE)
        return arena_printf(plot->arena, "%s km", number);
    return arena_printf(plot->arena, "%s km (%s)", number,
                        map_degrees(plot, round(scale->middle.lat), FALSE));
}

void
map_place_bar(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    const Theme *theme = context->theme;
    double em = theme_em(theme), cost;
    g_autoptr(Occupancy) occupancy = NULL;
    PageScale scale;
    TextExtents text;
    Size size;

    view->bar_words = NULL;
    if (!map->plot->spec->map.scale_bar || !(view->projection.scale > 0))
        return;
    if (!page_scale(&view->projection, view->rect, &scale) || scale.variation > SCALE_MISLEADS) {
        view->bar_misleads = TRUE;
        return;
    }
    view->bar = scale_bar(&scale, SCALE_BAR_KM, MIN(LONGEST * em, MOST_SHARE * view->rect.width));
    view->bar_words = bar_words(map, &scale, view->bar.length);
    text = text_measure(context->measurer, view->bar_words, &theme->source);
    size = (Size){ MAX(view->bar.px, text.width * (1 + SCENE_TEXT_SLACK)) + 2 * PLATE_AIR * em,
                   text.line_height + (GAP + TICK) * em + 2 * PLATE_AIR * em };
    occupancy = map_rehearse_data(view, context);
    for (guint i = 0; i < view->n_insets; i++)
        occupancy_add_rect(occupancy, TAKEN_WORDS, view->insets[i].rect);
    view->bar_rect = map_free_corner(view, occupancy, size, AIR * em, &cost);
    view->bar_plated = cost > 0;
}

void
map_draw_bar(const MapDraw *draw)
{
    const MapView *view = draw->view;
    const Theme *theme = draw->context->theme;
    SceneBuilder *builder = draw->context->builder;
    double em = theme_em(theme);
    Rect rect = rect_grow(view->bar_rect, -PLATE_AIR * em, -PLATE_AIR * em);
    TextStyle style = theme->source;
    Stroke stroke = stroke_solid(theme->label.color, LINE * em);
    Point ends[] = { { rect.x, rect_bottom(rect) }, { rect.x + view->bar.px, rect_bottom(rect) } };
    TextExtents text;

    if (view->bar_words == NULL)
        return;
    style.color = theme->label.color;
    text = text_measure(draw->context->measurer, view->bar_words, &style);
    scene_builder_push(builder, ROLE_AXIS, NULL);
    if (view->bar_plated)
        scene_builder_rect(builder, view->bar_rect, 2, theme_paper(theme), STROKE_NONE);
    scene_builder_line(builder, ends[0], ends[1], stroke);
    for (guint i = 0; i < 2; i++)
        scene_builder_line(builder, (Point){ ends[i].x, ends[i].y - TICK * em }, ends[i], stroke);
    scene_builder_text(builder, view->bar_words, (Point){ rect.x, rect.y + text.ascent },
                       ANCHOR_START, 0, &style, text);
    scene_builder_pop(builder);
}

void
map_report_bar(const MapView *view, const MarkContext *context)
{
    if (view->bar_misleads && context->panel == 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--scale-bar: one scale would mislead on a map of so much of the earth; it has "
                   "no bar");
}
