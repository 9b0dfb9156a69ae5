// One colour for one name in all figures of a split, or of several files.
#pragma once

#include "batch/plan.h"

typedef struct SameColors SameColors;

SameColors *same_colors_new(void);
void same_colors_free(SameColors *colors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SameColors, same_colors_free)

/* Notes which names the figure shows, and in which colours; borrows the figure. */
void same_colors_add(SameColors *colors, Figure *figure, const PlotScales *scales);

/* Where a name has two colours, or a colour two names, each figure gets its --colors: those of the
 * palette, in the order in which the names come up. Figures with one series each keep the first
 * colour. Returns whether colours were set; too many names are told about instead. */
gboolean same_colors_set(SameColors *colors, Report *report, Where where);
