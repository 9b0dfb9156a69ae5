#include "raster/default_font.h"
#include "raster/outlines.h"
#include "raster/pango_measurer.h"
#include "raster/pango_text.h"

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
    TextStyle style = { .size = 12 };
    g_autoptr(DefaultText) text = default_text_new("x", &style);

    if (text == NULL)
        g_test_skip("Liberation Sans is not installed");
    return text != NULL;
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

/* The box of the outlines that Pango makes of a text, at a large size. */
static Rect
pango_box(const char *text, const TextStyle *style)
{
    g_autoptr(PangoText) pango = pango_text_new(FALSE);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cr = cairo_create(surface);
    double x0, y0, x1, y1;

    pango_text_outline(pango, cr, text, style);
    cairo_path_extents(cr, &x0, &y0, &x1, &y1);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return rect_between(x0, y0, x1, y1);
}

static Rect
default_box(const char *text, const TextStyle *style)
{
    g_autoptr(DefaultText) known = default_text_new(text, style);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cr = cairo_create(surface);
    double x0, y0, x1, y1;

    g_assert_nonnull(known);
    default_text_outline(known, cr);
    cairo_path_extents(cr, &x0, &y0, &x1, &y1);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return rect_between(x0, y0, x1, y1);
}

static void
test_drawings_agree(void)
{
    if (!need_font())
        return;
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        TextStyle style = { .size = 100, .bold = i % 2 == 1 };
        Rect a = default_box(labels[i], &style), b = pango_box(labels[i], &style);

        g_assert_cmpfloat_with_epsilon(a.x, b.x, 0.5);
        g_assert_cmpfloat_with_epsilon(a.y, b.y, 0.5);
        g_assert_cmpfloat_with_epsilon(a.width, b.width, 0.001 * a.width + 0.5);
        g_assert_cmpfloat_with_epsilon(a.height, b.height, 0.5);
    }
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
test_missing_glyphs(void)
{
    TextStyle style = { .size = 12 };

    /* Private use: no ordinary font has it. */
    g_assert_cmpuint(pango_measurer_missing("a\xf3\xb0\x80\x81z\xf3\xb0\x80\x82", &style), ==, 2);
    if (need_font())
        g_assert_cmpuint(pango_measurer_missing("plain text", &style), ==, 0);
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

static void
test_outline_of_a_letter(void)
{
    TextStyle style = { .size = 100 };
    g_autoptr(Path) path = NULL;
    Rect box;

    if (!need_font())
        return;
    path = text_outline("H", &style);
    g_assert_nonnull(path);
    box = path_bounds(path);
    /* Font units of H, of 2,048: 168 to 1,312 across, 0 to 1,409 up. */
    g_assert_cmpfloat_with_epsilon(box.x, 168 * 100 / 2048.0, 0.01);
    g_assert_cmpfloat_with_epsilon(rect_right(box), 1312 * 100 / 2048.0, 0.01);
    g_assert_cmpfloat_with_epsilon(box.y, -1409 * 100 / 2048.0, 0.01);
    g_assert_cmpfloat_with_epsilon(rect_bottom(box), 0, 0.01);
    g_assert_cmpuint(path_length(path), ==, 13);
    g_assert_cmpint(path_segments(path)[0].verb, ==, PATH_MOVE);
    g_assert_cmpint(path_segments(path)[12].verb, ==, PATH_CLOSE);
}

static void
test_outline_of_nothing(void)
{
    TextStyle style = { .size = 12 }, flat = { .size = 0 };

    g_assert_null(text_outline("", &style));
    g_assert_null(text_outline("  ", &style));
    g_assert_null(text_outline("x", &flat));
}

static gpointer
measure_in_thread(gpointer data)
{
    TextStyle style = { .size = 12 };

    for (guint i = 0; i < 20; i++) {
        g_autoptr(Path) path = text_outline(labels[i % G_N_ELEMENTS(labels)], &style);

        g_assert_nonnull(path);
    }
    return data;
}

static void
test_threads(void)
{
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("outlines", measure_in_thread, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/tables-and-pango-agree", test_widths_agree);
    g_test_add_func("/text/both-ways-draw-alike", test_drawings_agree);
    g_test_add_func("/text/korean-has-a-width", test_korean);
    g_test_add_func("/text/missing-glyphs-are-counted", test_missing_glyphs);
    g_test_add_func("/text/another-family-is-told", test_family_is_told);
    g_test_add_func("/text/markup-is-plain-text", test_text_is_no_markup);
    g_test_add_func("/text/outline-in-font-units", test_outline_of_a_letter);
    g_test_add_func("/text/no-outline-of-nothing", test_outline_of_nothing);
    g_test_add_func("/text/threads-have-their-own-fonts", test_threads);
    return g_test_run();
}
