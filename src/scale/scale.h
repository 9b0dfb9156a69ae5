// Data domain to visual range. Total functions: after training nothing here can fail.
#pragma once

#include "base/color.h"
#include "data/column.h"

typedef enum {
    SCALE_LINEAR,
    SCALE_LOG,
    SCALE_SQRT,
    SCALE_SYMLOG,
    SCALE_TIME,
    SCALE_BAND
} ScaleKind;

/* The continuous kinds as pairs of functions, one row each (scale_table.inc). */
typedef struct {
    ScaleKind kind;
    const char *name;                /* "log" */
    double (*forward)(double value); /* data to a linear space; NaN outside the kind's domain */
    double (*inverse)(double space);
} ScaleType;

const ScaleType *scale_type(ScaleKind kind);

/* Plain values, no ownership but of the categories' array's strings (borrowed). min > max reverses.
 */
typedef struct {
    const ScaleType *type;
    double min, max;    /* domain; BAND: 0 and n_categories */
    double from, to;    /* range in px: where min and max land */
    guint n_categories; /* BAND */
    double padding;     /* BAND: share of a step that is gap, 0 <= padding < 1 */
    /* BAND: where the categories stand when only some of them are shown, by their number among all;
     * NaN for those that are not. NULL: all are shown, in order. Borrowed. */
    const double *places;
    guint n_places;
} Scale;

Scale scale_continuous(ScaleKind kind, double min, double max);
Scale scale_band(guint n_categories, double padding);
/* px; NaN for NaN and for values outside a log scale's domain. BAND: value is the category's index
 * (from 0), the result is the middle of its band. Outside the domain it extrapolates, but for
 * categories without a place. */
double scale_map(const Scale *scale, double value);
double scale_invert(const Scale *scale, double px);
/* Width of one band in px (without its gap); continuous: 0. */
double scale_bandwidth(const Scale *scale);
/* Distance of two neighbouring band middles in px. */
double scale_step(const Scale *scale);

/* Widens an empty or one-value domain so that it has a width: 5 -> 0..10 style for values, a unit
 * each side for times. */
void scale_widen_degenerate(Scale *scale, TimeUnit unit);
