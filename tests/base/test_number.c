#include "base/number.h"

#include <math.h>
#include <string.h>

/* Knuth's MMIX generator: the same numbers on every machine. */
static guint64
next_random(guint64 *state)
{
    *state =
        *state * G_GUINT64_CONSTANT(6364136223846793005) + G_GUINT64_CONSTANT(1442695040888963407);
    return *state ^ *state >> 29;
}

static void
test_exact(void)
{
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        { 0, "0" },
        { -0.0, "0" },
        { -3, "-3" },
        { 0.1, "0.1" },
        { 1e22, "1e+22" },
        { 999999999999999.0, "999999999999999" },
        { 1e15, "1e+15" },
        { 9007199254740993.0, "9007199254740992" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1.0 / 3, "0.3333333333333333" },
        { -1e-7, "-1e-7" },
        { 0.00001, "0.00001" },
        { 0.000001, "1e-6" },
        { 0.000012, "0.000012" },
        { 999999999.999999, "999999999.999999" },
        { 12345678901234.5, "12345678901234.5" },
        { 123456.789, "123456.789" },
        { 5e-324, "4.94065645841247e-324" },
        { 1.7976931348623157e308, "1.7976931348623157e+308" },
        { INFINITY, "Infinity" },
        { -INFINITY, "-Infinity" },
        { NAN, "NaN" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new("x=");

        number_append_exact(text, rows[i].value);
        g_assert_cmpstr(text->str + 2, ==, rows[i].text);
    }
}

static void
test_exact_reads_back(void)
{
    guint64 state = 7;
    g_autoptr(GString) text = g_string_new(NULL);

    for (int i = 0; i < 100000; i++) {
        guint64 bits = next_random(&state);
        double value, back = 0;

        memcpy(&value, &bits, sizeof value);
        if (i % 3 == 0)
            value = (double)(bits >> 40) / 1000;
        if (!isfinite(value))
            continue;
        g_string_truncate(text, 0);
        number_append_exact(text, value);
        g_assert_true(number_parse(text->str, text->len, &back));
        g_assert_cmpfloat(back, ==, value);
    }
}

