// Dots and circles: of rows with a place or coordinates, and of the numbers of areas and places.
#include "map/map.h"

#include "geo/sphere.h"
#include "plot/bind.h"
#include "plot/color_scale.h"
#include "plot/palette.h"
#include "plot/picked_names.h"
#include "scale/size.h"

#include <stdlib.h>
#include <string.h>

/* The largest circle as a share of the shorter side of the page, and at most, px at text of 13 px.
 */
#define LARGEST_SHARE 0.07
#define LARGEST 34.0
#define LEAST_RADIUS 2.0
/* All circles together take this share of the page at most. */
#define CIRCLES_SHARE 0.07
#define DOT 4.5
/* Circles over a ramp keep off its colours by this, OKLab times 100, if a palette has one that
 * does.
 */
#define APART 12.0
#define MOST_TRIES 6
#define RAMP_SAMPLES 8
/* A dot with a year in it, by the size of its words. */
#define DATED_DOT 0.84
/* Earlier ones may be mere numbers. */
#define LEAST_YEAR 1000

static gboolean
symbols_check_sizes(const Table *table, const Column *size, Channel channel, GError **error)
{
    for (gsize i = 0; i < size->length; i++)
        if (size->values[i] < 0) {
            error_set(error, ERROR_INPUT, table_where(table, i, size),
                      "--%s: column \"%s\" has values below zero, which no area can show; leave "
                      "them out with --where",
                      channel_name(channel), size->name);
            return FALSE;
        }
    return TRUE;
}

