// What a figure of the public API holds, for the files that implement it and for the test drivers.
#pragma once

#include "backend/output_format.h"
#include "base/report.h"
#include "cartouche.h"
#include "charts/charts.h"
#include "plot/data_table.h"
#include "plot/option.h"

struct ct_figure {
    const ChartType *chart; /* NULL: to inspect only */
    Spec *spec;
    char *data;              /* path, or the name of the bytes; NULL: none yet */
    GBytes *bytes;           /* NULL: the file at data is read */
    char *stdin_hash;        /* of what was read from standard input; NULL: nothing was */
    Scene *scene;            /* drawn once, for all formats; NULL: not drawn, or changed since */
    LintFacts *facts;        /* of the drawing, for its check */
    DataTable *table;        /* what it shows */
    GPtrArray *findings;     /* of the last check; NULL: not checked */
    Report *report;          /* of the last drawing or inspection */
    gboolean glyphs_checked; /* letters that no font has are reported once a drawing */
};

/* Hands an error of the rooms to the caller, who may not want it. Returns false. */
bool error_give(ct_error **error, GError *inner);

/* NULL and ERROR_USAGE, with the nearest names, when there is no such chart. */
const ChartType *figure_chart_find(const char *name, GError **error);
/* ERROR_USAGE when options contradict each other. */
gboolean figure_check_options(const ct_figure *figure, GError **error);
/* Reads the data with the options of its spec. NULL and an error; remarks go into its report.
 * Caller owns. */
Table *figure_read(ct_figure *figure, GError **error);
/* The names of all files that it reads ("-": standard input), borrowed; the data first. Caller
 * frees. */
GPtrArray *figure_inputs(const ct_figure *figure);
/* "cartouche bar votes.csv --x=percent": what draws it again, whatever was typed and wherever the
 * files lay. Caller frees. */
char *figure_command(const ct_figure *figure);
/* SHA-256, in hexadecimal digits, of the render revision, the command, and the bytes of all that it
 * reads. NULL and an error: a file cannot be read; without one: a pipe was read. */
char *figure_hash(const ct_figure *figure, GError **error);
/* Forgets what was drawn, and the remarks. */
void figure_forget(ct_figure *figure);
/* Under --strict the first warning becomes the error; the others stand as errors in the report. */
gboolean figure_check_strict(ct_figure *figure, GError **error);
/* figure->scene is there afterwards. Borrows the measurer; NULL: the one for ordinary output. */
gboolean figure_draw(ct_figure *figure, TextMeasurer *measurer, GError **error);

/* Warns of letters that no font has, when the format draws text itself. FALSE when that ends the
 * figure: under --strict, or because the raster module is not there. */
gboolean figure_check_glyphs(ct_figure *figure, const OutputFormat *format, GError **error);

/* Whether the option has a meaning for the chart; chart NULL: for an inspection. */
gboolean option_serves(const OptionDef *def, const ChartType *chart);
