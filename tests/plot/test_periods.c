#include "plot/periods.h"

#include <math.h>

static double
day(int year, int month, int number)
{
    double time = NAN;

    g_assert_true(calendar_make(year, month, number, 0, 0, 0, &time));
    return time;
}

static void
test_years_are_regular(void)
{
    const double times[] = { day(2018, 1, 1), day(1995, 1, 1), NAN, day(1996, 1, 1),
                             day(1997, 1, 1) };
    Periods periods = periods_find(times, 5, TIME_YEAR);

    g_assert_true(periods.regular);
    g_assert_cmpuint(periods.step, ==, 1);
    g_assert_cmpint(periods_between(&periods, times[1], times[0]), ==, 23);
    g_assert_cmpfloat(periods_add(&periods, times[1], 23), ==, times[0]);
}

static void
test_every_fifth_year_has_a_step(void)
{
    const double times[] = { day(1995, 1, 1), day(2000, 1, 1), day(2005, 1, 1), day(2020, 1, 1) };
    Periods periods = periods_find(times, 4, TIME_YEAR);

    g_assert_true(periods.regular);
    g_assert_cmpuint(periods.step, ==, 5);
    g_assert_cmpint(periods_between(&periods, times[2], times[3]), ==, 3);
    g_assert_cmpfloat(periods_add(&periods, times[2], 3), ==, times[3]);
}

static void
test_no_rhythm_is_none(void)
{
    const double times[] = { day(1995, 1, 1), day(1997, 1, 1), day(2000, 1, 1), day(2007, 1, 1) };

    g_assert_false(periods_find(times, 4, TIME_YEAR).regular);
    g_assert_false(periods_find(times, 2, TIME_YEAR).regular);
    g_assert_false(periods_find(times, 0, TIME_YEAR).regular);
}

static void
test_months_are_no_days(void)
{
    const double times[] = { day(2020, 1, 1), day(2020, 2, 1), day(2020, 3, 1), day(2020, 5, 1) };
    Periods periods = periods_find(times, 4, TIME_MONTH);

    g_assert_true(periods.regular);
    g_assert_cmpint(periods_between(&periods, times[2], times[3]), ==, 2);
    g_assert_cmpfloat(periods_add(&periods, times[0], 2), ==, times[2]);
}

/* Two weeks of a stock exchange: Friday to Monday is one step. */
static void
test_weekends_are_not_absent(void)
{
    double times[10];
    Periods periods;

    for (int i = 0; i < 5; i++) {
        times[i] = day(2021, 3, 1 + i);
        times[5 + i] = day(2021, 3, 8 + i);
    }
    periods = periods_find(times, 10, TIME_DAY);
    g_assert_true(periods.regular);
    g_assert_true(periods.weekdays);
    g_assert_cmpint(periods_between(&periods, times[4], times[5]), ==, 1);
    g_assert_cmpint(periods_between(&periods, times[0], times[9]), ==, 9);
    g_assert_cmpfloat(periods_add(&periods, times[4], 1), ==, times[5]);
    g_assert_cmpfloat(periods_add(&periods, times[0], 9), ==, times[9]);
    times[3] = day(2021, 3, 6);
    g_assert_false(periods_find(times, 10, TIME_DAY).weekdays);
}

static void
test_adding_inverts_counting(void)
{
    for (TimeUnit unit = TIME_DAY; unit <= TIME_YEAR; unit++) {
        Periods periods = { TRUE, unit, 3, FALSE };
        double start = calendar_floor(day(1999, 12, 31), unit);

        for (int n = 0; n < 200; n++)
            g_assert_cmpint(periods_between(&periods, start, periods_add(&periods, start, n)), ==,
                            n);
    }
}

/* Statistics offices date a month by its first day. */
static void
test_first_days_stand_for_months(void)
{
    const double months[] = { day(2019, 1, 1), day(2019, 2, 1), day(2019, 3, 1), day(2019, 5, 1) };
    const double quarters[] = { day(2019, 1, 1), day(2019, 4, 1), day(2019, 7, 1) };
    Periods periods = periods_find(months, 4, TIME_DAY);

    g_assert_true(periods.regular);
    g_assert_cmpint(periods.unit, ==, TIME_MONTH);
    g_assert_cmpuint(periods.step, ==, 1);
    g_assert_cmpint(periods_between(&periods, months[2], months[3]), ==, 2);
    periods = periods_find(quarters, 3, TIME_DAY);
    g_assert_true(periods.regular);
    g_assert_cmpuint(periods.step, ==, 3);
}

/* Two of five distances are no rhythm, two of four are; one that is no multiple breaks it. */
static void
test_half_of_the_distances_decide(void)
{
    const double times[] = { day(2000, 1, 1), day(2001, 1, 1), day(2002, 1, 1),
                             day(2005, 1, 1), day(2009, 1, 1), day(2016, 1, 1) };
    const double census[] = { day(1990, 1, 1), day(2000, 1, 1), day(2010, 1, 1), day(2015, 1, 1) };

    g_assert_false(periods_find(times, 6, TIME_YEAR).regular);
    g_assert_true(periods_find(times, 5, TIME_YEAR).regular);
    g_assert_false(periods_find(census, 4, TIME_YEAR).regular);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/periods/years-are-regular", test_years_are_regular);
    g_test_add_func("/periods/every-fifth-year-has-a-step", test_every_fifth_year_has_a_step);
    g_test_add_func("/periods/no-rhythm-is-none", test_no_rhythm_is_none);
    g_test_add_func("/periods/months-are-no-days", test_months_are_no_days);
    g_test_add_func("/periods/weekends-are-not-absent", test_weekends_are_not_absent);
    g_test_add_func("/periods/adding-inverts-counting", test_adding_inverts_counting);
    g_test_add_func("/periods/first-days-stand-for-months", test_first_days_stand_for_months);
    g_test_add_func("/periods/half-of-the-distances-decide", test_half_of_the_distances_decide);
    return g_test_run();
}
