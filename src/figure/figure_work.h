// What the files of this room tell each other.
#pragma once

#include "backend/output_format.h"
#include "figure/figure.h"
#include "figure/shown.h"

/* Reads the data with the options of its spec, and tells what their bytes were (data_hash). NULL
 * and an error; remarks go into its report. Caller owns. */
Table *figure_read(Figure *figure, GError **error);
/* figure->hash of the data as they were read and of all that is about to be read: a file that is
 * changed after that is drawn again by the next run, where a hash taken later would vouch for what
 * nobody drew. NULL where standard input, which is read but once, or a file that is not there
 * leaves it for later. */
void figure_take_hash(Figure *figure);
/* Under --strict the first warning becomes the error; the others stand as errors in the report. */
gboolean figure_check_strict(Figure *figure, GError **error);
/* Warns of letters that no font has, when the format draws text itself. FALSE when that ends the
 * figure: under --strict, or because the raster module is not there. */
gboolean figure_check_glyphs(Figure *figure, const OutputFormat *format, GError **error);
/* What its file of a format says of it. */
gboolean figure_say(const Figure *figure, const OutputFormat *format, Shown *ret_said,
                    GError **error);
/* How its options have it written; borrows from both. */
OutputOptions figure_output_options(const Figure *figure, const Shown *said);
