// --rule and --band: where they stand, what they say, and what is refused.
#include "charts/figure.h"

static const char years[] = "year,v\n2014,10\n2015,20\n2016,15\n2017,40\n2018,30\n2019,25\n";
static const char months[] = "month,v\n2017-10,1\n2017-11,2\n2017-12,3\n2018-01,4\n2018-02,5\n"
                             "2018-12,6\n2019-01,7\n2019-02,5\n";
static const char places[] = "place,v,side\nA,10,x\nB,30,x\nC,20,y\nA,5,y\n";

static Rect
only_rect(const Figure *figure, Role role)
{
    g_autoptr(GPtrArray) nodes = figure_find(figure, role, NODE_RECT);

    g_assert_cmpuint(nodes->len, ==, 1);
    return ((const SceneNode *)nodes->pdata[0])->rect.rect;
}

/* The last stretch of the only rule, over the edge of background. */
static const SceneNode *
last_line(const Figure *figure)
{
    g_autoptr(GPtrArray) nodes = figure_find(figure, ROLE_RULE, NODE_PATH);

    g_assert_cmpuint(nodes->len, >, 0);
    return nodes->pdata[nodes->len - 1];
}

static void
assert_whole(const Figure *figure)
{
    g_autofree char *fault = figure_fault(figure);

    g_assert_cmpstr(fault, ==, NULL);
}

static void
assert_refused(const char *chart, const char *csv, const char *x, const char *option,
               const char *message)
{
    g_auto(Figure) figure = FIGURE(chart, csv, x, "y=v", option);

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(figure.error->message, ==, message);
}

static void
test_a_rule_lies_at_its_value(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", places, "x=place", "y=sum(v)", "sort=none", "rule=y=30, label=Goal");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autofree char *words = figure_texts(&figure, ROLE_RULE);
    const SceneNode *line = last_line(&figure);
    double top = G_MAXDOUBLE;

    for (guint i = 0; i < bars->len; i++)
        top = MIN(top, ((const SceneNode *)bars->pdata[i])->rect.rect.y);
    g_assert_cmpfloat_with_epsilon(line->path.segments[0].p[0].y, top, 1e-9);
    g_assert_cmpuint(line->stroke.n_dash, ==, 2);
    g_assert_cmpstr(words, ==, "Goal");
    g_assert_nonnull(strstr(figure.scene->description, "Marked: 30 (Goal)."));
    assert_whole(&figure);
}

static void
test_the_axis_grows_for_a_rule(void)
{
    g_auto(Figure) figure = FIGURE("line", years, "x=year", "y=v", "rule=y=100, label=Limit");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_true(figure_has_text(&figure, "100"));
    g_assert_true(figure_has_text(&figure, "Limit"));
    g_assert_cmpstr(remarks, ==, "");
    assert_whole(&figure);
}

static void
test_a_domain_goes_before_a_rule(void)
{
    g_auto(Figure) figure =
        FIGURE("line", years, "x=year", "y=v", "y-domain=0..50", "rule=y=100, label=Limit");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==, "--rule: y=100 lies outside the axis and is left out\n");
    g_assert_false(figure_has_text(&figure, "Limit"));
    g_assert_null(strstr(figure.scene->description, "Limit"));
}

static void
test_a_band_of_years_ends_at_the_last_point(void)
{
    g_auto(Figure) figure = FIGURE("line", years, "x=year", "y=v",
                                   "band=x=2016..2018, label=Sanctions", "x-ticks=2016,2018");
    g_autoptr(GPtrArray) ticks = figure_find(&figure, ROLE_AXIS, NODE_PATH);
    Rect band = only_rect(&figure, ROLE_BAND);
    guint found = 0;

    for (guint i = 0; i < ticks->len; i++) {
        const SceneNode *tick = ticks->pdata[i];
        double x = tick->path.segments[0].p[0].x;

        found += fabs(x - band.x) < 1e-6 || fabs(x - rect_right(band)) < 1e-6 ? 1 : 0;
    }
    g_assert_cmpuint(found, ==, 2);
    g_assert_nonnull(strstr(figure.scene->description, "Marked: 2016 – 2018 (Sanctions)."));
    assert_whole(&figure);
}