static void
test_fixed(void)
{
    static const NumberMarks plain = { ".", "", "-", "%" };
    static const struct {
        double value;
        int decimals;
        const char *text;
    } rows[] = {
        { 0, 0, "0" },
        { -0.0, 2, "0.00" },
        { -0.001, 2, "0.00" },
        { 1.005, 2, "1.01" },
        { 2.675, 2, "2.68" },
        { 0.125, 2, "0.13" },
        { -0.125, 2, "-0.13" },
        { 0.5, 0, "1" },
        { 1.5, 0, "2" },
        { 2.5, 0, "3" },
        { -2.5, 0, "-3" },
        { 0.4999, 0, "0" },
        { 99.95, 1, "100.0" },
        { 999999.5, 0, "1000000" },
        { 1234.5, 3, "1234.500" },
        { 1e15, 2, "1000000000000000.00" },
        { 1e22, 0, "10000000000000000000000" },
        { 0.1, 12, "0.100000000000" },
        { 1e-12, 12, "0.000000000001" },
        { 4e-13, 12, "0.000000000000" },
        { 123456789.123456789, 6, "123456789.123457" },
        { 0.045, 2, "0.05" },
        { 0.95, 1, "1.0" },
        { 1e-320, 3, "0.000" },
        { 7, 40, "7.000000000000" },
        { 7, -1, "7" },
        { NAN, 1, "NaN" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new("x=");

        number_append_label(text, &plain, rows[i].value, rows[i].decimals);
        g_assert_cmpstr(text->str + 2, ==, rows[i].text);
    }
}

static void
test_coordinate(void)
{
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        { 0, "0" },
        { -0.0, "0" },
        { 0.004, "0" },
        { -0.004, "0" },
        { 0.005, "0.01" },
        { -0.005, "-0.01" },
        { 1, "1" },
        { 1.1, "1.1" },
        { 1.25, "1.25" },
        { 1.999, "2" },
        { -12.5, "-12.5" },
        { 0.07, "0.07" },
        { 100.1, "100.1" },
        { 1.996, "2" },
        { 640, "640" },
        { 12.345, "12.35" },
        { 999999999.99, "999999999.99" },
        { -999999999.99, "-999999999.99" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new("M");

        number_append_coordinate(text, rows[i].value);
        g_assert_cmpstr(text->str + 1, ==, rows[i].text);
    }
    for (int n = -30000; n <= 30000; n++) {
        g_autoptr(GString) text = g_string_new(NULL);
        double value = 0;

        number_append_coordinate(text, n / 100.0);
        g_assert_true(number_parse(text->str, text->len, &value));
        g_assert_cmpfloat(value, ==, n / 100.0);
    }
}

static void
test_decimals_of_one(void)
{
    static const struct {
        double step;
        int decimals;
    } rows[] = {
        { 0.25, 2 }, { 5, 0 },   { 1e-7, 7 }, { 0.1, 1 },      { 0.1 + 0.2, 1 }, { 2.5, 1 },
        { 1000, 0 }, { 0, 0 },   { -0.5, 1 }, { 1.0 / 3, 12 }, { 1e-12, 12 },    { 1e-30, 12 },
        { 1e30, 0 }, { NAN, 0 }, { 0.02, 2 }, { 0.2 * 3, 1 },  { 12.50, 1 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(number_common_decimals(&rows[i].step, 1, 12), ==, rows[i].decimals);
}

static void
test_common_decimals(void)
{
    const double prices[] = { 1, 2.5, 3.25, 1.1, 0.7, 0.57, 1.15 };
    const double sums[] = { 0.1 + 0.2, 1.1 * 3, 1e6 + 0.1 };
    const double thirds[] = { 1.0 / 3 };
    const double whole[] = { 1, 2000000, -3, 0, 1e15 };
    const double far[] = { 123456789012.4 };

    g_assert_cmpint(number_common_decimals(prices, G_N_ELEMENTS(prices), 12), ==, 2);
    g_assert_cmpint(number_common_decimals(prices, G_N_ELEMENTS(prices), 1), ==, 1);
    g_assert_cmpint(number_common_decimals(sums, G_N_ELEMENTS(sums), 12), ==, 1);
    g_assert_cmpint(number_common_decimals(thirds, 1, 4), ==, 4);
    g_assert_cmpint(number_common_decimals(thirds, 1, 12), ==, 12);
    g_assert_cmpint(number_common_decimals(whole, G_N_ELEMENTS(whole), 12), ==, 0);
    g_assert_cmpint(number_common_decimals(far, 1, 12), ==, 0);
    g_assert_cmpint(number_common_decimals(NULL, 0, 12), ==, 0);
}

static void
test_label(void)
{
    static const NumberMarks german = { ",", "\xc2\xa0", "-", "%" };
    static const struct {
        double value;
        int decimals;
        const char *english, *german;
    } rows[] = {
        { 0, 0, "0", "0" },
        { 2019, 0, "2019", "2019" },
        { 9999, 0, "9999", "9999" },
        { 9999.6, 0, "10,000",
          "10\xc2\xa0"
          "000" },
        { 10000, 0, "10,000",
          "10\xc2\xa0"
          "000" },
        { -1234567.891, 2,
          "\xe2\x88\x92"
          "1,234,567.89",
          "-1\xc2\xa0"
          "234\xc2\xa0"
          "567,89" },
        { -0.04, 1, "0.0", "0,0" },
        { 123456, 1, "123,456.0",
          "123\xc2\xa0"
          "456,0" },
        { -5.25, 2,
          "\xe2\x88\x92"
          "5.25",
          "-5,25" },
        { -INFINITY, 2,
          "\xe2\x88\x92"
          "Infinity",
          "-Infinity" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) a = g_string_new(NULL), b = g_string_new("1.000 ");

        number_append_label(a, &number_marks_english, rows[i].value, rows[i].decimals);
        number_append_label(b, &german, rows[i].value, rows[i].decimals);
        g_assert_cmpstr(a->str, ==, rows[i].english);
        g_assert_cmpstr(b->str + 6, ==, rows[i].german);
    }
}

static gboolean
is_rounded(const char *text, double value)
{
    return number_is_rounded(text, strlen(text), value);
}

static void
test_whole_numbers_may_not_fit(void)
{
    g_assert_true(is_rounded("9007199254740993", 9007199254740993.0));
    g_assert_true(is_rounded("-9007199254740993", -9007199254740993.0));
    g_assert_true(is_rounded("12,345,678,901,234,567", 12345678901234567.0));
    g_assert_true(is_rounded("100000000000000000001", 1e20));
    g_assert_false(is_rounded("9007199254740991", 9007199254740991.0));
    g_assert_false(is_rounded("9007199254740992", 9007199254740992.0));
    g_assert_false(is_rounded("9007199254740994", 9007199254740994.0));
    g_assert_false(is_rounded("0100000000000000000000", 1e20));
    g_assert_false(is_rounded("1e17", 1e17));
    g_assert_false(is_rounded("3", 3));
    g_assert_false(is_rounded("0.1", 0.1));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number/exact-text-is-short", test_exact);
    g_test_add_func("/number/exact-text-reads-back", test_exact_reads_back);
    g_test_add_func("/number/fixed-rounds-as-people-do", test_fixed);
    g_test_add_func("/number/coordinates-have-at-most-two-decimals", test_coordinate);
    g_test_add_func("/number/a-value-tells-its-decimals", test_decimals_of_one);
    g_test_add_func("/number/a-column-has-common-decimals", test_common_decimals);
    g_test_add_func("/number/labels-group-from-ten-thousand", test_label);
    g_test_add_func("/number/whole-numbers-may-not-fit", test_whole_numbers_may_not_fit);
    return g_test_run();
}
