#include "fixture.h"

#define FEATURE(geometry) "{\"type\":\"Feature\",\"properties\":null,\"geometry\":" geometry "}"
#define POLYGON(rings) "{\"type\":\"Polygon\",\"coordinates\":[" rings "]}"
#define MULTI(polygons) "{\"type\":\"MultiPolygon\",\"coordinates\":[" polygons "]}"
#define SQUARE "[[0,0],[10,0],[10,10],[0,10],[0,0]]"
#define HOLE "[[2,2],[2,4],[4,4],[4,2],[2,2]]"

/* Degrees of longitude times the difference of the sines of the latitudes. */
static double
km2(double width, double south, double north)
{
    return 6371.0072 * 6371.0072 * width * G_PI / 180 *
           (sin(north * G_PI / 180) - sin(south * G_PI / 180));
}

static void
assert_km2(double is, double wanted)
{
    g_assert_cmpfloat_with_epsilon(is, wanted, wanted * 1e-3);
}

static void
test_a_polygon_has_a_hole(void)
{
    g_autoptr(Atlas) atlas = read_good("\xef\xbb\xbf" POLYGON(SQUARE "," HOLE));
    AtlasArea area = atlas_area(atlas, 0);

    g_assert_cmpuint(atlas_count(atlas), ==, 1);
    g_assert_cmpuint(area.n_rings, ==, 2);
    g_assert_cmpuint(area.main_ring, ==, 0);
    g_assert_false(atlas_ring(atlas, 0, 0).hole);
    g_assert_true(atlas_ring(atlas, 0, 1).hole);
    assert_extent(area.extent, 0, 0, 10, 10);
    assert_extent(atlas_ring(atlas, 0, 1).extent, 2, 2, 4, 4);
    assert_km2(area.area_km2, km2(10, 0, 10) - km2(2, 2, 4));
    g_assert_cmpuint(atlas_line_count(atlas), ==, 2);
    g_assert_cmpuint(atlas_line(atlas, 0).owners[0], ==, 0);
    g_assert_cmpuint(atlas_line(atlas, 0).owners[1], ==, ATLAS_NONE);
    /* Farthest from the edges: in the upper right, away from the hole. */
    g_assert_cmpfloat_with_epsilon(area.label.lon, 6.6, 0.5);
    g_assert_cmpfloat_with_epsilon(area.label.lat, 6.6, 0.5);
    assert_sound(atlas);
}

static void
test_members_come_in_any_order(void)
{
    g_autoptr(Atlas) atlas = read_good(
        "{\"features\":[{\"geometry\":{\"bbox\":[0,0,1,1],\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]"
        "]"
        "],\"type\":\"Polygon\"},\"properties\":{\"x\":{\"deep\":[1,{}]},\"name\":\"A\"},"
        "\"type\":\"Feature\"},"
        "{\"id\":7,\"geometry\":{\"coordinates\":[[[[2,0],[3,0],[3,1],[2,0]]],[[[4,0],[5,0],[5,3],"
        "[4,0]]]],\"type\":\"MultiPolygon\"},\"type\":\"Feature\",\"properties\":{}}],"
        "\"name\":\"file\",\"id\":\"collection\",\"properties\":{\"name\":\"B\"},"
        "\"type\":\"FeatureCollection\"}");

    g_assert_cmpuint(atlas_count(atlas), ==, 2);
    g_assert_cmpstr(atlas_area(atlas, 0).name, ==, "A");
    g_assert_cmpuint(find_area(atlas, "A"), ==, 0);
    g_assert_cmpuint(find_area(atlas, "7"), ==, 1);
    g_assert_cmpuint(atlas_area(atlas, 1).n_rings, ==, 2);
    g_assert_cmpuint(atlas_area(atlas, 1).main_ring, ==, 1);
    assert_not_found(
        atlas, "collection",
        "\"collection\" names no area of own.json; --boundary-key says which property names them");
    assert_not_found(
        atlas, "B",
        "\"B\" names no area of own.json; --boundary-key says which property names them");
}

