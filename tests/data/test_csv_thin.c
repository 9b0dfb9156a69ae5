// Rows that cannot be seen, left out while reading: what is left draws the same, and tells the
// same.
#include "data/csv_reader.h"
#include "data/csv_thin.h"

#include <math.h>
#include <string.h>

#define N_ROWS (3 * CSV_THIN_ROWS + 12345)
#define STEPS 2000

/* A walk with spikes; its numbers are the same on every machine. */
static GString *
walk(gboolean whole)
{
    GString *out = g_string_new("t,value,other\n");
    guint64 state = 3;
    gint64 value = 0;

    for (gsize i = 0; i < N_ROWS; i++) {
        state = state * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
        value += (gint64)(state >> 40 & 1023) - 511;
        g_string_append_printf(out, "%" G_GSIZE_FORMAT ",%" G_GINT64_FORMAT "%s,%u\n", i,
                               state >> 50 == 5 ? value + 90000 : value,
                               !whole && i == 300000 ? ".5" : "", (guint)(i % 7));
    }
    return out;
}

static Table *
read_table(const GString *text, gsize steps)
{
    CsvOptions options = { .thin = { .x = "t", .y = "value", .steps = steps } };
    g_autoptr(GError) error = NULL;
    g_autoptr(Report) report = report_new();
    Table *table = csv_read_bytes("t.csv", text->str, text->len, &options, report, &error);

    g_assert_no_error(error);
    return table;
}

/* The rows left have the lowest and highest value of each stretch along x, at its place or less
 * than a step beside it. */
static void
assert_covers(const Table *all, const Table *thin)
{
    const double *y = table_find(all, "value")->values;
    const double *kept_x = table_find(thin, "t")->values,
                 *kept_y = table_find(thin, "value")->values;
    const gsize stretch = N_ROWS / 1000, step = 2 * N_ROWS / STEPS;
    gsize from = 0;

    for (gsize start = 0; start + stretch <= N_ROWS; start += stretch) {
        double low = INFINITY, high = -INFINITY, kept_low = INFINITY, kept_high = -INFINITY;

        for (gsize i = start; i < start + stretch; i++) {
            low = MIN(low, y[i]);
            high = MAX(high, y[i]);
        }
        while (kept_x[from] + (double)step < (double)start)
            from++;
        for (gsize i = from; i < thin->length && kept_x[i] < (double)(start + stretch + step);
             i++) {
            kept_low = MIN(kept_low, kept_y[i]);
            kept_high = MAX(kept_high, kept_y[i]);
        }
        g_assert_cmpfloat(kept_low, <=, low);
        g_assert_cmpfloat(kept_high, >=, high);
    }
}

static void
test_walk(void)
{
    g_autoptr(GString) text = walk(FALSE);
    g_autoptr(Table) all = read_table(text, 0), thin = read_table(text, STEPS);
    const Column *x = table_find(thin, "t"), *y = table_find(thin, "value");

    g_assert_cmpuint(all->length, ==, N_ROWS);
    g_assert_cmpuint(thin->length, >=, STEPS);
    g_assert_cmpuint(thin->length, <=, 8 * STEPS + 8);
    g_assert_cmpuint(x->whole->n, ==, N_ROWS);
    g_assert_cmpuint(y->whole->n, ==, N_ROWS);
    g_assert_null(table_find(thin, "other")->whole);
    g_assert_null(table_find(all, "value")->whole);
    g_assert_cmpfloat(x->values[0], ==, 0);
    g_assert_cmpfloat(x->values[thin->length - 1], ==, (double)(N_ROWS - 1));
    g_assert_true(column_is_whole(x));
    g_assert_false(column_is_whole(y));
    assert_covers(all, thin);
    /* Each row is one of the file, whole and with its line. */
    for (gsize i = 0; i < thin->length; i++) {
        gsize row = (gsize)x->values[i];

        g_assert_cmpfloat(y->values[i], ==, table_find(all, "value")->values[row]);
        g_assert_cmpfloat(table_find(thin, "other")->values[i], ==, (double)(row % 7));
        g_assert_cmpuint(table_line(thin, i), ==, row + 2);
    }
}

/* The first rows with an extreme stay, and all of them are counted. */
static void
test_ties(void)
{
    g_autoptr(GString) text = g_string_new("t,value\n");
    g_autoptr(Table) thin = NULL;
    const Column *y;
    gsize n_low = 0;

    for (gsize i = 0; i < N_ROWS; i++)
        g_string_append_printf(text, "%u,%d\n", (guint)i, i % 1000 == 7 ? -5 : (int)(i % 10));
    thin = read_table(text, 10);
    y = table_find(thin, "value");
    g_assert_cmpuint(y->whole->n_lowest, ==, (N_ROWS + 992) / 1000);
    g_assert_cmpuint(y->whole->n_highest, ==, N_ROWS / 10);
    for (gsize i = 0; i < thin->length && n_low < 3; i++)
        if (y->values[i] == -5)
            g_assert_cmpfloat(table_find(thin, "t")->values[i], ==, 7 + 1000.0 * (double)n_low++);
    g_assert_cmpuint(n_low, ==, 3);
}

/* A cell late in the file says that all rows are needed. */
static void
assert_reads_all(const char *header, const char *row, const char *odd_row)
{
    g_autoptr(GString) text = g_string_new(header);
    g_autoptr(Table) table = NULL;

    for (gsize i = 0; i < N_ROWS; i++) {
        g_string_append_printf(text, "%" G_GSIZE_FORMAT, i);
        g_string_append(text, i == N_ROWS - 100 ? odd_row : row);
    }
    table = read_table(text, STEPS);
    g_assert_cmpuint(table->length, >=, N_ROWS);
    g_assert_null(table_find(table, "value")->whole);
}

static void
test_all_rows(void)
{
    assert_reads_all("t,value\n", ",5\n", ",\n");
    assert_reads_all("t,value\n", ",5\n", ",about 5\n");
    assert_reads_all("t,value\n", ",5\n", ",5\n17,5\n0");
    assert_reads_all("t,value,c\n", ",5,1\n", ",5,1%\n");
    assert_reads_all("t,value,c\n", ",5,a\n", ",5,a\n");
    assert_reads_all("t,value,year\n", ",5,2000\n", ",5,2000\n");
    assert_reads_all("s,value,t\n", ",5,2001-02-03\n", ",5,2001-02-03\n");
    assert_reads_all("s,value\n", ",5\n", ",5\n");
}

static void
test_small(void)
{
    g_autoptr(GString) text = g_string_new("t,value\n");
    g_autoptr(Table) table = NULL;

    for (gsize i = 0; i < CSV_THIN_ROWS - 1; i++)
        g_string_append_printf(text, "%u,%u\n", (guint)i, (guint)(i % 3));
    table = read_table(text, STEPS);
    g_assert_cmpuint(table->length, ==, CSV_THIN_ROWS - 1);
    g_assert_null(table_find(table, "value")->whole);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-thin/walk", test_walk);
    g_test_add_func("/csv-thin/ties", test_ties);
    g_test_add_func("/csv-thin/all-rows", test_all_rows);
    g_test_add_func("/csv-thin/small", test_small);
    return g_test_run();
}
