// The categories of a band axis: names, numbers or periods, in the order in which they stand.
#pragma once

#include "plot/plot.h"

typedef struct {
    Channel channel;
    guint n;
    const char **names;  /* NULL entries: empty slots */
    const double *times; /* periods: the start of each; NULL otherwise */
    guint step;
    TimeUnit unit;
    gboolean ordered;     /* numbers and times: never sorted by value */
    const char *names_of; /* the column of text categories; NULL otherwise */
    double *index;        /* of each frame row; NaN: its category is missing */
} Categories;

/* From the column of a channel. Rows without a category are left out and counted in the report.
 * Missing periods and whole numbers between the first and the last are empty slots. In the plot's
 * arena. */
Categories categories_new(Plot *plot, Channel channel);

/* Orders them: --sort, --order, an order of their own (months, ages), else by weight, the largest
 * first, leftovers ("Other") and --apart last. weights: one a category. value: the channel that
 * holds the values. ERROR_USAGE for a --sort that means nothing. */
gboolean categories_arrange(Plot *plot, Categories *categories, const double *weights,
                            Channel value, GError **error);

/* Into a band axis. */
void categories_set_axis(const Categories *categories, AxisSpec *axis);
