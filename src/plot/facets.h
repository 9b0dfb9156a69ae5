// Panels from the facet channels: which panel each row belongs to, and what the panels are called.
#pragma once

#include "plot/plot.h"

/* Panels one after the other (--facet), or a grid (--facet-rows, with --facet its columns). index:
 * the panel of each row, in the arena. FALSE for too many panels, or options that contradict each
 * other. */
gboolean facets_bind(Plot *plot, guint **ret_panels, GError **error);

/* The columns of the facet channels that are there, for keys of rows that stand together; returns
 * how many (at most 2). */
guint facets_keys(const Frame *frame, const Column **keys);

/* Whether a name stands for panels, and for nothing that has a colour of its own. */
gboolean facets_have_name(const Plot *plot, const char *name);
/* Whether --highlight leaves the panel grey. */
gboolean facets_are_muted(const Plot *plot, guint panel);
