/* What the areas of a user are called: which members of a file are names, and whose names. */
#include "geo/atlas_own.h"

#include "base/number.h"
#include "geo/country.h"

#include <string.h>

#define AMBIGUOUS G_MAXUINT

/* The properties that name areas in the files people have (Natural Earth, Eurostat, the census
 * offices, geoBoundaries); of names the first is shown. */
static const struct {
    const char *property;
    OwnLabelKind kind;
} PROPERTIES[] = {
    { "name", OWN_LABEL_NAME },      { "NAME", OWN_LABEL_NAME },
    { "Name", OWN_LABEL_NAME },      { "name_en", OWN_LABEL_NAME },
    { "NAME_EN", OWN_LABEL_NAME },   { "admin", OWN_LABEL_NAME },
    { "ADMIN", OWN_LABEL_NAME },     { "NAME_ENGL", OWN_LABEL_NAME },
    { "NAME_LATN", OWN_LABEL_NAME }, { "NAME_LONG", OWN_LABEL_NAME },
    { "shapeName", OWN_LABEL_NAME }, { "title", OWN_LABEL_NAME },
    { "iso_a3", OWN_LABEL_ISO },     { "ISO_A3", OWN_LABEL_ISO },
    { "ISO_A3_EH", OWN_LABEL_ISO },  { "adm0_a3", OWN_LABEL_ISO },
    { "ADM0_A3", OWN_LABEL_ISO },    { "ISO3_CODE", OWN_LABEL_ISO },
    { "iso3", OWN_LABEL_ISO },       { "ISO3", OWN_LABEL_ISO },
    { "a3", OWN_LABEL_ISO },         { "iso_a2", OWN_LABEL_ISO },
    { "ISO_A2", OWN_LABEL_ISO },     { "iso2", OWN_LABEL_ISO },
    { "ISO2", OWN_LABEL_ISO },       { "iso_n3", OWN_LABEL_ISO },
    { "ISO_N3", OWN_LABEL_ISO },     { "iso_3166_2", OWN_LABEL_CODE },
    { "shapeISO", OWN_LABEL_CODE },  { "NUTS_ID", OWN_LABEL_CODE },
    { "CNTR_ID", OWN_LABEL_CODE },   { "GEOID", OWN_LABEL_CODE },
    { "code", OWN_LABEL_CODE },      { "CODE", OWN_LABEL_CODE },
    { "id", OWN_LABEL_CODE },        { "ID", OWN_LABEL_CODE },
};

/* A label of the area that comes next. text need not end with NUL. */
static void
add_label(Own *own, OwnLabelKind kind, guint rank, const char *text, gsize length)
{
    OwnLabel label = { own->areas->len, kind, rank, NULL };

    /* Natural Earth writes -99 where a country has no code. */
    if (length == 0 || (kind != OWN_LABEL_NAME && kind != OWN_LABEL_KEY && text[0] == '-'))
        return;
    label.text = g_string_chunk_insert_len(own->strings, text, (gssize)length);
    g_array_append_val(own->labels, label);
}

void
own_drop_labels(Own *own)
{
    while (own->labels->len > 0 &&
           g_array_index(own->labels, OwnLabel, own->labels->len - 1).area >= own->areas->len)
        g_array_set_size(own->labels, own->labels->len - 1);
}

/* Reads a value, and takes it for a label when it is a text or a number. */
static gboolean
read_label(Own *own, Json *json, OwnLabelKind kind, guint rank, GError **error)
{
    JsonToken token = json_next(json, error);

    if (token == JSON_STRING) {
        gsize length;
        const char *text = json_text(json, &length);

        if (strlen(text) != length) {
            error_set(error, ERROR_INPUT, json_where(json, json_offset(json)),
                      "a name has a NUL character in it");
            return FALSE;
        }
        add_label(own, kind, rank, text, length);
    } else if (token == JSON_NUMBER) {
        g_autoptr(GString) text = g_string_new(NULL);

        number_append_exact(text, json_number(json));
        add_label(own, kind, rank, text->str, text->len);
    } else {
        return token != JSON_ERROR && json_skip(json, token, error);
    }
    return TRUE;
}

gboolean
own_read_id(Own *own, Json *json, GError **error)
{
    gboolean is_key = g_strcmp0(own->key, "id") == 0;

    return read_label(own, json, is_key ? OWN_LABEL_KEY : OWN_LABEL_CODE, 0, error);
}

/* The kind of label that a property makes; FALSE: none. */
static gboolean
kind_of(const Own *own, const Json *json, OwnLabelKind *ret_kind, guint *ret_rank)
{
    if (own->key != NULL && json_text_is(json, own->key)) {
        *ret_kind = OWN_LABEL_KEY;
        *ret_rank = G_N_ELEMENTS(PROPERTIES);
        return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(PROPERTIES); i++)
        if (json_text_is(json, PROPERTIES[i].property)) {
            *ret_kind = PROPERTIES[i].kind;
            *ret_rank = i;
            return TRUE;
        }
    return FALSE;
}

gboolean
own_read_properties(Own *own, Json *json, GError **error)
{
    JsonToken token = json_next(json, error);
    OwnLabelKind kind = OWN_LABEL_NAME;
    guint rank = 0;

    if (token != JSON_OBJECT)
        return token != JSON_ERROR && json_skip(json, token, error);
    for (;;) {
        token = json_next(json, error);
        if (token == JSON_OBJECT_END || token == JSON_ERROR)
            return token == JSON_OBJECT_END;
        if (kind_of(own, json, &kind, &rank)) {
            if (!read_label(own, json, kind, rank, error))
                return FALSE;
            continue;
        }
        if (!json_skip_value(json, error))
            return FALSE;
    }
}

