#include "data/csv_shared.h"

#include "data/csv_thin.h"

#include <string.h>
#include <sys/stat.h>

/* A row along x has two digits, a delimiter and an end of line at least. */
#define SHORTEST_ROW 4

typedef struct {
    const char *file;
    const CsvOptions *options;
} Request;

static gpointer
request_read(gconstpointer data, Report *report, GError **error)
{
    const Request *request = data;

    return csv_read_file(request->file, request->options, report, error);
}

static gpointer
share_table(gpointer table)
{
    return table_ref(table);
}

static void
free_table(gpointer table)
{
    table_unref(table);
}

static void
append_text(GString *key, const char *text)
{
    if (text == NULL)
        g_string_append(key, "-;");
    else /* its length keeps two texts apart from one */
        g_string_append_printf(key, "%" G_GSIZE_FORMAT ":%s;", strlen(text), text);
}

/* All that changes what is read; how much is sampled and how many threads read does not. */
static char *
options_key(const CsvOptions *options)
{
    GString *key = g_string_new(NULL);

    g_string_append_printf(key, "%d %d %d %d", options->delimiter, options->decimal,
                           options->quotes, options->ragged);
    g_string_append_printf(key,
                           " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " ",
                           options->max_bytes, options->max_rows, options->max_cell);
    append_text(key, options->encoding);
    append_text(key, options->witness ? "witness" : NULL);
    if (options->thin.steps > 0) {
        g_string_append_printf(key, "%" G_GSIZE_FORMAT, options->thin.steps);
        append_text(key, options->thin.x);
        append_text(key, options->thin.y);
    }
    if (options->group.n_keys > 0) {
        g_string_append_printf(key, "by %d ", options->group.kind);
        for (guint i = 0; i < options->group.n_keys; i++)
            append_text(key, options->group.keys[i]);
        append_text(key, options->group.value);
    }
    for (guint i = 0; options->na != NULL && options->na[i] != NULL; i++)
        append_text(key, options->na[i]);
    for (guint i = 0; i < options->n_requests; i++) {
        const ColumnRequest *request = &options->requests[i];

        g_string_append_printf(key, "=%d", request->type);
        append_text(key, request->column);
        append_text(key, request->date_format);
    }
    return g_string_free(key, FALSE);
}

/* Of a short file no rows are left out, so that all figures share one table. */
static gboolean
is_short(const char *file)
{
    struct stat about;

    return stat(file, &about) == 0 && about.st_size < (off_t)(SHORTEST_ROW * CSV_THIN_ROWS);
}

Table *
csv_read_shared(Shelf *shelf, const char *file, const CsvOptions *options, Report *report,
                GError **error)
{
    static const ShelfKind kind = { "table", request_read, share_table, free_table };
    CsvOptions own = *options;
    const Request request = { file, &own };
    g_autofree char *key = NULL;

    /* A pipe gives its bytes to one reader. */
    if (shelf == NULL || !g_file_test(file, G_FILE_TEST_IS_REGULAR))
        return csv_read_file(file, options, report, error);
    if (is_short(file)) {
        own.thin = (CsvThinning){ .steps = 0 };
        own.group = (CsvGrouping){ .n_keys = 0 };
    }
    key = options_key(&own);
    return shelf_get(shelf, &kind, file, key, &request, report, error);
}
