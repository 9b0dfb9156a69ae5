// The numbers of areas or places as circles (--symbols).
#include "map/symbols.h"

#include "plot/bind.h"
#include "plot/color_scale.h"
#include "plot/palette.h"

/* Circles over a ramp keep off its colours by this, OKLab times 100, if a palette has one that
 * does.
 */
#define APART 12.0
#define MOST_TRIES 6
#define RAMP_SAMPLES 8

/* The key of a row of --places: its id, else its name. */
static Column *
symbols_place_key(const Table *table)
{
    static const char *const names[] = { "id", "key", "code", "name", "place" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        Column *column = table_find_any_case(table, names[i]);

        if (column != NULL)
            return column;
    }
    return NULL;
}

/* The table whose rows have the circles of --symbols: of the areas, else of the places. */
static Frame *
symbols_frame(Map *map, Plot *plot, Channel *ret_key, GError **error)
{
    const Spec *spec = plot->spec;
    const gboolean areas = spec->map.areas != NULL || spec->channels[CHANNEL_AREA] != NULL;
    const char *file = spec->map.areas != NULL ? spec->map.areas : areas ? NULL : spec->map.places;
    const Table *table;
    Frame *frame;

    *ret_key = CHANNEL_AREA;
    if (areas && file == NULL)
        return plot->frame;
    if (file == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--symbols: the numbers of areas (--area-key) or of places (--places)");
        return NULL;
    }
    table = map_read_file(map, areas ? "areas" : "places", file, error);
    if (table == NULL)
        return NULL;
    frame = frame_of_file(spec, 1u << CHANNEL_SYMBOLS | (areas ? 1u << CHANNEL_AREA : 0), table,
                          plot->report, error);
    if (frame == NULL)
        return NULL;
    if (areas && frame->columns[CHANNEL_AREA] == NULL) {
        frame_free(frame);
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--areas needs --area-key: the column that names the areas");
        return NULL;
    }
    arena_own(plot->arena, frame, (GDestroyNotify)frame_free);
    rename_join(spec, &plot->frame->found, &frame->found);
    plot->beside[plot->n_beside++] = frame;
    if (!areas) {
        *ret_key = CHANNEL_PLACE;
        frame->columns[CHANNEL_PLACE] = symbols_place_key(frame->table);
    }
    return frame;
}

/* The first colour of the palette that no link and no area has. */
static Color
symbols_area_color(const Map *map, const Plot *plot)
{
    const Plot *fills = map->fills != NULL ? &map->fills->plot : NULL;
    const ColorScale *scale = fills != NULL && map->fills->ramp ? fills->guide_data : NULL;
    guint index = map->relations != NULL ? plot->n_series : 0;

    if (fills != NULL && scale == NULL && fills->frame->columns[CHANNEL_FILL] != NULL)
        index += fills->n_series;
    for (guint tries = 0; scale != NULL && tries < MOST_TRIES; tries++, index++) {
        Color color = palette_next(plot, index);
        double nearest = INFINITY;

        for (guint i = 0; i <= RAMP_SAMPLES; i++)
            nearest =
                MIN(nearest, color_distance(color, ramp_color(scale->ramp, (double)i / RAMP_SAMPLES,
                                                              scale->dark)));
        if (nearest >= APART)
            return color;
    }
    return palette_next(plot, index);
}

gboolean
symbols_of_areas(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                 GError **error)
{
    Channel key;
    Frame *frame = symbols_frame(map, plot, &key, error);
    const Column *value, *names;
    g_autoptr(Column) texts = NULL;
    Color color = symbols_area_color(map, plot);
    AxisSpec axis = { 0 };
    gsize left_out = 0;

    if (frame == NULL)
        return FALSE;
    value = frame->columns[CHANNEL_SYMBOLS];
    if (value->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--symbols: column \"%s\" is %s, not numbers",
                  value->name, column_type_name(value->type));
        return FALSE;
    }
    names = frame->columns[key];
    if (!symbols_check_sizes(frame->table, value, CHANNEL_SYMBOLS, error) ||
        !bind_axis_options(plot, CHANNEL_SYMBOLS, &axis, error))
        return FALSE;
    texts = column_as_text(names);
    map->symbols = arena_new0(plot->arena, MapSymbol, texts->length);
    map->sized = TRUE;
    axis.title = frame->titles[CHANNEL_SYMBOLS];
    map->sizes = axis;
    for (gsize i = 0; i < texts->length; i++) {
        MapSymbol *symbol = &map->symbols[map->n_symbols];

        if (column_is_missing(value, i) || column_is_missing(names, i)) {
            left_out++;
            continue;
        }
        if (!gazetteer_find(gazetteer, column_text(texts, i), table_where(frame->table, i, names),
                            &symbol->place, error))
            return FALSE;
        map->n_symbols++;
        symbol->name = map_place_name(plot, column_text(texts, i), &symbol->place);
        symbol->value = value->values[i];
        symbol->panel = frame == plot->frame ? panels[i] : G_MAXUINT;
        symbol->series = G_MAXUINT;
        symbol->color = color;
        symbol->row = (gint64)i + 1;
        symbols_title(plot, symbol, &axis);
    }
    if (left_out > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = frame->table->file }, left_out,
                   "--symbols: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                   " rows have no value and no circle",
                   left_out, texts->length);
    return TRUE;
}
