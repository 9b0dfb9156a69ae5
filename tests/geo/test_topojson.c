#include "fixture.h"

/* Two squares side by side: arc 0 is their border, 1 and 2 are the rest of each. */
#define ARCS \
    "\"arcs\":[[[10,0],[10,10]],[[10,10],[0,10],[0,0],[10,0]],[[10,0],[20,0],[20,10],[10,10]]]"
#define GEOMETRIES                                                                                 \
    "{\"type\":\"Polygon\",\"id\":\"W\",\"properties\":{\"name\":\"West\"},\"arcs\":[[0,1]]},"     \
    "{\"type\":\"MultiPolygon\",\"properties\":{\"name\":\"East\",\"code\":12},\"arcs\":[[[~0,2]]" \
    "]}"
#define OBJECTS(geometries) \
    "\"objects\":{\"areas\":{\"type\":\"GeometryCollection\",\"geometries\":[" geometries "]}}"

static char *
topology(const char *rest)
{
    g_auto(GStrv) parts = g_strsplit(rest, "~0", -1);
    g_autofree char *valid = g_strjoinv("-1", parts);

    return g_strconcat("{\"type\":\"Topology\",", valid, "}", NULL);
}

static Atlas *
read_topology(const char *rest)
{
    g_autofree char *text = topology(rest);

    return read_good(text);
}

static void
assert_bad(const char *rest, const char *message, guint line, guint field)
{
    g_autofree char *text = topology(rest);

    assert_refused(text, ERROR_INPUT, message, line, field);
}

static void
test_neighbours_share_their_border(void)
{
    g_autoptr(Atlas) atlas = read_topology(OBJECTS(GEOMETRIES) "," ARCS);
    g_autoptr(Atlas) behind = read_topology(ARCS "," OBJECTS(GEOMETRIES));
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));
    AtlasLine border = atlas_line(atlas, 0);

    g_assert_cmpuint(atlas_count(atlas), ==, 2);
    g_assert_cmpuint(atlas_line_count(atlas), ==, 3);
    g_assert_cmpuint(border.owners[0], ==, 0);
    g_assert_cmpuint(border.owners[1], ==, 1);
    assert_extent(border.extent, 10, 0, 10, 10);
    g_assert_cmpuint(atlas_line(atlas, 1).owners[1], ==, ATLAS_NONE);
    assert_extent(atlas_area(atlas, 1).extent, 10, 0, 20, 10);
    g_assert_cmpuint(find_area(atlas, "W"), ==, 0);
    g_assert_cmpuint(find_area(atlas, "East"), ==, 1);
    g_assert_cmpuint(find_area(atlas, "12"), ==, 1);
    g_assert_cmpfloat(atlas_area(behind, 0).area_km2, ==, atlas_area(atlas, 0).area_km2);
    /* The ends of lines are kept when a ring is simplified. */
    atlas_ring_points(atlas, 0, 0, NULL, points, keep);
    g_assert_cmpuint(points->len, ==, keep->len);
    g_assert_true(g_array_index(keep, gboolean, 0) && g_array_index(keep, gboolean, 1));
    g_assert_false(g_array_index(keep, gboolean, 2));
    assert_sound(atlas);
}

static void
test_grids_are_turned_into_degrees(void)
{
    g_autoptr(Atlas) atlas =
        read_topology("\"transform\":{\"scale\":[0.1,0.2],\"translate\":[-5,30]}," OBJECTS(
            "{\"type\":\"Polygon\",\"arcs\":[[0]]}") ",\"arcs\":[[[10,20],[5,0],[0,5],[-5,-5]]]");

    assert_extent(atlas_area(atlas, 0).extent, -4, 34, -3.5, 35);
}

