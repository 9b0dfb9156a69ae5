// The parts that a pile or ranking lacks, named in the note (transform_stack counts them in the
// report).
#pragma once

#include "plot/plot.h"

/* For a stacked or ranked figure: combinations of position and series without a value, where the
 * position has another part. Writes the sentence, which begins with the word, to plot->auto_note.
 * Returns how many there are. */
guint missing_parts_note(Plot *plot, Channel position, Channel value, const guint *series,
                         const guint *panels, LanguageWord word);

/* FALSE, and an error, when there are more combinations of position and series than these notes
 * (and anyone's eyes) can go through. To be asked before the figure is piled or ranked. */
gboolean missing_parts_check(const Plot *plot, Channel position, GError **error);

/* For bars and dots that stand alone: places whose value is missing are named in the note and
 * counted in the report; an empty row reads as zero otherwise. */
void missing_values_note(Plot *plot, Channel position, Channel value);

/* Adds the places at which one of several measures has no value to the sentence, or begins it. */
void missing_add_to_note(Plot *plot, const char *measure, const char *places);
