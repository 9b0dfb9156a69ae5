// One side of a grid of cells: categories and periods, or bins.
#pragma once

#include "plot/categories.h"

typedef struct {
    Channel channel;
    const Bins *bins; /* NULL: categories */
    Categories categories;
    guint n; /* cells along it */
} GridSide;

/* ERROR_INPUT for more categories than a page can show. */
gboolean grid_side_init(Plot *plot, GridSide *side, Channel channel, GError **error);

/* Orders the categories: --sort, where it speaks of this side; else those of y by the mean of their
 * numbers on the color channel, those of x as in the data. ERROR_USAGE for a --sort that does not
 * fit. */
gboolean grid_side_arrange(Plot *plot, GridSide *side, GError **error);

/* A band of categories, or a continuous axis from the first edge of the bins to the last. */
gboolean grid_side_axis(Plot *plot, const GridSide *side, AxisSpec *axis, GError **error);

/* The place of a row of the frame along the side, from 0. */
guint grid_side_place(const Plot *plot, const GridSide *side, gsize row);

/* Where the cell at a place stands, in data space. near: NULL for categories. */
void grid_side_put(const GridSide *side, guint at, gsize item, double *far, double *near);
