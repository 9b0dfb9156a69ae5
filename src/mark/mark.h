// Marks: what is drawn per row or per group of rows. A mark knows scales and a panel, no charts and
// no formats. One file and one row (mark_table.inc) each. Marks are total: they draw what can be
// drawn.
#pragma once

#include "base/report.h"
#include "layout/labels.h"
#include "mark/curve.h"
#include "scale/scale.h"

typedef struct MarkType MarkType;

/* One entry of the color scale, as it is to be drawn. */
typedef struct {
    const char *name; /* for people; NULL when the figure has a single, unnamed series */
    Color color;
    Color text_color; /* the same hue, dark or light enough to be read as text on the background */
    gboolean muted;   /* not highlighted: drawn under the others */
    guint code; /* place among dashes, symbols and hatches, the code beside colour; 0: plain */
    const char *category; /* whose own colour this is, where the series has no name; NULL: none */
    const MarkType *key;  /* draws its sample; NULL: as all the others */
    gboolean unlisted;    /* another entry of the key speaks for it */
} Series;

/* A mark with the values bound to its channels, in data space (band scales: index of the category).
 * Arrays have n entries, are owned by the plot's arena, and NaN means missing. Items of one series
 * stand together, in drawing order. */
typedef struct {
    const MarkType *type;
    gsize n;
    double *x, *y;   /* the point, or the far end of an extent */
    double *x0, *y0; /* the near end of an extent along that axis; NULL: none. Bars with both
                      * stand between edges, not in a band */
    guint *series;   /* index into the series */
    guint *panel;    /* index of the panel */
    guint *slot;     /* place among n_slots side by side in a band; NULL: all 0 */
    guint n_slots;
    gint64 *rows;        /* 1-based data row for data-row; 0: none */
    const char **titles; /* tooltips; NULL entries: none; NULL: none at all */
    const char **labels; /* values to write at the mark; NULL entries: none; NULL: none at all */
    const double *sides; /* dots: labels of negative ones stand before the mark along the value
                          * axis, others after it; NULL: away from zero */
    const Color *colors; /* of each item, when a ramp decides and not the series; else NULL */
    const double *radii; /* of each item's symbol, px; NULL: the theme's */
    gboolean upright;    /* the value axis is y (standing bars, areas); else x */
    gboolean stacked;    /* labels go inside; areas lie beside, shapes over each other */
    Curve curve;         /* lines and areas: how points are joined */
    gboolean insists;    /* cells: labels that have room are drawn though others have none */
    gboolean unnamed;    /* its ends bear no names: another layer of the same series does */
    gboolean connects;   /* a missing value does not break the line */
    double cap;          /* bars: widest they may get, px; 0: no limit */
    double share;        /* bars: of the width that they could have; 0: all */
    gboolean ringed;     /* dots and lines: background keeps them apart from what lies below */
} Layer;

typedef struct {
    const Layer *layer;
    guint ordinal; /* of the layer in the figure */
    guint panel;   /* only items of this panel are drawn */
    Rect rect;     /* of the panel: everything is clipped to it */
    const Scale *x, *y;
    const Series *series;
    guint n_series;
    const Theme *theme;
    TextMeasurer *measurer;
    SceneBuilder *builder;
    Labels *labels;    /* where words at marks ask for room; there while labels are drawn */
    LabelTally *tally; /* for words that marks place in margins of their own; NULL: nobody counts */
    Report *report;    /* NULL: nobody listens */
} MarkContext;

struct MarkType {
    const char *name;    /* "bar" */
    const char *summary; /* one line */
    gboolean over_zero;  /* drawn over the line of zero: it is no length that begins there */
    gboolean across;     /* it reaches from one end of the panel to the other */
    void (*draw)(const MarkContext *context);
    /* Asks for places for words at the marks, when all marks are drawn; NULL: it writes none. */
    void (*draw_labels)(const MarkContext *context);
    /* The sample in a legend. */
    void (*draw_key)(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
    double coded_key; /* the width a sample needs to show a code, px at text of 12 px; 0: no more */
};

#define MARK(name) extern const MarkType mark_##name;
#include "mark/mark_table.inc"
#undef MARK

/* The item's series; a plain one when the layer has none. */
const Series *mark_series(const MarkContext *context, gsize item);
/* The item's own colour, or its series'. */
Color mark_color(const MarkContext *context, gsize item);
/* px across the band that one of the layer's slots has to itself; 0 without a band. */
double mark_slot_width(const MarkContext *context);
/* px of an item, in the middle of its slot; NaN when missing. */
Point mark_point(const MarkContext *context, gsize item);
/* The end of the run of items from `first` that share series and panel. */
gsize mark_run_end(const Layer *layer, gsize first);
/* FALSE when the item belongs to another panel. */
gboolean mark_is_here(const MarkContext *context, gsize item);
/* What joins a mark and the words about it in the scene; never 0. */
guint64 mark_subject(const MarkContext *context, gsize item);
/* Opens the group of an item (tooltip, series, row), or of the run of its series that begins with
 * it; ends with scene_builder_pop(). */
void mark_push(const MarkContext *context, gsize item);
void mark_push_series(const MarkContext *context, gsize first);
/* Values at marks, and those in their parts or cells, for the report. */
extern const LabelKind mark_values, mark_inner_values;
/* Asks for a place for an item's label (none when it has none), in the theme's label style. */
void mark_ask(const MarkContext *context, gsize item, LabelRequest request, const LabelSpot *spots,
              guint n_spots);
/* A label beyond a mark on one side of it along the value axis: above or right of it, below or left
 * when back is TRUE. */
LabelSpot mark_spot_beyond(const MarkContext *context, Rect mark, gboolean back, double gap);
/* Black or white, as it can be read on a colour. */
Color mark_ink_on(Color color);

/* Samples for a legend: the rectangle filled; a disc as large as it; a point; a line across it. */
void mark_key_swatch(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
void mark_key_disc(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
void mark_key_point(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
void mark_key_line(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
