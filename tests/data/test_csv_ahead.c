// Reading by two threads: the same bytes, tables, remarks and errors as by one, and a witness of
// just the bytes that were read.
#include "data/csv_ahead.h"
#include "data/csv_reader.h"
#include "data/csv_source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK ((gsize)256 * 1024)

/* In the test's own folder; the caller unlinks and frees. */
static char *
write_file(const GString *text)
{
    char *path;
    int fd = g_file_open_tmp("csv-ahead-XXXXXX", &path, NULL);

    g_assert_cmpint(fd, >=, 0);
    close(fd);
    g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    return path;
}

static void
assert_bytes(gsize length, gsize step)
{
    g_autoptr(GString) text = g_string_sized_new(length), read = g_string_new(NULL);
    g_autofree char *path = NULL, *buffer = g_malloc(step), *hash = NULL, *letters = NULL;
    g_autofree char *expected = NULL;
    g_autoptr(Witness) witness = witness_new();
    CsvAhead *ahead;
    CsvTap tap;
    gssize n;
    int fd;

    for (gsize i = 0; i < length; i++)
        g_string_append_c(text, (char)('a' + i * 7 % 23));
    path = write_file(text);
    fd = open(path, O_RDONLY);
    tap = (CsvTap){ .name = path, .fd = fd, .witness = witness };
    ahead = csv_ahead_new(&tap, &(CsvAheadPlan){ .recipe = NULL });
    while ((n = csv_ahead_read(ahead, buffer, step, NULL)) > 0)
        g_string_append_len(read, buffer, n);
    g_assert_cmpint((int)n, ==, 0);
    g_assert_cmpint((int)csv_ahead_read(ahead, buffer, step, NULL), ==, 0);
    csv_ahead_free(ahead);
    close(fd);
    g_unlink(path);
    g_assert_true(g_string_equal(text, read));
    witness_finish(witness, &hash, &letters);
    expected = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
    g_assert_cmpstr(hash, ==, expected);
}

static void
test_bytes(void)
{
    static const gsize lengths[] = { 0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 8 * BLOCK, 17 * BLOCK + 5 };

    for (guint i = 0; i < G_N_ELEMENTS(lengths); i++) {
        assert_bytes(lengths[i], BLOCK);
        assert_bytes(lengths[i], 100003);
    }
}

static void
test_failure(void)
{
    CsvTap tap = { .name = "t", .fd = open("/", O_RDONLY) };
    CsvAhead *ahead = csv_ahead_new(&tap, &(CsvAheadPlan){ .recipe = NULL });
    char buffer[16];

    for (guint i = 0; i < 2; i++) {
        g_autoptr(GError) error = NULL;

        g_assert_cmpint((int)csv_ahead_read(ahead, buffer, sizeof buffer, &error), ==, -1);
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_nonnull(strstr(error->message, g_strerror(EISDIR)));
    }
    csv_ahead_free(ahead);
    close(tap.fd);
    /* Nobody has read a byte, or some: the thread ends all the same. */
    for (gssize n = 0; n < 2; n++) {
        tap.fd = open("/dev/zero", O_RDONLY);
        ahead = csv_ahead_new(&tap, &(CsvAheadPlan){ .recipe = NULL });
        g_assert_cmpint((int)csv_ahead_read(ahead, buffer, (gsize)n, NULL), ==, (int)n);
        csv_ahead_free(ahead);
        close(tap.fd);
    }
}

/* Cells, lines, remarks, the error, and what the table knows of the bytes. Caller frees. */
static char *
outcome(const char *path, CsvOptions options)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Table) table = csv_read_file(path, &options, report, &error);
    GString *out = g_string_new(NULL);

    if (error != NULL)
        g_string_append_printf(out, "failed %d %u:%u %s\n", error->code, error_where(error).line,
                               error_where(error).field, error->message);
    for (guint i = 0; i < report_length(report); i++) {
        const ReportEntry *entry = report_entry(report, i);

        g_string_append_printf(out, "%u:%u %s %u\n", entry->line, entry->field, entry->text,
                               (guint)entry->count);
    }
    if (table == NULL)
        return g_string_free(out, FALSE);
    g_string_append_printf(out, "%s %s\n", table->bytes_hash, table->bytes_letters);
    for (guint i = 0; i < table_n_columns(table); i++)
        for (gsize row = 0; row < table->length; row++) {
            column_append_cell(table_column(table, i), row, out);
            g_string_append_printf(out, " %u\n", table_line(table, row));
        }
    return g_string_free(out, FALSE);
}

