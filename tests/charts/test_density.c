#include "charts/distribution.h"
#include "charts/figure.h"

#define FIVE "v,k\n0,a\n1,a\n2,a\n4,a\n9,a\n"

static double
area_below(const DensityCurve *curve)
{
    double sum = 0;

    for (guint i = 1; i < DENSITY_POINTS; i++)
        sum += (curve->at[i] - curve->at[i - 1]) * (curve->height[i] + curve->height[i - 1]) / 2;
    return sum;
}

static gboolean
curve_of(double *values, gsize n, gboolean is_share, gboolean trimmed, DensityCurve *ret_curve)
{
    g_autoptr(Spec) spec = spec_new();
    Plot plot = { .spec = spec };
    AxisSpec axis = { .kind = SCALE_LINEAR, .min = 0, .max = 100 };
    DistributionGroup group = { .n = n, .values = values };

    return distribution_density(&plot, &axis, is_share, &group, trimmed, ret_curve);
}

static void
test_nothing_lies_below_zero_when_no_value_does(void)
{
    double values[] = { 0, 1, 2, 4, 9, 11 };
    DensityCurve curve;

    g_assert_true(curve_of(values, G_N_ELEMENTS(values), FALSE, FALSE, &curve));
    g_assert_cmpfloat(curve.at[0], ==, 0);
    g_assert_cmpfloat_with_epsilon(area_below(&curve), 1, 0.01);
}

static void
test_shares_end_at_100(void)
{
    double values[] = { 88, 91, 95, 97, 99, 100 };
    DensityCurve curve;

    g_assert_true(curve_of(values, G_N_ELEMENTS(values), TRUE, FALSE, &curve));
    g_assert_cmpfloat(curve.at[DENSITY_POINTS - 1], ==, 100);
    g_assert_cmpfloat_with_epsilon(area_below(&curve), 1, 0.01);
}

static void
test_a_trimmed_curve_ends_at_the_values(void)
{
    double values[] = { -3, 1, 2, 4, 9 };
    DensityCurve curve;

    g_assert_true(curve_of(values, G_N_ELEMENTS(values), FALSE, TRUE, &curve));
    g_assert_cmpfloat(curve.at[0], ==, -3);
    g_assert_cmpfloat(curve.at[DENSITY_POINTS - 1], ==, 9);
}

static void
test_equal_or_few_values_have_no_density(void)
{
    double equal[] = { 2, 2, 2, 2, 2, 2 }, few[] = { 1, 2, 3, 4 };
    DensityCurve curve;

    g_assert_false(curve_of(equal, G_N_ELEMENTS(equal), FALSE, FALSE, &curve));
    g_assert_false(curve_of(few, G_N_ELEMENTS(few), FALSE, FALSE, &curve));
}

static void
test_each_series_is_a_surface_and_a_line(void)
{
    g_auto(Figure) figure = FIGURE("density", FIVE "3,b\n4,b\n5,b\n6,b\n9,b\n", "x=v", "color=k");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARK, NODE_PATH);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpuint(paths->len, ==, 4);
    g_assert_cmpuint(((const SceneNode *)paths->pdata[0])->fill.a, <, 100);
    g_assert_false(figure_has_text(&figure, "Density"));
}

static void
test_heights_have_an_axis_when_asked(void)
{
    g_auto(Figure) figure = FIGURE("density", FIVE, "x=v", "y-label=Density");

    g_assert_true(figure_has_text(&figure, "Density"));
    g_assert_true(figure_has_text(&figure, "0.05"));
}

static void
test_small_groups_are_named_and_not_in_the_key(void)
{
    g_auto(Figure) figure = FIGURE("density", FIVE "3,few\n4,few\n", "x=v", "color=k");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(remarks, "1 of 2 groups has fewer than 5 values"));
    g_assert_nonnull(strstr(remarks, "left out: few"));
    g_assert_false(figure_has_text(&figure, "few"));
}

static void
test_one_row_is_refused(void)
{
    g_auto(Figure) one = FIGURE("density", "v\n5\n", "x=v");
    g_auto(Figure) equal = FIGURE("density", "v\n5\n5\n5\n5\n5\n5\n", "x=v");

    g_assert_error(one.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(equal.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(one.error->message, "use strip"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/density/nothing-lies-below-zero-when-no-value-does",
                    test_nothing_lies_below_zero_when_no_value_does);
    g_test_add_func("/density/shares-end-at-100", test_shares_end_at_100);
    g_test_add_func("/density/a-trimmed-curve-ends-at-the-values",
                    test_a_trimmed_curve_ends_at_the_values);
    g_test_add_func("/density/equal-or-few-values-have-no-density",
                    test_equal_or_few_values_have_no_density);
    g_test_add_func("/density/each-series-is-a-surface-and-a-line",
                    test_each_series_is_a_surface_and_a_line);
    g_test_add_func("/density/heights-have-an-axis-when-asked",
                    test_heights_have_an_axis_when_asked);
    g_test_add_func("/density/small-groups-are-named-and-not-in-the-key",
                    test_small_groups_are_named_and_not_in_the_key);
    g_test_add_func("/density/one-row-is-refused", test_one_row_is_refused);
    return g_test_run();
}
