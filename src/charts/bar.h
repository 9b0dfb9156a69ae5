// The parts of the bar chart's recipe: bar.c binds, bar_layout.c makes the axes and what the bars
// say.
#pragma once

#include "plot/missing_parts.h"
#include "plot/overlay.h"
#include "plot/places.h"

typedef struct {
    Places places;
    StackMode stack;
    gboolean side_by_side;
    double base;                /* where bars begin: 0, or the low end of a log axis */
    const Column *low, *high;   /* of the piles; NULL when nothing is piled */
    const Intervals *intervals; /* NULL: none */
} BarWork;

/* The pile of a frame row, counted over categories and panels. */
static inline gsize
bar_pile(const Plot *plot, const BarWork *work, gsize row)
{
    return (gsize)work->places.categories.index[row] * plot->n_panels + work->places.panels[row];
}

gboolean bar_axes(Plot *plot, BarWork *work, GError **error);
/* Values at the bars when there are few; the value axis is then not needed. */
void bar_values(Plot *plot, BarWork *work, Layer *layer);
