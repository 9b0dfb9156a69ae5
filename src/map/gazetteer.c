#include "map/gazetteer.h"

#include "geo/country.h"
#include "geo/sphere.h"

#include <string.h>

/* A place of the user's own. */
typedef struct {
    Place place;
    gsize row;
} OwnPlace;

struct Gazetteer {
    Atlas *atlas;
    PlaceAnchor anchor;
    const Table *table;    /* of --places; NULL: none */
    OwnPlace *own;         /* a row each */
    GHashTable *ids;       /* text -> OwnPlace *, of ids */
    GHashTable *names;     /* the same of names; NULL value: shared by several */
    CountryNames *country; /* NULL: the atlas has the user's own areas */
};

static const Column *
gazetteer_column(const Table *table, const char *const *names)
{
    for (guint i = 0; i < table_n_columns(table); i++) {
        const Column *column = table_column(table, i);

        for (guint k = 0; names[k] != NULL; k++)
            if (g_ascii_strcasecmp(column->name, names[k]) == 0)
                return column;
    }
    return NULL;
}

/* A cell of any type as text; NULL: missing. Caller frees. */
static char *
gazetteer_cell(const Column *column, gsize row)
{
    GString *cell;

    if (column == NULL || column_is_missing(column, row))
        return NULL;
    cell = g_string_new(NULL);
    column_append_cell(column, row, cell);
    return g_string_free(cell, FALSE);
}

static gboolean
gazetteer_add_own(Gazetteer *gazetteer, gsize row, const Column *id, const Column *name, LonLat at,
                  GError **error)
{
    OwnPlace *own = &gazetteer->own[row];
    char *key = gazetteer_cell(id, row), *title = gazetteer_cell(name, row);
    OwnPlace *before = key != NULL ? g_hash_table_lookup(gazetteer->ids, key) : NULL;

    if (before != NULL) {
        error_set(error, ERROR_INPUT, table_where(gazetteer->table, row, id),
                  "--places: \"%s\" stands on line %u already", key,
                  table_line(gazetteer->table, before->row));
        g_free(key);
        g_free(title);
        return FALSE;
    }
    if (title == NULL)
        title = g_strdup(key);
    own->place = (Place){ .name = title, .at = at, .area = ATLAS_NONE };
    own->row = row;
    if (title != NULL) {
        gboolean twice = g_hash_table_contains(gazetteer->names, title);

        g_hash_table_insert(gazetteer->names, title, twice ? NULL : own);
    }
    if (key != NULL)
        g_hash_table_insert(gazetteer->ids, key, own);
    return TRUE;
}

static gboolean
gazetteer_read_own(Gazetteer *gazetteer, GError **error)
{
    static const char *const ids[] = { "id", "key", "code", NULL };
    static const char *const titles[] = { "name", "place", NULL };
    static const char *const lats[] = { "lat", "latitude", NULL };
    static const char *const lons[] = { "lon", "lng", "long", "longitude", NULL };
    const Table *table = gazetteer->table;
    const Column *id = gazetteer_column(table, ids), *name = gazetteer_column(table, titles);
    const Column *lat = gazetteer_column(table, lats), *lon = gazetteer_column(table, lons);

    if ((id == NULL && name == NULL) || lat == NULL || lon == NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = table->file },
                  "--places: the columns id or name, lat and lon are needed; there is no %s",
                  lat == NULL   ? "lat"
                  : lon == NULL ? "lon"
                                : "id or name");
        return FALSE;
    }
    if (lat->type != COLUMN_NUMBER || lon->type != COLUMN_NUMBER) {
        const Column *wrong = lat->type != COLUMN_NUMBER ? lat : lon;

        error_set(error, ERROR_INPUT, (Where){ .file = table->file, .field = wrong->field },
                  "--places: column \"%s\" is %s; degrees are numbers such as 39.03", wrong->name,
                  column_type_name(wrong->type));
        return FALSE;
    }
    for (gsize i = 0; i < table->length; i++) {
        LonLat at = { lon->values[i], lat->values[i] };
        Where where = table_where(table, i, isfinite(at.lat) && fabs(at.lat) <= 90 ? lon : lat);

        if (!sphere_check(at, where, error) ||
            !gazetteer_add_own(gazetteer, i, id, name, at, error))
            return FALSE;
    }
    return TRUE;
}

void
gazetteer_free(Gazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    for (gsize i = 0; gazetteer->table != NULL && i < gazetteer->table->length; i++)
        g_free((char *)gazetteer->own[i].place.name);
    g_free(gazetteer->own);
    g_clear_pointer(&gazetteer->ids, g_hash_table_unref);
    g_clear_pointer(&gazetteer->names, g_hash_table_unref);
    g_clear_pointer(&gazetteer->country, country_names_free);
    g_free(gazetteer);
}

