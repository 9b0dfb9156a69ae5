// What a figure of relations says of itself: for maps and for the views without geography.
#pragma once

#include "map/relations.h"
#include "words/description.h"

/* A number and whose it is. */
typedef struct {
    double value;     /* NaN: none */
    const char *name; /* for people; NULL: not known */
} NamedValue;

/* The highest and the lowest of the values, with all that have them. In the plot's arena. */
void describe_extremes(const Plot *plot, const AxisSpec *axis, const NamedValue *values, guint n,
                       DescriptionFacts *facts);
/* "Trade (US$)": what the values of an axis are; title may be NULL. In the plot's arena. */
const char *describe_measure(const Plot *plot, const char *title, const AxisSpec *axis);
/* "8" in the figure's language; in the plot's arena. */
const char *describe_number(const Plot *plot, guint n);

/* Links: their measure, how many there are between what, the extremes, and their kinds. */
void relations_describe(const Plot *plot, const Relations *relations, DescriptionFacts *facts);
