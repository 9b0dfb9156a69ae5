#include "data/csv_reader.h"
#include "data/facts.h"

#include <math.h>
#include <string.h>

/* What reading gave: the facts, then every remark, then the error. Caller frees. */
static char *
outcome(const char *bytes, gsize length, const CsvOptions *options)
{
    static const CsvOptions defaults = { .delimiter = 0 };
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    GString *out = g_string_new(NULL);
    g_autoptr(Table) table =
        csv_read_bytes("t.csv", bytes, length, options ? options : &defaults, report, &error);

    g_assert_true((table == NULL) == (error != NULL));
    if (table)
        table_append_facts(table, out);
    for (guint i = 0; i < report_length(report); i++) {
        const ReportEntry *entry = report_entry(report, i);
        g_string_append_printf(out, "%u:%u: %s (%" G_GUINT64_FORMAT ")\n", entry->line,
                               entry->field, entry->text, entry->count);
    }
    if (error)
        g_string_append_printf(out, "%u:%u: error %d: %s\n", error_where(error).line,
                               error_where(error).field, error->code, error->message);
    return g_string_free(out, FALSE);
}

/* Line by line, so that a test names only the lines that it is about. */
static void
assert_says(const char *bytes, const CsvOptions *options, const char *expected)
{
    g_autofree char *got = outcome(bytes, strlen(bytes), options);
    g_auto(GStrv) lines = g_strsplit(got, "\n", -1);

    if (g_strv_contains((const char *const *)lines, expected))
        return;
    g_test_message("wanted: %s\ngot:\n%s", expected, got);
    g_test_fail();
}

static void
test_bad_cells(void)
{
    assert_says("year,n,total\n2010,1,5\n2011,2,\"28,8m\"\n2012,3,6\n", NULL,
                "3:3: \"28,8m\" in column \"total\" is not a number (2 of 3 are); 1 cell left out "
                "(1)");
    assert_says("a\nx\n1\n2\ny\n3\n", NULL,
                "2:1: \"x\" in column \"a\" is not a number (3 of 5 are); 2 cells left out (2)");
    assert_says("d,n\n2023-02-28,1\n\"2023-02-29\",2\n2023-03-01,3\n", NULL,
                "3:1: \"2023-02-29\" in column \"d\" is not a date (2 of 3 are); 1 cell left out "
                "(1)");
}

static void
test_lines_and_fields(void)
{
    static const char text[] = "\xef\xbb\xbf"
                               "a,b\r\n\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n";
    CsvOptions options = { .delimiter = 0 };
    g_autoptr(Table) table = csv_read_bytes("t.csv", text, sizeof text - 1, &options, NULL, NULL);

    g_assert_cmpuint(table->length, ==, 2);
    g_assert_cmpuint(table_line(table, 0), ==, 3);
    g_assert_cmpuint(table_line(table, 1), ==, 6);
    g_assert_cmpstr(table_where(table, 1, table_find(table, "b")).file, ==, "t.csv");
    g_assert_cmpuint(table_where(table, 1, table_find(table, "b")).field, ==, 2);
    g_assert_cmpstr(column_text(table_find(table, "b"), 0), ==, "x\r\ny");
}

static void
test_symbols(void)
{
    CsvOptions options = { .delimiter = 0 };
    const char *text = "a,b,c\n12%,€5,7\n13%,€6,8\n";
    g_autoptr(Table) table = csv_read_bytes("t", text, strlen(text), &options, NULL, NULL);

    g_assert_cmpstr(table_find(table, "a")->symbol, ==, "%");
    g_assert_cmpstr(table_find(table, "b")->symbol, ==, "€");
    g_assert_null(table_find(table, "c")->symbol);
    assert_says("a,b\n$5,1\n6,2\n€7,3\n", NULL,
                "4:1: error 1: \"€7\" in column \"a\" has another unit than \"$5\" in line 2");
}

