// Events on lanes: where their words find room. Positions in px from the left edge of the page.
#pragma once

#include "mark/mark.h"

typedef enum { EVENT_INSIDE, EVENT_RIGHT, EVENT_LEFT, EVENT_BARE, EVENT_NOWHERE } EventSide;

typedef struct {
    double from, to; /* the span; from = to: a point */
    double width;    /* of its words, with the slack of other fonts */
    guint n_lines;   /* of its words; 0: none */
    EventSide side;  /* result: where the words stand; EVENT_BARE: nowhere */
    guint lane;      /* result: the first of the n_lines lanes that it takes */
} TimelineEvent;

/* Puts events, in order of time, each on the first lane where neither it nor its words meet others:
 * words inside a span that holds them, else right of it, else left of it, never beyond the page
 * from `left` to `right`. An event whose words have no room stands bare, over other bare ones if it
 * must, and nowhere where all lanes have words. air: px between neighbours, and around a point.
 * apart: each event has lanes of its own. Returns how many lanes were used, max_lanes at most. */
guint timeline_lanes(TimelineEvent *events, gsize n, double left, double right, double air,
                     guint max_lanes, gboolean apart);

/* Points and spans with their words: x from, x0 to (missing: a point), labels the words; items of
 * a panel by time. */
typedef struct {
    Layer layer;
    const char **dated; /* the words after their dates, for panels with room; NULL: never */
} TimelineLayer;

/* For a TimelineLayer only. */
extern const MarkType timeline_mark;

/* px that the lanes of a panel need at least, if it were this wide. */
double timeline_height(const MarkContext *context);
