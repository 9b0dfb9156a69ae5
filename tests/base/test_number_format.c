#include "base/number.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *spec;
    double value;
    const char *text;
} Row;

/* Examples that d3-format publishes: its README and its test folder (versions 1 to 3). */
static const Row published[] = {
    { ".1f", 0.49, "0.5" },
    { ".2f", 0.449, "0.45" },
    { ".3f", 0.4449, "0.445" },
    { ".5f", 0.444449, "0.44445" },
    { ".1f", 100, "100.0" },
    { ".5f", 100, "100.00000" },
    { "f", 42, "42.000000" },
    { "+$,.2f", 0, "+$0.00" },
    { "+$,.2f", 0.429, "+$0.43" },
    { "+$,.2f", -0.429, "−$0.43" },
    { "+$,.2f", 1e4, "+$10,000.00" },
    { "10,.1f", 123456.49, " 123,456.5" },
    { "10,.2f", 1234567.449, "1,234,567.45" },
    { "10,.5f", 123456789.444449, "123,456,789.44445" },
    { "f", -0.0, "0.000000" },
    { "f", -1e-12, "0.000000" },
    { "+f", 0, "+0.000000" },
    { "+f", -1e-12, "−0.000000" },
    { "+f", 1e-12, "+0.000000" },
    { "f", -INFINITY, "−Infinity" },
    { ",f", INFINITY, "Infinity" },
    { ".30f", 0, "0.00000000000000000000" },
    { ".0%", 0.123, "12%" },
    { "($.2f", -3.5, "($3.50)" },
    { "+20", 42, "                 +42" },
    { ".^20", 42, ".........42........." },
    { ".2s", 42e6, "42M" },
    { "#x", 48879, "0xbeef" },
    { ",.2r", 4223, "4,200" },
    { "s", 1500, "1.50000k" },
    { "~s", 1500, "1.5k" },
    { ".2", 42, "42" },
    { ".2", 4.2, "4.2" },
    { ".1", 42, "4e+1" },
    { ".1", 4.2, "4" },
    { ".1g", 0.049, "0.05" },
    { ".2g", 0.449, "0.45" },
    { ".1g", 100, "1e+2" },
    { ".2g", 100, "1.0e+2" },
    { ".3g", 100, "100" },
    { ".5g", 100.2, "100.20" },
    { ".2g", 0.002, "0.0020" },
    { ".0g", 1, "1" },
    { ",.12g", 42000000, "42,000,000.0000" },
    { ",.12g", -4200000, "−4,200,000.00000" },
    { "e", 0, "0.000000e+0" },
    { "e", 42, "4.200000e+1" },
    { "e", -4200000, "−4.200000e+6" },
    { ".0e", 42, "4e+1" },
    { ".3e", 42, "4.200e+1" },
    { "~e", 0, "0e+0" },
    { "~e", 0.042, "4.2e-2" },
    { "~e", -4, "−4e+0" },
    { "~e", 42000000000, "4.2e+10" },
    { ".4~e", 0.00000000012340, "1.234e-10" },
    { ".4~e", -12300000000, "−1.23e+10" },
    { ".2r", 0, "0" },
    { ".1r", -0.049, "−0.05" },
    { ".3r", 1.00, "1.00" },
    { ".3r", 0.9995, "1.00" },
    { "r", 123.45, "123.450" },
    { ".1r", 123.45, "100" },
    { ".2r", 123.45, "120" },
    { ".4r", 123.45, "123.5" },
    { ".1r", .0949, "0.09" },
    { ".2r", .00000000129, "0.0000000013" },
    { ".15r", .999999999999999, "0.999999999999999" },
    { ".2r", 1e-22, "0.00000000000000000000010" },
    { "~r", 10.0001, "10.0001" },
    { "~r", 0.0000009, "0.0000009" },
    { "~r", 0.1111119, "0.111112" },
    { "s", 0, "0.00000" },
    { "s", 999.5, "999.500" },
    { "s", 999500, "999.500k" },
    { "s", .00001, "10.0000µ" },
    { ".3s", 999.5, "1.00k" },
    { ".3s", 999500, "1.00M" },
    { ".3s", 145500000, "146M" },
    { ".3s", 145999999.999999347, "146M" },
    { ".3s", 1e26, "100Y" },
    { ".3s", .009995, "10.0m" },
    { ".4s", .009995, "9.995m" },
    { ".8s", 1.29e-30, "0.0000013y" },
    { ".8s", 1.29e-25, "0.1290000y" },
    { ".8s", 1.29e-22, "129.00000y" },
    { ".8s", -1.29e-21, "−1.2900000z" },
    { ".8s", 1.23e+30, "1230000.0Y" },
    { "$.2s", -2.5e8, "−$250M" },
    { "$.2s", 2.5e11, "$250G" },
    { ".0s", 1e-5, "10µ" },
    { ".0s", 1e-1, "100m" },
    { ".4s", 1e5, "100.0k" },
    { "020,s", 42, "000,000,000,042.0000" },
    { "020,s", 42e12, "00,000,000,042.0000T" },
    { ",s", 42e30, "42,000,000Y" },
    { "~s", 1500.5, "1.5005k" },
    { "~s", 1e-15, "1f" },
    { "~s", 1e-9, "1n" },
    { "~s", 1e15, "1P" },
    { ".0%", .042, "4%" },
    { ".0%", -4.2, "−420%" },
    { ".1%", .234, "23.4%" },
    { ".2%", .234, "23.40%" },
    { "020.0%", 42, "0000000000000004200%" },
    { "20.0%", 42, "               4200%" },
    { "^21.0%", .42, "         42%         " },
    { "~%", 0.001, "0.1%" },
    { "p", .00123, "0.123000%" },
    { "p", -1.23, "−123.000%" },
    { "+.2p", .00123, "+0.12%" },
    { "+.2p", 1.23, "+120%" },
    { "+.2p", -.123, "−12%" },
    { "08d", 0, "00000000" },
    { "08d", -4200000, "−4200000" },
    { "8d", -4, "      −4" },
    { "_>8d", 42, "______42" },
    { "+08,d", 0, "+0,000,000" },
    { "+08,d", -4200000, "−4,200,000" },
    { ".2d", -4.2, "−4" },
    { "d", 4.2, "4" },
    { ",d", 1e21, "1,000,000,000,000,000,000,000" },
    { ",d", 1.3e27, "1,300,000,000,000,000,000,000,000,000" },
    { "02,d", 0, "00" },
    { "04,d", 0, "0,000" },
    { "05,d", 0, "0,000" },
    { "06,d", 0, "00,000" },
    { "013,d", -42000000, "−0,042,000,000" },
    { "08,d", 12345678, "12,345,678" },
    { "5,d", 0, "    0" },
    { "<5,d", 0, "0    " },
    { ">21,d", 1000, "                1,000" },
    { "^8,d", 0, "   0    " },
    { "^21,d", 1000, "        1,000        " },
    { "=+8,d", 0, "+      0" },
    { "=+$8,d", 0, "+$     0" },
    { " 1,d", -1, "−1" },
    { " 8,d", 0, "       0" },
    { "1d", -0.0, "0" },
    { "1d", -1e-12, "0" },
    { "x", 0xdeadbeef, "deadbeef" },
    { "#x", 0xdeadbeef, "0xdeadbeef" },
    { "#X", 0xdeadbeef, "0xDEADBEEF" },
    { ",x", 0xdeadbeef, "de,adb,eef" },
    { "#,x", 0xadeadbeef, "0xade,adb,eef" },
    { "+#x", -3735928559.0, "−0xdeadbeef" },
    { "$,x", 0xdeadbeef, "$de,adb,eef" },
    { ".2x", -4.2, "−4" },
    { "x", -0.0, "0" },
    { "x", -0xeee, "−eee" },
    { "#20x", 0xdeadbeef, "          0xdeadbeef" },
    { "#020x", 0xdeadbeef, "0x0000000000deadbeef" },
    { "b", 10, "1010" },
    { "#b", 10, "0b1010" },
    { "o", 8, "10" },
    { "#o", 511, "0o777" },
    { ".12n", 42, "42.0000000000" },
    { ".12n", .0042, "0.00420000000000" },
    { ".12n", 1e21, "1.00000000000e+21" },
    { "05.0n", 0, "0,000" },
    { "013.8n", -42000000, "−0,042,000,000" },
    { ".1", 4.9, "5" },
    { ".2", 0.449, "0.45" },
    { ".5", 21010, "21010" },
    { ".5", 1.10001, "1.1" },
    { ".5", 1.10001e6, "1.1e+6" },
    { ".6", 1.00001e6, "1.00001e+6" },
    { ".5", 1.00001e6, "1e+6" },
    { "$", -.042, "−$0.042" },
    { "($", -4.2, "($4.2)" },
    { "", -0.0, "0" },
    { "", -INFINITY, "−Infinity" },
    { ",~g", 10000.1, "10,000.1" },
};

