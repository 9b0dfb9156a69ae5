#include "map/ground.h"

/* The share of an area, 0 when it has none. */
static double
census_of(const GroundCensus *census, guint area)
{
    for (guint i = 0; i < census->n; i++)
        if (census->shares[i].kind == GROUND_AREA && census->shares[i].area == area)
            return census->shares[i].share;
    return 0;
}

static void
add_box(Path *path, Rect box)
{
    path_move_to(path, box.x, box.y);
    path_line_to(path, rect_right(box), box.y);
    path_line_to(path, rect_right(box), rect_bottom(box));
    path_line_to(path, box.x, rect_bottom(box));
    path_close(path);
}

static void
add_area(Ground *ground, guint area, Rect box)
{
    g_autoptr(Path) path = path_new();

    add_box(path, box);
    ground_add_area(ground, area, path);
}

/* A map from 10, 20 of 200 x 100 px: two areas that share an edge at 110. */
static Ground *
two_areas(void)
{
    Ground *ground = ground_new((Rect){ 10, 20, 200, 100 }, 3, GROUND_SEA);

    add_area(ground, 0, (Rect){ 30, 40, 80, 60 });
    add_area(ground, 1, (Rect){ 110, 40, 40, 60 });
    return ground;
}

static void
test_squares(void)
{
    g_autoptr(Ground) ground = two_areas();
    Rect bounds = ground_bounds(ground, 0);

    g_assert_cmpfloat(ground_size(ground, 0), ==, 4800);
    g_assert_cmpfloat(ground_size(ground, 1), ==, 2400);
    g_assert_cmpfloat(ground_size(ground, 2), ==, 0);
    g_assert_cmpuint(ground_area_at(ground, (Point){ 109.5, 60 }), ==, 0);
    g_assert_cmpuint(ground_area_at(ground, (Point){ 110.5, 60 }), ==, 1);
    g_assert_cmpuint(ground_area_at(ground, (Point){ 29.5, 60 }), !=, 0);
    g_assert_cmpuint(ground_area_at(ground, (Point){ NAN, 60 }), !=, 0);
    g_assert_cmpfloat(bounds.x, ==, 30);
    g_assert_cmpfloat(bounds.y, ==, 40);
    g_assert_cmpfloat(bounds.width, ==, 80);
    g_assert_cmpfloat(bounds.height, ==, 60);
}

static void
test_hole_is_not_the_area(void)
{
    g_autoptr(Ground) ground = ground_new((Rect){ 0, 0, 100, 100 }, 1, GROUND_SEA);
    g_autoptr(Path) path = path_new();

    add_box(path, (Rect){ 10, 10, 80, 80 });
    add_box(path, (Rect){ 30, 30, 40, 40 });
    ground_add_area(ground, 0, path);
    g_assert_cmpfloat(ground_size(ground, 0), ==, 6400 - 1600);
    g_assert_cmpuint(ground_area_at(ground, (Point){ 50, 50 }), !=, 0);
    g_assert_cmpuint(ground_area_at(ground, (Point){ 20, 50 }), ==, 0);
}

static void
test_census(void)
{
    g_autoptr(Ground) ground = two_areas();
    GroundCensus census;

    g_assert_true(ground_census(ground, (Rect){ 100, 50, 40, 10 }, &census));
    g_assert_cmpuint(census.n, ==, 2);
    g_assert_cmpuint(census.shares[0].area, ==, 1);
    g_assert_cmpfloat_with_epsilon(census.shares[0].share, 0.75, 1e-9);
    g_assert_cmpfloat_with_epsilon(census_of(&census, 0), 0.25, 1e-9);
    g_assert_cmpfloat(census_of(&census, 2), ==, 0);

    g_assert_true(ground_census(ground, (Rect){ 10, 20, 20, 20 }, &census));
    g_assert_cmpuint(census.n, ==, 1);
    g_assert_cmpint(census.shares[0].kind, ==, GROUND_SEA);
    g_assert_cmpfloat_with_epsilon(census.shares[0].share, 1, 1e-9);

    g_assert_false(ground_census(ground, (Rect){ 9, 50, 20, 10 }, &census));
    g_assert_false(ground_census(ground, (Rect){ 200, 50, 20, 10 }, &census));
    g_assert_false(ground_census(ground, (Rect){ NAN, 50, 20, 10 }, &census));
}

