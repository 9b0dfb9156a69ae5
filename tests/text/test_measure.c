#include "text/measure.h"

#include <string.h>

static const TextStyle plain = { .size = 12 };

static void
test_fixed_exact(void)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    TextExtents e = text_measure(measurer, "Hello", &plain);

    g_assert_cmpfloat(e.width, ==, 30);
    g_assert_cmpfloat(e.ascent, ==, 9);
    g_assert_cmpfloat(e.descent, ==, 3);
    g_assert_cmpfloat(e.line_height, ==, 15);
    g_assert_null(e.family);
    g_assert_cmpfloat(text_measure(measurer, "", &plain).width, ==, 0);
}

static void
test_fixed_wide_and_marks(void)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();

    g_assert_cmpfloat(text_measure(measurer, "서울", &plain).width, ==, 24);
    g_assert_cmpfloat(text_measure(measurer, "e\u0301", &plain).width, ==, 6);
}

/* Expected units come from HarfBuzz, as script/font_tables.c prints them:
 * regular, italic, bold, bold italic. */
static const struct {
    const char *text;
    int units[4];
} widths[] = {
    { "Hello", { 4667, 4667, 5007, 5007 } },
    { "AVATAR Type", { 12558, 12634, 13122, 13198 } },
    { "1111", { 4100, 4100, 4217, 4100 } },
    { "Île-de-France", { 12179, 12179, 12747, 12747 } },
    { "Москва", { 6992, 6999, 7465, 7483 } },
    { "Ελλάδα", { 6891, 6827, 7379, 7405 } },
    { "2019–2023 (€ 1,234.56)", { 21864, 21864, 21864, 21864 } },
    { "To. Yes, Wa", { 10739, 10892, 11116, 11268 } },
    { " A", { 1822, 1859, 1972, 1972 } },
    { "Quốc hội", { 8197, 8197, 8874, 8874 } },
};

static void
test_table_equals_harfbuzz(void)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);

    for (guint i = 0; i < G_N_ELEMENTS(widths); i++)
        for (int face = 0; face < 4; face++) {
            TextStyle style = { .size = 2048, .bold = face >= 2, .italic = face % 2 == 1 };

            g_assert_true(table_measurer_knows(widths[i].text, &style));
            g_assert_cmpfloat(text_measure(measurer, widths[i].text, &style).width, ==,
                              widths[i].units[face]);
        }
}

/* Pango lays out "a" and the blank as one run and "Α" (Greek) as the next. */
static void
test_scripts_do_not_kern(void)
{
    g_assert_cmpfloat(table_measurer_units(" Α", FALSE), ==, (569.0 - 113 + 1366) * 1000 / 2048);
    g_assert_cmpfloat(table_measurer_units("a Α", FALSE), ==, (1139.0 + 569 + 1366) * 1000 / 2048);
    g_assert_cmpfloat(table_measurer_units("α Α", FALSE), ==,
                      (1184.0 + 569 - 113 + 1366) * 1000 / 2048);
}

static void
test_table_units(void)
{
    g_assert_cmpfloat(table_measurer_units("Hello", FALSE), ==, 4667.0 * 1000 / 2048);
    g_assert_cmpfloat(table_measurer_units("Hello", TRUE), ==, 5007.0 * 1000 / 2048);
}

static void
test_table_line_metrics(void)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);
    TextStyle style = { .size = 20.48 };
    TextExtents e = text_measure(measurer, "x", &style);

    g_assert_cmpfloat_with_epsilon(e.ascent, 18.54, 1e-9);
    g_assert_cmpfloat_with_epsilon(e.descent, 4.34, 1e-9);
    g_assert_cmpfloat_with_epsilon(e.line_height, 23.55, 1e-9);
    g_assert_cmpfloat_with_epsilon(e.width, 10.24, 1e-9);
}

