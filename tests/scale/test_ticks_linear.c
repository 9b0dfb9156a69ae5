#include "tick_text.h"

#include <float.h>

static const TickRequest bars = { .length = 350, .widen = TRUE };
static const TickRequest lines = { .length = 350 };
static const TickRequest across = { .length = 600, .horizontal = TRUE };

static void
assert_linear(double min, double max, TickRequest request, const char *expected)
{
    Scale scale = scale_continuous(SCALE_LINEAR, min, max);

    assert_ticks(&scale, TIME_SECOND, &request, expected);
}

static void
test_bars_end_below_the_last_grid_line(void)
{
    assert_linear(0, 434.1, bars, "0 100 200 300 400 500");
    assert_linear(0, 28.8, bars, "0 5 10 15 20 25 30");
    assert_linear(0, 60.8, bars, "0 25 50 75");
    assert_linear(-3, 7, bars, "−4 −2 0 2 4 6 8");
    assert_linear(0, 100, bars, "0 20 40 60 80 100");
    assert_linear(0, 1, bars, "0.0 0.2 0.4 0.6 0.8 1.0");
    assert_linear(0, 7, bars, "0 2 4 6 8");
    assert_linear(-1, 1000, bars, "−200 0 200 400 600 800 1000");
    assert_linear(-50, 50, bars, "−50 −25 0 25 50");
}

static void
assert_widened(double min, double max, double length, const char *expected, double from, double to)
{
    Scale scale = scale_continuous(SCALE_LINEAR, min, max);
    TickRequest request = { .length = length, .widen = TRUE };
    g_autoptr(TickSet) set = ticks_linear(&scale, &request);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, expected);
    g_assert_cmpfloat(set->min, ==, from);
    g_assert_cmpfloat(set->max, ==, to);
}

/* In a small panel the next tick may lie far beyond the data: half of the panel would be empty. */
static void
test_a_domain_grows_by_a_quarter_at_most(void)
{
    assert_widened(-20, 80, 110, "−40 0 40 80", -40, 80);
    assert_widened(0, 3, 140, "0 1 2 3", 0, 3);
    assert_widened(0, 31, 350, "0 10 20 30", 0, 31);
}

static void
test_lines_keep_their_domain(void)
{
    assert_linear(0, 434.1, lines, "0 100 200 300 400");
    assert_linear(0.001, 0.0042, lines, "0.0010 0.0015 0.0020 0.0025 0.0030 0.0035 0.0040");
    assert_linear(3, 97, lines, "20 40 60 80");
    assert_linear(0, 0.1 + 0.2, lines, "0.00 0.05 0.10 0.15 0.20 0.25 0.30");
    assert_linear(0, 60.8, across, "0 10 20 30 40 50 60");
}

static void
test_years_as_numbers_are_round(void)
{
    assert_linear(1995, 2017, across, "1995 2000 2005 2010 2015");
}

static void
test_thousands_are_grouped_along_the_whole_axis(void)
{
    assert_linear(0, 3000, bars, "0 500 1000 1500 2000 2500 3000");
    assert_linear(0, 12000, lines, "0 2,000 4,000 6,000 8,000 10,000 12,000");
    assert_linear(0, 300000, bars, "0 50,000 100,000 150,000 200,000 250,000 300,000");
}

static void
assert_multiplier(double min, double max, double multiplier, const char *word, const char *expected)
{
    Scale scale = scale_continuous(SCALE_LINEAR, min, max);
    g_autoptr(TickSet) set = ticks_linear(&scale, &bars);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, expected);
    g_assert_cmpstr(set->multiplier_word, ==, word);
    g_assert_cmpfloat(set->multiplier, ==, multiplier);
}