static char *
assert_same_with(const GString *text, CsvOptions options)
{
    static const gsize blocks[] = { 0, 16, 61, 1000, 40000 };
    g_autofree char *path = write_file(text);
    g_autofree char *expected =
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
    char *alone;

    options.ahead_bytes = G_MAXUINT64;
    alone = outcome(path, options);
    g_assert_cmpint(strstr(alone, expected) != NULL, ==, strstr(alone, "failed") == NULL);
    options.ahead_bytes = 1;
    for (guint i = 0; i < G_N_ELEMENTS(blocks); i++) {
        g_autofree char *both = NULL;

        if (blocks[i] > 0 && text->len / blocks[i] > 2000)
            continue;
        options.block_bytes = blocks[i];
        both = outcome(path, options);
        g_assert_cmpstr(alone, ==, both);
    }
    g_unlink(path);
    return alone;
}

static char *
assert_same(const GString *text, CsvThinning thin)
{
    return assert_same_with(text, (CsvOptions){ .witness = TRUE, .thin = thin });
}

static GString *
rows(const char *start, const char *line_end, guint n)
{
    GString *text = g_string_new(start);

    g_string_append_printf(text, "a,b%s", line_end);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(text, "%u,%u.%02u%s", i, i * 31 % 977, i % 100, line_end);
    return text;
}

static void
test_tables(void)
{
    static const char *const starts[] = { "", "\xef\xbb\xbf" }, *const ends[] = { "\n", "\r\n" };
    const CsvThinning thin = { "a", "b", 500 };

    for (guint i = 0; i < 8; i++) {
        g_autoptr(GString) text = rows(starts[i % 2], ends[i / 2 % 2], 80000);
        g_autofree char *all = NULL, *few = NULL;

        if (i >= 4) /* without an end, and with letters behind the middle */
            g_string_append(text, "7,\303\251");
        all = assert_same(text, (CsvThinning){ .steps = 0 });
        few = assert_same(text, thin);
        g_assert_cmpuint(strlen(all), >=, strlen(few));
    }
}

/* Letters are told of UTF-8 by any name, and of nothing else. */
static void
test_letters(void)
{
    static const char *const encodings[] = { NULL, "utf-8", "UTF8", "latin1" };
    g_autoptr(GString) text = g_string_new("a,b\n1,\303\251\n");
    g_autofree char *path = write_file(text);

    for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
        CsvOptions options = { .witness = TRUE, .encoding = encodings[i] };
        g_autoptr(Report) report = report_new();
        g_autoptr(Table) table = csv_read_file(path, &options, report, NULL);

        g_assert_cmpstr(table->bytes_letters, ==, i < 3 ? "\303\251" : NULL);
    }
    g_unlink(path);
}

static void
test_errors(void)
{
    static const char *const bad[] = { "1,2,3\n", "1\n", "\"x\ny\",2\n\"", "\xff,2\n" };
    static const char *const places[] = { "70002:3", "70002:1", "70004:1", "70002:1" };

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GString) text = rows("", "\n", 70000);
        g_autofree char *told = NULL;

        g_string_append(text, bad[i]);
        for (guint row = 0; row < 10; row++)
            g_string_append(text, "1,2\n");
        told = assert_same(text, (CsvThinning){ .steps = 0 });
        g_assert_nonnull(strstr(told, places[i]));
    }
}

/* A quote over every place where blocks may end, and a text in the second half of numbers. */
static void
test_quotes(void)
{
    g_autoptr(GString) text = rows("", "\n", 1000);
    g_autofree char *told = NULL;

    g_string_append(text, "1,\"");
    for (guint i = 0; i < 100000; i++)
        g_string_append(text, "\"\",x\n");
    g_string_append(text, "\"\n");
    told = assert_same(text, (CsvThinning){ .steps = 0 });
    g_assert_nonnull(strstr(told, " 1002\n"));
}

/* Bytes that nobody drew have no hash: a file that is another one at the end is refused. */
static void
test_changed(void)
{
    static const struct timespec later[] = { { 0, UTIME_OMIT }, { 1, 0 } };

    for (guint i = 0; i < 2; i++) {
        g_autoptr(GString) text = rows("", "\n", 100000);
        g_autofree char *path = write_file(text), *buffer = g_malloc(text->len);
        g_autoptr(CsvSource) source = csv_source_open(path, NULL, G_MAXUINT64, NULL);
        g_autoptr(GError) error = NULL;

        csv_source_set_ahead(source, i == 0 ? 1 : G_MAXUINT64, 0);
        g_assert_cmpint((int)csv_source_read(source, buffer, 1000, NULL), ==, 1000);
        g_assert_true(csv_source_rewind(source, NULL));
        g_assert_cmpint((int)csv_source_read(source, buffer, 1000, NULL), ==, 1000);
        g_assert_cmpint(utimensat(AT_FDCWD, path, later, 0), ==, 0);
        while (csv_source_read(source, buffer, text->len, &error) > 0) {
        }
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_nonnull(strstr(error->message, "changed while it was read"));
        g_unlink(path);
    }
}

