// Values written beyond the ends of marks: the room that they need, and the axis that they replace.
#pragma once

#include "plot/plot.h"

typedef struct {
    AxisSpec *axis; /* of the values */
    gboolean upright;
    const char *const *labels; /* n of them; NULL entries need no room */
    const double *ends;        /* n of them; negative: the label stands before the mark */
    gsize n;
    double gap;     /* px from the end of a mark to its label, and beyond it to the panel's edge */
    gboolean alone; /* the values say what the axis would: no axis, unless its ticks were asked for,
                     * or more is drawn on it */
} ValueRoom;

/* Keeps room inside the panel for the labels. Values that were not asked for give way to the axis
 * as it was before, when they collide. */
void value_room_keep(Plot *plot, const ValueRoom *room);
