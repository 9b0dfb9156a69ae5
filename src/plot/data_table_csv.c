// The plotted data as RFC 4180 has it, with LF. Text stays as it is: a "=1+1" of the data is no
// less a text than any other, and whoever changed it would change the data.
#include "plot/data_table.h"

#include <string.h>

/* A cell alone on its line is quoted when it is empty: an empty line is no row to most readers. */
static void
csv_append(GString *out, const GString *cell, gboolean alone)
{
    const char *text = cell->str;
    gboolean quoted = strpbrk(text, ",\"\r\n") != NULL || g_ascii_isspace(*text) ||
                      (cell->len > 0 && g_ascii_isspace(text[cell->len - 1])) ||
                      (alone && cell->len == 0);

    if (!quoted) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
}

void
data_table_append_csv(const DataTable *table, GString *out)
{
    const guint n = table->columns->len;
    g_autoptr(GString) cell = g_string_new(NULL);

    for (guint c = 0; c < n; c++) {
        g_string_assign(cell, g_array_index(table->columns, DataColumn, c).heading);
        csv_append(out, cell, n == 1);
        g_string_append_c(out, c + 1 < n ? ',' : '\n');
    }
    for (guint part = 0; part < table->lengths->len; part++)
        for (gsize row = 0; row < g_array_index(table->lengths, gsize, part); row++)
            for (guint c = 0; c < n; c++) {
                g_string_truncate(cell, 0);
                data_table_append_cell(table, c, part, row, cell);
                csv_append(out, cell, n == 1);
                g_string_append_c(out, c + 1 < n ? ',' : '\n');
            }
}
