// A text alternative written from facts (kind of figure, data, extremes; A. Cesal's formula).
#pragma once

#include <glib.h>

/* Texts are ready for people; NULL: not known. */
typedef struct {
    const char *chart;         /* "Line chart" */
    const char *measure;       /* "Asean total, US$ million" */
    const char *by;            /* what stands along the axis: "year" */
    const char *from, *to;     /* first and last place along it */
    guint n_places;            /* 0: not counted */
    const char *const *series; /* names, n_series of them */
    guint n_series, n_panels;
    const char *highest, *highest_at;
    const char *lowest, *lowest_at;
    const char *const *more; /* what more is shown, a sentence each, n_more of them */
    guint n_more;
    const char *note; /* gaps and the like, a sentence */
} DescriptionFacts;

/* One to four sentences. Caller frees. */
char *description_write(const DescriptionFacts *facts);
