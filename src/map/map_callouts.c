// Notes on the map, from a file of places, texts and dates.
#include "map/map.h"

#include "geo/sphere.h"
#include "plot/bind.h"

static const char *
callouts_words(Plot *plot, const Column *column, gsize row)
{
    g_autoptr(GString) cell = g_string_new(NULL);

    if (column == NULL || column_is_missing(column, row))
        return NULL;
    bind_append_cell(plot, column, row, cell);
    return bind_name(plot, cell->str);
}

gboolean
map_bind_callouts(Map *map, Plot *plot, const Gazetteer *gazetteer, GError **error)
{
    const Column *place, *text, *date;
    g_autoptr(Column) places = NULL;
    const Table *table;

    if (plot->spec->map.callouts == NULL)
        return TRUE;
    table = map_read_file(map, "callouts", plot->spec->map.callouts, error);
    if (table == NULL)
        return FALSE;
    place = table_find_any_case(table, "place");
    text = table_find_any_case(table, "text");
    date = table_find_any_case(table, "date");
    if (place == NULL || text == NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = table->file },
                  "--callouts: the columns place and text are needed, date is welcome; there is no "
                  "%s",
                  place == NULL ? "place" : "text");
        return FALSE;
    }
    places = column_as_text(place);
    map->callouts = arena_new0(plot->arena, MapCallout, table->length);
    for (gsize i = 0; i < table->length; i++) {
        MapCallout *callout = &map->callouts[map->n_callouts++];

        if (column_is_missing(place, i) || column_is_missing(text, i)) {
            const Column *empty = column_is_missing(place, i) ? place : text;

            error_set(error, ERROR_INPUT, table_where(table, i, empty),
                      "--callouts: a note without %s", empty == place ? "a place" : "a text");
            return FALSE;
        }
        if (!gazetteer_find(gazetteer, column_text(places, i), table_where(table, i, place),
                            &callout->place, error))
            return FALSE;
        callout->date = callouts_words(plot, date, i);
        callout->text = callouts_words(plot, text, i);
        callout->row = (gint64)i + 1;
    }
    return TRUE;
}
