// --layer: one more mark on the scales of a chart, and what is refused.
#include "charts/figure.h"

static const char months[] = "month,actual,target,lo,hi\n"
                             "2024-01,12,10,9,14\n"
                             "2024-02,14,14,11,16\n"
                             "2024-03,13,40,12,15\n"
                             "2024-04,18,13,15,20\n";

static const char places[] = "place,party,v,w,target\n"
                             "A,x,10,8,20\n"
                             "A,y,20,24,20\n"
                             "B,x,30,27,25\n"
                             "B,y,15,,25\n";

/* The titles of the marks of a series, "|" between them. Caller frees. */
static char *
titles_of(const Figure *figure, const char *series)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && node->group.role == ROLE_MARK &&
            g_strcmp0(node->group.series, series) == 0)
            g_string_append_printf(text, "%s%s", text->len > 0 ? "|" : "", node->group.title);
    }
    return g_string_free(text, FALSE);
}

static void
assert_titles(const Figure *figure, const char *series, const char *expected)
{
    g_autofree char *titles = titles_of(figure, series);

    g_assert_cmpstr(titles, ==, expected);
}

static void
assert_whole(const Figure *figure)
{
    g_autofree char *fault = figure_fault(figure);

    g_assert_cmpstr(fault, ==, NULL);
}

static void
test_a_dot_stands_at_its_value_on_the_scale_of_the_bars(void)
{
    g_auto(Figure) figure = FIGURE("bar", months, "x=month", "y=actual", "layer=dot y=target");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    const SceneNode *bar = bars->pdata[1], *dot = dots->pdata[1];

    g_assert_cmpuint(bars->len, ==, 4);
    g_assert_cmpuint(dots->len, ==, 4);
    g_assert_cmpfloat_with_epsilon(dot->circle.centre.y, bar->rect.rect.y, 1e-9);
    g_assert_cmpfloat_with_epsilon(dot->circle.centre.x,
                                   bar->rect.rect.x + bar->rect.rect.width / 2, 1e-9);
    assert_titles(&figure, "Target",
                  "Target, 2024-01: 10|Target, 2024-02: 14|Target, 2024-03: 40|"
                  "Target, 2024-04: 13");
    assert_whole(&figure);
}

static void
test_the_axis_grows_and_the_key_names_both(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", months, "x=month", "y=actual", "layer=line y=target, color=#555");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);

    g_assert_cmpstr(key, ==, "Actual|Target");
    g_assert_true(figure_has_text(&figure, "40"));
    g_assert_nonnull(strstr(figure.scene->description, "Also shown: Target (10 – 40)."));
    assert_whole(&figure);
}

static void
test_lines_are_named_at_their_ends(void)
{
    g_auto(Figure) figure = FIGURE("line", months, "x=month", "y=actual",
                                   "layer=line y=target, color=#555, label=Plan");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);

    g_assert_cmpstr(key, ==, "");
    g_assert_true(figure_has_text(&figure, "Plan"));
    g_assert_true(figure_has_text(&figure, "Actual"));
    g_assert_cmpuint(paths->len, ==, 2);
    g_assert_cmpuint(((const SceneNode *)paths->pdata[1])->stroke.color.r, ==, 0x55);
    assert_whole(&figure);
}

static void
test_lying_bars_have_their_layers_along_x(void)
{
    g_auto(Figure) figure = FIGURE("bar", "place,v,w\nA,10,5\nB,20,20\n", "x=v", "y=place",
                                   "layer=dot x=w", "layer=rule x=mean(v)");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    const SceneNode *bar = bars->pdata[1], *dot = dots->pdata[1];

    g_assert_cmpfloat_with_epsilon(dot->circle.centre.x, rect_right(bar->rect.rect), 1e-9);
    g_assert_cmpfloat_with_epsilon(dot->circle.centre.y,
                                   bar->rect.rect.y + bar->rect.rect.height / 2, 1e-9);
    assert_titles(&figure, "Mean v", "Mean v: 15");
}

static void
test_a_layer_is_grouped_as_the_chart_is(void)
{
    g_auto(Figure) figure =
        FIGURE("dot", places, "x=sum(v)", "y=place", "layer=dot x=sum(w)", "where=party = \"x\"");

    assert_titles(&figure, "W", "W, A: 8|W, B: 27");
}

static void
test_rows_that_agree_are_one(void)
{
    g_auto(Figure) figure = FIGURE("bar", places, "x=place", "y=sum(v)", "layer=dot y=target");

    assert_titles(&figure, "Target", "Target, A: 20|Target, B: 25");
}