/* Radii by area, the largest first, so that small circles lie on large ones. */
static int
symbols_compare(const void *a, const void *b)
{
    const MapSymbol *left = a, *right = b;

    if (left->radius != right->radius)
        return left->radius > right->radius ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

static void
symbols_size(Map *map, Plot *plot)
{
    double em = theme_em(plot->theme), greatest = 0, sum = 0;
    SizeScale scale = { .radius = MIN(LARGEST * em,
                                      LARGEST_SHARE * MIN(plot->size.width, plot->size.height)) };

    for (guint i = 0; map->sized && i < map->n_symbols; i++) {
        greatest = MAX(greatest, map->symbols[i].value);
        sum += map->symbols[i].value;
    }
    scale.greatest = greatest;
    if (sum > 0)
        scale.radius = MIN(scale.radius, sqrt(CIRCLES_SHARE * plot->size.width * plot->size.height /
                                              plot->n_panels / (G_PI * sum / greatest)));
    for (guint i = 0; i < map->n_symbols; i++) {
        MapSymbol *symbol = &map->symbols[i];

        symbol->radius = map->sized   ? MAX(LEAST_RADIUS, size_radius(&scale, symbol->value))
                         : map->dated ? DATED_DOT * plot->theme->source.size
                                      : DOT * em;
    }
    if (map->sized)
        qsort(map->symbols, map->n_symbols, sizeof *map->symbols, symbols_compare);
}

/* "Hanoi, 27 Feb 2019: 12". */
static void
symbols_title(Plot *plot, MapSymbol *symbol, const AxisSpec *axis)
{
    g_autoptr(GString) title = g_string_new(symbol->name);

    if (symbol->words != NULL)
        g_string_append_printf(title, "%s%s", title->len > 0 ? ", " : "", symbol->words);
    if (!isnan(symbol->value))
        g_string_append_printf(title, "%s%s", title->len > 0 ? ": " : "",
                               bind_value_text(plot, axis, symbol->value));
    if (title->len > 0)
        symbol->title = bind_name(plot, title->str);
}

/* The place of a row of the data: by name, or by coordinates. */
static gboolean
symbols_place(Plot *plot, const Gazetteer *gazetteer, gsize row, const char *name, Place *ret_place,
              GError **error)
{
    Column *const *columns = plot->frame->columns;
    LonLat at;

    if (columns[CHANNEL_PLACE] != NULL)
        return gazetteer_find(gazetteer, name,
                              table_where(plot->frame->table, row, columns[CHANNEL_PLACE]),
                              ret_place, error);
    at = (LonLat){ columns[CHANNEL_X]->values[row], columns[CHANNEL_Y]->values[row] };
    if (!sphere_check(at,
                      table_where(plot->frame->table, row,
                                  columns[fabs(at.lat) <= 90 ? CHANNEL_X : CHANNEL_Y]),
                      error)) {
        if (fabs(at.lon) <= 90)
            g_prefix_error(error, "-x is the longitude and -y the latitude: ");
        return FALSE;
    }
    *ret_place = (Place){ .at = at, .area = ATLAS_NONE };
    return TRUE;
}

/* Headers that say the contrary of what they are used for. */
static gboolean
symbols_are_swapped(const Column *x, const Column *y)
{
    return x != NULL && y != NULL && g_ascii_strncasecmp(x->name, "lat", 3) == 0 &&
           (g_ascii_strncasecmp(y->name, "lon", 3) == 0 ||
            g_ascii_strncasecmp(y->name, "lng", 3) == 0);
}

/* What lacks coordinates often has zeros. */
static void
symbols_report_zeros(const Plot *plot)
{
    const Column *x = plot->frame->columns[CHANNEL_X], *y = plot->frame->columns[CHANNEL_Y];
    gsize n = 0, first = 0;

    for (gsize i = 0; x != NULL && i < x->length; i++)
        if (x->values[i] == 0 && y->values[i] == 0 && n++ == 0)
            first = i;
    if (n > 0)
        report_add(plot->report, SEVERITY_WARNING, table_where(plot->frame->table, first, x), n,
                   "%" G_GSIZE_FORMAT " dot%s at 0, 0, in the sea off Africa; leave out with "
                   "--where what has no coordinates",
                   n, n == 1 ? " lies" : "s lie");
}

gboolean
map_check_symbols(Plot *plot, GError **error)
{
    Column *const *columns = plot->frame->columns;
    const Channel needed[] = { CHANNEL_PLACE, CHANNEL_X, CHANNEL_Y, CHANNEL_SIZE };

    if (columns[CHANNEL_PLACE] == NULL &&
        (columns[CHANNEL_X] == NULL) != (columns[CHANNEL_Y] == NULL)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "map: -x is the longitude and -y the latitude; both are needed");
        return FALSE;
    }
    if (columns[CHANNEL_PLACE] != NULL && columns[CHANNEL_X] != NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "map: a row stands at --place or at -x and -y, not at both");
        return FALSE;
    }
    if (symbols_are_swapped(columns[CHANNEL_X], columns[CHANNEL_Y])) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "map: -x is the longitude and -y the latitude; say -x %s -y %s",
                  columns[CHANNEL_Y]->name, columns[CHANNEL_X]->name);
        return FALSE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
        if (columns[needed[i]] != NULL)
            frame_leave_out_missing(plot->frame, needed[i], plot->report);
    symbols_report_zeros(plot);
    return columns[CHANNEL_SIZE] == NULL ||
           symbols_check_sizes(plot->frame->table, plot->frame->columns[CHANNEL_SIZE], CHANNEL_SIZE,
                               error);
}

/* Dots stand out by their words or their places. */
static void
symbols_color(Map *map, Plot *plot, guint *series)
{
    g_autofree const char **names = g_new0(const char *, map->n_symbols + 1);
    gboolean any = plot->n_color_names > 0;

    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];

        names[i] = symbol->words == NULL || picked_names_has(plot, symbol->name) ? symbol->name
                                                                                 : symbol->words;
        if (names[i] != NULL)
            picked_names_know(plot, names[i]);
        any = any || picked_names_has(plot, names[i]);
    }
    if (any)
        picked_names_apply(plot, names, map->n_symbols, series);
    for (guint i = 0; i < map->n_symbols; i++) {
        map->symbols[i].series = series[i];
        map->symbols[i].color = plot->series[series[i]].color;
    }
}

/* The cell of --label. Numbers and times have an order among those of one place. */
static void
symbols_words(Plot *plot, MapSymbol *symbol, const Column *words, gsize row)
{
    g_autoptr(GString) cell = g_string_new(NULL);

    symbol->order = NAN;
    if (words == NULL || column_is_missing(words, row))
        return;
    bind_append_cell(plot, words, row, cell);
    symbol->words = bind_name(plot, cell->str);
    if (words->values != NULL)
        symbol->order = words->values[row];
}

