// Reading without a parser against reading with one: a file means the same when every cell of it is
// put in quotes, and then each record goes through libcsv.
#include "data/csv_lines.h"
#include "data/csv_reader.h"
#include "data/facts.h"

#include <csv.h>
#include <string.h>

#define N_FILES 4000

/* The same numbers on every machine. */
static guint32
next_random(guint64 *state)
{
    *state = *state * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
    return (guint32)(*state >> 33);
}

static const char *
pick(guint64 *state, const char *const *texts, guint n)
{
    return texts[next_random(state) % n];
}

static void
append_cell(guint64 *state, GString *out)
{
    static const char *const odd[] = { "",
                                       " ",
                                       "NA",
                                       "-",
                                       "1e5",
                                       "0x1",
                                       "a b",
                                       "12%",
                                       "-0",
                                       "+3",
                                       ".5",
                                       "5.",
                                       "é",
                                       "서울",
                                       "2019-03-01",
                                       "1 234",
                                       "1.2.3",
                                       "--1",
                                       " 7",
                                       "8 ",
                                       "9007199254740993",
                                       ".",
                                       "-",
                                       "inf",
                                       "abcdefgh",
                                       "abcdefghi",
                                       "abcdefghijklmnopq",
                                       "1234567.12345678" };
    guint kind = next_random(state) % 10;

    if (kind == 0)
        g_string_append(out, pick(state, odd, G_N_ELEMENTS(odd)));
    else if (kind < 4)
        g_string_append_printf(out, "%u", next_random(state) >> next_random(state) % 32);
    else if (kind < 6)
        g_string_append_printf(out, "-%u.%0*u", next_random(state) % 1000,
                               (int)(next_random(state) % 9), next_random(state) % 10000);
    else if (kind == 6)
        g_string_append_printf(out, "%u%u.%u%u", next_random(state), next_random(state),
                               next_random(state), next_random(state));
    else
        g_string_append_printf(out, "n%u", next_random(state) % 20);
}

/* Rows of mostly one length; some are ragged, empty or blank. */
static GString *
random_file(guint64 *state, const char *line_end)
{
    GString *out = g_string_new("a,b");
    guint n_rows = next_random(state) % 40, n = 2 + next_random(state) % 3;

    for (guint i = 2; i < n; i++)
        g_string_append_printf(out, ",c%u", i);
    g_string_append(out, line_end);
    for (guint row = 0; row < n_rows; row++) {
        guint odd = next_random(state) % 200, cells = n;

        cells = odd == 0 ? n - 1 : odd == 1 ? n + 1 : n;
        for (guint i = 0; i < cells && odd != 2; i++) {
            if (i > 0)
                g_string_append_c(out, ',');
            append_cell(state, out);
        }
        g_string_append(out, odd == 3 ? "\r" : line_end);
    }
    if (next_random(state) % 4 == 0)
        g_string_append(out, "1,2");
    return out;
}

/* Bytes are changed, put in and taken out, so that quotes, NULs, CRs and broken letters stand
 * anywhere. */
static void
mutate(guint64 *state, GString *file)
{
    static const char bytes[] = { '"', '\0', '\r', '\n', ',', '\xc3', '\xff', ' ', '5', '.', 'x' };

    for (guint n = next_random(state) % 4; n > 0 && file->len > 4; n--) {
        gsize at = 4 + next_random(state) % (file->len - 4);

        if (next_random(state) % 3 == 0)
            g_string_erase(file, (gssize)at, 1);
        else if (next_random(state) % 2 == 0)
            file->str[at] = bytes[next_random(state) % sizeof bytes];
        else
            g_string_insert_c(file, (gssize)at, bytes[next_random(state) % sizeof bytes]);
    }
}

/* Every cell, where it stands, every remark and the error. Caller frees. */
static char *
outcome(const char *bytes, gsize length, const CsvOptions *options)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Table) table = csv_read_bytes("t", bytes, length, options, report, &error);
    GString *out = g_string_new(NULL);

    if (error != NULL)
        g_string_append_printf(out, "%d %u:%u %s\n", error->code, error_where(error).line,
                               error_where(error).field, error->message);
    for (guint i = 0; table != NULL && i < table_n_columns(table); i++) {
        const Column *column = table_column(table, i);

        g_string_append_printf(out, "%s %d %s\n", column->name, column->type,
                               column->symbol ? column->symbol : "");
        for (gsize row = 0; row < table->length; row++) {
            column_append_cell(column, row, out);
            g_string_append_printf(out, " %u\n", table_line(table, row));
        }
    }
    for (guint i = 0; i < report_length(report); i++) {
        const ReportEntry *entry = report_entry(report, i);

        g_string_append_printf(out, "%u:%u %s %u\n", entry->line, entry->field, entry->text,
                               (guint)entry->count);
    }
    return g_string_free(out, FALSE);
}

/* Each cell in quotes; lines without a cell stay as they are. */
static GString *
quoted(const GString *file)
{
    GString *out = g_string_new(NULL);
    gboolean open = FALSE;

    for (gsize i = 0; i < file->len; i++) {
        char c = file->str[i];
        gboolean ends = c == '\n' || c == '\r';

        if (!open && !ends) {
            g_string_append_c(out, '"');
            open = TRUE;
        }
        if (open && (ends || c == ','))
            g_string_append_c(out, '"');
        g_string_append_c(out, c);
        if (c == ',')
            g_string_append_c(out, '"');
        open = open && !ends;
    }
    if (open)
        g_string_append_c(out, '"');
    return out;
}