static void
test_big_numbers_share_one_multiplier(void)
{
    assert_multiplier(0, 999999, 1e6, "million", "0.0 0.2 0.4 0.6 0.8 1.0");
    assert_multiplier(0, 800000, 1, "", "0 200,000 400,000 600,000 800,000");
    assert_multiplier(0, 3.3e6, 1e6, "million", "0 1 2 3 4");
    assert_multiplier(0, 1e9, 1e9, "billion", "0.0 0.2 0.4 0.6 0.8 1.0");
    assert_multiplier(0, 1.2e9, 1e9, "billion", "0.0 0.2 0.4 0.6 0.8 1.0 1.2");
    assert_multiplier(-5e12, 3e13, 1e12, "trillion", "−10 0 10 20 30");
    assert_multiplier(1e9, 1.001e9, 1e6, "million", "1000.0 1000.2 1000.4 1000.6 1000.8 1001.0");
    assert_multiplier(1e9, 1e9 + 100, 1, "",
                      "1,000,000,000 1,000,000,020 1,000,000,040 1,000,000,060 "
                      "1,000,000,080 1,000,000,100");
}

static void
test_units_are_kept_on_request(void)
{
    TickRequest request = bars;

    request.keep_units = TRUE;
    assert_linear(0, 3.3e6, request, "0 1,000,000 2,000,000 3,000,000 4,000,000");
}

static void
test_an_explicit_format_wins(void)
{
    NumberFormat format;
    TickRequest request = bars;

    g_assert_true(number_format_parse(".1f", &format));
    request.format = &format;
    assert_linear(0, 434.1, request, "0.0 100.0 200.0 300.0 400.0 500.0");
    /* A format too coarse for fine steps makes the steps coarser: no label stands twice. */
    g_assert_true(number_format_parse(".0f", &format));
    assert_linear(0, 1, request, "0 1");
    assert_linear(0, 2.5, request, "0 1 2 3");
}

static void
test_prefix_and_suffix_are_on_every_label(void)
{
    TickRequest request = bars;

    request.prefix = "$";
    request.suffix = " m";
    assert_linear(-3, 7, request, "−$4 m −$2 m $0 m $2 m $4 m $6 m $8 m");
}

static void
test_marks_of_a_language_are_used(void)
{
    static const NumberMarks german = { ",", ".", "−", " %" };
    static const TickWords words = { .marks = &german };
    TickRequest request = bars;

    request.words = &words;
    assert_linear(0, 1, request, "0,0 0,2 0,4 0,6 0,8 1,0");
    assert_linear(-12000, 0, request, "−12.500 −10.000 −7.500 −5.000 −2.500 0");
    assert_linear(0, 3e-300, request, "0 5,0e−301 1,0e−300 1,5e−300 2,0e−300 2,5e−300 3,0e−300");
}

static void
test_wide_labels_make_fewer_ticks(void)
{
    TickRequest request = { .length = 200, .horizontal = TRUE, .keep_units = TRUE };

    assert_linear(0, 9e6, request, "0 4,000,000 8,000,000");
    assert_linear(0, 100, request, "0 50 100");
}

static void
test_what_does_not_fit_is_left_unlabelled(void)
{
    TickRequest request = { .length = 20, .horizontal = TRUE, .keep_units = TRUE, .widen = TRUE };

    assert_linear(0, 9e6, request, "0 ");
    request.length = 0;
    assert_linear(0, 9, request, "0 ");
}

static void
test_an_impossible_domain_shows_its_ends(void)
{
    assert_linear(1, 1 + DBL_EPSILON, lines, "1 1.0000000000000002");
    assert_linear(-1.79e308, 1.79e308, bars, "−1.79e308 1.79e308");
}

static void
test_huge_and_tiny_numbers_are_scientific(void)
{
    assert_linear(-1e300, 1e300, bars, "−1e300 −5e299 0 5e299 1e300");
    assert_linear(0, 2e17, bars, "0 5.0e16 1.0e17 1.5e17 2.0e17");
}

static void
test_one_value_gets_an_axis(void)
{
    assert_linear(5, 5, bars, "0 2 4 6 8 10");
    assert_linear(NAN, NAN, bars, "0.0 0.2 0.4 0.6 0.8 1.0");
}

static void
test_a_reversed_domain_stays_reversed(void)
{
    Scale scale = scale_continuous(SCALE_LINEAR, 434.1, 0);
    g_autoptr(TickSet) set = ticks_linear(&scale, &bars);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "0 100 200 300 400 500");
    g_assert_cmpfloat(set->min, ==, 500);
    g_assert_cmpfloat(set->max, ==, 0);
}

