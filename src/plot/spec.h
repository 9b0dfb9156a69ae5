// What the user asked for, as checked values: one field an option row.
#pragma once

#include "base/color.h"
#include "base/shelf.h"
#include "data/csv_reader.h"
#include "mark/channel.h"
#include "transform/transform.h"

typedef enum { SWITCH_AUTO, SWITCH_ON, SWITCH_OFF } AutoSwitch;
typedef enum {
    STACK_CHOICE_AUTO,
    STACK_CHOICE_NONE,
    STACK_CHOICE_ZERO,
    STACK_CHOICE_NORMALIZE,
    STACK_CHOICE_CENTER
} StackChoice;
typedef enum { GAPS_BREAK, GAPS_JOIN, GAPS_ZERO } GapsChoice;
typedef enum {
    LEGEND_AUTO,
    LEGEND_DIRECT,
    LEGEND_RIGHT,
    LEGEND_TOP,
    LEGEND_BOTTOM,
    LEGEND_NONE
} LegendChoice;
typedef enum { GRID_AUTO, GRID_X, GRID_Y, GRID_BOTH, GRID_NONE } GridChoice;
typedef enum { ORIENT_AUTO, ORIENT_VERTICAL, ORIENT_HORIZONTAL } OrientChoice;
typedef enum {
    SCALE_CHOICE_AUTO,
    SCALE_CHOICE_LINEAR,
    SCALE_CHOICE_LOG,
    SCALE_CHOICE_SQRT,
    SCALE_CHOICE_SYMLOG,
    SCALE_CHOICE_TIME,
    SCALE_CHOICE_BAND
} ScaleChoice;
typedef enum { SHAPE_SCALE_COMMON, SHAPE_SCALE_EACH } ShapeScaleChoice;
typedef enum { TREND_NONE, TREND_LINEAR, TREND_LOESS } TrendChoice;
typedef enum { FREE_NONE, FREE_X, FREE_Y, FREE_BOTH } FreeScales;
typedef enum { CODE_COLOR, CODE_BOTH } CodeChoice;
typedef enum { VIEW_AUTO, VIEW_MAP, VIEW_NETWORK, VIEW_MATRIX, VIEW_ARC } ViewChoice;
typedef enum { DIRECTION_NONE, DIRECTION_ARROW } DirectionChoice;
typedef enum { LINKS_FLOW, LINKS_GEODESIC } LinkCurve;
typedef enum { ANCHOR_LAND, ANCHOR_CAPITAL } PlaceAnchor;
typedef enum { LABEL_PLACES_AUTO, LABEL_PLACES_ALL, LABEL_PLACES_NONE } LabelPlaces;
typedef enum { PRESET_NONE, PRESET_ARTICLE, PRESET_SLIDE, PRESET_SQUARE, PRESET_WIDE } Preset;

typedef struct {
    gboolean given;
    gboolean has_from, has_to;
    double from, to;
    char *from_text, *to_text; /* as typed: times are parsed when the scale is known */
} OptionRange;

/* How one position axis was asked for. */
typedef struct {
    char *label, *unit;
    int scale; /* ScaleChoice */
    OptionRange domain;
    char *format, *ticks;
} AxisOptions;

/* Of maps and of the other views of relations. */
typedef struct {
    int view; /* ViewChoice */
    char *areas, *places, *callouts;
    char *boundaries, *boundary_key, *boundary_object;
    char *extent, *center, *projection;
    int direction;    /* DirectionChoice */
    int curve;        /* LinkCurve */
    int anchor;       /* PlaceAnchor */
    int label_places; /* LabelPlaces */
    GPtrArray *insets;
    AxisOptions weight, fill, symbols;
    gboolean graticule, scale_bar;
} MapOptions;

/* Of many figures at once. */
typedef struct {
    char *split_by;
    gboolean same_scales;
    gint64 jobs; /* 0: as many as there are processors */
    gboolean force, fail_fast;
    GPtrArray *only;
    char *shard;
    gboolean dry_run;
    char *report;
    gboolean prune, watch;
    GPtrArray *contact_sheets;
    gboolean allow_outside, merge_reports, quiet;
} BatchOptions;

typedef struct {
    char *channels[CHANNEL_COUNT];

    char delimiter, decimal;
    char *encoding;
    int quotes, ragged;
    GPtrArray *na, *types, *date_formats;
    gint64 max_rows, max_bytes, max_cell, max_pixels;

    char *join, *on;
    GPtrArray *let;
    GPtrArray *where;
    gint64 top; /* 0: all */
    gboolean cumulative;
    char *rolling, *index_to, *change;
    GPtrArray *rename;
    GPtrArray *order;
    int stack; /* StackChoice */
    char *sort;
    int gaps;         /* GapsChoice */
    gint64 bins;      /* 0: chosen */
    double bandwidth; /* 0: chosen */

    char *lang;
    char *title, *subtitle, *source, *note, *alt;
    AxisOptions x, y, color;

    int line;   /* Curve */
    int legend; /* LegendChoice */
    int grid;   /* GridChoice */
    int values; /* AutoSwitch */
    char *ramp;
    double midpoint;
    gint64 classes;   /* 0: no classes */
    int class_method; /* ClassMethod */
    gboolean donut;
    double cell_value;
    GPtrArray *layer;
    GPtrArray *rule, *band;
    GPtrArray *annotate;
    GPtrArray *highlight;
    GPtrArray *apart;
    char *neutral;
    GPtrArray *totals;
    gboolean end_total;
    gboolean dates;
    char *sample_size;
    int trend;       /* TrendChoice */
    int shape_scale; /* ShapeScaleChoice */
    gboolean stem;
    gint64 facet_columns;
    int free_scales; /* FreeScales */
    gboolean facet_context;

    MapOptions map;

    double width, height;
    double scale, dpi;
    int preset; /* Preset */
    char *theme, *palette, *font;
    int code; /* CodeChoice */
    GPtrArray *colors;
    Color fill_color;
    int orient; /* OrientChoice */
    char *background;

    GPtrArray *outputs;
    char *format, *data_table;
    gboolean mkdir, strict, lint, timing, metadata;
    int svg_text;

    BatchOptions batch;

    guint8 *given; /* one an option row */
    Shelf *shelf;  /* not asked for: readings that are shared with others, borrowed; NULL: none */
} Spec;

/* How the numbers of a channel were asked to be written and called; NULL: nothing can be asked of
 * it.
 */
const AxisOptions *spec_axis(const Spec *spec, Channel channel);

/* All defaults set. */
Spec *spec_new(void);
void spec_free(Spec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Spec, spec_free)
