#include "geo/scale_bar.h"

static const Rect PAGE = { 0, 0, 1000, 600 };

static Projection
fitted(const char *name, LonLat centre, Extent extent)
{
    g_autoptr(GError) error = NULL;
    Projection projection;

    projection_init(projection_type_from_name(name), centre, NULL, &projection, &error);
    g_assert_no_error(error);
    g_assert_true(projection_fit_extent(&projection, extent, PAGE));
    return projection;
}

/* Mercator: px a radius at the equator, and 1 / cos(latitude) times as much elsewhere, in both
 * directions. */
static void
test_scale_of_mercator(void)
{
    Projection projection = fitted("mercator", (LonLat){ 10, 0 }, (Extent){ 0, -5, 20, 65 });
    double along, across, equator = projection.scale / SPHERE_RADIUS_KM;

    g_assert_true(scale_at(&projection, (LonLat){ 10, 0 }, &along, &across));
    g_assert_cmpfloat_with_epsilon(along, equator, 1e-9);
    g_assert_cmpfloat_with_epsilon(across, equator, 1e-9);
    g_assert_true(scale_at(&projection, (LonLat){ 10, 60 }, &along, &across));
    g_assert_cmpfloat_with_epsilon(along, 2 * equator, 1e-9);
    g_assert_cmpfloat_with_epsilon(across, 2 * equator, 1e-6);
    g_assert_false(scale_at(&projection, (LonLat){ 10, 89 }, &along, &across));
}

static void
test_variation_tells_a_region_from_the_world(void)
{
    Projection korea =
        fitted("azimuthal-equal-area", (LonLat){ 127, 38 }, (Extent){ 122, 33, 132, 43 });
    Projection asia =
        fitted("azimuthal-equal-area", (LonLat){ 119, 21 }, (Extent){ 88, -13, 150, 55 });
    Projection world = fitted("equal-earth", (LonLat){ 0, 0 }, (Extent){ -180, -90, 180, 90 });
    PageScale scale;

    g_assert_true(page_scale(&korea, PAGE, &scale));
    g_assert_cmpfloat(scale.variation, <, 1.03);
    g_assert_cmpfloat_with_epsilon(scale.middle.lat, 38, 0.2);
    g_assert_true(page_scale(&asia, PAGE, &scale));
    g_assert_cmpfloat(scale.variation, >, SCALE_NEARLY_TRUE);
    g_assert_cmpfloat(scale.variation, <, SCALE_MISLEADS);
    g_assert_true(page_scale(&world, PAGE, &scale));
    g_assert_cmpfloat(scale.variation, >, SCALE_MISLEADS);
}

/* The bar is as long as the distance that it names. */
static void
test_the_bar_measures_the_ground(void)
{
    Projection korea =
        fitted("azimuthal-equidistant", (LonLat){ 125.75, 39 }, (Extent){ 122, 33, 132, 43 });
    PageScale scale;
    ScaleBar bar;
    LonLat end;

    g_assert_true(page_scale(&korea, PAGE, &scale));
    bar = scale_bar(&scale, SCALE_BAR_KM, 160);
    g_assert_cmpfloat(bar.length, ==, 200);
    g_assert_cmpfloat(bar.px, <=, 160);
    g_assert_true(
        projection_inverse(&korea, (Point){ PAGE.width / 2 + bar.px, PAGE.height / 2 }, &end));
    g_assert_cmpfloat_with_epsilon(
        SPHERE_RADIANS(sphere_distance(scale.middle, end)) * SPHERE_RADIUS_KM, 200, 0.5);
}

static void
test_lengths_are_round(void)
{
    static const struct {
        double along, longest, length;
    } ROWS[] = { { 1, 100, 100 }, { 1, 99.9, 50 }, { 1, 49, 20 },       { 1, 19, 10 },
                 { 1, 10, 10 },   { 1, 9.99, 5 },  { 0.05, 160, 2000 }, { 400, 160, 0.2 } };

    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        PageScale scale = { .along = ROWS[i].along, .variation = 1 };
        ScaleBar bar = scale_bar(&scale, SCALE_BAR_KM, ROWS[i].longest);

        g_assert_cmpfloat_with_epsilon(bar.length, ROWS[i].length, 1e-12);
        g_assert_cmpfloat_with_epsilon(bar.px, ROWS[i].length * ROWS[i].along, 1e-9);
        bar = scale_bar(&scale, SCALE_BAR_MILES, ROWS[i].longest * KM_A_MILE);
        g_assert_cmpfloat_with_epsilon(bar.length, ROWS[i].length, 1e-12);
        g_assert_cmpfloat_with_epsilon(bar.px, bar.length * ROWS[i].along * KM_A_MILE, 1e-9);
    }
}

static void
test_a_page_without_a_middle_has_no_scale(void)
{
    Projection world = fitted("equal-earth", (LonLat){ 0, 0 }, (Extent){ -180, -90, 180, 90 });
    PageScale scale;

    g_assert_false(page_scale(&world, (Rect){ 5000, 5000, 10, 10 }, &scale));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scale-bar/mercator", test_scale_of_mercator);
    g_test_add_func("/scale-bar/variation", test_variation_tells_a_region_from_the_world);
    g_test_add_func("/scale-bar/ground", test_the_bar_measures_the_ground);
    g_test_add_func("/scale-bar/round", test_lengths_are_round);
    g_test_add_func("/scale-bar/beside", test_a_page_without_a_middle_has_no_scale);
    return g_test_run();
}
