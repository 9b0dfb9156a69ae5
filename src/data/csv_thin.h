// Of the rows along x, while they are read: only those that can be seen.
#pragma once

#include "data/csv_fewer.h"

/* As many rows are read before some are left out; smaller files stay whole. */
#define CSV_THIN_ROWS ((gsize)256 * 1024)

/* First, lowest, highest and last row of each step along x (M4: Jugel, Jerzak, Hackenbroich, Markl,
 * PVLDB 7(10), 2014). A step is a part of what has been read so far, and doubles when x has gone
 * that far again; since steps begin and end where two smaller ones did, it makes no difference that
 * some rows had been left out before.
 *
 * x and y: columns; there are `steps` to 2 steps of them. All columns must hold numbers or times.
 * It cannot be done where x does not ascend from row to row, or a cell of x or y is missing. */
CsvFewer *csv_thin_new(guint x, guint y, gsize steps);
