#include "map/map.h"
#include "map/graph.h"

#include "data/csv_shared.h"
#include "geo/country.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/rename.h"

/* What --highlight leaves has this contrast with land, and with paper. */
#define LAND_CONTRAST 2.0
#define PAPER_CONTRAST 3.0
/* Steps from the theme's grey to the ink of its axes. */
#define GREYS 20

const Table *
map_read_file(Map *map, const char *option, const char *file, GError **error)
{
    CsvOptions options = { 0 };
    Table *table;

    for (guint i = 0; i < map->files->len; i++)
        if (g_str_equal(((const Table *)map->files->pdata[i])->file, file))
            return map->files->pdata[i];
    table = csv_read_shared(map->plot->spec->shelf, file, &options, map->plot->report, error);
    if (table == NULL)
        return NULL;
    g_ptr_array_add(map->files, table);
    if (table->length > 0)
        return table;
    error_set(error, ERROR_INPUT, (Where){ .file = file }, "--%s: no rows", option);
    return NULL;
}

const char *
map_place_name(const Plot *plot, const char *cell, const Place *place)
{
    const char *name = rename_find(plot->spec, cell);

    if (name == NULL && place->name != NULL)
        name = rename_find(plot->spec, place->name);
    if (name == NULL)
        name = place->name;
    return name != NULL ? bind_name(plot, name) : NULL;
}

/* Names of places, for the time of the binding. */
static Gazetteer *
map_gazetteer(Map *map, Plot *plot, GError **error)
{
    const char *file = plot->spec->map.places;
    const Table *table = NULL;
    Gazetteer *gazetteer;

    if (file != NULL) {
        table = map_read_file(map, "places", file, error);
        if (table == NULL)
            return NULL;
    }
    gazetteer = gazetteer_new(map->atlas, plot->spec, table, error);
    if (gazetteer != NULL)
        arena_own(plot->arena, gazetteer, (GDestroyNotify)gazetteer_free);
    return gazetteer;
}

static gboolean
map_check_anything(const Plot *plot, GError **error)
{
    const Channel channels[] = { CHANNEL_FROM, CHANNEL_TO,   CHANNEL_PLACE, CHANNEL_X,
                                 CHANNEL_Y,    CHANNEL_AREA, CHANNEL_FILL,  CHANNEL_SYMBOLS };

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++)
        if (plot->spec->channels[channels[i]] != NULL)
            return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "map needs something to draw: links (--from, --to), coloured areas (--area-key, "
              "--fill), or symbols (--place, or -x longitude and -y latitude)");
    return FALSE;
}

/* Rows without what the map needs are left out before panels count them. */
static gboolean
map_check_rows(Plot *plot, GError **error)
{
    /* A link without an area is a link all the same. */
    if (plot->frame->columns[CHANNEL_AREA] != NULL && !relations_are_asked_for(plot))
        frame_leave_out_missing(plot->frame, CHANNEL_AREA, plot->report);
    return (!relations_are_asked_for(plot) || relations_check(plot, error)) &&
           map_check_symbols(plot, error);
}

/* All that has a row in the data, for what asks the layers. */
static void
map_fill_layer(Map *map, Plot *plot)
{
    Layer *layer = &map->layer;

    layer->type = &mark_map;
    if (map->relations != NULL) {
        *layer = map->relations->layer;
        layer->type = &mark_map;
    }
    g_ptr_array_add(plot->layers, map);
    map->views = arena_new0(plot->arena, MapView *, plot->n_panels);
}

/* The same relations without geography: places only have names there. */
static gboolean
map_expand_graph(Map *map, Plot *plot, GError **error)
{
    Gazetteer *gazetteer;

    if (!graph_refuse_options(plot, error))
        return FALSE;
    map->atlas = atlas_new_countries();
    arena_own(plot->arena, map->atlas, (GDestroyNotify)atlas_free);
    gazetteer = map_gazetteer(map, plot, error);
    return gazetteer != NULL && graph_expand(plot, gazetteer, error);
}

/* Land without data bears names too, when they are asked for: --rename finds them. */
static void
map_mark_neighbours(const Map *map, Plot *plot)
{
    gboolean all = plot->spec->map.label_places == LABEL_PLACES_ALL;

    for (guint i = 0; all && i < atlas_count(map->atlas); i++) {
        AtlasArea area = atlas_area(map->atlas, i);
        const Country *country = countries_find(area.country);

        rename_mark(plot->spec, country != NULL ? country->name : area.name, &plot->frame->found);
        rename_mark(plot->spec, country != NULL ? country->iso3 : NULL, &plot->frame->found);
    }
}

/* Land is grey itself: elsewhere the grey of what --highlight leaves lies on paper. */
static Color
map_muted(const Theme *theme)
{
    for (guint i = 0; i < GREYS; i++) {
        Color grey = color_mix(theme->muted, theme->axis.color, (double)i / GREYS);

        if (color_contrast(grey, theme->land) >= LAND_CONTRAST &&
            color_contrast(grey, theme_paper(theme)) >= PAPER_CONTRAST)
            return grey;
    }
    return theme->axis.color;
}

static void
map_mute(Map *map, Plot *plot)
{
    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].muted)
            plot->series[i].color = map_muted(plot->theme);
    for (guint i = 0; i < map->n_symbols; i++)
        if (map->symbols[i].series != G_MAXUINT)
            map->symbols[i].color = plot->series[map->symbols[i].series].color;
}

gboolean
map_expand(Plot *plot, GError **error)
{
    Map *map = arena_new0(plot->arena, Map, 1);
    const Gazetteer *gazetteer;
    guint *panels;

    map->plot = plot;
    map->files = g_ptr_array_new_with_free_func((GDestroyNotify)table_unref);
    arena_own(plot->arena, map->files, (GDestroyNotify)g_ptr_array_unref);
    if (plot->spec->map.view != VIEW_AUTO && plot->spec->map.view != VIEW_MAP)
        return map_expand_graph(map, plot, error);
    if (!map_refuse_options(plot, error) || !map_check_anything(plot, error) ||
        !map_check_rows(plot, error) || !facets_bind(plot, &panels, error))
        return FALSE;
    map->atlas = map_open_atlas(plot, error);
    if (map->atlas == NULL)
        return FALSE;
    arena_own(plot->arena, map->atlas, (GDestroyNotify)atlas_free);
    gazetteer = map_gazetteer(map, plot, error);
    if (gazetteer == NULL)
        return FALSE;
    plot->n_series = 1;
    plot->series = arena_new0(plot->arena, Series, 1);
    if (relations_are_asked_for(plot)) {
        map->relations = relations_bind(plot, (Gazetteer *)gazetteer, panels, error);
        if (map->relations == NULL)
            return FALSE;
    }
    if (!map_bind_fills(map, plot, gazetteer, panels, error) ||
        !map_bind_symbols(map, plot, gazetteer, panels, error) ||
        !map_bind_callouts(map, plot, gazetteer, error) || !map_check_needs(map, plot, error) ||
        !map_choose_extent(map, plot, error))
        return FALSE;
    map_mute(map, plot);
    map_mark_neighbours(map, plot);
    rename_report(plot->spec, &plot->frame->found, plot->report);
    bind_no_axes(plot);
    map_fill_layer(map, plot);
    map_make_keys(map, plot);
    map_make_credit(map, plot);
    return TRUE;
}
