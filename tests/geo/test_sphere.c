#include "geo/sphere.h"

static void
test_distance(void)
{
    g_assert_cmpfloat_with_epsilon(sphere_distance((LonLat){ 0, 0 }, (LonLat){ 90, 0 }), 90, 1e-12);
    g_assert_cmpfloat_with_epsilon(sphere_distance((LonLat){ 10, 20 }, (LonLat){ -170, -20 }), 180,
                                   1e-6);
    g_assert_cmpfloat_with_epsilon(sphere_distance((LonLat){ 0, 0 }, (LonLat){ 1e-9, 0 }), 1e-9,
                                   1e-18);
    g_assert_cmpfloat(sphere_distance((LonLat){ 7, 8 }, (LonLat){ 7, 8 }), ==, 0);
    /* Seoul to Pyongyang is 195 km on a sphere of 6371 km. */
    g_assert_cmpfloat_with_epsilon(SPHERE_RADIANS(sphere_distance((LonLat){ 126.978, 37.5665 },
                                                                  (LonLat){ 125.7625, 39.0392 })) *
                                       6371,
                                   195, 1.5);
}

static void
test_check(void)
{
    static const LonLat bad[] = {
        { NAN, 0 },    { 0, NAN },   { INFINITY, 0 },    { 0, -INFINITY }, { 180.1, 0 },
        { -180.1, 0 }, { 0, 90.01 }, { 0, -90.0000001 }, { 1e308, 1e308 },
    };
    g_autoptr(GError) said = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(sphere_check(bad[i], WHERE_NONE, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    }
    g_assert_true(sphere_check((LonLat){ -180, 90 }, WHERE_NONE, NULL));
    g_assert_false(sphere_check((LonLat){ 0, 91.5 }, (Where){ "places.csv", 7, 2 }, &said));
    g_assert_cmpstr(said->message, ==, "the latitude 91.5 is not between -90 and 90 degrees");
    g_assert_cmpuint(error_where(said).line, ==, 7);
    g_assert_true(extent_check((Extent){ 170, -20, -170, 0 }, WHERE_NONE, NULL));
    g_assert_false(extent_check((Extent){ 0, 10, 20, 10 }, WHERE_NONE, NULL));
    g_assert_false(extent_check((Extent){ 0, NAN, 20, 10 }, WHERE_NONE, NULL));
}

static void
test_extent(void)
{
    const LonLat pacific[] = { { 178, -18 }, { -172, -13 }, { 140, 36 } };
    const LonLat one[] = { { 5, 6 } };
    Extent extent = sphere_extent(pacific, 3);

    g_assert_cmpfloat(extent.west, ==, 140);
    g_assert_cmpfloat(extent.east, ==, -172);
    g_assert_cmpfloat(extent.south, ==, -18);
    g_assert_cmpfloat(extent.north, ==, 36);
    g_assert_cmpfloat(extent_width(extent), ==, 48);
    g_assert_cmpfloat(extent_width(sphere_extent(one, 1)), ==, 0);
}

static void
test_ring(void)
{
    const SinkPoint octant[] = { { 0, 0, FALSE }, { G_PI_2, 0, FALSE }, { 0, G_PI_2, FALSE } };
    const SinkPoint back[] = { { 0, G_PI_2, FALSE }, { G_PI_2, 0, FALSE }, { 0, 0, FALSE } };
    const SinkPoint cap[] = { { 0, -1, FALSE }, { 2, -1, FALSE }, { -2, -1, FALSE } };

    g_assert_cmpfloat_with_epsilon(sphere_ring_area(octant, 3), G_PI_2, 1e-12);
    g_assert_cmpfloat_with_epsilon(sphere_ring_area(back, 3), 3.5 * G_PI, 1e-12);
    g_assert_true(sphere_ring_contains(octant, 3, 0.5, 0.5));
    g_assert_true(sphere_ring_contains(back, 3, 0.5, 0.5));
    g_assert_false(sphere_ring_contains(octant, 3, 0.5, -0.5));
    g_assert_false(sphere_ring_contains(octant, 3, -0.5, 0.5));
    g_assert_true(sphere_ring_contains(cap, 3, 1, -1.55));
    g_assert_true(sphere_ring_contains(cap, 3, 3, -1.4));
    g_assert_false(sphere_ring_contains(cap, 3, 3, 1));
}

static void
test_rotation(void)
{
    Rotation rotation = rotation_to((LonLat){ 110, 20 });
    double lambda, phi;
    LonLat back;

    rotation_forward(&rotation, (LonLat){ 110, 20 }, &lambda, &phi);
    g_assert_cmpfloat_with_epsilon(lambda, 0, 1e-15);
    g_assert_cmpfloat_with_epsilon(phi, 0, 1e-15);
    rotation_forward(&rotation, (LonLat){ -60, 70 }, &lambda, &phi);
    back = rotation_inverse(&rotation, lambda, phi);
    g_assert_cmpfloat_with_epsilon(back.lon, -60, 1e-12);
    g_assert_cmpfloat_with_epsilon(back.lat, 70, 1e-12);
    /* Without a turn, the side of 180 that a file chose stays. */
    rotation = rotation_to((LonLat){ 0, 0 });
    rotation_forward(&rotation, (LonLat){ -180, 5 }, &lambda, &phi);
    g_assert_cmpfloat(lambda, ==, -G_PI);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sphere/distance", test_distance);
    g_test_add_func("/sphere/check", test_check);
    g_test_add_func("/sphere/extent", test_extent);
    g_test_add_func("/sphere/ring", test_ring);
    g_test_add_func("/sphere/rotation", test_rotation);
    return g_test_run();
}
