// Names of series at the right ends of their lines or surfaces.
#pragma once

#include "guide/end_labels.h"
#include "plot/plot.h"

/* Whether names can stand there: every series has one, and all fit one under the other into height.
 */
gboolean end_names_fit(const Plot *plot, double height, const LayoutContext *context);
/* Whether they stand in each of several panels, where they repeat themselves and take the panels'
 * width: only when asked for, and when they say more than the titles do. */
gboolean end_names_suit_panels(const Plot *plot);
/* px right of the panel. */
double end_names_width(const Plot *plot, double max_width, const LayoutContext *context);
void end_names_draw(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                    double width, LabelTally *tally, SceneBuilder *builder,
                    const LayoutContext *context);
