#include "guide/axis.h"

#include "guide/page.h"

static const Rect panel = { 600, 600, 400, 240 };

/* The words of an axis drawn at the panel; all of them inside the room that the axis claims. */
static char *
axis_words(const AxisSpec *spec, gboolean vertical, double length, double room)
{
    g_auto(GuidePage) page = page_new();
    Rect at = { panel.x, panel.y, vertical ? 400 : length, vertical ? length : 240 };
    g_autoptr(Axis) axis = axis_fit(spec, vertical, length, room, &page.context);
    double line = text_measure(page.measurer, "x", &page.context.theme->label).line_height;

    axis_draw_grid(axis, at, page.builder, page.context.theme);
    axis_draw_zero(axis, at, page.builder, page.context.theme);
    axis_draw_labels(axis, at, page.builder, &page.context);
    page_finish(&page);
    if (vertical)
        page_assert_apart(&page, (Rect){ at.x - axis->thickness, at.y - line / 2, axis->thickness,
                                         length + line });
    else
        page_assert_apart(&page, (Rect){ at.x - axis->overhang_start, rect_bottom(at),
                                         length + axis->overhang_start + axis->overhang,
                                         axis->thickness });
    return page_words(&page);
}

static void
assert_words(const AxisSpec *spec, gboolean vertical, double length, const char *expected)
{
    g_autofree char *words = axis_words(spec, vertical, length, 160);

    g_assert_cmpstr(words, ==, expected);
}

static void
test_numbers_have_round_ticks(void)
{
    AxisSpec spec = {
        .kind = SCALE_LINEAR, .min = 0, .max = 97, .widen = TRUE, .grid = TRUE, .tick_count = 5
    };

    assert_words(&spec, TRUE, 240, "0|25|50|75|100");
    spec.suffix = "%";
    assert_words(&spec, TRUE, 240, "0%|25%|50%|75%|100%");
    spec.hidden = TRUE;
    assert_words(&spec, TRUE, 240, "");
}

static void
test_the_title_says_the_unit_once(void)
{
    g_auto(GuidePage) page = page_new();
    AxisSpec spec = {
        .kind = SCALE_LINEAR, .max = 4e7, .widen = TRUE, .title = "Trade", .title_unit = "tonnes"
    };
    g_autoptr(Axis) axis = axis_fit(&spec, TRUE, 240, 0, &page.context);
    g_autoptr(Axis) bare = NULL;

    g_assert_cmpstr(axis->title, ==, "Trade, million tonnes");
    spec = (AxisSpec){ .kind = SCALE_LINEAR, .max = 4 };
    bare = axis_fit(&spec, TRUE, 240, 0, &page.context);
    g_assert_null(bare->title);
}

static void
test_names_are_wrapped_then_thinned(void)
{
    const char *names[] = { "North Korea", "South Korea", "Lao PDR",  "Viet Nam",
                            "Japan",       "Timor-Leste", "Thailand", "Brunei" };
    AxisSpec spec = { .kind = SCALE_BAND, .n_categories = 8, .categories = names, .padding = 0.2 };

    /* A letter is 6 px wide: 100 px a name, then 60, then 20. */
    assert_words(&spec, FALSE, 800,
                 "North Korea|South Korea|Lao PDR|Viet Nam|Japan|Timor-Leste|Thailand|Brunei");
    assert_words(&spec, FALSE, 480,
                 "North|Korea|South|Korea|Lao PDR|Viet Nam|Japan|Timor-|Leste|Thailand|Brunei");
}

static void
test_names_that_are_cut_are_counted(void)
{
    const char *names[] = { "Wholesale and retail trade and repair", "Cut already…", "Trade" };
    AxisSpec spec = { .kind = SCALE_BAND, .n_categories = 3, .categories = names, .padding = 0.2 };
    g_auto(GuidePage) page = page_new();
    g_autoptr(Axis) low = axis_fit(&spec, TRUE, 60, 130, &page.context);
    g_autoptr(Axis) high = axis_fit(&spec, TRUE, 300, 130, &page.context);
    g_autoptr(Axis) lying = axis_fit(&spec, FALSE, 100, 0, &page.context);

    g_assert_cmpuint(low->n_cut, ==, 1);
    g_assert_cmpuint(high->n_cut, ==, 0);
    g_assert_cmpuint(lying->n_cut, ==, 1);
    page_finish(&page);
}