static void
test_what_is_no_area_is_counted(void)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Atlas) atlas = read_text(
        "{\"type\":\"FeatureCollection\",\"features\":[" FEATURE(
            "{\"type\":\"Point\","
            "\"coordinates\":[1,2,3]"
            "}") "," FEATURE("null") "," FEATURE("{\"type\":\"GeometryCollection\",\"geometries\":["
                                                 "{\"type\":\"MultiLineString\",\"coordinates\":[[["
                                                 "0,0],["
                                                 "1,1]],[[2,2],[3,3]]]}," POLYGON(SQUARE) "," MULTI(
                                                     "[" HOLE "]") "]}") "]}",
        NULL, NULL, report, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(atlas_count(atlas), ==, 1);
    g_assert_cmpuint(atlas_area(atlas, 0).n_rings, ==, 2);
    g_assert_false(atlas_ring(atlas, 0, 1).hole);
    g_assert_cmpuint(report_length(report), ==, 2);
    g_assert_cmpstr(report_entry(report, 0)->text, ==,
                    "2 points and lines left out: boundaries are areas");
    g_assert_cmpstr(report_entry(report, 1)->text, ==, "1 feature without a geometry left out");
    assert_sound(atlas);
}

static void
test_winding_does_not_matter(void)
{
    g_autoptr(Atlas) there = read_good(POLYGON(SQUARE));
    g_autoptr(Atlas) back = read_good(POLYGON("[[0,0],[0,10],[10,10],[10,0],[0,0]]"));

    g_assert_cmpfloat_with_epsilon(atlas_area(there, 0).area_km2, atlas_area(back, 0).area_km2,
                                   1e-6);
}

/* An edge is straight in longitude and latitude, the sphere joins its ends by a great circle. */
static void
test_long_edges_follow_their_parallel(void)
{
    g_autoptr(Atlas) atlas =
        read_good(POLYGON("[[-110,41],[-100,41],[-100,45],[-110,45],[-110,41]]"));
    g_autoptr(GArray) points = ring_of(atlas, 0, 0);

    g_assert_cmpuint(points->len, ==, 1 + 10 + 1 + 10 + 1);
    for (guint i = 0; i <= 10; i++) {
        g_assert_cmpfloat(g_array_index(points, LonLat, i).lat, ==, 41);
        g_assert_cmpfloat_with_epsilon(g_array_index(points, LonLat, i).lon, -110.0 + i, 1e-9);
    }
}

/* Three squares in a row, the second one wound the other way, the third with one more position on
 * the border: two neighbours share a line, the others do not fit. An enclave fits its hole. */
static void
test_neighbours_share_their_border(void)
{
    g_autoptr(Atlas) atlas = read_good("{\"type\":\"FeatureCollection\",\"features\":[" FEATURE(POLYGON(
        "[[0,0],[10,0],[10,5],[10,"
        "10],[0,10],[0,0]],[[4,4],"
        "[4,5],[5,5],[5,4],[4,4]"
        "]")) "," FEATURE(POLYGON("[[20,10],[20,0],[10,0],[10,5],[10,10],[20,"
                                  "10]]")) "," FEATURE(POLYGON("[[20,0],[30,0],"
                                                               "[30,10],[20,10]"
                                                               ",[20,7],[20,0]"
                                                               "]")) "," FEATURE(POLYGON("[[5,"
                                                                                         "5],["
                                                                                         "5,4],"
                                                                                         "[4,4]"
                                                                                         ",[4,"
                                                                                         "5],["
                                                                                         "5,5]"
                                                                                         "]")) "]"
                                                                                               "}");
    guint borders = 0, coasts = 0;

    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        AtlasLine line = atlas_line(atlas, i);
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));

        atlas_line_points(atlas, i, NULL, points);
        coasts += line.owners[1] == ATLAS_NONE;
        if (line.owners[1] == ATLAS_NONE)
            continue;
        borders++;
        g_assert_cmpuint(line.owners[0], ==, 0);
        g_assert_true(line.owners[1] == 1 || line.owners[1] == 3);
        if (line.owners[1] == 3)
            assert_extent(line.extent, 4, 4, 5, 5);
        else
            assert_extent(line.extent, 10, 0, 10, 10);
        g_assert_cmpuint(points->len, ==, line.owners[1] == 3 ? 5 : 3);
    }
    g_assert_cmpuint(borders, ==, 2);
    g_assert_cmpuint(coasts, ==, 6);
    g_assert_cmpuint(atlas_area(atlas, 0).n_rings, ==, 2);
    assert_sound(atlas);
}

