#include "geo/country.h"

#include <string.h>

static const Country COUNTRIES[] = {
#include "geo/country_table.inc"
};

enum { SHARED_MAX = 15 };

/* A name of several countries, or of a former one whose land several have now. */
typedef struct {
    const char *name;
    guint16 ids[SHARED_MAX]; /* ends with 0 unless full */
} SharedName;

static const SharedName SHARED[] = {
#include "geo/country_shared_table.inc"
};

/* NULL until the first name that is no code is looked up. */
struct CountryNames {
    GHashTable *by_name; /* folded name → Country; owns the names */
    GHashTable *shared;  /* folded name → SharedName; owns the names */
    GPtrArray
        *written; /* the names as they are written, for suggestions; owns them, ends with NULL */
};

guint
countries_count(void)
{
    return G_N_ELEMENTS(COUNTRIES);
}

const Country *
countries_at(guint index)
{
    g_assert(index < G_N_ELEMENTS(COUNTRIES));
    return &COUNTRIES[index];
}

const Country *
countries_find(guint id)
{
    for (guint i = 0; i < G_N_ELEMENTS(COUNTRIES); i++)
        if (COUNTRIES[i].id == id)
            return &COUNTRIES[i];
    return NULL;
}

/* Words that are written in two ways, told in one; NULL for what says nothing ("Gambia (the)"). */
static const char *
fold_word(const char *word)
{
    if (*word == '\0' || strcmp(word, "the") == 0)
        return NULL;
    if (strcmp(word, "st") == 0)
        return "saint";
    return word;
}

/* Letters and digits of ASCII in lower case, with single spaces: apostrophes and full stops go
 * ("D.R." is "DR"; "St. Lucia" has its space), other signs part words. Caller frees. */
static char *
fold(const char *text)
{
    g_autofree char *ascii = g_str_to_ascii(text, "C");
    g_autoptr(GString) plain = g_string_new(NULL);
    g_autoptr(GString) folded = g_string_new(NULL);
    g_auto(GStrv) words = NULL;

    for (const char *at = ascii; *at != '\0'; at++) {
        if (g_ascii_isalnum(*at) || *at == '?')
            g_string_append_c(plain, g_ascii_tolower(*at));
        else if (*at == '&')
            g_string_append(plain, " and ");
        else if (*at != '\'' && *at != '.' && *at != '`')
            g_string_append_c(plain, ' ');
    }
    words = g_strsplit(plain->str, " ", -1);
    for (char **word = words; *word; word++) {
        const char *same = fold_word(*word);

        if (!same)
            continue;
        if (folded->len > 0)
            g_string_append_c(folded, ' ');
        g_string_append(folded, same);
    }
    return g_string_free(g_steal_pointer(&folded), FALSE);
}

static void
add(CountryNames *names, const Country *country, const char *name)
{
    if (*name == '\0')
        return;
    g_hash_table_insert(names->by_name, fold(name), (gpointer)country);
    g_ptr_array_add(names->written, g_strdup(name));
}

static void
add_country(CountryNames *names, const Country *country)
{
    g_auto(GStrv) aliases = g_strsplit(country->aliases, ";", -1);
    char number[8];

    add(names, country, country->name);
    add(names, country, country->official);
    for (char **alias = aliases; *alias; alias++)
        add(names, country, *alias);
    g_hash_table_insert(names->by_name, fold(country->iso2), (gpointer)country);
    g_hash_table_insert(names->by_name, fold(country->iso3), (gpointer)country);
    g_snprintf(number, sizeof number, "%u", country->id);
    g_hash_table_insert(names->by_name, g_strdup(number), (gpointer)country);
}

/* Codes are nobody else's name. */
static const Country *
find_code(const char *text)
{
    gsize length = strlen(text);

    for (guint i = 0; (length == 2 || length == 3) && i < G_N_ELEMENTS(COUNTRIES); i++)
        if (g_ascii_strcasecmp(text, length == 2 ? COUNTRIES[i].iso2 : COUNTRIES[i].iso3) == 0)
            return &COUNTRIES[i];
    return NULL;
}

CountryNames *
country_names_new(void)
{
    return g_new0(CountryNames, 1);
}

static void
fill(CountryNames *names)
{
    names->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    names->shared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    names->written = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < G_N_ELEMENTS(COUNTRIES); i++)
        add_country(names, &COUNTRIES[i]);
    for (guint i = 0; i < G_N_ELEMENTS(SHARED); i++)
        g_hash_table_insert(names->shared, fold(SHARED[i].name), (gpointer)&SHARED[i]);
    g_ptr_array_add(names->written, NULL);
    g_hash_table_remove(names->by_name, ""); /* the codes of those without */
}

void
country_names_free(CountryNames *names)
{
    if (!names)
        return;
    g_clear_pointer(&names->by_name, g_hash_table_unref);
    g_clear_pointer(&names->shared, g_hash_table_unref);
    g_clear_pointer(&names->written, g_ptr_array_unref);
    g_free(names);
}

static void
refuse_shared(const SharedName *shared, const char *quoted, Where where, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (guint i = 0; i < SHARED_MAX && shared->ids[i] != 0; i++) {
        gboolean last = i + 1 == SHARED_MAX || shared->ids[i + 1] == 0;

        g_string_append(list, i == 0 ? "" : last ? " or " : ", ");
        g_string_append_printf(list, "\"%s\"", countries_find(shared->ids[i])->name);
    }
    error_set(error, ERROR_INPUT, where, "\"%s\" can mean more than one country; write %s", quoted,
              list->str);
}

/* A number without its leading zeros, as the table has it; other text as it is. */
static const char *
without_zeros(const char *folded)
{
    if (strspn(folded, "0123456789") != strlen(folded))
        return folded;
    return folded + strspn(folded, "0");
}

static const Country *
find_name(const CountryNames *names, const char *text, Where where, GError **error)
{
    g_autofree char *quoted = error_quote(text, -1, 60);
    g_autofree char *folded = g_utf8_validate(text, -1, NULL) ? fold(text) : g_strdup("");
    g_autofree char *near = NULL;
    const SharedName *shared = g_hash_table_lookup(names->shared, folded);
    const Country *country = g_hash_table_lookup(names->by_name, without_zeros(folded));

    if (shared) {
        refuse_shared(shared, quoted, where, error);
        return NULL;
    }
    if (country || error == NULL) /* what is near takes far longer to find, and is not asked for */
        return country;
    near = error_suggest(text, (const char *const *)names->written->pdata);
    error_set(error, ERROR_INPUT, where, "\"%s\" is no country's name or ISO 3166 code%s", quoted,
              near);
    return NULL;
}

const Country *
country_names_find(CountryNames *names, const char *text, Where where, GError **error)
{
    const Country *country = find_code(text);

    if (country != NULL)
        return country;
    if (names->by_name == NULL)
        fill(names);
    return find_name(names, text, where, error);
}
