// The key of a colour ramp: a strip of its colours with ticks and numbers below and a title above.
#pragma once

#include "layout/box.h"
#include "scale/ramp.h"
#include "scale/ticks.h"

/* Everything is borrowed and must outlive the box. */
typedef struct {
    const char *title; /* NULL: none */
    const Ramp *ramp;
    double min, middle, max; /* as for ramp_place(): middle is NaN where the ramp has none */
    TickRequest labels;      /* how numbers are written; room and spacing are set here */
} RampKey;

/* Copies the struct. */
Box *ramp_legend_new(const RampKey *key);