/* What we do where d3-format is silent or where number.h says that we differ. */
static const Row ours[] = {
    { "+f", -0.0, "+0.000000" },
    { "$.0%", 0.5, "$50%" },
    { ".0f", 0.5, "1" },
    { ".0f", 2.5, "3" },
    { ".2f", 2.675, "2.67" },
    { ".1f", 0.25, "0.3" },
    { "f", 1e21, "1e+21" },
    { ".4s", 9.95e-26, "0.100y" },
    { "c", 9731, "\xe2\x98\x83" },
    { "c", 7, "\xef\xbf\xbd" },
    { "c", 0xd800, "\xef\xbf\xbd" },
    { "c", -1, "\xef\xbf\xbd" },
    { "c", NAN, "\xef\xbf\xbd" },
    { "*<5c", 65, "A****" },
    { "\xc2\xb5>4d", 7,
      "\xc2\xb5\xc2\xb5\xc2\xb5"
      "7" },
    { "d", NAN, "NaN" },
    { "08.1f", NAN, "00000NaN" },
    { ",d", INFINITY, "Infinity" },
    { "x", -INFINITY,
      "\xe2\x88\x92"
      "Infinity" },
    { "s", INFINITY, "Infinity" },
    { "x", 1e30, "c9f2c9cd04675000000000000" },
    { "x", 18446744073709551616.0, "10000000000000000" },
    { ".2000f", 1, "1.00000000000000000000" },
};

