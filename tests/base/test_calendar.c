#include "base/calendar.h"

#include <math.h>

enum { DAY = 86400 };

static double
make(int year, int month, int day)
{
    double time = NAN;

    g_assert_true(calendar_make(year, month, day, 0, 0, 0, &time));
    return time;
}

static double
make_time(int year, int month, int day, int hour, int minute, double second)
{
    double time = NAN;

    g_assert_true(calendar_make(year, month, day, hour, minute, second, &time));
    return time;
}

static void
test_known_times(void)
{
    g_assert_cmpfloat(make(1970, 1, 1), ==, 0);
    g_assert_cmpfloat(make(2000, 3, 1), ==, 951868800);
    g_assert_cmpfloat(make(1969, 12, 31), ==, -DAY);
    g_assert_cmpfloat(make(1, 1, 1), ==, -62135596800.0);
    g_assert_cmpfloat(make_time(9999, 12, 31, 23, 59, 59), ==, 253402300799.0);
    g_assert_cmpfloat(make_time(2038, 1, 19, 3, 14, 8), ==, 2147483648.0);
    g_assert_cmpfloat(make_time(1969, 12, 31, 23, 59, 59.5), ==, -0.5);
}

/* Counts on its own, day by day, and so knows the leap rule a second time. */
static void
test_every_day(void)
{
    int year = 1899, month = 1, day = 1, weekday = 7;

    for (double time = make(1899, 1, 1); year <= 2101; time += DAY) {
        TimeParts parts = calendar_parts(time + DAY - 1);
        gboolean leap = year % 4 == 0 && year != 1900 && year != 2100;
        int last = month == 2                                              ? 28 + leap
                   : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                           : 31;

        g_assert_cmpint(parts.year, ==, year);
        g_assert_cmpint(parts.month, ==, month);
        g_assert_cmpint(parts.day, ==, day);
        g_assert_cmpint(parts.weekday, ==, weekday);
        g_assert_cmpint(parts.hour, ==, 23);
        g_assert_cmpint(parts.minute, ==, 59);
        g_assert_cmpfloat(parts.second, ==, 59);
        g_assert_cmpfloat(make(year, month, day), ==, time);
        g_assert_cmpint(calendar_days_in_month(year, month), ==, last);
        weekday = weekday % 7 + 1;
        if (++day > last) {
            day = 1;
            month = month % 12 + 1;
            year += month == 1;
        }
    }
}

static void
test_leap_years(void)
{
    static const struct {
        int year, days;
    } rows[] = { { 2000, 29 }, { 1900, 28 }, { 2100, 28 }, { 2400, 29 }, { 2023, 28 },
                 { 2024, 29 }, { 4, 29 },    { 100, 28 },  { 400, 29 },  { 9996, 29 } };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(calendar_days_in_month(rows[i].year, 2), ==, rows[i].days);
    g_assert_cmpint(calendar_days_in_month(2000, 0), ==, 0);
    g_assert_cmpint(calendar_days_in_month(2000, 13), ==, 0);
}

