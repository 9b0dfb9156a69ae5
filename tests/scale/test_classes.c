#include "scale/classes.h"

#include "scale/classes_internal.h"

#include <float.h>
#include <math.h>

#define CLASSES(method, wished, round, ...)              \
    classes_new(method, (const double[]){ __VA_ARGS__ }, \
                sizeof((double[]){ __VA_ARGS__ }) / sizeof(double), wished, round)

#define AROUND(method, wished, middle, ...)                     \
    classes_new_around(method, (const double[]){ __VA_ARGS__ }, \
                       sizeof((double[]){ __VA_ARGS__ }) / sizeof(double), wished, middle, TRUE)

static void
assert_edges(Classes *classes, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i <= classes->n; i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];

        g_ascii_formatd(number, sizeof number, "%.10g", classes->edges[i]);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", number);
    }
    g_assert_cmpstr(text->str, ==, expected);
    classes_free(classes);
}

static void
test_natural_breaks_part_the_clusters(void)
{
    assert_edges(CLASSES(CLASSES_JENKS, 3, FALSE, 4, 5, 9, 10, 1, 2, 23, 24), "1 8 20 24");
    assert_edges(CLASSES(CLASSES_JENKS, 3, TRUE, 4, 5, 9, 10, 1, 2, 23, 24), "1 8 20 24");
    assert_edges(CLASSES(CLASSES_JENKS, 2, FALSE, 0, 0, 0, 1, 1, 9), "0 5 9");
    /* An outlier of a billion hides nothing about the rest. */
    assert_edges(CLASSES(CLASSES_JENKS, 4, FALSE, 0, 0.1, 1, 1.1, 2, 2.1, 1e9),
                 "0 1 2 500000000 1000000000");
}

/* The least cost by trying every grouping. */
static double
least_cost(const double *sorted, guint n, guint n_classes)
{
    double least = INFINITY, sum = 0, squares = 0;

    for (guint i = 0; i < n; i++) {
        sum += sorted[i];
        squares += sorted[i] * sorted[i];
    }
    if (n_classes == 1)
        return squares - sum * sum / n;
    for (guint start = n - 1; start >= n_classes - 1; start--) {
        double rest = 0, rest_squares = 0;

        for (guint i = start; i < n; i++) {
            rest += sorted[i];
            rest_squares += sorted[i] * sorted[i];
        }
        least = MIN(least, least_cost(sorted, start, n_classes - 1) + rest_squares -
                               rest * rest / (n - start));
    }
    return least;
}

static double
cost_of(const Classes *classes, const double *values, guint n)
{
    double cost = 0;

    for (guint k = 0; k < classes->n; k++) {
        double sum = 0, squares = 0, count = 0;

        for (guint i = 0; i < n; i++)
            if (classes_find(classes, values[i]) == k) {
                sum += values[i];
                squares += values[i] * values[i];
                count++;
            }
        cost += count > 0 ? squares - sum * sum / count : 0;
    }
    return cost;
}

static void
test_natural_breaks_are_the_best_there_are(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(11);

    for (guint round = 0; round < 300; round++) {
        guint n = (guint)g_rand_int_range(random, 5, 13), k = (guint)g_rand_int_range(random, 2, 5);
        double values[13];

        values[0] = 0;
        for (guint i = 1; i < n; i++)
            values[i] = values[i - 1] + g_rand_int_range(random, 1, 30);
        {
            g_autoptr(Classes) classes = classes_new(CLASSES_JENKS, values, n, k, FALSE);

            g_assert_cmpuint(classes->n, ==, k);
            g_assert_cmpfloat_with_epsilon(cost_of(classes, values, n), least_cost(values, n, k),
                                           1e-6);
        }
    }
}

static void
test_quantiles_hold_as_many_values(void)
{
    double values[100];

    for (guint i = 0; i < 100; i++)
        values[i] = 100 - i;
    assert_edges(classes_new(CLASSES_QUANTILE, values, 100, 4, FALSE), "1 26 51 76 100");
    assert_edges(classes_new(CLASSES_QUANTILE, values, 100, 4, TRUE), "0 25 50 75 100");
    /* Equal values stay together; a class that nothing is left for is not there. */
    assert_edges(CLASSES(CLASSES_QUANTILE, 4, FALSE, 0, 0, 0, 0, 0, 0, 3, 8), "0 2 8");
    assert_edges(CLASSES(CLASSES_QUANTILE, 5, FALSE, 1, 1, 1, 2), "1 1.5 2");
}

