// The rows of some plain lines in builds of their own, taken by any thread, to be added in order.
#pragma once

#include "data/csv_build.h"

/* How the cells of a file are taken. */
typedef struct {
    char delimiter;
    guint n;                /* columns; 0: nobody takes cells */
    const CsvBuild *builds; /* one a column: mode, na and points are looked at */
} CsvRecipe;

/* A copy of what is looked at; the lists of na are borrowed on. Caller clears. */
CsvRecipe csv_recipe_copy(const CsvRecipe *recipe);
void csv_recipe_clear(CsvRecipe *recipe);

typedef struct {
    CsvBuild *builds; /* one a column */
    guint n;
    gsize n_rows; /* 0: the lines need more care */
    gsize length; /* bytes of those rows */
} CsvPart;

void csv_part_clear(CsvPart *part);

/* Takes the rows at the start of bytes that are plain lines (csv_lines_plain()) with as many cells
 * as there are columns, all understood at once, in place of those it had. CSV_LINES_PADDING more
 * bytes must be readable. */
void csv_part_take(CsvPart *part, const CsvRecipe *recipe, const char *bytes, gsize length);

/* Adds the rows to builds that have room for them, as if the lines had been taken there. */
void csv_part_append(const CsvPart *part, CsvBuild *builds);
