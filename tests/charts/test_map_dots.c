// Dots of one place do not cover each other.
#include "charts/figure.h"

/* The least distance between the middles of two dots, and how many dots there are. */
static double
least_distance(const Figure *figure, guint *ret_n)
{
    g_autoptr(GPtrArray) dots = figure_find(figure, ROLE_MARK, NODE_CIRCLE);
    double least = INFINITY;

    for (guint i = 0; i < dots->len; i++)
        for (guint k = 0; k < i; k++) {
            const SceneNode *a = dots->pdata[i], *b = dots->pdata[k];

            least = MIN(least, hypot(a->circle.centre.x - b->circle.centre.x,
                                     a->circle.centre.y - b->circle.centre.y));
        }
    *ret_n = dots->len;
    return least;
}

static double
radius_of(const Figure *figure)
{
    g_autoptr(GPtrArray) dots = figure_find(figure, ROLE_MARK, NODE_CIRCLE);

    return ((const SceneNode *)dots->pdata[0])->circle.radius;
}

static void
test_squares(void)
{
    g_auto(Figure) figure =
        FIGURE("map", "where\nLaos\nHanoi\nLaos\nLA\nlaos\nLAO\n", "place=where");
    g_autofree char *texts = figure_texts(&figure, ROLE_LABELS);
    guint n;

    g_assert_cmpfloat(least_distance(&figure, &n), >, 2 * radius_of(&figure));
    g_assert_cmpuint(n, ==, 6);
    /* Five dots have one name. */
    g_assert_cmpstr(texts, ==, "Laos|Hanoi");
}

/* Each has its year, and the place its name; one alone among them, too. */
static void
test_years(void)
{
    g_auto(Figure) figure = FIGURE("map", "where,when\nLaos,2001\nHanoi,2002\nLaos,2003\n",
                                   "place=where", "label=when");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    const SceneNode *first, *third;

    g_assert_cmpuint(dots->len, ==, 3);
    first = dots->pdata[0];
    third = dots->pdata[2];
    g_assert_cmpfloat(first->circle.centre.y, ==, third->circle.centre.y);
    g_assert_cmpfloat(third->circle.centre.x - first->circle.centre.x, >, 2 * radius_of(&figure));
    g_assert_true(figure_has_text(&figure, "Laos") && figure_has_text(&figure, "Hanoi"));
    g_assert_true(figure_has_text(&figure, "\u201901") && figure_has_text(&figure, "\u201902") &&
                  figure_has_text(&figure, "\u201903"));
    g_assert_cmpuint(report_length(figure.report), ==, 0);
}

/* Where groups would meet their dots are small, and the words are counted. */
static void
test_no_room(void)
{
    g_autoptr(GString) csv = g_string_new("where,when\n");
    g_autofree char *remarks = NULL;
    Figure figure;
    guint n;

    for (guint i = 0; i < 12; i++)
        g_string_append_printf(csv, "Laos,%u\nHanoi,%u\nBangkok,%u\n", 2001 + i, 2001 + i,
                               2001 + i);
    figure = FIGURE("map", csv->str, "place=where", "label=when", "width=300", "height=200");
    remarks = figure_remarks(&figure);
    g_assert_nonnull(strstr(remarks, "labels have no room at the dots"));
    g_assert_cmpfloat(least_distance(&figure, &n), >, 2 * radius_of(&figure));
    g_assert_cmpuint(n, ==, 36);
    g_assert_cmpfloat(radius_of(&figure), ==, 3.5);
    figure_clear(&figure);
}

/* Circles of different sizes lie on each other, the small ones on top. */
static void
test_circles_stay(void)
{
    g_auto(Figure) figure =
        FIGURE("map", "where,n\nLaos,2\nLaos,9\n", "place=where", "size=n", "legend=none");
    guint n;

    g_assert_cmpfloat(least_distance(&figure, &n), ==, 0);
}

/* Land is grey: what is left by --highlight can still be seen on it. */
static void
test_muted(void)
{
    static const char *const names[] = { "light", "dark", "print", "slide" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const Theme *theme = theme_find(names[i]);
        g_autofree char *option = g_strdup_printf("theme=%s", names[i]);
        g_auto(Figure) figure =
            FIGURE("map", "where\nLaos\nHanoi\n", "place=where", "highlight=Laos", option);
        g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
        Color muted;

        g_assert_cmpuint(dots->len, ==, 2);
        muted = ((const SceneNode *)dots->pdata[1])->fill;
        g_assert_false(color_equal(muted, ((const SceneNode *)dots->pdata[0])->fill));
        g_assert_cmpfloat(color_contrast(muted, theme->land), >=, 2);
        g_assert_cmpfloat(color_contrast(muted, theme->background), >=, 3);
    }
}

/* A circle lets through what lies below; its rim does not, and can be seen on other circles. */
static void
test_rims(void)
{
    g_auto(Figure) figure = FIGURE("map", "where,n\nLaos,5\n", "place=where", "size=n");
    g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    const SceneNode *circle;

    g_assert_cmpuint(circles->len, ==, 1);
    circle = circles->pdata[0];
    g_assert_cmpuint(circle->fill.a, <, 255);
    g_assert_cmpuint(circle->stroke.color.a, ==, 255);
    g_assert_cmpfloat(color_contrast(circle->stroke.color, circle->fill), >, 1.3);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/map-dots/squares", test_squares);
    g_test_add_func("/map-dots/years", test_years);
    g_test_add_func("/map-dots/no-room", test_no_room);
    g_test_add_func("/map-dots/circles-stay", test_circles_stay);
    g_test_add_func("/map-dots/muted", test_muted);
    g_test_add_func("/map-dots/rims", test_rims);
    return g_test_run();
}
