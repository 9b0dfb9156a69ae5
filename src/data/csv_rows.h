// The rows of one CSV into builds: dialect, header, limits, ragged rows. A pass may be repeated.
#pragma once

#include "data/csv_build.h"
#include "data/csv_fewer.h"
#include "data/csv_header.h"
#include "data/csv_reader.h"

typedef struct {
    const CsvOptions *options; /* borrowed */
    guint64 max_rows, max_cell;
    CsvSource *source;
    CsvScan *scan;
    char delimiter;
    gboolean says_delimiter; /* the first line is "sep=;" */
    GPtrArray *names;        /* char *, of the columns */
    CsvBuild *builds;        /* one a column */
    guint n;                 /* columns */
    gsize length;            /* rows so far */
    gsize held, room;        /* rows in the builds: with fewer not all */
    CsvFewer *fewer;         /* owned; NULL: all rows are held */
    gboolean fewer_fails;    /* the rows cannot be spared: csv_rows_read() has stopped */
    LineMap *lines;
    guint next_line; /* where the next row stands if it goes on as before; 0: no row yet */
    gsize n_short;   /* rows that were padded */
    Where first_short;
    gsize n_swallowing; /* rows with a quoted cell that looks like rows of its own */
    Where first_swallowing;
} CsvRows;

/* Takes over the source. Reads as far as the header. */
gboolean csv_rows_open(CsvRows *rows, CsvSource *source, const CsvOptions *options, Report *report,
                       GError **error);
void csv_rows_clear(CsvRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CsvRows, csv_rows_clear)

Where csv_rows_where(const CsvRows *rows, guint line, guint field); /* borrows */

/* Reads rows into the builds, which must have been started, up to the end or until most_bytes are
 * read. */
gboolean csv_rows_read(CsvRows *rows, guint64 most_bytes, gboolean *ret_ended, GError **error);

/* After csv_rows_read() with fewer: leaves the rows of the table in the builds, and their lines.
 * FALSE: all rows are needed. */
gboolean csv_rows_finish_fewer(CsvRows *rows);
/* Gives up to have fewer rows. */
void csv_rows_drop_fewer(CsvRows *rows);

/* Goes back to the first row. */
gboolean csv_rows_rewind(CsvRows *rows, GError **error);
