// Bump: ranks over time.
#include "charts/figure.h"

static const char race[] = "n,year,v\n"
                           "A,2001,10\nB,2001,20\nC,2001,5\n"
                           "A,2002,30\nB,2002,20\nC,2002,5\n"
                           "A,2003,30\nC,2003,40\n";

/* The title of the n-th dot's group, in painting order. */
static const char *
dot_title(const Figure *figure, guint n)
{
    g_autoptr(GPtrArray) groups = figure_find(figure, ROLE_MARKS, NODE_GROUP);

    for (guint i = 0; i < groups->len; i++) {
        const SceneNode *node = groups->pdata[i];

        if (node->group.first != NULL && node->group.first->kind == NODE_CIRCLE && n-- == 0)
            return node->group.title;
    }
    return NULL;
}

static void
test_the_largest_has_rank_one(void)
{
    g_auto(Figure) figure = FIGURE("bump", race, "x=year", "y=v", "color=n");
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_cmpstr(dot_title(&figure, 0), ==, "A, 2001: 10 (rank 2)");
    g_assert_cmpstr(dot_title(&figure, 1), ==, "A, 2002: 30 (rank 1)");
    g_assert_cmpstr(dot_title(&figure, 2), ==, "A, 2003: 30 (rank 2)");
}

static void
test_the_smallest_has_rank_one_when_asked(void)
{
    g_auto(Figure) figure = FIGURE("bump", race, "x=year", "y=v", "color=n", "sort=y");

    g_assert_cmpstr(dot_title(&figure, 0), ==, "A, 2001: 10 (rank 2)");
    g_assert_cmpstr(dot_title(&figure, 1), ==, "A, 2002: 30 (rank 3)");
}

static void
test_ties_are_counted(void)
{
    g_auto(Figure) figure =
        FIGURE("bump", "n,x,v\nA,1,5\nB,1,5\nA,2,6\nB,2,7\n", "x=x", "y=v", "color=n");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "1 value equals the one ranked before; such ties stand in the order of the "
                    "data\n");
}

static void
test_lines_that_end_early_are_named_as_well(void)
{
    g_auto(Figure) figure = FIGURE("bump", race, "x=year", "y=v", "color=n");
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);

    g_assert_true(figure_has_text(&figure, "A"));
    g_assert_true(figure_has_text(&figure, "B"));
    g_assert_true(figure_has_text(&figure, "C"));
    g_assert_cmpstr(words, ==, "2001|2002|2003|A|B|C");
}

static void
test_bad_requests_are_refused(void)
{
    g_auto(Figure) sort = FIGURE("bump", race, "x=year", "y=v", "color=n", "sort=n");
    g_auto(Figure) gaps = FIGURE("bump", race, "x=year", "y=v", "color=n", "gaps=zero");
    g_auto(Figure) plain = FIGURE("bump", race, "x=year", "y=v");
    g_auto(Figure) twice = FIGURE("bump", "n,x,v\nA,1,5\nA,1,6\n", "x=x", "y=v", "color=n");

    g_assert_error(sort.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(gaps.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(plain.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(twice.error, CARTOUCHE_ERROR, ERROR_INPUT);
}

static void
test_gaps_break_lines_or_are_joined(void)
{
    const char *csv = "n,x,v\nA,1,5\nA,2,\nA,3,6\nB,1,1\nB,2,2\nB,3,3\n";
    g_auto(Figure) broken = FIGURE("bump", csv, "x=x", "y=v", "color=n");
    g_auto(Figure) joined = FIGURE("bump", csv, "x=x", "y=v", "color=n", "gaps=join");
    g_autoptr(GPtrArray) lines = figure_find(&broken, ROLE_MARKS, NODE_PATH);
    g_autoptr(GPtrArray) more = figure_find(&joined, ROLE_MARKS, NODE_PATH);

    g_assert_cmpuint(lines->len, ==, 1);
    g_assert_cmpuint(more->len, ==, 2);
}

static void
test_panels_and_texts_are_drawn(void)
{
    g_auto(Figure) panels =
        FIGURE("bump", "n,x,v,p\nA,one,5,P\nB,one,6,P\nA,two,5,Q\nB,two,4,Q\nA,one,3,Q\n", "x=x",
               "y=v", "color=n", "facet=p");
    g_autofree char *fault = figure_fault(&panels);

    g_assert_null(fault);
}

/* C is second in 2003 because B has no value, not because it overtook anybody. */
static void
test_ranks_beside_a_gap_are_explained(void)
{
    g_auto(Figure) figure = FIGURE("bump", race, "x=year", "y=v", "color=n");
    g_auto(Figure) german = FIGURE("bump", race, "x=year", "y=v", "color=n", "lang=de");
    g_auto(Figure) whole = FIGURE("bump", race, "x=year", "y=v", "color=n", "where=n != \"B\"");
    g_autofree char *remarks = figure_remarks(&figure);
    g_autofree char *footer = figure_texts(&whole, ROLE_FOOTER);

    g_assert_true(figure_has_text(
        &figure, "Note: Ranked among those with a figure in that period; without one: B 2003."));
    g_assert_true(figure_has_text(
        &german,
        "Anmerkung: Rangfolge jeweils unter denen mit einer Angabe; ohne Angabe: B 2003."));
    g_assert_nonnull(strstr(remarks, "1 value is missing; the others of the period are ranked"));
    g_assert_cmpstr(footer, ==, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bump/the-largest-has-rank-one", test_the_largest_has_rank_one);
    g_test_add_func("/bump/the-smallest-has-rank-one-when-asked",
                    test_the_smallest_has_rank_one_when_asked);
    g_test_add_func("/bump/ties-are-counted", test_ties_are_counted);
    g_test_add_func("/bump/lines-that-end-early-are-named-as-well",
                    test_lines_that_end_early_are_named_as_well);
    g_test_add_func("/bump/bad-requests-are-refused", test_bad_requests_are_refused);
    g_test_add_func("/bump/gaps-break-lines-or-are-joined", test_gaps_break_lines_or_are_joined);
    g_test_add_func("/bump/panels-and-texts-are-drawn", test_panels_and_texts_are_drawn);
    g_test_add_func("/bump/ranks-beside-a-gap-are-explained",
                    test_ranks_beside_a_gap_are_explained);
    return g_test_run();
}
