// What bins and curves show, as a table: their marks are no rows of the data.
#pragma once

#include "charts/distribution.h"
#include "transform/transform.h"

/* A row a group: its name, how many values it has, its quartiles and ends; of a box plot the ends
 * of the whiskers. Values that stand as dots are listed. */
typedef struct {
    Channel value;
    const Categories *categories; /* NULL: the groups have none */
    gboolean by_series;           /* groups of one category differ by their series */
    gboolean whiskers;
    gboolean without_small; /* groups that are too small are not drawn, instead of as dots */
} ToldGroups;

/* Groups that are too small for a shape are those with fewer than DISTRIBUTION_LEAST values or,
 * without whiskers, equal ones. Sets plot->shown. */
void told_groups(Plot *plot, const ToldGroups *how, const DistributionGroup *groups,
                 guint n_groups);

/* A row a bin and series: where it begins and ends (of times and whole numbers: which it is), and
 * how many rows fell into it; counts as histogram_count(). Sets plot->shown. */
void told_bins(Plot *plot, const Bins *bins, gboolean centred, const guint *counts);
