// What Pango measures, beside the tables of the default font.
#include "shaper/pango_measurer.h"

#include <math.h>

static const char *const labels[] = {
    "AVATAR To Ty. We P. L'Yf",
    "Exports of goods and services, 2019–2024",
    "1,234,567.89",
    "−12.5 %",
    "United States of America",
    "Türkiye, Côte d’Ivoire, São Tomé",
    "Москва и Київ",
    "Αθήνα",
    "€1 = £0.85 (¥160)",
    "office, fluff, affix, fjord",
    "Q1 2021",
    "x",
};

/* FALSE, and the test is skipped, when the default font is not installed. */
static gboolean
need_font(void)
{
    g_autoptr(TextMeasurer) pango = pango_measurer_new();
    TextStyle style = { .family = "Liberation Sans", .size = 12 };
    gboolean there = text_measure(pango, "x", &style).family == NULL;

    if (!there)
        g_test_skip("Liberation Sans is not installed");
    return there;
}

static void
assert_same_width(TextMeasurer *table, TextMeasurer *pango, const char *label, TextStyle style)
{
    TextExtents a = text_measure(table, label, &style), b = text_measure(pango, label, &style);

    g_assert_true(table_measurer_knows(label, &style));
    if (fabs(a.width - b.width) > 0.001 * a.width)
        g_error("\"%s\"%s%s: %.3f by the tables, %.3f by Pango", label, style.bold ? " bold" : "",
                style.italic ? " italic" : "", a.width, b.width);
    g_assert_cmpfloat_with_epsilon(a.ascent, b.ascent, 0.01 * style.size);
    g_assert_cmpfloat_with_epsilon(a.descent, b.descent, 0.01 * style.size);
    g_assert_cmpfloat_with_epsilon(a.line_height, b.line_height, 0.01 * style.size);
    g_assert_null(b.family);
}

static void
test_widths_agree(void)
{
    static const double sizes[] = { 9, 12, 13.5, 28 };
    g_autoptr(TextMeasurer) table = table_measurer_new(NULL, NULL);
    g_autoptr(TextMeasurer) pango = pango_measurer_new();

    if (!need_font())
        return;
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
        for (guint s = 0; s < G_N_ELEMENTS(sizes); s++)
            for (guint face = 0; face < 4; face++)
                assert_same_width(table, pango, labels[i],
                                  (TextStyle){ .size = sizes[s],
                                               .bold = (face & 1) != 0,
                                               .italic = (face & 2) != 0 });
}

static void
test_korean(void)
{
    g_autoptr(TextMeasurer) pango = pango_measurer_new();
    TextStyle style = { .size = 12 };
    TextExtents extents;

    if (pango_measurer_missing("한국어", &style) > 0) {
        g_test_skip("no font has Korean letters");
        return;
    }
    extents = text_measure(pango, "한국어", &style);
    g_assert_cmpfloat(extents.width, >, 3 * 0.7 * 12);
    g_assert_cmpfloat(extents.width, <, 3 * 1.1 * 12);
    g_assert_nonnull(extents.family);
}

static void
test_family_is_told(void)
{
    g_autoptr(TextMeasurer) pango = pango_measurer_new();
    TextStyle plain = { .size = 12 }, absent = { .family = "No Such Family", .size = 12 };

    if (!need_font())
        return;
    g_assert_null(text_measure(pango, "plain", &plain).family);
    g_assert_cmpstr(text_measure(pango, "plain", &absent).family, ==, "Liberation Sans");
}

static void
test_text_is_no_markup(void)
{
    g_autoptr(TextMeasurer) pango = pango_measurer_new();
    TextStyle style = { .family = "Liberation Sans", .size = 12 };

    g_assert_cmpfloat(text_measure(pango, "<b>x</b> &amp;", &style).width, >,
                      2 * text_measure(pango, "x &", &style).width);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pango-measurer/tables-and-pango-agree", test_widths_agree);
    g_test_add_func("/pango-measurer/korean-has-a-width", test_korean);
    g_test_add_func("/pango-measurer/another-family-is-told", test_family_is_told);
    g_test_add_func("/pango-measurer/markup-is-plain-text", test_text_is_no_markup);
    return g_test_run();
}