static void
test_impossible(void)
{
    static const struct {
        int year, month, day, hour, minute;
        double second;
    } rows[] = {
        { 2023, 2, 29, 0, 0, 0 },  { 1900, 2, 29, 0, 0, 0 },     { 2019, 13, 1, 0, 0, 0 },
        { 2019, 0, 1, 0, 0, 0 },   { 2019, 6, 31, 0, 0, 0 },     { 2019, 1, 0, 0, 0, 0 },
        { 2019, 1, 32, 0, 0, 0 },  { 0, 1, 1, 0, 0, 0 },         { 10000, 1, 1, 0, 0, 0 },
        { 2019, 1, 1, 24, 0, 0 },  { 2019, 1, 1, -1, 0, 0 },     { 2019, 1, 1, 0, 60, 0 },
        { 2019, 1, 1, 0, -1, 0 },  { 2016, 12, 31, 23, 59, 60 }, { 2019, 1, 1, 0, 0, -0.5 },
        { 2019, 1, 1, 0, 0, NAN }, { -5, 1, 1, 0, 0, 0 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        double time = 99;

        g_assert_false(calendar_make(rows[i].year, rows[i].month, rows[i].day, rows[i].hour,
                                     rows[i].minute, rows[i].second, &time));
        g_assert_cmpfloat(time, ==, 99);
    }
}

static void
test_iso_weeks(void)
{
    static const struct {
        int year, month, day, iso_year, iso_week, weekday;
    } rows[] = {
        { 2008, 12, 28, 2008, 52, 7 }, { 2008, 12, 29, 2009, 1, 1 },  { 2010, 1, 3, 2009, 53, 7 },
        { 2010, 1, 4, 2010, 1, 1 },    { 2005, 1, 1, 2004, 53, 6 },   { 2005, 1, 2, 2004, 53, 7 },
        { 2005, 12, 31, 2005, 52, 6 }, { 2007, 1, 1, 2007, 1, 1 },    { 2007, 12, 30, 2007, 52, 7 },
        { 2007, 12, 31, 2008, 1, 1 },  { 2008, 1, 1, 2008, 1, 2 },    { 2020, 12, 31, 2020, 53, 4 },
        { 2021, 1, 3, 2020, 53, 7 },   { 2021, 1, 4, 2021, 1, 1 },    { 1970, 1, 1, 1970, 1, 4 },
        { 1969, 12, 29, 1970, 1, 1 },  { 1969, 12, 28, 1969, 52, 7 }, { 2019, 2, 11, 2019, 7, 1 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        TimeParts parts = calendar_parts(make(rows[i].year, rows[i].month, rows[i].day));

        g_assert_cmpint(parts.iso_year, ==, rows[i].iso_year);
        g_assert_cmpint(parts.iso_week, ==, rows[i].iso_week);
        g_assert_cmpint(parts.weekday, ==, rows[i].weekday);
    }
}

static void
test_fractions(void)
{
    TimeParts parts = calendar_parts(-0.25);

    g_assert_cmpint(parts.year, ==, 1969);
    g_assert_cmpint(parts.hour, ==, 23);
    g_assert_cmpfloat(parts.second, ==, 59.75);
    parts = calendar_parts(-1e-300);
    g_assert_cmpint(parts.year, ==, 1970);
    g_assert_cmpfloat(parts.second, ==, 0);
    parts = calendar_parts(60 - 1e-14);
    g_assert_cmpint(parts.minute, ==, 0);
    g_assert_true(parts.second < 60);
}

static void
test_no_time(void)
{
    static const double times[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, 1e15, -1e15 };

    g_assert_cmpint(calendar_parts(NAN).year, ==, 1970);
    for (guint i = 0; i < G_N_ELEMENTS(times); i++) {
        TimeParts parts = calendar_parts(times[i]);

        g_assert_true(parts.month >= 1 && parts.month <= 12 && parts.second >= 0);
        for (TimeUnit unit = TIME_SECOND; unit <= TIME_YEAR; unit++) {
            calendar_floor(times[i], unit);
            calendar_add(times[i], unit, G_MAXINT);
            calendar_between(times[i], 0, unit);
        }
    }
    g_assert_cmpint(calendar_parts(make(1, 1, 1) - 1).year, ==, 0);
    g_assert_cmpint(calendar_parts(make(9999, 12, 31) + DAY).year, ==, 10000);
}

static void
test_floor(void)
{
    double late = make_time(2019, 11, 14, 17, 45, 12.5), early = make_time(1931, 6, 7, 5, 4, 3.25);
    const struct {
        double time;
        TimeUnit unit;
        double start;
    } rows[] = {
        { late, TIME_SECOND, make_time(2019, 11, 14, 17, 45, 12) },
        { late, TIME_MINUTE, make_time(2019, 11, 14, 17, 45, 0) },
        { late, TIME_HOUR, make_time(2019, 11, 14, 17, 0, 0) },
        { late, TIME_DAY, make(2019, 11, 14) },
        { late, TIME_WEEK, make(2019, 11, 11) },
        { late, TIME_MONTH, make(2019, 11, 1) },
        { late, TIME_QUARTER, make(2019, 10, 1) },
        { late, TIME_YEAR, make(2019, 1, 1) },
        { early, TIME_SECOND, make_time(1931, 6, 7, 5, 4, 3) },
        { early, TIME_MINUTE, make_time(1931, 6, 7, 5, 4, 0) },
        { early, TIME_HOUR, make_time(1931, 6, 7, 5, 0, 0) },
        { early, TIME_DAY, make(1931, 6, 7) },
        { early, TIME_WEEK, make(1931, 6, 1) },
        { early, TIME_MONTH, make(1931, 6, 1) },
        { early, TIME_QUARTER, make(1931, 4, 1) },
        { early, TIME_YEAR, make(1931, 1, 1) },
        { make(1969, 12, 31), TIME_WEEK, make(1969, 12, 29) },
        { -0.5, TIME_YEAR, make(1969, 1, 1) },
        { -0.5, TIME_SECOND, -1 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        double start = calendar_floor(rows[i].time, rows[i].unit);

        g_assert_cmpfloat(start, ==, rows[i].start);
        g_assert_cmpfloat(calendar_floor(start, rows[i].unit), ==, start);
    }
}

static void
test_add(void)
{
    g_assert_cmpfloat(calendar_add(make(2019, 11, 1), TIME_MONTH, 3), ==, make(2020, 2, 1));
    g_assert_cmpfloat(calendar_add(make(2019, 11, 1), TIME_MONTH, -11), ==, make(2018, 12, 1));
    g_assert_cmpfloat(calendar_add(make(1970, 1, 1), TIME_MONTH, -1), ==, make(1969, 12, 1));
    g_assert_cmpfloat(calendar_add(make(2019, 10, 1), TIME_QUARTER, 1), ==, make(2020, 1, 1));
    g_assert_cmpfloat(calendar_add(make(2019, 1, 1), TIME_YEAR, -119), ==, make(1900, 1, 1));
    g_assert_cmpfloat(calendar_add(make(2019, 2, 28), TIME_DAY, 1), ==, make(2019, 3, 1));
    g_assert_cmpfloat(calendar_add(make(2020, 2, 24), TIME_WEEK, 1), ==, make(2020, 3, 2));
    g_assert_cmpfloat(calendar_add(make(2019, 1, 1), TIME_HOUR, -1), ==,
                      make_time(2018, 12, 31, 23, 0, 0));
}

static void
test_between_undoes_add(void)
{
    static const int steps[] = {
        0, 1, 2, 3, 5, 12, 13, 52, 100, 1000, -1, -2, -7, -12, -100, -999
    };
    const double times[] = { make(1899, 5, 17), make(1969, 12, 31), make(1970, 1, 1),
                             make(2000, 2, 29), make(2019, 11, 14) };

    for (TimeUnit unit = TIME_SECOND; unit <= TIME_YEAR; unit++)
        for (guint i = 0; i < G_N_ELEMENTS(times); i++)
            for (guint j = 0; j < G_N_ELEMENTS(steps); j++) {
                double from = calendar_floor(times[i], unit);
                double to = calendar_add(from, unit, steps[j]);

                g_assert_cmpfloat(calendar_floor(to, unit), ==, to);
                g_assert_cmpint(calendar_between(from, to, unit), ==, steps[j]);
                g_assert_cmpint(calendar_between(to, from, unit), ==, -steps[j]);
            }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar/known-times", test_known_times);
    g_test_add_func("/calendar/every-day-from-1899-to-2101", test_every_day);
    g_test_add_func("/calendar/leap-years", test_leap_years);
    g_test_add_func("/calendar/impossible-dates-are-not-made", test_impossible);
    g_test_add_func("/calendar/iso-weeks-at-the-borders-of-years", test_iso_weeks);
    g_test_add_func("/calendar/fractions-of-a-second", test_fractions);
    g_test_add_func("/calendar/no-time-does-no-harm", test_no_time);
    g_test_add_func("/calendar/floor-finds-the-start-of-a-period", test_floor);
    g_test_add_func("/calendar/add-moves-by-periods", test_add);
    g_test_add_func("/calendar/between-undoes-add", test_between_undoes_add);
    return g_test_run();
}
