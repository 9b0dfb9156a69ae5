#include "data/csv_header.h"
#include "data/csv_scan.h"

#include <string.h>

typedef struct {
    CsvSource *source;
    CsvScan *scan;
} Scanning;

static Scanning
scanning_new(const char *bytes, gsize length, gboolean strict)
{
    Scanning scanning = { .source = csv_source_bytes("t.csv", bytes, length, NULL, 1 << 30, NULL) };

    scanning.scan = csv_scan_new(scanning.source, 1 << 20);
    csv_scan_set_dialect(scanning.scan, ',', strict);
    return scanning;
}

static void
scanning_clear(Scanning *scanning)
{
    csv_scan_free(scanning->scan);
    csv_source_free(scanning->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scanning, scanning_clear)

static void
append_record(GString *out, const CsvRecord *record)
{
    CsvWalk walk;
    CsvCell cell;

    g_string_append_printf(out, "%u", record->line);
    csv_walk_start(&walk, record, ',');
    while (csv_walk_next(&walk, &cell)) {
        g_string_append_c(out, '<');
        g_string_append_len(out, cell.text, (gssize)cell.length);
        g_string_append_c(out, '>');
    }
    g_string_append_c(out, '\n');
}

/* Every record as LINE<cell><cell>, then the error, if there was one. Caller frees. */
static char *
dump(const char *bytes, gsize length, gboolean strict)
{
    g_auto(Scanning) scanning = scanning_new(bytes, length, strict);
    GString *out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    CsvRecord record;

    while (csv_scan_next(scanning.scan, &record, &error))
        append_record(out, &record);
    if (error) {
        Where where = error_where(error);
        g_string_append_printf(out, "error %d at %u:%u\n", error->code, where.line, where.field);
    }
    return g_string_free(out, FALSE);
}

static void
assert_dump(const char *bytes, const char *expected)
{
    g_autofree char *got = dump(bytes, strlen(bytes), TRUE);

    g_assert_cmpstr(got, ==, expected);
}

static void
test_lines(void)
{
    assert_dump("", "");
    assert_dump("a,b", "1<a><b>\n");
    assert_dump("a,b\n", "1<a><b>\n");
    assert_dump("a,b\n\nc,\n", "1<a><b>\n2<>\n3<c><>\n");
    assert_dump("a\r\nb\rc\nd\r", "1<a>\n2<b>\n3<c>\n4<d>\n");
    assert_dump("a\r\r\nb\n", "1<a>\n2<>\n3<b>\n");
    assert_dump(",\n,,\n", "1<><>\n2<><><>\n");
    assert_dump(" a , b \n", "1< a >< b >\n");
}

static void
test_quotes(void)
{
    assert_dump("\"a\",\"b,c\"\nd,e\n", "1<a><b,c>\n2<d><e>\n");
    assert_dump("\"a\"\"b\",c", "1<a\"b><c>\n");
    assert_dump("\"a\nb\",c\nd,e\n", "1<a\nb><c>\n3<d><e>\n");
    assert_dump("\"a\r\nb\",c\r\nd,\"e\"", "1<a\r\nb><c>\n3<d><e>\n");
    assert_dump("\" a \", b ,\"\"\n", "1< a >< b ><>\n");
    assert_dump("\"\n\n\n\"\nx\n", "1<\n\n\n>\n5<x>\n");
}

static void
test_damage(void)
{
    assert_dump("a,b\n1,\"2\n3,4\n", "1<a><b>\nerror 1 at 2:2\n");
    assert_dump("a\n\"1\n\",\"2\n3\n", "1<a>\nerror 1 at 3:2\n");
    assert_dump("a,b\"c\n", "error 1 at 1:2\n");
    assert_dump("a,\"b\"c\n", "error 1 at 1:2\n");
    assert_dump("a,b\n1,\xff\n", "1<a><b>\nerror 1 at 2:2\n");
    assert_dump("a,\"b\nc,\",\xff\n", "error 1 at 2:3\n");
}

static void
test_lenient(void)
{
    g_autofree char *stray = dump("5\" pipe,3\n", 10, FALSE);
    g_autofree char *open = dump("5\" pipe,\"3\n", 11, FALSE);

    g_assert_cmpstr(stray, ==, "1<5\" pipe><3>\n");
    g_assert_cmpstr(open, ==, "error 1 at 1:2\n");
}

static void
test_nul(void)
{
    g_autofree char *plain = dump("a,b\nc,d\0e\n", 10, TRUE);
    g_autofree char *quoted = dump("a,\"b\nc\0\"\n", 9, TRUE);

    g_assert_cmpstr(plain, ==, "1<a><b>\nerror 1 at 2:2\n");
    g_assert_cmpstr(quoted, ==, "error 1 at 2:2\n");
}

static void
test_rewind(void)
{
    g_auto(Scanning) scanning = scanning_new("a\nb\n", 4, TRUE);
    CsvRecord record;

    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_cmpuint(csv_scan_offset(scanning.scan), ==, 4);
    g_assert_true(csv_scan_rewind(scanning.scan, NULL));
    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_cmpuint(record.line, ==, 1);
    g_assert_cmpint(record.text[0], ==, 'a');
}

static void
test_alike(void)
{
    g_auto(Scanning) scanning = scanning_new("1,\"x\n2,y\"\n1,\"x\ny\"\n", 19, TRUE);
    CsvRecord record;

    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_cmpint(record.delimiters_a_line, ==, 1);
    g_assert_cmpuint(record.n_lines, ==, 2);
    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_cmpint(record.delimiters_a_line, ==, -1);
}

/* Random text without quotes, as the scanner and as libcsv see it. */
static GString *
random_text(GRand *random, guint length)
{
    static const char *const pieces[] = {
        "a", "bc", ",", ",", "\n", "\r", "\r\n", " ", "é", "1.5"
    };
    GString *text = g_string_new(NULL);

    while (text->len < length)
        g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    return text;
}

static void
append_by_libcsv(GString *out, const char *line, gsize length)
{
    g_autoptr(CsvRecordParser) parser = csv_record_parser_new(',', TRUE, 1 << 20);

    csv_record_begin(parser);
    g_assert_cmpint(csv_record_feed(parser, line, length), ==, RECORD_MORE);
    g_assert_cmpint(csv_record_finish(parser), ==, RECORD_WHOLE);
    for (guint i = 0; i < csv_record_n_cells(parser); i++) {
        CsvCell cell = csv_record_cell(parser, i);
        g_string_append_c(out, '<');
        g_string_append_len(out, cell.text, (gssize)cell.length);
        g_string_append_c(out, '>');
    }
    g_string_append_c(out, '\n');
}

/* libcsv knows neither lines nor empty records, so the lines are cut here, in the plainest way. */
static char *
dump_by_libcsv(const GString *text)
{
    GString *out = g_string_new(NULL);
    guint line = 1;

    for (gsize i = 0; i < text->len; line++) {
        gsize end = i + strcspn(text->str + i, "\r\n");
        g_string_append_printf(out, "%u", line);
        if (end > i)
            append_by_libcsv(out, text->str + i, end - i);
        else
            g_string_append(out, "<>\n");
        i = end + (strncmp(text->str + end, "\r\n", 2) == 0 ? 2 : 1);
    }
    return g_string_free(out, FALSE);
}

static void
test_agrees_with_libcsv(void)
{
    GRand *random = g_rand_new_with_seed(20190227);

    for (int i = 0; i < 300; i++) {
        GString *text = random_text(random, (guint)g_rand_int_range(random, 0, 60));
        g_autofree char *own = dump(text->str, text->len, TRUE);
        g_autofree char *theirs = dump_by_libcsv(text);
        g_assert_cmpstr(own, ==, theirs);
        g_string_free(text, TRUE);
    }
    g_rand_free(random);
}

/* Records of every kind, shifted byte by byte, so that ends of blocks fall everywhere in them. */
static void
test_block_ends(void)
{
    static const char unit[] = "é,\"b\r\nc\"\"d\",1\r\n";
    static const char expected[] = "<é><b\r\nc\"d><1>\n";

    for (guint shift = 0; shift < 18; shift++) {
        g_autoptr(GString) text = g_string_new(NULL);
        guint n = 0;
        for (guint i = 0; i < shift; i++)
            g_string_append_c(text, 'x');
        g_string_append_c(text, '\n');
        while (text->len < 600000) {
            g_string_append(text, unit);
            n++;
        }
        g_auto(Scanning) scanning = scanning_new(text->str, text->len, TRUE);
        CsvRecord record;
        g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
        for (guint i = 0; i < n; i++) {
            g_autoptr(GString) got = g_string_new(NULL);
            g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
            append_record(got, &record);
            g_assert_cmpuint(record.line, ==, 2 + 2 * i);
            g_assert_true(g_str_has_suffix(got->str, expected));
        }
        g_assert_false(csv_scan_next(scanning.scan, &record, NULL));
    }
}

static void
test_long_line(void)
{
    g_autoptr(GString) text = g_string_new("a,");

    while (text->len < 3000000)
        g_string_append(text, "0123456789");
    g_string_append(text, "\nb");
    g_auto(Scanning) scanning = scanning_new(text->str, text->len, TRUE);
    CsvRecord record;
    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_cmpuint(record.length, ==, text->len - 2);
    g_assert_true(csv_scan_next(scanning.scan, &record, NULL));
    g_assert_cmpuint(record.line, ==, 2);
}

static void
test_too_long(void)
{
    g_autoptr(GString) text = g_string_new("a\n");
    g_autoptr(GString) quoted = g_string_new("a\nb,\"\n");

    while (text->len < 18000000)
        g_string_append(text, "01234567890123456789");
    while (quoted->len < 3000000)
        g_string_append(quoted, "01234567890123456789\n");
    g_autofree char *line = dump(text->str, text->len, TRUE);
    g_autofree char *cell = dump(quoted->str, quoted->len, TRUE);
    g_assert_cmpstr(line, ==, "1<a>\nerror 4 at 2:0\n");
    g_assert_cmpstr(cell, ==, "1<a>\nerror 4 at 2:2\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-scan/lines-end-in-any-way", test_lines);
    g_test_add_func("/csv-scan/quoted-cells-may-hold-anything", test_quotes);
    g_test_add_func("/csv-scan/damage-is-named-by-line-and-field", test_damage);
    g_test_add_func("/csv-scan/lenient-takes-stray-quotes-for-letters", test_lenient);
    g_test_add_func("/csv-scan/nul-is-refused", test_nul);
    g_test_add_func("/csv-scan/rewind-begins-again", test_rewind);
    g_test_add_func("/csv-scan/swallowed-rows-are-noticed", test_alike);
    g_test_add_func("/csv-scan/agrees-with-libcsv-on-records-without-quotes",
                    test_agrees_with_libcsv);
    g_test_add_func("/csv-scan/block-ends-change-nothing", test_block_ends);
    g_test_add_func("/csv-scan/long-lines-are-read", test_long_line);
    g_test_add_func("/csv-scan/lines-and-cells-beyond-the-limit-are-refused", test_too_long);
    return g_test_run();
}