static guint
count_for(double max, guint count)
{
    Scale scale = scale_continuous(SCALE_LINEAR, 0, max);
    TickRequest request = { .length = 1e6, .count = count };
    g_autoptr(TickSet) set = ticks_linear(&scale, &request);

    return set->ticks->len;
}

static void
test_a_wished_count_is_met_nearly(void)
{
    g_assert_cmpuint(count_for(100, 1), ==, 2);
    g_assert_cmpuint(count_for(100, 5), ==, 5);
    g_assert_cmpuint(count_for(100, 11), ==, 11);
    g_assert_cmpuint(count_for(1000, 1000), <=, 1000);
    g_assert_cmpuint(count_for(1000, 1000000), >=, 500);
    g_assert_cmpuint(count_for(1000, 1000000), <=, 1000);
}

static void
test_sqrt_has_round_ticks_too(void)
{
    Scale scale = scale_continuous(SCALE_SQRT, -20, 50);

    assert_ticks(&scale, TIME_SECOND, &bars, "−20 0 20 40 60");
}

static void
test_given_values_share_their_decimals(void)
{
    static const double values[] = { 2.5, 0, 10, NAN, 2.5, INFINITY };
    Scale scale = scale_continuous(SCALE_LINEAR, 0, 10);
    g_autoptr(TickSet) set = ticks_at(&scale, values, G_N_ELEMENTS(values), TIME_SECOND, &lines);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "0.0 2.5 10.0");
    g_assert_cmpint(set->decimals, ==, 1);
}

static void
test_the_multiplier_may_stand_on_each_label(void)
{
    TickRequest marked = bars;

    marked.marks = TRUE;
    assert_linear(0, 12e6, marked, "0 2m 4m 6m 8m 10m 12m");
    assert_linear(0, 1.5e9, marked, "0.0 0.3bn 0.6bn 0.9bn 1.2bn 1.5bn");
    assert_linear(0, 900, marked, "0 200 400 600 800 1000");
}

static void
test_given_values_that_meet_lose_their_words(void)
{
    const double values[] = { 0, 1000, 1001, 2000 };
    Scale scale = scale_continuous(SCALE_LINEAR, 0, 2000);
    g_autoptr(TickSet) set = ticks_at(&scale, values, G_N_ELEMENTS(values), TIME_SECOND, &across);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "0 1000  2000");
}

static void
test_given_values_may_be_none(void)
{
    Scale scale = scale_continuous(SCALE_LINEAR, 0, 10), bands = scale_band(3, 0);
    g_autoptr(TickSet) set = ticks_at(&scale, NULL, 0, TIME_SECOND, &bars);
    g_autoptr(TickSet) band_set = ticks_for_scale(&bands, TIME_SECOND, &bars);

    g_assert_cmpuint(set->ticks->len, ==, 0);
    g_assert_cmpstr(set->multiplier_word, ==, "");
    g_assert_cmpuint(band_set->ticks->len, ==, 0);
    g_assert_cmpfloat(band_set->max, ==, 3);
    tick_set_free(NULL);
}

/* Decimals after the mark in a label; -1 for a scientific one. */
static int
decimals_in(const char *label)
{
    const char *mark = strchr(label, '.');

    if (strchr(label, 'e') != NULL)
        return -1;
    return mark == NULL ? 0 : (int)strlen(mark + 1);
}

static void
assert_linear_properties(double min, double max, const TickRequest *request)
{
    Scale scale = scale_continuous(SCALE_LINEAR, min, max);
    g_autoptr(TickSet) set = ticks_linear(&scale, request);
    double slack = 1e-8 * (max - min), first, last;
    gboolean has_zero = FALSE;

    assert_ticks_are_sound(&scale, request, set);
    g_assert_cmpuint(set->ticks->len, >=, 2);
    first = tick_of(set, 0)->value;
    last = tick_of(set, set->ticks->len - 1)->value;
    if (request->widen) {
        double growth = 0.25 * (max - min) + slack;

        g_assert_cmpfloat(first, >=, min - growth);
        g_assert_cmpfloat(last, <=, max + growth);
        g_assert_true(set->min == MIN(min, first) && set->max == MAX(max, last));
    } else {
        g_assert_cmpfloat(first, >=, min - slack);
        g_assert_cmpfloat(last, <=, max + slack);
        g_assert_true(set->min == min && set->max == max);
    }
    for (guint i = 0; i < set->ticks->len; i++) {
        const char *label = tick_of(set, i)->label;

        has_zero = has_zero || tick_of(set, i)->value == 0;
        if (decimals_in(label) >= 0 && *label != '\0' && tick_of(set, i)->value != 0)
            g_assert_cmpint(decimals_in(label), ==, set->decimals);
    }
    if (min <= 0 && max >= 0)
        g_assert_true(has_zero);
}

