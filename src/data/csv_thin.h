// Of the rows along x, while they are read: only those that can be seen.
#pragma once

#include "data/csv_build.h"
#include "data/table.h"

/* As many rows are read before some are left out; smaller files stay whole. */
#define CSV_THIN_ROWS ((gsize)256 * 1024)

/* First, lowest, highest and last row of each step along x (M4: Jugel, Jerzak, Hackenbroich, Markl,
 * PVLDB 7(10), 2014). A step is a part of what has been read so far, and doubles when x has gone
 * that far again; since steps begin and end where two smaller ones did, it makes no difference that
 * some rows had been left out before. */
typedef struct CsvThin CsvThin;

/* x and y: columns; there are `steps` to 2 steps of them. */
CsvThin *csv_thin_new(guint x, guint y, gsize steps);
void csv_thin_free(CsvThin *thin);

/* Leaves rows out of the builds of all n columns, which must hold numbers or times; those that were
 * left in by the last call stand first in them. At the first call there must be CSV_THIN_ROWS.
 * FALSE when it cannot be done: x does not ascend from row to row, or a cell of x or y is missing.
 */
gboolean csv_thin_rows(CsvThin *thin, CsvBuild *builds, guint n);

gboolean csv_thin_has_begun(const CsvThin *thin);
/* With so many rows in the builds it is time to leave some out. */
gsize csv_thin_most(const CsvThin *thin);

/* The lines of the rows that are left. Caller frees. */
LineMap *csv_thin_lines(const CsvThin *thin, const LineMap *all);
/* What is known of all cells of x or y, into its column. */
void csv_thin_describe(const CsvThin *thin, guint column, Column *ret_column);
