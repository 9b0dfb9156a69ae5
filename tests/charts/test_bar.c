#include "charts/figure.h"

static const char *const poll = "option,percent\n"
                                "Sanctions,12.5\n"
                                "Talks,61\n"
                                "Other,19\n"
                                "Aid,7.5\n";

/* The texts of the category axis: labels of bars that lie come before their values. */
static double
text_y(const Figure *figure, const char *words)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_TEXT && strcmp(node->text.text, words) == 0)
            return node->text.at.y;
    }
    g_assert_not_reached();
}

static double
text_x(const Figure *figure, const char *words)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_TEXT && strcmp(node->text.text, words) == 0)
            return node->text.at.x;
    }
    g_assert_not_reached();
}

static void
test_values_are_sorted_and_other_is_last(void)
{
    g_auto(Figure) figure = FIGURE("bar", poll, "x=percent", "y=option");

    g_assert_cmpfloat(text_y(&figure, "Talks"), <, text_y(&figure, "Sanctions"));
    g_assert_cmpfloat(text_y(&figure, "Sanctions"), <, text_y(&figure, "Aid"));
    g_assert_cmpfloat(text_y(&figure, "Aid"), <, text_y(&figure, "Other"));
    g_assert_true(figure_has_text(&figure, "61.0%"));
    g_assert_true(figure_has_text(&figure, "7.5%"));
}

static void
test_the_order_can_be_asked_for(void)
{
    g_auto(Figure) data = FIGURE("bar", poll, "x=percent", "y=option", "sort=data");
    g_auto(Figure) own = FIGURE("bar", poll, "x=percent", "y=option", "order=option=Aid,Talks");
    g_auto(Figure) apart = FIGURE("bar", poll, "x=percent", "y=option", "apart=Talks");

    g_assert_cmpfloat(text_y(&data, "Sanctions"), <, text_y(&data, "Talks"));
    g_assert_cmpfloat(text_y(&data, "Other"), <, text_y(&data, "Aid"));
    g_assert_cmpfloat(text_y(&own, "Aid"), <, text_y(&own, "Talks"));
    g_assert_cmpfloat(text_y(&own, "Talks"), <, text_y(&own, "Sanctions"));
    g_assert_cmpfloat(text_y(&apart, "Other"), <, text_y(&apart, "Talks"));
}

static void
test_months_stand_in_their_order(void)
{
    g_auto(Figure) figure = FIGURE("bar", "month,n\nMar,1\nJan,2\nFeb,9\n", "x=month", "y=n");

    g_assert_cmpfloat(text_x(&figure, "Jan"), <, text_x(&figure, "Feb"));
    g_assert_cmpfloat(text_x(&figure, "Feb"), <, text_x(&figure, "Mar"));
}

/* Heights are as 30 to 50: the bars begin at zero although no value is near it. */
static void
test_zero_is_in_the_domain(void)
{
    g_auto(Figure) figure = FIGURE("bar", "a,n\nx,3000\ny,5000\n", "x=a", "y=n", "values=off");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    const SceneNode *first, *second;

    g_assert_cmpuint(bars->len, ==, 2);
    first = bars->pdata[0];
    second = bars->pdata[1];
    g_assert_true(figure_has_text(&figure, "0"));
    g_assert_cmpfloat_with_epsilon(MIN(first->rect.rect.height, second->rect.rect.height) /
                                       MAX(first->rect.rect.height, second->rect.rect.height),
                                   0.6, 1e-3);
}

static void
test_negative_bars_hang_from_zero(void)
{
    g_auto(Figure) figure = FIGURE("bar", "a,n\nx,-30\ny,30\n", "x=a", "y=n", "values=off");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    const SceneNode *down = bars->pdata[0], *up = bars->pdata[1];

    g_assert_cmpfloat_with_epsilon(down->rect.rect.y, rect_bottom(up->rect.rect), 0.02);
    g_assert_cmpfloat_with_epsilon(down->rect.rect.height, up->rect.rect.height, 0.02);
}

static void
test_an_absent_year_is_an_empty_slot(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", "year,n\n2001,5\n2002,5\n2003,5\n2005,5\n", "x=year", "y=n");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    double x[4];

    g_assert_cmpuint(bars->len, ==, 4);
    for (guint i = 0; i < 4; i++)
        x[i] = ((const SceneNode *)bars->pdata[i])->rect.rect.x;
    g_assert_cmpfloat_with_epsilon(x[3] - x[2], 2 * (x[1] - x[0]), 0.03);
}

