// Classes for a class colour ramp: a few ranges that the values fall into.
#pragma once

#include <glib.h>

typedef enum {
    CLASSES_JENKS,    /* natural breaks: values of a class are as alike as can be */
    CLASSES_QUANTILE, /* as many values in each class, as far as equal values let */
    CLASSES_EQUAL,    /* each class as wide */
} ClassMethod;

/* Class i holds edges[i] <= value < edges[i + 1], the last one its upper edge too. */
typedef struct {
    guint n;       /* at least 1 */
    double *edges; /* n + 1, strictly ascending; the first and last cover all values */
    /* Around a middle: classes left out at either end because no value lies there. Colours go by
     * all of them, so that both sides are equally strong. */
    guint before, after;
} Classes;

/* At most `wished` classes (1 to 64), fewer where the values do not give more; what is not finite
 * is left out. No values: one class from 0 to 1; a single value: one class around it, as an axis
 * would have. Never fails.
 *
 * JENKS minimises the squared distances to the classes' means: W. Fisher, On grouping for maximum
 * homogeneity, JASA 53, 1958, by divide and conquer over its monotone breaks; exact up to 20,000
 * different values, beyond on 20,000 groups of neighbours.
 *
 * The breaks of JENKS and QUANTILE are the roundest numbers that part the values as the method
 * says. round lets an edge move by up to a tenth of the classes beside it, for the sake of a
 * rounder number, and rounds the outer edges away from the values; EQUAL then has steps of 1, 2,
 * 2.5 or 5 times a power of ten. */
Classes *classes_new(ClassMethod method, const double *values, gsize n, guint wished,
                     gboolean round);
/* Classes that mirror each other around a middle: an even number has a break exactly there, an odd
 * one a class around it. The method parts the distances from the middle, of both sides together;
 * EQUAL takes equal steps. Else as above. */
Classes *classes_new_around(ClassMethod method, const double *values, gsize n, guint wished,
                            double middle, gboolean round);
void classes_free(Classes *classes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Classes, classes_free)

/* Edge i rounded for a label, to two digits of the narrowest class, so that no label repeats. */
double classes_shown_edge(const Classes *classes, guint i);

/* The class of a value; the nearest end's for values outside, 0 for NaN. */
guint classes_find(const Classes *classes, double value);
