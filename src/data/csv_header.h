// The first record of a CSV: the names of its columns.
#pragma once

#include "base/report.h"
#include "data/csv_scan.h"

/* One cell of a record, and whether there was one: walks over records with and without quotes. */
typedef struct {
    const CsvRecord *record;
    char delimiter;
    guint index;    /* of the next cell */
    const char *at; /* where it begins; NULL after the last */
} CsvWalk;

void csv_walk_start(CsvWalk *walk, const CsvRecord *record, char delimiter);
gboolean csv_walk_next(CsvWalk *walk, CsvCell *ret_cell);
guint csv_count_cells(const CsvRecord *record, char delimiter);

/* A line of nothing but spaces (and tabs, where they do not delimit). */
gboolean csv_is_blank_record(const CsvRecord *record, char delimiter);

/* The names (char *, owned), blanks around them cut. A column without a name gets one, with a
 * warning; a name twice is an error. */
GPtrArray *csv_header_names(const CsvRecord *record, char delimiter, const char *file,
                            Report *report, GError **error);
