#include "figure.h"

/* The example of the paper: a rectangle of 6 by 4. */
#define PAPER "n,v\na,6\nb,6\nc,4\nd,3\ne,2\nf,2\ng,1\n"

static GPtrArray *
tiles_of(const Figure *figure)
{
    return figure_find(figure, ROLE_MARKS, NODE_RECT);
}

static void
test_areas_are_values(void)
{
    static const double values[] = { 6, 6, 4, 3, 2, 2, 1 };
    g_auto(Figure) figure = FIGURE("treemap", PAPER, "x=n", "y=v", "values=off", "y-label=");
    g_autoptr(GPtrArray) tiles = tiles_of(&figure);
    double unit = 768.0 * 468 / 24;

    g_assert_cmpuint(tiles->len, ==, 7);
    for (guint i = 0; i < tiles->len; i++) {
        Rect rect = ((const SceneNode *)tiles->pdata[i])->rect.rect;

        /* A gap of one px lies between tiles. */
        g_assert_cmpfloat_with_epsilon((rect.width + 1) * (rect.height + 1), values[i] * unit,
                                       1e-6);
        for (guint k = 0; k < i; k++)
            g_assert_false(rect_intersects(rect, ((const SceneNode *)tiles->pdata[k])->rect.rect));
    }
}

static void
test_squares(void)
{
    g_auto(Figure) figure =
        FIGURE("treemap", PAPER, "x=n", "y=v", "width=632", "height=432", "values=off", "y-label=");
    g_autoptr(GPtrArray) tiles = tiles_of(&figure);
    Rect first = ((const SceneNode *)tiles->pdata[0])->rect.rect;
    Rect third = ((const SceneNode *)tiles->pdata[2])->rect.rect;

    /* The two sixes share the left half; four lies above two and one, as in the paper. */
    g_assert_cmpfloat_with_epsilon(first.width, 299, 1e-6);
    g_assert_cmpfloat_with_epsilon(first.height, 199, 1e-6);
    g_assert_cmpfloat_with_epsilon(third.width, 300 * 4 / 7.0 - 1, 1e-6);
    g_assert_cmpfloat_with_epsilon(third.height, 400 * 7 / 12.0 - 1, 1e-6);
}

static void
test_groups(void)
{
    g_auto(Figure) figure =
        FIGURE("treemap", "n,g,v\na,X,1\nb,Y,5\nc,X,2\nd,Y,4\n", "x=n", "y=v", "color=g");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND), *fault = figure_fault(&figure);
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);

    g_assert_cmpstr(key, ==, "Y|X");
    g_assert_cmpstr(words, ==, "V|b|5|d|4|c|2|a|1");
    g_assert_cmpstr(fault, ==, NULL);
}

static void
test_names_are_never_cut(void)
{
    g_auto(Figure) figure = FIGURE("treemap", "n,v\nUnbelievablylong,1\nOther name,400\n", "x=n",
                                   "y=v", "width=400", "height=300");
    g_autofree char *remarks = figure_remarks(&figure), *fault = figure_fault(&figure);

    g_assert_cmpstr(
        remarks, ==,
        "1 of 2 names has no room in the tiles and is left out; a larger figure would show more\n");
    g_assert_cmpstr(fault, ==, NULL);
}

/* A tile too low for its value still has its name; the value is missed in a note. */
static void
test_values_give_way_to_names(void)
{
    g_auto(Figure) figure = FIGURE("treemap", "n,v\nLow,1\nOther,19\n", "x=n", "y=v", "width=300",
                                   "height=400", "y-label=");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_true(figure_has_text(&figure, "Low"));
    g_assert_false(figure_has_text(&figure, "1"));
    g_assert_cmpstr(remarks, ==,
                    "1 of 2 values has no room in the marks and is left out; a larger figure would "
                    "show more\n");
}

static void
test_refusals(void)
{
    g_auto(Figure) negative = FIGURE("treemap", "n,v\na,50\nb,-1\n", "x=n", "y=v");
    g_auto(Figure) zero = FIGURE("treemap", "n,v\na,50\nb,0\n", "x=n", "y=v");
    g_autofree char *remarks = figure_remarks(&zero);

    g_assert_error(negative.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(remarks, ==, "1 part has the value 0 and no tile\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/treemap/areas-are-values", test_areas_are_values);
    g_test_add_func("/treemap/tiles-are-near-squares", test_squares);
    g_test_add_func("/treemap/groups-stand-together", test_groups);
    g_test_add_func("/treemap/names-are-never-cut", test_names_are_never_cut);
    g_test_add_func("/treemap/values-give-way-to-names", test_values_give_way_to_names);
    g_test_add_func("/treemap/what-has-no-area-is-refused-or-counted", test_refusals);
    return g_test_run();
}
