// Times as seconds since 1970-01-01T00:00:00 UTC in the proleptic Gregorian calendar (a double; no
// leap seconds, no local time zone), years 1 to 9999. Everything is exact calendar arithmetic.
#pragma once

#include <glib.h>

/* The precision at which a time was written, and the step of a time axis; fine to coarse. */
typedef enum {
    TIME_SECOND, /* also fractions */
    TIME_MINUTE,
    TIME_HOUR,
    TIME_DAY,
    TIME_WEEK, /* ISO 8601, from Monday */
    TIME_MONTH,
    TIME_QUARTER,
    TIME_YEAR,
} TimeUnit;

typedef struct {
    int year, month, day;   /* 1-based */
    int hour, minute;       /* 0-based */
    double second;          /* 0 <= second < 60 */
    int weekday;            /* 1 Monday to 7 Sunday */
    int iso_year, iso_week; /* ISO 8601 week date */
} TimeParts;

int calendar_days_in_month(int year, int month);
/* FALSE for a date that cannot be (29 February 2023, month 13, hour 24). */
gboolean calendar_make(int year, int month, int day, int hour, int minute, double second,
                       double *ret_time);
/* Never fails: outside the years of the calendar the arithmetic goes on, NaN counts as 1970. */
TimeParts calendar_parts(double time);

/* The start of the period that contains time. */
double calendar_floor(double time, TimeUnit unit);
/* The start of the period n units later (n may be negative); time must be a start. */
double calendar_add(double time, TimeUnit unit, int n);
/* How many starts lie between two starts of unit: the inverse of calendar_add. */
gint64 calendar_between(double from, double to, TimeUnit unit);

/* One whole cell: ISO 8601 dates and times (with Z or an offset; 'T' or one blank; a fraction after
 * '.' or ','), 2019-02, 2019-Q1, 2019Q1, 2019-W07, 2019W07, 2019-W07-3, "Feb 2019", "February
 * 2019", "27 February 2019", "27 Feb 2019", "February 27, 2019", "Feb 27, 2019". A bare year is NOT
 * taken. Impossible dates give FALSE, so do 24:00 and second 60. Case of month names is ignored;
 * English names; "Sept" counts as one. */
gboolean calendar_parse(const char *text, gsize length, double *ret_time, TimeUnit *ret_unit);

/* By our own parser of %Y %y %m %d %e %b %B %H %M %S %z %j %q (quarter) %%; the whole cell must
 * match; two-digit years: 69..99 -> 19xx, 00..68 -> 20xx. %Y is four digits, %y two, the others may
 * lack their leading zero; %e also takes a blank for it; %b and %B take short and full names; %S
 * may have a fraction after '.'; %z is Z, +hh:mm, +hhmm or +hh. Every other character stands for
 * itself. FALSE for a format that calendar_check_format refuses. */
gboolean calendar_parse_format(const char *text, gsize length, const char *format, double *ret_time,
                               TimeUnit *ret_unit);
/* NULL when the format is usable for reading, else what is wrong with it (static text, no full
 * stop): an unknown code, one thing said twice, no year, a day without a month, and the like. */
const char *calendar_check_format(const char *format);

/* strftime-like: %Y %y %m %-m %d %-d %e %b %B %a %A %H %-H %I %-I %M %S %p %j %q %V %G %%. English
 * names. What is no code is copied as it stands. */
void calendar_append_format(GString *out, double time, const char *format);
/* NULL when every code is one that calendar_append_format writes, else what is wrong (static). */
const char *calendar_check_label_format(const char *format);
/* ISO 8601 at the precision of unit: 2019, 2019-Q1, 2019-02, 2019-W07, 2019-02-27,
 * 2019-02-27T12:00Z, 2019-02-27T12:00:00Z (with up to six decimals when it is no whole second). */
void calendar_append_iso(GString *out, double time, TimeUnit unit);
/* For people: 2019, Q1 2019, Feb 2019, Week 7 2019, 27 Feb 2019, 27 Feb 2019 12:00,
 * 27 Feb 2019 12:00:05. */
void calendar_append_label(GString *out, double time, TimeUnit unit);
const char *calendar_unit_name(TimeUnit unit); /* "month" */
