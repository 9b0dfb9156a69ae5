#include "map/map_probe.h"

enum { NORTH = 408, GUIANA = 254, FRANCE = 250 };

typedef struct {
    Atlas *atlas;
    Spec *spec;
    Table *places; /* NULL: none */
    Gazetteer *gazetteer;
    GError *error;
} Lookup;

static void
lookup_clear(Lookup *lookup)
{
    gazetteer_free(lookup->gazetteer);
    g_clear_pointer(&lookup->places, table_unref);
    atlas_free(lookup->atlas);
    spec_free(lookup->spec);
    g_clear_error(&lookup->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Lookup, lookup_clear)

static Lookup
lookup_new(const char *places, PlaceAnchor anchor)
{
    const CsvOptions options = { 0 };
    Lookup lookup = { .atlas = atlas_new_countries(), .spec = spec_new() };

    lookup.spec->map.anchor = (int)anchor;
    if (places != NULL)
        lookup.places = csv_read_bytes("places.csv", places, strlen(places), &options, NULL, NULL);
    lookup.gazetteer = gazetteer_new(lookup.atlas, lookup.spec, lookup.places, &lookup.error);
    g_assert_true((lookup.gazetteer == NULL) == (lookup.error != NULL));
    return lookup;
}

static Place
find(const Lookup *lookup, const char *text)
{
    g_autoptr(GError) error = NULL;
    Place place = { 0 };

    g_assert_no_error(lookup->error);
    gazetteer_find(lookup->gazetteer, text, WHERE_NONE, &place, &error);
    g_assert_no_error(error);
    return place;
}

static void
assert_unknown(const Lookup *lookup, const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    Place place = { .area = 7 };

    g_assert_false(
        gazetteer_find(lookup->gazetteer, text, (Where){ "trade.csv", 12, 3 }, &place, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpuint(error_where(error).line, ==, 12);
    g_assert_cmpuint(place.area, ==, 7);
}

static void
test_countries(void)
{
    static const char *const names[] = {
        "PRK", "prk", "KP", "408", "North Korea", "DPRK", "Democratic People's Republic of Korea",
    };
    g_auto(Lookup) lookup = lookup_new(NULL, ANCHOR_LAND);
    guint area = atlas_find_country(lookup.atlas, NORTH);
    LonLat label = atlas_area(lookup.atlas, area).label;

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        Place place = find(&lookup, names[i]);

        g_assert_cmpuint(place.area, ==, area);
        g_assert_cmpstr(place.name, ==, "North Korea");
        g_assert_cmpfloat(place.at.lon, ==, label.lon);
        g_assert_cmpfloat(place.at.lat, ==, label.lat);
    }
    g_assert_cmpstr(find(&lookup, "Burma").name, ==, find(&lookup, "MMR").name);
    g_assert_cmpstr(find(&lookup, "Swaziland").name, ==, find(&lookup, "Eswatini").name);
    assert_unknown(&lookup, "Atlantis", "\"Atlantis\" is no country's name or ISO 3166 code");
    assert_unknown(&lookup, "Thialand",
                   "\"Thialand\" is no country's name or ISO 3166 code (did you mean "
                   "\"Thailand\"?)");
    assert_unknown(&lookup, "Congo",
                   "\"Congo\" can mean more than one country; write \"Republic of the Congo\" or "
                   "\"DR Congo\"");
    assert_unknown(&lookup, "", "\"\" is no country's name or ISO 3166 code");
}

/* At the capital on request, and where there is no shape. */
static void
test_capitals(void)
{
    g_auto(Lookup) land = lookup_new(NULL, ANCHOR_LAND), capital = lookup_new(NULL, ANCHOR_CAPITAL);
    Place country = find(&capital, "PRK"), city = find(&land, "Pyongyang");
    Place guiana = find(&land, "GUF"), cayenne = find(&land, "Cayenne");

    g_assert_cmpfloat(country.at.lon, ==, city.at.lon);
    g_assert_cmpfloat(country.at.lat, ==, city.at.lat);
    g_assert_cmpstr(country.name, ==, "North Korea");
    g_assert_cmpstr(city.name, ==, "Pyongyang");
    g_assert_cmpuint(country.area, !=, ATLAS_NONE);
    g_assert_cmpuint(city.area, ==, ATLAS_NONE);
    g_assert_cmpuint(guiana.area, ==, ATLAS_NONE);
    g_assert_cmpfloat(guiana.at.lon, ==, cayenne.at.lon);
    assert_unknown(&land, "Bouvet Island",
                   "Bouvet Island has neither a shape nor a capital on this map; give it a place "
                   "with --places");
    /* Two countries have a capital of that name. */
    assert_unknown(&land, "Kingston", "\"Kingston\" is no country's name or ISO 3166 code");
    g_assert_cmpstr(find(&land, "hanoi").name, ==, "Hanoi");
}

static const char own[] = "id,name,lat,lon\n"
                          "PRK,Our North,1,2\n"
                          "DMZ,Panmunjom,37.96,126.68\n"
                          "A,Twin,3,4\n"
                          "B,Twin,5,6\n"
                          ",Nameless id,7,8\n"
                          "C,,9,10\n"
                          "Twin2,PRK,11,12\n"
                          ",,0,0\n";

/* The user's own places come before all others: by their ids, then by their names. */
static void
test_own_places(void)
{
    g_auto(Lookup) lookup = lookup_new(own, ANCHOR_LAND);

    g_assert_cmpstr(find(&lookup, "PRK").name, ==, "Our North");
    g_assert_cmpfloat(find(&lookup, "PRK").at.lon, ==, 2);
    g_assert_cmpfloat(find(&lookup, "PRK").at.lat, ==, 1);
    g_assert_cmpuint(find(&lookup, "PRK").area, ==, ATLAS_NONE);
    g_assert_cmpstr(find(&lookup, "KP").name, ==, "North Korea");
    g_assert_cmpstr(find(&lookup, "DMZ").name, ==, "Panmunjom");
    g_assert_cmpfloat(find(&lookup, "Panmunjom").at.lat, ==, 37.96);
    g_assert_cmpstr(find(&lookup, "Nameless id").name, ==, "Nameless id");
    g_assert_cmpstr(find(&lookup, "C").name, ==, "C");
    g_assert_cmpfloat(find(&lookup, "B").at.lon, ==, 6);
    assert_unknown(&lookup, "Twin",
                   "several places of places.csv are called \"Twin\"; use their "
                   "ids");
    assert_unknown(&lookup, "Panmunjon",
                   "\"Panmunjon\" is no country's name or ISO 3166 code; nor is it a place of "
                   "places.csv (did you mean \"Panmunjom\"?)");
}

static void
assert_refused_places(const char *places, guint line, guint field, const char *message)
{
    g_auto(Lookup) lookup = lookup_new(places, ANCHOR_LAND);

    g_assert_error(lookup.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(lookup.error->message, ==, message);
    g_assert_cmpuint(error_where(lookup.error).line, ==, line);
    g_assert_cmpuint(error_where(lookup.error).field, ==, field);
}

static void
test_refused_places(void)
{
    assert_refused_places("id,name,lat,lon\nA,a,1,2\nA,b,3,4\n", 3, 1,
                          "--places: \"A\" stands on line 2 already");
    assert_refused_places("id,lat,lon\nA,39,125\nB,125,39\n", 3, 2,
                          "the latitude 125 is not between -90 and 90 degrees");
    assert_refused_places("id,lat,lon\nA,39,181\n", 2, 3,
                          "the longitude 181 is not between -180 and 180 degrees");
    assert_refused_places("id,lat,lon\nA,39,125\nB,,3\n", 3, 2,
                          "the latitude is not a finite number");
    assert_refused_places("id,lat,lon\nA,39,E\n", 0, 3,
                          "--places: column \"lon\" is text; degrees are numbers such as 39.03");
    assert_refused_places("lat,lon\n1,2\n", 0, 0,
                          "--places: the columns id or name, lat and lon are needed; there is no "
                          "id or name");
    assert_refused_places("id,lat\n1,2\n", 0, 0,
                          "--places: the columns id or name, lat and lon are needed; there is no "
                          "lon");
}

/* Other headers that people use; ids that read as numbers are texts all the same. */
static void
test_headers(void)
{
    g_auto(Lookup) lookup =
        lookup_new("CODE,Place,Latitude,LNG\n7,Here,1,2\n8,There,-90,180\n", ANCHOR_LAND);

    g_assert_cmpstr(find(&lookup, "7").name, ==, "Here");
    g_assert_cmpfloat(find(&lookup, "There").at.lat, ==, -90);
    g_assert_cmpfloat(find(&lookup, "8").at.lon, ==, 180);
}

/* Fills want areas: neither places nor capitals are any. */
static void
test_areas(void)
{
    g_auto(Lookup) lookup = lookup_new(own, ANCHOR_LAND);
    g_autoptr(GError) error = NULL;
    Place place;

    g_assert_true(gazetteer_find_area(lookup.gazetteer, "PRK", WHERE_NONE, &place, &error));
    g_assert_cmpstr(place.name, ==, "North Korea");
    g_assert_true(gazetteer_find_area(lookup.gazetteer, "GUF", WHERE_NONE, &place, &error));
    g_assert_cmpuint(place.area, ==, ATLAS_NONE);
    g_assert_false(gazetteer_find_area(lookup.gazetteer, "Hanoi", WHERE_NONE, &place, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_clear_error(&error);
    g_assert_false(gazetteer_find_area(lookup.gazetteer, "DMZ", WHERE_NONE, &place, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gazetteer/countries", test_countries);
    g_test_add_func("/gazetteer/capitals", test_capitals);
    g_test_add_func("/gazetteer/own-places", test_own_places);
    g_test_add_func("/gazetteer/refused-places", test_refused_places);
    g_test_add_func("/gazetteer/headers", test_headers);
    g_test_add_func("/gazetteer/areas", test_areas);
    return g_test_run();
}
