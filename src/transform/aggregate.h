// One aggregate of the cells of a column, group by group. Private to this room.
#pragma once

#include "transform/grouping.h"
#include "transform/transform.h"

/* A column with a cell a group. ERROR_USAGE where the column's type has no such aggregate,
 * ERROR_INPUT where a result is too large for a number. */
Column *aggregate_column(const Table *table, const Grouping *grouping, const Aggregate *aggregate,
                         GError **error);

/* The median of n > 0 values, which come back in another order: the mean of the middle two when n
 * is even. */
double median_of(double *values, gsize n);