/* Whether a label finds its area: with a key, only the key does. */
static gboolean
is_indexed(const Own *own, const OwnLabel *label)
{
    return own->key == NULL || label->kind == OWN_LABEL_KEY;
}

/* Digits without their leading zeros; NULL: the text has something else in it. */
static const char *
digits_of(const char *text)
{
    gsize zeros = strspn(text, "0");

    if (*text == '\0' || text[strspn(text, "0123456789")] != '\0')
        return NULL;
    return text[zeros] == '\0' ? text + zeros - 1 : text + zeros;
}

static void
index_text(GHashTable *table, const char *text, guint area)
{
    guint was = GPOINTER_TO_UINT(g_hash_table_lookup(table, text));
    guint is = was == 0 || was == area + 1 ? area + 1 : AMBIGUOUS;

    g_hash_table_insert(table, (gpointer)text, GUINT_TO_POINTER(is));
}

static void
index_labels(Own *own)
{
    for (guint i = 0; i < own->labels->len; i++) {
        const OwnLabel *label = &g_array_index(own->labels, OwnLabel, i);
        const char *digits = digits_of(label->text);

        if (!is_indexed(own, label))
            continue;
        index_text(own->by_label, label->text, label->area);
        if (digits != NULL)
            index_text(own->by_number, digits, label->area);
    }
}

static void
choose_names(Own *own)
{
    g_autofree guint *ranks = g_new(guint, own->areas->len + 1);

    for (guint i = 0; i < own->areas->len; i++)
        ranks[i] = G_MAXUINT;
    for (guint i = 0; i < own->labels->len; i++) {
        const OwnLabel *label = &g_array_index(own->labels, OwnLabel, i);
        guint rank = label->kind == OWN_LABEL_NAME ? label->rank : 1000 + (guint)label->kind;

        if (rank < ranks[label->area]) {
            ranks[label->area] = rank;
            own_area_at(own, label->area)->name = label->text;
        }
    }
}

/* A label that says which country an area is. Codes of other kinds do not: the state "CA" is not
 * Canada. */
static guint
country_of(CountryNames *names, const OwnLabel *label)
{
    const Country *country;

    if (label->kind == OWN_LABEL_CODE || (label->kind != OWN_LABEL_ISO && strlen(label->text) < 4))
        return 0;
    country = country_names_find(names, label->text, WHERE_NONE, NULL);
    return country == NULL ? 0 : country->id;
}

/* Areas are countries when most of them are, and different ones: Georgia alone among the states of
 * America is none, and nor are the states that all say "USA". */
static void
find_countries(Own *own)
{
    g_autoptr(CountryNames) names = country_names_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < own->labels->len; i++) {
        const OwnLabel *label = &g_array_index(own->labels, OwnLabel, i);
        OwnArea *area = own_area_at(own, label->area);

        if (area->country == 0)
            area->country = country_of(names, label);
        if (area->country != 0)
            g_hash_table_add(seen, GUINT_TO_POINTER(area->country));
    }
    if (2 * g_hash_table_size(seen) >= own->areas->len)
        return;
    for (guint i = 0; i < own->areas->len; i++)
        own_area_at(own, i)->country = 0;
}

void
own_name_areas(Own *own)
{
    choose_names(own);
    find_countries(own);
    index_labels(own);
}

static gboolean
refuse_ambiguous(const Own *own, const char *quoted, Where where, GError **error)
{
    error_set(
        error, ERROR_INPUT, where,
        "\"%s\" names more than one area of %s; --boundary-key says which property tells them "
        "apart",
        quoted, own->file);
    return FALSE;
}

static gboolean
refuse_unknown(const Own *own, const char *text, const char *quoted, Where where, GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    g_autofree char *near = NULL;

    for (guint i = 0; i < own->labels->len; i++) {
        const OwnLabel *label = &g_array_index(own->labels, OwnLabel, i);

        if (is_indexed(own, label))
            g_ptr_array_add(known, (gpointer)label->text);
    }
    g_ptr_array_add(known, NULL);
    near = error_suggest(text, (const char *const *)known->pdata);
    error_set(error, ERROR_INPUT, where, "\"%s\" names no area of %s%s%s", quoted, own->file, near,
              own->key == NULL && *near == '\0' ? "; --boundary-key says which property names them"
                                                : "");
    return FALSE;
}

/* The one area that is a country, AMBIGUOUS, or 0: as by_label has them. */
static guint
area_of_country(const Own *own, guint country)
{
    guint found = 0;

    for (guint i = 0; i < own->areas->len && country != 0; i++)
        if (own_area_at(own, i)->country == country)
            found = found == 0 ? i + 1 : AMBIGUOUS;
    return found;
}

gboolean
own_find(const Own *own, const char *text, guint country, Where where, guint *ret_area,
         GError **error)
{
    g_autofree char *quoted = error_quote(text, -1, 60);
    const char *digits = digits_of(text);
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(own->by_label, text));

    if (found == 0 && digits != NULL)
        found = GPOINTER_TO_UINT(g_hash_table_lookup(own->by_number, digits));
    if (found == 0)
        found = area_of_country(own, country);
    if (found == AMBIGUOUS)
        return refuse_ambiguous(own, quoted, where, error);
    if (found == 0)
        return refuse_unknown(own, text, quoted, where, error);
    *ret_area = found - 1;
    return TRUE;
}
