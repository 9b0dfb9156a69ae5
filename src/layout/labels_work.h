// What choosing, moving and writing labels share. Private to the placer.
#pragma once

#include "layout/labels.h"
#include "layout/occupancy.h"

/* Between words of two labels, px. */
#define LABEL_AIR 1.0
#define LEADER_WIDTH 0.75

typedef struct {
    LabelRequest request;
    GPtrArray *blocks; /* of TextBlock, owned */
    GArray *spots;     /* of LabelSpot */
    guint order;
    /* Result: NULL when there is no room. */
    const TextBlock *block;
    LabelSpot spot;
    Rect box;
    gboolean plated; /* it covers something */
} Label;

struct Labels {
    Rect area;
    LabelTally *tally; /* borrowed; NULL: nobody counts */
    GArray *kept;      /* of Rect, that only words inside of something may use */
    GPtrArray *labels; /* of Label, owned, in the order asked */
    GArray *protected; /* of Rect */
};

/* The spots that were asked for, and those further away for words that may roam. */
guint label_n_spots(const Label *label);
/* Whether a spot is meant for the block of that index. */
gboolean label_spot_takes(const LabelSpot *spot, guint block);
LabelSpot label_spot(const Label *label, guint index);

/* How lines of one block stand to each other there. */
Anchor label_spot_align(const LabelSpot *spot);
/* From the edge of the anchor to the nearest point of the words; FALSE when they are so near that
 * none is needed. */
gboolean label_spot_leader(const LabelSpot *spot, Rect box, Point ends[2]);

/* Where its words may stand. */
Rect label_bounds(const Labels *labels, const Label *label);
/* No words and leaders of other labels are where this one would stand. */
gboolean label_spot_is_apart(const LabelSpot *spot, Rect box, const Occupancy *occupancy);
/* Others keep off a label that has its place. */
void label_hold(const Label *label, Occupancy *occupancy);

/* Within its bounds, and on nothing that is drawn; other labels and leaders do not count. */
gboolean label_fits(const Labels *labels, const Label *label, const LabelSpot *spot, Rect box,
                    const Occupancy *occupancy);
/* Whether the leader, if there is one, runs over nothing of a kind; it begins off the rim of its
 * own symbol, whose squares it touches. */
gboolean label_leads(const Label *label, const LabelSpot *spot, Rect box, Taken kind,
                     const Occupancy *occupancy);
void label_take(Label *label, const TextBlock *block, const LabelSpot *spot, Rect box);

/* Within the bounds, on a plate where it covers least. */
void label_place_anyhow(const Labels *labels, Label *label, Occupancy *occupancy);
/* Beside its anchor on a plate over lines, but over no words and nothing thicker: there the reader
 * finds it. */
void label_place_over(const Labels *labels, Label *label, Occupancy *occupancy);

/* Finds room for labels of one rank that have none by moving one other label out of the way; TRUE
 * when anything has a new place. */
gboolean labels_make_room(const Labels *labels, Label **rank, guint n, const Occupancy *occupancy);
