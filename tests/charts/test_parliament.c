#include "figure.h"

#define SEATS "party,seats\nLeft,30\nMiddle,50\nRight,40\n"

static void
test_wedges(void)
{
    g_auto(Figure) figure = FIGURE("parliament", SEATS, "x=party", "y=seats");
    g_autoptr(GPtrArray) seats = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    const SceneNode *first = seats->pdata[0], *last = seats->pdata[119];
    double before = -G_MAXDOUBLE, base = first->circle.centre.y;

    g_assert_cmpuint(seats->len, ==, 120);
    g_assert_cmpfloat_with_epsilon(last->circle.centre.y, base, 1e-6);
    /* Left and right of the middle of the page, and always onwards by angle. */
    g_assert_cmpfloat_with_epsilon(400 - first->circle.centre.x, last->circle.centre.x - 400, 200);
    for (guint i = 0; i < seats->len; i++) {
        const SceneNode *seat = seats->pdata[i];
        double angle = atan2(base - seat->circle.centre.y, seat->circle.centre.x - 400);

        g_assert_cmpfloat(-angle, >=, before - 1e-6);
        before = -angle;
    }
}

static void
test_no_seats_overlap(void)
{
    static const char *const counts[] = { "1", "2", "5", "17", "100", "435", "709", "1500" };

    for (guint k = 0; k < G_N_ELEMENTS(counts); k++) {
        g_autofree char *csv = g_strdup_printf("party,seats\nOnly,%s\n", counts[k]);
        g_auto(Figure) figure = FIGURE("parliament", csv, "x=party", "y=seats");
        g_autoptr(GPtrArray) seats = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
        g_autofree char *fault = figure_fault(&figure);

        g_assert_cmpstr(fault, ==, NULL);
        g_assert_cmpuint(seats->len, ==, (guint)g_ascii_strtoull(counts[k], NULL, 10));
        for (guint i = 0; i < seats->len; i++)
            for (guint j = 0; j < i; j++) {
                const SceneNode *a = seats->pdata[i], *b = seats->pdata[j];

                g_assert_cmpfloat(hypot(a->circle.centre.x - b->circle.centre.x,
                                        a->circle.centre.y - b->circle.centre.y),
                                  >, 2 * a->circle.radius);
            }
    }
}

static void
test_words(void)
{
    g_auto(Figure) figure = FIGURE("parliament", SEATS, "x=party", "y=seats");
    g_auto(Figure) sorted = FIGURE("parliament", SEATS, "x=party", "y=seats", "sort=-value");
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);
    g_autofree char *by_size = figure_texts(&sorted, ROLE_LABELS);

    g_assert_cmpstr(words, ==, "30|Left|50|Middle|40|Right|120|Seats");
    g_assert_cmpstr(by_size, ==, "50|Middle|40|Right|30|Left|120|Seats");
}

static void
test_refusals(void)
{
    g_auto(Figure) part = FIGURE("parliament", "n,v\na,1.5\n", "x=n", "y=v");
    g_auto(Figure) many = FIGURE("parliament", "n,v\na,1501\n", "x=n", "y=v");

    g_assert_error(part.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(many.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(many.error->message, ==,
                    "1501 seats are more than an arc can show (at most 1500); use bar");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/parliament/parties-are-wedges-from-left-to-right", test_wedges);
    g_test_add_func("/parliament/no-seats-overlap", test_no_seats_overlap);
    g_test_add_func("/parliament/names-and-counts-in-the-order-of-the-seats", test_words);
    g_test_add_func("/parliament/what-cannot-be-seated-is-refused", test_refusals);
    return g_test_run();
}