static void
test_requests(void)
{
    static const char text[] = "when,n,m\n27/02/2019,1,2019\n28/02/2019,x,7\n";
    ColumnRequest by_name[] = { { .column = "when", .date_format = "%d/%m/%Y" },
                                { .column = "n", .type = TYPE_TEXT },
                                { .column = "m", .type = TYPE_YEAR } };
    ColumnRequest for_all[] = { { .date_format = "%d/%m/%Y" } };
    ColumnRequest wrong[] = { { .column = "whan", .type = TYPE_TIME } };
    ColumnRequest number[] = { { .column = "n", .type = TYPE_NUMBER } };
    CsvOptions options = { .requests = by_name, .n_requests = 3 };

    assert_says(text, &options,
                "column=when\ttype=time\tmissing=0\tmin=2019-02-27\tmax=2019-02-28");
    assert_says(text, &options, "column=n\ttype=text\tmissing=0\tvalues=2");
    assert_says(text, &options, "column=m\ttype=time\tmissing=0\tmin=0007\tmax=2019");
    options = (CsvOptions){ .requests = for_all, .n_requests = 1 };
    assert_says(text, &options,
                "column=when\ttype=time\tmissing=0\tmin=2019-02-27\tmax=2019-02-28");
    assert_says(text, &options, "column=m\ttype=number\tmissing=0\tmin=7\tmax=2019");
    options = (CsvOptions){ .requests = wrong, .n_requests = 1 };
    assert_says(text, &options,
                "0:0: error 2: no column \"whan\" (did you mean \"when\"?), as --type says");
    options = (CsvOptions){ .requests = number, .n_requests = 1 };
    assert_says(text, &options,
                "3:2: \"x\" in column \"n\" is not a number (1 of 2 are); 1 cell left out (1)");
}

static void
test_na(void)
{
    const char *const na[] = { "999", "unknown", NULL };
    CsvOptions options = { .na = na };

    assert_says("a,b\n1,x\n999,unknown\n3,999\n", &options,
                "column=a\ttype=number\tmissing=1\tmin=1\tmax=3");
    assert_says("a,b\n1,x\n999,unknown\n3,999\n", &options,
                "column=b\ttype=text\tmissing=2\tvalues=1");
}

static void
test_ragged(void)
{
    CsvOptions pad = { .ragged = RAGGED_PAD };

    assert_says("a,b,c\n1,2,3\n4\n5,\"6\"\n", NULL,
                "3:1: error 1: 1 cell, but the header has 3; --ragged pad fills short rows");
    assert_says("a,b,c\n1,2,3\n4\n5,\"6\"\n", &pad,
                "3:1: 2 rows are shorter than the header; filled with missing cells (2)");
    assert_says("a,b,c\n1,2,3\n4\n5,\"6\"\n", &pad,
                "column=c\ttype=number\tmissing=2\tmin=3\tmax=3");
    assert_says("a,b\n1,2\n3,4,5,6\n", &pad, "3:3: error 1: 4 cells, but the header has 2");
}

static void
test_decimal(void)
{
    CsvOptions comma = { .decimal = ',' }, point = { .decimal = '.' };

    assert_says("a;b\n1,234;x\n", NULL,
                "2:1: error 1: \"1,234\" in column \"a\" may have a decimal or a thousands mark; "
                "say --decimal . or --decimal ,");
    assert_says("a;b\n1,234;x\n", &comma, "column=a\ttype=number\tmissing=0\tmin=1.234\tmax=1.234");
    assert_says("a;b\n1,234;x\n", &point, "column=a\ttype=number\tmissing=0\tmin=1234\tmax=1234");
    assert_says("a,b\n1.5,x\n7,y\n8,z\n", &comma,
                "2:1: \"1.5\" in column \"a\" is not a number (2 of 3 are); 1 cell left out (1)");
}

static void
test_limits(void)
{
    CsvOptions rows = { .max_rows = 2 }, cell = { .max_cell = 3 }, bytes = { .max_bytes = 5 };

    assert_says("a\n1\n2\n", &rows, "rows=2");
    assert_says("a\n1\n2\n3\n", &rows,
                "4:0: error 4: more than 2 rows; --max-rows raises the limit");
    assert_says("a,b\n1,xyz\n", &cell, "rows=1");
    assert_says("a,b\n1,xyzx\n", &cell,
                "2:2: error 4: a cell has more than 3 bytes; --max-cell raises the limit");
    assert_says("a,b\n1,2\n", &bytes,
                "0:0: error 4: the file has more than 5 bytes; --max-bytes raises the limit");
}

static void
test_delimiter(void)
{
    CsvOptions semicolon = { .delimiter = ';' }, digit = { .delimiter = '7' };

    assert_says("a,b;c\n1,2;3\n", &semicolon, "columns=2");
    assert_says("a,b\n", &digit, "0:0: error 2: --delimiter: \"7\" cannot divide cells");
}

/* A file of more than the sample, whose columns turn out otherwise than their start promised, must
 * give what a small one gives. head is repeated, then tail follows once. */
