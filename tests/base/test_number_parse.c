#include "base/number.h"

#include <float.h>
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
assert_parsed(const char *text, double expected)
{
    double value = 99;

    if (!number_parse(text, strlen(text), &value))
        g_error("\"%s\" was refused", text);
    if (memcmp(&value, &expected, sizeof value) != 0)
        g_error("\"%s\" gave %.17g, not %.17g", text, value, expected);
}

static void
assert_refused(const char *text, gsize length)
{
    double value = 99;

    if (number_parse(text, length, &value))
        g_error("\"%s\" was taken as %.17g", text, value);
    g_assert_cmpfloat(value, ==, 99);
}

static void
test_plain_numbers(void)
{
    assert_parsed("0", 0);
    assert_parsed("7", 7);
    assert_parsed("-7", -7);
    assert_parsed("+7", 7);
    assert_parsed("\xe2\x88\x92"
                  "12.5",
                  -12.5);
    assert_parsed("007", 7);
    assert_parsed("3.25", 3.25);
    assert_parsed(".5", 0.5);
    assert_parsed("5.", 5);
    assert_parsed("1e6", 1e6);
    assert_parsed("1E+6", 1e6);
    assert_parsed("2.5e-3", 0.0025);
    assert_parsed("1234567890123456789", 1234567890123456789.0);
    assert_parsed("9007199254740993", 9007199254740992.0);
    assert_parsed("0.1", 0.1);
    assert_parsed("0.30000000000000004", 0.30000000000000004);
    assert_parsed("123456.78901234567", 123456.78901234567);
    assert_parsed("1.7976931348623157e308", 1.7976931348623157e308);
    assert_parsed("4.9e-324", 4.9e-324);
}

