#include "geo/country.h"

#include <string.h>

static CountryNames *names;

static void
assert_found(const char *text, const char *iso3)
{
    GError *error = NULL;
    const Country *country = country_names_find(names, text, WHERE_NONE, &error);

    g_assert_no_error(error);
    g_assert_nonnull(country);
    g_assert_cmpstr(country->iso3, ==, iso3);
}

static void
assert_refused(const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    Where where = { "relations.csv", 7, 2 };

    g_assert_null(country_names_find(names, text, where, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpuint(error_where(error).line, ==, 7);
}

static void
test_codes_are_found(void)
{
    assert_found("KP", "PRK");
    assert_found("kp", "PRK");
    assert_found("PRK", "PRK");
    assert_found("408", "PRK");
    assert_found("004", "AFG");
    assert_found("4", "AFG");
    assert_found("XKX", "XKX");
    assert_found("NA", "NAM");
    assert_found(" sg ", "SGP");
}

static void
test_every_name_of_every_country_is_found(void)
{
    for (guint i = 0; i < countries_count(); i++) {
        const Country *country = countries_at(i);
        g_auto(GStrv) aliases = g_strsplit(country->aliases, ";", -1);

        assert_found(country->name, country->iso3);
        assert_found(country->official, country->iso3);
        for (char **alias = aliases; *alias; alias++)
            assert_found(*alias, country->iso3);
        if (*country->iso2) {
            assert_found(country->iso2, country->iso3);
            assert_found(country->iso3, country->iso3);
        }
        g_assert_true(countries_find(country->id) == country);
        g_assert_true(!country->capital == (country->lon == 0 && country->lat == 0));
    }
}

static void
test_former_names_are_found(void)
{
    assert_found("Burma", "MMR");
    assert_found("Swaziland", "SWZ");
    assert_found("DPRK", "PRK");
    assert_found("Zaire", "COD");
    assert_found("Macedonia", "MKD");
    assert_found("Czech Republic", "CZE");
    assert_found("East Timor", "TLS");
    assert_found("Cabo Verde", "CPV");
    assert_found("Upper Volta", "BFA");
    assert_found("Ceylon", "LKA");
}

static void
test_spelling_makes_no_difference(void)
{
    assert_found("Türkiye", "TUR");
    assert_found("TURKIYE", "TUR");
    assert_found("Côte d'Ivoire", "CIV");
    assert_found("Cote d’Ivoire", "CIV");
    assert_found("The Gambia", "GMB");
    assert_found("the netherlands", "NLD");
    assert_found("St. Lucia", "LCA");
    assert_found("St Kitts & Nevis", "KNA");
    assert_found("Guinea Bissau", "GNB");
    assert_found("Viet  Nam", "VNM");
    assert_found("U.S.A.", "USA");
    assert_found("Lao People's Democratic Republic (the)", "LAO");
}

static void
test_names_within_names_are_told_apart(void)
{
    assert_found("Guinea", "GIN");
    assert_found("Sudan", "SDN");
    assert_found("Niger", "NER");
    assert_found("Samoa", "WSM");
    assert_found("Dominica", "DMA");
    assert_found("Ireland", "IRL");
}

static void
test_shared_names_are_refused(void)
{
    assert_refused(
        "Korea",
        "\"Korea\" can mean more than one country; write \"North Korea\" or \"South Korea\"");
    assert_refused("congo",
                   "\"congo\" can mean more than one country; write \"Republic of the Congo\" or "
                   "\"DR Congo\"");
    assert_refused(
        "St. Martin",
        "\"St. Martin\" can mean more than one country; write \"Saint Martin (French part)\" or "
        "\"Sint Maarten\"");
    assert_refused(
        "Czechoslovakia",
        "\"Czechoslovakia\" can mean more than one country; write \"Czechia\" or \"Slovakia\"");
}

static void
test_unknown_names_are_refused(void)
{
    assert_refused("Brma",
                   "\"Brma\" is no country's name or ISO 3166 code (did you mean \"Burma\"?)");
    assert_refused(
        "Singapur",
        "\"Singapur\" is no country's name or ISO 3166 code (did you mean \"Singapore\"?)");
    assert_refused("Atlantis", "\"Atlantis\" is no country's name or ISO 3166 code");
    assert_refused("", "\"\" is no country's name or ISO 3166 code");
    assert_refused("0", "\"0\" is no country's name or ISO 3166 code");
    assert_refused("000", "\"000\" is no country's name or ISO 3166 code");
    assert_refused("the", "\"the\" is no country's name or ISO 3166 code");
    assert_refused("북한", "\"북한\" is no country's name or ISO 3166 code");
    assert_refused("\xff", "\"\\xFF\" is no country's name or ISO 3166 code");
}

/* A code that is in the table twice would hide a country: the later row wins in silence. Names are
 * held apart by looking all of them up. */
static void
test_no_code_is_in_the_table_twice(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < countries_count(); i++) {
        const Country *country = countries_at(i);
        g_autofree char *all =
            g_strdup_printf("%s;%s;%u", country->iso2, country->iso3, country->id);
        g_auto(GStrv) codes = g_strsplit(all, ";", -1);

        for (char **code = codes; *code; code++)
            g_assert_true(**code == '\0' || g_hash_table_add(seen, g_strdup(*code)));
        if (i > 0)
            g_assert_cmpstr(country->name, !=, countries_at(i - 1)->name);
    }
}

/* The table of the data sets was compiled from other sources. */
static void
test_table_agrees_with_the_data_sets(void)
{
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;
    guint n = 0;

    g_assert_true(
        g_file_get_contents(SOURCE_ROOT "/datasets/reference/countries.csv", &text, NULL, NULL));
    lines = g_strsplit(text, "\n", -1);
    for (char **line = lines + 1; *line && **line; line++, n++) {
        g_auto(GStrv) cells = g_strsplit(*line, ",", -1);
        const Country *country;
        guint last = g_strv_length(cells) - 1;

        assert_found(cells[0], cells[0]);
        assert_found(cells[1], cells[0]);
        assert_found(cells[2], cells[0]);
        assert_found(cells[3], cells[0]);
        country = country_names_find(names, cells[0], WHERE_NONE, NULL);
        g_assert_cmpstr(country->capital, ==, cells[last - 5]);
        g_assert_cmpfloat_with_epsilon(country->lat, g_ascii_strtod(cells[last - 4], NULL), 0.1);
        g_assert_cmpfloat_with_epsilon(country->lon, g_ascii_strtod(cells[last - 3], NULL), 0.1);
    }
    g_assert_cmpuint(n, ==, 15);
}

/* Where Debian's iso-codes or tzdata is installed: every code, and no other. */
static void
test_codes_are_those_of_tzdata(void)
{
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;
    guint n = 0;

    if (!g_file_get_contents("/usr/share/zoneinfo/iso3166.tab", &text, NULL, NULL)) {
        g_test_skip("tzdata is not installed");
        return;
    }
    lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_autofree char *code = g_strndup(*line, 2);
        const Country *country;

        if (**line == '#' || **line == '\0')
            continue;
        country = country_names_find(names, code, WHERE_NONE, NULL);
        g_assert_nonnull(country);
        g_assert_cmpstr(country->iso2, ==, code);
        n++;
    }
    g_assert_cmpuint(n + 3, ==, countries_count()); /* Kosovo, Northern Cyprus, Somaliland */
}

int
main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    names = country_names_new();
    g_test_add_func("/country/codes", test_codes_are_found);
    g_test_add_func("/country/all", test_every_name_of_every_country_is_found);
    g_test_add_func("/country/former", test_former_names_are_found);
    g_test_add_func("/country/spelling", test_spelling_makes_no_difference);
    g_test_add_func("/country/within", test_names_within_names_are_told_apart);
    g_test_add_func("/country/shared", test_shared_names_are_refused);
    g_test_add_func("/country/unknown", test_unknown_names_are_refused);
    g_test_add_func("/country/unique", test_no_code_is_in_the_table_twice);
    g_test_add_func("/country/datasets", test_table_agrees_with_the_data_sets);
    g_test_add_func("/country/tzdata", test_codes_are_those_of_tzdata);
    status = g_test_run();
    country_names_free(names);
    return status;
}
