// The CSV reader on any bytes. The first byte chooses options; the rest is the file. Beyond not
// failing, it must give the same table and remarks however much of the file it samples.
#include "data/csv_reader.h"
#include "data/facts.h"
#include "fuzz.h"

static CsvOptions
options_from(guint8 choice)
{
    static const char decimals[] = { '\0', '\0', '.', ',' };
    static const ColumnRequest by_format = { .date_format = "%d/%m/%Y" };
    static const char *const na[] = { "x", NULL };

    return (CsvOptions){
        .decimal = decimals[choice & 3],
        .quotes = choice & 4 ? QUOTES_LENIENT : QUOTES_STRICT,
        .ragged = choice & 8 ? RAGGED_PAD : RAGGED_ERROR,
        .na = choice & 16 ? na : NULL,
        .requests = choice & 32 ? &by_format : NULL,
        .n_requests = choice & 32 ? 1 : 0,
        .encoding = choice & 64 ? "UTF-16LE" : NULL,
        .max_cell = choice & 128 ? 100 : 0,
    };
}

/* Every cell as text, every remark and the error. Caller frees. */
static GString *
outcome(const guint8 *data, gsize size, const CsvOptions *options)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Table) table =
        csv_read_bytes("fuzz.csv", (const char *)data, size, options, report, &error);
    GString *out = g_string_new(NULL);

    g_assert_true((table == NULL) == (error != NULL));
    if (error) {
        Where where = error_where(error);
        g_string_printf(out, "%d %u:%u %s", error->code, where.line, where.field, error->message);
        return out;
    }
    table_append_facts(table, out);
    for (guint i = 0; i < table_n_columns(table); i++) {
        const Column *column = table_column(table, i);
        g_assert_cmpuint(column->length, ==, table->length);
        g_string_append_printf(out, "%s\n", column->symbol ? column->symbol : "");
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
    return out;
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    CsvOptions options;
    GString *whole;

    if (size == 0)
        return 0;
    options = options_from(data[0]);
    whole = outcome(data + 1, size - 1, &options);
    for (guint64 sample = 1; sample < size; sample = sample * 3 + 7) {
        options.sample_bytes = sample;
        GString *part = outcome(data + 1, size - 1, &options);
        g_assert_cmpstr(part->str, ==, whole->str);
        g_string_free(part, TRUE);
    }
    g_string_free(whole, TRUE);
    return 0;
}
