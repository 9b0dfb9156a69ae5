// One side of a panel: from a trained domain to tick labels, a thickness and a scale.
#pragma once

#include "layout/box.h"
#include "scale/ticks.h"

/* How a domain follows from the values it shows, so that a panel can have its own. */
typedef enum {
    TRAIN_NEVER, /* the domain is not made from values alone */
    TRAIN_EXACT, /* from the least to the greatest */
    TRAIN_ZERO,  /* with zero: lengths and surfaces begin there */
    TRAIN_CROP,  /* zero when the values come near it, else a third stays free below them */
    TRAIN_PLACE, /* zero when the values come near it */
    TRAIN_NAMES, /* the categories that are there */
} AxisTraining;

/* What the plot knows of an axis before there is a size. Strings and arrays are borrowed from the
 * plot's arena. */
typedef struct {
    ScaleKind kind;
    AxisTraining training;
    double min, max;               /* continuous: the trained domain (min > max reverses) */
    gboolean widen;                /* the domain may grow to round ticks */
    gboolean holds_min, holds_max; /* these ends stay where they are though the domain grows */
    gboolean fixed;                /* the user set an end of the domain: values may lie outside */
    TimeUnit unit;                 /* TIME, or a band of periods */
    guint n_categories;            /* BAND */
    const char **categories;       /* BAND: what to write; NULL entries are empty slots */
    const double *times; /* BAND of periods: the start of each, `step` units apart; else NULL */
    guint step;
    const double *places; /* BAND: see Scale; NULL: all categories are shown */
    guint n_places;
    const char *names_of;        /* BAND of names: their column, for messages; NULL: names follow
                                  * from each other */
    double padding;              /* BAND */
    double max_step;             /* BAND: no category gets more room than this, px; 0: any */
    const char *title;           /* NULL: none */
    const char *title_unit;      /* said once, with the title; NULL: none */
    const char *prefix, *suffix; /* on each label; NULL: none */
    gboolean has_format;
    NumberFormat format;
    const char *time_format; /* NULL: chosen */
    const TickWords *words;  /* NULL: english */
    guint tick_count;        /* 0: by room */
    const double *tick_values;
    guint n_tick_values; /* 0: chosen */
    gboolean whole;      /* nothing lies between two whole numbers: no ticks there */
    gboolean years;      /* whole numbers that may be years: no thousands marks */
    gboolean thousands;  /* 1,000 and not 1000, as everywhere in the figure */
    gboolean keep_units; /* no "million": percent, explicit format */
    gboolean marks;      /* each label bears its own "m" or "bn": axes of one title differ */
    gboolean mirrored;   /* numbers count up on both sides of zero: no minus on the labels */
    gboolean hidden;     /* no labels, no grid: the values stand at the marks */
    gboolean crossed;    /* a vertical axis of x, or a horizontal one of y */
    gboolean absent;     /* hidden, and without a line of zero: no axis at all */
    gboolean grid;
    double room_before, room_after; /* px kept free inside the ends, for values beside the marks */
} AxisSpec;

typedef struct {
    double at;        /* px from the left or top end of the axis */
    double shift;     /* px by which the words stand beside that, to stay on the page */
    GPtrArray *lines; /* char *; empty for a minor tick */
    double width;     /* px, of the widest line */
    gboolean grid;    /* a line across the panel, if the axis has a grid */
    gboolean zero;
} AxisLabel;

typedef struct {
    const AxisSpec *spec;
    gboolean vertical;
    double length;          /* px */
    Scale scale;            /* with a range from 0 to length */
    GArray *labels;         /* AxisLabel */
    char *title;            /* with unit and multiplier; NULL: none */
    const TextStyle *names; /* of categories one above the other; NULL: as other labels */
    double thickness;       /* px that labels and ticks need beside the panel */
    /* Horizontal: px by which labels stick out beyond the left and the right end. */
    double overhang_start, overhang;
    guint n_unnamed;    /* categories whose name has no room */
    guint n_cut;        /* names that are written and end in "…" for want of room */
    guint n_unlabelled; /* ticks that would have a label if it had room, and were asked for */
} Axis;

/* Fits an axis to a length. room: px that the labels of a vertical axis may take at most; wider
 * numbers are left out. Never fails. */
Axis *axis_fit(const AxisSpec *spec, gboolean vertical, double length, double room,
               const LayoutContext *context);
/* Moves the labels at the ends of a horizontal axis inwards until they stick out no farther than
 * the room there, px; those in their way go. */
void axis_hold_ends(Axis *axis, double start, double end);
void axis_free(Axis *axis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Axis, axis_free)

/* The axis' scale moved to a panel. */
Scale axis_scale(const Axis *axis, Rect panel);

/* Grid lines go under the marks, the zero line and the tick labels over them. */
void axis_draw_grid(const Axis *axis, Rect panel, SceneBuilder *builder, const Theme *theme);
void axis_draw_zero(const Axis *axis, Rect panel, SceneBuilder *builder, const Theme *theme);
void axis_draw_labels(const Axis *axis, Rect panel, SceneBuilder *builder,
                      const LayoutContext *context);
