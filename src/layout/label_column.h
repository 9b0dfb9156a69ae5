// Words one under the other beside a panel or a shape, each as near to its own height as the others
// let it: names at line ends, both sides of a slope chart, beside a pie.
#pragma once

#include "layout/labels.h"

typedef struct {
    TextBlock *block; /* owned by the caller */
    const LabelKind *kind;
    guint64 subject;
    double weight;   /* what matters most keeps its place when there is little room */
    Point leader[2]; /* where a leader begins, and its bend; the words' height is wanted at [1] */
    Color color;     /* of the leader */
    gboolean bare;   /* no leader: it would cross other marks */
    gboolean far;    /* a leader in any case: the mark ends before the others */
    gconstpointer data; /* the caller's own */
    double indent;      /* px left free before the words, for a sample */
    /* Result. */
    gboolean placed;
    double middle; /* of the words, px */
} ColumnLabel;

typedef struct {
    double x;        /* where the words begin; where they end when they stand left of the marks */
    gboolean left;   /* of the marks */
    double top, end; /* px that the words may take */
    double gap;      /* between two of them, px */
    double still;    /* shifts smaller than this need no leader, px */
} LabelColumn;

/* Leaves out those of the least weight until the others have room, and shifts these apart with the
 * least sum of squared shifts (spread_place()). Sorts by height. */
void label_column_place(const LabelColumn *column, ColumnLabel *labels, guint n);
/* Whether any of them stands so far from its mark that it needs a leader. */
gboolean label_column_has_leaders(const LabelColumn *column, const ColumnLabel *labels, guint n);
/* Writes the words with their leaders and counts them. */
void label_column_draw(const LabelColumn *column, const ColumnLabel *labels, guint n,
                       LabelTally *tally, SceneBuilder *builder);
