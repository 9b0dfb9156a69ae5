// What the check of a figure is told about it.
#include "charts/figure.h"

static const char shares[] = "place,share\nA,12\nB,30\nC,21\nOther,40\n";
static const char years[] = "year,kind,total\n2000,x,50\n2000,y,70\n2001,x,60\n2001,y,90\n";

static void
test_bars(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", shares, "x=place", "y=share", "title=T", "source=S", "orient=vertical");
    const LintFacts *facts = figure.facts;

    g_assert_cmpstr(facts->chart, ==, "bar");
    g_assert_cmpstr(facts->title, ==, "T");
    g_assert_null(facts->subtitle);
    g_assert_cmpstr(facts->source, ==, "S");
    g_assert_cmpint(facts->x.kind, ==, LINT_AXIS_CATEGORIES);
    g_assert_cmpint(facts->y.kind, ==, LINT_AXIS_NUMBERS);
    g_assert_true(facts->y.lengths && facts->y.measures && facts->y.says_something);
    g_assert_false(facts->x.lengths || facts->x.measures);
    g_assert_cmpfloat(facts->y.from, ==, 0);
    g_assert_cmpfloat(facts->least_text, ==, 12);
    g_assert_true(isnan(facts->y.least));
}

static void
test_categories(void)
{
    g_auto(Figure) figure = FIGURE("bar", shares, "x=place", "y=share");
    const LintFacts *facts = figure.facts;

    g_assert_cmpuint(facts->n_categories, ==, 4);
    g_assert_cmpstr(facts->categories[0].name, ==, "B");
    g_assert_cmpfloat(facts->categories[0].value, ==, 30);
    g_assert_false(facts->categories[0].leftover);
    g_assert_true(facts->categories[3].leftover);
    g_assert_false(facts->sorted_by_kind);
}

static void
test_sorted_on_purpose(void)
{
    g_auto(Figure) asked = FIGURE("bar", shares, "x=place", "y=share", "order=place=C,A,B");
    g_auto(Figure) months = FIGURE("bar", "month,n\nMar,2\nJan,3\nFeb,1\n", "x=month", "y=n");

    g_assert_true(asked.facts->sorted_by_kind);
    g_assert_true(months.facts->sorted_by_kind);
}

/* A pile counts as a whole. */
static void
test_piles(void)
{
    g_auto(Figure) figure = FIGURE("bar", years, "x=total", "y=kind", "color=year");
    const LintFacts *facts = figure.facts;

    g_assert_true(facts->x.lengths);
    g_assert_cmpuint(facts->n_categories, ==, 2);
    g_assert_cmpfloat(facts->categories[0].value, ==, 160);
    g_assert_cmpfloat(facts->categories[1].value, ==, 110);
    g_assert_cmpuint(facts->n_series, ==, 2);
    g_assert_cmpstr(facts->series[0].name, ==, "2000");
    g_assert_true(isnan(facts->series[0].end));
}

static void
test_lines(void)
{
    g_auto(Figure) figure =
        FIGURE("line", years, "x=year", "y=total", "color=kind", "preset=slide", "highlight=x");
    const LintFacts *facts = figure.facts;

    g_assert_false(facts->y.lengths);
    g_assert_cmpfloat(facts->y.least, ==, 50);
    g_assert_cmpuint(facts->n_series, ==, 2);
    for (guint i = 0; i < 2; i++) {
        gboolean x = strcmp(facts->series[i].name, "x") == 0;

        g_assert_cmpfloat(facts->series[i].end, ==, x ? 60 : 90);
        g_assert_cmpint(facts->series[i].muted, ==, !x);
    }
    g_assert_cmpfloat(facts->least_text, ==, 20);
    g_assert_cmpuint(facts->n_categories, ==, 0);
}

static void
test_others(void)
{
    g_auto(Figure) pie = FIGURE("pie", shares, "x=place", "y=share");
    g_auto(Figure) box =
        FIGURE("box", "k,v\na,1\na,2\na,3\na,4\na,5\nb,1\nb,2\nb,3\nb,7\nb,9\n", "x=v", "y=k");
    g_auto(Figure) log = FIGURE("line", years, "x=year", "y=mean(total)", "y-scale=log");

    g_assert_cmpuint(pie.facts->n_slices, ==, 4);
    g_assert_cmpint(pie.facts->x.kind, ==, LINT_AXIS_NONE);
    g_assert_false(box.facts->x.lengths);
    g_assert_cmpint(log.facts->y.kind, ==, LINT_AXIS_LOG);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/facts/bars", test_bars);
    g_test_add_func("/facts/categories", test_categories);
    g_test_add_func("/facts/sorted-on-purpose", test_sorted_on_purpose);
    g_test_add_func("/facts/piles", test_piles);
    g_test_add_func("/facts/lines", test_lines);
    g_test_add_func("/facts/others", test_others);
    return g_test_run();
}
