// The colours of areas: from the data, or from a file beside them.
#include "map/map.h"

#include "plot/bind.h"
#include "plot/color_scale.h"
#include "plot/palette.h"
#include "plot/picked_names.h"

/* Of a category's colour on its area: areas are large, and links are drawn over them. */
#define FILL_TINT 0.8
#define FILL_TINT_UNDER_LINKS 0.45
/* Of a ramp at most this share is not used; colours that are nearer than this to land or sea would
 * be taken for it, OKLab times 100. */
#define MOST_PALE 0.4
#define APART 8.0
/* And of ink in print. */
#define GREY 0.28

/* The frame with the colours, as if --fill were --color. */
static Frame *
fills_frame(Map *map, Plot *plot, GError **error)
{
    const Spec *spec = plot->spec;
    const guint channels = 1u << CHANNEL_AREA | 1u << CHANNEL_FILL | 1u << CHANNEL_HATCH;
    Frame *frame = plot->frame, *shown = arena_new0(plot->arena, Frame, 1);

    if (spec->map.areas != NULL) {
        const Table *table = map_read_file(map, "areas", spec->map.areas, error);

        frame = table != NULL ? frame_of_file(spec, channels, table, plot->report, error) : NULL;
        if (frame == NULL)
            return NULL;
        arena_own(plot->arena, frame, (GDestroyNotify)frame_free);
        rename_join(spec, &plot->frame->found, &frame->found);
        plot->beside[plot->n_beside++] = frame;
    }
    if (frame->columns[CHANNEL_AREA] == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "%s needs --area-key: the column that names the areas",
                  spec->map.areas != NULL ? "--areas" : "--fill");
        return NULL;
    }
    if (frame != plot->frame)
        frame_leave_out_missing(frame, CHANNEL_AREA, plot->report);
    *shown = *frame;
    shown->columns[CHANNEL_COLOR] = frame->columns[CHANNEL_FILL];
    shown->titles[CHANNEL_COLOR] = frame->titles[CHANNEL_FILL];
    shown->units[CHANNEL_COLOR] = frame->units[CHANNEL_FILL];
    return shown;
}

/* A plot of its own for the colours, with the options of --fill as those of --color. */
static gboolean
fills_plot(Map *map, Plot *plot, GError **error)
{
    MapFills *fills = arena_new0(plot->arena, MapFills, 1);
    Spec *spec = arena_copy(plot->arena, plot->spec, sizeof *spec);
    Frame *frame = fills_frame(map, plot, error);

    if (frame == NULL)
        return FALSE;
    spec->color = plot->spec->map.fill;
    fills->plot = *plot;
    fills->plot.spec = spec;
    fills->plot.frame = frame;
    fills->plot.shares_options = relations_are_asked_for(plot);
    fills->ramp =
        frame->columns[CHANNEL_FILL] != NULL && frame->columns[CHANNEL_FILL]->type == COLUMN_NUMBER;
    map->fills = fills;
    return TRUE;
}

/* Pale, so that links and words are seen over it: the hatch tells categories apart, or the grey
 * where hatches mean something else. */
static Color
fills_grey(const Plot *plot, guint index, gboolean hatched)
{
    double share = hatched && plot->n_series > 1 ? 0.4 + 0.8 * index / (plot->n_series - 1) : 1;

    return color_mix(plot->theme->land, plot->theme->title.color, GREY * share);
}

/* Categories in the colours of areas; those of --colors stay as they are. The first colours of the
 * palette are the links'. */
static void
fills_tint(MapFills *fills, guint n_link_series)
{
    Plot *plot = &fills->plot;
    const gboolean hatched = plot->frame->columns[CHANNEL_HATCH] != NULL;
    double tint = n_link_series > 0 ? FILL_TINT_UNDER_LINKS : FILL_TINT;
    Color own;

    for (guint i = 0; i < plot->n_series; i++) {
        Series *series = &plot->series[i];

        if (!series->muted && n_link_series > 0)
            series->color = palette_next(plot, n_link_series + i);
        if (series->name != NULL && palette_named(plot, series->name, &own))
            series->color = own;
        else if (!series->muted && plot->theme->grey)
            series->color = fills_grey(plot, i, hatched);
        else if (!series->muted)
            series->color = color_mix(plot->theme->land, series->color, tint);
        if (hatched || !palette_has_codes(plot))
            series->code = 0;
    }
}