static void
test_rows_that_differ_are_refused(void)
{
    g_auto(Figure) figure = FIGURE("bar", places, "x=place", "y=sum(v)", "layer=dot y=w");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(figure.error->message, ==,
                    "--layer: 2 rows with different values of \"w\" for place=A; say sum(w) or "
                    "mean(w)");
}

static void
test_series_side_by_side_have_their_own(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", places, "x=place", "y=v", "color=party", "stack=none", "layer=dot y=w");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(key, ==, "x|y|W");
    g_assert_cmpuint(dots->len, ==, 3);
    for (guint i = 0; i < dots->len; i++) {
        Point at = ((const SceneNode *)dots->pdata[i])->circle.centre;
        guint over = 0;

        for (guint k = 0; k < bars->len; k++) {
            Rect rect = ((const SceneNode *)bars->pdata[k])->rect.rect;

            over += at.x > rect.x && at.x < rect_right(rect) ? 1 : 0;
        }
        g_assert_cmpuint(over, ==, 1);
    }
    g_assert_nonnull(strstr(remarks, "1 of 4 places have no value of \"W\""));
    g_assert_true(figure_has_text(&figure, "Note: No figure, and not drawn as zero: W B."));
}

static void
test_a_pile_is_compared_as_a_whole(void)
{
    g_auto(Figure) figure = FIGURE("bar", places, "x=place", "y=v", "color=party", "stack=zero",
                                   "layer=dot y=sum(w), label=Before");

    assert_titles(&figure, "Before", "Before, A: 32|Before, B: 27");
}

static void
test_folded_columns_do_not_count_twice(void)
{
    g_auto(Figure) figure = FIGURE("area", "year,a,b,c\n2000,1,2,7\n2001,2,3,8\n2002,4,5,9\n",
                                   "x=year", "y=a,b", "layer=dot y=sum(c)");

    assert_titles(&figure, "C", "C, 2000: 7|C, 2001: 8|C, 2002: 9");
}

static void
test_windows_run_over_layers_too(void)
{
    g_auto(Figure) figure =
        FIGURE("line", months, "x=month", "y=actual", "cumulative=on", "layer=dot y=target");

    assert_titles(&figure, "Target",
                  "Target, 2024-01: 10|Target, 2024-02: 24|Target, 2024-03: 64|"
                  "Target, 2024-04: 77");
}

static void
test_a_rule_stands_in_its_panel(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", places, "x=place", "y=v", "facet=party", "layer=rule y=mean(v), label=Mean");
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);

    g_assert_cmpuint(lines->len, ==, 2);
    g_assert_cmpstr(key, ==, "V|Mean");
    assert_titles(&figure, "Mean", "Mean: 20|Mean: 17.5");
    assert_whole(&figure);
}

static void
test_a_rule_is_one_for_all_series(void)
{
    g_auto(Figure) figure = FIGURE("bar", places, "x=place", "y=v", "color=party", "stack=none",
                                   "layer=rule y=mean(v)");

    assert_titles(&figure, "Mean v", "Mean v: 18.75");
}

static void
assert_remarks(const char *chart, const char *csv, const char *layer, guint remarks)
{
    g_auto(Figure) figure = FIGURE(chart, csv, "x=year", "y=v", layer);

    g_assert_no_error(figure.error);
    g_assert_cmpuint(report_count(figure.report, SEVERITY_WARNING), ==, remarks);
}

static void
test_a_layer_that_repeats_the_chart_is_warned_of(void)
{
    static const char years[] = "year,v,w\n2001,1,1\n2002,2,2\n2003,4,3\n";
    g_auto(Figure) figure =
        FIGURE("line", years, "x=year", "y=v", "layer=line y=mean(v), label=Mean");

    g_assert_cmpuint(report_length(figure.report), ==, 1);
    g_assert_cmpstr(
        report_entry(figure.report, 0)->text, ==,
        "--layer: \"Mean\" equals the chart's own value at each of 3 places and covers "
        "it; --rule draws one level across the panel, as does --layer 'rule y=mean(v)'");
    assert_remarks("bar", years, "layer=line y=mean(v)", 1);
    assert_remarks("bar", years, "layer=bar y=v", 1);
    /* Points on a line are meant; other values and one level cover nothing. */
    assert_remarks("line", years, "layer=dot y=v", 0);
    assert_remarks("line", years, "layer=line y=mean(w)", 0);
    assert_remarks("line", years, "layer=rule y=mean(v)", 0);
}

