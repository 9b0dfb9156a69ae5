#include "tick_text.h"

static const TickRequest nice = { .length = 350, .widen = TRUE };
static const TickRequest inside = { .length = 350 };
static const TickRequest across = { .length = 700, .horizontal = TRUE };
static const TickRequest wide = { .length = 700, .horizontal = TRUE, .widen = TRUE };

static void
assert_log(double min, double max, TickRequest request, const char *expected)
{
    Scale scale = scale_continuous(SCALE_LOG, min, max);

    assert_ticks(&scale, TIME_SECOND, &request, expected);
}

static void
test_powers_of_ten_have_labels_and_the_rest_is_minor(void)
{
    assert_log(1, 1000, nice, "1........ 10........ 100........ 1000");
    assert_log(3, 5000, nice, "1........ 10........ 100........ 1,000........ 10,000");
    assert_log(3, 5000, inside, "....... 10........ 100........ 1000....");
}

static void
test_one_two_five_where_there_is_room(void)
{
    assert_log(1, 100, nice, "1 2.. 5.... 10 20.. 50.... 100");
    assert_log(2, 40, nice, "2.. 5.... 10 20.. 50");
    assert_log(1, 1000, across, "1 2.. 5.... 10 20.. 50.... 100 200.. 500.... 1000");
}

static void
test_a_single_power_calls_for_more_digits(void)
{
    TickRequest request = { .length = 200 };

    assert_log(20, 700, request, "20.. 50.... 100 200.. 500..");
}

static void
test_all_digits_where_there_is_more_room(void)
{
    assert_log(1, 10, across, "1 2 3 4 5 6 7 8 9 10");
}

static void
test_many_decades_are_skipped_evenly(void)
{
    assert_log(0.01, 1e6, inside, "0.01. 1. 100. 10,000. 1,000,000");
    assert_log(1e-300, 1e300, nice, "1e−300 1e−200 1e−100 1 1e100 1e200 1e300");
}

static void
test_labels_are_exact(void)
{
    assert_log(0.001, 1e6, across,
               "0.001........ 0.01........ 0.1........ 1........ 10........ 100........ "
               "1,000........ 10,000........ 100,000........ 1,000,000");
    assert_log(1e-8, 1, nice, "1e−8. 1e−6. 0.0001. 0.01. 1");
}

static void
test_less_than_a_decade_has_linear_steps(void)
{
    assert_log(3, 8, nice, "3 4 5 6 7 8");
    assert_log(0.5, 3, nice, "0.5 1.0 1.5 2.0 2.5 3.0");
}

/* Every round step from below 8801 would begin at zero, where a logarithm has no place. */
static void
test_nearly_a_decade_has_round_ticks(void)
{
    assert_log(8801, 77815, wide, "5,000.... 10,000 20,000.. 50,000.... 100,000");
}

static void
test_nearly_a_decade_with_fixed_ends_has_ticks_at_both(void)
{
    assert_log(8500, 80000, across, ". 10,000 20,000.. 50,000...");
}

/* To 1e12, the next power with a label, the panel would be a third emptier. */
static void
test_skipped_powers_do_not_widen_the_domain(void)
{
    Scale scale = scale_continuous(SCALE_LOG, 1300, 6e9);
    TickRequest small = { .length = 90, .widen = TRUE };
    g_autoptr(TickSet) set = ticks_log(&scale, &small);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "1,000.. 1m.. 1bn.");
    g_assert_cmpfloat(set->min, ==, 1000);
    g_assert_cmpfloat(set->max, ==, 1e10);
}

static void
test_a_common_multiplier_needs_whole_numbers(void)
{
    Scale scale = scale_continuous(SCALE_LOG, 1e6, 1e9);
    g_autoptr(TickSet) set = ticks_log(&scale, &nice);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "1........ 10........ 100........ 1000");
    g_assert_cmpstr(set->multiplier_word, ==, "million");
    g_assert_cmpfloat(tick_of(set, 0)->value, ==, 1e6);
    g_assert_cmpint(set->decimals, ==, -1);
}

static void
test_a_domain_without_a_logarithm_gets_one(void)
{
    assert_log(0, 100, nice, "0.1........ 1........ 10........ 100");
    assert_log(-5, -1, nice, "1 2.. 5.... 10");
    assert_log(NAN, NAN, nice, "1 2.. 5.... 10");
}

static void
test_no_room_leaves_one_label(void)
{
    TickRequest request = { .length = 0 };
    Scale scale = scale_continuous(SCALE_LOG, 1, 1000);
    g_autoptr(TickSet) set = ticks_log(&scale, &request);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "1");
}

static void
test_any_room_leaves_a_thousand_ticks(void)
{
    TickRequest request = { .length = 1e100 };
    Scale scale = scale_continuous(SCALE_LOG, 1e-300, 1e300);
    g_autoptr(TickSet) set = ticks_log(&scale, &request);

    g_assert_cmpuint(set->ticks->len, ==, 1000);
}

