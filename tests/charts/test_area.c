#include "charts/figure.h"

static const char *const wide = "year,a,b\n2001,10,20\n2002,30,10\n2003,5,5\n";

/* The number of surfaces, runs counted one by one. */
static guint
count_surfaces(const Figure *figure)
{
    g_autoptr(GPtrArray) paths = figure_find(figure, ROLE_MARK, NODE_PATH);

    return paths->len;
}

static void
test_surfaces_are_stacked(void)
{
    g_auto(Figure) figure = FIGURE("area", wide, "x=year", "y=a,b");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARK, NODE_PATH);
    const SceneNode *first, *second;

    g_assert_cmpuint(paths->len, ==, 2);
    first = paths->pdata[0];
    second = paths->pdata[1];
    /* The upper edge of the first is the lower edge of the second. */
    g_assert_cmpfloat_with_epsilon(first->path.segments[0].p[0].y, second->path.segments[5].p[0].y,
                                   0.01);
    g_assert_true(figure_has_text(&figure, "A"));
    g_assert_true(figure_has_text(&figure, "B"));
}

static void
test_shares_end_at_a_hundred(void)
{
    g_auto(Figure) figure = FIGURE("area", wide, "x=year", "y=a,b", "stack=normalize");

    g_assert_true(figure_has_text(&figure, "0%"));
    g_assert_true(figure_has_text(&figure, "100%"));
}

static void
test_an_absent_year_is_a_gap(void)
{
    const char *csv = "year,n\n2001,5\n2002,6\n2003,7\n2006,8\n2007,9\n";
    g_auto(Figure) broken = FIGURE("area", csv, "x=year", "y=n");
    g_auto(Figure) joined = FIGURE("area", csv, "x=year", "y=n", "gaps=join");

    g_assert_cmpuint(count_surfaces(&broken), ==, 2);
    g_assert_cmpuint(count_surfaces(&joined), ==, 1);
}

static void
test_a_missing_part_is_named(void)
{
    const char *csv = "year,a,b\n2001,10,20\n2002,30,\n2003,5,5\n2004,5,5\n";
    g_auto(Figure) figure = FIGURE("area", csv, "x=year", "y=a,b");
    g_autofree char *words = figure_texts(&figure, ROLE_FOOTER);

    g_assert_cmpstr(words, ==, "Note: No figure, and not drawn as zero: B 2002.");
    g_assert_cmpuint(report_count(figure.report, SEVERITY_WARNING), ==, 1);
}

static void
test_a_log_scale_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("area", wide, "x=year", "y=a", "y-scale=log");
    g_auto(Figure) none = FIGURE("area", "year,a,b\n2001,-10,20\n2002,-30,10\n", "x=year", "y=a,b",
                                 "stack=normalize");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(none.error->message, ==,
                    "column \"value\" has no shares to draw: wherever it has values, one is "
                    "missing or negative, or all are zero");
}

static void
test_a_change_of_sign_is_refused(void)
{
    const char *csv = "year,a,b\n2001,10,5\n2002,-8,5\n2003,12,-5\n";
    const char *below = "year,a,b,c\n2001,10,-5,-2\n2002,8,0,-3\n2003,12,-5,-1\n";
    g_auto(Figure) crossed = FIGURE("area", csv, "x=year", "y=a,b");
    g_auto(Figure) centred = FIGURE("area", csv, "x=year", "y=a,b", "stack=center");
    g_auto(Figure) apart = FIGURE("area", csv, "x=year", "y=a,b", "stack=none");
    g_auto(Figure) alone = FIGURE("area", csv, "x=year", "y=a");
    g_auto(Figure) down = FIGURE("area", below, "x=year", "y=a,b,c");
    g_autoptr(GPtrArray) paths = figure_find(&down, ROLE_MARK, NODE_PATH);
    double zero = ((const SceneNode *)paths->pdata[0])->path.segments[5].p[0].y;

    g_assert_cmpstr(crossed.error->message, ==,
                    "\"A\" has values above and below zero, and its band would cross others in a "
                    "stack; use line, bar, or --stack none");
    g_assert_cmpuint(error_where(crossed.error).line, ==, 3);
    g_assert_error(centred.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_no_error(apart.error);
    g_assert_no_error(alone.error);
    /* What is wholly below zero stays there, and a zero does not lift it onto the other pile. */
    for (guint i = 1; i < paths->len; i++) {
        const SceneNode *band = paths->pdata[i];

        for (guint k = 0; k < 6; k++)
            g_assert_cmpfloat(band->path.segments[k].p[0].y, >=, zero - 0.01);
    }
}

static void
test_one_row_is_a_figure(void)
{
    g_auto(Figure) figure = FIGURE("area", "year,n\n2001,5\n", "x=year", "y=n");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 1);
}