static void
test_paper_beyond_the_earth(void)
{
    g_autoptr(Ground) ground = ground_new((Rect){ 0, 0, 100, 100 }, 1, GROUND_PAPER);
    g_autoptr(Path) path = path_new();
    GroundCensus census;

    add_box(path, (Rect){ 20, 20, 60, 60 });
    ground_add_sea(ground, path);
    g_assert_true(ground_census(ground, (Rect){ 10, 40, 20, 20 }, &census));
    g_assert_cmpuint(census.n, ==, 2);
    g_assert_cmpfloat_with_epsilon(census.shares[0].share, 0.5, 1e-9);
    g_assert_cmpint(census.shares[0].kind + census.shares[1].kind, ==, GROUND_PAPER + GROUND_SEA);
}

static void
test_place_in_the_middle(void)
{
    g_autoptr(Ground) ground = two_areas();
    Point middles[4];

    g_assert_cmpuint(ground_places_inside(ground, 0, (Size){ 40, 10 }, 4, middles), >=, 1);
    g_assert_cmpfloat_with_epsilon(middles[0].x, 70, 2);
    g_assert_cmpfloat_with_epsilon(middles[0].y, 70, 2);
    /* As large as the area, and one px larger. */
    g_assert_cmpuint(ground_places_inside(ground, 0, (Size){ 80, 60 }, 4, middles), ==, 1);
    g_assert_cmpfloat(middles[0].x, ==, 70);
    g_assert_cmpfloat(middles[0].y, ==, 70);
    g_assert_cmpuint(ground_places_inside(ground, 0, (Size){ 81, 60 }, 4, middles), ==, 0);
    g_assert_cmpuint(ground_places_inside(ground, 0, (Size){ 80, 61 }, 4, middles), ==, 0);
    g_assert_cmpuint(ground_places_inside(ground, 2, (Size){ 1, 1 }, 4, middles), ==, 0);
    g_assert_cmpuint(ground_places_inside(ground, 0, (Size){ 1, 1 }, 0, middles), ==, 0);
}

/* An L: its bounds have a middle that is not in it, and a wide box fits into its foot alone. */
static void
test_places_stay_inside(void)
{
    g_autoptr(Ground) ground = ground_new((Rect){ 0, 0, 120, 120 }, 1, GROUND_SEA);
    g_autoptr(Path) path = path_new();
    Point middles[6];
    guint n;

    path_move_to(path, 10, 10);
    path_line_to(path, 30, 10);
    path_line_to(path, 30, 80);
    path_line_to(path, 110, 80);
    path_line_to(path, 110, 110);
    path_line_to(path, 10, 110);
    path_close(path);
    ground_add_area(ground, 0, path);
    n = ground_places_inside(ground, 0, (Size){ 60, 16 }, 6, middles);
    g_assert_cmpuint(n, >=, 1);
    for (guint i = 0; i < n; i++) {
        GroundCensus census;

        g_assert_true(
            ground_census(ground, (Rect){ middles[i].x - 30, middles[i].y - 8, 60, 16 }, &census));
        g_assert_cmpfloat_with_epsilon(census_of(&census, 0), 1, 1e-9);
        g_assert_cmpfloat(middles[i].y, >=, 88);
    }
}

/* Only what lies on the map is seen: the middle is that of the part in view. */
static void
test_area_cut_by_the_map(void)
{
    g_autoptr(Ground) ground = ground_new((Rect){ 0, 0, 100, 100 }, 1, GROUND_SEA);
    Point middle;

    add_area(ground, 0, (Rect){ 60, 20, 400, 60 });
    g_assert_cmpfloat(ground_size(ground, 0), ==, 40 * 60);
    g_assert_true(ground_is_cut(ground, 0));
    g_assert_cmpuint(ground_places_inside(ground, 0, (Size){ 20, 10 }, 1, &middle), ==, 1);
    g_assert_cmpfloat_with_epsilon(middle.x, 80, 2);
    g_assert_cmpfloat_with_epsilon(middle.y, 50, 2);
}

static void
test_ends(void)
{
    g_autoptr(Ground) ground = two_areas();
    double ends[2];

    g_assert_true(ground_ends(ground, 1, FALSE, 60, ends));
    g_assert_cmpfloat(ends[0], ==, 110);
    g_assert_cmpfloat(ends[1], ==, 150);
    g_assert_true(ground_ends(ground, 1, TRUE, 120, ends));
    g_assert_cmpfloat(ends[0], ==, 40);
    g_assert_cmpfloat(ends[1], ==, 100);
    g_assert_false(ground_ends(ground, 1, FALSE, 30, ends));
    g_assert_false(ground_ends(ground, 1, TRUE, 60, ends));
    g_assert_false(ground_ends(ground, 1, FALSE, -5, ends));
    g_assert_false(ground_is_cut(ground, 1));
}