static void
test_a_reversed_domain_stays_reversed(void)
{
    Scale scale = scale_continuous(SCALE_LOG, 5000, 3);
    g_autoptr(TickSet) set = ticks_log(&scale, &nice);

    g_assert_cmpfloat(set->min, ==, 10000);
    g_assert_cmpfloat(set->max, ==, 1);
    g_assert_cmpfloat(tick_of(set, 0)->value, ==, 1);
}

static void
test_given_values_are_labelled_each_exactly(void)
{
    static const double values[] = { 100, 0.001, -3, 0, 20000 };
    Scale scale = scale_continuous(SCALE_LOG, 0.001, 20000);
    g_autoptr(TickSet) set = ticks_at(&scale, values, G_N_ELEMENTS(values), TIME_DAY, &inside);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "0.001 100 20,000");
}

static void
assert_symlog(double min, double max, TickRequest request, const char *expected)
{
    Scale scale = scale_continuous(SCALE_SYMLOG, min, max);

    assert_ticks(&scale, TIME_SECOND, &request, expected);
}

static void
test_symlog_has_decades_on_both_sides(void)
{
    assert_symlog(0, 1000, nice, "0 1........ 10........ 100........ 1000");
    assert_symlog(-20, 50, nice, "−100........ −10........ −1 0 1........ 10........ 100");
    assert_symlog(-1000, 100000, nice, "−10,000. −100. 0. 100. 10,000. 1,000,000");
    assert_symlog(-0.5, 3, nice, "−1 0 1 2 3");
    assert_symlog(-1e300, 1e300, nice, "−1e300 −1e200 −1e100 0 1e100 1e200 1e300");
    assert_symlog(1e5, 1e9, inside, "100,000........ 1m........ 10m........ 100m........ 1bn");
}

static void
assert_log_properties(ScaleKind kind, double min, double max, const TickRequest *request)
{
    Scale scale = scale_continuous(kind, min, max);
    g_autoptr(TickSet) set = ticks_log(&scale, request);
    const Tick *first = tick_of(set, 0), *last = tick_of(set, set->ticks->len - 1);
    double slack = 1e-8 * (kind == SCALE_LOG ? min : max - min);

    g_assert_cmpuint(set->ticks->len, >, 0);
    assert_ticks_are_sound(&scale, request, set);
    if (request->widen) {
        g_assert_cmpfloat(set->min, <=, min + slack);
        g_assert_cmpfloat(set->max, >=, max - slack);
    } else {
        g_assert_cmpfloat(first->value, >=, min - slack);
        g_assert_cmpfloat(last->value, <=, max + slack);
    }
}

static void
test_every_domain_has_sound_ticks(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(10);

    for (guint i = 0; i < 2000; i++) {
        double min = pow(10, g_rand_double_range(random, -12, 12));
        double max = min * pow(10, g_rand_double_range(random, 0.01, 9));
        TickRequest request = { .length = g_rand_double_range(random, 5, 900),
                                .horizontal = i % 2 == 0,
                                .widen = i % 5 < 3 };

        assert_log_properties(SCALE_LOG, min, max, &request);
        assert_log_properties(SCALE_SYMLOG, i % 3 == 0 ? -min : 0, max, &request);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(path, function) g_test_add_func("/ticks/log/" path, function)
    TEST("powers-of-ten-have-labels-and-the-rest-is-minor",
         test_powers_of_ten_have_labels_and_the_rest_is_minor);
    TEST("one-two-five-where-there-is-room", test_one_two_five_where_there_is_room);
    TEST("a-single-power-calls-for-more-digits", test_a_single_power_calls_for_more_digits);
    TEST("all-digits-where-there-is-more-room", test_all_digits_where_there_is_more_room);
    TEST("many-decades-are-skipped-evenly", test_many_decades_are_skipped_evenly);
    TEST("labels-are-exact", test_labels_are_exact);
    TEST("less-than-a-decade-has-linear-steps", test_less_than_a_decade_has_linear_steps);
    TEST("nearly-a-decade-has-round-ticks", test_nearly_a_decade_has_round_ticks);
    TEST("nearly-a-decade-with-fixed-ends", test_nearly_a_decade_with_fixed_ends_has_ticks_at_both);
    TEST("skipped-powers-do-not-widen-the-domain", test_skipped_powers_do_not_widen_the_domain);
    TEST("a-common-multiplier-needs-whole-numbers", test_a_common_multiplier_needs_whole_numbers);
    TEST("a-domain-without-a-logarithm-gets-one", test_a_domain_without_a_logarithm_gets_one);
    TEST("no-room-leaves-one-label", test_no_room_leaves_one_label);
    TEST("any-room-leaves-a-thousand-ticks", test_any_room_leaves_a_thousand_ticks);
    TEST("a-reversed-domain-stays-reversed", test_a_reversed_domain_stays_reversed);
    TEST("given-values-are-labelled-each-exactly", test_given_values_are_labelled_each_exactly);
    TEST("symlog-has-decades-on-both-sides", test_symlog_has_decades_on_both_sides);
    TEST("every-domain-has-sound-ticks", test_every_domain_has_sound_ticks);
    return g_test_run();
}
