// One number of each group of rows, while they are read.
#pragma once

#include "data/csv_fewer.h"
#include "data/csv_reader.h"

/* So many rows at a time. */
#define CSV_GROUP_ROWS ((gsize)64 * 1024)

/* keys and value: columns; columns of text must be keys, value a NUMBER build. It cannot be done
 * where a value is missing, a sum is too large for a number, or there are very many groups. */
CsvFewer *csv_group_new(const guint *keys, guint n_keys, guint value, GroupKind kind);
