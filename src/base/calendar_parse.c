#include "base/calendar_scan.h"

/* The longest notation has 35 characters; more digits of a fraction than this nobody writes. */
enum { LONGEST_DATE = 64 };

/* Two digits at p as a number, negative when one is none. The reader of a large file spends its
 * time here, so there are no cursors on this way. */
static inline int
two_digits(const char *p)
{
    guint tens = (guint)p[0] - '0', ones = (guint)p[1] - '0';

    return tens < 10 && ones < 10 ? (int)(tens * 10 + ones) : -10000;
}

/* hh, hh:mm or hh:mm:ss with a fraction, and then perhaps an offset, up to the end. */
static gboolean
parse_clock(const char *p, const char *end, gboolean after_t, DateFields *fields)
{
    Cursor c = { p, end };

    if (end - p == 8 && p[2] == ':' && p[5] == ':') {
        fields->hour = two_digits(p);
        fields->minute = two_digits(p + 3);
        fields->second = two_digits(p + 6);
        fields->unit = TIME_SECOND;
        return TRUE;
    }
    fields->hour = take_number(&c, 2, 2);
    fields->unit = TIME_HOUR;
    if (take_char(&c, ':')) {
        fields->minute = take_number(&c, 2, 2);
        fields->unit = TIME_MINUTE;
        if (take_char(&c, ':')) {
            fields->second = take_number(&c, 2, 2);
            fields->unit = TIME_SECOND;
            if (fields->second >= 0 && (take_char(&c, '.') || take_char(&c, ','))) {
                double fraction = take_fraction(&c);

                if (fraction < 0)
                    return FALSE;
                fields->second += fraction;
            }
        }
    } else if (!after_t) {
        return FALSE;
    }
    return c.p == end || (take_offset(&c, &fields->offset) && c.p == end);
}

/* Week 1 is the one with 4 January; a week number that is too low or too high leads to a week of
 * another ISO year. */
static gboolean
resolve_week(int year, int week, int weekday, double *ret_time)
{
    double start;

    if (weekday < 1 || weekday > 7 || !calendar_make(year, 1, 4, 0, 0, 0, &start))
        return FALSE;
    start = calendar_add(calendar_floor(start, TIME_WEEK), TIME_WEEK, week - 1);
    if (calendar_parts(start).iso_year != year)
        return FALSE;
    start = calendar_add(start, TIME_DAY, weekday - 1);
    if (calendar_parts(start).year < 1 || calendar_parts(start).year > 9999)
        return FALSE;
    *ret_time = start;
    return TRUE;
}

/* What follows the year in 2019-Q1, 2019Q1, 2019-W07, 2019W07, 2019-W07-3. */
static gboolean
parse_period(int year, Cursor c, double *ret_time, TimeUnit *ret_unit)
{
    gboolean hyphen = take_char(&c, '-');

    if (take_char(&c, 'Q')) {
        int quarter = take_number(&c, 1, 1);

        if (c.p != c.end || !calendar_make(year, quarter * 3 - 2, 1, 0, 0, 0, ret_time))
            return FALSE;
        *ret_unit = TIME_QUARTER;
        return TRUE;
    }
    if (take_char(&c, 'W')) {
        int week = take_number(&c, 2, 2), weekday = 1;
        TimeUnit unit = TIME_WEEK;

        if (hyphen && take_char(&c, '-')) {
            weekday = take_number(&c, 1, 1);
            unit = TIME_DAY;
        }
        if (c.p != c.end || !resolve_week(year, week, weekday, ret_time))
            return FALSE;
        *ret_unit = unit;
        return TRUE;
    }
    return FALSE;
}

static gboolean
parse_iso(const char *text, gsize length, double *ret_time, TimeUnit *ret_unit)
{
    DateFields fields = DATE_FIELDS_START;
    const char *end = text + length;

    if (length < 6)
        return FALSE;
    fields.year = two_digits(text) * 100 + two_digits(text + 2);
    if (fields.year < 1)
        return FALSE;
    if (text[4] != '-' || !g_ascii_isdigit(text[5]))
        return parse_period(fields.year, (Cursor){ text + 4, end }, ret_time, ret_unit);
    if (length < 7)
        return FALSE;
    fields.month = two_digits(text + 5);
    fields.unit = TIME_MONTH;
    if (length > 7) {
        if (length < 10 || text[7] != '-')
            return FALSE;
        fields.day = two_digits(text + 8);
        fields.unit = TIME_DAY;
    }
    if (length > 10 && ((text[10] != 'T' && text[10] != ' ') ||
                        !parse_clock(text + 11, end, text[10] == 'T', &fields)))
        return FALSE;
    if (!date_fields_resolve(&fields, ret_time))
        return FALSE;
    *ret_unit = fields.unit;
    return TRUE;
}

/* Feb 2019, 27 February 2019, February 27, 2019. */
static gboolean
parse_words(const char *text, gsize length, double *ret_time, TimeUnit *ret_unit)
{
    Cursor c = { text, text + length };
    DateFields fields = DATE_FIELDS_START;
    int day = take_number(&c, 1, 2);

    if (day >= 0 && !take_char(&c, ' '))
        return FALSE;
    fields.month = take_month_name(&c);
    if (fields.month == 0 || !take_char(&c, ' '))
        return FALSE;
    fields.unit = TIME_MONTH;
    if (day < 0) {
        Cursor before = c;

        /* The two digits may also be the beginning of the year. */
        day = take_number(&c, 1, 2);
        if (!take_char(&c, ',') || !take_char(&c, ' ')) {
            c = before;
            day = -1;
        }
    }
    if (day >= 0) {
        fields.day = day;
        fields.unit = TIME_DAY;
    }
    fields.year = take_number(&c, 4, 4);
    if (c.p != c.end || !date_fields_resolve(&fields, ret_time))
        return FALSE;
    *ret_unit = fields.unit;
    return TRUE;
}

gboolean
calendar_parse(const char *text, gsize length, double *ret_time, TimeUnit *ret_unit)
{
    if (length < 6 || length > LONGEST_DATE)
        return FALSE;
    if (g_ascii_isdigit(text[0]) && g_ascii_isdigit(text[1]) && g_ascii_isdigit(text[2]))
        return parse_iso(text, length, ret_time, ret_unit);
    return parse_words(text, length, ret_time, ret_unit);
}
