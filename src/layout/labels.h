// The label placer: every word at a mark looks for room here, and what finds none is counted.
#pragma once

#include "base/report.h"
#include "layout/box.h"
#include "layout/text_block.h"

/* What a kind of label is called in messages: "3 of 40 names have no room at the points and are
 * left out; a larger figure would show them". Static. */
typedef struct {
    const char *one, *many; /* "name", "names" */
    const char *where;      /* "at the points" */
    const char *advice;     /* "a larger figure or --highlight would show more" */
    gboolean expected;      /* left out by rule: a note, no warning */
} LabelKind;

/* How many labels of each kind were asked for and found room, over all panels of a figure. */
typedef struct LabelTally LabelTally;

LabelTally *label_tally_new(void);
void label_tally_free(LabelTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LabelTally, label_tally_free)
void label_tally_add(LabelTally *tally, const LabelKind *kind, gsize asked, gsize placed);
/* One that found no free place and stands over marks. */
void label_tally_add_covering(LabelTally *tally, const LabelKind *kind);
/* One line for each kind of which something was left out. */
void label_tally_report(const LabelTally *tally, Report *report);

/* What counts more is placed first; what is fixed has nowhere else to go. */
typedef enum {
    LABEL_FIRST, /* words that stand inside their marks, and at fixed places */
    LABEL_ASKED, /* notes that the user wrote */
    LABEL_PLAIN,
    LABEL_WEAK, /* values that an axis shows as well */
} LabelRank;

/* One place for words, beside a rectangle or in it. */
typedef struct {
    Rect anchor;     /* px; of a point, the box of its symbol */
    double dx, dy;   /* side: -1 left or above, 0 in the middle, 1 right or below */
    double gap;      /* px between the anchor's edge and the words */
    gboolean inside; /* the words stand in the anchor, which is their own mark */
    Point shift;     /* px further away from there */
    Color color;     /* of the words there; alpha 0: their own */
    guint block;     /* only for this one of the label's blocks, counted from 1; 0: for all */
    guint far;       /* 1: when all of the rank have tried their near spots; 2: and lines */
    Color ground;    /* what lies there: of the plate of words that cover; alpha 0: paper */
    Color plate;     /* laid under the words, over the hatch of their mark; alpha 0: none */
} LabelSpot;

/* The eight places around a point, right above first (E. Imhof, Positioning Names on Maps, The
 * American Cartographer 2, 1975). Returns 8. */
guint label_spots_around(Point at, double radius, LabelSpot spots[8]);
/* The words at a spot, px. */
Rect label_spot_box(const LabelSpot *spot, Size size);
/* The words with the room that other fonts take, on the sides to which they grow. */
Rect label_spot_room(const LabelSpot *spot, Rect box);
/* In the middle of a rectangle, gap px off its edges at least. */
LabelSpot label_spot_inside(Rect box, double gap, Color color);

typedef struct {
    const LabelKind *kind;
    LabelRank rank;
    guint64 subject;        /* the mark that the words are about; 0: none */
    gconstpointer together; /* labels that share this are all written, or none is; NULL: alone */
    Rect bounds;            /* no words beyond; of no size: the placer's area */
    gboolean leader;        /* a thin line joins words that stand away from their anchor */
    gboolean roams;         /* more far spots, all around the anchor of the first */
    gboolean overlays; /* before they stand far off, the words cover lines beside their anchor, on a
                        * plate */
    gboolean insists;  /* without room the words stand where they cover least, on a plate */
    double weight;     /* among labels of one rank the largest goes first */
    Role role;         /* of the words in the scene; ROLE_NONE: labels */
    /* Blocks from the n_whole-th on say less than the ones before: what they leave out is counted
     * as of this kind. NULL: all say the same. */
    const LabelKind *shortened;
    guint n_whole;
} LabelRequest;

typedef struct Labels Labels;

/* A placer for one panel. Words may stand anywhere in area that is not taken. tally may be NULL. */
Labels *labels_new(Rect area, LabelTally *tally);
void labels_free(Labels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Labels, labels_free)

/* Only words that stand in something (LabelSpot.inside) may stand here: the rectangle is no part of
 * what the others are about. */
void labels_keep_off(Labels *labels, Rect rect);
/* No words may stand over this, whatever else they may cover. */
void labels_protect(Labels *labels, Rect rect);

/* Asks for a place for one of several blocks, the best first: each is tried at every spot before
 * the next (smaller) one. The blocks are taken; empty ones are none. */
void labels_add(Labels *labels, const LabelRequest *request, TextBlock **blocks, guint n_blocks,
                const LabelSpot *spots, guint n_spots);
/* The same for one line of words. */
void labels_add_line(Labels *labels, const LabelRequest *request, const char *text,
                     const TextStyle *style, const LabelSpot *spots, guint n_spots,
                     TextMeasurer *measurer);

/* Places all that was asked for, greedily by rank, weight and order, against a bitmap of the nodes
 * in drawn and of the words placed before (Kittivorawong, Moritz, Wongsuphasawat, Heer, Fast and
 * Flexible Overlap Detection for Chart Labeling with Occupancy Bitmap, IEEE VIS 2020), and writes
 * it in the order asked. Linear in what is drawn. */
void labels_place(Labels *labels, const SceneNode *drawn, SceneBuilder *builder,
                  const LayoutContext *context);