static void
test_parts_are_piled_up(void)
{
    g_auto(Figure) figure = FIGURE("bar", "year,a,b\n2001,10,20\n2002,30,10\n2003,5,5\n", "x=year",
                                   "y=a,b", "values=off");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    const SceneNode *low, *high;

    g_assert_cmpuint(bars->len, ==, 6);
    g_assert_cmpstr(key, ==, "A|B");
    low = bars->pdata[0];
    high = bars->pdata[1];
    if (low->rect.rect.x != high->rect.rect.x)
        high = bars->pdata[3];
    g_assert_cmpfloat(low->rect.rect.x, ==, high->rect.rect.x);
    /* The second stands on the first; a hair of air keeps them apart. */
    g_assert_cmpfloat_with_epsilon(rect_bottom(high->rect.rect), low->rect.rect.y, 1.01);
}

static void
test_stack_none_stands_side_by_side(void)
{
    g_auto(Figure) figure = FIGURE("bar", "year,a,b\n2001,10,20\n2002,30,10\n2003,5,5\n", "x=year",
                                   "y=a,b", "values=off", "stack=none");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 6);
    for (guint i = 0; i < bars->len; i++)
        for (guint k = 0; k < i; k++)
            g_assert_false(rect_intersects(((const SceneNode *)bars->pdata[i])->rect.rect,
                                           ((const SceneNode *)bars->pdata[k])->rect.rect));
}

/* Means do not add up, so they are never piled. */
static void
test_means_are_not_piled(void)
{
    const char *csv = "year,group,n\n2001,a,1\n2001,b,2\n2002,a,3\n2002,b,4\n";
    g_auto(Figure) figure = FIGURE("bar", csv, "x=year", "y=mean(n)", "color=group", "values=off");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 4);
    for (guint i = 0; i < bars->len; i++)
        for (guint k = 0; k < i; k++)
            g_assert_false(rect_intersects(((const SceneNode *)bars->pdata[i])->rect.rect,
                                           ((const SceneNode *)bars->pdata[k])->rect.rect));
}

static void
test_several_rows_a_mark_are_refused(void)
{
    g_autoptr(GString) csv = g_string_new("partner,year,total\nJapan,1999,1\n");
    g_auto(Figure) figure = { 0 };

    for (guint year = 0; year < 21; year++)
        g_string_append_printf(csv, "Thailand,%u,%u\n", 1995 + year, year);
    figure = FIGURE("bar", csv->str, "x=partner", "y=total");
    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(figure.error->message, ==,
                    "21 rows for partner=Thailand; say sum(total) or mean(total), or narrow with "
                    "--where");
    g_assert_cmpuint(error_where(figure.error).line, ==, 4);
}

static void
assert_refused(const char *csv, const char *const *options, const char *message)
{
    g_auto(Figure) figure = figure_draw("bar", csv, options);

    g_assert_nonnull(figure.error);
    g_assert_cmpstr(figure.error->message, ==, message);
}

#define REFUSED(csv, message, ...) \
    assert_refused(csv, (const char *const[]){ __VA_ARGS__, NULL }, message)

static void
test_what_cannot_be_drawn_is_refused(void)
{
    REFUSED("a,n\nx,0\ny,5\n", "a log scale cannot show the value 0 or less in column \"n\"", "x=a",
            "y=n", "y-scale=log");
    REFUSED("a,n,m\nx,,1\ny,,2\n", "--y: column \"n\" has no values", "x=a", "y=n");
    REFUSED("a,n\nx,1\ny,2\n", "--stack normalize needs parts: --color, or several columns", "x=a",
            "y=n", "stack=normalize");
    REFUSED("a,n,c\nx,-1,k\ny,-2,k\n",
            "column \"n\" has no shares to draw: wherever it has values, one is missing or "
            "negative, or all are zero",
            "x=a", "y=n", "color=c", "stack=normalize");
    REFUSED("a,b\nx,p\ny,q\n",
            "bar needs a column of numbers on --x or --y: \"a\" is text and \"b\" is text; "
            "count() counts rows",
            "x=a", "y=b");
}

