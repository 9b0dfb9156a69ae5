#include "transform/tables.h"
#include "transform/transform.h"

static const char *const month_names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char *const day_names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const CalendarNames names = { month_names, day_names };

static void
check(const char *part_name, const char *new_name, const char *cells)
{
    g_autoptr(Table) table = TABLE(TIMES("d", "2019-01-01T09:30:00", "2018-12-31T23:59:59", NULL,
                                         "2020-02-29T00:00:00", "2019-06-30T12:00:00"));
    CalendarPart part = CALENDAR_HOUR;
    GError *error = NULL;
    g_autoptr(Column) made = NULL;

    g_assert_true(calendar_part_from_name(part_name, &part));
    made = transform_calendar(table, table_find(table, "d"), part, &names, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(made->name, ==, new_name);
    assert_column(made, cells);
}

static void
test_cuts(void)
{
    check("year", "year(d)", "2019|2018||2020|2019");
    check("quarter", "quarter(d)", "2019-Q1|2018-Q4||2020-Q1|2019-Q2");
    check("month", "month(d)", "2019-01|2018-12||2020-02|2019-06");
    check("week", "week(d)", "2019-W01|2019-W01||2020-W09|2019-W26");
    check("day", "day(d)", "2019-01-01|2018-12-31||2020-02-29|2019-06-30");
}

static void
test_parts(void)
{
    check("month_of_year", "month_of_year(d)", "Jan|Dec||Feb|Jun");
    check("weekday", "weekday(d)", "Tue|Mon||Sat|Sun");
    check("hour", "hour(d)", "9|23||0|12");
}

static void
test_cycles(void)
{
    g_autoptr(Table) table = TABLE(TIMES("d", "2019-05-01"));
    g_autoptr(Column) months =
        transform_calendar(table, table_column(table, 0), CALENDAR_MONTH_OF_YEAR, &names, NULL);
    g_autoptr(Column) days =
        transform_calendar(table, table_column(table, 0), CALENDAR_WEEKDAY, &names, NULL);

    g_assert_cmpuint(months->levels->len, ==, 12);
    g_assert_cmpstr(g_ptr_array_index(months->levels, 0), ==, "Jan");
    g_assert_cmpstr(g_ptr_array_index(months->levels, 11), ==, "Dec");
    g_assert_cmpuint(days->levels->len, ==, 7);
    g_assert_cmpstr(g_ptr_array_index(days->levels, 0), ==, "Mon");
    g_assert_cmpstr(g_ptr_array_index(days->levels, 6), ==, "Sun");
}

static void
test_names(void)
{
    CalendarPart part = CALENDAR_WEEK;

    g_assert_false(calendar_part_from_name("decade", &part));
    g_assert_cmpint(part, ==, CALENDAR_WEEK);
}

static void
test_years_of_numbers(void)
{
    g_autoptr(Table) table = TABLE(NUMBERS("y", 1999, NAN, 1), NUMBERS("z", 1999, 2000.5, 1));
    GError *error = NULL;
    g_autoptr(Column) years =
        transform_calendar(table, table_column(table, 0), CALENDAR_YEAR, &names, &error);

    g_assert_no_error(error);
    g_assert_cmpint(years->type, ==, COLUMN_TIME);
    assert_column(years, "1999||0001");
    g_assert_null(transform_calendar(table, table_column(table, 1), CALENDAR_YEAR, &names, &error));
    g_assert_cmpuint(error_where(error).line, ==, 3);
    g_assert_cmpuint(error_where(error).field, ==, 2);
    assert_error(error, ERROR_USAGE,
                 "year(z) needs times or years, and 2000.5 in column \"z\" is neither");
}

static void
fails(const Column *column, CalendarPart part, const char *text)
{
    g_autoptr(Table) table = TABLE(column_ref(column));
    GError *error = NULL;

    g_assert_null(transform_calendar(table, column, part, &names, &error));
    assert_error(error, ERROR_USAGE, text);
}

static void
test_errors(void)
{
    g_autoptr(Column) number = NUMBERS("n", 2000), text = TEXTS("t", "2000");
    g_autoptr(Column) year = TIMES("y", "2000"), month = TIMES("m", "2000-03");
    g_autoptr(Column) day = TIMES("d", "2000-03-01");

    fails(number, CALENDAR_MONTH, "month(n) needs times, and column \"n\" is of type number");
    fails(text, CALENDAR_YEAR, "year(t) needs times, and column \"t\" is of type text");
    fails(year, CALENDAR_MONTH,
          "month(y) needs finer times than column \"y\" has: its cells are to the year");
    fails(month, CALENDAR_WEEKDAY,
          "weekday(m) needs finer times than column \"m\" has: its cells are to the month");
    fails(month, CALENDAR_WEEK,
          "week(m) needs finer times than column \"m\" has: its cells are to the month");
    fails(day, CALENDAR_HOUR,
          "hour(d) needs finer times than column \"d\" has: its cells are to the day");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar-part/cuts-to-the-start-of-a-period", test_cuts);
    g_test_add_func("/calendar-part/takes-a-part", test_parts);
    g_test_add_func("/calendar-part/knows-the-whole-cycle", test_cycles);
    g_test_add_func("/calendar-part/refuses-unknown-names", test_names);
    g_test_add_func("/calendar-part/reads-numbers-as-years", test_years_of_numbers);
    g_test_add_func("/calendar-part/refuses-coarser-cells-and-other-types", test_errors);
    return g_test_run();
}
