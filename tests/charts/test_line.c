#include "charts/figure.h"

static guint
count_moves(const SceneNode *node)
{
    guint n = 0;

    for (guint i = 0; i < node->path.n; i++)
        n += node->path.segments[i].verb == PATH_MOVE ? 1 : 0;
    return n;
}

/* How many strokes and dots the marks have: "2 paths, 1 dots". */
static void
assert_marks(const Figure *figure, guint n_runs, guint n_dots)
{
    g_autoptr(GPtrArray) paths = figure_find(figure, ROLE_MARK, NODE_PATH);
    g_autoptr(GPtrArray) dots = figure_find(figure, ROLE_MARK, NODE_CIRCLE);
    guint runs = 0;

    for (guint i = 0; i < paths->len; i++)
        runs += count_moves(paths->pdata[i]);
    g_assert_cmpuint(runs, ==, n_runs);
    g_assert_cmpuint(dots->len, ==, n_dots);
}

static void
test_an_absent_year_is_a_gap(void)
{
    const char *csv = "year,n\n2001,5\n2002,6\n2003,7\n2006,8\n2007,9\n2009,4\n";
    g_auto(Figure) broken = FIGURE("line", csv, "x=year", "y=n");
    g_auto(Figure) joined = FIGURE("line", csv, "x=year", "y=n", "gaps=join");
    g_auto(Figure) zero = FIGURE("line", csv, "x=year", "y=n", "gaps=zero");

    assert_marks(&broken, 2, 1);
    assert_marks(&joined, 1, 0);
    assert_marks(&zero, 1, 0);
}

static void
test_a_missing_cell_is_a_gap(void)
{
    g_auto(Figure) figure = FIGURE("line", "x,n\n1,5\n2,6\n3,\n4,8\n5,9\n", "x=x", "y=n");

    assert_marks(&figure, 2, 0);
}

static void
test_lines_are_sorted_by_x(void)
{
    const char *csv = "x,n\n3,5\n1,6\n2,1\n";
    g_auto(Figure) sorted = FIGURE("line", csv, "x=x", "y=n");
    g_auto(Figure) data = FIGURE("line", csv, "x=x", "y=n", "sort=data");
    g_autoptr(GPtrArray) by_x = figure_find(&sorted, ROLE_MARK, NODE_PATH);
    g_autoptr(GPtrArray) by_row = figure_find(&data, ROLE_MARK, NODE_PATH);
    const SceneNode *line = by_x->pdata[0], *scribble = by_row->pdata[0];

    g_assert_cmpuint(line->path.n, ==, 3);
    for (guint i = 1; i < 3; i++)
        g_assert_cmpfloat(line->path.segments[i].p[0].x, >, line->path.segments[i - 1].p[0].x);
    g_assert_cmpfloat(scribble->path.segments[1].p[0].x, <, scribble->path.segments[0].p[0].x);
}

static void
test_names_stand_at_the_ends(void)
{
    const char *csv = "year,a_one,b_two\n2001,1,9\n2002,2,8\n2003,3,7\n";
    g_auto(Figure) direct = FIGURE("line", csv, "x=year", "y=a_one,b_two");
    g_auto(Figure) key = FIGURE("line", csv, "x=year", "y=a_one,b_two", "legend=top");
    g_autofree char *none = figure_texts(&direct, ROLE_LEGEND);
    g_autofree char *names = figure_texts(&key, ROLE_LEGEND);

    g_assert_true(figure_has_text(&direct, "A one"));
    g_assert_true(figure_has_text(&direct, "B two"));
    g_assert_cmpstr(none, ==, "");
    g_assert_cmpstr(names, ==, "A one|B two");
}

static void
test_many_names_go_to_a_key(void)
{
    g_autoptr(GString) csv = g_string_new("year,n,who\n");
    g_auto(Figure) figure = { 0 };
    g_autofree char *names = NULL;

    for (guint series = 0; series < 40; series++)
        g_string_append_printf(csv, "2001,%u,s%u\n2002,%u,s%u\n", series, series, series, series);
    figure = FIGURE("line", csv->str, "x=year", "y=n", "color=who", "preset=article");
    names = figure_texts(&figure, ROLE_LEGEND);
    g_assert_nonnull(strstr(names, "s0|s1|s2"));
}

static void
test_the_domain_is_cropped_only_far_from_zero(void)
{
    g_auto(Figure) near = FIGURE("line", "x,n\n1,20\n2,100\n", "x=x", "y=n");
    g_auto(Figure) far = FIGURE("line", "x,n\n1,1000\n2,1010\n", "x=x", "y=n");

    g_assert_true(figure_has_text(&near, "0"));
    g_assert_false(figure_has_text(&far, "0"));
}

