// Rows that stand out by their name where no column gives colours: --highlight greys the others,
// --colors gives a name a colour of its own.
#pragma once

#include "plot/plot.h"

/* names: of each row, NULL entries for none; series: of each row, all that of the one plain series.
 * Rows that stand out get a series of their own. Nothing with a color channel. */
void picked_names_apply(Plot *plot, const char *const *names, gsize n, guint *series);

/* --highlight may pick this name, and finds it: borrowed. */
void picked_names_know(Plot *plot, const char *name);
/* Whether --highlight picks the name. */
gboolean picked_names_has(const Plot *plot, const char *name);
