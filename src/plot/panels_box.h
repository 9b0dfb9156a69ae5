// The panels of a figure with their axes: everything between heading and source.
#pragma once

#include "guide/end_labels.h"
#include "plot/plot.h"

/* Where the names of the series stand: in a key, at the right ends, in their surfaces, or in the
 * surfaces that have room beside a key of all. */
typedef enum { NAMES_IN_KEY, NAMES_AT_ENDS, NAMES_IN_BANDS, NAMES_IN_SOME_BANDS } PanelNames;

/* Borrows the plot. */
Box *panels_box_new(const Plot *plot, PanelNames place);

/* Once the box has its place: what has too little room in it. */
typedef struct {
    double lacks;            /* px of height that the panels need more; 0: none */
    gboolean names_collide;  /* at the right ends, or with the edges of their surfaces */
    gboolean values_collide; /* beside the marks */
} PanelsFit;

PanelsFit panels_box_fit(const Box *box, const LayoutContext *context);

/* Once the box has its last place: the names that found no room in it go into the report. */
void panels_box_report(const Box *box);

/* How many panels stand side by side in a box of this size. */
guint panels_columns(const Plot *plot, Size size);
