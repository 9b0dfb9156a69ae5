#include "charts/parts.h"
#include "figure.h"

#define SEATS "party,seats\nB,20\nOther,30\nA,50\n"

/* The names of the marks in painting order. Caller frees. */
static char *
marks_of(const Figure *figure)
{
    g_autoptr(GPtrArray) nodes = figure_find(figure, ROLE_MARKS, NODE_GROUP);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->group.role == ROLE_MARK)
            g_string_append_printf(text, "%s%s", text->len > 0 ? "|" : "", node->group.title);
    }
    return g_string_free(text, FALSE);
}

static void
test_largest_first(void)
{
    g_auto(Figure) figure = FIGURE("pie", SEATS, "x=party", "y=seats");
    g_autofree char *marks = marks_of(&figure), *words = figure_texts(&figure, ROLE_LABELS);
    g_autofree char *fault = figure_fault(&figure);
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    const SceneNode *first = paths->pdata[0];

    g_assert_cmpstr(marks, ==, "A: 50|B: 20|Other: 30");
    g_assert_cmpstr(words, ==, "A|50%|B|20%|Other|30%");
    g_assert_cmpstr(fault, ==, NULL);
    /* Half of a circle from twelve o'clock clockwise. */
    g_assert_cmpfloat_with_epsilon(first->path.segments[0].p[0].x, 400, 1e-6);
    g_assert_cmpfloat_with_epsilon(first->path.segments[0].p[0].y, 16, 1e-6);
    g_assert_cmpfloat_with_epsilon(first->path.segments[2].p[2].x, 400, 1e-6);
    g_assert_cmpfloat_with_epsilon(first->path.segments[2].p[2].y, 484, 1e-6);
}

static void
test_color_or_x(void)
{
    g_auto(Figure) by_x = FIGURE("pie", SEATS, "x=party", "y=seats");
    g_auto(Figure) by_color = FIGURE("pie", SEATS, "color=party", "y=seats");
    g_auto(Figure) swapped = FIGURE("pie", SEATS, "y=party", "x=seats");
    g_autofree char *one = figure_texts(&by_x, ROLE_LABELS);
    g_autofree char *two = figure_texts(&by_color, ROLE_LABELS);
    g_autofree char *three = figure_texts(&swapped, ROLE_LABELS);

    g_assert_cmpstr(one, ==, two);
    g_assert_cmpstr(one, ==, three);
}

static void
test_donut_total(void)
{
    g_auto(Figure) figure = FIGURE("pie", SEATS, "x=party", "y=seats", "donut=on", "values=on");

    g_assert_true(figure_has_text(&figure, "100"));
    g_assert_true(figure_has_text(&figure, "Seats"));
    g_assert_true(figure_has_text(&figure, "30"));
}

/* Leaders and words stay off the pie, and leaders do not cross: the paths of labels run outside of
 * its circle. */
static void
test_leaders_stay_off_the_pie(void)
{
    static const char csv[] = "n,v\nLarge,1000\nSecond,90\nThird,8\nFourth,7\nFifth,6\nSixth,5\n";

    g_auto(Figure) figure = FIGURE("pie", csv, "x=n", "y=v", "width=400", "height=300");
    g_autoptr(GPtrArray) leaders = figure_find(&figure, ROLE_LABELS, NODE_PATH);
    g_autoptr(GPtrArray) slices = figure_find(&figure, ROLE_MARK, NODE_PATH);
    Rect box = { 1e6, 1e6, -1e6, -1e6 };
    Point centre;
    double radius;

    for (guint i = 0; i < slices->len; i++) {
        Rect slice = scene_node_bounds(slices->pdata[i]);
        double right = MAX(rect_right(box), rect_right(slice));
        double bottom = MAX(rect_bottom(box), rect_bottom(slice));

        box.x = MIN(box.x, slice.x);
        box.y = MIN(box.y, slice.y);
        box.width = right - box.x;
        box.height = bottom - box.y;
    }
    centre = (Point){ box.x + box.width / 2, box.y + box.height / 2 };
    radius = box.height / 2 - 1;
    g_assert_cmpuint(leaders->len, ==, 6);
    for (guint i = 0; i < leaders->len; i++) {
        const SceneNode *leader = leaders->pdata[i];

        for (guint k = 1; k < leader->path.n; k++)
            for (double at = 0; at <= 1; at += 0.05) {
                Point a = leader->path.segments[k - 1].p[0], b = leader->path.segments[k].p[0];

                g_assert_cmpfloat(
                    hypot(a.x + at * (b.x - a.x) - centre.x, a.y + at * (b.y - a.y) - centre.y), >,
                    radius);
            }
    }
}

/* A single slice has its words in its middle, two have them in theirs. */
static void
test_words_stand_at_the_poles(void)
{
    g_auto(Figure) figure = FIGURE("pie", "n,v\nleft,1\nright,1\n", "x=n", "y=v");
    g_autoptr(GPtrArray) texts = figure_find(&figure, ROLE_LABELS, NODE_TEXT);
    const SceneNode *first = texts->pdata[0];
    Rect box = scene_node_bounds(first);

    g_assert_cmpuint(texts->len, ==, 4);
    g_assert_cmpfloat(fabs(box.x + box.width / 2 - 400), >, 60);
    g_assert_cmpfloat(fabs(box.x + box.width / 2 - 400), <, 150);
    g_assert_cmpuint(first->text.subject, >, 0);
}

