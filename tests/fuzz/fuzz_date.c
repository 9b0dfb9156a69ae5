// The first line is read as a date; the second is a date format, to read it by and to write it by.
#include "base/calendar.h"
#include "fuzz.h"

#include <string.h>

/* What was read stands in the calendar, and its ISO text reads back as the same period. */
static void
check_time(double time, TimeUnit unit)
{
    g_autoptr(GString) text = g_string_new(NULL);
    TimeParts parts = calendar_parts(time);
    double made = 0, back = 0;
    TimeUnit read = TIME_SECOND;

    g_assert_true(calendar_make(parts.year, parts.month, parts.day, parts.hour, parts.minute,
                                parts.second, &made));
    g_assert_true(made == time);
    g_assert_true(calendar_floor(time, unit) <= time);
    calendar_append_label(text, time, unit);
    g_string_truncate(text, 0);
    calendar_append_iso(text, time, unit);
    if (unit != TIME_YEAR && parts.iso_year >= 1 && parts.iso_year <= 9999) {
        g_assert_true(calendar_parse(text->str, text->len, &back, &read));
        g_assert_true(back >= calendar_floor(time, unit) - 1 && back <= time + 1);
    }
}

static void
check_format(const char *text, gsize length, const char *format)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *wrong = calendar_check_format(format);
    double time = 0;
    TimeUnit unit = TIME_SECOND;

    if (calendar_parse_format(text, length, format, &time, &unit)) {
        g_assert_null(wrong);
        check_time(time, unit);
    }
    calendar_check_label_format(format);
    calendar_append_format(out, time, format);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    const char *text = (const char *)data;
    const char *line = size > 0 ? memchr(text, '\n', size) : NULL;
    gsize length = line ? (gsize)(line - text) : size;
    double time = 0;
    TimeUnit unit = TIME_SECOND;

    if (calendar_parse(text, length, &time, &unit))
        check_time(time, unit);
    if (line) {
        g_autofree char *format = g_strndup(line + 1, size - length - 1);

        check_format(text, length, format);
    }
    return 0;
}
