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
    const char *weight;   /* another word for value in --sort; NULL: none */
    const char *sort;     /* as asked for; NULL: not, or of the other axis */
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

/* Whether all names fit under standing marks on at most two lines. */
gboolean categories_fit_upright(const Plot *plot, const Categories *categories);

/* Lying rows thinner than `row` px (at the default text size) make the figure taller, unless a
 * height was asked for. */
void categories_grow(Plot *plot, const Categories *categories, double row);

/* Without a color channel --highlight and --colors name categories: picked_names.h. */
void categories_highlight(Plot *plot, const Categories *categories, guint *series);