static void
test_empty_slots_have_no_name(void)
{
    const char *names[] = { "One", NULL, "Total" };
    AxisSpec spec = { .kind = SCALE_BAND, .n_categories = 3, .categories = names, .padding = 0.2 };

    assert_words(&spec, TRUE, 90, "One|Total");
    assert_words(&spec, FALSE, 300, "One|Total");
}

static void
test_periods_have_ticks_of_time(void)
{
    double times[24];
    const char *names[24];
    AxisSpec spec = { .kind = SCALE_BAND,
                      .n_categories = 24,
                      .categories = names,
                      .times = times,
                      .step = 1,
                      .unit = TIME_YEAR,
                      .padding = 0.2 };
    g_auto(GuidePage) page = page_new();
    g_autoptr(Axis) axis = NULL;

    for (int i = 0; i < 24; i++) {
        calendar_make(1995 + i, 1, 1, 0, 0, 0, &times[i]);
        names[i] = "";
    }
    assert_words(&spec, FALSE, 480, "1995|2000|2005|2010|2015");
    axis = axis_fit(&spec, FALSE, 480, 0, &page.context);
    /* A label stands under the middle of its bar: 20 px a year. */
    g_assert_cmpfloat_with_epsilon(g_array_index(axis->labels, AxisLabel, 1).at, 110, 1e-9);
}

static void
test_bands_have_a_greatest_step(void)
{
    const char *names[] = { "a", "b" };
    AxisSpec spec = { .kind = SCALE_BAND, .n_categories = 2, .categories = names, .max_step = 50 };
    g_auto(GuidePage) page = page_new();
    g_autoptr(Axis) axis = axis_fit(&spec, TRUE, 400, 100, &page.context);

    g_assert_cmpfloat(axis->scale.to, ==, 100);
    g_assert_cmpfloat(scale_step(&axis->scale), ==, 50);
}

static void
test_room_for_values_is_kept_free(void)
{
    AxisSpec spec = {
        .kind = SCALE_LINEAR, .min = 0, .max = 10, .room_before = 30, .room_after = 50
    };
    g_auto(GuidePage) page = page_new();
    g_autoptr(Axis) lying = axis_fit(&spec, FALSE, 400, 0, &page.context);
    g_autoptr(Axis) standing = axis_fit(&spec, TRUE, 400, 0, &page.context);

    g_assert_cmpfloat(scale_map(&lying->scale, 0), ==, 30);
    g_assert_cmpfloat(scale_map(&lying->scale, 10), ==, 350);
    g_assert_cmpfloat(scale_map(&standing->scale, 0), ==, 370);
    g_assert_cmpfloat(scale_map(&standing->scale, 10), ==, 50);
}