static void
test_small_slices_have_room(void)
{
    static const char csv[] = "n,v\nLarge,1000\nSecond,9\nThird,8\nFourth,7\nFifth,6\nSixth,5\n"
                              "A rather long name of a part,4\n";
    static const char *const sizes[][2] = { { "width=800", "height=500" },
                                            { "width=400", "height=300" },
                                            { "width=1280", "height=720" } };

    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_auto(Figure) figure = FIGURE("pie", csv, "x=n", "y=v", sizes[i][0], sizes[i][1]);
        g_autofree char *fault = figure_fault(&figure), *remarks = figure_remarks(&figure);

        g_assert_cmpstr(fault, ==, NULL);
        g_assert_cmpstr(remarks, ==, "");
        g_assert_true(figure_has_text(&figure, "96.2%"));
    }
}

static void
test_facets_share_a_key(void)
{
    g_auto(Figure) figure =
        FIGURE("pie", "c,p,v\nX,a,1\nX,b,3\nY,a,3\nY,b,2\n", "x=p", "y=v", "facet=c");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);

    g_assert_cmpstr(key, ==, "b|a");
    g_assert_cmpstr(words, ==, "75%|25%|40%|60%");
}

static void
test_refusals(void)
{
    static const struct {
        const char *csv, *text;
    } cases[] = {
        { "n,v\na,1\nb,-2\n", "-2 is negative, and pie shows parts of a whole; use bar" },
        { "n,v\na,50%\nb,40%\n",
          "the percentages in column \"v\" add to 90.0, not to 100; use bar, or add the missing "
          "part" },
        { "n,v\na,0\nb,0\n", "the parts in column \"v\" add to zero: there is nothing to divide" },
        { "n,v\na,1\na,2\n", "2 rows for n=a; say sum(v) or mean(v), or narrow with --where" },
        { "n,v\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\ng,1\nh,1\n",
          "a pie of 8 slices cannot be read (at most 7); use bar, keep the largest with --top, or "
          "narrow with --where" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Figure) figure = FIGURE("pie", cases[i].csv, "x=n", "y=v");

        g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_cmpstr(figure.error->message, ==, cases[i].text);
    }
}

static void
test_axes_are_refused(void)
{
    g_auto(Figure) axes = FIGURE("pie", SEATS, "x=party", "y=seats", "y-domain=0..10");
    g_auto(Figure) words = FIGURE("pie", SEATS, "x=party", "y=seats", "x-label=Party");
    g_auto(Figure) both = FIGURE("pie", "a,b,v\nx,y,1\n", "x=a", "color=b", "y=v");

    g_assert_error(axes.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(axes.error->message, ==, "--y-domain: pie has no axes");
    g_assert_error(words.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(both.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

static void
test_gaps_are_counted(void)
{
    g_auto(Figure) figure = FIGURE("pie", "n,v\na,4\nb,\nc,9\n,3\nd,0\n", "x=n", "y=v");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "1 row has no value in column \"n\" and is left out\n"
                    "1 row has no value in column \"v\" and is left out\n"
                    "1 part has the value 0 and no slice\n");
}

static void
test_apportion(void)
{
    static const double thirds[] = { 1, 1, 1 }, uneven[] = { 15.6, 15.5, 68.9 };
    guint units[3];

    parts_apportion(thirds, 3, 100, units);
    g_assert_cmpuint(units[0], ==, 34);
    g_assert_cmpuint(units[1], ==, 33);
    g_assert_cmpuint(units[2], ==, 33);
    parts_apportion(uneven, 3, 100, units);
    g_assert_cmpuint(units[0], ==, 16);
    g_assert_cmpuint(units[1], ==, 15);
    g_assert_cmpuint(units[2], ==, 69);
}

/* A third is 33.3 %, and one of three is written as 33.4: the figure says so. */
static void
test_shares_that_were_helped_are_noted(void)
{
    g_auto(Figure) thirds = FIGURE("pie", "k,v\na,1\nb,1\nc,1\n", "x=k", "y=v");
    g_auto(Figure) halves = FIGURE("pie", "k,v\na,1\nb,1\n", "x=k", "y=v");

    g_assert_true(figure_has_text(&thirds, "33.4%"));
    g_assert_true(figure_has_text(&thirds, "Note: Shares are rounded so that they add up to 100."));
    g_assert_false(
        figure_has_text(&halves, "Note: Shares are rounded so that they add up to 100."));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pie/largest-first-clockwise-from-twelve-leftovers-last", test_largest_first);
    g_test_add_func("/pie/parts-on-x-on-color-or-on-y", test_color_or_x);
    g_test_add_func("/pie/a-donut-says-the-total", test_donut_total);
    g_test_add_func("/pie/words-of-small-slices-never-overlap", test_small_slices_have_room);
    g_test_add_func("/pie/leaders-stay-off-the-pie", test_leaders_stay_off_the_pie);
    g_test_add_func("/pie/words-stand-at-the-poles", test_words_stand_at_the_poles);
    g_test_add_func("/pie/facets-share-a-key", test_facets_share_a_key);
    g_test_add_func("/pie/what-is-no-whole-is-refused", test_refusals);
    g_test_add_func("/pie/what-speaks-of-axes-is-refused", test_axes_are_refused);
    g_test_add_func("/pie/what-is-missing-is-counted", test_gaps_are_counted);
    g_test_add_func("/pie/largest-remainders-get-the-rest", test_apportion);
    g_test_add_func("/pie/shares-that-were-helped-are-noted",
                    test_shares_that_were_helped_are_noted);
    return g_test_run();
}
