#include "transform/tables.h"
#include "transform/transform.h"

#define check(decimals, expected, ...)                             \
    do {                                                           \
        double shares_[] = { __VA_ARGS__ };                        \
        g_autoptr(Column) column_ = NULL;                          \
        shares_round(shares_, G_N_ELEMENTS(shares_), decimals);    \
        column_ = numbers_of("s", shares_, G_N_ELEMENTS(shares_)); \
        assert_column(column_, expected);                          \
    } while (0)

static void
test_values(void)
{
    check(0, "34|33|33", 100.0 / 3, 100.0 / 3, 100.0 / 3);
    check(1, "33.4|33.3|33.3", 100.0 / 3, 100.0 / 3, 100.0 / 3);
    check(0, "17|17|66", 100.0 / 6, 100.0 / 6, 400.0 / 6);
    check(0, "13|13|13|13|12|12|12|12", 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5);
    check(0, "48|24|14|14", 47.5, 24.4, 14.2, 13.9);
    check(2, "0.29|99.71", 0.29, 99.71);
    check(0, "100", 100);
    check(0, "0|100", 0, 100);
    check(12, "33.333333333334|33.333333333333|33.333333333333", 100.0 / 3, 100.0 / 3, 100.0 / 3);
}

static void
test_missing(void)
{
    check(0, "50||50", 49.6, NAN, 50.4);
    check(0, "", NAN);
    check(0, "-1|101", -0.6, 100.6);
    /* No whole: what their sum rounds to. */
    check(0, "34|33", 33.5, 33.4);
    shares_round(NULL, 0, 1);
}

/* The sum is right, and no share is off by a unit or more. */
static void
test_random(void)
{
    for (guint round = 0; round < 2000; round++) {
        double shares[40], rounded[40], total = 0, sum = 0;
        gsize n = (gsize)g_test_rand_int_range(1, 40);
        int decimals = g_test_rand_int_range(0, 4);
        double unit = 1;

        for (int i = 0; i < decimals; i++)
            unit /= 10;
        for (gsize i = 0; i < n; i++)
            total += shares[i] = g_test_rand_int_range(1, 1000);
        for (gsize i = 0; i < n; i++)
            rounded[i] = shares[i] = shares[i] / total * 100;
        shares_round(rounded, n, decimals);
        for (gsize i = 0; i < n; i++) {
            g_assert_cmpfloat(fabs(rounded[i] - shares[i]), <, unit * (1 + 1e-9));
            sum += rounded[i];
        }
        g_assert_cmpfloat_with_epsilon(sum, 100, 1e-9);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shares/add-up-to-a-hundred", test_values);
    g_test_add_func("/shares/leave-missing-ones-and-other-sums-alone", test_missing);
    g_test_add_func("/shares/are-never-off-by-a-unit", test_random);
    return g_test_run();
}
