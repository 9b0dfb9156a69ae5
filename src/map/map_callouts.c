// Notes on the map, from a file of places, texts and dates.
#include "map/map.h"

#include "geo/sphere.h"
#include "plot/bind.h"

static const Column *
callouts_column(const Table *table, const char *name)
{
    for (guint i = 0; i < table_n_columns(table); i++)
        if (g_ascii_strcasecmp(table_column(table, i)->name, name) == 0)
            return table_column(table, i);
    return NULL;
}

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
    Table *table;

    if (plot->spec->map.callouts == NULL)
        return TRUE;
    table = map_read_file("callouts", plot->spec->map.callouts, plot, error);
    if (table == NULL)
        return FALSE;
    arena_own(plot->arena, table, (GDestroyNotify)table_unref);
    place = callouts_column(table, "place");
    text = callouts_column(table, "text");
    date = callouts_column(table, "date");
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
