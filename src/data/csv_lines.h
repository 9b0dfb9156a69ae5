// Lines that need no CSV parser: which they are, and their cells straight into builds.
#pragma once

#include "data/csv_build.h"

/* Bytes that must be readable behind lines: cells are looked at in words. */
#define CSV_LINES_PADDING 16

/* How many of the bytes are whole lines in valid UTF-8 without quotes and NUL, ended by LF or CR
 * LF: libcsv, and anybody, finds the same cells in them by looking for delimiters alone. */
gsize csv_lines_plain(const char *bytes, gsize length);

/* Such lines on their way into the builds of all columns. */
typedef struct {
    const char *at, *end; /* what is left of them */
    char delimiter;
    gsize n_rows; /* taken so far */
    /* 0: the line at `at` was not begun. Else the row at `at` is one of n_rows, but has only these
     * cells, or more than there are columns (then at most one more is counted). */
    guint n_cells;
} CsvLines;

/* Takes rows until the end, before a line that begins with a blank or is empty (of several columns)
 * and at a row with another number of cells. There must be room for a row in every build for each
 * n bytes. */
void csv_lines_take(CsvLines *lines, CsvBuild *builds, guint n);
