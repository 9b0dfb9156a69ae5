// Marks: what is drawn per row or per group of rows. A mark knows scales and a panel, no charts and
// no formats. One file and one row (mark_table.inc) each. Marks are total: they draw what can be
// drawn.
#pragma once

#include "layout/box.h"
#include "scale/scale.h"

typedef struct MarkType MarkType;

/* One entry of the color scale, as it is to be drawn. */
typedef struct {
    const char *name; /* for people; NULL when the figure has a single, unnamed series */
    Color color;
    Color text_color; /* the same hue, dark or light enough to be read as text on the background */
    gboolean muted;   /* not highlighted: drawn under the others */
} Series;

/* A mark with the values bound to its channels, in data space (band scales: index of the category).
 * Arrays have n entries, are owned by the plot's arena, and NaN means missing. Items of one series
 * stand together, in drawing order. */
typedef struct {
    const MarkType *type;
    gsize n;
    double *x, *y;   /* the point, or the far end of an extent */
    double *x0, *y0; /* the near end of an extent along that axis; NULL: none */
    guint *series;   /* index into the series */
    guint *panel;    /* index of the panel */
    guint *slot;     /* place among n_slots side by side in a band; NULL: all 0 */
    guint n_slots;
    gint64 *rows;        /* 1-based data row for data-row; 0: none */
    const char **titles; /* tooltips; NULL entries: none; NULL: none at all */
    const char **labels; /* values to write at the mark; NULL entries: none; NULL: none at all */
    gboolean upright;    /* the value axis is y (standing bars, areas); else x */
    gboolean stacked;    /* labels go inside */
    gboolean connects;   /* a missing value does not break the line */
    double cap;          /* bars: widest they may get, px; 0: no limit */
} Layer;

typedef struct {
    const Layer *layer;
    guint panel; /* only items of this panel are drawn */
    Rect rect;   /* of the panel: everything is clipped to it */
    const Scale *x, *y;
    const Series *series;
    guint n_series;
    const Theme *theme;
    TextMeasurer *measurer;
    SceneBuilder *builder;
} MarkContext;

struct MarkType {
    const char *name;    /* "bar" */
    const char *summary; /* one line */
    void (*draw)(const MarkContext *context);
    /* Values at the marks, drawn over all marks; NULL: the mark writes none. */
    void (*draw_labels)(const MarkContext *context);
    /* The sample in a legend. */
    void (*draw_key)(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
};

extern const MarkType *const mark_types[]; /* ends with NULL */
#define MARK(name) extern const MarkType mark_##name;
#include "mark/mark_table.inc"
#undef MARK

/* The item's series; a plain one when the layer has none. */
const Series *mark_series(const MarkContext *context, gsize item);
/* px of an item; NaN when missing. */
Point mark_point(const MarkContext *context, gsize item);
/* The end of the run of items from `first` that share series and panel. */
gsize mark_run_end(const Layer *layer, gsize first);
/* FALSE when the item belongs to another panel. */
gboolean mark_is_here(const MarkContext *context, gsize item);
void mark_key_swatch(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme);