Gazetteer *
gazetteer_new(Atlas *atlas, const Spec *spec, const Table *places, GError **error)
{
    g_autoptr(Gazetteer) gazetteer = g_new0(Gazetteer, 1);

    gazetteer->atlas = atlas;
    gazetteer->anchor = (PlaceAnchor)spec->map.anchor;
    gazetteer->table = places;
    gazetteer->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gazetteer->names = g_hash_table_new(g_str_hash, g_str_equal);
    if (spec->map.boundaries == NULL)
        gazetteer->country = country_names_new();
    if (places != NULL) {
        gazetteer->own = g_new0(OwnPlace, places->length + 1);
        if (!gazetteer_read_own(gazetteer, error))
            return NULL;
    }
    return g_steal_pointer(&gazetteer);
}

/* A country at its anchor: those without a shape stand at their capital. */
static gboolean
gazetteer_place_country(const Gazetteer *gazetteer, const Country *country, Where where,
                        Place *ret_place, GError **error)
{
    guint area = atlas_find_country(gazetteer->atlas, country->id);
    gboolean at_capital =
        country->capital != NULL && (gazetteer->anchor == ANCHOR_CAPITAL || area == ATLAS_NONE);

    if (!at_capital && area == ATLAS_NONE) {
        error_set(error, ERROR_INPUT, where,
                  "%s has neither a shape nor a capital on this map; give it a place with --places",
                  country->name);
        return FALSE;
    }
    *ret_place = (Place){
        .name = country->name,
        .at = at_capital ? (LonLat){ country->lon, country->lat }
                         : atlas_area(gazetteer->atlas, area).label,
        .area = area,
    };
    return TRUE;
}

/* The capitals of that name; several bear one: Kingston, Georgetown. */
static gboolean
gazetteer_find_capital(const Gazetteer *gazetteer, const char *text, Place *ret_place)
{
    const Country *found = NULL;

    for (guint i = 0; gazetteer->country != NULL && i < countries_count(); i++) {
        const Country *country = countries_at(i);

        if (country->capital == NULL || g_ascii_strcasecmp(country->capital, text) != 0)
            continue;
        if (found != NULL)
            return FALSE;
        found = country;
    }
    if (found == NULL)
        return FALSE;
    *ret_place =
        (Place){ .name = found->capital, .at = { found->lon, found->lat }, .area = ATLAS_NONE };
    return TRUE;
}

/* Adds the user's own places to what is near. */
static void
gazetteer_suggest_own(const Gazetteer *gazetteer, const char *text, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *near = NULL;
    char *message;

    if (gazetteer->table == NULL || error == NULL || *error == NULL)
        return;
    for (gsize i = 0; i < gazetteer->table->length; i++)
        if (gazetteer->own[i].place.name != NULL)
            g_ptr_array_add(names, (gpointer)gazetteer->own[i].place.name);
    g_ptr_array_add(names, NULL);
    near = error_suggest(text, (const char *const *)names->pdata);
    message = g_strdup_printf("%s; nor is it a place of %s%s", (*error)->message,
                              gazetteer->table->file, near);
    g_free((*error)->message);
    (*error)->message = message;
}

gboolean
gazetteer_find_area(const Gazetteer *gazetteer, const char *text, Where where, Place *ret_place,
                    GError **error)
{
    guint area;

    if (gazetteer->country != NULL) {
        const Country *country = country_names_find(gazetteer->country, text, where, error);

        return country != NULL &&
               gazetteer_place_country(gazetteer, country, where, ret_place, error);
    }
    if (!atlas_find(gazetteer->atlas, text, where, &area, error))
        return FALSE;
    *ret_place = (Place){ .name = atlas_area(gazetteer->atlas, area).name,
                          .at = atlas_area(gazetteer->atlas, area).label,
                          .area = area };
    return TRUE;
}

gboolean
gazetteer_find(const Gazetteer *gazetteer, const char *text, Where where, Place *ret_place,
               GError **error)
{
    const OwnPlace *own = g_hash_table_lookup(gazetteer->ids, text);
    g_autoptr(GError) why = NULL;
    gpointer by_name = NULL;

    if (own == NULL && g_hash_table_lookup_extended(gazetteer->names, text, NULL, &by_name) &&
        by_name == NULL) {
        error_set(error, ERROR_INPUT, where,
                  "several places of %s are called \"%s\"; use their ids", gazetteer->table->file,
                  text);
        return FALSE;
    }
    own = own != NULL ? own : by_name;
    if (own != NULL) {
        *ret_place = own->place;
        return TRUE;
    }
    if (gazetteer_find_area(gazetteer, text, where, ret_place, &why) ||
        gazetteer_find_capital(gazetteer, text, ret_place))
        return TRUE;
    gazetteer_suggest_own(gazetteer, text, &why);
    g_propagate_error(error, g_steal_pointer(&why));
    return FALSE;
}