static void
fills_title(MapFills *fills, guint item, const char *name)
{
    Plot *plot = &fills->plot;
    MapFill *fill = &fills->items[item];

    if (fills->ramp && fill->value != NULL)
        fill->title = arena_printf(plot->arena, "%s: %s", name, fill->value);
    else if (plot->frame->columns[CHANNEL_FILL] != NULL && fill->color.a == 0)
        fill->title =
            arena_printf(plot->arena, "%s: %s", name, bind_language(plot)->words[WORD_NO_DATA]);
    else if (!fills->ramp && plot->series[fill->series].name != NULL)
        fill->title = arena_printf(plot->arena, "%s: %s", name, plot->series[fill->series].name);
    else
        fill->title = name;
}

/* The area of each row. Two rows for one area, by whatever names, are refused. */
static gboolean
fills_find_areas(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                 GError **error)
{
    MapFills *fills = map->fills;
    const Table *table = fills->plot.frame->table;
    const Column *key = fills->plot.frame->columns[CHANNEL_AREA];
    g_autoptr(Column) names = column_as_text(key);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    guint64 *ids = arena_new0(plot->arena, guint64, names->length);
    guint64 shapeless = 0;
    const char *first = NULL;

    for (gsize i = 0; i < names->length; i++) {
        MapFill *fill = &fills->items[fills->n];
        Place place;

        /* A row of links need not have an area. */
        if (column_is_missing(names, i))
            continue;
        if (!gazetteer_find_area(gazetteer, column_text(names, i), table_where(table, i, key),
                                 &place, error))
            return FALSE;
        rename_mark(plot->spec, place.name, &plot->frame->found);
        if (place.area == ATLAS_NONE) {
            shapeless++;
            first = first != NULL ? first : place.name;
            continue;
        }
        *fill = (MapFill){ .area = place.area,
                           .panel = panels != NULL ? panels[i] : G_MAXUINT,
                           .row = (gint64)i + 1,
                           .name = map_place_name(plot, column_text(names, i), &place) };
        ids[i] = (guint64)fill->area << 32 | fill->panel;
        if (!g_hash_table_add(seen, &ids[i])) {
            error_set(error, ERROR_INPUT, table_where(table, i, key),
                      "a second row for %s; say sum(…) or mean(…) around --fill, or narrow with "
                      "--where",
                      place.name);
            return FALSE;
        }
        fills->n++;
    }
    if (shapeless > 0)
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = table->file }, shapeless,
                   "%" G_GUINT64_FORMAT
                   " area%s (%s%s) %s no shape of %s own in the boundaries and "
                   "%s not filled",
                   shapeless, shapeless == 1 ? "" : "s", first, shapeless > 1 ? ", …" : "",
                   shapeless == 1 ? "has" : "have", shapeless == 1 ? "its" : "their",
                   shapeless == 1 ? "is" : "are");
    return TRUE;
}

static double
fills_nearest(const ColorScale *scale, const Theme *theme, double t)
{
    Color color = ramp_color(scale->ramp, t, scale->dark);

    return MIN(color_distance(color, theme->land), color_distance(color, theme->sea));
}

/* The pale end of a ramp is made for paper: where it would be taken for land without data, or for
 * the sea, the ramp begins later. One that goes two ways has its middle there, and keeps it. */
static void
fills_leave_pale(ColorScale *scale, const Plot *plot)
{
    double from = 0;
    Color *colors;
    Ramp *ramp;

    if (scale->ramp->kind != RAMP_SEQUENTIAL)
        return;
    while (from < MOST_PALE && fills_nearest(scale, plot->theme, from) < APART)
        from += 0.02;
    if (from == 0)
        return;
    ramp = arena_copy(plot->arena, scale->ramp, sizeof *ramp);
    ramp->light = ramp->dark = colors = arena_new0(plot->arena, Color, ramp->n);
    for (guint i = 0; i < ramp->n; i++)
        colors[i] = ramp_color(scale->ramp, from + (1 - from) * i / (ramp->n - 1), scale->dark);
    scale->ramp = ramp;
}

/* Binds the categories. --highlight may pick some of them, or areas by their names: TRUE, and all
 * categories keep their colours. */
