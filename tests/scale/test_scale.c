#include "scale/scale.h"

#include <float.h>
#include <math.h>

static Scale
scale_over(ScaleKind kind, double min, double max, double from, double to)
{
    Scale scale = scale_continuous(kind, min, max);

    scale.from = from;
    scale.to = to;
    return scale;
}

static void
test_kinds_find_their_types(void)
{
    for (ScaleKind kind = SCALE_LINEAR; kind <= SCALE_BAND; kind++) {
        const ScaleType *type = scale_type(kind);

        g_assert_cmpint((int)type->kind, ==, (int)kind);
    }
}

static void
test_linear_maps_the_domain_onto_the_range(void)
{
    Scale scale = scale_over(SCALE_LINEAR, 0, 500, 350, 0);

    g_assert_cmpfloat(scale_map(&scale, 0), ==, 350);
    g_assert_cmpfloat(scale_map(&scale, 500), ==, 0);
    g_assert_cmpfloat(scale_map(&scale, 125), ==, 262.5);
    g_assert_cmpfloat(scale_map(&scale, 600), ==, -70);
    g_assert_true(isnan(scale_map(&scale, NAN)));
    g_assert_cmpfloat(scale_invert(&scale, 262.5), ==, 125);
}

static void
test_a_reversed_domain_turns_the_axis_round(void)
{
    Scale scale = scale_over(SCALE_LINEAR, 10, 0, 0, 100);

    g_assert_cmpfloat(scale_map(&scale, 10), ==, 0);
    g_assert_cmpfloat(scale_map(&scale, 0), ==, 100);
    g_assert_cmpfloat(scale_map(&scale, 7.5), ==, 25);
    g_assert_cmpfloat(scale_invert(&scale, 25), ==, 7.5);
}

static void
test_log_gives_each_decade_the_same_length(void)
{
    Scale scale = scale_over(SCALE_LOG, 1, 1000, 0, 300);

    g_assert_cmpfloat(scale_map(&scale, 10), ==, 100);
    g_assert_cmpfloat(scale_map(&scale, 100), ==, 200);
    g_assert_cmpfloat_with_epsilon(scale_map(&scale, 0.1), -100, 1e-9);
    g_assert_true(isnan(scale_map(&scale, 0)));
    g_assert_true(isnan(scale_map(&scale, -10)));
    g_assert_cmpfloat(scale_invert(&scale, 200), ==, 100);
}

static void
test_sqrt_and_symlog_cross_zero(void)
{
    Scale root = scale_over(SCALE_SQRT, -100, 100, 0, 200);
    Scale symlog = scale_over(SCALE_SYMLOG, -99, 99, 0, 400);

    g_assert_cmpfloat(scale_map(&root, 0), ==, 100);
    g_assert_cmpfloat(scale_map(&root, 25), ==, 150);
    g_assert_cmpfloat(scale_map(&root, -25), ==, 50);
    g_assert_cmpfloat(scale_invert(&root, 150), ==, 25);
    g_assert_cmpfloat(scale_map(&symlog, 0), ==, 200);
    g_assert_cmpfloat_with_epsilon(scale_map(&symlog, 9), 300, 1e-9);
    g_assert_cmpfloat_with_epsilon(scale_map(&symlog, -9), 100, 1e-9);
    g_assert_cmpfloat_with_epsilon(scale_invert(&symlog, 300), 9, 1e-9);
}

static void
test_band_maps_to_the_middles(void)
{
    Scale scale = scale_band(4, 0.25);

    scale.from = 100;
    scale.to = 500;
    g_assert_cmpfloat(scale_step(&scale), ==, 100);
    g_assert_cmpfloat(scale_bandwidth(&scale), ==, 75);
    g_assert_cmpfloat(scale_map(&scale, 0), ==, 150);
    g_assert_cmpfloat(scale_map(&scale, 3), ==, 450);
    g_assert_cmpfloat(scale_invert(&scale, 250), ==, 1);
    scale.from = 500;
    scale.to = 100;
    g_assert_cmpfloat(scale_step(&scale), ==, 100);
    g_assert_cmpfloat(scale_map(&scale, 0), ==, 450);
}

