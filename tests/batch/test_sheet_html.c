// The contact sheet as HTML: its order, its links, and nothing unescaped.
#include "batch/sheet_html.h"

#include <string.h>

static SheetFigure *
add(GPtrArray *figures, SheetGroup group, const char *name, const char *output)
{
    SheetFigure *figure = sheet_figure_new(group, name);

    g_ptr_array_add(figure->outputs, g_strdup(output));
    figure->picture = g_strdup(output);
    g_ptr_array_add(figures, figure);
    return figure;
}

static char *
page(const GPtrArray *figures, const char *path)
{
    g_autoptr(GBytes) bytes = sheet_html(figures, path, "3 figures: 2 drawn, 1 failed");
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);

    return g_strndup(text, length);
}

static void
assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        g_error("\"%s\" is not in:\n%s", part, text);
}

static void
assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        g_error("\"%s\" is in:\n%s", part, text);
}

static GPtrArray *
new_figures(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)sheet_figure_free);
}

static void
test_order(void)
{
    g_autoptr(GPtrArray) figures = new_figures();
    g_autofree char *text = NULL;
    const char *bad, *changed, *same;

    add(figures, SHEET_UNCHANGED, "same", "out/same.svg");
    add(figures, SHEET_CHANGED, "changed", "out/changed.svg")->former =
        g_bytes_new_static("<svg/>", 6);
    add(figures, SHEET_FAILED, "bad", "out/bad.svg")->why = g_strdup("trade.csv:7: 21 rows");
    text = page(figures, "sheet.html");
    bad = strstr(text, ">bad</h3>");
    changed = strstr(text, ">changed</h3>");
    same = strstr(text, ">same</h3>");
    g_assert_true(bad != NULL && bad < changed && changed < same);
    assert_has(text, "<p class=\"counts\">3 figures: 2 drawn, 1 failed</p>");
    assert_has(text, "<p class=\"message\">trade.csv:7: 21 rows</p>");
    assert_has(text, "src=\"data:image/svg+xml;base64,PHN2Zy8+\"");
    assert_has(text, "<a href=\"#g0\">Failed <b>1</b></a>");
    assert_has(text, "src=\"out/changed.svg\"");
    /* What lies in the file of a figure that failed is an older one. */
    assert_lacks(text, "out/bad.svg");
    assert_lacks(text, "<script");
}

static void
test_escapes(void)
{
    g_autoptr(GPtrArray) figures = new_figures();
    SheetFigure *figure = add(figures, SHEET_NEW, "<b>\"&", "a b/50% <x>\"#?.svg");
    g_autofree char *text = NULL;

    g_free(figure->title);
    figure->title = g_strdup("</h3><script>alert(1)</script>\xff & \"x\"");
    figure->description = g_strdup("\" onload=\"alert(1)");
    figure->why = g_strdup("<i>");
    figure->place = g_strdup("<m>.ini:3");
    figure->language = g_strdup("en\"><x");
    sheet_figure_remark(figure, SEVERITY_WARNING, "overlap", "<w>", "<t>&");
    text = page(figures, "sheet.html");
    assert_lacks(text, "<script");
    assert_lacks(text, "\" onload");
    assert_lacks(text, "<i>");
    assert_lacks(text, "<m>");
    assert_lacks(text, "<w>");
    assert_lacks(text, "<t>");
    assert_lacks(text, "\"><x");
    assert_has(text, "href=\"a%20b/50%25%20%3Cx%3E%22%23%3F.svg\"");
    g_assert_true(g_utf8_validate(text, -1, NULL));
}

static void
test_remarks(void)
{
    g_autoptr(GPtrArray) figures = new_figures();
    SheetFigure *figure = add(figures, SHEET_NEW, "a", "a.pdf");
    g_autofree char *few = NULL, *many = NULL;

    g_clear_pointer(&figure->picture, g_free);
    sheet_figure_remark(figure, SEVERITY_WARNING, "overlap", "labels@120,48", "two texts");
    few = page(figures, "s.html");
    assert_has(few, "<li class=\"warning\"><b>overlap</b> two texts "
                    "<span class=\"where\">labels@120,48</span></li>");
    assert_lacks(few, "<details>");
    assert_has(few, "<span class=\"tile\">PDF</span>");
    for (guint i = 0; i < 3; i++)
        sheet_figure_remark(figure, SEVERITY_NOTE, NULL, NULL, "more");
    many = page(figures, "s.html");
    assert_has(many, "<details><summary>4 remarks</summary>");
}

static void
test_urls(void)
{
    static const struct {
        const char *file, *from, *url;
    } rows[] = {
        { "/a/b/c.svg", "/a/b/s.html", "c.svg" },
        { "/a/b/c.svg", "/a/s.html", "b/c.svg" },
        { "/a/c.svg", "/a/b/s.html", "../c.svg" },
        { "/x/c.svg", "/a/b/s.html", "../../x/c.svg" },
        { "/a/b/../s.svg", "/a/./s.html", "s.svg" },
        { "/a/s.html/c.svg", "/a/s.html", "s.html/c.svg" },
        { "x:y.svg", "s.html", "x%3Ay.svg" },
        { "/a/\xff.svg", "/a/s.html", "%FF.svg" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *url = sheet_url(rows[i].file, rows[i].from);

        g_assert_cmpstr(url, ==, rows[i].url);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/batch/sheet_html/order", test_order);
    g_test_add_func("/batch/sheet_html/escapes", test_escapes);
    g_test_add_func("/batch/sheet_html/remarks", test_remarks);
    g_test_add_func("/batch/sheet_html/urls", test_urls);
    return g_test_run();
}