/* "2007"; 0: it is no year. */
static guint
symbols_year(const char *words)
{
    guint year = 0;

    if (strlen(words) != 4)
        return 0;
    for (guint i = 0; i < 4; i++) {
        if (!g_ascii_isdigit(words[i]))
            return 0;
        year = year * 10 + (guint)(words[i] - '0');
    }
    return year;
}

/* Years of one hundred stand in their dots by their last two digits. */
static void
symbols_find_years(Map *map, Plot *plot)
{
    guint first = G_MAXUINT, last = 0;

    for (guint i = 0; i < map->n_symbols; i++) {
        guint year = map->symbols[i].words != NULL ? symbols_year(map->symbols[i].words) : 0;

        if (map->symbols[i].words == NULL)
            continue;
        if (year < LEAST_YEAR)
            return;
        first = MIN(first, year);
        last = MAX(last, year);
    }
    map->dated = !map->sized && last >= LEAST_YEAR && last - first < 100;
    for (guint i = 0; i < map->n_symbols && map->dated; i++)
        if (map->symbols[i].words != NULL)
            map->symbols[i].year = arena_printf(plot->arena, "\u2019%s", map->symbols[i].words + 2);
}

/* A symbol for each row of the data. */
static gboolean
symbols_of_rows(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                GError **error)
{
    const Frame *frame = plot->frame;
    const Column *size, *words = frame->columns[CHANNEL_LABEL];
    guint *series;
    g_autoptr(Column) names = NULL;
    AxisSpec axis = { 0 };

    if (!bind_axis_options(plot, CHANNEL_SYMBOLS, &axis, error))
        return FALSE;
    size = frame->columns[CHANNEL_SIZE];
    words = frame->columns[CHANNEL_LABEL];
    series = bind_series(plot);
    if (frame->columns[CHANNEL_PLACE] != NULL)
        names = column_as_text(frame->columns[CHANNEL_PLACE]);
    map->symbols = arena_new0(plot->arena, MapSymbol, frame->table->length);
    map->sized = size != NULL;
    axis.title = frame->titles[CHANNEL_SIZE];
    map->sizes = axis;
    for (gsize i = 0; i < frame->table->length; i++) {
        MapSymbol *symbol = &map->symbols[map->n_symbols++];

        if (!symbols_place(plot, gazetteer, i, names != NULL ? column_text(names, i) : NULL,
                           &symbol->place, error))
            return FALSE;
        symbol->name =
            names != NULL ? map_place_name(plot, column_text(names, i), &symbol->place) : NULL;
        symbol->value = size != NULL ? size->values[i] : NAN;
        symbol->panel = panels[i];
        symbol->series = series[i];
        symbol->row = (gint64)i + 1;
        symbols_words(plot, symbol, words, i);
        symbols_title(plot, symbol, &axis);
    }
    symbols_color(map, plot, series);
    symbols_find_years(map, plot);
    return TRUE;
}

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

/* A circle for each area or place with a number. */
static gboolean
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
    if (names == NULL || !symbols_check_sizes(frame->table, value, CHANNEL_SYMBOLS, error) ||
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

gboolean
map_bind_symbols(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                 GError **error)
{
    const Spec *spec = plot->spec;
    gboolean rows = spec->channels[CHANNEL_PLACE] != NULL || spec->channels[CHANNEL_X] != NULL ||
                    spec->channels[CHANNEL_Y] != NULL;

    if (rows && (map->relations != NULL || spec->channels[CHANNEL_SYMBOLS] != NULL)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "map: the rows are either symbols (--place, or -x and -y) or %s",
                  map->relations != NULL ? "links (--from, --to)" : "circles of areas (--symbols)");
        return FALSE;
    }
    if (rows && !symbols_of_rows(map, plot, gazetteer, panels, error))
        return FALSE;
    if (spec->channels[CHANNEL_SYMBOLS] != NULL &&
        !symbols_of_areas(map, plot, gazetteer, panels, error))
        return FALSE;
    for (guint i = 0; i < map->n_symbols; i++)
        rename_mark(spec, map->symbols[i].place.name, &plot->frame->found);
    symbols_size(map, plot);
    return TRUE;
}
