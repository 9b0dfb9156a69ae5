#include "data/csv_header.h"

#include "base/number.h"

#include <string.h>

#define MOST_COLUMNS 16384

void
csv_walk_start(CsvWalk *walk, const CsvRecord *record, char delimiter)
{
    *walk = (CsvWalk){ .record = record, .delimiter = delimiter, .at = record->text };
}

gboolean
csv_walk_next(CsvWalk *walk, CsvCell *ret_cell)
{
    const CsvRecord *record = walk->record;

    if (record->cells) {
        if (walk->index >= csv_record_n_cells(record->cells))
            return FALSE;
        *ret_cell = csv_record_cell(record->cells, walk->index++);
        return TRUE;
    }
    if (!walk->at)
        return FALSE;

    const char *end = record->text + record->length;
    const char *found = memchr(walk->at, walk->delimiter, (gsize)(end - walk->at));
    *ret_cell = (CsvCell){
        .text = walk->at,
        .length = (gsize)((found ? found : end) - walk->at),
    };
    walk->at = found ? found + 1 : NULL;
    walk->index++;
    return TRUE;
}

guint
csv_count_cells(const CsvRecord *record, char delimiter)
{
    CsvWalk walk;
    CsvCell cell;

    csv_walk_start(&walk, record, delimiter);
    while (csv_walk_next(&walk, &cell))
        ;
    return walk.index;
}

gboolean
csv_is_blank_record(const CsvRecord *record, char delimiter)
{
    if (record->cells || (record->length > 0 && (guchar)record->text[0] > ' '))
        return FALSE;
    for (gsize i = 0; i < record->length; i++)
        if (record->text[i] == delimiter || (record->text[i] != ' ' && record->text[i] != '\t'))
            return FALSE;
    return TRUE;
}

static gboolean
is_blank(const char *p, gsize length, gsize *ret_bytes)
{
    static const char *const blanks[] = { " ", "\t", "\u00a0" };

    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++) {
        *ret_bytes = strlen(blanks[i]);
        if (length >= *ret_bytes && memcmp(p, blanks[i], *ret_bytes) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The name without blanks around it. Caller frees. */
static char *
clean_name(CsvCell cell)
{
    gsize start = 0, end = cell.length, bytes;

    while (is_blank(cell.text + start, end - start, &bytes))
        start += bytes;
    while (end > start &&
           (is_blank(cell.text + end - 1, 1, &bytes) ||
            (end - start >= 2 && is_blank(cell.text + end - 2, 2, &bytes) && bytes == 2)))
        end -= bytes;
    return g_strndup(cell.text + start, end - start);
}

static void
name_nameless(GPtrArray *names, GHashTable *fields, Where where, Report *report)
{
    guint nameless = 0, first = 0;

    for (guint i = 0; i < names->len; i++) {
        char *name = g_ptr_array_index(names, i);
        if (name[0] != '\0')
            continue;
        first = nameless++ == 0 ? i + 1 : first;
        char *given = g_strdup_printf("column %u", i + 1);
        while (g_hash_table_contains(fields, given)) {
            char *longer = g_strconcat(given, "'", NULL);
            g_free(given);
            given = longer;
        }
        g_free(name);
        names->pdata[i] = given;
        g_hash_table_insert(fields, given, GUINT_TO_POINTER(i + 1));
    }
    where.field = first;
    if (nameless > 0)
        report_add(report, SEVERITY_WARNING, where, nameless,
                   "%u column%s without a name in the header; called \"%s\"%s", nameless,
                   nameless == 1 ? "" : "s", (char *)g_ptr_array_index(names, first - 1),
                   nameless == 1 ? "" : " and so on");
}

/* A first record of nothing but numbers is more likely data whose header was forgotten. */
static void
warn_of_numbers(GPtrArray *names, Where where, Report *report)
{
    double value;

    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (!number_parse(name, strlen(name), &value))
            return;
    }
    report_add(report, SEVERITY_WARNING, where, 1,
               "the header has only numbers; if it is the first row of the data, a line with names "
               "is missing above it");
}

static gboolean
check_unique(GPtrArray *names, GHashTable *fields, Where where, GError **error)
{
    for (guint i = 0; i < names->len; i++) {
        char *name = g_ptr_array_index(names, i);
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(fields, name));
        if (name[0] == '\0')
            continue;
        if (before > 0) {
            g_autofree char *quoted = error_quote(name, -1, 60);
            where.field = i + 1;
            error_set(error, ERROR_INPUT, where,
                      "fields %u and %u of the header are both called \"%s\"", before, i + 1,
                      quoted);
            return FALSE;
        }
        g_hash_table_insert(fields, name, GUINT_TO_POINTER(i + 1));
    }
    return TRUE;
}

GPtrArray *
csv_header_names(const CsvRecord *record, char delimiter, const char *file, Report *report,
                 GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) fields = g_hash_table_new(g_str_hash, g_str_equal);
    Where where = { .file = file, .line = record->line };
    CsvWalk walk;
    CsvCell cell;

    csv_walk_start(&walk, record, delimiter);
    while (names->len <= MOST_COLUMNS && csv_walk_next(&walk, &cell))
        g_ptr_array_add(names, clean_name(cell));
    if (names->len > MOST_COLUMNS) {
        error_set(error, ERROR_LIMIT, where, "more than %d columns", MOST_COLUMNS);
        return NULL;
    }
    if (!check_unique(names, fields, where, error))
        return NULL;
    warn_of_numbers(names, where, report);
    name_nameless(names, fields, where, report);
    return g_steal_pointer(&names);
}