static void
test_a_year_of_months_ends_in_december(void)
{
    g_auto(Figure) figure =
        FIGURE("line", months, "x=month", "y=v", "band=x=2018..2018", "x-ticks=2018-01,2018-12");
    g_autoptr(GPtrArray) ticks = figure_find(&figure, ROLE_AXIS, NODE_PATH);
    Rect band = only_rect(&figure, ROLE_BAND);
    guint found = 0;

    for (guint i = 0; i < ticks->len; i++) {
        double x = ((const SceneNode *)ticks->pdata[i])->path.segments[0].p[0].x;

        found += fabs(x - band.x) < 1e-6 || fabs(x - rect_right(band)) < 1e-6 ? 1 : 0;
    }
    g_assert_cmpuint(found, ==, 2);
}

static void
test_open_ends_reach_the_end_of_the_panel(void)
{
    g_auto(Figure) half = FIGURE("line", years, "x=year", "y=v", "band=x=2017..");
    g_auto(Figure) rest = FIGURE("line", years, "x=year", "y=v", "band=x=..2017");
    Rect right = only_rect(&half, ROLE_BAND), left = only_rect(&rest, ROLE_BAND);

    g_assert_cmpfloat_with_epsilon(rect_right(left), right.x, 1e-6);
    g_assert_cmpfloat(right.width, >, 0);
    g_assert_cmpfloat_with_epsilon(left.width, 1.5 * right.width, 1);
}

static void
test_a_band_of_categories_covers_their_slots(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", places, "x=place", "y=sum(v)", "sort=none", "band=x=A..B");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    Rect band = only_rect(&figure, ROLE_BAND);

    g_assert_cmpuint(bars->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
        Rect bar = ((const SceneNode *)bars->pdata[i])->rect.rect;

        g_assert_true((bar.x > band.x && rect_right(bar) < rect_right(band)) == (i < 2));
    }
}

static void
test_lying_bars_keep_their_channels(void)
{
    g_auto(Figure) figure = FIGURE("bar", places, "x=place", "y=sum(v)", "orient=horizontal",
                                   "rule=y=20", "band=x=B..B");
    const SceneNode *line = last_line(&figure);
    Rect band = only_rect(&figure, ROLE_BAND);

    g_assert_cmpfloat_with_epsilon(line->path.segments[0].p[0].x, line->path.segments[1].p[0].x,
                                   1e-9);
    g_assert_cmpfloat(band.width, >, 2 * band.height);
}

static void
test_bands_lie_under_marks_and_rules_over_them(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", places, "x=place", "y=sum(v)", "rule=y=20", "band=y=10..20");
    g_autoptr(GPtrArray) nodes = figure_nodes(&figure);
    guint band = 0, grid = 0, marks = 0, rule = 0;

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind != NODE_GROUP)
            continue;
        band = node->group.role == ROLE_BAND ? i : band;
        grid = node->group.role == ROLE_GRID ? i : grid;
        marks = node->group.role == ROLE_MARKS ? i : marks;
        rule = node->group.role == ROLE_RULE ? i : rule;
    }
    g_assert_cmpuint(band, <, marks);
    g_assert_cmpuint(marks, <, rule);
    g_assert_true(grid == 0 || band < grid);
}

static void
test_a_rule_makes_room_for_words(void)
{
    g_auto(Figure) figure = FIGURE("bar", places, "x=place", "y=sum(v)", "values=on", "rule=y=21");
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_RULE, NODE_PATH);
    g_autoptr(GPtrArray) texts = figure_find(&figure, ROLE_LABELS, NODE_TEXT);

    g_assert_cmpuint(lines->len, >, 2);
    for (guint i = 0; i < lines->len; i++)
        for (guint k = 0; k < texts->len; k++)
            g_assert_false(rect_intersects(scene_node_bounds(lines->pdata[i]),
                                           scene_node_bounds(texts->pdata[k])));
}