/* Twelve series of which each is thick for a time and nothing before and after it. */
static Figure
draw_successors(const char *height)
{
    g_autoptr(GString) csv = g_string_new("year,name,v\n");

    for (int k = 0; k < 12; k++)
        for (int year = 0; year <= 48; year++)
            g_string_append_printf(csv, "%d,N%d,%d\n", 1900 + year, k + 1,
                                   year >= 4 * k && year <= 4 * k + 4 ? 100 : 1);
    return FIGURE("area", csv->str, "x=year", "y=v", "color=name", "y-label=", height);
}

/* Too many for the right end, but each has room where it is thick: no key. The words are about the
 * surface that they stand on and can be read on it. */
static void
test_names_stand_in_thick_bands(void)
{
    g_auto(Figure) figure = draw_successors("height=220");
    g_autoptr(GPtrArray) texts = figure_find(&figure, ROLE_LABELS, NODE_TEXT);
    g_autoptr(GPtrArray) keys = figure_find(&figure, ROLE_LEGEND, NODE_TEXT);
    g_autoptr(GPtrArray) bands = figure_find(&figure, ROLE_MARK, NODE_GROUP);
    g_autofree char *fault = figure_fault(&figure), *remarks = figure_remarks(&figure);
    guint named = 0;

    g_assert_null(fault);
    g_assert_cmpstr(remarks, ==, "");
    g_assert_cmpuint(keys->len, ==, 0);
    g_assert_cmpuint(bands->len, ==, 12);
    for (guint i = 0; i < texts->len; i++)
        for (guint k = 0; k < bands->len; k++) {
            const SceneNode *text = texts->pdata[i], *band = bands->pdata[k];
            const SceneNode *surface = band->group.first;

            if (text->text.subject != band->group.subject)
                continue;
            g_assert_cmpstr(text->text.text, ==, band->group.series);
            g_assert_true(rect_contains(scene_node_bounds(surface), scene_node_bounds(text)));
            g_assert_cmpfloat(color_contrast(text->text.style.color, surface->fill), >, 4.5);
            named++;
        }
    g_assert_cmpuint(named, ==, 12);
}

/* Where only some bands hold their names the key stays. */
static void
test_a_key_stays_beside_names_in_some_bands(void)
{
    g_autoptr(GString) csv = g_string_new("year,name,v\n");

    for (int k = 0; k < 30; k++)
        for (int year = 0; year < 10; year++)
            g_string_append_printf(csv, "%d,N%d,%d\n", 1900 + year, k + 1, k == 3 ? 100 : 1);
    {
        g_auto(Figure) figure = FIGURE("area", csv->str, "x=year", "y=v", "color=name");
        g_autoptr(GPtrArray) keys = figure_find(&figure, ROLE_LEGEND, NODE_TEXT);
        g_autofree char *words = figure_texts(&figure, ROLE_LABELS);
        g_autofree char *remarks = figure_remarks(&figure);

        g_assert_cmpuint(keys->len, ==, 30);
        g_assert_nonnull(strstr(words, "N4"));
        g_assert_null(strstr(words, "N5"));
        g_assert_cmpstr(remarks, ==, "");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/area/a-change-of-sign-is-refused", test_a_change_of_sign_is_refused);
    g_test_add_func("/area/surfaces-are-stacked", test_surfaces_are_stacked);
    g_test_add_func("/area/shares-end-at-a-hundred", test_shares_end_at_a_hundred);
    g_test_add_func("/area/an-absent-year-is-a-gap", test_an_absent_year_is_a_gap);
    g_test_add_func("/area/a-missing-part-is-named", test_a_missing_part_is_named);
    g_test_add_func("/area/a-log-scale-is-refused", test_a_log_scale_is_refused);
    g_test_add_func("/area/names-stand-in-thick-bands", test_names_stand_in_thick_bands);
    g_test_add_func("/area/a-key-stays-beside-names-in-some-bands",
                    test_a_key_stays_beside_names_in_some_bands);
    g_test_add_func("/area/one-row-is-a-figure", test_one_row_is_a_figure);
    return g_test_run();
}