static void
assert_long(const char *header, const char *head, guint n, const char *tail, guint n_tail,
            const char *expected)
{
    g_autoptr(GString) text = g_string_new(header);

    for (guint i = 0; i < n; i++)
        g_string_append(text, head);
    for (guint i = 0; i < n_tail; i++)
        g_string_append(text, tail);
    assert_says(text->str, NULL, expected);
}

static void
test_late_changes(void)
{
    assert_long("a,b\n", "1,x\n", 80000, "word,y\n", 80000,
                "column=a\ttype=text\tmissing=0\tvalues=2");
    assert_long("a,b\n", "1,x\n", 80001, "word,y\n", 80000,
                "80003:1: \"word\" in column \"a\" is not a number (80001 of 160001 are); 80000 "
                "cells left out (80000)");
    assert_long("a,b\n", "word,x\n", 80000, "1,y\n", 80001,
                "2:1: \"word\" in column \"a\" is not a number (80001 of 160001 are); 80000 cells "
                "left out (80000)");
    assert_long("a,b\n", "NA,x\n", 80000, "1,y\n", 2,
                "column=a\ttype=number\tmissing=80000\tmin=1\tmax=1");
    assert_long("a,b\n", "2019-02-27,x\n", 40000, "soon,y\n", 40000,
                "column=a\ttype=text\tmissing=0\tvalues=2");
    assert_long("a,b\n", "2019-02-27,x\n", 40000, "2019-02-27T12:30,y\n", 1,
                "column=a\ttype=time\tmissing=0\tmin=2019-02-27T00:00Z\tmax=2019-02-27T12:30Z");
    assert_long("year,b\n", "2019,x\n", 80000, "2020,y\n", 1,
                "column=year\ttype=time\tmissing=0\tmin=2019\tmax=2020");
    assert_long("year,b\n", "2019,x\n", 80000, "20,y\n", 1,
                "column=year\ttype=number\tmissing=0\tmin=20\tmax=2019");
    assert_long("year,b\n", "2019,x\n", 80000, "\"2,020\",y\n", 1,
                "column=year\ttype=number\tmissing=0\tmin=2019\tmax=2020");
}

static void
test_late_marks(void)
{
    assert_long("a,b\n", "7,x\n", 80000, "\"1,5\",y\n", 1,
                "column=a\ttype=number\tmissing=0\tmin=1.5\tmax=7");
    assert_long("a,b\n", "7.5,x\n", 80000, "\"1,5\",y\n", 1,
                "80002:1: \"1,5\" in column \"a\" is not a number (80000 of 80001 are); 1 cell "
                "left out (1)");
    assert_long("a,b\n", "7.5,x\n", 80000, "\"1,234\",y\n", 1,
                "column=a\ttype=number\tmissing=0\tmin=7.5\tmax=1234");
    assert_long("a;b\n", "7;x\n", 80000, "1.234;y\n", 1,
                "80002:1: error 1: \"1.234\" in column \"a\" may have a decimal or a thousands "
                "mark; say --decimal . or --decimal ,");
    assert_long("a;b\n", "7;x\n", 80000, "1.234;y\n1,5;z\n", 1,
                "column=a\ttype=number\tmissing=0\tmin=1.5\tmax=1234");
    assert_long("a,b\n", "7,x\n", 80000, "1.234,y\n\"1,5\",z\n", 1,
                "column=a\ttype=number\tmissing=0\tmin=1.5\tmax=1234");
    assert_long("a;b\n", "7;x\n", 80000, "2.5;y\n1,5;z\n3,5;z\n", 1,
                "80002:1: \"2.5\" in column \"a\" is not a number (80002 of 80003 are); 1 cell "
                "left out (1)");
    assert_long("a,b\n", "7,x\n", 80000, "$8,y\n", 1,
                "80002:1: only 1 of 80001 numbers in column \"a\" have the unit of \"$8\"; the "
                "others are taken to be in it too (1)");
    assert_long("a,b\n", "$7,x\n", 80000, "€8,y\n", 1,
                "80002:1: error 1: \"€8\" in column \"a\" has another unit than \"$7\" in line 2");
}

