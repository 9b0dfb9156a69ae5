// The keys of a map, side by side: colours of areas, hatches, kinds of links, widths and sizes.
#include "map/map_draw.h"

#include "guide/key_row.h"
#include "guide/legend.h"
#include "plot/bind.h"
#include "plot/color_scale.h"
#include "plot/page.h"
#include "plot/size_key.h"

#include <string.h>

/* More kinds of links than this are no key. */
#define MOST_KINDS 60
/* Samples of links and dots, px at text of 13 px. */
#define LINK_WIDTH 4.0
#define DOT 4.5
/* A hatch shows its lines, px at text of 12 px. */
#define HATCH_WIDTH 24.0

/* A map that needs less than this share of the page's width has its keys beside it; beside keys it
 * has about so much. */
#define BESIDE 0.62
#define MAP_SHARE 0.7

/* What a map needs for its guides. */
typedef struct {
    const Map *map;
    Plot sizes;         /* a plot that has the key of the circles; make_guide NULL: none */
    Series *categories; /* of areas, with the sample of those without data; NULL: none, or a ramp */
    guint n_categories;
    const char *missing; /* what areas without data are called; NULL: there are none in view */
} MapKeys;

static void
keys_draw_link(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    double y = rect.y + rect.height / 2;

    scene_builder_line(builder, (Point){ rect.x, y }, (Point){ rect_right(rect), y },
                       stroke_solid(series->color, LINK_WIDTH * theme_em(theme)));
}

static void
keys_draw_dot(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    Point centre = { rect.x + rect.width / 2, rect.y + rect.height / 2 };

    scene_builder_circle(builder, centre, DOT * theme_em(theme), series->color, STROKE_NONE);
}

static void
keys_draw_missing(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    scene_builder_rect(builder, rect_grow(rect, -0.5, -0.5), 0, series->color,
                       stroke_solid(theme->grid, 1));
}

static void
keys_draw_hatch(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    g_autoptr(Path) shape = path_new();

    rect = rect_grow(rect, -0.5, -0.5);
    path_move_to(shape, rect.x, rect.y);
    path_line_to(shape, rect_right(rect), rect.y);
    path_line_to(shape, rect_right(rect), rect_bottom(rect));
    path_line_to(shape, rect.x, rect_bottom(rect));
    path_close(shape);
    scene_builder_rect(builder, rect, 0, COLOR_NONE, stroke_solid(theme->grid, 1));
    map_draw_hatch(builder, series->code, shape, theme);
}

static const MarkType keys_hatches = {
    .name = "hatch",
    .summary = "a second status of areas",
    .draw_key = keys_draw_hatch,
    .coded_key = HATCH_WIDTH,
};
static const MarkType keys_links = {
    .name = "link",
    .summary = "a kind of links",
    .draw_key = keys_draw_link,
};
static const MarkType keys_dots = {
    .name = "dot",
    .summary = "a kind of dots",
    .draw_key = keys_draw_dot,
};
static const MarkType keys_missing = {
    .name = "no data",
    .summary = "areas without a value",
    .draw_key = keys_draw_missing,
};

/* A plot of a key's own, whose key stands where the figure's does. */
static Plot
keys_plot(const Plot *own, const Plot *plot)
{
    Plot copy = *own;

    copy.key_beside = plot->key_beside;
    copy.key_above = plot->key_above;
    return copy;
}

static Box *
keys_of_fills(const MapKeys *keys, const Plot *plot)
{
    const MapFills *fills = keys->map->fills;
    Plot own;

    if (fills == NULL)
        return NULL;
    own = keys_plot(&fills->plot, plot);
    if (fills->ramp)
        return color_scale_key(&own, keys->missing, plot->theme->land);
    return titled_key_new(
        fills->plot.frame->titles[CHANNEL_FILL],
        legend_box_new(keys->categories, keys->n_categories, &mark_map, plot_key_is_beside(plot)));
}

static Box *
keys_of_hatches(const MapKeys *keys, const Plot *plot)
{
    const MapFills *fills = keys->map->fills;

    if (fills == NULL || fills->hatches == NULL)
        return NULL;
    return titled_key_new(
        fills->plot.frame->titles[CHANNEL_HATCH],
        legend_box_new(fills->hatches, fills->n_hatches, &keys_hatches, plot_key_is_beside(plot)));
}

