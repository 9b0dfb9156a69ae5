#include "transform/tables.h"
#include "transform/transform.h"

static Table *
wide(void)
{
    return TABLE(TIMES("year", "2000", "2001"), NUMBERS("us", 1, NAN), NUMBERS("china", 3, 4),
                 TEXTS("note", "a", NULL), TEXTS("kind", "b", "a"));
}

static void
test_rows(void)
{
    g_autoptr(Table) table = wide(), folded = NULL;
    const char *names[] = { "china", "us" };

    folded = transform_fold(table, names, 2, FALSE, NULL);
    g_assert_cmpuint(folded->length, ==, 4);
    g_assert_cmpuint(table_n_columns(folded), ==, 5);
    assert_cells(folded, "year", "2000|2001|2000|2001");
    assert_cells(folded, "series", "china|china|us|us");
    assert_cells(folded, "value", "3|4|1|");
    assert_cells(folded, "note", "a||a|");
    g_assert_null(table_find(folded, "us"));
    g_assert_cmpuint(table_line(folded, 1), ==, 3);
    g_assert_cmpuint(table_line(folded, 2), ==, 2);
    g_assert_cmpstr(folded->file, ==, "t.csv");
}

static void
test_texts(void)
{
    g_autoptr(Table) table = wide(), folded = NULL;
    const char *names[] = { "note", "kind" };

    folded = transform_fold(table, names, 2, FALSE, NULL);
    assert_cells(folded, "value", "a||b|a");
    g_assert_cmpuint(table_find(folded, "value")->levels->len, ==, 2);
}

static void
test_units(void)
{
    g_autoptr(Table) table = TABLE(NUMBERS("a", 1), NUMBERS("b", 2), NUMBERS("c", 3),
                                   TIMES("y", "2000"), TIMES("m", "2000-05"));
    const char *same[] = { "a", "b" }, *mixed[] = { "a", "c" }, *times[] = { "y", "m" };
    g_autoptr(Table) one = NULL, two = NULL, three = NULL;

    table_find(table, "a")->symbol = g_strdup("%");
    table_find(table, "b")->symbol = g_strdup("%");
    one = transform_fold(table, same, 2, FALSE, NULL);
    two = transform_fold(table, mixed, 2, FALSE, NULL);
    three = transform_fold(table, times, 2, FALSE, NULL);
    g_assert_cmpstr(table_find(one, "value")->symbol, ==, "%");
    g_assert_null(table_find(two, "value")->symbol);
    g_assert_cmpint(table_find(three, "value")->unit, ==, TIME_MONTH);
}

static void
fails(const Table *table, const char *first, const char *second, const char *text)
{
    const char *names[] = { first, second };
    GError *error = NULL;

    g_assert_null(transform_fold(table, names, 2, FALSE, &error));
    assert_error(error, ERROR_USAGE, text);
}

static void
test_errors(void)
{
    g_autoptr(Table) table = wide();
    g_autoptr(Table) taken = TABLE(NUMBERS("a", 1), NUMBERS("b", 1), NUMBERS("value", 1));
    const char *itself[] = { "a", "value" };
    g_autoptr(Table) free_again = transform_fold(taken, itself, 2, FALSE, NULL);

    fails(table, "us", "chna", "no column \"chna\" (did you mean \"china\"?)");
    fails(table, "us", "us", "column \"us\" is named twice");
    fails(table, "us", "note",
          "column \"note\" is of type text, but \"us\" is of type number: columns of one kind are "
          "drawn together");
    fails(taken, "a", "b",
          "several columns make a column \"value\", but there is one of that name already");
    assert_cells(free_again, "value", "1|1");
    assert_cells(free_again, "b", "1|1");
}

static void
test_empty(void)
{
    g_autoptr(Table) table =
        TABLE(column_new("a", COLUMN_NUMBER, 0), column_new("b", COLUMN_NUMBER, 0));
    const char *names[] = { "a", "b" };
    g_autoptr(Table) folded = transform_fold(table, names, 2, FALSE, NULL);

    g_assert_cmpuint(folded->length, ==, 0);
    g_assert_cmpuint(table_find(folded, "series")->levels->len, ==, 2);
}

/* Only where all of the headers are years, and only when that is asked for. */
static void
test_headers_that_are_years_become_times(void)
{
    g_autoptr(Table) table =
        TABLE(NUMBERS("2001", 1, 2), NUMBERS("2005", 3, 4), NUMBERS("b", 5, 6));
    const char *years[] = { "2001", "2005" }, *mixed[] = { "2001", "b" };
    g_autoptr(Table) times = transform_fold(table, years, 2, TRUE, NULL);
    g_autoptr(Table) names = transform_fold(table, mixed, 2, TRUE, NULL);
    g_autoptr(Table) texts = transform_fold(table, years, 2, FALSE, NULL);

    g_assert_cmpint(table_find(times, "series")->type, ==, COLUMN_TIME);
    g_assert_cmpint(table_find(times, "series")->unit, ==, TIME_YEAR);
    assert_column(table_find(times, "series"), "2001|2001|2005|2005");
    g_assert_cmpint(table_find(names, "series")->type, ==, COLUMN_TEXT);
    assert_column(table_find(texts, "series"), "2001|2001|2005|2005");
    g_assert_cmpint(table_find(texts, "series")->type, ==, COLUMN_TEXT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fold/goes-series-by-series", test_rows);
    g_test_add_func("/fold/joins-levels-of-texts", test_texts);
    g_test_add_func("/fold/keeps-a-common-unit", test_units);
    g_test_add_func("/fold/refuses-what-does-not-go-together", test_errors);
    g_test_add_func("/fold/takes-an-empty-table", test_empty);
    g_test_add_func("/fold/headers-that-are-years-become-times",
                    test_headers_that_are_years_become_times);
    return g_test_run();
}
