// --layer: one more mark on the scales of a chart, from columns of the same rows.
//
// A chart that takes layers calls overlay_bind() once it knows its channels and before it makes its
// axes (which then hold the values of the layers), and overlay_add() when its own layers are there.
#pragma once

#include "plot/intervals.h"

/* A mark that can be a layer. */
typedef struct {
    const MarkType *mark;
    gboolean spans;     /* low= and high= mean something: a band or whiskers */
    gboolean from_zero; /* a length or surface that begins at zero */
    gboolean under;     /* it covers much: it lies under the marks of the chart */
    gboolean places;    /* it stands along the position axis, not across the panel */
    gboolean joins;     /* its points are joined along the position axis */
} OverlayKind;

struct Overlay {
    const OverlayKind *kind;
    const char *exprs[CHANNEL_COUNT]; /* NULL: as the chart has it, or not given */
    const char *name;                 /* in the key */
    gboolean has_color;
    Color color;
    Frame *frame;            /* owned; NULL before overlay_bind() */
    Channel position, value; /* after overlay_bind(): which channel is which in the chart */
};

/* Reads --layer into plot->overlays, once there is a frame. ERROR_USAGE for unknown marks, keys and
 * colours. */
gboolean overlay_parse(Plot *plot, GError **error);
void overlay_free(Plot *plot); /* what the overlays own beside the arena */

/* Shapes the columns of all layers and names the series, the plain one of the chart too. by_series:
 * the chart's own marks stand apart for each series, so those of a layer may as well; else a layer
 * has one value a position. own_x: positions are numbers or times, and a layer may bring its own.
 * ERROR_USAGE for columns that do not fit; ERROR_INPUT for ones without values. */
gboolean overlay_bind(Plot *plot, Channel position, Channel value, gboolean by_series,
                      gboolean own_x, GError **error);

/* A layer has values, not shares, and no middle: ERROR_USAGE for such stacks. */
gboolean overlay_check_stack(const Plot *plot, StackMode mode, GError **error);

/* Widens an extent so that it holds the values of one layer, its low and high ends too. */
void overlay_extent(const Overlay *overlay, double *min, double *max);
/* Widens an extent so that it holds what the layers show along a channel. */
void overlay_extend(const Plot *plot, Channel channel, double *min, double *max);
/* A log scale begins above zero and has no lengths: ERROR_INPUT, ERROR_USAGE. */
gboolean overlay_check_log(const Plot *plot, Channel channel, GError **error);

/* Where the marks of the chart stand, one entry a row of its frame. */
typedef struct {
    Channel position, value;
    const double *at;  /* on the position axis, which has categories; else unused */
    const double *own; /* where the series' own marks stand, if not at `at`; NULL: there */
    const guint *series, *panels;
    gboolean upright;
    gboolean side_by_side; /* series have a slot of each band */
    gboolean many;         /* several rows may stand at one place */
    double cap;            /* of the bars' width, px; 0: none */
} OverlayPlaces;

/* Adds series and layers. ERROR_INPUT for several values at one place. */
gboolean overlay_add(Plot *plot, const OverlayPlaces *places, GError **error);
/* The same over lines and areas, which run along x; xs, series and panels: one a row. */
gboolean overlay_add_along(Plot *plot, const double *xs, const guint *series, const guint *panels,
                           GError **error);
