// The language of a figure, as its axes need it.
#pragma once

#include "plot/plot.h"

/* Fills plot->language and plot->words (NULL for English) by --lang. ERROR_USAGE for an unknown
 * tag. */
gboolean tick_words_choose(Plot *plot, GError **error);
