#include "geo/atlas.h"

enum { DPRK = 408, ROK = 410, FRANCE = 250, FIJI = 242, FRENCH_GUIANA = 254 };

static guint
find(Atlas *atlas, const char *text)
{
    g_autoptr(GError) error = NULL;
    guint area = ATLAS_NONE;

    g_assert_true(atlas_find(atlas, text, WHERE_NONE, &area, &error));
    g_assert_no_error(error);
    return area;
}

static void
assert_refused(Atlas *atlas, const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    guint area = 7;

    g_assert_false(atlas_find(atlas, text, (Where){ "trade.csv", 12, 3 }, &area, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpuint(error_where(error).line, ==, 12);
    g_assert_cmpuint(area, ==, 7);
}

static void
test_countries_are_found_by_any_name(void)
{
    g_autoptr(Atlas) atlas = atlas_new_countries();
    AtlasArea area = atlas_area(atlas, find(atlas, "DPRK"));

    g_assert_cmpuint(atlas_count(atlas), ==, boundaries_count());
    g_assert_cmpuint(area.country, ==, DPRK);
    g_assert_cmpstr(area.name, ==, "North Korea");
    g_assert_cmpuint(find(atlas, "North Korea"), ==, find(atlas, "408"));
    g_assert_cmpuint(area.n_rings, ==, boundary_ring_count(boundaries_find(DPRK)));
    g_assert_cmpuint(area.main_ring, ==, boundary_main_ring(boundaries_find(DPRK)));
    g_assert_cmpfloat(area.area_km2, ==, boundary_area_km2(boundaries_find(DPRK)));
    g_assert_cmpuint(atlas_find_country(atlas, DPRK), ==, find(atlas, "PRK"));
}

static void
test_countries_without_a_shape_are_refused(void)
{
    g_autoptr(Atlas) atlas = atlas_new_countries();

    assert_refused(
        atlas, "GF",
        "French Guiana has no shape of its own in the built-in boundaries, which draw it "
        "as a part of France");
    assert_refused(atlas, "Gibraltar",
                   "Gibraltar is too small for the built-in boundaries and has no shape there");
    assert_refused(atlas, "Frnace",
                   "\"Frnace\" is no country's name or ISO 3166 code (did you mean \"France\"?)");
    g_assert_cmpuint(atlas_find_country(atlas, FRENCH_GUIANA), ==, ATLAS_NONE);
}

static void
test_rings_are_those_of_the_boundaries(void)
{
    g_autoptr(Atlas) atlas = atlas_new_countries();
    guint france = find(atlas, "France");
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));
    g_autoptr(GArray) same = g_array_new(FALSE, FALSE, sizeof(LonLat));
    const Boundary *boundary = boundaries_find(FRANCE);

    atlas_ring_points(atlas, france, atlas_area(atlas, france).main_ring, NULL, points, keep);
    boundary_ring_points(boundary, boundary_main_ring(boundary), NULL, same, NULL);
    g_assert_cmpmem(points->data, points->len * sizeof(LonLat), same->data,
                    same->len * sizeof(LonLat));
    g_assert_cmpuint(keep->len, ==, points->len);
    g_assert_cmpfloat(atlas_ring(atlas, france, 0).area_km2, ==,
                      boundary_ring(boundary, 0).area_km2);
}

static void
test_lines_know_their_owners_and_extents(void)
{
    g_autoptr(Atlas) atlas = atlas_new_countries();
    guint north = find(atlas, "PRK"), south = find(atlas, "KOR"), shared = 0, coasts = 0;

    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        AtlasLine line = atlas_line(atlas, i);
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));

        atlas_line_points(atlas, i, NULL, points);
        for (guint k = 0; k < points->len; k++) {
            LonLat at = g_array_index(points, LonLat, k);

            g_assert_true(extent_meets(line.extent, (Extent){ at.lon, at.lat, at.lon, at.lat }));
        }
        coasts += line.owners[1] == ATLAS_NONE;
        if (MIN(line.owners[0], line.owners[1]) != MIN(north, south) ||
            MAX(line.owners[0], line.owners[1]) != MAX(north, south))
            continue;
        shared++;
        g_assert_cmpfloat(line.extent.west, >, 126);
        g_assert_cmpfloat(line.extent.east, <, 129);
        g_assert_cmpfloat(line.extent.south, >, 37);
        g_assert_cmpfloat(line.extent.north, <, 39);
    }
    g_assert_cmpuint(shared, ==, 1);
    g_assert_cmpuint(coasts, >, 1000);
}

static void
test_areas_in_an_extent_come_one_by_one(void)
{
    g_autoptr(Atlas) atlas = atlas_new_countries();
    Extent samoa = { 170, -20, -170, -10 };
    guint n = 0, before = 0;
    gboolean has_fiji = FALSE;

    for (guint i = atlas_next_in(atlas, samoa, ATLAS_NONE); i != ATLAS_NONE;
         i = atlas_next_in(atlas, samoa, i)) {
        g_assert_true(n == 0 || i > before);
        has_fiji = has_fiji || atlas_area(atlas, i).country == FIJI;
        before = i;
        n++;
    }
    g_assert_true(has_fiji);
    g_assert_cmpuint(n, <, 10);
    g_assert_cmpuint(atlas_next_in(atlas, (Extent){ -135, -40, -130, -35 }, ATLAS_NONE), ==,
                     ATLAS_NONE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/atlas/countries/find", test_countries_are_found_by_any_name);
    g_test_add_func("/atlas/countries/shapeless", test_countries_without_a_shape_are_refused);
    g_test_add_func("/atlas/countries/rings", test_rings_are_those_of_the_boundaries);
    g_test_add_func("/atlas/countries/lines", test_lines_know_their_owners_and_extents);
    g_test_add_func("/atlas/countries/extent", test_areas_in_an_extent_come_one_by_one);
    return g_test_run();
}