/* Lines that no border is: along the dateline. */
static gboolean
has_line_along_the_dateline(const Atlas *atlas)
{
    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));

        atlas_line_points(atlas, i, NULL, points);
        for (guint k = 1; k < points->len; k++)
            if (g_array_index(points, LonLat, k - 1).lon == -180 &&
                g_array_index(points, LonLat, k).lon == -180)
                return TRUE;
    }
    return FALSE;
}

static void
test_pieces_cut_at_the_dateline_are_joined(void)
{
    g_autoptr(Atlas) cut = read_good(
        MULTI("[[[170,-20],[180,-20],[180,-18],[180,-10],[170,-10],[170,-20]],[[172,-16],[174,-16],"
              "[174,-14],[172,-16]]],[[[-180,-20],[-170,-20],[-170,-10],[-180,-10],[-180,-20]]],"
              "[[[-160,0],[-159,0],[-159,1],[-160,0]]]"));
    g_autoptr(Atlas) whole = read_good(
        MULTI("[[[170,-20],[-170,-20],[-170,-10],[170,-10],[170,-20]],[[172,-16],[174,-16],"
              "[174,-14],[172,-16]]],[[[-160,0],[-159,0],[-159,1],[-160,0]]]"));
    g_autoptr(Atlas) beyond =
        read_good(MULTI("[[[170,-20],[190,-20],[190,-10],[170,-10],[170,-20]]]"));

    g_assert_cmpuint(atlas_area(cut, 0).n_rings, ==, 3);
    assert_extent(atlas_area(cut, 0).extent, 170, -20, -159, 1);
    assert_extent(atlas_ring(cut, 0, 1).extent, 170, -20, -170, -10);
    g_assert_true(atlas_ring(cut, 0, 2).hole);
    assert_extent(atlas_ring(cut, 0, 2).extent, 172, -16, 174, -14);
    g_assert_cmpuint(atlas_area(cut, 0).main_ring, ==, 1);
    g_assert_false(has_line_along_the_dateline(cut));
    g_assert_cmpfloat_with_epsilon(atlas_area(cut, 0).area_km2, atlas_area(whole, 0).area_km2, 1);
    assert_extent(atlas_area(beyond, 0).extent, 170, -20, -170, -10);
    assert_km2(atlas_area(beyond, 0).area_km2, km2(20, -20, -10));
    assert_sound(cut);
    assert_sound(whole);
    assert_sound(beyond);
}

static void
test_a_border_at_180_degrees_stays(void)
{
    g_autoptr(Atlas) atlas = read_good(POLYGON("[[170,0],[180,0],[180,10],[170,10],[170,0]]"));

    g_assert_true(has_line_along_the_dateline(atlas));
    assert_extent(atlas_area(atlas, 0).extent, 170, 0, -180, 10);
}

