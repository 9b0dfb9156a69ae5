// The answers of a likert chart: in which order they stand, which side each is on, and its colour.
#pragma once

#include "plot/plot.h"

typedef enum { LIKERT_LEFT, LIKERT_NEUTRAL, LIKERT_RIGHT, LIKERT_APART } LikertSide;

typedef struct {
    guint n;
    LikertSide *sides; /* of each answer; an answer apart is none on the scale ("Don't know") */
} LikertAnswers;

/* Puts the levels of the color column in order: as given (several columns, or --order), else in an
 * order of their own, else as in the data. Finds the sides and sets the plot's own colours. NULL
 * and ERROR_USAGE for fewer than two answers on the scale, or a --neutral that is none. In the
 * arena. */
LikertAnswers *likert_answers_new(Plot *plot, GError **error);
