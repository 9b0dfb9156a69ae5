#include "figure.h"

#define ANSWERS "answer,share\nYes,61%\nNo,24.5%\nUndecided,14.5%\n"

/* How many cells a series has. */
static guint
cells_of(const Figure *figure, const char *series)
{
    g_autoptr(GPtrArray) groups = figure_find(figure, ROLE_MARKS, NODE_GROUP);
    guint count = 0;

    for (guint i = 0; i < groups->len; i++) {
        const SceneNode *group = groups->pdata[i];

        if (g_strcmp0(group->group.series, series) == 0)
            for (const SceneNode *node = group->group.first; node != NULL; node = node->next)
                count++;
    }
    return count;
}

static void
test_a_hundred_cells(void)
{
    g_auto(Figure) figure = FIGURE("waffle", ANSWERS, "x=answer", "y=share");
    g_autoptr(GPtrArray) cells = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS), *fault = figure_fault(&figure);

    g_assert_cmpuint(cells->len, ==, 100);
    g_assert_cmpuint(cells_of(&figure, "Yes"), ==, 61);
    g_assert_cmpuint(cells_of(&figure, "No"), ==, 25);
    g_assert_cmpuint(cells_of(&figure, "Undecided"), ==, 14);
    g_assert_cmpstr(words, ==, "Share. Each square: 1%|61.0%|Yes|24.5%|No|14.5%|Undecided");
    g_assert_cmpstr(fault, ==, NULL);
}

static void
test_cell_value(void)
{
    g_auto(Figure) figure =
        FIGURE("waffle", "n,v\na,47\nb,12\nc,1\n", "x=n", "y=v", "cell-value=5");
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS), *remarks = figure_remarks(&figure);

    g_assert_cmpuint(cells_of(&figure, "a"), ==, 10);
    g_assert_cmpuint(cells_of(&figure, "b"), ==, 2);
    g_assert_cmpuint(cells_of(&figure, "c"), ==, 0);
    g_assert_cmpstr(words, ==, "V. Each square: 5|47|a|12|b|1|c");
    g_assert_cmpstr(remarks, ==, "1 part is too small for a cell\n");
}

static void
test_facets(void)
{
    g_auto(Figure) figure =
        FIGURE("waffle", "c,p,v\nX,a,1\nX,b,3\nY,a,3\nY,b,2\n", "x=p", "y=v", "facet=c");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND), *fault = figure_fault(&figure);

    g_assert_cmpstr(key, ==, "b|a");
    g_assert_cmpuint(cells_of(&figure, "a"), ==, 25 + 60);
    g_assert_cmpstr(fault, ==, NULL);
}

static void
test_refusals(void)
{
    g_auto(Figure) under = FIGURE("waffle", "n,v\na,50%\nb,48.9%\n", "x=n", "y=v");
    g_auto(Figure) near = FIGURE("waffle", "n,v\na,50%\nb,49.1%\n", "x=n", "y=v");
    g_auto(Figure) over = FIGURE("waffle", "n,v\na,50%\nb,52%\n", "x=n", "y=v");
    g_auto(Figure) negative = FIGURE("waffle", "n,v\na,50\nb,-1\n", "x=n", "y=v");
    g_auto(Figure) many = FIGURE("waffle", "n,v\na,50\nb,1\n", "x=n", "y=v", "cell-value=0.01");
    g_auto(Figure) few = FIGURE("waffle", "n,v\na,50\nb,1\n", "x=n", "y=v", "cell-value=500");

    g_assert_error(under.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_no_error(near.error);
    g_assert_error(over.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(negative.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(many.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(few.error->message, ==,
                    "--cell-value: the parts fill no cells; choose a value that gives 1 to 1000");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/waffle/a-hundred-cells-by-largest-remainder", test_a_hundred_cells);
    g_test_add_func("/waffle/cells-of-a-value", test_cell_value);
    g_test_add_func("/waffle/facets-share-a-key", test_facets);
    g_test_add_func("/waffle/what-is-no-whole-is-refused", test_refusals);
    return g_test_run();
}