static void
test_every_domain_has_sound_ticks(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(2010);

    for (guint i = 0; i < 4000; i++) {
        double size = pow(10, g_rand_double_range(random, -9, 13));
        double start = i % 3 == 0 ? 0 : size * g_rand_double_range(random, -2, 2);
        TickRequest request = { .length = g_rand_double_range(random, 0, 900),
                                .horizontal = i % 2 == 0,
                                .widen = i % 5 < 3,
                                .line_height = g_rand_double_range(random, 10, 24) };

        assert_linear_properties(start, start + size, &request);
    }
}

static void
test_a_value_axis_has_four_to_seven_ticks(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(350);
    guint four_to_seven = 0;

    for (guint i = 0; i < 2000; i++) {
        double size = pow(10, g_rand_double_range(random, -3, 9));
        double start = i % 2 == 0 ? 0 : size * g_rand_double_range(random, -2, 2);
        Scale scale = scale_continuous(SCALE_LINEAR, start, start + size);
        g_autoptr(TickSet) set = ticks_linear(&scale, i % 4 < 2 ? &bars : &lines);

        if (set->ticks->len >= 4 && set->ticks->len <= 7)
            four_to_seven++;
    }
    g_assert_cmpuint(four_to_seven, ==, 2000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(path, function) g_test_add_func("/ticks/linear/" path, function)
    TEST("bars-end-below-the-last-grid-line", test_bars_end_below_the_last_grid_line);
    TEST("a-domain-grows-by-a-quarter-at-most", test_a_domain_grows_by_a_quarter_at_most);
    TEST("lines-keep-their-domain", test_lines_keep_their_domain);
    TEST("years-as-numbers-are-round", test_years_as_numbers_are_round);
    TEST("thousands-are-grouped-along-the-whole-axis",
         test_thousands_are_grouped_along_the_whole_axis);
    TEST("big-numbers-share-one-multiplier", test_big_numbers_share_one_multiplier);
    TEST("units-are-kept-on-request", test_units_are_kept_on_request);
    TEST("an-explicit-format-wins", test_an_explicit_format_wins);
    TEST("prefix-and-suffix-are-on-every-label", test_prefix_and_suffix_are_on_every_label);
    TEST("marks-of-a-language-are-used", test_marks_of_a_language_are_used);
    TEST("wide-labels-make-fewer-ticks", test_wide_labels_make_fewer_ticks);
    TEST("what-does-not-fit-is-left-unlabelled", test_what_does_not_fit_is_left_unlabelled);
    TEST("an-impossible-domain-shows-its-ends", test_an_impossible_domain_shows_its_ends);
    TEST("huge-and-tiny-numbers-are-scientific", test_huge_and_tiny_numbers_are_scientific);
    TEST("one-value-gets-an-axis", test_one_value_gets_an_axis);
    TEST("a-reversed-domain-stays-reversed", test_a_reversed_domain_stays_reversed);
    TEST("a-wished-count-is-met-nearly", test_a_wished_count_is_met_nearly);
    TEST("sqrt-has-round-ticks-too", test_sqrt_has_round_ticks_too);
    TEST("given-values-share-their-decimals", test_given_values_share_their_decimals);
    TEST("the-multiplier-may-stand-on-each-label", test_the_multiplier_may_stand_on_each_label);
    TEST("given-values-that-meet-lose-their-words", test_given_values_that_meet_lose_their_words);
    TEST("given-values-may-be-none", test_given_values_may_be_none);
    TEST("every-domain-has-sound-ticks", test_every_domain_has_sound_ticks);
    TEST("a-value-axis-has-four-to-seven-ticks", test_a_value_axis_has_four_to_seven_ticks);
    return g_test_run();
}
