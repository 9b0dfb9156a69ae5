// The values of one layer at their places. Private to the overlays.
#pragma once

#include "plot/overlay.h"

typedef struct {
    gsize n;
    double *at;         /* on the position axis; NaN: nothing is drawn for this row */
    double *values;     /* borrowed from the frame; NULL: low and high only */
    double *low, *high; /* NULL: no intervals; NaN entries: none here */
    guint *series;      /* of the chart, which the row belongs to; 0 when all say the same */
    guint *panel;
    gsize *main;           /* a row of the chart's frame at the same place; G_MAXSIZE: none */
    gboolean apart;        /* series differ from each other */
    gsize missing, places; /* places without a value, and all of them */
} OverlayItems;

/* One entry a row of the overlay's frame, in the plot's arena. Rows that say the same at one place
 * are one. ERROR_INPUT when they do not. */
gboolean overlay_items_new(Plot *plot, const Overlay *overlay, const OverlayPlaces *places,
                           OverlayItems *ret_items, GError **error);

/* Warns of a layer that says at every place what the chart's own marks say there, and so covers
 * them. main, n_main: the chart's own mark, and how many series it has. */
void overlay_report_repeat(const Plot *plot, const Overlay *overlay, const OverlayPlaces *places,
                           const OverlayItems *items, const MarkType *main, guint n_main);