static void
test_words_keep_off_the_data(void)
{
    g_auto(Figure) figure = FIGURE("line", "year,v\n2000,1\n2001,1\n2002,1\n2003,8\n2004,9\n",
                                   "x=year", "y=v", "rule=y=9, label=Highest ever seen");
    g_autoptr(GPtrArray) words = figure_find(&figure, ROLE_RULE, NODE_TEXT);
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    Rect box = scene_node_bounds(words->pdata[0]);
    const SceneNode *line = lines->pdata[0];

    for (guint i = 0; i < line->path.n; i++) {
        Point at = line->path.segments[i].p[0];

        g_assert_false(at.x > box.x && at.x < rect_right(box) && at.y > box.y &&
                       at.y < rect_bottom(box));
    }
    assert_whole(&figure);
}

static void
test_panels_have_it_all_and_the_first_says_it(void)
{
    g_auto(Figure) all =
        FIGURE("bar", places, "x=place", "y=v", "facet=side", "rule=y=25, label=Goal");
    g_auto(Figure) one =
        FIGURE("bar", places, "x=place", "y=v", "facet=side", "rule=y=25, label=Goal, panel=y");
    g_autoptr(GPtrArray) lines = figure_find(&all, ROLE_RULE, NODE_PATH);
    g_autoptr(GPtrArray) single = figure_find(&one, ROLE_RULE, NODE_PATH);
    g_autofree char *words = figure_texts(&all, ROLE_RULE), *word = figure_texts(&one, ROLE_RULE);

    g_assert_cmpuint(lines->len, ==, 2 * 2);
    g_assert_cmpuint(single->len, ==, 2);
    g_assert_cmpstr(words, ==, "Goal");
    g_assert_cmpstr(word, ==, "Goal");
}

static void
test_words_break_at_backslash_n_in_the_dark(void)
{
    g_auto(Figure) figure = FIGURE("line", years, "x=year", "y=v", "theme=dark",
                                   "rule=x=2016-10, label=First, and\\nlast, color=tomato");
    g_autofree char *words = figure_texts(&figure, ROLE_RULE);
    const SceneNode *line = last_line(&figure);

    g_assert_cmpstr(words, ==, "First, and|last");
    g_assert_cmpuint(line->stroke.color.r, ==, 0xff);
    g_assert_nonnull(strstr(figure.scene->description, "Marked: 2016-10 (First, and last)."));
    assert_whole(&figure);
}

static void
test_counts_and_ranks_have_rules_too(void)
{
    g_auto(Figure) counts = FIGURE("histogram", "v\n1\n2\n2\n3\n4\n5\n5\n6\n", "x=v", "rule=y=9",
                                   "rule=x=3, label=Median");

    g_assert_no_error(counts.error);
    g_assert_true(figure_has_text(&counts, "Median"));
}

static guint
grid_rules(const char *rule)
{
    static const char grid[] = "t,v,c,r\n1,1,A,X\n2,2,A,X\n1,3,B,X\n2,4,B,X\n1,5,A,Y\n2,6,A,Y\n"
                               "1,7,B,Y\n2,8,B,Y\n1,2,C,Y\n2,1,C,Y\n";
    g_auto(Figure) figure = FIGURE("line", grid, "x=t", "y=v", "facet=c", "facet-rows=r", rule);
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_RULE, NODE_PATH);
    g_autofree char *words = figure_texts(&figure, ROLE_RULE);

    g_assert_cmpstr(words, ==, "Goal");
    return lines->len;
}

static void
test_a_grid_has_names_of_columns_and_rows(void)
{
    static const char both[] = "t,v,c,r\n1,1,A,X\n2,2,A,X\n1,3,X,A\n2,4,X,A\n";
    g_auto(Figure) shared = FIGURE("line", both, "x=t", "y=v", "facet=c", "facet-rows=r",
                                   "annotate=x=1,y=2,text=Here,panel=A");
    g_auto(Figure) unknown = FIGURE("line", both, "x=t", "y=v", "facet=c", "facet-rows=r",
                                    "annotate=x=1,y=2,text=Here,panel=Nowhere");
    g_auto(Figure) note = FIGURE("line", both, "x=t", "y=v", "facet=c", "facet-rows=r",
                                 "annotate=x=1,y=2,text=Here,panel=A, X");

    g_assert_cmpuint(grid_rules("rule=y=4, label=Goal, panel=B"), ==, 2);
    g_assert_cmpuint(grid_rules("rule=y=4, label=Goal, panel=Y"), ==, 3);
    g_assert_cmpuint(grid_rules("rule=y=4, label=Goal, panel=B, Y"), ==, 1);
    g_assert_cmpuint(grid_rules("rule=y=4, label=Goal, panel=Y, B"), ==, 1);
    g_assert_cmpstr(shared.error->message, ==,
                    "--annotate: a row and a column of panels are called \"A\"; say panel=ROW, "
                    "COLUMN");
    g_assert_cmpstr(unknown.error->message, ==,
                    "--annotate: no panel is called \"Nowhere\"; they are called \"A\", \"X\", "
                    "\"X\", \"A\"");
    g_assert_true(figure_has_text(&note, "Here"));
}

