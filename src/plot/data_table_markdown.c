// The plotted data as a pipe table, which GitHub, pandoc and most others read. Columns are padded,
// so that it can be read as it is.
#include "plot/data_table.h"
#include "plot/data_table_text.h"

#include <string.h>

/* A column of one or two letters would have no room for its rule. */
#define LEAST_WIDTH 3

/* Marks of Markdown and HTML stand for themselves. */
static void
markdown_append(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c < 0x80 && c != 0 && strchr("\\|`*_[]~$^", (int)c) != NULL)
            g_string_append_printf(out, "\\%c", (char)c);
        else
            data_table_append_char(out, c);
    }
}

/* Columns of a terminal. */
static guint
markdown_width(const char *text)
{
    guint width = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

static void
markdown_read_cell(const DataTable *table, guint column, guint part, gsize row, GString *raw,
                   GString *cell)
{
    g_string_truncate(raw, 0);
    g_string_truncate(cell, 0);
    data_table_append_cell(table, column, part, row, raw);
    markdown_append(cell, raw->str);
}

static guint
markdown_column_width(const DataTable *table, guint column)
{
    g_autoptr(GString) raw = g_string_new(NULL), cell = g_string_new(NULL);
    guint width;

    markdown_append(cell, g_array_index(table->columns, DataColumn, column).heading);
    width = MAX(LEAST_WIDTH, markdown_width(cell->str));
    for (guint part = 0; part < table->lengths->len; part++)
        for (gsize row = 0; row < g_array_index(table->lengths, gsize, part); row++) {
            markdown_read_cell(table, column, part, row, raw, cell);
            width = MAX(width, markdown_width(cell->str));
        }
    return width;
}

static void
markdown_append_padded(GString *out, const GString *cell, guint width, gboolean right)
{
    guint room = width - markdown_width(cell->str);

    g_string_append(out, "| ");
    for (guint i = 0; right && i < room; i++)
        g_string_append_c(out, ' ');
    g_string_append(out, cell->str);
    for (guint i = 0; !right && i < room; i++)
        g_string_append_c(out, ' ');
    g_string_append_c(out, ' ');
}

static void
markdown_append_head(const DataTable *table, const guint *widths, GString *out)
{
    g_autoptr(GString) cell = g_string_new(NULL);

    for (guint c = 0; c < table->columns->len; c++) {
        const DataColumn *column = &g_array_index(table->columns, DataColumn, c);

        g_string_truncate(cell, 0);
        markdown_append(cell, column->heading);
        markdown_append_padded(out, cell, widths[c], column->numbers);
    }
    g_string_append(out, "|\n");
    for (guint c = 0; c < table->columns->len; c++) {
        gboolean right = g_array_index(table->columns, DataColumn, c).numbers;

        g_string_append(out, "| ");
        for (guint i = 0; i + 1 < widths[c]; i++)
            g_string_append_c(out, '-');
        g_string_append(out, right ? ": " : "- ");
    }
    g_string_append(out, "|\n");
}

void
data_table_append_markdown(const DataTable *table, GString *out)
{
    g_autoptr(GString) raw = g_string_new(NULL), cell = g_string_new(NULL);
    g_autofree guint *widths = g_new0(guint, table->columns->len);

    for (guint c = 0; c < table->columns->len; c++)
        widths[c] = markdown_column_width(table, c);
    markdown_append_head(table, widths, out);
    for (guint part = 0; part < table->lengths->len; part++)
        for (gsize row = 0; row < g_array_index(table->lengths, gsize, part); row++) {
            for (guint c = 0; c < table->columns->len; c++) {
                markdown_read_cell(table, c, part, row, raw, cell);
                markdown_append_padded(out, cell, widths[c],
                                       g_array_index(table->columns, DataColumn, c).numbers);
            }
            g_string_append(out, "|\n");
        }
}