static void
test_a_surface_lies_under_the_line(void)
{
    g_auto(Figure) figure = FIGURE("line", months, "x=month", "y=actual",
                                   "layer=area low=lo, high=hi, label=Range", "theme=dark");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);

    g_assert_cmpuint(paths->len, ==, 2);
    g_assert_cmpuint(((const SceneNode *)paths->pdata[0])->fill.a, >, 0);
    g_assert_cmpuint(((const SceneNode *)paths->pdata[1])->fill.a, ==, 0);
    g_assert_nonnull(strstr(figure.scene->description, "Also shown: Range (9 – 20)."));
    assert_whole(&figure);
}

static void
test_bars_keep_zero(void)
{
    g_auto(Figure) figure =
        FIGURE("dot", "place,v,w\nA,90,95\nB,92,99\n", "x=place", "y=v", "layer=bar y=w");

    g_assert_true(figure_has_text(&figure, "0"));
}

static void
test_dots_at_zero_lie_over_its_line(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", "place,value,w\nA,9,0\nB,2,1\n", "x=place", "y=value", "layer=dot y=w");
    g_autoptr(GPtrArray) nodes = figure_nodes(&figure);
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    guint axis = 0, dots = 0;

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && node->group.role == ROLE_AXIS && axis == 0)
            axis = i;
        else if (node->kind == NODE_GROUP && node->group.role == ROLE_MARKS)
            dots = i;
    }
    g_assert_cmpuint(axis, >, 0);
    g_assert_cmpuint(dots, >, axis);
    g_assert_cmpstr(key, ==, "Value|W");
}

static void
test_colors_name_layers(void)
{
    g_auto(Figure) figure = FIGURE("line", months, "x=month", "y=actual", "layer=line y=target",
                                   "colors=Target=#ff0000");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpuint(((const SceneNode *)paths->pdata[1])->stroke.color.r, ==, 0xff);
    g_assert_cmpstr(remarks, ==, "");
}

static void
test_a_layer_may_bring_its_own_positions(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b,c,d\n1,2,10,5\n2,3,11,6\n3,5,12,7\n", "x=a",
                                   "y=b", "layer=line x=c, y=d");

    g_assert_true(figure_has_text(&figure, "12"));
}

static void
assert_refused(const char *chart, const char *csv, const char *x, const char *y, const char *layer,
               ErrorCode code, const char *message)
{
    g_autofree char *option = g_strconcat("layer=", layer, NULL);
    g_auto(Figure) figure = FIGURE(chart, csv, x, y, option);

    g_assert_error(figure.error, CARTOUCHE_ERROR, (gint)code);
    g_assert_cmpstr(figure.error->message, ==, message);
}

static void
test_what_is_wrong_is_named(void)
{
    assert_refused("bar", months, "x=month", "y=actual", "lin y=target", ERROR_USAGE,
                   "--layer: \"lin\" is no mark of a layer (did you mean \"line\"?); it begins "
                   "with one of line, area, bar, dot, rule, as in 'line y=target'");
    assert_refused("bar", months, "x=month", "y=actual", "line", ERROR_USAGE,
                   "--layer: a key is expected at \"\"; keys are x=, y=, low=, high=, color=, "
                   "label=, colour=");
    assert_refused("bar", months, "x=month", "y=actual", "line y=target, lable=Plan", ERROR_USAGE,
                   "--layer: no key \"lable\" (did you mean \"label\"?); keys are x=, y=, low=, "
                   "high=, color=, label=, colour=");
    assert_refused("bar", months, "x=month", "y=actual", "line yy=target", ERROR_USAGE,
                   "--layer: no key \"yy\" (did you mean \"y\"?); keys are x=, y=, low=, high=, "
                   "color=, label=, colour=");
    assert_refused(
        "bar", months, "x=month", "y=actual", "line y=target, color=gren", ERROR_USAGE,
        "--layer: color=\"gren\" is no colour (did you mean \"green\", \"grey\", \"gray\"?); "
        "colours are #rgb, #rrggbb and CSS names");
    assert_refused("bar", months, "x=month", "y=actual", "line y=targte", ERROR_USAGE,
                   "--layer: y: no column \"targte\" in data.csv (did you mean \"target\"?)");
    assert_refused("bar", months, "x=month", "y=actual", "line x=target", ERROR_USAGE,
                   "--layer: line needs y=, the values that this chart shows along y");
    assert_refused("bar", months, "x=month", "y=actual", "line y=target, x=lo", ERROR_USAGE,
                   "--layer: line stands on the categories of the chart's x; leave out x=");
    assert_refused("bar", months, "x=month", "y=actual", "line y=lo,hi", ERROR_USAGE,
                   "--layer: y: a layer shows one column; several need a --layer each");
    assert_refused("bar", months, "x=month", "y=actual", "rule y=target, low=lo, high=hi",
                   ERROR_USAGE, "--layer: rule has no low= and high=");
    assert_refused("bar", months, "x=month", "y=actual", "dot y=target, low=lo", ERROR_USAGE,
                   "--layer: an interval has two ends: low= needs high=");
    assert_refused("line", months, "x=month", "y=actual", "bar y=target", ERROR_USAGE,
                   "--layer: bars stand on categories or periods; draw the bars with bar, and the "
                   "line as its layer");
}