static void
test_one_row_is_a_figure(void)
{
    g_auto(Figure) figure = FIGURE("bar", "a,n\nx,42\n", "x=a", "y=n");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 1);
    g_assert_true(figure_has_text(&figure, "42"));
}

static char *
many_categories(guint n)
{
    GString *csv = g_string_new("country,n\n");

    for (guint i = 0; i < n; i++)
        g_string_append_printf(csv, "Country number %u,%u\n", i, 1000 - i);
    return g_string_free(csv, FALSE);
}

static void
test_many_bars_make_the_figure_higher(void)
{
    g_autofree char *csv = many_categories(40);
    g_auto(Figure) grown = FIGURE("bar", csv, "x=n", "y=country");
    g_auto(Figure) fixed = FIGURE("bar", csv, "x=n", "y=country", "height=300");
    g_auto(Figure) preset = FIGURE("bar", csv, "x=n", "y=country", "preset=article");

    g_assert_cmpfloat(grown.scene->size.height, >, 800);
    g_assert_cmpfloat(grown.scene->size.width, ==, 800);
    g_assert_true(figure_has_text(&grown, "Country number 39"));
    g_assert_cmpfloat(fixed.scene->size.height, ==, 300);
    g_assert_cmpfloat(preset.scene->size.height, ==, 500);
}

static void
test_bars_lie_when_names_are_long(void)
{
    g_autofree char *few = many_categories(3), *many = many_categories(12);
    g_auto(Figure) stands = FIGURE("bar", few, "x=country", "y=n", "values=off");
    g_auto(Figure) lies = FIGURE("bar", many, "x=country", "y=n", "values=off");
    g_auto(Figure) asked = FIGURE("bar", many, "x=country", "y=n", "values=off", "orient=vertical");

    g_assert_cmpfloat(text_x(&stands, "Country number 0"), !=, text_x(&stands, "Country number 1"));
    g_assert_cmpfloat(text_x(&lies, "Country number 0"), ==, text_x(&lies, "Country number 1"));
    g_assert_nonnull(asked.scene);
}

static void
test_what_is_not_highlighted_is_grey(void)
{
    g_auto(Figure) figure = FIGURE("bar", poll, "x=percent", "y=option", "highlight=Talks");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    guint grey = 0;

    for (guint i = 0; i < bars->len; i++)
        grey += color_equal(((const SceneNode *)bars->pdata[i])->fill, theme_find("light")->muted)
                    ? 1
                    : 0;
    g_assert_cmpuint(bars->len, ==, 4);
    g_assert_cmpuint(grey, ==, 3);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bar/values-are-sorted-and-other-is-last",
                    test_values_are_sorted_and_other_is_last);
    g_test_add_func("/bar/the-order-can-be-asked-for", test_the_order_can_be_asked_for);
    g_test_add_func("/bar/months-stand-in-their-order", test_months_stand_in_their_order);
    g_test_add_func("/bar/zero-is-in-the-domain", test_zero_is_in_the_domain);
    g_test_add_func("/bar/negative-bars-hang-from-zero", test_negative_bars_hang_from_zero);
    g_test_add_func("/bar/an-absent-year-is-an-empty-slot", test_an_absent_year_is_an_empty_slot);
    g_test_add_func("/bar/parts-are-piled-up", test_parts_are_piled_up);
    g_test_add_func("/bar/stack-none-stands-side-by-side", test_stack_none_stands_side_by_side);
    g_test_add_func("/bar/means-are-not-piled", test_means_are_not_piled);
    g_test_add_func("/bar/several-rows-a-mark-are-refused", test_several_rows_a_mark_are_refused);
    g_test_add_func("/bar/what-cannot-be-drawn-is-refused", test_what_cannot_be_drawn_is_refused);
    g_test_add_func("/bar/one-row-is-a-figure", test_one_row_is_a_figure);
    g_test_add_func("/bar/many-bars-make-the-figure-higher", test_many_bars_make_the_figure_higher);
    g_test_add_func("/bar/bars-lie-when-names-are-long", test_bars_lie_when_names_are_long);
    g_test_add_func("/bar/what-is-not-highlighted-is-grey", test_what_is_not_highlighted_is_grey);
    return g_test_run();
}
