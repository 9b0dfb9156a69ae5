// Categories that have an order of their own: months, weekdays, ages, answers on a scale.
#pragma once

#include <glib.h>

/* The order of names that belong to one such set (all of them, case ignored), as a permutation:
 * ret_order[k] is the index of the name that comes k-th. FALSE when they have no order of their
 * own. */
gboolean natural_order(const char *const *names, guint n, guint *ret_order);

/* "Other", "Others", "Rest", "None of these", "Don't know" …: they stand last, whatever their
 * value. */
gboolean natural_is_leftover(const char *name);
