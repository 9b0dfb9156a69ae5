// One figure: a chart, its options and its data, and what becomes of them. All functions that can
// fail say so by GError; a figure belongs to one thread at a time.
#pragma once

#include "backend/output_format.h"
#include "base/report.h"
#include "charts/charts.h"
#include "plot/data_table.h"
#include "plot/option.h"

/* The public API knows it as ct_figure. */
typedef struct ct_figure Figure;

struct ct_figure {
    const ChartType *chart; /* NULL: to inspect only */
    Spec *spec;
    char *data;              /* path, or the name of the bytes; NULL: none yet */
    GBytes *bytes;           /* NULL: the file at data is read */
    char *data_hash;         /* of the bytes of the data that were drawn; NULL: not known */
    char *data_letters;      /* theirs beyond ASCII, where they are UTF-8; NULL: not known */
    char *hash;              /* of what was drawn; NULL: not known */
    Scene *scene;            /* drawn once, for all formats; NULL: not drawn, or changed since */
    LintFacts *facts;        /* of the drawing, for its check */
    DataTable *table;        /* what it shows */
    GPtrArray *findings;     /* LintFinding * of the last check; NULL: not checked */
    Report *report;          /* of the last drawing or inspection */
    gboolean glyphs_checked; /* letters that no font has are reported once a drawing */
};

/* chart NULL: a figure for figure_inspect() only. NULL and ERROR_USAGE, with the nearest names,
 * when there is no such chart. */
Figure *figure_new(const char *chart, GError **error);
void figure_free(Figure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Figure, figure_free)

/* NULL and ERROR_USAGE, with the nearest names, when there is no such chart. */
const ChartType *figure_chart_find(const char *name, GError **error);

/* Sets an option by its name or alias, as it would be typed. ERROR_USAGE for one that does not
 * exist, has no meaning for the chart, was given before, or cannot be so. What was drawn is
 * forgotten. */
gboolean figure_set(Figure *figure, const char *option, const char *value, GError **error);
/* The file that is read at drawing ("-": standard input, once). ERROR_USAGE: no name. */
gboolean figure_set_data(Figure *figure, const char *path, GError **error);
/* The same with the bytes of such a file; takes a reference. */
gboolean figure_set_data_bytes(Figure *figure, const char *name, GBytes *bytes, GError **error);

/* ERROR_USAGE when options contradict each other. */
gboolean figure_check_options(const Figure *figure, GError **error);
/* ERROR_USAGE when its outputs cannot be: none, a format that does not exist or decides nothing,
 * one named twice, or equal to an input; and what figure_check_options() finds. Nothing is read. */
gboolean figure_check_outputs(const Figure *figure, GError **error);

/* The names of all files that it reads ("-": standard input), borrowed; the data first. Caller
 * frees. */
GPtrArray *figure_inputs(const Figure *figure);
/* "cartouche bar votes.csv --x=percent": what draws it again, whatever was typed and wherever the
 * files lay. Caller frees. */
char *figure_command(const Figure *figure);
/* SHA-256, in hexadecimal digits, of the render revision, the command, and the bytes of all that it
 * reads. NULL and an error: a file cannot be read; without one: a pipe was read. */
char *figure_hash(const Figure *figure, GError **error);
/* What a file in that format says: the hash and, where font files have a part in it, 16 digits more
 * of those. Needs no drawing, except for what standard input had. As figure_hash(). */
char *figure_hash_of_format(const Figure *figure, const OutputFormat *format, GError **error);
/* Digits that say which font files have a part in its file of the format; "": none has. FALSE for a
 * theme that cannot be, or without the raster module where that is needed. Caller frees. */
gboolean figure_fonts(const Figure *figure, const OutputFormat *format, char **ret_fonts,
                      GError **error);

/* The rows that its --join, --let and --where leave of its data; remarks are dropped. Caller owns.
 */
Table *figure_rows(Figure *figure, GError **error);
/* Where its axes would begin and end, and what colours its series would have (plot/plot.h); remarks
 * are dropped. */
gboolean figure_scales(Figure *figure, PlotScales *ret_scales, GError **error);
/* The colours that n series would have in it; caller frees. Likewise. */
Color *figure_palette(Figure *figure, guint n, GError **error);

/* figure->scene is there afterwards; a second call does nothing. Borrows the measurer; NULL: the
 * one for ordinary output. */
gboolean figure_draw(Figure *figure, TextMeasurer *measurer, GError **error);
/* The bytes in a format by its name, "svg"; drawn first where it is not drawn. Caller owns. */
GBytes *figure_render(Figure *figure, const char *format, GError **error);
/* The figures, at least one, as the pages of one PDF; title as in RasterModule.write_pdf. Caller
 * owns. */
GBytes *figure_render_pages(Figure *const *figures, guint n, const char *title, GError **error);
/* Draws and writes one file, its --output ignored, and its --data-table. */
gboolean figure_write(Figure *figure, const char *path, GError **error);
/* Draws and writes every --output and the --data-table: all is checked before anything is read, and
 * drawn before anything is written. */
gboolean figure_write_outputs(Figure *figure, GError **error);

/* Draws a figure again from what a file says of it (figure/shown.h: its command and hash; a Shown
 * is passed as its two texts), with whatever fonts, and with data and all else that lies in the
 * file's folder. NULL and ERROR_INPUT, whose place is not the file, when it would not be the same
 * figure. */
Figure *figure_again(const char *path, const char *command, const char *hash, GError **error);

/* The bytes that its --data-table has to have; drawn first where it is not drawn. Caller owns. */
GBytes *figure_table_bytes(Figure *figure, GError **error);
/* Draws all that figure_write_outputs() would, and writes nothing. */
gboolean figure_try(Figure *figure, GError **error);
/* Forgets what was drawn, and the remarks. */
void figure_forget(Figure *figure);
/* Frees the drawing and keeps what was found in it: remarks, findings, its hash. */
void figure_forget_drawing(Figure *figure);

/* Checks it against the design rules (drawn first where it is not drawn); figure->findings is there
 * afterwards. */
gboolean figure_lint(Figure *figure, GError **error);
/* What the reader understood, as text in lines. Caller frees. */
char *figure_inspect(Figure *figure, GError **error);
