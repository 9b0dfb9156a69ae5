// The files that a figure is to be written to: checked before anything is read.
#pragma once

#include "backend/output_format.h"
#include "figure/figure.h"

/* One file to be: planned, then drawn, then written. */
typedef struct {
    const char *path;             /* borrowed */
    const OutputFormat *format;   /* NULL: the table of its data */
    const DataTableFormat *table; /* NULL: the figure */
    GBytes *bytes;                /* NULL: not drawn */
} Output;

/* Of the paths and the figure's --data-table: Output, in that order. NULL and ERROR_USAGE when one
 * cannot be. Caller frees; the paths are borrowed. */
GArray *outputs_plan(const Figure *figure, const char *const *paths, guint n, GError **error);
/* The same of its own outputs. ERROR_USAGE as well when it has none. */
GArray *outputs_plan_own(const Figure *figure, GError **error);
/* ERROR_OUTPUT when a folder is not there, and is not to be made. */
gboolean outputs_check_folders(const Figure *figure, const GArray *outputs, GError **error);
/* NULL and ERROR_USAGE, with all names, when there is no such format. */
const OutputFormat *output_format_by_name(const char *name, GError **error);