/* Any axis at all: the words stay apart, and in the room that is claimed for them. */
static void
test_any_axis_keeps_its_words_apart(void)
{
    static const char *const pool[] = { "A", "Lao People's Democratic Republic", "대한민국",
                                        "Elektrizitaetenhauptbetriebswerk", "two words" };
    static const ScaleKind kinds[] = { SCALE_LINEAR, SCALE_LOG, SCALE_TIME, SCALE_BAND,
                                       SCALE_BAND };
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    const char *names[80];
    double times[80];

    for (guint round = 0; round < 3000; round++) {
        guint kind = (guint)g_rand_int_range(random, 0, G_N_ELEMENTS(kinds));
        TimeUnit unit = (TimeUnit)g_rand_int_range(random, TIME_DAY, TIME_YEAR + 1);
        double start = 86400.0 * g_rand_int_range(random, -20000, 20000);
        AxisSpec spec = { .kind = kinds[kind],
                          .unit = unit,
                          .widen = kinds[kind] != SCALE_TIME && g_rand_boolean(random),
                          .n_categories = (guint)g_rand_int_range(random, 1, 80),
                          .categories = names,
                          .times = kind == 4 ? times : NULL,
                          .step = 1,
                          .padding = 0.2 };
        gboolean vertical = g_rand_boolean(random);
        g_autofree char *words = NULL;

        for (guint i = 0; i < 80; i++) {
            names[i] = pool[g_rand_int_range(random, 0, G_N_ELEMENTS(pool))];
            times[i] = calendar_add(calendar_floor(start, unit), unit, (int)i);
        }
        spec.min = pow(10, g_rand_double_range(random, -9, 12));
        spec.max = spec.min * pow(10, g_rand_double_range(random, 0, 6));
        if (kinds[kind] == SCALE_LINEAR && g_rand_boolean(random))
            spec.min = -spec.min;
        if (kinds[kind] == SCALE_TIME) {
            spec.min = start;
            spec.max = start + 86400 * pow(10, g_rand_double_range(random, 0, 4.5));
        }
        words = axis_words(&spec, vertical, g_rand_double_range(random, 40, 900),
                           g_rand_double_range(random, 60, 300));
        g_assert_nonnull(words);
    }
}

/* 1000 and 2000 under the ends of 100 px: each moves in by what it lacks, and what is in its way
 * goes. */
static void
test_ends_stay_on_the_page(void)
{
    const double values[] = { 1000, 1400, 2000 };
    AxisSpec spec = { .kind = SCALE_LINEAR,
                      .min = 1000,
                      .max = 2000,
                      .tick_values = values,
                      .n_tick_values = G_N_ELEMENTS(values) };
    g_auto(GuidePage) page = page_new();
    g_autoptr(Axis) axis = axis_fit(&spec, FALSE, 100, 0, &page.context);
    const AxisLabel *first = &g_array_index(axis->labels, AxisLabel, 0);
    const AxisLabel *last = &g_array_index(axis->labels, AxisLabel, 2);
    g_autofree char *words = NULL;

    axis_hold_ends(axis, 2, first->width);
    g_assert_cmpfloat(first->at, ==, 0);
    g_assert_cmpfloat(first->shift, ==, first->width / 2 - 2);
    g_assert_cmpfloat(last->shift, ==, 0);
    axis_draw_labels(axis, panel, page.builder, &page.context);
    page_finish(&page);
    words = page_words(&page);
    g_assert_cmpstr(words, ==, "1000|2000");
    g_assert_cmpuint(axis->n_unlabelled, ==, 1);
}

static void
test_numbers_wider_than_the_room_go(void)
{
    AxisSpec spec = { .kind = SCALE_LINEAR, .max = 9000, .keep_units = TRUE };

    assert_words(&spec, TRUE, 200, "0|3000|6000|9000");
    {
        g_autofree char *words = axis_words(&spec, TRUE, 200, 15);

        g_assert_cmpstr(words, ==, "0");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/axis/names-that-are-cut", test_names_that_are_cut_are_counted);
    g_test_add_func("/axis/numbers-have-round-ticks", test_numbers_have_round_ticks);
    g_test_add_func("/axis/the-title-says-the-unit-once", test_the_title_says_the_unit_once);
    g_test_add_func("/axis/names-are-wrapped-then-thinned", test_names_are_wrapped_then_thinned);
    g_test_add_func("/axis/empty-slots-have-no-name", test_empty_slots_have_no_name);
    g_test_add_func("/axis/periods-have-ticks-of-time", test_periods_have_ticks_of_time);
    g_test_add_func("/axis/bands-have-a-greatest-step", test_bands_have_a_greatest_step);
    g_test_add_func("/axis/room-for-values-is-kept-free", test_room_for_values_is_kept_free);
    g_test_add_func("/axis/any-axis-keeps-its-words-apart", test_any_axis_keeps_its_words_apart);
    g_test_add_func("/axis/ends-stay-on-the-page", test_ends_stay_on_the_page);
    g_test_add_func("/axis/numbers-wider-than-the-room-go", test_numbers_wider_than_the_room_go);
    return g_test_run();
}