/* Rows of all kinds, most of them plain; wild: with such as may stop the reading. */
static GString *
mixed_rows(GRand *rand, gboolean wild)
{
    static const char *const names[] = {
        "Laos", "Brunei", "Viet Nam", "", "C\303\264te", "NA", "x"
    };
    static const char *const odd[] = { "1,234", "12 %", "n/a", "", "1e400", "-", "word", "\"7\"" };
    static const char *const lines[] = {
        "\"a\nb\",1,2000-01\n", "\n",        " \n", "  x,1,2000\n", "a,\"1,5\",2001-02-03\r\n",
        "\"\"\"\",2,\n",        "a,1,2000\r"
    };
    static const char *const bad[] = { "a,1\n", "a,1,2000,4\n", "\"", "\xff,1,2000\n" };
    GString *text = g_string_new("name,value,time\n");
    gboolean crlf = g_rand_boolean(rand);
    gint n = g_rand_int_range(rand, 20, 600), one_of = wild ? 40 : 1000000;

    for (gint i = 0; i < n; i++) {
        if (g_rand_int_range(rand, 0, one_of) == 0)
            g_string_append(text, lines[g_rand_int_range(rand, 0, G_N_ELEMENTS(lines))]);
        if (g_rand_int_range(rand, 0, 20 * one_of) == 0)
            g_string_append(text, bad[g_rand_int_range(rand, 0, G_N_ELEMENTS(bad))]);
        g_string_append_printf(text, "%s%d,", names[g_rand_int_range(rand, 0, 7)],
                               g_rand_int_range(rand, 0, 4));
        if (g_rand_int_range(rand, 0, one_of) == 0)
            g_string_append(text, odd[g_rand_int_range(rand, 0, G_N_ELEMENTS(odd))]);
        else
            g_string_append_printf(text, "%d.%d", g_rand_int_range(rand, -3, 4000), i % 10);
        g_string_append_printf(text, ",%d-%02d%s", g_rand_int_range(rand, 1990, 2020), 1 + i % 12,
                               crlf ? "\r\n" : "\n");
    }
    return text;
}

/* Cells taken by both threads, in blocks that end anywhere. */
static void
test_parts(void)
{
    static const char *const na[] = { "Laos0", NULL };
    g_autoptr(GRand) rand = g_rand_new_with_seed(8);

    for (guint i = 0; i < 200; i++) {
        g_autoptr(GString) text = mixed_rows(rand, i % 4 > 0);
        g_autofree char *told = NULL;
        CsvOptions options = {
            .witness = TRUE,
            .sample_bytes = (guint64)g_rand_int_range(rand, 1, 400),
            .ragged = i % 3 == 0 ? RAGGED_PAD : RAGGED_ERROR,
            .quotes = i % 5 == 0 ? QUOTES_LENIENT : QUOTES_STRICT,
            .na = i % 2 == 0 ? na : NULL,
            .max_rows = i % 7 == 0 ? 300 : 0,
            .max_cell = i % 11 == 0 ? 100 : 0,
        };

        told = assert_same_with(text, options);
        g_assert_cmpint(i % 4 > 0 || i % 7 == 0 || strstr(told, "failed") == NULL, ==, TRUE);
    }
}

static void
test_one_column(void)
{
    g_autoptr(GString) text = g_string_new("name\n");
    g_autofree char *told = NULL;

    for (guint i = 0; i < 3000; i++)
        g_string_append_printf(text, "%.*s\n", (int)(i % 5), "abcde");
    told = assert_same_with(text, (CsvOptions){ .witness = TRUE, .sample_bytes = 50 });
    g_assert_nonnull(strstr(told, "abcd 3001\n"));
}

/* Of so many columns that nobody makes parts of blocks, and of the most of which somebody does. */
static void
test_wide(void)
{
    for (guint n = 63; n <= 66; n++) {
        g_autoptr(GString) text = g_string_new("c0");
        g_autofree char *told = NULL;

        for (guint i = 1; i < n; i++)
            g_string_append_printf(text, ",c%u", i);
        for (guint row = 0; row < 200; row++)
            for (guint i = 0; i < n; i++)
                g_string_append_printf(text, "%c%s%u", i > 0 ? ',' : '\n', i % 7 > 0 ? "" : "x",
                                       row * i % 100);
        told = assert_same_with(text, (CsvOptions){ .witness = TRUE, .sample_bytes = 900 });
        g_assert_nonnull(strstr(told, "x44 201\n"));
    }
}

