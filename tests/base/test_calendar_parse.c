#include "base/calendar.h"

#include <string.h>

typedef struct {
    const char *text;
    TimeUnit unit;
    int year, month, day, hour, minute;
    double second;
} Row;

static double
make(const Row *row)
{
    double time = 0;

    g_assert_true(
        calendar_make(row->year, row->month, row->day, row->hour, row->minute, row->second, &time));
    return time;
}

static void
check(const Row *row, gboolean taken, double time, TimeUnit unit)
{
    if (!taken)
        g_error("\"%s\" was refused", row->text);
    if (time != make(row))
        g_error("\"%s\" is off by %.17g s", row->text, time - make(row));
    if (unit != row->unit)
        g_error("\"%s\" was read as a %s", row->text, calendar_unit_name(unit));
}

static void
test_notations(void)
{
    static const Row rows[] = {
        { "2019-02", TIME_MONTH, 2019, 2, 1, 0, 0, 0 },
        { "2019-02-27", TIME_DAY, 2019, 2, 27, 0, 0, 0 },
        { "2020-02-29", TIME_DAY, 2020, 2, 29, 0, 0, 0 },
        { "0001-01-01", TIME_DAY, 1, 1, 1, 0, 0, 0 },
        { "9999-12-31", TIME_DAY, 9999, 12, 31, 0, 0, 0 },
        { "2019-02-27T12", TIME_HOUR, 2019, 2, 27, 12, 0, 0 },
        { "2019-02-27T12Z", TIME_HOUR, 2019, 2, 27, 12, 0, 0 },
        { "2019-02-27T12:05", TIME_MINUTE, 2019, 2, 27, 12, 5, 0 },
        { "2019-02-27 12:05", TIME_MINUTE, 2019, 2, 27, 12, 5, 0 },
        { "2019-02-27T12:05Z", TIME_MINUTE, 2019, 2, 27, 12, 5, 0 },
        { "2019-02-27T12:05:09", TIME_SECOND, 2019, 2, 27, 12, 5, 9 },
        { "2019-02-27 12:05:09", TIME_SECOND, 2019, 2, 27, 12, 5, 9 },
        { "2019-02-27T12:05:09Z", TIME_SECOND, 2019, 2, 27, 12, 5, 9 },
        { "2019-02-27T12:05:09.25", TIME_SECOND, 2019, 2, 27, 12, 5, 9.25 },
        { "2019-02-27T12:05:09,5Z", TIME_SECOND, 2019, 2, 27, 12, 5, 9.5 },
        { "2019-02-27T12:05:09.123456789123456789", TIME_SECOND, 2019, 2, 27, 12, 5, 9.123456789 },
        { "2019-02-27T12:05:09+09:00", TIME_SECOND, 2019, 2, 27, 3, 5, 9 },
        { "2019-02-27T12:05:09+0900", TIME_SECOND, 2019, 2, 27, 3, 5, 9 },
        { "2019-02-27T12:05:09+09", TIME_SECOND, 2019, 2, 27, 3, 5, 9 },
        { "2019-02-27T20:05-05:30", TIME_MINUTE, 2019, 2, 28, 1, 35, 0 },
        { "2019-12-31T23:59:59.5-00:01", TIME_SECOND, 2020, 1, 1, 0, 0, 59.5 },
        { "2019-Q1", TIME_QUARTER, 2019, 1, 1, 0, 0, 0 },
        { "2019-Q4", TIME_QUARTER, 2019, 10, 1, 0, 0, 0 },
        { "2019Q3", TIME_QUARTER, 2019, 7, 1, 0, 0, 0 },
        { "2019-W07", TIME_WEEK, 2019, 2, 11, 0, 0, 0 },
        { "2019W07", TIME_WEEK, 2019, 2, 11, 0, 0, 0 },
        { "2009-W01", TIME_WEEK, 2008, 12, 29, 0, 0, 0 },
        { "2020-W53", TIME_WEEK, 2020, 12, 28, 0, 0, 0 },
        { "2019-W07-3", TIME_DAY, 2019, 2, 13, 0, 0, 0 },
        { "Feb 2019", TIME_MONTH, 2019, 2, 1, 0, 0, 0 },
        { "February 2019", TIME_MONTH, 2019, 2, 1, 0, 0, 0 },
        { "MAY 2019", TIME_MONTH, 2019, 5, 1, 0, 0, 0 },
        { "sept 2019", TIME_MONTH, 2019, 9, 1, 0, 0, 0 },
        { "september 2019", TIME_MONTH, 2019, 9, 1, 0, 0, 0 },
        { "27 February 2019", TIME_DAY, 2019, 2, 27, 0, 0, 0 },
        { "27 Feb 2019", TIME_DAY, 2019, 2, 27, 0, 0, 0 },
        { "7 feb 2019", TIME_DAY, 2019, 2, 7, 0, 0, 0 },
        { "07 Feb 2019", TIME_DAY, 2019, 2, 7, 0, 0, 0 },
        { "February 27, 2019", TIME_DAY, 2019, 2, 27, 0, 0, 0 },
        { "Dec 1, 1931", TIME_DAY, 1931, 12, 1, 0, 0, 0 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        TimeUnit unit = TIME_SECOND;
        double time = 0;
        gboolean taken = calendar_parse(rows[i].text, strlen(rows[i].text), &time, &unit);

        check(&rows[i], taken, time, unit);
    }
}

static void
test_refused(void)
{
    static const char *const texts[] = {
        "",
        "2019",
        "201902",
        "20190227",
        "2019-",
        "2019-2",
        "2019-2-7",
        "2019-13",
        "2019-00",
        "2019-13-01",
        "2023-02-29",
        "2019-06-31",
        "2019-06-00",
        "0000-00-00",
        "0000-01-01",
        "2019-02-27T",
        "2019-02-27 12",
        "2019-02-27T1",
        "2019-02-27T12:",
        "2019-02-27T12:5",
        "2019-02-27T24:00:00",
        "2019-02-27T12:60",
        "2016-12-31T23:59:60",
        "2019-02-27T12:05:09.",
        "2019-02-27T12:05:61",
        "2019-02-27t12:05",
        "2019-02-27  12:05",
        "2019-02-27T12:05 Z",
        "2019-02-27T12:05:09+9",
        "2019-02-27T12:05:09+09:",
        "2019-02-27T12:05:09+09:60",
        "2019-02-27T12:05:09+24:00",
        "2019-02-27T12:05:09Z ",
        "2019-02-27Z",
        " 2019-02-27",
        "2019-02-27 ",
        "2019/02/27",
        "27.02.2019",
        "02/27/2019",
        "12019-02-27",
        "-2019-02-27",
        "2019-02-27x",
        "2019_02-27",
        "2019-02_27",
        "2019-Q0",
        "2019-Q5",
        "2019-Q",
        "2019-Q11",
        "2019--Q1",
        "2019 Q1",
        "2019-q1",
        "2019-W00",
        "2019-W53",
        "2019-W7",
        "2020-W54",
        "2019-W07-0",
        "2019-W07-8",
        "2019W07-3",
        "2019-W07-",
        "Feb",
        "Febr 2019",
        "Feb. 2019",
        "Feb 19",
        "Feb  2019",
        "Feb 2019 ",
        "Feb 20190",
        "29 Feb 2019",
        "31 June 2019",
        "31 Jun 2019",
        "0 Feb 2019",
        "32 January 2019",
        "February 30, 2019",
        "February 27 2019",
        "27 February, 2019",
        "27 Feb",
        "27Feb 2019",
        "Mon 27 Feb 2019",
        "Foo 2019",
        "M 2019",
        "Ma 2019",
        "Mayo 2019",
        "February 127, 2019",
        "0001-01-01T00:00+00:01",
        "9999-12-31T23:59-00:01",
        "1 Feb 0000",
        "not a date",
        "١٢٣٤-٠١-٠١",
        "2019-02-27T12:05:09.0000000000000000000000000000000000000000000000",
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        TimeUnit unit = TIME_WEEK;
        double time = 99;

        if (calendar_parse(texts[i], strlen(texts[i]), &time, &unit))
            g_error("\"%s\" was taken as a %s", texts[i], calendar_unit_name(unit));
        g_assert_cmpfloat(time, ==, 99);
        g_assert_cmpint(unit, ==, TIME_WEEK);
    }
}

/* Every beginning of a date is either refused or read without a look at what follows it. */
static void
test_span(void)
{
    const char *date = "2019-02-27T12:05:09.25+09:00";
    TimeUnit unit;
    double time;

    g_assert_true(calendar_parse("2019-02-27", 7, &time, &unit));
    g_assert_cmpint(unit, ==, TIME_MONTH);
    for (gsize length = 0; length <= strlen(date); length++) {
        g_autofree char *exact = g_memdup2(date, MAX(length, 1));

        calendar_parse(exact, length, &time, &unit);
        calendar_parse_format(exact, length, "%Y-%m-%dT%H:%M:%S%z", &time, &unit);
    }
}

static void
test_formats(void)
{
    static const struct {
        const char *format;
        Row row;
    } rows[] = {
        { "%d.%m.%Y", { "27.02.2019", TIME_DAY, 2019, 2, 27, 0, 0, 0 } },
        { "%d.%m.%Y", { "7.2.2019", TIME_DAY, 2019, 2, 7, 0, 0, 0 } },
        { "%m/%d/%y", { "02/27/19", TIME_DAY, 2019, 2, 27, 0, 0, 0 } },
        { "%y", { "69", TIME_YEAR, 1969, 1, 1, 0, 0, 0 } },
        { "%y", { "68", TIME_YEAR, 2068, 1, 1, 0, 0, 0 } },
        { "%y", { "00", TIME_YEAR, 2000, 1, 1, 0, 0, 0 } },
        { "%y", { "99", TIME_YEAR, 1999, 1, 1, 0, 0, 0 } },
        { "%Y", { "2019", TIME_YEAR, 2019, 1, 1, 0, 0, 0 } },
        { "%Y%m%d", { "20190227", TIME_DAY, 2019, 2, 27, 0, 0, 0 } },
        { "%d%b%Y", { "27FEB2019", TIME_DAY, 2019, 2, 27, 0, 0, 0 } },
        { "%e %B %Y", { " 7 February 2019", TIME_DAY, 2019, 2, 7, 0, 0, 0 } },
        { "%e %B %Y", { "17 Feb 2019", TIME_DAY, 2019, 2, 17, 0, 0, 0 } },
        { "%b %Y", { "September 2019", TIME_MONTH, 2019, 9, 1, 0, 0, 0 } },
        { "%Y/%j", { "2020/366", TIME_DAY, 2020, 12, 31, 0, 0, 0 } },
        { "%j %Y", { "60 2019", TIME_DAY, 2019, 3, 1, 0, 0, 0 } },
        { "Q%q/%Y", { "Q3/2019", TIME_QUARTER, 2019, 7, 1, 0, 0, 0 } },
        { "%Y 100%%", { "2019 100%", TIME_YEAR, 2019, 1, 1, 0, 0, 0 } },
        { "%d.%m.%Y %H", { "27.02.2019 9", TIME_HOUR, 2019, 2, 27, 9, 0, 0 } },
        { "%d.%m.%Y %H:%M", { "27.02.2019 09:05", TIME_MINUTE, 2019, 2, 27, 9, 5, 0 } },
        { "%Y-%m-%d %H:%M:%S", { "2019-02-27 09:05:07.5", TIME_SECOND, 2019, 2, 27, 9, 5, 7.5 } },
        { "%H.%M.%S.%d.%m.%Y", { "09.05.07.27.02.2019", TIME_SECOND, 2019, 2, 27, 9, 5, 7 } },
        { "%Y-%m-%d %H:%M:%S %z",
          { "2019-02-27 09:05:07 +0200", TIME_SECOND, 2019, 2, 27, 7, 5, 7 } },
        { "%Y-%m-%d %H:%M%z", { "2019-02-27 09:05Z", TIME_MINUTE, 2019, 2, 27, 9, 5, 0 } },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Row *row = &rows[i].row;
        TimeUnit unit = TIME_SECOND;
        double time = 0;
        gboolean taken =
            calendar_parse_format(row->text, strlen(row->text), rows[i].format, &time, &unit);

        g_assert_null(calendar_check_format(rows[i].format));
        check(row, taken, time, unit);
    }
}

static void
test_format_refused(void)
{
    static const struct {
        const char *format, *text;
    } rows[] = {
        { "%d.%m.%Y", "29.02.2019" },
        { "%d.%m.%Y", "27.02.2019 " },
        { "%d.%m.%Y", " 27.02.2019" },
        { "%d.%m.%Y", "27.02.19" },
        { "%d.%m.%Y", "27-02-2019" },
        { "%d.%m.%Y", "" },
        { "%d.%m.%Y", "31.06.2019" },
        { "%d.%m.%Y", "00.01.2019" },
        { "%d.%m.%Y", "01.13.2019" },
        { "%Y/%j", "2019/366" },
        { "%Y/%j", "2019/000" },
        { "%Y-%q", "2019-5" },
        { "%Y-%q", "2019-0" },
        { "%Y", "20190" },
        { "%Y", "0000" },
        { "%b %Y", "Foo 2019" },
        { "%Y-%m-%d %H:%M", "2019-02-27 24:00" },
        { "%Y-%m-%d %H:%M:%S", "2019-02-27 12:00:60" },
        { "%Y-%m-%d %H:%M:%S", "2019-02-27 12:00:07." },
        { "%Y-%m-%d %H:%M%z", "2019-02-27 12:00" },
        { "%Y %Q", "2019 1" },
        { "%d", "27" },
        { "%Y%Y", "20192019" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        TimeUnit unit = TIME_WEEK;
        double time = 99;

        if (calendar_parse_format(rows[i].text, strlen(rows[i].text), rows[i].format, &time, &unit))
            g_error("\"%s\" was taken by %s", rows[i].text, rows[i].format);
        g_assert_cmpfloat(time, ==, 99);
        g_assert_cmpint(unit, ==, TIME_WEEK);
    }
}

static void
test_check_format(void)
{
    static const struct {
        const char *format, *wrong;
    } rows[] = {
        { "%Y-%m-%d", NULL },
        { "%Y %%", NULL },
        { "", "it has no year (%Y or %y)" },
        { "%H:%M", "it has no year (%Y or %y)" },
        { "%Y-%m-%", "a % stands at its end" },
        { "%Y-%x", "it has a % code that is not known" },
        { "%Y %y", "it says one thing twice" },
        { "%Y-%b-%m", "it says one thing twice" },
        { "%Y-%d", "it has a day but no month" },
        { "%Y-%j-%m", "the day of the year (%j) leaves no place for %m, %d or %q" },
        { "%Y-%q-%m", "the quarter (%q) leaves no place for %m or %d" },
        { "%Y-%m %H", "it has an hour but no day" },
        { "%d.%M.%Y", "it has a day but no month" },
        { "%M/%Y", "it has minutes (%M) but no hour; the month is %m" },
        { "%Y-%m-%d %H:%S", "it has seconds (%S) but no minutes (%M)" },
        { "%Y-%m-%d%z", "it has an offset (%z) but no hour" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpstr(calendar_check_format(rows[i].format), ==, rows[i].wrong);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar-parse/every-notation-is-read", test_notations);
    g_test_add_func("/calendar-parse/everything-else-is-refused", test_refused);
    g_test_add_func("/calendar-parse/no-byte-past-the-span-is-read", test_span);
    g_test_add_func("/calendar-parse/a-format-reads-the-whole-cell", test_formats);
    g_test_add_func("/calendar-parse/what-no-format-fits-is-refused", test_format_refused);
    g_test_add_func("/calendar-parse/what-is-wrong-with-a-format-is-said", test_check_format);
    return g_test_run();
}