/* As RFC 7946 cuts it, as topologies leave it, and as a line along the pole with a hole. */
static void
test_a_polygon_round_the_pole(void)
{
    static const char *const TEXTS[] = {
        POLYGON(
            "[[-180,-90],[180,-90],[180,-70],[90,-70],[0,-70],[-90,-70],[-180,-70],[-180,-90]]"),
        POLYGON("[[-180,-70],[-170,-70],[-90,-70],[0,-70],[90,-70],[170,-70],[-180,-70]]"),
        POLYGON("[[-180,-90],[-90,-90],[0,-90],[90,-90],[180,-90],[-180,-90]],"
                "[[-180,-70],[-90,-70],[0,-70],[90,-70],[180,-70],[-180,-70]]"),
    };

    for (guint i = 0; i < G_N_ELEMENTS(TEXTS); i++) {
        g_autoptr(Atlas) atlas = read_good(TEXTS[i]);
        g_autoptr(GArray) points = ring_of(atlas, 0, 0);

        g_test_message("%u", i);
        g_assert_cmpuint(atlas_area(atlas, 0).n_rings, ==, 1);
        assert_km2(atlas_area(atlas, 0).area_km2, km2(360, -90, -70));
        assert_extent(atlas_area(atlas, 0).extent, -180, -90, 180, -70);
        g_assert_false(has_line_along_the_dateline(atlas));
        for (guint k = 0; k < points->len; k++)
            g_assert_cmpfloat(g_array_index(points, LonLat, k).lat, ==, -70);
        g_assert_cmpfloat_with_epsilon(atlas_area(atlas, 0).label.lat, -90, 1);
    }
}

static void
test_a_band_round_the_globe_stays_as_it_is(void)
{
    g_autoptr(Atlas) atlas =
        read_good(POLYGON("[[-180,-23],[180,-23],[180,23],[-180,23],[-180,-23]]"));

    assert_extent(atlas_area(atlas, 0).extent, -180, -23, 180, 23);
    assert_km2(atlas_area(atlas, 0).area_km2, km2(360, -23, 23));
    g_assert_false(has_line_along_the_dateline(atlas));
}

static void
test_bad_structure_is_refused(void)
{
    assert_refused("", ERROR_INPUT, "the file is empty", 0, 0);
    assert_refused("[]", ERROR_INPUT, "the file is no object of GeoJSON or TopoJSON", 1, 1);
    assert_refused("{}", ERROR_INPUT, "this object has no \"type\"", 1, 1);
    assert_refused("{\"type\":\"Polygon\",\n\"coordinates\":[[[0,0],", ERROR_INPUT,
                   "the file ends too early: 3 brackets are still open; is it cut off?", 2, 23);
    assert_refused("{\"type\":\"Topologie\"}", ERROR_INPUT, "\"Topologie\" is no type of GeoJSON",
                   1, 9);
    assert_refused("{\"type\":\"Polygon\",\"type\":\"Polygon\"}", ERROR_INPUT,
                   "\"type\" stands twice", 1, 19);
    assert_refused("{\"type\":\"FeatureCollection\"}", ERROR_INPUT,
                   "a FeatureCollection has \"features\", and nothing else is drawn", 1, 1);
    assert_refused("{\"type\":\"FeatureCollection\",\"features\":[\n" POLYGON(SQUARE) "]}",
                   ERROR_INPUT, "what stands here is no Feature", 2, 1);
    assert_refused("{\"type\":\"FeatureCollection\",\"features\":[7]}", ERROR_INPUT,
                   "what stands here is no Feature", 1, 41);
    assert_refused(FEATURE(FEATURE("null")), ERROR_INPUT,
                   "a Feature stands where a geometry should", 1, 48);
    assert_refused("{\"type\":\"Polygon\"}", ERROR_INPUT, "this geometry has no \"coordinates\"", 1,
                   1);
    assert_refused(POLYGON("[0,0],[1,0],[1,1],[0,0]"), ERROR_INPUT,
                   "the brackets around the positions are not those of this type", 1, 1);
    assert_refused(POLYGON("[" SQUARE "]"), ERROR_INPUT,
                   "the brackets around the positions are not those of this type", 1, 1);
    assert_refused(POLYGON("[]"), ERROR_INPUT, "a ring or polygon has nothing in it", 1, 1);
    assert_refused(POLYGON("[[0,0],[1,[0]]]"), ERROR_INPUT,
                   "a position has something in it that is no number", 1, 44);
    assert_refused(POLYGON("[[0,0],[1]]"), ERROR_INPUT,
                   "a position needs a longitude and a latitude", 1, 42);
    assert_refused(POLYGON("[[0,0],1]"), ERROR_INPUT,
                   "coordinates are positions in brackets, all at one depth", 1, 41);
    assert_refused("{\"type\":\"FeatureCollection\",\"features\":[]}", ERROR_INPUT,
                   "the file has no areas: no Polygon and no MultiPolygon", 0, 0);
    assert_refused("{\"type\":\"Point\",\"coordinates\":[1,2]}", ERROR_INPUT,
                   "the file has no areas: no Polygon and no MultiPolygon", 0, 0);
    assert_refused(
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"a\\u0000b\"}}",
        ERROR_INPUT, "a name has a NUL character in it", 1, 56);
}