/* Of links or dots. Maps that are each one kind say so above them. */
static Box *
keys_of_kinds(const MapKeys *keys, const Plot *plot, gboolean alone)
{
    Column *const *columns = plot->frame->columns;

    if (columns[CHANNEL_COLOR] == NULL || columns[CHANNEL_COLOR] == columns[CHANNEL_FACET] ||
        columns[CHANNEL_COLOR] == columns[CHANNEL_FACET_ROWS] || plot->n_series > MOST_KINDS)
        return NULL;
    return titled_key_new(
        alone && plot->spec->color.label == NULL ? NULL : plot->frame->titles[CHANNEL_COLOR],
        legend_box_new(plot->series, plot->n_series,
                       keys->map->relations != NULL ? &keys_links : &keys_dots,
                       plot_key_is_beside(plot)));
}

static Box *
map_make_guide(const Plot *plot)
{
    const MapKeys *keys = plot->guide_data;
    const Map *map = keys->map;
    Box *row = key_row_new(plot_key_is_beside(plot));
    Box *widths = map->relations != NULL ? relations_width_key(map->relations, plot) : NULL;
    Plot own = keys_plot(&keys->sizes, plot);
    Box *sizes = own.make_guide != NULL ? own.make_guide(&own) : NULL;

    key_row_add(row, keys_of_fills(keys, plot));
    key_row_add(row, keys_of_hatches(keys, plot));
    key_row_add(
        row, keys_of_kinds(keys, plot, key_row_is_empty(row) && widths == NULL && sizes == NULL));
    key_row_add(row, widths);
    key_row_add(row, sizes);
    if (key_row_is_empty(row))
        g_clear_pointer(&row, box_free);
    return row;
}

static void
keys_bind_sizes(const Map *map, MapKeys *keys)
{
    Plot *plot = &keys->sizes;
    g_autofree double *values = g_new0(double, map->n_symbols + 1);
    Channel channel =
        map->plot->frame->columns[CHANNEL_SIZE] != NULL ? CHANNEL_SIZE : CHANNEL_SYMBOLS;
    SizeKeyRequest request = { .values = values,
                               .n = map->n_symbols,
                               .least = INFINITY,
                               .least_radius = 2,
                               .title = map->plot->frame->titles[channel],
                               .unit = map->plot->frame->units[channel],
                               .titled = TRUE };

    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];

        values[i] = symbol->value;
        request.least = MIN(request.least, symbol->value);
        if (symbol->value > request.scale.greatest)
            request.scale = (SizeScale){ symbol->value, symbol->radius };
    }
    size_key_bind(plot, &request);
}

static gboolean
keys_miss_data(const Map *map, const Plot *plot)
{
    g_autofree gboolean *known = g_new0(gboolean, atlas_count(map->atlas));
    Extent extent = map_seen_extent(map, plot, 1);

    for (guint i = 0; i < map->fills->n; i++)
        known[map->fills->items[i].area] |= map->fills->items[i].color.a > 0;
    for (guint area = atlas_next_in(map->atlas, extent, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(map->atlas, extent, area))
        if (!known[area])
            return TRUE;
    return FALSE;
}

static void
keys_bind_fills(const Map *map, Plot *plot, MapKeys *keys)
{
    const Plot *fills = &map->fills->plot;

    if (fills->frame->columns[CHANNEL_FILL] == NULL)
        return;
    keys->missing = keys_miss_data(map, plot) ? bind_language(plot)->words[WORD_NO_DATA] : NULL;
    if (map->fills->ramp)
        return;
    keys->n_categories = fills->n_series;
    keys->categories = arena_new0(plot->arena, Series, fills->n_series + 1);
    memcpy(keys->categories, fills->series, fills->n_series * sizeof *fills->series);
    if (keys->missing != NULL)
        keys->categories[keys->n_categories++] =
            (Series){ .name = keys->missing, .color = plot->theme->land, .key = &keys_missing };
}

/* Where the height is given and the map leaves half of the width, the keys have it. */
static void
keys_choose_side(Plot *plot)
{
    double width = page_column_width(plot);

    if (plot->n_panels > 1)
        return;
    if (plot->fixed_height)
        plot->key_beside = page_row_height(plot) * plot->panel_aspect < BESIDE * width;
    else if (plot_key_is_beside(plot))
        plot->size.height = page_height(plot, 1, MAP_SHARE * width / plot->panel_aspect);
}

void
map_make_keys(Map *map, Plot *plot)
{
    MapKeys *keys = arena_new0(plot->arena, MapKeys, 1);

    keys->map = map;
    keys->sizes = *plot;
    keys->sizes.make_guide = NULL;
    if (map->sized)
        keys_bind_sizes(map, keys);
    if (map->fills != NULL)
        keys_bind_fills(map, plot, keys);
    keys_choose_side(plot);
    plot->make_guide = map_make_guide;
    plot->guide_data = keys;
    plot->guide_names = TRUE;
}
