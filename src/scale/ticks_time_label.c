// What stands at the ticks of a time axis: one line, and what does not change said once.
#include "scale/ticks_internal.h"

#include <math.h>
#include <string.h>

/* 0001-01-01T00:00:00 and 9999-12-31T23:59:59, the reach of the calendar. */
const double time_first = -62135596800, time_last = 253402300799;

/* The label where nothing new is to be said about the year or the day. */
static const char *
short_format(const TickWords *words, TimeUnit unit)
{
    if (words != NULL)
        return unit <= TIME_HOUR   ? words->in_day[unit]
               : unit == TIME_YEAR ? words->full[unit]
                                   : words->in_year[unit == TIME_WEEK ? TIME_DAY : unit];
    switch (unit) {
    case TIME_SECOND:
        return "%H:%M:%S";
    case TIME_MINUTE:
    case TIME_HOUR:
        return "%H:%M";
    case TIME_DAY:
    case TIME_WEEK:
        return "%-d %b";
    case TIME_MONTH:
        return "%b";
    case TIME_QUARTER:
        return "Q%q";
    case TIME_YEAR:
        break;
    }
    return "%Y";
}

/* The label where a year begins, or is first said. */
static const char *
year_format(const TickWords *words, TimeUnit unit, gboolean midnight, gboolean january)
{
    if (words != NULL)
        return words->full[unit <= TIME_HOUR               ? (midnight ? TIME_DAY : unit)
                           : unit == TIME_WEEK             ? TIME_DAY
                           : january && unit >= TIME_MONTH ? TIME_YEAR
                                                           : unit];
    switch (unit) {
    case TIME_SECOND:
        return midnight ? "%-d %b %Y" : "%-d %b %Y %H:%M:%S";
    case TIME_MINUTE:
    case TIME_HOUR:
        return midnight ? "%-d %b %Y" : "%-d %b %Y %H:%M";
    case TIME_DAY:
    case TIME_WEEK:
        return "%-d %b %Y";
    case TIME_MONTH:
        return january ? "%Y" : "%b %Y";
    case TIME_QUARTER:
        return january ? "%Y" : "Q%q %Y";
    case TIME_YEAR:
        break;
    }
    return "%Y";
}

/* The label where a day begins, or is first said, within a known year. */
static const char *
day_format(const TickWords *words, TimeUnit unit, gboolean midnight)
{
    if (unit > TIME_HOUR || midnight)
        return short_format(words, MAX(unit, TIME_DAY));
    if (words != NULL)
        return words->in_year[unit];
    return unit == TIME_SECOND ? "%-d %b %H:%M:%S" : "%-d %b %H:%M";
}

static gboolean
is_midnight(const TimeParts *parts)
{
    return parts->hour == 0 && parts->minute == 0 && parts->second < 1;
}

/* Whether the context of a unit begins here: the day for hours, the year for days and months. */
static gboolean
is_boundary(const TimeParts *parts, const TimeParts *before, TimeUnit unit)
{
    if (unit <= TIME_HOUR)
        return is_midnight(parts);
    return before != NULL ? parts->year != before->year : parts->month == 1 && parts->day == 1;
}

static const char *
choose_format(const TickWords *words, const TimeParts *parts, const TimeParts *said, TimeUnit unit)
{
    if (said == NULL || parts->year != said->year)
        return year_format(words, unit, is_midnight(parts), parts->month == 1);
    if (parts->month != said->month || parts->day != said->day)
        return day_format(words, unit, is_midnight(parts));
    return short_format(words, unit);
}

static void
append_time(GString *out, const TickWords *words, double time, const char *format)
{
    if (words != NULL)
        words->append_time(words->language, out, time, format);
    else
        calendar_append_format(out, time, format);
}

gboolean
time_labels_write(GArray *ticks, TimeUnit unit, gboolean late, const TickRequest *request)
{
    gboolean silent = late && request->time_format == NULL;
    TimeParts before = { 0 };

    for (guint i = 0; i < ticks->len; i++) {
        Tick *tick = tick_at(ticks, i);
        TimeParts parts = calendar_parts(tick->value);
        gboolean begins = silent && is_boundary(&parts, i > 0 ? &before : NULL, unit);
        const char *format = request->time_format;
        GString *label = g_string_new(request->prefix);

        if (format == NULL)
            format = silent && !begins ? short_format(request->words, unit)
                                       : choose_format(request->words, &parts,
                                                       begins || i == 0 ? NULL : &before, unit);
        silent = silent && !begins;
        append_time(label, request->words, tick->value, format);
        if (request->suffix != NULL)
            g_string_append(label, request->suffix);
        g_free(tick->label);
        tick->label = g_string_free(label, FALSE);
        before = parts;
    }
    return !silent;
}

void
time_labels_shorten(GArray *ticks, TimeUnit unit, const TickRequest *request)
{
    int century = 0;

    if (unit != TIME_YEAR || request->time_format != NULL ||
        (request->words != NULL && strcmp(request->words->full[TIME_YEAR], "%Y") != 0))
        return;
    for (guint i = 0; i < ticks->len; i++) {
        Tick *tick = tick_at(ticks, i);
        int year = calendar_parts(tick->value).year;

        if (i > 0 && year / 100 == century) {
            g_free(tick->label);
            tick->label =
                g_strdup_printf("%s’%02d%s", request->prefix != NULL ? request->prefix : "",
                                year % 100, request->suffix != NULL ? request->suffix : "");
        }
        century = year / 100;
    }
}

TimeUnit
time_labels_unit(const GArray *ticks, TimeUnit data_unit)
{
    static const TimeUnit units[] = { TIME_YEAR, TIME_QUARTER, TIME_MONTH,
                                      TIME_DAY,  TIME_MINUTE,  TIME_SECOND };

    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        gboolean fits = units[i] != TIME_QUARTER || data_unit == TIME_QUARTER;

        for (guint k = 0; k < ticks->len && fits; k++)
            fits = calendar_floor(tick_at(ticks, k)->value, units[i]) == tick_at(ticks, k)->value;
        if (fits)
            return units[i];
    }
    return TIME_SECOND;
}
