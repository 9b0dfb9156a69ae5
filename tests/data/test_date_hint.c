#include "data/date_hint.h"

static Column *
texts(const char *const *cells)
{
    Column *column = column_new("day", COLUMN_TEXT, g_strv_length((char **)cells));

    for (gsize i = 0; i < column->length; i++)
        column->codes[i] = column_intern(column, cells[i], -1);
    return column;
}

static void
assert_hint(const char *expected, const char *const *cells)
{
    g_autoptr(Column) column = texts(cells);
    g_autofree char *hint = date_hint(column);

    g_assert_cmpstr(hint, ==, expected);
}

#define HINT(expected, ...) assert_hint(expected, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_the_flag_reads_the_cells(void)
{
    HINT("--date-format 'day=%d.%m.%Y'", "1.3.2020", "2.3.2020");
    HINT("--date-format 'day=%d.%m.%y'", "1.3.20", "02.03.20");
    HINT("--date-format 'day=%d/%m/%Y'", "03/04/2020", "13/04/2020");
    HINT("--date-format 'day=%m/%d/%Y'", "03/04/2020", "04/13/2020");
    HINT("--date-format 'day=%Y/%m/%d'", "2020/04/03", "2020/04/13");
    HINT("--date-format 'day=%d-%m-%Y'", "03-04-2020", "31-12-2020");
}

static void
test_what_can_be_either_is_said_both_ways(void)
{
    HINT("--date-format 'day=%d/%m/%Y', or 'day=%m/%d/%Y' if the month comes first", "03/04/2020",
         "05/06/2020");
    HINT("--date-format 'day=%d/%m/%y', or 'day=%m/%d/%y' if the month comes first", "3/4/20");
}

static void
test_no_dates_no_hint(void)
{
    HINT(NULL, "Laos", "Thailand");
    HINT(NULL, "1.3.2020", "Laos");
    HINT(NULL, "31.31.2020", "32.32.2020");
    HINT(NULL, "192.168.1.1", "1.2");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/date-hint/the-flag-reads-the-cells", test_the_flag_reads_the_cells);
    g_test_add_func("/date-hint/what-can-be-either-is-said-both-ways",
                    test_what_can_be_either_is_said_both_ways);
    g_test_add_func("/date-hint/no-dates-no-hint", test_no_dates_no_hint);
    return g_test_run();
}