static void
test_band_without_categories_is_harmless(void)
{
    Scale scale = scale_band(0, 0.1);

    g_assert_cmpfloat(scale_step(&scale), ==, 0);
    g_assert_cmpfloat(scale_bandwidth(&scale), ==, 0);
    g_assert_cmpfloat(scale_map(&scale, 0), ==, 0.5);
}

static void
test_continuous_has_no_bands(void)
{
    Scale scale = scale_over(SCALE_LINEAR, 0, 1, 0, 100);

    g_assert_cmpfloat(scale_bandwidth(&scale), ==, 0);
    g_assert_cmpfloat(scale_step(&scale), ==, 0);
}

static void
test_the_widest_domain_stays_finite(void)
{
    Scale scale = scale_over(SCALE_LINEAR, -DBL_MAX, DBL_MAX, 0, 100);
    Scale narrow = scale_over(SCALE_LINEAR, 0, 4 * DBL_TRUE_MIN, 0, 100);

    g_assert_cmpfloat(scale_map(&scale, 0), ==, 50);
    g_assert_cmpfloat(scale_map(&scale, DBL_MAX), ==, 100);
    g_assert_cmpfloat(scale_invert(&scale, 50), ==, 0);
    g_assert_cmpfloat(scale_map(&narrow, DBL_TRUE_MIN), ==, 25);
}

static void
test_one_value_lies_in_the_middle(void)
{
    Scale scale = scale_over(SCALE_LINEAR, 5, 5, 0, 100);

    g_assert_cmpfloat(scale_map(&scale, 5), ==, 50);
    g_assert_true(isnan(scale_map(&scale, NAN)));
}

static void
test_invert_undoes_map(void)
{
    static const ScaleKind kinds[] = { SCALE_LINEAR, SCALE_LOG, SCALE_SQRT, SCALE_SYMLOG,
                                       SCALE_TIME };

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        Scale scale = scale_over(kinds[i], 0.5, 4000, 600, 20);

        for (double value = 0.5; value <= 4000; value *= 1.7) {
            double back = scale_invert(&scale, scale_map(&scale, value));

            g_assert_cmpfloat_with_epsilon(back, value, 1e-9 * value);
        }
        g_assert_cmpfloat(scale_invert(&scale, 600), ==, 0.5);
        g_assert_cmpfloat(scale_invert(&scale, 20), ==, 4000);
    }
}

static void
assert_widened(ScaleKind kind, double min, double max, double wide_min, double wide_max)
{
    Scale scale = scale_continuous(kind, min, max);

    scale_widen_degenerate(&scale, TIME_SECOND);
    g_assert_cmpfloat(scale.min, ==, wide_min);
    g_assert_cmpfloat(scale.max, ==, wide_max);
}

static void
test_one_value_widens_towards_zero(void)
{
    assert_widened(SCALE_LINEAR, 5, 5, 0, 10);
    assert_widened(SCALE_LINEAR, -5, -5, -10, 0);
    assert_widened(SCALE_LINEAR, 0, 0, 0, 1);
    assert_widened(SCALE_LINEAR, DBL_MAX, DBL_MAX, 0, DBL_MAX);
    assert_widened(SCALE_LINEAR, 2, 3, 2, 3);
    assert_widened(SCALE_LINEAR, 3, 2, 3, 2);
}

static void
test_an_empty_domain_gets_a_width(void)
{
    assert_widened(SCALE_LINEAR, INFINITY, -INFINITY, 0, 1);
    assert_widened(SCALE_LINEAR, NAN, NAN, 0, 1);
    assert_widened(SCALE_SQRT, NAN, 8, 0, 16);
    assert_widened(SCALE_LOG, NAN, NAN, 1, 10);
}

static void
test_log_widens_within_its_domain(void)
{
    assert_widened(SCALE_LOG, 5, 5, 0.5, 50);
    assert_widened(SCALE_LOG, 0, 0, 1, 10);
    assert_widened(SCALE_LOG, -3, -1, 1, 10);
    assert_widened(SCALE_LOG, 0, 2000, 2, 2000);
    assert_widened(SCALE_LOG, 2000, -5, 2000, 2);
    assert_widened(SCALE_LOG, 1, 2, 1, 2);
}