static void
test_values_of_a_long_file(void)
{
    CsvOptions options = { .delimiter = 0 };
    g_autoptr(GString) text = g_string_new("i,half,name,\"day\"\r\n");

    for (guint i = 0; i < 50000; i++)
        g_string_append_printf(text, "%u,%u.5,n%u,2019-01-%02u\r\n", i, i, i % 7, 1 + i % 31);
    g_autoptr(Table) table = csv_read_bytes("t", text->str, text->len, &options, NULL, NULL);
    g_assert_cmpuint(table->length, ==, 50000);
    for (guint i = 0; i < 50000; i++) {
        char name[16];
        double day;
        g_snprintf(name, sizeof name, "n%u", i % 7);
        calendar_make(2019, 1, 1 + (int)(i % 31), 0, 0, 0, &day);
        g_assert_cmpfloat(table_column(table, 0)->values[i], ==, i);
        g_assert_cmpfloat(table_column(table, 1)->values[i], ==, i + 0.5);
        g_assert_cmpstr(column_text(table_column(table, 2), i), ==, name);
        g_assert_cmpfloat(table_column(table, 3)->values[i], ==, day);
        g_assert_cmpuint(table_line(table, i), ==, i + 2);
    }
}

/* Quoting every cell changes nothing: the two ways through the reader agree. */
static void
test_quoting_changes_nothing(void)
{
    static const char *const cells[] = { "1",  "-2.5", "1,5",  "x", "NA", "",    "2019-02-27",
                                         "5%", "$7",   "2020", "-", " 8", "1e3", "é" };
    GRand *random = g_rand_new_with_seed(7);

    for (int round = 0; round < 200; round++) {
        g_autoptr(GString) plain = g_string_new("year;b;c\n");
        g_autoptr(GString) quoted = g_string_new("\"year\";\"b\";\"c\"\n");
        guint kinds = (guint)g_rand_int_range(random, 1, G_N_ELEMENTS(cells));
        for (int i = 0; i < 30; i++) {
            const char *cell = cells[g_rand_int_range(random, 0, (gint32)kinds)];
            const char *end = i % 3 == 2 ? "\n" : ";";
            g_string_append_printf(plain, "%s%s", cell, end);
            g_string_append_printf(quoted, "\"%s\"%s", cell, end);
        }
        g_autofree char *a = outcome(plain->str, plain->len, NULL);
        g_autofree char *b = outcome(quoted->str, quoted->len, NULL);
        g_assert_cmpstr(a, ==, b);
    }
    g_rand_free(random);
}

static void
test_facts(void)
{
    const char *text = "a\\\tb;\"x\ny\"\n1;2019-02\n;2019-03\n2;\n";
    CsvOptions options = { .delimiter = ';' };
    g_autoptr(Table) table = csv_read_bytes("t", text, strlen(text), &options, NULL, NULL);
    g_autoptr(GString) facts = g_string_new(NULL);
    g_autoptr(GString) usable = g_string_new(NULL);
    g_autofree char *all = outcome(text, strlen(text), &options);

    g_assert_cmpstr(all, ==,
                    "rows=3\ncolumns=2\n"
                    "column=a\\x5C\\x09b\ttype=number\tmissing=1\tmin=1\tmax=2\n"
                    "column=x\\x0Ay\ttype=time\tmissing=1\tmin=2019-02\tmax=2019-03\n"
                    "numcols=1\n");
    column_append_usable(table_column(table, 0), usable);
    column_append_usable(table_column(table, 1), usable);
    g_assert_cmpstr(usable->str, ==, "n=2\nmin=1\nmax=2\nn=2\nmin=2019-02\nmax=2019-03\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-reader/bad-cells-are-counted-once", test_bad_cells);
    g_test_add_func("/csv-reader/rows-know-their-lines", test_lines_and_fields);
    g_test_add_func("/csv-reader/units-are-kept-and-may-not-differ", test_symbols);
    g_test_add_func("/csv-reader/types-may-be-asked-for", test_requests);
    g_test_add_func("/csv-reader/more-words-may-mean-missing", test_na);
    g_test_add_func("/csv-reader/ragged-rows-are-errors-or-padded", test_ragged);
    g_test_add_func("/csv-reader/decimal-mark-may-be-named", test_decimal);
    g_test_add_func("/csv-reader/limits-name-their-flag", test_limits);
    g_test_add_func("/csv-reader/delimiter-may-be-named", test_delimiter);
    g_test_add_func("/csv-reader/late-cells-decide-as-much-as-early-ones", test_late_changes);
    g_test_add_func("/csv-reader/late-marks-decide-as-much-as-early-ones", test_late_marks);
    g_test_add_func("/csv-reader/long-files-are-read-exactly", test_values_of_a_long_file);
    g_test_add_func("/csv-reader/quoting-changes-nothing", test_quoting_changes_nothing);
    g_test_add_func("/csv-reader/facts-are-lines-of-keys", test_facts);
    return g_test_run();
}
