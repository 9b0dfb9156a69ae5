// The degrees of a graticule, small, where its lines leave the map.
#include "map/map_draw.h"

#include "geo/graticule.h"
#include "plot/bind.h"

/* px between words and the edge of the map, at text of 13 px. */
#define EDGE 3.0
/* The edge of the map is looked along in steps, px. */
#define STEP 2.0

static const LabelKind degrees = {
    .one = "number of degrees",
    .many = "numbers of degrees",
    .where = "at the edge of the map",
    .advice = "a larger figure would show more",
    .expected = TRUE,
};

const char *
map_degrees(const Plot *plot, double value, gboolean longitude)
{
    LanguageWord word = longitude ? (value < 0 ? WORD_DEGREES_WEST : WORD_DEGREES_EAST)
                                  : (value < 0 ? WORD_DEGREES_SOUTH : WORD_DEGREES_NORTH);
    const AxisSpec axis = { .suffix = NULL };
    const char *number = bind_value_text(plot, &axis, fabs(value));

    return value == 0 || (longitude && fabs(value) == 180)
               ? arena_printf(plot->arena, "%s°", number)
               : bind_word(plot, word, (const char *const[]){ number });
}

/* Words at a point of the edge: above the line that ends at the left one, right of the line that
 * ends at the lower one. */
static void
degrees_ask(const MapDraw *draw, Point at, double value, gboolean longitude)
{
    const MapView *view = draw->view;
    const Theme *theme = draw->context->theme;
    double em = theme_em(theme);
    TextStyle style = theme->source;
    LabelRequest request = { .kind = &degrees, .rank = LABEL_WEAK, .role = ROLE_AXIS };
    const char *words = map_degrees(draw->map->plot, value, longitude);
    LabelSpot spot = { .anchor = { at.x, at.y, 0, 0 }, .dx = 1, .dy = -1, .gap = EDGE * em };
    TextExtents text = text_measure(draw->context->measurer, words, &style);
    MapFooting footing;

    if (view->ground == NULL ||
        !map_ground_footing(draw, label_spot_box(&spot, (Size){ text.width, text.line_height }),
                            ATLAS_NONE, &footing) ||
        !map_ground_ink(draw, &footing.census, style.color, &spot.color))
        return;
    labels_add_line(draw->context->labels, &request, words, &style, &spot, 1,
                    draw->context->measurer);
}

/* What is at a point of the edge: its longitude or latitude; NaN: no place. */
static double
degrees_at(const MapView *view, Point at, gboolean longitude)
{
    LonLat place;

    if (!projection_inverse(&view->projection, at, &place))
        return NAN;
    return longitude ? place.lon : place.lat;
}

/* Where lines cross an edge of the panel: along it the degrees pass a multiple of the step. */
static void
degrees_along(const MapDraw *draw, double step, gboolean longitude)
{
    const MapView *view = draw->view;
    Rect rect = view->rect;
    double length = longitude ? rect.width : rect.height, before = NAN;

    for (double s = 0; s <= length; s += STEP) {
        Point at =
            longitude ? (Point){ rect.x + s, rect_bottom(rect) } : (Point){ rect.x, rect.y + s };
        double now = degrees_at(view, at, longitude), line;

        if (!isnan(before) && !isnan(now) && fabs(now - before) < step) {
            line = step * floor(MAX(before, now) / step);
            if (line > MIN(before, now) && line <= MAX(before, now)) {
                double share = (line - before) / (now - before);

                at.x -= longitude ? STEP * (1 - share) : 0;
                at.y -= longitude ? 0 : STEP * (1 - share);
                degrees_ask(draw, at, line, longitude);
            }
        }
        before = now;
    }
}

void
map_ask_degrees(const MapDraw *draw)
{
    double step = map_graticule_step(draw);

    if (!draw->map->plot->spec->map.graticule || draw->map->world)
        return;
    degrees_along(draw, step, FALSE);
    degrees_along(draw, step, TRUE);
}
