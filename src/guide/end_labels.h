// Names at the right end of lines and areas, shifted apart so that none overlap.
#pragma once

#include "mark/mark.h"

typedef struct {
    const char *text;
    Color color; /* readable on the background */
    Point end;   /* where the line ends, px */
    gboolean bold;
    gboolean bare; /* no leader: it would cross other surfaces */
    /* A sample before the name, when series have a code beside colour; NULL: none. All labels of a
     * panel have one, or none has. */
    const Series *sample;
    const MarkType *mark; /* draws the sample */
    guint64 subject;      /* of the line, see mark_subject() */
    double weight;        /* what matters most keeps its name when there is little room */
} EndLabel;

/* Width that the labels need right of the panel, with their gap and leaders, px; 0 for none. */
double end_labels_width(const EndLabel *labels, guint n, double max_width,
                        const LayoutContext *context);
/* Whether they fit one under the other into height px. */
gboolean end_labels_fit(guint n, double height, const LayoutContext *context);
/* Draws them right of the panel; a label that had to move gets a thin leader. */
void end_labels_draw(const EndLabel *labels, guint n, Rect panel, double max_width,
                     LabelTally *tally, SceneBuilder *builder, const LayoutContext *context);
