// What measuring, finding candidates and choosing among them share. Private to the call-outs.
#pragma once

#include "layout/callout.h"
#include "layout/occupancy_sum.h"

/* Between words and what they must not touch, px. */
#define CALLOUT_AIR 4.0
/* Between a leader and what it joins, px. */
#define CALLOUT_LEADER_AIR 2.0

#define CALLOUT_MAX_BLOCKS 5
#define CALLOUT_MAX_CANDIDATES 128
#define CALLOUT_NONE G_MAXUINT

/* The words in one of the widths that they may have. */
typedef struct {
    TextBlock *block;
    GArray *lines; /* of Rect: each line from the block's corner, px */
    double cost;   /* px of leader that a better shape is worth */
} CalloutBlock;

/* One place that the words may have. */
typedef struct {
    guint block;
    Rect box;
    Point leader[2];
    Rect room;   /* of the words, in other fonts too */
    Rect bounds; /* of all that must keep off others */
    double cost; /* px of leader: length, what it crosses, what the words are near */
} CalloutCandidate;

typedef struct {
    const Callout *callout;
    CalloutBlock blocks[CALLOUT_MAX_BLOCKS]; /* of different shapes */
    guint n_blocks;
    GArray *candidates; /* of CalloutCandidate, the cheapest first */
    guint index;        /* of the candidate chosen; CALLOUT_NONE: none */
    guint ejections;    /* how often another took its place */
    CalloutCandidate chosen;
} CalloutItem;

typedef struct {
    const CalloutStyle *style;
    const Occupancy *occupied;
    OccupancySum *forbidden; /* nothing stands here */
    OccupancySum *taken;     /* here with a plate only */
    Rect area;
    double reach;           /* px of the longest leader */
    const Callout *symbols; /* all that were given, which leaders keep off */
    guint n_symbols;
    CalloutItem *items; /* those with words */
    guint n;
} CalloutWork;

/* A measurer that remembers what it was asked: breaking a text for several widths asks for the same
 * lines again and again. One style only. The other measurer is borrowed. */
TextMeasurer *callout_memo_new(const TextStyle *style, TextMeasurer *measurer);

/* Shapes of the words from narrow to wide; none when there are no words. */
void callout_item_measure(CalloutItem *item, const CalloutStyle *style,
                          const LayoutContext *context);
void callout_item_clear(CalloutItem *item);

/* With the room that other fonts take. */
Rect callout_room(Rect box);
/* From the symbol to where a leader meets the words; FALSE when they are too near or too far. */
gboolean callout_leader(const CalloutWork *work, const CalloutItem *item, const CalloutBlock *block,
                        Rect box, Point ret_leader[2]);

/* Fills candidate with the words of a block in a box, or returns FALSE: they cannot stand there. */
gboolean callout_candidate(const CalloutWork *work, const CalloutItem *item, guint block, Rect box,
                           CalloutCandidate *ret_candidate);
void callout_item_find(const CalloutWork *work, CalloutItem *item);

/* The square of the distance to the line, px². */
double callout_line_distance2(Point at, Point from, Point to);
/* Fills room and bounds from box and leader: candidates whose bounds are apart do not conflict. */
void callout_candidate_bound(CalloutCandidate *candidate);
/* Whether two candidates of two call-outs cannot be there both. */
gboolean callouts_conflict(const Callout *a, const CalloutCandidate *p, const Callout *b,
                           const CalloutCandidate *q);
/* Sets index of all to something better than what it is (settled), or to anything that is possible;
 * FALSE when nothing was found. */
gboolean callouts_search(CalloutWork *work, gboolean settled);
/* Sets chosen of all, each of which has candidates; FALSE when no choice was found. */
gboolean callouts_choose(CalloutWork *work);
/* Moves what was chosen a little where that is better. */
void callouts_polish(CalloutWork *work);