static void
test_bad_positions_are_refused(void)
{
    assert_refused(POLYGON("[[0,0],[500000,4500000]]"), ERROR_INPUT,
                   "the position 500000, 4500000 is no longitude and latitude in degrees; convert "
                   "the file to WGS 84 (EPSG:4326)",
                   1, 42);
    assert_refused(POLYGON("[[37.5,127.0]]"), ERROR_INPUT,
                   "the position 37.5, 127 is no longitude and latitude in degrees; the longitude "
                   "has to come first",
                   1, 36);
    assert_refused(POLYGON("[[0,0],\n[1e999,0]]"), ERROR_INPUT, "the number 1e999 is too large", 2,
                   2);
    assert_refused(POLYGON("[[NaN,0]]"), ERROR_INPUT,
                   "this is no JSON: a value should stand where NaN does", 1, 36);
    assert_refused(POLYGON("[[0,\"1\"]]"), ERROR_INPUT,
                   "a position has something in it that is no number", 1, 38);
    assert_refused("{\"type\":\"FeatureCollection\",\n\"crs\":{\"type\":\"name\",\"properties\":"
                   "{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":[]}",
                   ERROR_INPUT,
                   "the coordinates are in \"urn:ogc:def:crs:EPSG::3857\"; convert the file to WGS "
                   "84 (EPSG:4326)",
                   2, 1);
}

static void
test_bad_rings_are_refused(void)
{
    assert_refused(POLYGON("[[0,0],[10,0],[10,10],[0,10]]"), ERROR_INPUT,
                   "area 1 has an open ring: its last position is not its first one", 1, 35);
    assert_refused(POLYGON("[[0,0],[10,0],[0,0]]"), ERROR_INPUT,
                   "area 1 has a ring of fewer than four positions", 1, 35);
    assert_refused(
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"Kent\"},\n\"geometry\":" POLYGON(
            "[[0,0],[10,10],[10,0],[0,10],[0,0]]") "}",
        ERROR_INPUT, "area 1 (\"Kent\") has a ring that crosses itself at 5.00 E, 5.00 N", 2, 46);
    assert_refused(POLYGON(SQUARE ","
                                  "[[8,8],[12,8],[12,12],[8,12],[8,8]]"),
                   ERROR_INPUT, "area 1 has rings that cross each other at 8.00 E, 10.00 N", 1, 35);
    assert_refused(POLYGON(SQUARE ","
                                  "[[20,0],[21,0],[21,1],[20,0]]"),
                   ERROR_INPUT, "area 1 has a hole that lies outside of it", 1, 70);
    assert_refused(POLYGON("[[-100,0],[100,0],[100,10],[-100,10],[-100,0]]"), ERROR_INPUT,
                   "area 1 has an edge that may run either way round the globe; cut the area at "
                   "180 degrees, or give the edge more positions",
                   1, 35);
    assert_refused(POLYGON("[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]"), ERROR_INPUT,
                   "area 1 covers more than half of the globe, which no area of a map can; leave "
                   "it out of the file",
                   1, 35);
}

