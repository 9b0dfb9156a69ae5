// Colour ramps: a number's place between least and most as a colour. On a light background they run
// from light to dark, on a dark one from dark to light, so that more always stands out more.
#pragma once

#include "base/color.h"
#include "scale/classes.h"

typedef enum {
    RAMP_SEQUENTIAL, /* from less to more */
    RAMP_DIVERGING,  /* two ways from a middle that is near the background */
} RampKind;

/* Colours at equal distances, ascending. */
typedef struct {
    const char *name; /* "blue" */
    const char *summary;
    RampKind kind;
    guint n;
    const Color *light; /* n colours for a light background */
    const Color *dark;  /* n colours for a dark background; NULL: light backwards */
} Ramp;

extern const Ramp *const ramps[];        /* ends with NULL; the first is the default */
extern const Ramp *const ramp_diverging; /* the default around a middle */
const Ramp *ramp_find(const char *name); /* NULL: none */
/* All names, ending with NULL, for error_suggest(). Caller frees the array. */
const char **ramp_names(void);

/* The colour at t, 0 to 1 (beyond: the end), mixed in OKLab. NaN: COLOR_NONE, as nothing is known
 * there. */
Color ramp_color(const Ramp *ramp, double t, gboolean dark);

/* The colour of class i of n, the ends of the ramp included. One class alone has the colour of the
 * most; of a diverging ramp that of the middle. */
Color ramp_class_color(const Ramp *ramp, guint i, guint n, gboolean dark);

/* The same for class i of these, those left out at the ends counted. */
Color ramp_color_of_class(const Ramp *ramp, const Classes *classes, guint i, gboolean dark);

/* The place of a value on a ramp, 0 to 1. With a middle (not NaN) that value is at 0.5, and equal
 * distances from it to both sides are equally strong: the nearer end of the domain does not reach
 * the end of the ramp. NaN for NaN; 0.5 in a domain without a width. */
double ramp_place(double value, double min, double middle, double max);