static void
test_the_object_with_most_areas_is_taken(void)
{
    static const char TEXT[] =
        "{\"type\":\"Topology\",\"objects\":{\"land\":{\"type\":\"Polygon\",\"arcs\":[[1,2]]},"
        "\"areas\":{\"type\":\"GeometryCollection\",\"geometries\":["
        "{\"type\":\"Polygon\",\"id\":\"W\",\"arcs\":[[0,1]]},"
        "{\"type\":\"Polygon\",\"id\":\"E\",\"arcs\":[[-1,2]]}]}}," ARCS "}";
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Atlas) most = read_text(TEXT, NULL, NULL, report, &error);
    g_autoptr(Atlas) land = read_text(TEXT, NULL, "land", report, NULL);

    g_assert_no_error(error);
    g_assert_cmpuint(atlas_count(most), ==, 2);
    g_assert_cmpuint(find_area(most, "E"), ==, 1);
    g_assert_cmpuint(report_length(report), ==, 1);
    g_assert_cmpstr(report_entry(report, 0)->text, ==,
                    "the areas are those of the object \"areas\", which has most of 2 objects");
    g_assert_cmpuint(atlas_count(land), ==, 1);
    g_assert_cmpuint(atlas_line_count(land), ==, 2);
    g_assert_null(read_text(TEXT, NULL, "aeras", report, &error));
    g_assert_cmpstr(error->message, ==,
                    "the topology has no object \"aeras\" (did you mean \"areas\"?)");
}

static void
test_specks_of_the_grid_are_counted(void)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Atlas) atlas = read_text(
        "{\"type\":\"Topology\",\"transform\":{\"scale\":[1,1],\"translate\":[0,0]}," OBJECTS(
            "{\"type\":\"MultiPolygon\",\"id\":\"A\",\"arcs\":[[[0]],[[1]]]},"
            "{\"type\":\"Polygon\",\"id\":\"B\",\"arcs\":[[1]]},"
            "{\"type\":\"Polygon\",\"id\":\"C\",\"arcs\":[[0]]}") ",\"arcs\":[[[0,0],[9,0],[0,9],[-"
                                                                  "9,-9]],[[20,20],"
                                                                  "[1,0],[-1,0]]]}",
        NULL, NULL, report, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(atlas_count(atlas), ==, 3);
    g_assert_cmpuint(atlas_area(atlas, 0).n_rings, ==, 1);
    g_assert_cmpuint(find_area(atlas, "C"), ==, 2);
    g_assert_cmpuint(report_length(report), ==, 1);
    g_assert_cmpstr(report_entry(report, 0)->text, ==, "1 ring without an inside left out");
    /* What has nothing else is as large as a step of the grid. */
    assert_extent(atlas_area(atlas, find_area(atlas, "B")).extent, 19.5, 19.5, 20.5, 20.5);
    assert_sound(atlas);
}

static void
test_bad_topologies_are_refused(void)
{
    assert_bad("\"arcs\":[]", "a topology needs \"objects\" and \"arcs\"", 1, 1);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[0,7]]}") "," ARCS,
               "arc 7 is asked for, and there are 3", 1, 108);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[0,-8]]}") "," ARCS,
               "arc -8 is asked for, and there are 3", 1, 108);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[0.5]]}") "," ARCS,
               "a reference to an arc is a whole number", 1, 109);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[0,2]]}") "," ARCS,
               "area 1 has an open ring: its last position is not its first one", 1, 108);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[0,1]}") "," ARCS,
               "the brackets around the references are not those of this type", 1, 82);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[]]}") "," ARCS,
               "a ring or polygon has nothing in it", 1, 82);
    assert_bad(OBJECTS("{\"type\":\"Polygon\"}") "," ARCS,
               "this geometry needs \"arcs\", and nothing else", 1, 82);
    assert_bad(OBJECTS("{\"type\":\"Circle\"}") "," ARCS, "this is no type of TopoJSON geometry", 1,
               90);
    assert_bad(OBJECTS("{\"arcs\":[[0,1]]}") "," ARCS, "this geometry has no \"type\"", 1, 82);
    assert_bad(OBJECTS(GEOMETRIES) ",\"arcs\":[[[0,0]]]", "an arc has fewer than two positions", 1,
               246);
    assert_bad(OBJECTS(GEOMETRIES) "," ARCS "," ARCS, "a member of the topology stands twice", 1,
               326);
    assert_bad("\"transform\":{\"scale\":[1,1]}", "\"transform\" needs \"scale\" and \"translate\"",
               1, 20);
    assert_bad(OBJECTS(GEOMETRIES) ",\"arcs\":[[[0,0],[0,95]]]",
               "arc 1 is asked for, and there are 1", 1, 146);
    assert_bad(OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[0]]}") ",\"arcs\":[[[0,0],[0,\"1\"]]]",
               "a number should stand where a text does", 1, 135);
    assert_bad(
        OBJECTS("{\"type\":\"Polygon\",\"arcs\":[[0]]}") ",\n\"arcs\":[[[0,0],[0,95],[1,1]]]",
        "the position 0, 95 is no longitude and latitude in degrees; the longitude has to "
        "come first",
        2, 9);
    assert_bad(OBJECTS("{\"type\":\"Point\",\"coordinates\":[1,2]}") "," ARCS,
               "the file has no areas: no Polygon and no MultiPolygon", 0, 0);
}

