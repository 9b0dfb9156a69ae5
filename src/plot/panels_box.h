// The panels of a figure with their axes: everything between heading and source.
#pragma once

#include "guide/end_labels.h"
#include "plot/plot.h"

/* Borrows the plot. direct: names at the right ends. */
Box *panels_box_new(const Plot *plot, gboolean direct);

/* How many panels stand side by side in a box of this size. */
guint panels_columns(const Plot *plot, Size size);