static void
test_everything_else(void)
{
    static const char *const texts[] = {
        "",
        "-",
        "+",
        ".",
        "e5",
        "-.",
        "1e",
        "1e+",
        "1.2.3",
        "--1",
        "+-1",
        "1 ",
        " 1",
        "1,5",
        "1,000",
        "0x1F",
        "inf",
        "nan",
        "INF",
        "12-15",
        "700 g",
        "3k",
        "5-",
        "1e5.5",
        "1_000",
        "(123)",
        "12%",
        "$5",
        "1e309",
        "-1e309",
        "1d5",
        "\t1",
        "1\n",
        "\xe2\x88\x92",
        "\xe2\x88",
        "1e999999999999999999999",
        "\xef\xbc\x91",
        "1\xe2\x88\x92"
        "2",
        "1.e",
        "0x",
        "1f",
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_refused(texts[i], strlen(texts[i]));
    assert_refused("1\0002", 3);
}

static void
test_zeros(void)
{
    assert_parsed("-0", 0);
    assert_parsed("-0.000", 0);
    assert_parsed("0e999999999999999999999", 0);
    assert_parsed("1e-400", 0);
    assert_parsed("-1e-400", 0);
    assert_parsed("1e-999999999999999999999", 0);
}

static void
test_span(void)
{
    double value = 0;

    g_assert_true(number_parse("12345", 3, &value));
    g_assert_cmpfloat(value, ==, 123);
}

/* Numbers whose decimals lie on, just above and just below the middle between two doubles, and
 * numbers with more digits than any word or buffer holds. */
static void
test_long_numbers(void)
{
    g_autoptr(GString) text = g_string_new("9007199254740993");

    assert_parsed("9007199254740993.00000000000000000000000000000001", 9007199254740994.0);
    assert_parsed("9007199254740992.99999999999999999999999999999999", 9007199254740992.0);
    g_string_append_c(text, '.');
    for (int i = 0; i < 3000; i++)
        g_string_append_c(text, '0');
    assert_parsed(text->str, 9007199254740992.0);
    g_string_append_c(text, '1');
    assert_parsed(text->str, 9007199254740994.0);

    g_string_assign(text, "0.");
    for (int i = 0; i < 5000; i++)
        g_string_append_c(text, '0');
    g_string_append(text, "125e5001");
    assert_parsed(text->str, 1.25);

    g_string_assign(text, "25");
    for (int i = 0; i < 5000; i++)
        g_string_append_c(text, '0');
    g_string_append(text, "e-5001");
    assert_parsed(text->str, 2.5);
    for (int i = 0; i < 30; i++)
        g_string_prepend_c(text, '0');
    assert_parsed(text->str, 2.5);
}

static void
assert_as_library(const char *text)
{
    double expected = g_ascii_strtod(text, NULL);

    if (isfinite(expected))
        assert_parsed(text, expected == 0 ? 0 : expected);
    else
        assert_refused(text, strlen(text));
}

static void
test_rounding(void)
{
    guint64 state = 1;
    char text[96], digits[40];

    for (int i = 0; i < 200000; i++) {
        guint64 bits = next_random(&state);
        int places = (int)(next_random(&state) % 24), exponent;
        double value;

        memcpy(&value, &bits, sizeof value);
        if (isfinite(value)) {
            g_ascii_formatd(text, sizeof text, i % 2 ? "%.16e" : "%.17g", value);
            assert_as_library(text);
        }
        exponent = (int)(next_random(&state) % 61) - 30;
        g_snprintf(text, sizeof text, "%" G_GUINT64_FORMAT "e%d", bits >> (i % 64), exponent);
        assert_as_library(text);
        g_snprintf(digits, sizeof digits, "%024" G_GUINT64_FORMAT, bits >> (i % 40));
        g_snprintf(text, sizeof text, "%.*s.%s", 24 - places, digits, digits + 24 - places);
        assert_as_library(text);
    }
}

/* One and a half of the last bit of 1, and what lies just beside it: decided by the 53rd decimal.
 */
static void
test_half_way(void)
{
    assert_parsed("1.00000000000000011102230246251565404236316680908203124", 1);
    assert_parsed("1.00000000000000011102230246251565404236316680908203125", 1);
    assert_parsed("1.00000000000000011102230246251565404236316680908203126", 1 + DBL_EPSILON);
    assert_parsed("1.00000000000000033306690738754696212708950042724609374", 1 + DBL_EPSILON);
    assert_parsed("1.00000000000000033306690738754696212708950042724609375", 1 + 2 * DBL_EPSILON);
}

/* The quotients of these have few bits to spare, so that about every thousandth one looks like the
 * middle between two doubles and is told by the remainder. */
static void
test_nineteen_decimals(void)
{
    guint64 state = 3, bound = G_GUINT64_CONSTANT(10000000000000000000);
    char text[32];

    for (int i = 0; i < 100000; i++) {
        g_snprintf(text, sizeof text, "0.%019" G_GUINT64_FORMAT, next_random(&state) % bound);
        assert_as_library(text);
    }
}

static void
test_short_numbers(void)
{
    char text[32];

    for (int whole = 0; whole < 200; whole++)
        for (int part = 0; part < 1000; part++) {
            g_snprintf(text, sizeof text, "-%d.%03d", whole, part);
            assert_as_library(text);
        }
}

static void
test_scan(void)
{
    static const struct {
        const char *text;
        gssize used; /* -1: none */
        double value;
    } rows[] = {
        { "12,34", 2, 12 }, { "1.5\n", 3, 1.5 }, { "3em", 1, 3 },  { "3e+x", 1, 3 },
        { "3e2x", 3, 300 }, { "1.2.3", 3, 1.2 }, { "-7%", 2, -7 }, { "x", -1, 0 },
        { "-", -1, 0 },     { "", -1, 0 },       { " 1", -1, 0 },  { "1e400;", -1, 0 },
        { "5.", 2, 5 },     { "0x1F", 1, 0 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        double value = 99;
        const char *end = rows[i].text + strlen(rows[i].text);
        const char *rest = number_scan(rows[i].text, end, &value);

        g_assert_cmpint(rest ? rest - rows[i].text : -1, ==, rows[i].used);
        g_assert_cmpfloat(value, ==, rest ? rows[i].value : 99);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number-parse/plain-numbers-are-read", test_plain_numbers);
    g_test_add_func("/number-parse/everything-else-is-refused", test_everything_else);
    g_test_add_func("/number-parse/zero-has-no-sign-and-underflow-is-zero", test_zeros);
    g_test_add_func("/number-parse/no-byte-past-the-span-is-read", test_span);
    g_test_add_func("/number-parse/any-length-is-rounded-correctly", test_long_numbers);
    g_test_add_func("/number-parse/reads-as-the-library-does", test_rounding);
    g_test_add_func("/number-parse/the-middle-between-two-doubles", test_half_way);
    g_test_add_func("/number-parse/nineteen-decimals-read-as-the-library-does",
                    test_nineteen_decimals);
    g_test_add_func("/number-parse/short-numbers-read-as-the-library-does", test_short_numbers);
    g_test_add_func("/number-parse/scan-stops-where-the-number-ends", test_scan);
    return g_test_run();
}
