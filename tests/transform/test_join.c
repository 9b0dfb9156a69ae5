#include "transform/tables.h"
#include "transform/transform.h"

static Table *
trade(void)
{
    return TABLE(TEXTS("partner", "Laos", "Viet Nam", NULL, "Laos", "Peru"),
                 NUMBERS("total", 1, 2, 3, 4, 5),
                 TIMES("year", "2000", "2001", "2000", NULL, "2002"));
}

/* Stands in "c.csv". */
static Table *
named(Table *table)
{
    g_free(table->file);
    table->file = g_strdup("c.csv");
    return table;
}

static Table *
countries(void)
{
    return named(TABLE(TEXTS("name", "Vietnam", "Laos", NULL, "Chad", NULL),
                       TEXTS("region", "Asia", "Asia", "none", "Africa", "none"),
                       NUMBERS("area", 331, 237, 1, NAN, 2),
                       TIMES("since", "1945", NULL, "2000", "1960-08", "2001")));
}

static void
test_columns(void)
{
    g_autoptr(Table) table = trade(), other = countries(), joined = NULL;
    g_autoptr(Report) report = report_new();
    const ReportEntry *entry;

    table_find(other, "area")->symbol = g_strdup("%");
    joined = transform_join(table, other, "partner", "name", report, NULL);
    g_assert_cmpuint(table_n_columns(joined), ==, 6);
    assert_cells(joined, "partner", "Laos|Viet Nam||Laos|Peru");
    assert_cells(joined, "region", "Asia|||Asia|");
    assert_cells(joined, "area", "237|||237|");
    assert_cells(joined, "since", "||||");
    g_assert_null(table_find(joined, "name"));
    g_assert_cmpstr(table_find(joined, "area")->symbol, ==, "%");
    g_assert_cmpuint(table_find(joined, "area")->field, ==, 0);
    g_assert_cmpint(table_find(joined, "since")->unit, ==, TIME_MONTH);
    g_assert_cmpuint(table_line(joined, 4), ==, 6);
    g_assert_cmpstr(joined->file, ==, "t.csv");

    g_assert_cmpuint(report_length(report), ==, 1);
    entry = report_entry(report, 0);
    g_assert_cmpstr(
        entry->text, ==,
        "3 keys of column \"partner\" (3 rows) are not in column \"name\" of c.csv: Viet "
        "Nam (did you mean \"Vietnam\"?), (missing), Peru");
    g_assert_cmpuint(entry->line, ==, 3);
    g_assert_cmpuint(entry->field, ==, 1);
    g_assert_cmpuint(entry->count, ==, 3);
}

static void
test_names_three(void)
{
    g_autoptr(Table) table = TABLE(NUMBERS("k", 1, 2, 2, 3, 4, 5, 6));
    g_autoptr(Table) other = TABLE(NUMBERS("k", 6), NUMBERS("v", 60)), joined = NULL;
    g_autoptr(Report) report = report_new();

    joined = transform_join(table, other, "k", "k", report, NULL);
    assert_cells(joined, "v", "||||||60");
    g_assert_cmpstr(
        report_entry(report, 0)->text, ==,
        "5 keys of column \"k\" (6 rows) are not in column \"k\" of t.csv: 1, 2, 3 and 2 "
        "more");
}

static void
test_years(void)
{
    g_autoptr(Table) table = trade(), other = TABLE(NUMBERS("y", 2002, 2000), NUMBERS("gdp", 8, 9));
    g_autoptr(Table) joined = transform_join(table, other, "year", "y", NULL, NULL), back = NULL;
    g_autoptr(Table) months = TABLE(TIMES("m", "2000-01", "2000-02"), NUMBERS("cpi", 1, 2));
    g_autoptr(Table) days = TABLE(TIMES("d", "2000-02-01", "2000-01-02"));

    assert_cells(joined, "gdp", "9||9||8");
    back = transform_join(days, months, "d", "m", NULL, NULL);
    assert_cells(back, "cpi", "2|");
}

static void
test_empty(void)
{
    g_autoptr(Table) table = trade();
    g_autoptr(Table) other =
        TABLE(column_new("name", COLUMN_TEXT, 0), column_new("v", COLUMN_TIME, 0));
    g_autoptr(Table) joined = transform_join(table, other, "partner", "name", NULL, NULL);
    g_autoptr(Table) filled = countries(), none = NULL;

    assert_cells(joined, "v", "||||");
    none = transform_join(other, filled, "name", "name", NULL, NULL);
    assert_cells(none, "region", "");
}