static void
test_what_is_wrong_is_named(void)
{
    assert_refused("line", years, "x=year", "rule=label=Limit",
                   "--rule: one of x= and y= is needed, and not both, in \"label=Limit\"");
    assert_refused("line", years, "x=year", "rule=y=1, x=2",
                   "--rule: one of x= and y= is needed, and not both, in \"y=1, x=2\"");
    assert_refused("line", years, "x=year", "rule=y=a lot",
                   "--rule: y=\"a lot\" is no number of this figure");
    assert_refused("line", years, "x=year", "rule=x=Tuesday",
                   "--rule: x=\"Tuesday\" is no time of this figure");
    assert_refused("line", years, "x=year", "rule=y=1..2",
                   "--rule: y=\"1..2\" is a range; --band draws one");
    assert_refused("line", years, "x=year", "rule=y=1, labl=A",
                   "--rule: no key \"labl\" (did you mean \"label\"?); keys are x=, y=, label=, "
                   "color=, panel=, colour=");
    assert_refused("line", years, "x=year", "rule=y=1, color=rde",
                   "--rule: color=\"rde\" is no colour (did you mean \"red\"?); colours are #rgb, "
                   "#rrggbb and CSS names");
    assert_refused("line", years, "x=year", "rule=y=1, panel=North",
                   "--rule: no panel is called \"North\"");
    assert_refused("line", years, "x=year", "band=y=5",
                   "--band: y=\"5\" is no range A..B (either end may be left out)");
    assert_refused("line", years, "x=year", "band=y=..",
                   "--band: y=\"..\" is no range A..B (either end may be left out)");
    assert_refused("bar", "place,v\nLaos,1\nCambodia,2\n", "x=place", "rule=x=Loas",
                   "--rule: x=\"Loas\" is no category of this figure (did you mean \"Laos\"?)");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/references/a-rule-lies-at-its-value", test_a_rule_lies_at_its_value);
    g_test_add_func("/references/the-axis-grows", test_the_axis_grows_for_a_rule);
    g_test_add_func("/references/a-domain-goes-before", test_a_domain_goes_before_a_rule);
    g_test_add_func("/references/a-band-of-years", test_a_band_of_years_ends_at_the_last_point);
    g_test_add_func("/references/a-year-of-months", test_a_year_of_months_ends_in_december);
    g_test_add_func("/references/open-ends", test_open_ends_reach_the_end_of_the_panel);
    g_test_add_func("/references/categories", test_a_band_of_categories_covers_their_slots);
    g_test_add_func("/references/lying-bars", test_lying_bars_keep_their_channels);
    g_test_add_func("/references/under-and-over", test_bands_lie_under_marks_and_rules_over_them);
    g_test_add_func("/references/room-for-words", test_a_rule_makes_room_for_words);
    g_test_add_func("/references/words-keep-off-the-data", test_words_keep_off_the_data);
    g_test_add_func("/references/panels", test_panels_have_it_all_and_the_first_says_it);
    g_test_add_func("/references/grid", test_a_grid_has_names_of_columns_and_rows);
    g_test_add_func("/references/words-break", test_words_break_at_backslash_n_in_the_dark);
    g_test_add_func("/references/counts-and-ranks", test_counts_and_ranks_have_rules_too);
    g_test_add_func("/references/what-is-wrong-is-named", test_what_is_wrong_is_named);
    return g_test_run();
}