static void
test_what_does_not_fit_the_scale_is_refused(void)
{
    g_auto(Figure) shares = FIGURE("bar", places, "x=place", "y=v", "color=party",
                                   "stack=normalize", "layer=dot y=target");
    g_auto(Figure) log =
        FIGURE("line", "x,a,b\n1,10,0\n2,20,3\n", "x=x", "y=a", "y-scale=log", "layer=line y=b");

    g_assert_error(shares.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(log.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(log.error->message, ==,
                    "--layer: a log scale cannot show the value 0 or less in column \"b\"");
}

static void
test_two_units_are_refused(void)
{
    assert_refused("line", "x,a,b\n1,10%,$5\n2,20%,$3\n", "x=x", "y=a", "line y=b", ERROR_USAGE,
                   "--layer: \"b\" is in $ and the chart's values are in %; one scale shows one "
                   "unit");
    assert_refused("line", "x,a,b\n1,10,\n2,20,\n", "x=x", "y=a", "line y=b", ERROR_USAGE,
                   "--layer: y: column \"b\" is text; the chart's axis shows number");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overlay/a-dot-stands-at-its-value",
                    test_a_dot_stands_at_its_value_on_the_scale_of_the_bars);
    g_test_add_func("/overlay/a-layer-that-repeats-the-chart",
                    test_a_layer_that_repeats_the_chart_is_warned_of);
    g_test_add_func("/overlay/the-axis-grows", test_the_axis_grows_and_the_key_names_both);
    g_test_add_func("/overlay/lines-are-named-at-their-ends", test_lines_are_named_at_their_ends);
    g_test_add_func("/overlay/lying-bars", test_lying_bars_have_their_layers_along_x);
    g_test_add_func("/overlay/grouped-as-the-chart", test_a_layer_is_grouped_as_the_chart_is);
    g_test_add_func("/overlay/rows-that-agree-are-one", test_rows_that_agree_are_one);
    g_test_add_func("/overlay/rows-that-differ-are-refused", test_rows_that_differ_are_refused);
    g_test_add_func("/overlay/side-by-side", test_series_side_by_side_have_their_own);
    g_test_add_func("/overlay/a-pile-is-compared-as-a-whole", test_a_pile_is_compared_as_a_whole);
    g_test_add_func("/overlay/folded-columns", test_folded_columns_do_not_count_twice);
    g_test_add_func("/overlay/windows", test_windows_run_over_layers_too);
    g_test_add_func("/overlay/a-rule-in-its-panel", test_a_rule_stands_in_its_panel);
    g_test_add_func("/overlay/a-rule-for-all-series", test_a_rule_is_one_for_all_series);
    g_test_add_func("/overlay/a-surface-lies-under", test_a_surface_lies_under_the_line);
    g_test_add_func("/overlay/bars-keep-zero", test_bars_keep_zero);
    g_test_add_func("/overlay/dots-at-zero", test_dots_at_zero_lie_over_its_line);
    g_test_add_func("/overlay/colors-name-layers", test_colors_name_layers);
    g_test_add_func("/overlay/own-positions", test_a_layer_may_bring_its_own_positions);
    g_test_add_func("/overlay/what-is-wrong-is-named", test_what_is_wrong_is_named);
    g_test_add_func("/overlay/what-does-not-fit", test_what_does_not_fit_the_scale_is_refused);
    g_test_add_func("/overlay/two-units", test_two_units_are_refused);
    return g_test_run();
}
