// The plotted data as a page of its own, whose table can be taken into another one.
#include "plot/data_table.h"
#include "plot/data_table_text.h"

static void
html_append(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c == '"')
            g_string_append(out, "&quot;");
        else
            data_table_append_char(out, c);
    }
}

static void
html_append_headings(const DataTable *table, GString *out)
{
    g_string_append(out, "<thead>\n<tr>");
    for (guint c = 0; c < table->columns->len; c++) {
        const DataColumn *column = &g_array_index(table->columns, DataColumn, c);

        g_string_append_printf(out, "<th scope=\"col\" dir=\"auto\"%s>",
                               column->numbers ? " class=\"number\"" : "");
        html_append(out, column->heading);
        g_string_append(out, "</th>");
    }
    g_string_append(out, "</tr>\n</thead>\n");
}

/* The first cell says what the row is about. */
static void
html_append_row(const DataTable *table, guint part, gsize row, GString *out)
{
    g_autoptr(GString) cell = g_string_new(NULL);

    g_string_append(out, "<tr>");
    for (guint c = 0; c < table->columns->len; c++) {
        const DataColumn *column = &g_array_index(table->columns, DataColumn, c);

        g_string_truncate(cell, 0);
        data_table_append_cell(table, c, part, row, cell);
        g_string_append(out, c == 0 ? "<th scope=\"row\"" : "<td");
        g_string_append(out, column->numbers ? " class=\"number\">" : " dir=\"auto\">");
        html_append(out, cell->str);
        g_string_append(out, c == 0 ? "</th>" : "</td>");
    }
    g_string_append(out, "</tr>\n");
}

void
data_table_append_html(const DataTable *table, GString *out)
{
    g_string_append_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", table->lang);
    g_string_append(out, "<meta charset=\"utf-8\">\n<title>");
    html_append(out, table->caption);
    g_string_append(out, "</title>\n<style>\n"
                         "table { border-collapse: collapse; font-family: sans-serif }\n"
                         "caption { font-weight: bold; text-align: start }\n"
                         "th, td { padding: 0.2em 0.8em; text-align: start }\n"
                         "tr { border-bottom: 1px solid #ccc }\n"
                         ".number { text-align: end; font-variant-numeric: tabular-nums }\n"
                         "</style>\n</head>\n<body>\n<table>\n<caption dir=\"auto\">");
    html_append(out, table->caption);
    g_string_append(out, "</caption>\n");
    html_append_headings(table, out);
    g_string_append(out, "<tbody>\n");
    for (guint part = 0; part < table->lengths->len; part++)
        for (gsize row = 0; row < g_array_index(table->lengths, gsize, part); row++)
            html_append_row(table, part, row, out);
    g_string_append(out, "</tbody>\n</table>\n</body>\n</html>\n");
}