static void
test_wgs84_has_many_names(void)
{
    g_autoptr(Atlas) atlas = read_good(
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
        "\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":[" FEATURE(POLYGON(SQUARE)) "]}");

    g_assert_cmpuint(atlas_count(atlas), ==, 1);
}

/* Rings may touch themselves and their holes; only a true crossing is one. */
static void
test_touching_is_no_crossing(void)
{
    g_autoptr(Atlas) atlas =
        read_good(MULTI("[[[0,0],[4,0],[4,4],[2,2],[0,4],[0,0]],[[1,1],[2,2],[1,2],[1,1]]],"
                        "[[[10,0],[12,2],[14,0],[14,4],[12,2],[10,4],[10,0]]]"));

    g_assert_cmpuint(atlas_area(atlas, 0).n_rings, ==, 3);
}

/* A spit that is thinner than the file is exact: its two sides stray over each other. */
static void
test_necks_that_rounding_twisted_are_counted(void)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Atlas) atlas = read_text(
        POLYGON("[[0,0],[10,0],[10,4.9],[12,4.9991],[14,4.9],[14,10],[12,4.9989],[10,10],[0,10],"
                "[0,0]]"),
        NULL, NULL, report, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(report_length(report), ==, 1);
    g_assert_cmpstr(report_entry(report, 0)->text, ==,
                    "2 knots too small to be seen, where rounding made edges cross");
}

static void
test_nesting_is_a_limit(void)
{
    g_autofree char *deep = g_strnfill(100000, '[');
    g_autofree char *text = g_strconcat("{\"type\":\"Polygon\",\"coordinates\":", deep, NULL);
    g_autoptr(GString) nested = g_string_new(NULL);

    assert_refused(deep, ERROR_LIMIT, "brackets are nested deeper than 64", 1, 65);
    assert_refused(text, ERROR_LIMIT, "brackets are nested deeper than 64", 1, 96);
    for (guint i = 0; i < 1000; i++)
        g_string_append(nested, "{\"type\":\"GeometryCollection\",\"geometries\":[");
    assert_refused(nested->str, ERROR_LIMIT, "brackets are nested deeper than 64", 1, 1377);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/geojson/hole", test_a_polygon_has_a_hole);
    g_test_add_func("/geojson/order", test_members_come_in_any_order);
    g_test_add_func("/geojson/others", test_what_is_no_area_is_counted);
    g_test_add_func("/geojson/winding", test_winding_does_not_matter);
    g_test_add_func("/geojson/long-edges", test_long_edges_follow_their_parallel);
    g_test_add_func("/geojson/border", test_neighbours_share_their_border);
    g_test_add_func("/geojson/dateline", test_pieces_cut_at_the_dateline_are_joined);
    g_test_add_func("/geojson/border-at-180", test_a_border_at_180_degrees_stays);
    g_test_add_func("/geojson/pole", test_a_polygon_round_the_pole);
    g_test_add_func("/geojson/band", test_a_band_round_the_globe_stays_as_it_is);
    g_test_add_func("/geojson/structure", test_bad_structure_is_refused);
    g_test_add_func("/geojson/positions", test_bad_positions_are_refused);
    g_test_add_func("/geojson/rings", test_bad_rings_are_refused);
    g_test_add_func("/geojson/wgs84", test_wgs84_has_many_names);
    g_test_add_func("/geojson/touching", test_touching_is_no_crossing);
    g_test_add_func("/geojson/necks", test_necks_that_rounding_twisted_are_counted);
    g_test_add_func("/geojson/nesting", test_nesting_is_a_limit);
    return g_test_run();
}
