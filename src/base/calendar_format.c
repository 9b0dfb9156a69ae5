#include "base/calendar.h"
#include "base/calendar_names.h"

#include <math.h>
#include <string.h>

const char *const calendar_months[12] = { "January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December" };

static const char *const weekdays[7] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday" };

const char *
calendar_unit_name(TimeUnit unit)
{
    static const char *const names[] = { "second", "minute", "hour",    "day",
                                         "week",   "month",  "quarter", "year" };

    g_assert(unit < G_N_ELEMENTS(names));
    return names[unit];
}

/* At least width places, filled with pad; 0: no filling. */
static void
append_padded(GString *out, int value, int width, char pad)
{
    char text[16];
    int length = g_snprintf(text, sizeof text, "%d", value);

    for (; length < width; length++)
        g_string_append_c(out, pad);
    g_string_append(out, text);
}

static int
day_of_year(const TimeParts *parts)
{
    int day = parts->day;

    for (int month = 1; month < parts->month; month++)
        day += calendar_days_in_month(parts->year, month);
    return day;
}

/* The codes that are words. FALSE when code is none of them. */
static gboolean
append_name(GString *out, const TimeParts *parts, char code)
{
    switch (code) {
    case 'B':
        g_string_append(out, calendar_months[parts->month - 1]);
        return TRUE;
    case 'b':
        g_string_append_len(out, calendar_months[parts->month - 1], 3);
        return TRUE;
    case 'A':
        g_string_append(out, weekdays[parts->weekday - 1]);
        return TRUE;
    case 'a':
        g_string_append_len(out, weekdays[parts->weekday - 1], 3);
        return TRUE;
    case 'p':
        g_string_append(out, parts->hour < 12 ? "AM" : "PM");
        return TRUE;
    case '%':
        g_string_append_c(out, '%');
        return TRUE;
    default:
        return FALSE;
    }
}

/* The codes that are numbers, and how wide they are. FALSE when code is none of them. */
static gboolean
find_number(const TimeParts *parts, char code, int *ret_value, int *ret_width)
{
    const struct {
        char code;
        int value, width;
    } numbers[] = {
        { 'Y', parts->year, 4 },
        { 'G', parts->iso_year, 4 },
        { 'y', ((parts->year % 100) + 100) % 100, 2 },
        { 'm', parts->month, 2 },
        { 'd', parts->day, 2 },
        { 'e', parts->day, 2 },
        { 'H', parts->hour, 2 },
        { 'I', (parts->hour + 11) % 12 + 1, 2 },
        { 'M', parts->minute, 2 },
        { 'S', (int)parts->second, 2 },
        { 'j', code == 'j' ? day_of_year(parts) : 0, 3 },
        { 'q', (parts->month + 2) / 3, 1 },
        { 'V', parts->iso_week, 2 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (numbers[i].code == code) {
            *ret_value = numbers[i].value;
            *ret_width = numbers[i].width;
            return TRUE;
        }
    return FALSE;
}

/* Writes the code at p, which follows a '%'; returns what follows it, NULL when it is none. */
static const char *
append_code(GString *out, const TimeParts *parts, const char *p)
{
    gboolean bare = *p == '-' && p[1] != '\0' && strchr("mdHI", p[1]);
    char code = bare ? p[1] : *p;
    int value, width;

    if (!bare && append_name(out, parts, code))
        return p + 1;
    if (!find_number(parts, code, &value, &width))
        return NULL;
    append_padded(out, value, bare ? 0 : width, code == 'e' ? ' ' : '0');
    return p + (bare ? 2 : 1);
}

void
calendar_append_format(GString *out, double time, const char *format)
{
    TimeParts parts = calendar_parts(time);

    for (const char *p = format; *p != '\0';) {
        const char *next = *p == '%' ? append_code(out, &parts, p + 1) : NULL;

        if (next)
            p = next;
        else
            g_string_append_c(out, *p++);
    }
}

const char *
calendar_check_label_format(const char *format)
{
    g_autoptr(GString) text = g_string_new(NULL);
    TimeParts parts = calendar_parts(0);

    for (const char *p = format; *p != '\0';) {
        if (*p != '%') {
            p++;
            continue;
        }
        if (p[1] == '\0')
            return "a % stands at its end";
        p = append_code(text, &parts, p + 1);
        if (!p)
            return "it has a % code that is not known";
    }
    return NULL;
}

/* Microseconds when the time is no whole second. */
static void
append_fraction(GString *out, double fraction)
{
    char text[16];
    gsize length;

    if (!(fraction * 1e6 >= 0.5))
        return;
    length = (gsize)g_snprintf(text, sizeof text, ".%06u", (guint)(fraction * 1e6 + 0.5));
    while (text[length - 1] == '0')
        length--;
    g_string_append_len(out, text, (gssize)length);
}

void
calendar_append_iso(GString *out, double time, TimeUnit unit)
{
    double whole = floor(time);

    switch (unit) {
    case TIME_SECOND:
        if (time - whole >= 0.9999995)
            time = ++whole;
        calendar_append_format(out, time, "%Y-%m-%dT%H:%M:%S");
        append_fraction(out, time - whole);
        g_string_append_c(out, 'Z');
        return;
    case TIME_MINUTE:
    case TIME_HOUR:
        calendar_append_format(out, time, "%Y-%m-%dT%H:%MZ");
        return;
    case TIME_DAY:
        calendar_append_format(out, time, "%Y-%m-%d");
        return;
    case TIME_WEEK:
        calendar_append_format(out, time, "%G-W%V");
        return;
    case TIME_MONTH:
        calendar_append_format(out, time, "%Y-%m");
        return;
    case TIME_QUARTER:
        calendar_append_format(out, time, "%Y-Q%q");
        return;
    case TIME_YEAR:
        calendar_append_format(out, time, "%Y");
        return;
    }
}

void
calendar_append_label(GString *out, double time, TimeUnit unit)
{
    switch (unit) {
    case TIME_SECOND:
        calendar_append_format(out, time, "%-d %b %Y %H:%M:%S");
        return;
    case TIME_MINUTE:
    case TIME_HOUR:
        calendar_append_format(out, time, "%-d %b %Y %H:%M");
        return;
    case TIME_DAY:
        calendar_append_format(out, time, "%-d %b %Y");
        return;
    case TIME_WEEK: {
        TimeParts parts = calendar_parts(time);

        g_string_append_printf(out, "Week %d %d", parts.iso_week, parts.iso_year);
        return;
    }
    case TIME_MONTH:
        calendar_append_format(out, time, "%b %Y");
        return;
    case TIME_QUARTER:
        calendar_append_format(out, time, "Q%q %Y");
        return;
    case TIME_YEAR:
        calendar_append_format(out, time, "%Y");
        return;
    }
}
