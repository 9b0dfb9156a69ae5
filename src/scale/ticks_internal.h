// What the tick finders share: the axis they measure on, the wish for density, the labels.
#pragma once

#include "scale/ticks.h"

/* More ticks than this are never made, whatever is asked for. */
enum { TICKS_MAX = 1000 };

/* A domain on its way to px. lo < hi, both finite. */
typedef struct {
    const ScaleType *type;
    double lo, hi;
    gboolean reversed;
    const TickRequest *request;
} TickAxis;

/* The scale's domain, put in order and given a width. */
TickAxis tick_axis(const Scale *scale, TimeUnit unit, const TickRequest *request);
/* Distance in px from lo; NaN outside the domain of a log scale. */
double tick_axis_position(const TickAxis *axis, double value);
/* Grown to the outermost ticks, if the request says so. */
TickAxis tick_axis_widened(TickAxis axis, const GArray *ticks);
/* The wished distance between two ticks, px, > 0. */
double tick_axis_spacing(const TickAxis *axis);
/* The wished number of ticks; 2 to TICKS_MAX, not whole in general. */
double tick_axis_count(const TickAxis *axis);
double tick_axis_line_height(const TickAxis *axis);
/* The smallest clear distance in px between neighbouring labels that are not empty; infinite when
 * there are fewer than two. */
double tick_axis_clearance(const TickAxis *axis, const GArray *ticks);
/* The least clearance at which labels are told apart at a glance. */
double tick_axis_least_clearance(const TickAxis *axis);
/* Empties labels until none touches another one; the label of zero stays, else the first. */
void tick_axis_thin_labels(const TickAxis *axis, GArray *ticks);

/* n * 10^power, correctly rounded, because it is read as the decimal number it is: 3 and -1 give
 * 0.3. Infinite when it is too large, 0 when too small. */
double tick_decimal(gint64 n, int power);

GArray *tick_array_new(void);
/* Takes ownership of label. */
void tick_array_add(GArray *ticks, double value, char *label, gboolean major);
void tick_array_sort(GArray *ticks);
#define tick_at(ticks, i) (&g_array_index((ticks), Tick, (i)))

/* Takes ownership of ticks and gives the domain back its direction. */
TickSet *tick_set_from_axis(const TickAxis *axis, GArray *ticks);

/* How all numbers of one axis are written. */
typedef struct {
    int decimals; /* -1: each label has its own, exactly */
    double multiplier;
    const char *multiplier_word;
    gboolean exact;      /* every digit there is: for ends that nothing shorter tells apart */
    gboolean scientific; /* 2e-300; decimals are those of the coefficient */
    gboolean group;      /* a thousand is 1,000: the axis reaches 10,000, or the figure does */
    const char *mark;    /* of the multiplier, on every label but that of zero; NULL: none */
    gboolean marks;      /* each label from a million upwards has its own m, bn or trn */
} NumberStyle;

NumberStyle number_style_choose(const double *values, guint n, const TickRequest *request);
/* The same but for log axes: every label with the decimals it needs. */
NumberStyle number_style_choose_each(const double *values, guint n, const TickRequest *request);
/* With prefix and suffix. Caller frees. */
char *number_style_label(const NumberStyle *style, const TickRequest *request, double value);

/* Labels of ascending moments, for their unit: what stays the same from one to the next (year, day)
 * is said once, where it begins. late: only from the first January or midnight on. Returns FALSE
 * when late is asked for and there is none. */
gboolean time_labels_write(GArray *ticks, TimeUnit unit, gboolean late, const TickRequest *request);
/* Years after the first of their century as ’19, where the language writes plain years. */
void time_labels_shorten(GArray *ticks, TimeUnit unit, const TickRequest *request);
/* The coarsest unit, not finer than data_unit, at whose starts all ticks lie. */
TimeUnit time_labels_unit(const GArray *ticks, TimeUnit data_unit);
/* Whether calendar arithmetic covers the moment with a margin of one unit of any size. */
extern const double time_first, time_last;

/* The linear search on an axis of any kind; axis->lo and axis->hi may be widened. */
TickSet *ticks_linear_on_axis(TickAxis axis);
