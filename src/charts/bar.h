// The parts of the bar chart's recipe: bar.c binds, bar_layout.c decides how it lies and what it
// says.
#pragma once

#include "plot/categories.h"
#include "plot/missing_parts.h"
#include "plot/overlay.h"

typedef struct {
    Channel position, value;
    Categories categories;
    guint *series, *panels; /* of each frame row */
    StackMode stack;
    gboolean side_by_side;
    gboolean upright;
    double base;                /* where bars begin: 0, or the low end of a log axis */
    const Column *low, *high;   /* of the piles; NULL when nothing is piled */
    const Intervals *intervals; /* NULL: none */
    AxisSpec *value_axis, *band_axis;
} BarWork;

/* The pile of a frame row, counted over categories and panels. */
static inline gsize
bar_pile(const Plot *plot, const BarWork *work, gsize row)
{
    return (gsize)work->categories.index[row] * plot->n_panels + work->panels[row];
}

/* Standing or lying: as asked, by the channels, or by the room that the names need. */
void bar_orient(Plot *plot, BarWork *work);
gboolean bar_axes(Plot *plot, BarWork *work, GError **error);
/* Values at the bars when there are few; the value axis is then not needed. */
void bar_values(Plot *plot, BarWork *work, Layer *layer);
