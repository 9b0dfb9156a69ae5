// Which stacks lack a part. Private to this room.
#pragma once

#include "transform/grouping.h"

/* A part is missing where its cell is; on a time axis also where its row is, though the series has
 * rows at other times: long data without a row and wide data with an empty cell are the same. The
 * series looked for are those with the same other keys (a facet has its own). A position without a
 * single part is a gap, no stack. */
typedef struct {
    gboolean *lacks; /* by position */
    guint32 n_stacks;
    guint32 n_lacking;
    guint32 first; /* position of the first that lacks one */
    char *names;   /* of the series in question, for people: "Brunei, Cambodia and 3 more" */
} MissingParts;

/* series may be NULL; order has all rows, ordered by series. */
MissingParts *missing_parts_find(const Grouping *positions, const Column *const *keys, guint n_keys,
                                 const Column *series, const Column *value, const gsize *order);
void missing_parts_free(MissingParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MissingParts, missing_parts_free)
