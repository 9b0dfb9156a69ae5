// --free-scales: a domain of its own for each panel, or for each row and column of a grid.
#pragma once

#include "plot/plot.h"

/* Fills plot->free_x and plot->free_y from the layers; a value axis that was hidden because values
 * stand at the marks comes back where lengths are not comparable. ERROR_USAGE when the axes asked
 * for follow from more than the values of a panel. */
gboolean free_scales_bind(Plot *plot, GError **error);

/* Which of the domains a panel has; 0 when they are shared. */
guint free_scales_x_of(const Plot *plot, guint panel);
guint free_scales_y_of(const Plot *plot, guint panel);

/* The shared axis with a domain of its own. */
AxisSpec free_scales_axis(const AxisSpec *shared, const PanelDomain *domain);
