// Rows that need not all stay: what becomes of them in the builds while they are read.
#pragma once

#include "data/csv_build.h"
#include "data/table.h"

typedef struct CsvFewer CsvFewer;

/* One way to have fewer rows (csv_thin.h, csv_group.h). Cells of n columns; the rows of the last
 * call that are still needed stand first in the builds. */
typedef struct {
    /* With so many rows in the builds it is time to take them. */
    gsize (*most)(const CsvFewer *fewer);
    /* FALSE: the rows cannot be spared, and the file must be read with all of them. */
    gboolean (*take)(CsvFewer *fewer, CsvBuild *builds, guint n);
    /* After the last row: the builds get those that the table shall have. FALSE as above. */
    gboolean (*finish)(CsvFewer *fewer, CsvBuild *builds, guint n);
    /* The lines of those rows. Caller frees. */
    LineMap *(*lines)(const CsvFewer *fewer, const LineMap *all);
    /* What is known of all cells of a column, into it. */
    void (*describe)(const CsvFewer *fewer, guint column, Column *ret_column);
    void (*free)(CsvFewer *fewer);
} CsvFewerType;

struct CsvFewer {
    const CsvFewerType *type;
    gboolean begun; /* rows were taken; short files never are */
};
