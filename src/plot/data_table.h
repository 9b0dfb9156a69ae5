// What the marks of a figure show, as a table for those who cannot see it or want to count: a
// column a channel under its title, a row a mark. Of bins and curves: what the chart says that they
// show.
#pragma once

#include "plot/plot.h"

typedef struct {
    char *heading;
    gboolean numbers;   /* of every part that has it */
    GPtrArray *columns; /* const Column *, owned, one a part; NULL: the part has no such column */
} DataColumn;

/* The rows of several frames below each other: links and areas of a map, a chart and its layers. */
struct DataTable {
    char *caption, *lang; /* never empty; BCP 47 */
    GArray *columns;      /* DataColumn */
    GArray *lengths;      /* gsize: rows of each part */
};

/* Of a plot whose chart has filled it. Needs nothing of the plot afterwards. */
DataTable *data_table_new(const Plot *plot);
void data_table_free(DataTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DataTable, data_table_free)

/* "Exports (US$ million)": what a channel of the frame is called in a table. Caller frees. */
char *data_table_heading(const Plot *plot, const Frame *frame, Channel channel);

/* Appends a cell: numbers exactly, times by their precision; nothing where it is missing. */
void data_table_append_cell(const DataTable *table, guint column, guint part, gsize row,
                            GString *out);

typedef struct {
    const char *extension; /* ".csv" */
    /* The whole file, UTF-8 with LF. */
    void (*append)(const DataTable *table, GString *out);
} DataTableFormat;

/* Each in a file of its own. */
#define FORMAT(extension, name) void data_table_append_##name(const DataTable *table, GString *out);
#include "plot/data_table_format.inc"
#undef FORMAT

/* By extension, any case. NULL and ERROR_USAGE when there is no such format. */
const DataTableFormat *data_table_format_for_path(const char *path, GError **error);
