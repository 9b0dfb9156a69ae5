#include "mark/figure.h"

/* Four bands of 25 px with a fifth of gap. */
static MarkPage
bar_page(gboolean upright)
{
    MarkPage page = mark_page();
    Scale band = scale_band(4, 0.2);

    band.from = upright ? 10 : 20;
    band.to = upright ? 110 : 120;
    *(upright ? &page.x : &page.y) = band;
    return page;
}

#define BAR(...)                       \
    (Layer)                            \
    {                                  \
        .type = &mark_bar, __VA_ARGS__ \
    }

static void
test_bars_stand_in_their_bands(void)
{
    MarkPage page = bar_page(TRUE);
    double x[] = { 0, 3, 1 }, y[] = { 5, 10, NAN }, zero[3] = { 0 };
    guint zeros[3] = { 0 };
    gint64 rows[] = { 1, 2, 3 };
    const char *titles[] = { "one: 5", "four: 10", NULL };

    assert_mark(&page,
                &BAR(.n = 3, .x = x, .y = y, .y0 = zero, .series = zeros, .panel = zeros,
                     .rows = rows, .titles = titles, .upright = TRUE),
                "group mark title \"one: 5\" series \"A\" row 1\n"
                "  rect 12.5 70 20 50 fill #a00000\n"
                "group mark title \"four: 10\" series \"A\" row 2\n"
                "  rect 87.5 20 20 100 fill #a00000\n");
}

static void
test_bars_lie_in_their_bands(void)
{
    MarkPage page = bar_page(FALSE);
    double x[] = { 5, -3 }, y[] = { 0, 1 }, zero[2] = { 0 };
    guint zeros[2] = { 0 };

    page.x = scale_continuous(SCALE_LINEAR, -5, 5);
    page.x.from = 10;
    page.x.to = 110;
    assert_mark(&page, &BAR(.n = 2, .x = x, .x0 = zero, .y = y, .series = zeros, .panel = zeros),
                "group mark series \"A\"\n"
                "  rect 60 22.5 50 20 fill #a00000\n"
                "group mark series \"A\"\n"
                "  rect 30 47.5 30 20 fill #a00000\n");
}

static void
test_bars_are_clipped_to_the_panel(void)
{
    MarkPage page = bar_page(TRUE);
    double x[] = { 0, 1 }, y[] = { 15, -5 }, zero[2] = { 0 };
    guint zeros[2] = { 0 };

    /* What lies outside altogether leaves nothing behind. */
    assert_mark(
        &page,
        &BAR(.n = 2, .x = x, .y = y, .y0 = zero, .series = zeros, .panel = zeros, .upright = TRUE),
        "group mark series \"A\"\n"
        "  rect 12.5 20 20 100 fill #a00000\n");
}

/* Two slots of 10 px, with a hair of air between. */
static void
test_bars_stand_side_by_side(void)
{
    MarkPage page = bar_page(TRUE);
    double x[] = { 0, 0 }, y[] = { 5, 10 }, zero[2] = { 0 };
    guint zeros[2] = { 0 }, series[] = { 0, 1 };

    assert_mark(&page,
                &BAR(.n = 2, .x = x, .y = y, .y0 = zero, .series = series, .panel = zeros,
                     .slot = series, .n_slots = 2, .upright = TRUE),
                "group mark series \"A\"\n"
                "  rect 13 70 9 50 fill #a00000\n"
                "group mark series \"B\"\n"
                "  rect 23 20 9 100 fill #0000b1\n");
}

static void
test_a_cap_keeps_bars_slim(void)
{
    MarkPage page = bar_page(TRUE);
    double x[] = { 0 }, y[] = { 5 }, zero[1] = { 0 };
    guint zeros[1] = { 0 };

    assert_mark(&page,
                &BAR(.n = 1, .x = x, .y = y, .y0 = zero, .series = zeros, .panel = zeros,
                     .upright = TRUE, .cap = 8),
                "group mark series \"A\"\n"
                "  rect 18.5 70 8 50 fill #a00000\n");
}

/* Letters of 13 px: 6.5 wide, 9.75 above and 3.25 below the baseline. */
static void
test_values_stand_beyond_the_ends(void)
{
    MarkPage page = bar_page(FALSE);
    double x[] = { 5, 2 }, y[] = { 0, 1 }, zero[2] = { 0 };
    guint zeros[2] = { 0 };
    const char *labels[] = { "5", NULL };

    page.labels = TRUE;
    assert_mark(
        &page,
        &BAR(.n = 2, .x = x, .x0 = zero, .y = y, .series = zeros, .panel = zeros, .labels = labels),
        "group mark series \"A\"\n"
        "  rect 10 22.5 50 20 fill #a00000\n"
        "group mark series \"A\"\n"
        "  rect 10 47.5 20 20 fill #a00000\n"
        "group labels\n"
        "  text 65 35.75 \"5\" 13 fill #1b232d extents 6.5 9.75 3.25 16.25\n");
}

/* The first part is 49 px long and takes 40 px of letters and air; the second is too short. */
static void
test_values_stand_inside_only_where_they_fit(void)
{
    MarkPage page = bar_page(FALSE);
    double x[] = { 5, 8 }, low[] = { 0, 5 }, y[] = { 0, 0 };
    guint zeros[2] = { 0 }, series[] = { 0, 1 };
    const char *labels[] = { "50000", "30000" };
    g_autofree char *text = NULL;

    page.labels = TRUE;
    text = mark_page_draw(&page, &BAR(.n = 2, .x = x, .x0 = low, .y = y, .series = series,
                                      .panel = zeros, .labels = labels, .stacked = TRUE));
    g_assert_nonnull(
        strstr(text, "text 35 35.75 \"50000\" 13 middle fill #fff extents 32.5 9.75 3.25 16.25\n"));
    g_assert_null(strstr(text, "\"30000\""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bar/bars-stand-in-their-bands", test_bars_stand_in_their_bands);
    g_test_add_func("/bar/bars-lie-in-their-bands", test_bars_lie_in_their_bands);
    g_test_add_func("/bar/bars-are-clipped-to-the-panel", test_bars_are_clipped_to_the_panel);
    g_test_add_func("/bar/bars-stand-side-by-side", test_bars_stand_side_by_side);
    g_test_add_func("/bar/a-cap-keeps-bars-slim", test_a_cap_keeps_bars_slim);
    g_test_add_func("/bar/values-stand-beyond-the-ends", test_values_stand_beyond_the_ends);
    g_test_add_func("/bar/values-stand-inside-only-where-they-fit",
                    test_values_stand_inside_only_where_they_fit);
    return g_test_run();
}
