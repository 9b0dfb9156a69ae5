// On which of the two piles of a stack a value lies. Private to this room.
#pragma once

#include "data/table.h"

/* By row: whether it goes on the pile below zero. A value of zero goes with the others of its
 * series, so that the surface of what is never above zero does not leap to the pile above.
 * keys: of the positions, the first of them along the series. series NULL: none. Caller frees. */
gboolean *stack_signs_find(const Column *const *keys, guint n_keys, const Column *series,
                           const Column *value);
