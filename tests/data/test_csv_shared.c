// One table for all who ask in the same way, another one for whoever asks otherwise.
#include "data/csv_shared.h"
#include "data/csv_thin.h"

#include <glib/gstdio.h>

static const char text[] = "year,total\n2019,3\n2020,x\n2021,4\n2022,5\n";

static Table *
read_in(Shelf *shelf, const char *file, const CsvOptions *options, guint n_remarks)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    Table *table = csv_read_shared(shelf, file, options, report, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(report_length(report), ==, n_remarks);
    return table;
}

static void
test_shared(void)
{
    static const char *const na[] = { "x", NULL };
    const ColumnRequest request = { .column = "total", .type = TYPE_TEXT };
    const CsvOptions usual = { 0 }, missing = { .na = na },
                     typed = { .requests = &request, .n_requests = 1 };
    g_autofree char *folder = g_dir_make_tmp("cartouche-shared-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "a.csv", NULL);
    g_autoptr(Shelf) shelf = shelf_new();

    g_assert_true(g_file_set_contents(file, text, -1, NULL));
    {
        g_autoptr(Table) first = read_in(shelf, file, &usual, 1);
        g_autoptr(Table) again = read_in(shelf, file, &usual, 1);
        g_autoptr(Table) without = read_in(shelf, file, &missing, 0);
        g_autoptr(Table) as_text = read_in(shelf, file, &typed, 0);
        g_autoptr(Table) alone = read_in(NULL, file, &usual, 1);

        g_assert_true(first == again);
        g_assert_true(first != without && first != as_text && first != alone);
        g_assert_cmpint(table_find(first, "total")->type, ==, COLUMN_NUMBER);
        g_assert_cmpint(table_find(as_text, "total")->type, ==, COLUMN_TEXT);
    }
    g_assert_no_errno(g_unlink(file));
    g_assert_no_errno(g_rmdir(folder));
}

/* A table without the rows that a line does not show is for lines only; of a short file all share
 * one. */
static void
test_thinned(void)
{
    const CsvOptions usual = { 0 }, line = { .thin = { "t", "y", 100 } };
    g_autofree char *folder = g_dir_make_tmp("cartouche-shared-XXXXXX", NULL);
    g_autofree char *lengthy = g_build_filename(folder, "a.csv", NULL);
    g_autofree char *brief = g_build_filename(folder, "b.csv", NULL);
    g_autoptr(GString) rows = g_string_new("t,y\n");
    g_autoptr(Shelf) shelf = shelf_new();

    g_assert_true(g_file_set_contents(brief, "t,y\n1,2\n2,3\n", -1, NULL));
    for (guint i = 0; i < CSV_THIN_ROWS + 1000; i++)
        g_string_append_printf(rows, "%u,%u\n", i, i % 5);
    g_assert_true(g_file_set_contents(lengthy, rows->str, (gssize)rows->len, NULL));
    {
        g_autoptr(Table) thinned = read_in(shelf, lengthy, &line, 0);
        g_autoptr(Table) whole = read_in(shelf, lengthy, &usual, 0);
        g_autoptr(Table) again = read_in(shelf, lengthy, &line, 0);
        g_autoptr(Table) one = read_in(shelf, brief, &line, 0);
        g_autoptr(Table) other = read_in(shelf, brief, &usual, 0);

        g_assert_cmpuint(thinned->length, <, 2000);
        g_assert_cmpuint(whole->length, ==, CSV_THIN_ROWS + 1000);
        g_assert_true(thinned == again);
        g_assert_true(one == other);
    }
    g_assert_no_errno(g_unlink(lengthy));
    g_assert_no_errno(g_unlink(brief));
    g_assert_no_errno(g_rmdir(folder));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-shared/one-table-for-one-question", test_shared);
    g_test_add_func("/csv-shared/thinned-tables-apart", test_thinned);
    return g_test_run();
}
