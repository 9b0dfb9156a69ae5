#include "charts/figure.h"

/* One country trades a thousand times what the other does. */
#define TRADE                                                                  \
    "country,flow,t,total\n"                                                   \
    "Laos,Exports,0,1\nLaos,Exports,4,3\nLaos,Imports,0,2\nLaos,Imports,4,4\n" \
    "China,Exports,0,1000\nChina,Exports,8,3000\n"                             \
    "China,Imports,0,2000\nChina,Imports,8,4000\n"

static char *
axis_words(const Figure *figure)
{
    g_autoptr(GPtrArray) panels = g_ptr_array_new();
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    GString *words = g_string_new(NULL);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];
        g_autoptr(GPtrArray) texts = g_ptr_array_new();

        if (node->kind != NODE_GROUP || node->group.role != ROLE_PANEL)
            continue;
        figure_append_role(node->group.first, ROLE_LABELS, FALSE, NODE_TEXT, texts);
        g_string_append(words, words->len > 0 ? "\n" : "");
        for (guint k = 0; k < texts->len; k++)
            g_string_append_printf(words, "%s%s", k > 0 ? " " : "",
                                   ((SceneNode *)texts->pdata[k])->text.text);
    }
    return g_string_free(words, FALSE);
}

static void
assert_words(const Figure *figure, const char *expected)
{
    g_autofree char *words = axis_words(figure), *fault = figure_fault(figure);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpstr(words, ==, expected);
}

#define LINE(...)                                                                         \
    FIGURE("line", TRADE, "x=t", "y=total", "color=flow", "facet=country", "legend=none", \
           "y-ticks=3", "x-ticks=2", __VA_ARGS__)

static void
test_shared(void)
{
    g_auto(Figure) figure = LINE("width=800");

    assert_words(&figure, "0 2000 4000 0 4 8\n0 4 8");
}

static void
test_each_panel(void)
{
    g_auto(Figure) y = LINE("free-scales=y");
    g_auto(Figure) both = LINE("free-scales=on");
    g_auto(Figure) x = LINE("free-scales=x");

    assert_words(&y, "0 2 4 0 4 8\n0 2000 4000 0 4 8");
    assert_words(&x, "0 2000 4000 0 4\n0 4 8");
    assert_words(&both, "0 2 4 0 4\n0 2000 4000 0 4 8");
}

/* In a grid a row shares y, and a column x. */
static void
test_grid(void)
{
    g_auto(Figure) figure =
        FIGURE("line", TRADE, "x=t", "y=total", "facet=flow", "facet-rows=country", "y-ticks=3",
               "x-ticks=2", "free-scales=on");

    assert_words(&figure, "0 2 4\n\n0 2000 4000 0 4 8\n0 4 8");
}

/* What is the same in all panels is drawn once. */
static void
test_equal_scales_are_shared(void)
{
    g_auto(Figure) figure = FIGURE("line", "x,y,g\n1,1,a\n5,9,a\n1,9,b\n5,1,b\n", "x=x", "y=y",
                                   "facet=g", "free-scales=on", "y-ticks=3", "x-ticks=2");

    assert_words(&figure, "0 5 10 2 4\n2 4");
}

/* A title said once must hold for all: with millions in one panel each label says so. */
static void
test_millions(void)
{
    g_auto(Figure) figure = FIGURE("line", "x,y,g\n1,1000000,a\n5,4000000,a\n1,1,b\n5,4,b\n", "x=x",
                                   "y=y", "facet=g", "free-scales=y", "y-ticks=3", "x-ticks=2");

    assert_words(&figure, "0 2m 4m 2 4\n0 2 4 2 4");
}

static void
test_names(void)
{
    g_auto(Figure) figure = FIGURE("bar", "n,v,g\nred,4,a\nblue,2,a\ngreen,3,b\nblue,1,b\n", "x=v",
                                   "y=n", "facet=g", "free-scales=y", "values=off", "x-ticks=2");

    /* Each panel has its own names; bars are as thick as in the other. */
    assert_words(&figure, "red blue 0 4\nblue green 0 4");
}

/* Lengths that cannot be compared have their axes, though their values stand at them. */
static void
test_bars_show_their_axes(void)
{
    g_auto(Figure) shared =
        FIGURE("bar", "n,v,g\nred,4,a\nblue,2,a\nred,300,b\n", "x=v", "y=n", "facet=g");
    g_auto(Figure) own = FIGURE("bar", "n,v,g\nred,4,a\nblue,2,a\nred,300,b\n", "x=v", "y=n",
                                "facet=g", "free-scales=x");

    assert_words(&shared, "red blue 4 2\n300");
    assert_words(&own, "red blue 0 1 2 3 4 4 2\n0 100 200 300 300");
}

static void
test_ends_that_were_given_stay(void)
{
    g_auto(Figure) half = LINE("free-scales=y", "y-domain=-10..");
    g_auto(Figure) both = LINE("free-scales=y", "y-domain=0..10");

    assert_words(&half, "−10 −5 0 5 0 4 8\n0 2000 4000 0 4 8");
    g_assert_nonnull(both.error);
    g_assert_cmpstr(both.error->message, ==,
                    "--free-scales: --y-domain fixes both ends of the axis in every panel");
}

static void
test_refused_where_values_do_not_decide(void)
{
    g_auto(Figure) figure = FIGURE("area", TRADE, "x=t", "y=total", "color=flow", "facet=country",
                                   "stack=normalize", "free-scales=y");

    g_assert_nonnull(figure.error);
    g_assert_cmpstr(figure.error->message, ==,
                    "--free-scales=y: the y axis of this figure cannot differ from panel to panel");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/free-scales/shared-axes-are-drawn-once", test_shared);
    g_test_add_func("/free-scales/each-panel-has-its-own", test_each_panel);
    g_test_add_func("/free-scales/rows-and-columns-of-a-grid", test_grid);
    g_test_add_func("/free-scales/equal-scales-are-shared", test_equal_scales_are_shared);
    g_test_add_func("/free-scales/millions-stand-on-the-labels", test_millions);
    g_test_add_func("/free-scales/only-the-names-that-are-there", test_names);
    g_test_add_func("/free-scales/bars-show-their-axes", test_bars_show_their_axes);
    g_test_add_func("/free-scales/given-ends-stay", test_ends_that_were_given_stay);
    g_test_add_func("/free-scales/refused-where-values-do-not-decide",
                    test_refused_where_values_do_not_decide);
    return g_test_run();
}
