// The key of colour classes: a swatch with its range of numbers for each, "10–20".
#pragma once

#include "layout/box.h"
#include "scale/classes.h"
#include "scale/ramp.h"
#include "scale/ticks.h"

/* Everything is borrowed; only the title must outlive the box. */
typedef struct {
    const char *title; /* NULL: none */
    const Ramp *ramp;
    const Classes *classes;
    const char *const *names; /* of the classes, copied; NULL: their ranges */
    TickRequest labels;       /* how numbers are written; room and spacing do not matter */
    gboolean column;          /* one class a line, else in rows */
} ClassKey;

Box *class_legend_new(const ClassKey *key, gboolean dark);
