// The rows of the data as symbols: where each stands, what it says and which colour it has.
#include "map/symbols.h"

#include "geo/sphere.h"
#include "plot/bind.h"
#include "plot/picked_names.h"

#include <string.h>

/* Earlier ones may be mere numbers. */
#define LEAST_YEAR 1000

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

gboolean
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