static void
fails(const Table *other, const char *left, const char *right, ErrorCode code, const char *text)
{
    g_autoptr(Table) table = trade();
    GError *error = NULL;

    g_assert_null(transform_join(table, other, left, right, NULL, &error));
    assert_error(error, (gint)code, text);
}

static void
test_errors(void)
{
    g_autoptr(Table) other = countries();
    g_autoptr(Table) clash = named(TABLE(TEXTS("name", "Laos"), NUMBERS("total", 1)));
    g_autoptr(Table) same = named(TABLE(TEXTS("partner", "Laos"), NUMBERS("v", 1)));
    g_autoptr(Table) months = named(TABLE(TIMES("m", "2000-01")));
    g_autoptr(Table) numbers = named(TABLE(NUMBERS("y", 2000))), joined = NULL;

    fails(other, "partnr", "name", ERROR_USAGE, "no column \"partnr\" (did you mean \"partner\"?)");
    fails(other, "partner", "nam", ERROR_USAGE, "no column \"nam\" (did you mean \"name\"?)");
    fails(other, "partner", "area", ERROR_USAGE,
          "column \"area\" is of type number, but \"partner\", which it is joined to, is of type "
          "text");
    fails(
        numbers, "partner", "y", ERROR_USAGE,
        "column \"y\" is of type number, but \"partner\", which it is joined to, is of type text");
    fails(months, "total", "m", ERROR_USAGE,
          "column \"m\" is of type time, but \"total\", which it is joined to, is of type number");
    {
        g_autoptr(Table) table = trade(), kept = NULL;

        kept = transform_join(table, clash, "partner", "name", NULL, NULL);
        g_assert_cmpuint(table_n_columns(kept), ==, table_n_columns(table));
        g_assert_true(table_find(kept, "total") == table_find(table, "total"));
    }
    {
        g_autoptr(Table) table = trade();

        joined = transform_join(table, same, "partner", "partner", NULL, NULL);
    }
    assert_cells(joined, "v", "1|||1|");
}

static void
test_duplicate(void)
{
    g_autoptr(Table) table = trade();
    g_autoptr(Table) other =
        named(TABLE(NUMBERS("v", 1, 2, 3), TEXTS("name", "Peru", "Laos", "Peru")));
    GError *error = NULL;
    Where where;

    g_assert_null(transform_join(table, other, "partner", "name", NULL, &error));
    where = error_where(error);
    g_assert_cmpstr(where.file, ==, "c.csv");
    g_assert_cmpuint(where.line, ==, 4);
    g_assert_cmpuint(where.field, ==, 2);
    assert_error(error, ERROR_INPUT,
                 "name=Peru stands twice, first on line 2: each key of a joined file stands once");
}

/* Each row gets what a search from the top finds. */
static void
test_random(void)
{
    enum { ROWS = 300, KEYS = 40 };
    Column *left = column_new("k", COLUMN_NUMBER, ROWS),
           *right = column_new("k", COLUMN_NUMBER, KEYS);
    Column *v = column_new("v", COLUMN_NUMBER, KEYS);
    g_autoptr(Table) table = NULL, other = NULL, joined = NULL;

    for (guint i = 0; i < ROWS; i++)
        left->values[i] = g_test_rand_int_range(0, 60);
    for (guint i = 0; i < KEYS; i++) {
        right->values[i] = (i * 7) % KEYS;
        v->values[i] = i;
    }
    table = TABLE(left);
    other = TABLE(right, v);
    joined = transform_join(table, other, "k", "k", NULL, NULL);
    for (guint i = 0; i < ROWS; i++) {
        double found = NAN;

        for (guint j = 0; j < KEYS; j++)
            found = right->values[j] == left->values[i] ? v->values[j] : found;
        if (isnan(found))
            g_assert_true(isnan(table_find(joined, "v")->values[i]));
        else
            g_assert_cmpfloat(table_find(joined, "v")->values[i], ==, found);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/join/adds-columns-and-names-what-has-no-match", test_columns);
    g_test_add_func("/join/names-three-keys-and-counts-the-rest", test_names_three);
    g_test_add_func("/join/matches-years-with-numbers-and-times-by-their-start", test_years);
    g_test_add_func("/join/takes-empty-tables", test_empty);
    g_test_add_func("/join/refuses-unknown-unlike-and-clashing-columns", test_errors);
    g_test_add_func("/join/refuses-a-key-that-stands-twice", test_duplicate);
    g_test_add_func("/join/finds-what-a-search-finds", test_random);
    return g_test_run();
}