static void
test_table_knows_its_limits(void)
{
    static const char *const unknown[] = { "서울",     "กรุงเทพ", "e\u0301", "שלום",
                                           "a\u200db", "🙂",   "中" };
    TextStyle arial = { .family = "Arial", .size = 12 };
    TextStyle noto = { .family = "Noto Serif", .size = 12 };

    for (guint i = 0; i < G_N_ELEMENTS(unknown); i++)
        g_assert_false(table_measurer_knows(unknown[i], &plain));
    g_assert_true(table_measurer_knows("→ ≤ … − × ½ ₂ ‰ №", &plain));
    g_assert_true(table_measurer_knows("abc", &arial));
    g_assert_false(table_measurer_knows("abc", &noto));
    g_assert_true(table_measurer_knows("", &plain));
}

static void
test_table_without_fallback(void)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);
    TextStyle style = { .size = 2048 };

    g_assert_cmpfloat(text_measure(measurer, "中", &style).width, ==, 2048);
    g_assert_cmpfloat(text_measure(measurer, "ก", &style).width, ==, 1228);
    g_assert_cmpfloat(text_measure(measurer, "x中", &style).width, ==, 1024 + 2048);
}

static TextMeasurer *
open_counted(gpointer data)
{
    ++*(guint *)data;
    return fixed_measurer_new();
}

static TextMeasurer *
open_nothing(gpointer data)
{
    ++*(guint *)data;
    return NULL;
}

static void
test_fallback_opens_once_on_need(void)
{
    guint opened = 0;
    g_autoptr(TextMeasurer) measurer = table_measurer_new(open_counted, &opened);

    text_measure(measurer, "Hello", &plain);
    g_assert_cmpuint(opened, ==, 0);
    g_assert_cmpfloat(text_measure(measurer, "서울", &plain).width, ==, 24);
    text_measure(measurer, "부산", &plain);
    g_assert_cmpuint(opened, ==, 1);
}

static void
test_missing_fallback_is_asked_once(void)
{
    guint opened = 0;
    g_autoptr(TextMeasurer) measurer = table_measurer_new(open_nothing, &opened);

    g_assert_cmpfloat(text_measure(measurer, "서", &plain).width, ==, 12);
    text_measure(measurer, "서", &plain);
    g_assert_cmpuint(opened, ==, 1);
}

static void
test_layout_places_characters(void)
{
    TextStyle style = { .size = 2048 };
    double x[16];
    guint n = 0;

    g_assert_true(table_layout("AVA", &style, x, &n));
    g_assert_cmpuint(n, ==, 3);
    g_assert_cmpfloat(x[0], ==, 0);
    g_assert_cmpfloat(x[1], ==, 1366 - 152); /* A is 1366 wide and kerns with V */
    g_assert_cmpfloat(x[2], ==, 2 * (1366 - 152));
    n = 7;
    g_assert_false(table_layout("서", &style, x, &n));
    g_assert_cmpuint(n, ==, 7);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/measure/fixed-widths-are-exact", test_fixed_exact);
    g_test_add_func("/measure/fixed-wide-characters-count-double", test_fixed_wide_and_marks);
    g_test_add_func("/measure/tables-equal-harfbuzz", test_table_equals_harfbuzz);
    g_test_add_func("/measure/scripts-do-not-kern-with-each-other", test_scripts_do_not_kern);
    g_test_add_func("/measure/units-are-per-thousand", test_table_units);
    g_test_add_func("/measure/lines-follow-the-font", test_table_line_metrics);
    g_test_add_func("/measure/tables-know-their-limits", test_table_knows_its_limits);
    g_test_add_func("/measure/missing-characters-count-six-tenths", test_table_without_fallback);
    g_test_add_func("/measure/fallback-opens-once-on-need", test_fallback_opens_once_on_need);
    g_test_add_func("/measure/missing-fallback-is-asked-once", test_missing_fallback_is_asked_once);
    g_test_add_func("/measure/layout-places-characters", test_layout_places_characters);
    return g_test_run();
}
