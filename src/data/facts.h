// What was read, in lines that people and scripts can check: the output of `inspect`.
#pragma once

#include "data/table.h"

/* Appends rows=N, columns=N, then a line a column with tabs between its parts (column=NAME, type=,
 * missing=, then min= and max=, or values= for the number of different texts), then numcols=N.
 * Numbers read back exactly, times are ISO 8601. min= and max= are empty when there is no value. In
 * names, control characters and the backslash are written as \xNN. */
void table_append_facts(const Table *table, GString *out);

/* Appends the lines n=, min= and max= of the cells that are not missing; of a text column n= alone.
 */
void column_append_usable(const Column *column, GString *out);
