// Where the built-in boundaries (Natural Earth, de facto control) show one answer to a question
// that states or the United Nations answer differently. A map that shows such a place says whose
// lines it draws. What the boundaries are too coarse to draw (the Paracel and Spratly Islands,
// Senkaku, Liancourt Rocks) has no row: nothing is claimed there.
#pragma once

#include "geo/atlas.h"

enum { DISPUTED_MAX_BORDERS = 4 };

/* Constant, borrowed for ever. A row says that control or borders there are contested, not by whom
 * or with what right. */
typedef struct {
    const char *name; /* "Crimea" */
    Extent extent;    /* of what is contested, to about a tenth of a degree */
    guint16 borders[DISPUTED_MAX_BORDERS][2]; /* country ids on both sides of contested lines;
                                                 ends with 0 unless full */
} Disputed;

/* The rows whose extent meets what is shown, one a call: the first after previous (NULL: the first
 * of all), or NULL. */
const Disputed *disputed_next_in(Extent shown, const Disputed *previous);

/* Whether the contested lines of a row part these two countries (ids, in any order). */
gboolean disputed_has_border(const Disputed *row, guint a, guint b);
/* Whether a line between two countries (ids, in any order) that has this extent is contested, at
 * least in a part. */
gboolean disputed_border(guint a, guint b, Extent extent);
