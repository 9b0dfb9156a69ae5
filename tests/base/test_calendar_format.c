#include "base/calendar.h"

#include <math.h>

static double
make(int year, int month, int day, int hour, int minute, double second)
{
    double time = 0;

    g_assert_true(calendar_make(year, month, day, hour, minute, second, &time));
    return time;
}

static void
assert_format(double time, const char *format, const char *expected)
{
    g_autoptr(GString) text = g_string_new("on ");

    calendar_append_format(text, time, format);
    g_assert_cmpstr(text->str + 3, ==, expected);
}

static void
test_codes(void)
{
    double time = make(2019, 2, 7, 4, 5, 6.75);

    assert_format(time, "%Y %y %m %-m %d %-d %e", "2019 19 02 2 07 7  7");
    assert_format(time, "%b %B %a %A", "Feb February Thu Thursday");
    assert_format(time, "%H %-H %I %-I %M %S %p", "04 4 04 4 05 06 AM");
    assert_format(time, "%j %q %V %G %%", "038 1 06 2019 %");
    assert_format(make(2008, 12, 29, 0, 0, 0), "%G-W%V %q %j", "2009-W01 4 364");
    assert_format(make(7, 12, 31, 0, 0, 0), "%Y %y %j", "0007 07 365");
}

static void
test_twelve_hours(void)
{
    assert_format(make(2019, 1, 1, 0, 30, 0), "%-I:%M %p", "12:30 AM");
    assert_format(make(2019, 1, 1, 11, 30, 0), "%-I:%M %p", "11:30 AM");
    assert_format(make(2019, 1, 1, 12, 30, 0), "%-I:%M %p", "12:30 PM");
    assert_format(make(2019, 1, 1, 13, 30, 0), "%-I:%M %p", "1:30 PM");
    assert_format(make(2019, 1, 1, 23, 30, 0), "%I:%M %p", "11:30 PM");
}

static void
test_no_codes(void)
{
    assert_format(0, "", "");
    assert_format(0, "100%", "100%");
    assert_format(0, "%x %-Y %-", "%x %-Y %-");
    assert_format(0, "\xc2\xb5 %Y", "\xc2\xb5 1970");
}

static void
test_check(void)
{
    g_assert_null(calendar_check_label_format("%Y %y %m %-m %d %-d %e %b %B %a %A %H %-H %I %-I"));
    g_assert_null(calendar_check_label_format("%M %S %p %j %q %V %G %% - no more"));
    g_assert_cmpstr(calendar_check_label_format("100%"), ==, "a % stands at its end");
    g_assert_cmpstr(calendar_check_label_format("%x"), ==, "it has a % code that is not known");
    g_assert_cmpstr(calendar_check_label_format("%-Y"), ==, "it has a % code that is not known");
    g_assert_cmpstr(calendar_check_label_format("%-"), ==, "it has a % code that is not known");
}

static void
test_precision(void)
{
    static const struct {
        TimeUnit unit;
        const char *iso, *label;
    } rows[] = {
        { TIME_YEAR, "2019", "2019" },
        { TIME_QUARTER, "2019-Q1", "Q1 2019" },
        { TIME_MONTH, "2019-02", "Feb 2019" },
        { TIME_WEEK, "2019-W07", "Week 7 2019" },
        { TIME_DAY, "2019-02-11", "11 Feb 2019" },
        { TIME_HOUR, "2019-02-11T09:00Z", "11 Feb 2019 09:00" },
        { TIME_MINUTE, "2019-02-11T09:00Z", "11 Feb 2019 09:00" },
        { TIME_SECOND, "2019-02-11T09:00:05Z", "11 Feb 2019 09:00:05" },
    };
    double time = make(2019, 2, 11, 9, 0, 5);

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) iso = g_string_new(NULL), label = g_string_new(NULL);

        calendar_append_iso(iso, time, rows[i].unit);
        calendar_append_label(label, time, rows[i].unit);
        g_assert_cmpstr(iso->str, ==, rows[i].iso);
        g_assert_cmpstr(label->str, ==, rows[i].label);
    }
    g_assert_cmpstr(calendar_unit_name(TIME_SECOND), ==, "second");
    g_assert_cmpstr(calendar_unit_name(TIME_MONTH), ==, "month");
    g_assert_cmpstr(calendar_unit_name(TIME_YEAR), ==, "year");
}

static void
test_fractions(void)
{
    static const struct {
        double second;
        const char *text;
    } rows[] = {
        { 0.5, "2019-02-11T09:00:00.5Z" },     { 7.25, "2019-02-11T09:00:07.25Z" },
        { 7.001, "2019-02-11T09:00:07.001Z" }, { 59.9999999, "2019-02-11T09:01:00Z" },
        { 1e-9, "2019-02-11T09:00:00Z" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new(NULL);

        calendar_append_iso(text, make(2019, 2, 11, 9, 0, rows[i].second), TIME_SECOND);
        g_assert_cmpstr(text->str, ==, rows[i].text);
    }
}

static void
test_reads_back(void)
{
    for (TimeUnit unit = TIME_SECOND; unit <= TIME_YEAR; unit++)
        for (double day = -30000; day < 50000; day += 7.25) {
            g_autoptr(GString) text = g_string_new(NULL);
            double time = calendar_floor(day * 86400, unit), back = 0;
            TimeUnit read;

            calendar_append_iso(text, time, unit);
            if (unit == TIME_YEAR)
                g_assert_true(calendar_parse_format(text->str, text->len, "%Y", &back, &read));
            else
                g_assert_true(calendar_parse(text->str, text->len, &back, &read));
            g_assert_cmpfloat(back, ==, time);
            g_assert_cmpint(read, ==, unit == TIME_HOUR ? TIME_MINUTE : unit);
        }
}

static void
test_no_time(void)
{
    static const double times[] = { NAN, INFINITY, -INFINITY, 1e300, -1e15 };

    for (guint i = 0; i < G_N_ELEMENTS(times); i++)
        for (TimeUnit unit = TIME_SECOND; unit <= TIME_YEAR; unit++) {
            g_autoptr(GString) text = g_string_new(NULL);

            calendar_append_iso(text, times[i], unit);
            calendar_append_label(text, times[i], unit);
            calendar_append_format(text, times[i], "%y %j %V");
            g_assert_cmpuint(text->len, >, 0);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar-format/every-code-is-written", test_codes);
    g_test_add_func("/calendar-format/noon-and-midnight-are-twelve", test_twelve_hours);
    g_test_add_func("/calendar-format/what-is-no-code-stays", test_no_codes);
    g_test_add_func("/calendar-format/unknown-codes-are-told", test_check);
    g_test_add_func("/calendar-format/text-has-the-precision-of-the-unit", test_precision);
    g_test_add_func("/calendar-format/fractions-have-six-decimals", test_fractions);
    g_test_add_func("/calendar-format/iso-text-reads-back", test_reads_back);
    g_test_add_func("/calendar-format/no-time-does-no-harm", test_no_time);
    return g_test_run();
}