static gboolean
fills_bind_series(Map *map, Plot *plot, guint **ret_series)
{
    MapFills *fills = map->fills;
    Plot *own = &fills->plot;
    Spec *plain;
    gboolean areas = FALSE, categories = FALSE;

    *ret_series = bind_series(own);
    for (guint i = 0; i < own->n_series; i++) {
        if (own->series[i].name != NULL)
            picked_names_know(plot, own->series[i].name);
        categories = categories || picked_names_has(own, own->series[i].name);
    }
    for (guint i = 0; i < fills->n; i++) {
        picked_names_know(plot, fills->items[i].name);
        areas = areas || picked_names_has(own, fills->items[i].name);
    }
    if (!categories && own->spec->highlight != NULL) {
        plain = arena_copy(plot->arena, own->spec, sizeof *plain);
        plain->highlight = NULL;
        own->spec = plain;
        *ret_series = bind_series(own);
    }
    fills_tint(fills, map->relations != NULL ? plot->n_series : 0);
    return areas && !categories;
}

static gboolean
fills_color(Map *map, Plot *plot, GError **error)
{
    MapFills *fills = map->fills;
    Plot *own = &fills->plot;
    const Column *column = own->frame->columns[CHANNEL_FILL];
    ColorScale *scale = NULL;
    guint *series = NULL;
    gboolean areas = FALSE;

    if (fills->ramp) {
        scale = color_scale_bind(own, error);
        if (scale == NULL)
            return FALSE;
        plot->fill = &own->color;
        fills_leave_pale(scale, own);
    } else {
        areas = fills_bind_series(map, plot, &series);
    }
    for (guint i = 0; i < fills->n; i++) {
        MapFill *fill = &fills->items[i];
        gsize row = (gsize)fill->row - 1;
        gboolean missing = column != NULL && column_is_missing(column, row);

        fills->misses = fills->misses || missing;
        if (!fills->ramp) {
            fill->series = series[row];
            fill->color = missing ? COLOR_NONE : own->series[series[row]].color;
            fill->hatch = missing ? 0 : own->series[series[row]].code;
            own->series[series[row]].unlisted |= missing;
            if (areas && !missing && !picked_names_has(plot, fill->name))
                fill->color = plot->theme->muted;
        } else if (!missing) {
            fill->color = color_scale_color(scale, column->values[row]);
            fill->value = bind_value_text(own, &own->color, column->values[row]);
        }
        fills_title(fills, i, fill->name);
    }
    return TRUE;
}

/* The second status: a hatch for each value of --hatch. */
static gboolean
fills_hatch(MapFills *fills, Plot *plot, GError **error)
{
    const Column *column = fills->plot.frame->columns[CHANNEL_HATCH];
    g_autoptr(Column) names = NULL;
    Series *series;

    if (column == NULL)
        return TRUE;
    names = column_as_text(column);
    if (names->levels->len > 3) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--hatch: column \"%s\" has %u values; more than 3 hatches are not told apart",
                  column->name, names->levels->len);
        return FALSE;
    }
    series = arena_new0(plot->arena, Series, names->levels->len);
    for (guint i = 0; i < names->levels->len; i++)
        series[i] = (Series){ .name = bind_name(plot, names->levels->pdata[i]),
                              .color = plot->theme->axis.color,
                              .text_color = plot->theme->axis.color,
                              .code = i + 1 };
    fills->hatches = series;
    fills->n_hatches = names->levels->len;
    for (guint i = 0; i < fills->n; i++) {
        gint32 code = names->codes[fills->items[i].row - 1];

        fills->items[i].hatch = code >= 0 ? (guint)code + 1 : 0;
        if (code >= 0)
            fills->items[i].title =
                arena_printf(plot->arena, "%s, %s", fills->items[i].title, series[code].name);
    }
    return TRUE;
}

gboolean
map_bind_fills(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
               GError **error)
{
    const Spec *spec = plot->spec;

    if (spec->channels[CHANNEL_FILL] == NULL && spec->channels[CHANNEL_HATCH] == NULL &&
        (spec->channels[CHANNEL_SYMBOLS] != NULL ||
         (spec->channels[CHANNEL_AREA] == NULL && spec->map.areas == NULL)))
        return TRUE;
    if (!fills_plot(map, plot, error))
        return FALSE;
    map->fills->items = arena_new0(plot->arena, MapFill, map->fills->plot.frame->table->length);
    return fills_find_areas(map, plot, gazetteer, spec->map.areas != NULL ? NULL : panels, error) &&
           fills_color(map, plot, error) && fills_hatch(map->fills, plot, error);
}
