// The data of a figure, read with its options.
#include "data/csv_shared.h"
#include "figure/figure_work.h"
#include "plot/thin_plan.h"

#include <string.h>

/* What the reader borrows for the time of a call. */
typedef struct {
    CsvOptions options;
    GPtrArray *na;    /* ends with NULL */
    GPtrArray *texts; /* owns the names cut out of options */
    GArray *requests; /* ColumnRequest */
} ReadWork;

static void
read_work_clear(ReadWork *work)
{
    g_clear_pointer(&work->na, g_ptr_array_unref);
    g_clear_pointer(&work->texts, g_ptr_array_unref);
    g_clear_pointer(&work->requests, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ReadWork, read_work_clear)

static const char *
read_keep(ReadWork *work, char *text)
{
    g_ptr_array_add(work->texts, text);
    return text;
}

/* COL=TYPE. A header may hold an equals sign, a type never does. */
static gboolean
read_type(ReadWork *work, const char *text, GError **error)
{
    static const char *const names[] = { "number", "time", "year", "text", NULL };
    static const TypeRequest types[] = { TYPE_NUMBER, TYPE_TIME, TYPE_YEAR, TYPE_TEXT };
    const char *equals = strrchr(text, '=');
    g_autofree char *quoted = NULL;
    g_autofree char *near = NULL;

    for (guint i = 0; equals != NULL && names[i] != NULL; i++)
        if (strcmp(equals + 1, names[i]) == 0) {
            ColumnRequest request = { .type = types[i] };

            request.column = read_keep(work, g_strndup(text, (gsize)(equals - text)));
            g_array_append_val(work->requests, request);
            return TRUE;
        }
    quoted = error_quote(text, -1, 60);
    near = error_suggest(equals != NULL ? equals + 1 : "", names);
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--type: \"%s\" is not COL=TYPE with number, time, year or text%s", quoted, near);
    return FALSE;
}

/* [COL=]FORMAT. The column ends at the last equals sign before the first code. */
static gboolean
read_date_format(ReadWork *work, const char *text, GError **error)
{
    gsize before = strcspn(text, "%");
    const char *equals = g_strrstr_len(text, (gssize)before, "=");
    ColumnRequest request = { .type = TYPE_AUTO,
                              .date_format = equals != NULL ? equals + 1 : text };
    const char *problem = calendar_check_format(request.date_format);

    if (problem != NULL) {
        g_autofree char *quoted = error_quote(request.date_format, -1, 60);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--date-format: \"%s\": %s", quoted, problem);
        return FALSE;
    }
    if (equals != NULL)
        request.column = read_keep(work, g_strndup(text, (gsize)(equals - text)));
    g_array_append_val(work->requests, request);
    return TRUE;
}

static gboolean
read_requests(ReadWork *work, const Spec *spec, GError **error)
{
    for (guint i = 0; spec->types != NULL && i < spec->types->len; i++)
        if (!read_type(work, spec->types->pdata[i], error))
            return FALSE;
    for (guint i = 0; spec->date_formats != NULL && i < spec->date_formats->len; i++)
        if (!read_date_format(work, spec->date_formats->pdata[i], error))
            return FALSE;
    if (spec->decimal != '\0' && spec->decimal != '.' && spec->decimal != ',') {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--decimal: \"%c\" is neither . nor ,",
                  spec->decimal);
        return FALSE;
    }
    return TRUE;
}

static gboolean
read_work_fill(ReadWork *work, const Spec *spec, const ChartType *chart, GError **error)
{
    work->texts = g_ptr_array_new_with_free_func(g_free);
    work->requests = g_array_new(FALSE, FALSE, sizeof(ColumnRequest));
    work->na = g_ptr_array_new();
    for (guint i = 0; spec->na != NULL && i < spec->na->len; i++)
        g_ptr_array_add(work->na, spec->na->pdata[i]);
    g_ptr_array_add(work->na, NULL);
    if (!read_requests(work, spec, error))
        return FALSE;
    work->options = (CsvOptions){
        .delimiter = spec->delimiter,
        .decimal = spec->decimal,
        .encoding = spec->encoding,
        .quotes = (QuotePolicy)spec->quotes,
        .ragged = (RaggedPolicy)spec->ragged,
        .na = (const char *const *)work->na->pdata,
        .requests = (const ColumnRequest *)work->requests->data,
        .n_requests = work->requests->len,
        .max_bytes = (guint64)spec->max_bytes,
        .max_rows = (guint64)spec->max_rows,
        .max_cell = (guint64)spec->max_cell,
        .thin = thin_plan(spec, chart),
        .group = thin_plan_groups(spec, chart, work->texts),
    };
    return TRUE;
}

/* A pipe by name has no hash, because it cannot be read again to compare. */
static gboolean
has_hash(const Figure *figure)
{
    return figure->spec->metadata &&
           (strcmp(figure->data, "-") == 0 || g_file_test(figure->data, G_FILE_TEST_IS_REGULAR));
}

static Table *
read_file(Figure *figure, const CsvOptions *options, GError **error)
{
    Table *table =
        csv_read_shared(figure->spec->shelf, figure->data, options, figure->report, error);

    g_clear_pointer(&figure->data_hash, g_free);
    g_clear_pointer(&figure->data_letters, g_free);
    if (table != NULL) {
        figure->data_hash = g_strdup(table->bytes_hash);
        figure->data_letters = g_strdup(table->bytes_letters);
    }
    return table;
}

Table *
figure_read(Figure *figure, GError **error)
{
    g_auto(ReadWork) work = { .na = NULL };
    const char *bytes;
    gsize length;

    if (figure->data == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "the figure has no data");
        return NULL;
    }
    if (!read_work_fill(&work, figure->spec, figure->chart, error))
        return NULL;
    if (figure->bytes == NULL) {
        work.options.witness = has_hash(figure);
        return read_file(figure, &work.options, error);
    }
    bytes = g_bytes_get_data(figure->bytes, &length);
    return csv_read_bytes(figure->data, bytes, length, &work.options, figure->report, error);
}
