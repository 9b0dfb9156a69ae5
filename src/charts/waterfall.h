// A waterfall: waterfall.c binds it, waterfall_steps.c adds the steps up, waterfall_mark.c draws
// what joins the bars.
#pragma once

#include "plot/categories.h"

typedef enum { STEP_UP, STEP_DOWN, STEP_TOTAL, STEP_KINDS } StepKind;

typedef struct {
    Channel position, value;
    Categories categories;
    guint *panels; /* of each frame row */
    gsize n;       /* steps that are drawn, by panel and place */
    gsize *rows;   /* frame row of each; G_MAXSIZE: the sum at the end, which no row has */
    double *at, *from, *to;
    guint *kinds; /* StepKind: index of the series */
    guint *panel;
    gboolean upright, has_sum;
    AxisSpec *band_axis, *value_axis;
} Waterfall;

/* Fills the steps of each panel from where the one before ends, with a sum at the end where
 * --end-total wants one. ERROR_INPUT for a total in the data that is not the sum of its steps; a
 * name of --total that no step has is reported. */
gboolean waterfall_steps(Plot *plot, Waterfall *work, GError **error);

/* For a layer with the items of the bars, by panel and step. */
extern const MarkType waterfall_connector;
