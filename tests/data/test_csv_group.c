// Groups added up while reading against groups of the whole table: the same bits.
#include "data/csv_group.h"
#include "data/csv_reader.h"

#include <math.h>
#include <string.h>

#define N_ROWS (2 * CSV_GROUP_ROWS + 4321)

static const char *const countries[] = { "Laos", "Brunei", "Viet Nam", "", "Thailand" };

/* odd: a row in the middle of the file. */
static GString *
rows_of(const char *header, const char *odd)
{
    GString *out = g_string_new(header);
    guint64 state = 9;

    for (guint i = 0; i < N_ROWS; i++) {
        guint r;

        state = state * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
        r = (guint)(state >> 33);
        if (odd != NULL && i == N_ROWS - 500)
            g_string_append(out, odd);
        g_string_append_printf(out, "%s,%u,%u.%02u,%u\n", countries[r % 5], 2000 + r / 5 % 7,
                               r / 35 % 100000, r % 97, i % 3);
    }
    return out;
}

static Table *
read_groups(const GString *text, const char *value, GroupKind kind, gboolean whole)
{
    CsvOptions options = { .group = { .keys = { "country", "year" },
                                      .n_keys = whole ? 0 : 2,
                                      .value = value,
                                      .expression = "sum(value)",
                                      .kind = kind } };
    g_autoptr(GError) error = NULL;
    g_autoptr(Report) report = report_new();
    Table *table = csv_read_bytes("t.csv", text->str, text->len, &options, report, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(report_length(report), ==, 0);
    return table;
}

static gboolean
is_same(const Column *a, gsize i, const Column *b, gsize k)
{
    g_autoptr(GString) left = g_string_new(NULL), right = g_string_new(NULL);

    column_append_cell(a, i, left);
    column_append_cell(b, k, right);
    return g_string_equal(left, right);
}

/* The plainest way: each group's rows in their order, with the errors of each addition kept. */
static double
by_hand(const Table *table, gsize first, GroupKind kind)
{
    const Column *country = table_find(table, "country"), *year = table_find(table, "year");
    const double *values = table_find(table, "value")->values;
    double total = 0, lost = 0, best = values[first];
    gsize n = 0;

    for (gsize i = first; i < table->length; i++) {
        double value = values[i], sum = total + value;

        if (country->codes[i] != country->codes[first] || year->values[i] != year->values[first])
            continue;
        lost += fabs(total) >= fabs(value) ? (total - sum) + value : (value - sum) + total;
        total = sum;
        best = kind == GROUP_LEAST ? MIN(best, value) : MAX(best, value);
        n++;
    }
    if (kind == GROUP_SUM || kind == GROUP_MEAN)
        return (total + lost) / (kind == GROUP_MEAN ? (double)n : 1);
    return best;
}

static void
test_kinds(void)
{
    static const GroupKind kinds[] = { GROUP_SUM, GROUP_MEAN, GROUP_LEAST, GROUP_GREATEST };
    g_autoptr(GString) text = rows_of("country,year,value,other\n", NULL);
    g_autoptr(Table) all = read_groups(text, "value", GROUP_SUM, TRUE);

    g_assert_cmpuint(all->length, ==, N_ROWS);
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
        g_autoptr(Table) groups = read_groups(text, "value", kinds[k], FALSE);
        gsize row = 0;

        g_assert_cmpuint(groups->length, ==, 35);
        g_assert_cmpint(table_find(groups, "year")->type, ==, COLUMN_TIME);
        g_assert_cmpint(table_find(groups, "country")->type, ==, COLUMN_TEXT);
        for (gsize i = 0; i < groups->length; i++) {
            /* Groups come in the order of their first rows, with their lines. */
            while (!is_same(table_find(groups, "country"), i, table_find(all, "country"), row) ||
                   !is_same(table_find(groups, "year"), i, table_find(all, "year"), row))
                row++;
            g_assert_cmpuint(table_line(groups, i), ==, row + 2);
            g_assert_cmpfloat(table_find(groups, "value")->values[i], ==,
                              by_hand(all, row, kinds[k]));
        }
    }
}

static void
assert_whole(const char *header, const char *odd, const char *value)
{
    g_autoptr(GString) text = rows_of(header, odd);
    CsvOptions options = { .group = { .keys = { "country", "year" },
                                      .n_keys = 2,
                                      .value = value,
                                      .expression = "sum(value)" } };
    g_autoptr(GError) error = NULL;
    g_autoptr(Report) report = report_new();
    g_autoptr(Table) table =
        csv_read_bytes("t.csv", text->str, text->len, &options, report, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(table->length, ==, N_ROWS + (odd != NULL));
}

static void
test_all_rows(void)
{
    const char *header = "country,year,value,other\n";

    assert_whole(header, "Laos,2001,,1\n", "value");
    assert_whole(header, "Laos,2001,n/a,1\n", "value");
    assert_whole(header, "Laos,2001,12%,1\n", "value");
    assert_whole(header, "Laos,2001,about 12,1\n", "value");
    assert_whole(header, "Laos,2001,5,x\n", "value");
    assert_whole(header, NULL, "country");
    assert_whole("country,year,value,unit\n", NULL, "value");
    assert_whole("country,year,value,sum(value)\n", NULL, "value");
    assert_whole("land,year,value,other\n", NULL, "value");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-group/kinds", test_kinds);
    g_test_add_func("/csv-group/all-rows", test_all_rows);
    return g_test_run();
}
