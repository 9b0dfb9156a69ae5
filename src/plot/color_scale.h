// Numbers as colours: a ramp or its classes, with a key above the panels.
#pragma once

#include "plot/plot.h"
#include "scale/classes.h"
#include "scale/ramp.h"

typedef struct {
    const Ramp *ramp;
    double min, middle, max;     /* as for ramp_place() */
    Classes classes;             /* n 0: none, every number has its own colour */
    gboolean dark;               /* of the background */
    const char **names;          /* of the classes, when each is one number; else NULL */
    const char *title, *missing; /* words of the key; NULL: none */
} ColorScale;

/* Trains the ramp on the color channel, which holds numbers; sets plot->color, the key, and one
 * plain series. In the plot's arena. NULL and an error for no numbers, and for options that do not
 * fit. */
ColorScale *color_scale_bind(Plot *plot, GError **error);

/* A new key of the plot's colours. missing: what the sample of places without a number is called,
 * in this colour (COLOR_NONE: a box); NULL: no sample. */
Box *color_scale_key(const Plot *plot, const char *missing, Color sample);

/* COLOR_NONE for NaN. */
Color color_scale_color(const ColorScale *scale, double value);

/* Says that some of all places have no number, in the report and in the key. what: "cells". */
void color_scale_miss(Plot *plot, ColorScale *scale, guint64 missing, guint64 all,
                      const char *what);

/* Numbers short enough to stand in coloured cells, without the marks that the key has; NULL for
 * missing ones. */
const char **color_scale_labels(const Plot *plot, const double *values, gsize n);

/* "Thailand, 2005: 336.3" for the row of the frame: what stands at y and x. */
const char *color_scale_title(const Plot *plot, gsize row);
