#include "tick_text.h"

static const TickRequest across = { .length = 700, .horizontal = TRUE };

static double
moment(const char *text)
{
    double time;
    TimeUnit unit;

    g_assert_true(calendar_parse(text, strlen(text), &time, &unit));
    return time;
}

static void
assert_time(const char *min, const char *max, TimeUnit unit, TickRequest request,
            const char *expected)
{
    Scale scale = scale_continuous(SCALE_TIME, moment(min), moment(max));
    g_autoptr(TickSet) set = ticks_for_scale(&scale, unit, &request);
    g_autofree char *text = NULL;
    GString *joined = g_string_new(NULL);

    for (guint i = 0; i < set->ticks->len; i++)
        g_string_append_printf(joined, "%s%s", i > 0 ? "|" : "", tick_of(set, i)->label);
    text = g_string_free(joined, FALSE);
    g_assert_cmpstr(text, ==, expected);
}

static TickRequest
of_length(double length)
{
    TickRequest request = across;

    request.length = length;
    return request;
}

static void
test_years_are_round(void)
{
    assert_time("1995-01-01", "2017-01-01", TIME_YEAR, across, "1995|2000|2005|2010|2015");
    assert_time("1995-01-01", "2017-01-01", TIME_YEAR, of_length(300), "1995|2000|2005|2010|2015");
    assert_time("1850-01-01", "2023-01-01", TIME_YEAR, of_length(300), "1850|1900|1950|2000");
}

static void
test_all_years_when_they_fit(void)
{
    assert_time("2010-01-01", "2017-01-01", TIME_YEAR, across,
                "2010|2011|2012|2013|2014|2015|2016|2017");
    assert_time("2015-01-01", "2019-12-01", TIME_MONTH, across, "2015|2016|2017|2018|2019");
}

static void
test_the_year_stands_at_january(void)
{
    assert_time("2018-04-01", "2020-03-01", TIME_MONTH, across,
                "Apr 2018|Jul|Oct|2019|Apr|Jul|Oct|2020");
    assert_time("2018-04-01", "2020-03-01", TIME_MONTH, of_length(300), "Jul 2018|2019|Jul|2020");
    assert_time("2018-12-01", "2019-06-01", TIME_MONTH, across,
                "Dec 2018|2019|Feb|Mar|Apr|May|Jun");
}

static void
test_a_long_first_label_leaves_the_year_to_january(void)
{
    TickRequest request = { .length = 240, .horizontal = TRUE, .count = 7 };

    assert_time("2018-12-01", "2019-06-01", TIME_MONTH, request, "Dec|2019|Feb|Mar|Apr|May|Jun");
}

static void
test_quarters_are_named(void)
{
    assert_time("2018-04-01", "2020-01-01", TIME_QUARTER, across,
                "Q2 2018|Q3|Q4|2019|Q2|Q3|Q4|2020");
}

static void
test_days_say_their_month(void)
{
    assert_time("2019-02-27", "2019-03-05", TIME_DAY, across,
                "27 Feb 2019|28 Feb|1 Mar|2 Mar|3 Mar|4 Mar|5 Mar");
    assert_time("2018-12-20", "2019-01-28", TIME_DAY, across,
                "24 Dec 2018|31 Dec|7 Jan 2019|14 Jan|21 Jan|28 Jan");
}

static void
test_hours_say_the_day_once(void)
{
    assert_time("2019-02-27T06:30Z", "2019-02-28T18:00Z", TIME_MINUTE, across,
                "27 Feb 2019 12:00|18:00|28 Feb|06:00|12:00|18:00");
    assert_time("2019-02-27T06:30Z", "2019-02-27T09:00Z", TIME_MINUTE, across,
                "27 Feb 2019 06:30|07:00|07:30|08:00|08:30|09:00");
    assert_time("2019-02-27T06:30:10Z", "2019-02-27T06:31:00Z", TIME_SECOND, across,
                "27 Feb 2019 06:30:15|06:30:30|06:30:45|06:31:00");
}