static void
test_dot(void)
{
    g_autoptr(Ground) ground = two_areas();
    GroundCensus census;

    ground_add_dot(ground, 2, (Point){ 60, 60 }, 4);
    g_assert_true(ground_is_dot(ground, 2));
    g_assert_false(ground_is_dot(ground, 0));
    g_assert_cmpuint(ground_area_at(ground, (Point){ 60, 60 }), ==, 2);
    g_assert_true(ground_census(ground, (Rect){ 50, 50, 20, 20 }, &census));
    g_assert_cmpfloat_with_epsilon(census_of(&census, 2), G_PI * 16 / 400, 0.02);
}

/* A box that has a third of each area. */
static void
test_limits(void)
{
    g_autoptr(Ground) ground = two_areas();
    Rect box = { 90, 20, 40, 60 }, beyond = { 5, 20, 40, 60 }, at_dot = { 40, 40, 10, 10 };
    GroundLimits limits = { .area = 0, .own = 0.34, .marked = 0, .plain = 0.34 };

    g_assert_true(ground_holds(ground, box, &limits));
    g_assert_false(ground_holds(ground, beyond, &limits));
    limits.plain = 0.33;
    g_assert_false(ground_holds(ground, box, &limits));
    ground_mark(ground, 1);
    g_assert_false(ground_holds(ground, box, &limits));
    limits.marked = 0.34;
    g_assert_true(ground_holds(ground, box, &limits));
    limits.own = 0.33;
    g_assert_false(ground_holds(ground, box, &limits));

    limits.own = 1;
    g_assert_true(ground_holds(ground, at_dot, &limits));
    ground_mark(ground, 2);
    ground_add_dot(ground, 2, (Point){ 45, 45 }, 1.5);
    limits.marked = 1;
    g_assert_false(ground_holds(ground, at_dot, &limits));
}

/* What was added after a question is seen by the next one. */
static void
test_later_areas_are_seen(void)
{
    g_autoptr(Ground) ground = two_areas();
    GroundCensus census;

    g_assert_true(ground_census(ground, (Rect){ 160, 60, 20, 10 }, &census));
    g_assert_cmpint(census.shares[0].kind, ==, GROUND_SEA);
    add_area(ground, 2, (Rect){ 160, 60, 20, 10 });
    g_assert_true(ground_census(ground, (Rect){ 160, 60, 20, 10 }, &census));
    g_assert_cmpfloat_with_epsilon(census_of(&census, 2), 1, 1e-9);
    g_assert_true(ground_census(ground, (Rect){ 170, 65, 0, 0 }, &census));
    g_assert_cmpfloat_with_epsilon(census_of(&census, 2), 1, 1e-9);
}

/* Far larger than the samples that are taken of it. */
static void
test_limits_agree_with_the_census(void)
{
    g_autoptr(Ground) ground = two_areas();
    GroundCensus census;

    for (double x = 10; x < 60; x += 0.7) {
        Rect box = { x, 25, 140, 90 };
        GroundLimits limits = { .area = 0, .own = 1, .marked = 1 };

        g_assert_true(ground_census(ground, box, &census));
        limits.plain = census_of(&census, 1) + 1e-9;
        g_assert_true(ground_holds(ground, box, &limits));
        limits.plain -= 2e-9;
        g_assert_cmpint(ground_holds(ground, box, &limits), ==, census_of(&census, 1) == 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/map/ground/squares", test_squares);
    g_test_add_func("/map/ground/hole", test_hole_is_not_the_area);
    g_test_add_func("/map/ground/census", test_census);
    g_test_add_func("/map/ground/limits", test_limits);
    g_test_add_func("/map/ground/limits-and-census", test_limits_agree_with_the_census);
    g_test_add_func("/map/ground/later", test_later_areas_are_seen);
    g_test_add_func("/map/ground/paper", test_paper_beyond_the_earth);
    g_test_add_func("/map/ground/middle", test_place_in_the_middle);
    g_test_add_func("/map/ground/inside", test_places_stay_inside);
    g_test_add_func("/map/ground/cut", test_area_cut_by_the_map);
    g_test_add_func("/map/ground/ends", test_ends);
    g_test_add_func("/map/ground/dot", test_dot);
    return g_test_run();
}
