#include "base/calendar.h"

#include <math.h>

enum { DAY_SECONDS = 86400, FIRST_YEAR = 1, LAST_YEAR = 9999 };

/* Far outside the years of the calendar, near enough for every sum to fit. */
#define SECONDS_BOUND 1e15

static gint64
floor_divide(gint64 a, gint64 b)
{
    gint64 quotient = a / b;

    return quotient - (a % b < 0);
}

/* Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", 2021). The year
 * starts in March there, so that the leap day is its last. */
static gint64
days_from_civil(gint64 year, int month, int day)
{
    gint64 y = year - (month <= 2);
    gint64 era = floor_divide(y, 400), of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
civil_from_days(gint64 days, gint64 *ret_year, int *ret_month, int *ret_day)
{
    gint64 shifted = days + 719468, era = floor_divide(shifted, 146097);
    int of_era = (int)(shifted - era * 146097);
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100);
    int month = (5 * of_year + 2) / 153;

    *ret_day = of_year - (153 * month + 2) / 5 + 1;
    *ret_month = month < 10 ? month + 3 : month - 9;
    *ret_year = year + era * 400 + (*ret_month <= 2);
}

/* Whole seconds, downwards. */
static gint64
whole_seconds(double time)
{
    if (isnan(time))
        return 0;
    return (gint64)floor(CLAMP(time, -SECONDS_BOUND, SECONDS_BOUND));
}

static gint64
day_of(double time)
{
    return floor_divide(whole_seconds(time), DAY_SECONDS);
}

/* 1970-01-01 was a Thursday. */
static gint64
monday_of(gint64 day)
{
    return floor_divide(day + 3, 7) * 7 - 3;
}

int
calendar_days_in_month(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    if (month < 1 || month > 12)
        return 0;
    return lengths[month - 1] + (month == 2 && leap);
}

gboolean
calendar_make(int year, int month, int day, int hour, int minute, double second, double *ret_time)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 ||
        day > calendar_days_in_month(year, month) || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || !(second >= 0 && second < 60))
        return FALSE;
    *ret_time =
        (double)(days_from_civil(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60) +
        second;
    return TRUE;
}

/* The ISO year is the one that the Thursday of the week lies in. */
static void
fill_week(TimeParts *parts, gint64 day)
{
    gint64 monday = monday_of(day), year;
    int month, of_month;

    civil_from_days(monday + 3, &year, &month, &of_month);
    parts->weekday = (int)(day - monday) + 1;
    parts->iso_year = (int)year;
    parts->iso_week = (int)((monday + 3 - days_from_civil(year, 1, 1)) / 7) + 1;
}

TimeParts
calendar_parts(double time)
{
    TimeParts parts;
    gint64 whole = whole_seconds(time), day, year;
    double fraction = fabs(time) < SECONDS_BOUND ? time - (double)whole : 0;
    int rest;

    /* A time just before a second is that second when the difference is too small for a double. */
    if (fraction >= 1) {
        whole++;
        fraction = 0;
    }
    day = floor_divide(whole, DAY_SECONDS);
    rest = (int)(whole - day * DAY_SECONDS);
    civil_from_days(day, &year, &parts.month, &parts.day);
    parts.year = (int)year;
    parts.hour = rest / 3600;
    parts.minute = rest / 60 % 60;
    parts.second = rest % 60 + fraction;
    if (parts.second >= 60)
        parts.second = nextafter(60, 0);
    fill_week(&parts, day);
    return parts;
}

/* The first day of the month that is n months after the one that contains day. */
static gint64
add_months(gint64 day, gint64 n)
{
    gint64 year, months;
    int month, of_month;

    civil_from_days(day, &year, &month, &of_month);
    months = year * 12 + month - 1 + n;
    year = floor_divide(months, 12);
    return days_from_civil(year, (int)(months - year * 12) + 1, 1);
}

static gint64
month_index(double time)
{
    gint64 year;
    int month, day;

    civil_from_days(day_of(time), &year, &month, &day);
    return year * 12 + month - 1;
}

static double
floor_seconds(double time, int step)
{
    return (double)(floor_divide(whole_seconds(time), step) * step);
}

double
calendar_floor(double time, TimeUnit unit)
{
    switch (unit) {
    case TIME_SECOND:
        return floor_seconds(time, 1);
    case TIME_MINUTE:
        return floor_seconds(time, 60);
    case TIME_HOUR:
        return floor_seconds(time, 3600);
    case TIME_DAY:
        return floor_seconds(time, DAY_SECONDS);
    case TIME_WEEK:
        return (double)(monday_of(day_of(time)) * DAY_SECONDS);
    case TIME_MONTH:
        return (double)(add_months(day_of(time), 0) * DAY_SECONDS);
    case TIME_QUARTER:
        return (double)(add_months(day_of(time), -(month_index(time) % 3)) * DAY_SECONDS);
    case TIME_YEAR:
        return (double)(add_months(day_of(time), -(month_index(time) % 12)) * DAY_SECONDS);
    }
    g_assert_not_reached();
}

double
calendar_add(double time, TimeUnit unit, int n)
{
    switch (unit) {
    case TIME_SECOND:
        return time + n;
    case TIME_MINUTE:
        return time + 60.0 * n;
    case TIME_HOUR:
        return time + 3600.0 * n;
    case TIME_DAY:
        return time + (double)DAY_SECONDS * n;
    case TIME_WEEK:
        return time + 7.0 * DAY_SECONDS * n;
    case TIME_MONTH:
        return (double)(add_months(day_of(time), n) * DAY_SECONDS);
    case TIME_QUARTER:
        return (double)(add_months(day_of(time), (gint64)n * 3) * DAY_SECONDS);
    case TIME_YEAR:
        return (double)(add_months(day_of(time), (gint64)n * 12) * DAY_SECONDS);
    }
    g_assert_not_reached();
}

gint64
calendar_between(double from, double to, TimeUnit unit)
{
    gint64 seconds = whole_seconds(to) - whole_seconds(from);

    switch (unit) {
    case TIME_SECOND:
        return seconds;
    case TIME_MINUTE:
        return floor_divide(seconds, 60);
    case TIME_HOUR:
        return floor_divide(seconds, 3600);
    case TIME_DAY:
        return floor_divide(seconds, DAY_SECONDS);
    case TIME_WEEK:
        return floor_divide(seconds, 7 * DAY_SECONDS);
    case TIME_MONTH:
        return month_index(to) - month_index(from);
    case TIME_QUARTER:
        return floor_divide(month_index(to) - month_index(from), 3);
    case TIME_YEAR:
        return floor_divide(month_index(to) - month_index(from), 12);
    }
    g_assert_not_reached();
}
