// Call-outs: what happened where, set in free room near the place or in the margin, with a thin
// leader to it. External labelling after M. Bekos, B. Niedermann, M. Nöllenburg, External Labeling
// Techniques: A Taxonomy and Survey, Computer Graphics Forum 38(3), 2019 (arXiv 1902.01454).
#pragma once

#include "layout/box.h"
#include "layout/occupancy.h"
#include "layout/text_block.h"

typedef struct {
    Point site;    /* px */
    double radius; /* px of the symbol there, which the caller draws; 0: none, then the
                    * leader ends in a dot */
    const char *date,
        *text;       /* borrowed; a bold line, and words that are wrapped; NULL or "": none */
    guint64 subject; /* the mark that the words are about; 0: none */
} Callout;

typedef struct {
    TextStyle date, text;
    Color leader;
    Color paper; /* opaque; the plate under words that stand over a surface */
    /* Words may stand over surfaces, on a plate, where that saves a long leader; never over ink and
     * words. */
    gboolean covers_surfaces;
} CalloutStyle;

/* The theme's annotations with the date in an accent; the accent is made dark enough to read. */
CalloutStyle callout_style(const Theme *theme, Color accent);

typedef struct {
    TextBlock *block; /* NULL: it had no words */
    Rect box;         /* px of the block's ink */
    Point leader[2];  /* from the symbol's rim to the words */
    gboolean plated; /* a plate goes under the words: set when they stand over a surface; the caller
                      * may set it elsewhere */
} CalloutPlace;

/* A place (CalloutPlace) for each of the call-outs, in their order; NULL when not all find one, or
 * more than 60 have words: number them then (callout_number.h). Words stand
 * within the area, with room for other fonts, on nothing that is taken, nor on each other and on
 * the sites; leaders do not cross, nor run through words of call-outs, and pass over as little else
 * as they can (surfaces count less than ink, ink less than words). The occupancy gains the sites,
 * and on success the words and leaders, as words.
 *
 * Candidates come from a grid of positions, for several widths of the words; they are chosen
 * together by branch and bound, and improved by local search. The work is bounded, so that a crowd
 * that would just fit may be given up. Deterministic. Caller frees with g_array_unref(). */
GArray *callouts_place(const Callout *callouts, guint n, const CalloutStyle *style,
                       Occupancy *occupied, Rect area, const LayoutContext *context);

/* Leaders and words, each call-out in a group of its own (ROLE_ANNOTATION). */
void callouts_draw(const Callout *callouts, const GArray *places, const CalloutStyle *style,
                   SceneBuilder *builder);