static void
test_the_day_is_never_left_out(void)
{
    assert_time("2019-02-27T06:30Z", "2019-02-27T09:00Z", TIME_MINUTE, of_length(150),
                "27 Feb 2019 09:00");
    assert_time("2019-02-27T18:00Z", "2019-02-28T06:00Z", TIME_MINUTE, of_length(200),
                "27 Feb 2019 18:00|28 Feb|06:00");
    assert_time("2019-02-27T18:00Z", "2019-02-28T06:00Z", TIME_MINUTE, of_length(145),
                "18:00|28 Feb 2019|06:00");
}

static void
test_steps_are_never_finer_than_the_data(void)
{
    assert_time("2019-01-01", "2021-01-01", TIME_YEAR, of_length(2000), "2019|2020|2021");
    assert_time("2019-01-01", "2019-04-01", TIME_MONTH, of_length(2000), "2019|Feb|Mar|Apr");
    assert_time("2019-01-07", "2019-01-28", TIME_WEEK, of_length(2000),
                "7 Jan 2019|14 Jan|21 Jan|28 Jan");
}

static void
test_an_explicit_format_wins(void)
{
    TickRequest request = across;

    request.time_format = "%m/%y";
    assert_time("2018-04-01", "2019-01-01", TIME_QUARTER, request, "04/18|07/18|10/18|01/19");
    request.prefix = "<";
    request.suffix = ">";
    assert_time("2018-04-01", "2019-01-01", TIME_QUARTER, request,
                "<04/18>|<07/18>|<10/18>|<01/19>");
}

static void
test_widening_covers_the_domain(void)
{
    Scale scale = scale_continuous(SCALE_TIME, moment("1996-05-01"), moment("2017-02-01"));
    TickRequest request = across;
    g_autoptr(TickSet) set = NULL;

    request.widen = TRUE;
    set = ticks_time(&scale, TIME_MONTH, &request);
    g_assert_cmpfloat(set->min, ==, moment("1995-01-01"));
    g_assert_cmpfloat(set->max, ==, moment("2020-01-01"));
    g_assert_cmpint((int)set->unit, ==, TIME_YEAR);
}

static void
test_one_moment_has_neighbours(void)
{
    assert_time("2019-01-01", "2019-01-01", TIME_YEAR, across, "2018|2019|2020");
    assert_time("2019-02-27", "2019-02-27", TIME_DAY, across, "26 Feb 2019|27 Feb|28 Feb");
}

static void
test_the_whole_calendar_fits(void)
{
    assert_time("0001-01-01", "9999-12-31", TIME_DAY, across,
                "1000|2000|3000|4000|5000|6000|7000|8000|9000");
}

static void
test_no_room_leaves_one_label(void)
{
    assert_time("1995-01-01", "2017-01-01", TIME_YEAR, of_length(0), "2000");
    assert_time("1995-01-01", "2017-01-01", TIME_YEAR, of_length(40), "2000");
}

static void
test_a_fraction_of_a_second_shows_its_beginning(void)
{
    Scale scale = scale_continuous(SCALE_TIME, 0.25, 0.75);

    assert_ticks(&scale, TIME_SECOND, &across, "1 Jan 1970");
}

static void
test_times_beyond_the_calendar_are_harmless(void)
{
    static const double ends[][2] = {
        { -1e300, 1e300 }, { 1e300, 1e301 }, { NAN, NAN }, { -INFINITY, 0 }, { 0, NAN }
    };

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        Scale scale = scale_continuous(SCALE_TIME, ends[i][0], ends[i][1]);
        g_autoptr(TickSet) set = ticks_time(&scale, TIME_DAY, &across);

        g_assert_cmpuint(set->ticks->len, >, 0);
        assert_ticks_are_sound(&scale, &across, set);
    }
}

static void
test_given_moments_choose_their_own_words(void)
{
    double values[] = { moment("2019-01-01"), moment("2018-04-01"), moment("2018-11-01"), 1e300 };
    Scale scale = scale_continuous(SCALE_TIME, values[1], values[0]);
    g_autoptr(TickSet) set = ticks_at(&scale, values, G_N_ELEMENTS(values), TIME_DAY, &across);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, "Apr 2018 Nov 2019");
    g_assert_cmpint((int)set->unit, ==, TIME_MONTH);
}