static void
test_names_are_told_apart(void)
{
    static const char TEXT[] = "{\"type\":\"Topology\"," OBJECTS(
        "{\"type\":\"Polygon\",\"id\":\"1\",\"properties\":{\"name\":\"Twin\",\"kode\":\"x\"},"
        "\"arcs\":[[0,1]]},"
        "{\"type\":\"Polygon\",\"id\":\"2\",\"properties\":{\"name\":\"Twin\",\"kode\":33.5},"
        "\"arcs\":[[-1,2]]}") "," ARCS "}";
    g_autoptr(GError) error = NULL;
    g_autoptr(Atlas) atlas = read_text(TEXT, NULL, NULL, NULL, &error);
    g_autoptr(Atlas) keyed = read_text(TEXT, "kode", NULL, NULL, &error);
    g_autoptr(Atlas) by_id = read_text(TEXT, "id", NULL, NULL, &error);

    g_assert_no_error(error);
    g_assert_cmpstr(atlas_area(atlas, 0).name, ==, "Twin");
    assert_not_found(atlas, "Twin",
                     "\"Twin\" names more than one area of own.json; --boundary-key says which "
                     "property tells them apart");
    g_assert_cmpuint(find_area(atlas, "2"), ==, 1);
    g_assert_cmpuint(find_area(keyed, "33.5"), ==, 1);
    assert_not_found(keyed, "2", "\"2\" names no area of own.json");
    g_assert_cmpuint(find_area(by_id, "1"), ==, 0);
    g_assert_null(read_text(TEXT, "code", NULL, NULL, &error));
    g_assert_cmpstr(error->message, ==, "no area has a property \"code\" with a text or a number");
}