static char *
format_value(const char *spec, const NumberMarks *marks, double value)
{
    NumberFormat format;
    GString *text = g_string_new(NULL);

    if (!number_format_parse(spec, &format))
        g_error("the format \"%s\" was refused", spec);
    number_format_append(text, &format, marks, value);
    return g_string_free(text, FALSE);
}

static void
check_rows(const Row *rows, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *text = format_value(rows[i].spec, &number_marks_english, rows[i].value);

        if (strcmp(text, rows[i].text) != 0)
            g_error("format(\"%s\")(%.17g) is \"%s\", not \"%s\"", rows[i].spec, rows[i].value,
                    text, rows[i].text);
    }
}

static void
test_published(void)
{
    check_rows(published, G_N_ELEMENTS(published));
}

static void
test_ours(void)
{
    check_rows(ours, G_N_ELEMENTS(ours));
}

static void
test_marks(void)
{
    static const NumberMarks german = { ",", ".", "-", " %" };
    g_autofree char *fixed = format_value(",.2f", &german, -1234567.891);
    g_autofree char *prefixed = format_value(".3s", &german, 1500);
    g_autofree char *power = format_value(".3e", &german, 1500);
    g_autofree char *share = format_value("9.1%", &german, 0.1234);

    g_assert_cmpstr(fixed, ==, "-1.234.567,89");
    g_assert_cmpstr(prefixed, ==, "1,50k");
    g_assert_cmpstr(power, ==, "1,500e+3");
    g_assert_cmpstr(share, ==, "   12,3 %");
}

static void
test_fields(void)
{
    NumberFormat format;

    g_assert_true(number_format_parse("*^+$020,.3~f", &format));
    g_assert_cmpstr(format.fill, ==, "*");
    g_assert_cmpint(format.align, ==, '^');
    g_assert_cmpint(format.sign, ==, '+');
    g_assert_cmpint(format.symbol, ==, '$');
    g_assert_true(format.zero && format.group && format.trim);
    g_assert_cmpint(format.width, ==, 20);
    g_assert_cmpint(format.precision, ==, 3);
    g_assert_cmpint(format.type, ==, 'f');

    g_assert_true(number_format_parse("", &format));
    g_assert_cmpstr(format.fill, ==, " ");
    g_assert_cmpint(format.align, ==, '>');
    g_assert_cmpint(format.sign, ==, '-');
    g_assert_cmpint(format.symbol, ==, 0);
    g_assert_false(format.zero || format.group || format.trim);
    g_assert_cmpint(format.width, ==, -1);
    g_assert_cmpint(format.precision, ==, -1);
    g_assert_cmpint(format.type, ==, 0);
}

static void
test_refused(void)
{
    static const char *const specs[] = {
        "foo",
        ".-2s",
        ".f",
        "f ",
        " f f",
        "1,000",
        ",,d",
        "~~f",
        "$$f",
        "i",
        "K",
        "201d",
        "99999999999999999999d",
        "\xff<d",
        "%%",
        "*",
        "**<d",
        ".2.2f",
        "+-d",
    };

    for (guint i = 0; i < G_N_ELEMENTS(specs); i++) {
        NumberFormat format = { .type = '?' };

        if (number_format_parse(specs[i], &format))
            g_error("the format \"%s\" was taken", specs[i]);
        g_assert_cmpint(format.type, ==, '?');
    }
}

static void
test_appends(void)
{
    g_autoptr(GString) text = g_string_new("1234 ");
    NumberFormat format;

    g_assert_true(number_format_parse("06,.1f", &format));
    number_format_append(text, &format, &number_marks_english, 12.25);
    number_format_append(text, &format, &number_marks_english, 3);
    g_assert_cmpstr(text->str, ==, "1234 0,012.30,003.0");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number-format/published-examples-of-d3", test_published);
    g_test_add_func("/number-format/the-rest-is-as-documented", test_ours);
    g_test_add_func("/number-format/marks-follow-the-language", test_marks);
    g_test_add_func("/number-format/a-format-has-its-fields", test_fields);
    g_test_add_func("/number-format/what-is-no-format-is-refused", test_refused);
    g_test_add_func("/number-format/text-before-is-left-alone", test_appends);
    return g_test_run();
}