/* Sums whose last bits tell in which order they were taken. */
static void
test_groups(void)
{
    g_autoptr(GString) text = g_string_new("country,year,value\n");
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    g_autofree char *told = NULL;

    for (guint i = 0; i < 150000; i++)
        g_string_append_printf(text, "c%d,%d,%d.%03d\n", g_rand_int_range(rand, 0, 9),
                               g_rand_int_range(rand, 2000, 2007),
                               g_rand_int_range(rand, 0, 1 << g_rand_int_range(rand, 1, 30)),
                               i % 1000);
    told = assert_same_with(text, (CsvOptions){ .witness = TRUE,
                                                .group = { .keys = { "country", "year" },
                                                           .n_keys = 2,
                                                           .value = "value",
                                                           .expression = "sum(value)",
                                                           .kind = GROUP_SUM } });
    g_assert_cmpuint(strlen(told), <, 10000);
}

typedef struct {
    const GString *text;
    int fd;         /* to write to */
    gsize at_once;  /* bytes */
    gboolean stays; /* the pipe is not closed behind the text */
} Writer;

static gpointer
write_pipe(gpointer data)
{
    const Writer *writer = data;
    const GString *text = writer->text;

    for (gsize done = 0; done < text->len;) {
        gssize n = write(writer->fd, text->str + done, MIN(writer->at_once, text->len - done));

        if (n < 0)
            break;
        done += (gsize)n;
    }
    if (!writer->stays)
        close(writer->fd);
    return NULL;
}

/* What comes of the text on standard input. Caller frees. */
static char *
outcome_of_pipe(const GString *text, CsvOptions options, gsize at_once, gboolean stays)
{
    int ends[2], kept = dup(STDIN_FILENO);
    Writer writer = { .text = text, .at_once = at_once, .stays = stays };
    GThread *thread;
    char *told;

    g_assert_cmpint(pipe(ends), ==, 0);
    g_assert_cmpint(dup2(ends[0], STDIN_FILENO), ==, STDIN_FILENO);
    close(ends[0]);
    writer.fd = ends[1];
    thread = g_thread_new("writer", write_pipe, &writer);
    told = outcome("-", options);
    dup2(kept, STDIN_FILENO);
    close(kept);
    g_thread_join(thread);
    if (stays)
        close(ends[1]);
    return told;
}

/* In pieces of any size, by one thread and by two, and read again where the first rows misled. */
static void
test_pipes(void)
{
    static const gsize blocks[] = { 0, 61, 1000 };
    g_autoptr(GRand) rand = g_rand_new_with_seed(9);

    signal(SIGPIPE, SIG_IGN);
    for (guint i = 0; i < 100; i++) {
        g_autoptr(GString) text = mixed_rows(rand, i % 4 > 0);
        CsvOptions options = { .witness = TRUE, .sample_bytes = 100, .ahead_bytes = G_MAXUINT64 };
        g_autofree char *alone = outcome_of_pipe(text, options, text->len, FALSE), *both = NULL;

        options.ahead_bytes = 1;
        options.block_bytes = blocks[i % G_N_ELEMENTS(blocks)];
        both = outcome_of_pipe(text, options, 1 + i * i, FALSE);
        g_assert_cmpstr(alone, ==, both);
    }
}

/* An error is told although the pipe stays open and gives nothing more. */
static void
test_idle_pipe(void)
{
    g_autoptr(GString) text = rows("", "\n", 100000);
    g_autofree char *told = NULL;

    g_string_insert(text, (gssize)(text->len / 2), "\n1,2,3\n");
    g_string_append_len(text, text->str, (gssize)text->len);
    told = outcome_of_pipe(text, (CsvOptions){ .ahead_bytes = 1 }, 4096, TRUE);
    g_assert_nonnull(strstr(told, "cell"));
    g_assert_true(g_str_has_prefix(told, "failed"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-ahead/bytes", test_bytes);
    g_test_add_func("/csv-ahead/failure", test_failure);
    g_test_add_func("/csv-ahead/tables", test_tables);
    g_test_add_func("/csv-ahead/letters", test_letters);
    g_test_add_func("/csv-ahead/errors", test_errors);
    g_test_add_func("/csv-ahead/quotes", test_quotes);
    g_test_add_func("/csv-ahead/changed", test_changed);
    g_test_add_func("/csv-ahead/parts", test_parts);
    g_test_add_func("/csv-ahead/one-column", test_one_column);
    g_test_add_func("/csv-ahead/wide", test_wide);
    g_test_add_func("/csv-ahead/groups", test_groups);
    g_test_add_func("/csv-ahead/pipes", test_pipes);
    g_test_add_func("/csv-ahead/idle-pipe", test_idle_pipe);
    return g_test_run();
}