static void
assert_given_years(double length, const char *expected)
{
    double values[6];
    Scale scale;
    TickRequest request = { .length = length, .horizontal = TRUE };
    g_autoptr(TickSet) set = NULL;
    g_autofree char *text = NULL;

    for (int i = 0; i < 6; i++)
        g_assert_true(calendar_make(1997 + i, 1, 1, 0, 0, 0, &values[i]));
    scale = scale_continuous(SCALE_TIME, values[0], values[5]);
    set = ticks_at(&scale, values, G_N_ELEMENTS(values), TIME_YEAR, &request);
    text = tick_text(set);
    g_assert_cmpstr(text, ==, expected);
}

/* The first of a century is written out. */
static void
test_given_years_shorten_before_they_go(void)
{
    assert_given_years(300, "1997 1998 1999 2000 2001 2002");
    assert_given_years(160, "1997 ’98 ’99 2000 ’01 ’02");
    assert_given_years(100, "1997  ’99  ’01 ");
}

static void
test_two_ticks_say_the_step(void)
{
    TickRequest narrow = { .length = 300, .horizontal = TRUE, .count = 2 };
    Scale scale = scale_continuous(SCALE_TIME, moment("2001-01-01"), moment("2008-01-01"));
    g_autoptr(TickSet) set = ticks_time(&scale, TIME_YEAR, &narrow);

    g_assert_cmpuint(set->ticks->len, >=, 2);
}

static void
test_every_domain_has_sound_ticks(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1970);

    for (guint i = 0; i < 2000; i++) {
        TimeUnit unit = (TimeUnit)g_rand_int_range(random, TIME_SECOND, TIME_YEAR + 1);
        double size = pow(10, g_rand_double_range(random, 0, 10.5));
        double min = g_rand_double_range(random, -5e9, 5e9);
        TickRequest request = { .length = g_rand_double_range(random, 0, 1200),
                                .horizontal = i % 3 > 0,
                                .widen = i % 5 < 2 };
        Scale scale = scale_continuous(SCALE_TIME, min, min + size);
        g_autoptr(TickSet) set = ticks_time(&scale, unit, &request);

        g_assert_cmpuint(set->ticks->len, >, 0);
        g_assert_cmpint((int)set->unit, >=, (int)MIN(unit, TIME_MONTH));
        assert_ticks_are_sound(&scale, &request, set);
        if (!request.widen) {
            g_assert_cmpfloat(tick_of(set, 0)->value, >=, min);
            g_assert_cmpfloat(tick_of(set, set->ticks->len - 1)->value, <=, min + size);
        } else {
            g_assert_cmpfloat(set->min, <=, min);
            g_assert_cmpfloat(set->max, >=, min + size);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(path, function) g_test_add_func("/ticks/time/" path, function)
    TEST("given-years-shorten-before-they-go", test_given_years_shorten_before_they_go);
    TEST("two-ticks-say-the-step", test_two_ticks_say_the_step);
    TEST("years-are-round", test_years_are_round);
    TEST("all-years-when-they-fit", test_all_years_when_they_fit);
    TEST("the-year-stands-at-january", test_the_year_stands_at_january);
    TEST("a-long-first-label-leaves-the-year-to-january",
         test_a_long_first_label_leaves_the_year_to_january);
    TEST("quarters-are-named", test_quarters_are_named);
    TEST("days-say-their-month", test_days_say_their_month);
    TEST("hours-say-the-day-once", test_hours_say_the_day_once);
    TEST("the-day-is-never-left-out", test_the_day_is_never_left_out);
    TEST("steps-are-never-finer-than-the-data", test_steps_are_never_finer_than_the_data);
    TEST("an-explicit-format-wins", test_an_explicit_format_wins);
    TEST("widening-covers-the-domain", test_widening_covers_the_domain);
    TEST("one-moment-has-neighbours", test_one_moment_has_neighbours);
    TEST("the-whole-calendar-fits", test_the_whole_calendar_fits);
    TEST("no-room-leaves-one-label", test_no_room_leaves_one_label);
    TEST("a-fraction-of-a-second-shows-its-beginning",
         test_a_fraction_of_a_second_shows_its_beginning);
    TEST("times-beyond-the-calendar-are-harmless", test_times_beyond_the_calendar_are_harmless);
    TEST("given-moments-choose-their-own-words", test_given_moments_choose_their_own_words);
    TEST("every-domain-has-sound-ticks", test_every_domain_has_sound_ticks);
    return g_test_run();
}
