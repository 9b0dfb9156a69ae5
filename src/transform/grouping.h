// Which rows belong together: the distinct combinations of the cells of key columns. Private to
// this room.
#pragma once

#include "data/table.h"

/* Groups are numbered in the order in which their first rows stand. A missing cell is a key like
 * any other; numbers and times are equal when they are equal as numbers, so -0 is 0. */
typedef struct {
    gsize n_rows;
    guint32 n_groups;
    guint32 *ids;  /* by row: its group */
    gsize *firsts; /* by group: its first row */
} Grouping;

/* All rows are one group when there are no keys. */
Grouping *grouping_new(const Column *const *keys, guint n_keys, gsize n_rows);
/* The same groups parted further by one more column. */
Grouping *grouping_refine(const Grouping *grouping, const Column *key);
void grouping_free(Grouping *grouping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grouping, grouping_free)

/* The lines of some rows, for a table that is made of them; NULL: unknown. */
LineMap *rows_lines(const Table *table, const gsize *rows, gsize n);

/* Appends `name=cell, name=cell` for a message; a missing cell reads "(missing)". */
void rows_append_keys(GString *out, const Column *const *keys, guint n_keys, gsize row);