static void
test_one_moment_widens_by_its_unit(void)
{
    double year, before, after, month_before, month_after;
    Scale scale;

    calendar_make(2019, 1, 1, 0, 0, 0, &year);
    calendar_make(2018, 1, 1, 0, 0, 0, &before);
    calendar_make(2020, 1, 1, 0, 0, 0, &after);
    calendar_make(2018, 12, 1, 0, 0, 0, &month_before);
    calendar_make(2019, 2, 1, 0, 0, 0, &month_after);
    scale = scale_continuous(SCALE_TIME, year, year);
    scale_widen_degenerate(&scale, TIME_YEAR);
    g_assert_cmpfloat(scale.min, ==, before);
    g_assert_cmpfloat(scale.max, ==, after);
    scale = scale_continuous(SCALE_TIME, year, year);
    scale_widen_degenerate(&scale, TIME_MONTH);
    g_assert_cmpfloat(scale.min, ==, month_before);
    g_assert_cmpfloat(scale.max, ==, month_after);
}

static void
test_moments_beyond_the_calendar_widen_too(void)
{
    Scale scale = scale_continuous(SCALE_TIME, 1e300, 1e300);

    scale_widen_degenerate(&scale, TIME_YEAR);
    g_assert_cmpfloat(scale.min, <, scale.max);
    scale = scale_continuous(SCALE_TIME, NAN, NAN);
    scale_widen_degenerate(&scale, TIME_DAY);
    g_assert_cmpfloat(scale.min, ==, -86400);
    g_assert_cmpfloat(scale.max, ==, 86400);
}

static void
test_some_categories_close_ranks(void)
{
    const double places[] = { NAN, 0, NAN, 1 };
    Scale scale = scale_band(2, 0);

    scale.to = 200;
    scale.places = places;
    scale.n_places = G_N_ELEMENTS(places);
    g_assert_true(isnan(scale_map(&scale, 0)));
    g_assert_cmpfloat(scale_map(&scale, 1), ==, 50);
    g_assert_cmpfloat(scale_map(&scale, 3), ==, 150);
    /* Beside its category a mark stays beside it. */
    g_assert_cmpfloat(scale_map(&scale, 3.25), ==, 175);
    g_assert_true(isnan(scale_map(&scale, 4)));
    g_assert_true(isnan(scale_map(&scale, -1)));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scale/names-find-their-types", test_kinds_find_their_types);
    g_test_add_func("/scale/linear-maps-the-domain-onto-the-range",
                    test_linear_maps_the_domain_onto_the_range);
    g_test_add_func("/scale/a-reversed-domain-turns-the-axis-round",
                    test_a_reversed_domain_turns_the_axis_round);
    g_test_add_func("/scale/log-gives-each-decade-the-same-length",
                    test_log_gives_each_decade_the_same_length);
    g_test_add_func("/scale/sqrt-and-symlog-cross-zero", test_sqrt_and_symlog_cross_zero);
    g_test_add_func("/scale/band-maps-to-the-middles", test_band_maps_to_the_middles);
    g_test_add_func("/scale/some-categories-close-ranks", test_some_categories_close_ranks);
    g_test_add_func("/scale/band-without-categories-is-harmless",
                    test_band_without_categories_is_harmless);
    g_test_add_func("/scale/continuous-has-no-bands", test_continuous_has_no_bands);
    g_test_add_func("/scale/the-widest-domain-stays-finite", test_the_widest_domain_stays_finite);
    g_test_add_func("/scale/one-value-lies-in-the-middle", test_one_value_lies_in_the_middle);
    g_test_add_func("/scale/invert-undoes-map", test_invert_undoes_map);
    g_test_add_func("/scale/one-value-widens-towards-zero", test_one_value_widens_towards_zero);
    g_test_add_func("/scale/an-empty-domain-gets-a-width", test_an_empty_domain_gets_a_width);
    g_test_add_func("/scale/log-widens-within-its-domain", test_log_widens_within_its_domain);
    g_test_add_func("/scale/one-moment-widens-by-its-unit", test_one_moment_widens_by_its_unit);
    g_test_add_func("/scale/moments-beyond-the-calendar-widen-too",
                    test_moments_beyond_the_calendar_widen_too);
    return g_test_run();
}