static void
test_what_cannot_be_drawn_is_refused(void)
{
    g_auto(Figure) zero = FIGURE("line", "x,n\n1,0\n2,5\n", "x=x", "y=n", "y-scale=log");
    g_auto(Figure) text = FIGURE("line", "x,n\n1,a\n2,b\n", "x=x", "y=n");
    g_auto(Figure) twice = FIGURE("line", "x,n\n1,4\n1,5\n2,6\n", "x=x", "y=n");

    g_assert_cmpstr(zero.error->message, ==,
                    "a log scale cannot show the value 0 or less in column \"n\"");
    g_assert_error(text.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(twice.error->message, ==,
                    "2 rows for x=1; say sum(n) or mean(n), or narrow with --where");
}

static void
test_one_row_is_a_dot(void)
{
    g_auto(Figure) figure = FIGURE("line", "year,n\n2001,5\n", "x=year", "y=n");

    assert_marks(&figure, 0, 1);
}

static void
test_a_note_stands_at_its_point(void)
{
    const char *csv = "year,n\n2001,5\n2002,6\n2003,7\n";
    g_auto(Figure) figure =
        FIGURE("line", csv, "x=year", "y=n", "annotate=x=2002, y=6, text=Here, and now");
    g_auto(Figure) outside = FIGURE("line", csv, "x=year", "y=n", "annotate=x=1990, y=6, text=No");
    g_autofree char *words = figure_texts(&figure, ROLE_ANNOTATION);
    g_autofree char *none = figure_texts(&outside, ROLE_ANNOTATION);

    g_assert_cmpstr(words, ==, "Here, and now");
    g_assert_cmpstr(none, ==, "");
    g_assert_cmpuint(report_count(outside.report, SEVERITY_WARNING), ==, 1);
}

/* How many paths of a role have dashes. */
static guint
count_dashed(const Figure *figure, Role role)
{
    g_autoptr(GPtrArray) paths = figure_find(figure, role, NODE_PATH);
    guint n = 0;

    for (guint i = 0; i < paths->len; i++)
        n += ((const SceneNode *)paths->pdata[i])->stroke.n_dash > 0 ? 1 : 0;
    return n;
}

#define THREE_SERIES "t,v,s\n1,1,A\n2,2,A\n1,5,B\n2,6,B\n1,8,C\n2,9,C\n"

/* The first line stays solid. */
static void
test_dashes_tell_lines_apart_when_asked_for(void)
{
    g_auto(Figure) plain = FIGURE("line", THREE_SERIES, "x=t", "y=v", "color=s");
    g_auto(Figure) named = FIGURE("line", THREE_SERIES, "x=t", "y=v", "color=s", "code=both");
    g_auto(Figure) keyed =
        FIGURE("line", THREE_SERIES, "x=t", "y=v", "color=s", "code=both", "legend=top");
    g_autofree char *fault = figure_fault(&named), *keyed_fault = figure_fault(&keyed);

    g_assert_null(fault);
    g_assert_null(keyed_fault);
    g_assert_cmpuint(count_dashed(&plain, ROLE_MARKS), ==, 0);
    g_assert_cmpuint(count_dashed(&plain, ROLE_LABELS), ==, 0);
    g_assert_cmpuint(count_dashed(&named, ROLE_MARKS), ==, 2);
    g_assert_cmpuint(count_dashed(&named, ROLE_LABELS), ==, 2);
    g_assert_cmpuint(count_dashed(&keyed, ROLE_MARKS), ==, 2);
    g_assert_cmpuint(count_dashed(&keyed, ROLE_LEGEND), ==, 2);
}

static void
test_muted_lines_stay_solid(void)
{
    g_auto(Figure) figure =
        FIGURE("line", THREE_SERIES, "x=t", "y=v", "color=s", "code=both", "highlight=C,B");

    g_assert_cmpuint(count_dashed(&figure, ROLE_MARKS), ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/line/an-absent-year-is-a-gap", test_an_absent_year_is_a_gap);
    g_test_add_func("/line/a-missing-cell-is-a-gap", test_a_missing_cell_is_a_gap);
    g_test_add_func("/line/lines-are-sorted-by-x", test_lines_are_sorted_by_x);
    g_test_add_func("/line/names-stand-at-the-ends", test_names_stand_at_the_ends);
    g_test_add_func("/line/many-names-go-to-a-key", test_many_names_go_to_a_key);
    g_test_add_func("/line/the-domain-is-cropped-only-far-from-zero",
                    test_the_domain_is_cropped_only_far_from_zero);
    g_test_add_func("/line/what-cannot-be-drawn-is-refused", test_what_cannot_be_drawn_is_refused);
    g_test_add_func("/line/one-row-is-a-dot", test_one_row_is_a_dot);
    g_test_add_func("/line/a-note-stands-at-its-point", test_a_note_stands_at_its_point);
    g_test_add_func("/line/dashes-tell-lines-apart-when-asked-for",
                    test_dashes_tell_lines_apart_when_asked_for);
    g_test_add_func("/line/muted-lines-stay-solid", test_muted_lines_stay_solid);
    return g_test_run();
}
