// Categories against values: which channel is which, how the chart lies, and its two axes. For
// marks that stand at a value of a category.
#pragma once

#include "plot/categories.h"

typedef struct {
    Channel position, value;
    Categories categories;
    guint *series, *panels; /* of each frame row */
    gboolean upright;       /* values go up */
    AxisSpec *value_axis, *band_axis;
} Places;

/* Channels, panels, series and categories; rows without a category are left out. ERROR_USAGE when
 * neither x nor y holds numbers, ERROR_INPUT for several rows at one place. */
gboolean places_bind(Plot *plot, Places *places, GError **error);

/* Sorts the categories by weight and decides how the chart lies: as asked, by the channels, or by
 * the room that the names need. weights: one a category; NULL: the sums of their values. */
gboolean places_arrange(Plot *plot, Places *places, const double *weights, GError **error);

/* The second half of it alone. */
void places_orient(Plot *plot, Places *places);

/* Both axes, with a light line along each category. from_zero: lengths begin at zero. room: px that
 * marks take beyond the ends. row: px that a lying row needs, at the default text size. */
gboolean places_axes(Plot *plot, Places *places, double min, double max, gboolean from_zero,
                     double room, double row, GError **error);

/* Without a color channel --highlight names categories: the rest gets a second, muted series. */
void places_highlight(Plot *plot, Places *places);
