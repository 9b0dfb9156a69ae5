// A text alternative written from facts (kind of figure, data, extremes; A. Cesal's formula), in
// the language of the figure.
#pragma once

#include "words/language.h"

/* A value and where it stands: "40", "Thailand, 2002". */
typedef struct {
    const char *value; /* NULL: none */
    const char *at;    /* NULL: not said */
} DescriptionValue;

/* From the first to the last period. */
typedef struct {
    const char *name; /* of the series; NULL: the only one */
    DescriptionValue first, last;
    int direction; /* < 0: down, 0: both are the same, > 0: up */
} DescriptionTrend;

/* Texts are ready for people; NULL: not known. */
typedef struct {
    const char *chart;     /* name of the type: "line" */
    const char *measure;   /* "Asean total, US$ million" */
    const char *by;        /* what stands along the axis: "year" */
    const char *from, *to; /* first and last place along it */
    guint n_places;        /* categories along it; fewer than 2: not said, as with the next ones */
    gsize n_values;        /* where each row is drawn */
    gsize n_entries;       /* where rows have no values */
    const char *scope;     /* what the measure is of: "8 links between North Korea and 8 places" */
    guint n_panels;
    const char *const *compared; /* names, n_compared of them: series or categories */
    guint n_compared;
    gboolean one_level;               /* all values are `highest` */
    DescriptionValue highest, lowest; /* lowest without a value: there is one value only */
    const DescriptionTrend *trends;
    guint n_trends;
    const char *const *sentences; /* of the chart's own, ready, n_sentences of them */
    guint n_sentences;
    /* Beside its own marks: other layers, and what rules and bands mark. */
    const char *const *shown, *const *marked;
    guint n_shown, n_marked;
    const char *note;   /* gaps and the like, sentences */
    const char *source; /* where the data come from */
} DescriptionFacts;

/* "A, B and C"; of many the first names, and how many more there are. Caller frees. */
char *description_list(const Language *language, const char *const *names, guint n);

/* Up to six sentences, and the chart's own. Caller frees. */
char *description_write(const Language *language, const DescriptionFacts *facts);
