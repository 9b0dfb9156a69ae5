#include "geo/boundaries.h"
#include "geo/projection.h"

static const Rect PAGE = { 20, 10, 800, 500 };
static const Extent WORLD = { -180, -90, 180, 90 };

static Projection
fitted(const char *name, LonLat centre, const double *parallels, Extent extent, Rect page)
{
    g_autoptr(GError) error = NULL;
    Projection projection;

    projection_init(projection_type_from_name(name), centre, parallels, &projection, &error);
    g_assert_no_error(error);
    g_assert_true(projection_fit_extent(&projection, extent, page));
    return projection;
}

static Extent
shown(const Projection *projection, Rect page)
{
    Extent extent = { 0 };

    g_assert_true(projection_shown_extent(projection, page, &extent));
    return extent;
}

static void
assert_extent(Extent is, double west, double south, double east, double north, double tolerance)
{
    g_test_message("%g %g %g %g", is.west, is.south, is.east, is.north);
    g_assert_cmpfloat_with_epsilon(is.west, west, tolerance);
    g_assert_cmpfloat_with_epsilon(is.south, south, tolerance);
    g_assert_cmpfloat_with_epsilon(is.east, east, tolerance);
    g_assert_cmpfloat_with_epsilon(is.north, north, tolerance);
}

static void
test_a_cylinder_gives_back_what_was_fitted(void)
{
    Extent extent = { 80, -20, 120, 20 };
    Projection projection = fitted("mercator", (LonLat){ 100, 0 }, NULL, extent, PAGE);
    Point corner, other;
    Rect page;

    projection_forward(&projection, (LonLat){ 80, 20 }, &corner);
    projection_forward(&projection, (LonLat){ 120, -20 }, &other);
    page = rect_between(corner.x, corner.y, other.x, other.y);
    assert_extent(shown(&projection, page), 80 - 0.4, -20 - 0.4, 120 + 0.4, 20 + 0.4, 1e-6);
}

static void
test_the_dateline_is_crossed(void)
{
    static const double PARALLELS[] = { -35, -45 };
    Extent is, extent = { 165, -50, -165, -30 };
    Projection projection = fitted("albers", (LonLat){ 180, -40 }, PARALLELS, extent, PAGE);

    is = shown(&projection, PAGE);
    g_assert_cmpfloat(is.west, >, 150);
    g_assert_cmpfloat(is.west, <, 165);
    g_assert_cmpfloat(is.east, <, -150);
    g_assert_cmpfloat(is.east, >, -165);
}

static void
test_poles_and_the_whole_world_have_all_longitudes(void)
{
    Projection arctic = fitted("azimuthal-equal-area", (LonLat){ 30, 90 }, NULL,
                               (Extent){ -180, 60, 180, 90 }, (Rect){ 0, 0, 400, 400 });
    Projection world = fitted("equal-earth", (LonLat){ 150, 0 }, NULL, WORLD, PAGE);
    Projection globe = fitted("orthographic", (LonLat){ 20, -35 }, NULL, WORLD, PAGE);
    Projection square = fitted("mercator", (LonLat){ 0, 0 }, NULL, WORLD, PAGE);
    double corner = 90 - SPHERE_DEGREES(2 * asin(sqrt(2) * sin(SPHERE_RADIANS(15))));

    assert_extent(shown(&arctic, (Rect){ 0, 0, 400, 400 }), -180, corner - 0.01 * (90 - corner),
                  180, 90, 1e-6);
    assert_extent(shown(&world, PAGE), -180, -90, 180, 90, 1e-9);
    assert_extent(shown(&globe, PAGE), -180, -90, 180, 55 + 1.45, 0.02);
    assert_extent(shown(&square, PAGE), -180, -85.05 - 1.7, 180, 85.05 + 1.7, 0.01);
}

/* Without a pole in view a globe shows a part of the round. */
static void
test_a_corner_of_a_globe_is_told_from_all_of_it(void)
{
    Projection globe =
        fitted("orthographic", (LonLat){ 179, 0 }, NULL, WORLD, (Rect){ 0, 0, 400, 400 });

    assert_extent(shown(&globe, (Rect){ 100, 100, 200, 200 }), 179 - 36.4, -30.6, 179 + 36.4 - 360,
                  30.6, 1.2);
}

static void
test_a_page_beside_the_map_shows_nothing(void)
{
    Projection world = fitted("equal-earth", (LonLat){ 0, 0 }, NULL, WORLD, PAGE);
    Extent extent = { 1, 2, 3, 4 };

    g_assert_false(projection_shown_extent(&world, (Rect){ 5000, 5000, 100, 100 }, &extent));
    assert_extent(extent, 1, 2, 3, 4, 1e-12);
}

/* Every place that can be seen lies inside. */
static void
test_nothing_seen_is_left_out(void)
{
    static const Extent EXTENTS[] = { { 88, -13, 150, 55 },
                                      { -170, -60, -30, 75 },
                                      { 120, -50, -120, 65 },
                                      { -25, 34, 45, 72 },
                                      { -180, -90, 180, -60 } };

    for (guint i = 0; i < G_N_ELEMENTS(EXTENTS); i++)
        for (int type = 0; projection_type_names[type] != NULL; type++) {
            Projection projection = projection_for_extent(
                projection_type_from_name(projection_type_names[type]), EXTENTS[i]);
            Extent is;

            g_test_message("%s %u", projection_type_names[type], i);
            g_assert_true(projection_fit_extent(&projection, EXTENTS[i], PAGE));
            is = shown(&projection, PAGE);
            for (double x = PAGE.x; x < rect_right(PAGE); x += 3.7)
                for (double y = PAGE.y; y < rect_bottom(PAGE); y += 3.3) {
                    LonLat at;
                    Point back;

                    if (!projection_inverse(&projection, (Point){ x, y }, &at) ||
                        !projection_forward(&projection, at, &back))
                        continue;
                    g_assert_true(extent_meets(is, (Extent){ at.lon, at.lat, at.lon, at.lat }));
                }
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shown/cylinder", test_a_cylinder_gives_back_what_was_fitted);
    g_test_add_func("/shown/dateline", test_the_dateline_is_crossed);
    g_test_add_func("/shown/round", test_poles_and_the_whole_world_have_all_longitudes);
    g_test_add_func("/shown/corner", test_a_corner_of_a_globe_is_told_from_all_of_it);
    g_test_add_func("/shown/beside", test_a_page_beside_the_map_shows_nothing);
    g_test_add_func("/shown/all", test_nothing_seen_is_left_out);
    return g_test_run();
}