static void
test_equal_steps_are_equal(void)
{
    assert_edges(CLASSES(CLASSES_EQUAL, 4, FALSE, 3, 11, 7), "3 5 7 9 11");
    assert_edges(CLASSES(CLASSES_EQUAL, 5, TRUE, 3, 97, 7), "0 20 40 60 80 100");
    assert_edges(CLASSES(CLASSES_EQUAL, 4, TRUE, -0.3, 0.7), "-0.5 0 0.5 1");
    assert_edges(CLASSES(CLASSES_EQUAL, 1, TRUE, 3, 4), "3 4");
}

/* An even number breaks at the middle, an odd one has a class around it; both sides mirror. */
static void
test_classes_around_a_middle_mirror(void)
{
    assert_edges(AROUND(CLASSES_EQUAL, 4, 0, -40, 3, 40), "-40 -20 0 20 40");
    assert_edges(AROUND(CLASSES_EQUAL, 5, 0, -50, 3, 50), "-50 -30 -10 10 30 50");
    assert_edges(AROUND(CLASSES_EQUAL, 2, 100, 60, 140), "50 100 150");
    assert_edges(AROUND(CLASSES_JENKS, 4, 0, -1, 1, 2, 20, 21, -22), "-22 -20 0 20 22");
    assert_edges(AROUND(CLASSES_JENKS, 3, 0, -1, 1, 2, 20, 21, -22), "-22 -20 20 22");
    assert_edges(AROUND(CLASSES_QUANTILE, 4, 50, 41, 49, 52, 60), "40 45 50 55 60");
}

/* No class of the key is empty, and the colours still go by all of them. */
static void
test_classes_beyond_the_values_are_left_out(void)
{
    g_autoptr(Classes) few = AROUND(CLASSES_EQUAL, 8, 0, -9, 40);
    g_autoptr(Classes) none = AROUND(CLASSES_EQUAL, 4, 0, 10, 40);

    g_assert_cmpuint(few->before, ==, 3);
    g_assert_cmpuint(few->after, ==, 0);
    assert_edges(g_steal_pointer(&few), "-10 0 10 20 30 40");
    g_assert_cmpuint(none->before, ==, 2);
    assert_edges(g_steal_pointer(&none), "0 20 40");
}

static void
test_nothing_lies_off_the_middle(void)
{
    g_autoptr(Classes) same = AROUND(CLASSES_JENKS, 4, 5, 5, 5, NAN);
    g_autoptr(Classes) far = AROUND(CLASSES_EQUAL, 4, 0, -DBL_MAX, DBL_MAX);

    g_assert_cmpuint(same->n, ==, 1);
    g_assert_cmpuint(far->n, ==, 1);
}

static void
test_nothing_to_part_is_one_class(void)
{
    const double odd[] = { NAN, INFINITY, -INFINITY };

    for (int m = CLASSES_JENKS; m <= CLASSES_EQUAL; m++) {
        assert_edges(classes_new((ClassMethod)m, NULL, 0, 5, TRUE), "0 1");
        assert_edges(classes_new((ClassMethod)m, odd, 3, 5, FALSE), "0 1");
        assert_edges(CLASSES((ClassMethod)m, 5, TRUE, 5, 5, NAN, 5), "0 10");
        assert_edges(CLASSES((ClassMethod)m, 0, FALSE, 1, 2, 3), "1 3");
    }
}

static void
assert_sound(const Classes *classes, const double *values, guint n, guint wished)
{
    g_assert_cmpuint(classes->n, >=, 1);
    g_assert_cmpuint(classes->n, <=, wished);
    for (guint i = 0; i < classes->n; i++) {
        g_assert_cmpfloat(classes->edges[i], <, classes->edges[i + 1]);
        g_assert_cmpfloat(classes_shown_edge(classes, i), <=, classes_shown_edge(classes, i + 1));
    }
    for (guint i = 0; i < n; i++) {
        guint at = classes_find(classes, values[i]);

        g_assert_cmpfloat(classes->edges[at], <=, values[i]);
        g_assert_cmpfloat(values[i], <=, classes->edges[at + 1]);
    }
}

static void
test_edges_ascend_and_cover_whatever_comes(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(5);

    for (guint round = 0; round < 3000; round++) {
        guint n = (guint)g_rand_int_range(random, 2, 40);
        guint wished = (guint)g_rand_int_range(random, 1, 12);
        double values[40], scale = pow(10, g_rand_int_range(random, -300, 300));
        double shift = g_rand_boolean(random) ? 0 : g_rand_double_range(random, -1e9, 1e9) * scale;

        for (guint i = 0; i < n; i++)
            values[i] =
                shift + scale * (g_rand_boolean(random) ? g_rand_int_range(random, -5, 5)
                                                        : exp(g_rand_double_range(random, -9, 9)));
        for (int m = CLASSES_JENKS; m <= CLASSES_EQUAL; m++)
            for (int tidy = FALSE; tidy <= TRUE; tidy++) {
                g_autoptr(Classes) classes = classes_new((ClassMethod)m, values, n, wished, tidy);

                assert_sound(classes, values, n, wished);
            }
    }
}