static CsvOptions
random_options(guint64 *state)
{
    static const char *const na[] = { "n3", NULL };

    return (CsvOptions){
        .delimiter = ',',
        .decimal = next_random(state) % 3 == 0   ? '.'
                   : next_random(state) % 8 == 0 ? ','
                                                 : '\0',
        .ragged = next_random(state) % 2 ? RAGGED_PAD : RAGGED_ERROR,
        .na = next_random(state) % 4 == 0 ? na : NULL,
        .sample_bytes = 1 + next_random(state) % 400,
    };
}

static void
test_same_as_in_quotes(void)
{
    static const char *const ends[] = { "\n", "\r\n" };
    guint64 state = 8;

    for (guint i = 0; i < N_FILES; i++) {
        g_autoptr(GString) file = random_file(&state, pick(&state, ends, 2));
        g_autoptr(GString) in_quotes = quoted(file);
        CsvOptions options = random_options(&state);
        g_autofree char *plain = outcome(file->str, file->len, &options);
        g_autofree char *parsed = outcome(in_quotes->str, in_quotes->len, &options);

        g_assert_cmpstr(plain, ==, parsed);
    }
}

/* What is taken for plain lines has the cells that libcsv finds. */
typedef struct {
    GString *out;
} Cells;

static void
note_cell(void *text, size_t length, void *data)
{
    GString *out = ((Cells *)data)->out;

    g_string_append_len(out, text, (gssize)length);
    g_string_append_c(out, '|');
}

static void
note_row(int end, void *data)
{
    (void)end;
    g_string_append_c(((Cells *)data)->out, '\n');
}

/* Blanks belong to their cells. */
static int
is_no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static char *
cells_of_libcsv(const char *bytes, gsize length)
{
    struct csv_parser parser;
    Cells cells = { g_string_new(NULL) };

    g_assert_cmpint(csv_init(&parser, CSV_STRICT), ==, 0);
    csv_set_space_func(&parser, is_no_space);
    g_assert_cmpuint(csv_parse(&parser, bytes, length, note_cell, note_row, &cells), ==, length);
    csv_fini(&parser, note_cell, note_row, &cells);
    csv_free(&parser);
    return g_string_free(cells.out, FALSE);
}

static char *
cells_by_hand(const char *bytes, gsize length)
{
    GString *out = g_string_new(NULL);
    gsize start = 0;

    for (gsize i = 0; i < length; i++) {
        if (bytes[i] != ',' && bytes[i] != '\n')
            continue;
        gsize end = bytes[i] == '\n' && i > start && bytes[i - 1] == '\r' ? i - 1 : i;
        g_string_append_len(out, bytes + start, (gssize)(end - start));
        g_string_append(out, bytes[i] == '\n' ? "|\n" : "|");
        start = i + 1;
    }
    return g_string_free(out, FALSE);
}

static void
test_plain_lines(void)
{
    static const char *const ends[] = { "\n", "\r\n" };
    guint64 state = 15;
    gsize n_plain = 0, n_all = 0;

    for (guint i = 0; i < N_FILES; i++) {
        g_autoptr(GString) file = random_file(&state, pick(&state, ends, 2));
        g_autofree char *ours = NULL, *theirs = NULL;
        gsize plain;

        mutate(&state, file);
        plain = csv_lines_plain(file->str, file->len);
        g_assert_cmpuint(plain, <=, file->len);
        g_assert_true(plain == 0 || file->str[plain - 1] == '\n');
        g_assert_true(g_utf8_validate_len(file->str, plain, NULL));
        n_plain += plain;
        n_all += file->len;
        /* libcsv knows no line without cells. */
        if (plain == 0 || g_strstr_len(file->str, (gssize)plain, "\n\n") != NULL ||
            g_strstr_len(file->str, (gssize)plain, "\n\r\n") != NULL)
            continue;
        ours = cells_by_hand(file->str, plain);
        theirs = cells_of_libcsv(file->str, plain);
        g_assert_cmpstr(ours, ==, theirs);
    }
    g_assert_cmpuint(n_plain, >, n_all / 2);
}

/* Broken files too: however much of them is looked at first, they give the same. */
static void
test_mutated(void)
{
    guint64 state = 23;

    for (guint i = 0; i < N_FILES; i++) {
        g_autoptr(GString) file = random_file(&state, "\n");
        CsvOptions options = random_options(&state), whole;
        g_autofree char *some = NULL, *all = NULL;

        mutate(&state, file);
        whole = options;
        whole.sample_bytes = 0;
        some = outcome(file->str, file->len, &options);
        all = outcome(file->str, file->len, &whole);
        g_assert_cmpstr(some, ==, all);
    }
}

static void
test_long(void)
{
    g_autoptr(GString) file = g_string_new("a,b\n"), in_quotes = NULL;
    CsvOptions options = { .delimiter = ',' };
    g_autofree char *plain = NULL, *parsed = NULL;

    /* Cells over the ends of blocks, one of them longer than a block. */
    for (guint i = 0; i < 60000; i++)
        g_string_append_printf(file, "%u.%u,name %u\r\n", i, i % 977, i % 3001);
    for (guint i = 0; i < 300000; i++)
        g_string_append_c(file, 'x');
    g_string_append(file, ",y\r\n1,2");
    in_quotes = quoted(file);
    plain = outcome(file->str, file->len, &options);
    parsed = outcome(in_quotes->str, in_quotes->len, &options);
    g_assert_true(strcmp(plain, parsed) == 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-lines/same-as-in-quotes", test_same_as_in_quotes);
    g_test_add_func("/csv-lines/plain-lines", test_plain_lines);
    g_test_add_func("/csv-lines/mutated", test_mutated);
    g_test_add_func("/csv-lines/long", test_long);
    return g_test_run();
}
