// Dots and circles: of rows with a place or coordinates, and of the numbers of areas and places.
#include "map/symbols.h"

#include "plot/bind.h"
#include "plot/rename.h"
#include "scale/size.h"

#include <stdlib.h>

/* The largest circle as a share of the shorter side of the page, and at most, px at text of 13 px.
 */
#define LARGEST_SHARE 0.07
#define LARGEST 34.0
#define LEAST_RADIUS 2.0
/* All circles together take this share of the page at most. */
#define CIRCLES_SHARE 0.07
#define DOT 4.5
/* A dot with a year in it, by the size of its words. */
#define DATED_DOT 0.84

gboolean
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

void
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