static void
test_the_ends_of_doubles_are_survived(void)
{
    const double rows[][3] = { { -DBL_MAX, 0, DBL_MAX },
                               { 0, DBL_TRUE_MIN, 2 * DBL_TRUE_MIN },
                               { 1, 1 + DBL_EPSILON, 1 + 2 * DBL_EPSILON },
                               { DBL_MAX / 2, nextafter(DBL_MAX, 0), DBL_MAX } };

    for (guint r = 0; r < G_N_ELEMENTS(rows); r++)
        for (int m = CLASSES_JENKS; m <= CLASSES_EQUAL; m++)
            for (guint wished = 1; wished <= 4; wished++)
                for (int tidy = FALSE; tidy <= TRUE; tidy++) {
                    g_autoptr(Classes) classes =
                        classes_new((ClassMethod)m, rows[r], 3, wished, tidy);

                    assert_sound(classes, rows[r], 3, wished);
                }
}

static void
test_many_values_are_parted_exactly(void)
{
    guint n = 60000;
    g_autofree double *values = g_new(double, n);
    g_autoptr(Classes) classes = NULL;

    for (guint i = 0; i < n; i++)
        values[i] = i + (i >= 20000 ? 50000 : 0) + (i >= 45000 ? 50000 : 0);
    classes = classes_new(CLASSES_JENKS, values, n, 3, FALSE);
    g_assert_cmpuint(classes->n, ==, 3);
    g_assert_cmpfloat(classes->edges[1], ==, 50000);
    g_assert_cmpfloat(classes->edges[2], ==, 100000);
}

static void
test_labels_have_the_digits_that_part_the_classes(void)
{
    double edges[] = { -19.033, 0.5, 87.512, 1216.33934 };
    const Classes classes = { .n = 3, .edges = edges };

    g_assert_cmpfloat(classes_shown_edge(&classes, 0), ==, -19);
    g_assert_cmpfloat(classes_shown_edge(&classes, 1), ==, 1);
    g_assert_cmpfloat(classes_shown_edge(&classes, 2), ==, 88);
    g_assert_cmpfloat(classes_shown_edge(&classes, 3), ==, 1216);
}

static void
test_the_roundest_number_is_found(void)
{
    g_assert_cmpfloat(roundest_number(-3, 5), ==, 0);
    g_assert_cmpfloat(roundest_number(9, 10), ==, 10);
    g_assert_cmpfloat(roundest_number(9, 11), ==, 10);
    g_assert_cmpfloat(roundest_number(36, 44), ==, 40);
    g_assert_cmpfloat(roundest_number(0.12, 0.13), ==, 0.13);
    g_assert_cmpfloat(roundest_number(-1300, -1240), ==, -1250);
    g_assert_cmpfloat(roundest_number(120, 480), ==, 400);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/classes/natural-breaks-part-the-clusters",
                    test_natural_breaks_part_the_clusters);
    g_test_add_func("/classes/natural-breaks-are-the-best-there-are",
                    test_natural_breaks_are_the_best_there_are);
    g_test_add_func("/classes/quantiles-hold-as-many-values", test_quantiles_hold_as_many_values);
    g_test_add_func("/classes/equal-steps-are-equal", test_equal_steps_are_equal);
    g_test_add_func("/classes/classes-around-a-middle-mirror", test_classes_around_a_middle_mirror);
    g_test_add_func("/classes/classes-beyond-the-values-are-left-out",
                    test_classes_beyond_the_values_are_left_out);
    g_test_add_func("/classes/nothing-lies-off-the-middle", test_nothing_lies_off_the_middle);
    g_test_add_func("/classes/nothing-to-part-is-one-class", test_nothing_to_part_is_one_class);
    g_test_add_func("/classes/edges-ascend-and-cover-whatever-comes",
                    test_edges_ascend_and_cover_whatever_comes);
    g_test_add_func("/classes/the-ends-of-doubles-are-survived",
                    test_the_ends_of_doubles_are_survived);
    g_test_add_func("/classes/many-values-are-parted-exactly", test_many_values_are_parted_exactly);
    g_test_add_func("/classes/labels-have-the-digits-that-part-the-classes",
                    test_labels_have_the_digits_that_part_the_classes);
    g_test_add_func("/classes/the-roundest-number-is-found", test_the_roundest_number_is_found);
    return g_test_run();
}
