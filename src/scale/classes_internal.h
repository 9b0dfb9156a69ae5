// What the class methods share: the different values, ascending.
#pragma once

#include <glib.h>

enum { CLASSES_MAX = 64 };

typedef struct {
    double value;
    double weight; /* how often it occurs */
} ClassValue;

/* Where each of n_classes <= n classes begins: ret_starts[0] is 0, then strictly ascending indices.
 */
void jenks_starts(const ClassValue *values, guint n, guint n_classes, guint *ret_starts);

/* A round number in lo < number <= hi: a multiple, near the middle, of the largest of 1, 2 and 5
 * times a power of ten that has one there; 0 before all. */
double roundest_number(double lo, double hi);