/* The boundaries that are built in, by way of the file that they were made with. */
static void
test_the_countries_are_those_that_are_built_in(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    g_autoptr(Atlas) own = NULL, built_in = atlas_new_countries();

    g_file_get_contents(SOURCE_ROOT "/datasets/boundaries/boundaries.topojson", &text, NULL,
                        &error);
    g_assert_no_error(error);
    own = read_text(text, NULL, "countries", NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(atlas_count(own), ==, atlas_count(built_in));
    assert_sound(own);
    for (guint i = 0; i < atlas_count(own); i++) {
        AtlasArea is = atlas_area(own, i), wanted = atlas_area(built_in, i);

        g_test_message("%s", wanted.name);
        g_assert_cmpstr(is.name, ==, wanted.name);
        g_assert_cmpuint(is.n_rings, <=, wanted.n_rings);
        g_assert_cmpfloat_with_epsilon(is.area_km2, wanted.area_km2, 2e-3 * wanted.area_km2);
        g_assert_cmpfloat_with_epsilon(is.extent.south, wanted.extent.south, 1e-6);
        g_assert_cmpfloat_with_epsilon(is.extent.west, wanted.extent.west, 1e-6);
        g_assert_cmpfloat_with_epsilon(remainder(is.extent.east - wanted.extent.east, 360), 0,
                                       1e-6);
    }
    g_assert_cmpuint(atlas_area(own, find_area(own, "DPRK")).country, ==, 408);
    g_assert_true(atlas_is_of_countries(own) && atlas_is_of_countries(built_in));
    g_assert_cmpuint(find_area(own, "Burma"), ==, find_area(own, "Myanmar"));
    g_assert_cmpuint(atlas_find_country(own, 242), ==, find_area(own, "Fiji"));
    g_assert_cmpuint(atlas_next_in(own, (Extent){ -135, -40, -130, -35 }, ATLAS_NONE), ==,
                     ATLAS_NONE);
    g_assert_cmpuint(atlas_next_in(own, (Extent){ 170, -20, -170, -10 }, find_area(own, "FJI") - 1),
                     ==, find_area(own, "Fiji"));
}

/* A table of numbers has lost the zeros that codes begin with. */
static void
test_codes_of_digits_are_numbers(void)
{
    g_autoptr(Atlas) atlas = read_topology(
        OBJECTS("{\"type\":\"Polygon\",\"id\":\"04015\",\"arcs\":[[0,1]]},"
                "{\"type\":\"Polygon\",\"id\":\"000\",\"properties\":{\"code\":\"17\"},"
                "\"arcs\":[[~0,2]]},"
                "{\"type\":\"Polygon\",\"id\":\"017\",\"arcs\":[[1,2]]}") "," ARCS);

    g_assert_cmpuint(find_area(atlas, "04015"), ==, 0);
    g_assert_cmpuint(find_area(atlas, "4015"), ==, 0);
    g_assert_cmpuint(find_area(atlas, "0"), ==, 1);
    g_assert_cmpuint(find_area(atlas, "17"), ==, 1); /* as it stands, before what it may mean */
    g_assert_cmpuint(find_area(atlas, "017"), ==, 2);
    assert_not_found(atlas, "0017",
                     "\"0017\" names more than one area of own.json; --boundary-key says which "
                     "property tells them apart");
}

/* Georgia alone among states is no country, and codes of two letters are none either. */
static void
test_states_are_no_countries(void)
{
    g_autoptr(Atlas) atlas = read_topology(OBJECTS(
        "{\"type\":\"Polygon\",\"id\":\"CA\",\"properties\":{\"name\":\"California\"},"
        "\"arcs\":[[0,1]]},"
        "{\"type\":\"Polygon\",\"id\":\"GA\",\"properties\":{\"name\":\"Georgia\"},"
        "\"arcs\":[[~0,2]]},"
        "{\"type\":\"Polygon\",\"properties\":{\"name\":\"Ohio\"},\"arcs\":[[1,2]]}") "," ARCS);

    g_assert_cmpuint(atlas_area(atlas, 1).country, ==, 0);
    g_assert_false(atlas_is_of_countries(atlas));
    g_assert_cmpuint(find_area(atlas, "Georgia"), ==, 1);
    assert_not_found(atlas, "GEO", "\"GEO\" names no area of own.json (did you mean \"GA\"?)");
    assert_not_found(
        atlas, "Canada",
        "\"Canada\" names no area of own.json; --boundary-key says which property names them");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/topojson/border", test_neighbours_share_their_border);
    g_test_add_func("/topojson/grid", test_grids_are_turned_into_degrees);
    g_test_add_func("/topojson/object", test_the_object_with_most_areas_is_taken);
    g_test_add_func("/topojson/specks", test_specks_of_the_grid_are_counted);
    g_test_add_func("/topojson/refused", test_bad_topologies_are_refused);
    g_test_add_func("/topojson/names", test_names_are_told_apart);
    g_test_add_func("/topojson/digits", test_codes_of_digits_are_numbers);
    g_test_add_func("/topojson/countries", test_the_countries_are_those_that_are_built_in);
    g_test_add_func("/topojson/states", test_states_are_no_countries);
    return g_test_run();
}
