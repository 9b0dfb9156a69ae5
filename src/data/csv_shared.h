// Tables that several figures read.
#pragma once

#include "base/shelf.h"
#include "data/csv_reader.h"

/* As csv_read_file(), but a regular file is read once for all who share the shelf (NULL: nobody
 * does) and ask with the same options. The table may be another thread's as well. */
Table *csv_read_shared(Shelf *shelf, const char *file, const CsvOptions *options, Report *report,
                       GError **error);
