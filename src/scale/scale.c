#include "scale/scale.h"

#include <float.h>
#include <math.h>
#include <string.h>

static double
identity(double value)
{
    return value;
}

static double
log_forward(double value)
{
    return value > 0 ? log10(value) : NAN;
}

static double
log_inverse(double space)
{
    return pow(10, space);
}

/* Signed, so that a domain may cross zero. */
static double
sqrt_forward(double value)
{
    return copysign(sqrt(fabs(value)), value);
}

static double
sqrt_inverse(double space)
{
    return copysign(space * space, space);
}

/* J. B. W. Webber, A bi-symmetric log transformation for wide-range data, Meas. Sci. Technol. 24
 * (2013) 027001, with the constant 1: linear near zero, a decade a step far from it. */
static double
symlog_forward(double value)
{
    return copysign(log1p(fabs(value)) / G_LN10, value);
}

static double
symlog_inverse(double space)
{
    return copysign(expm1(fabs(space) * G_LN10), space);
}

static const ScaleType scale_types[] = {
#define SCALE(kind, name, forward, inverse) [kind] = { kind, name, forward, inverse },
#include "scale/scale_table.inc"
#undef SCALE
};

const ScaleType *
scale_type(ScaleKind kind)
{
    g_assert((guint)kind < G_N_ELEMENTS(scale_types));
    return &scale_types[kind];
}

Scale
scale_continuous(ScaleKind kind, double min, double max)
{
    g_assert(kind != SCALE_BAND);
    return (Scale){ .type = scale_type(kind), .min = min, .max = max, .to = 1 };
}

Scale
scale_band(guint n_categories, double padding)
{
    return (Scale){ .type = scale_type(SCALE_BAND),
                    .max = n_categories,
                    .to = 1,
                    .n_categories = n_categories,
                    .padding = CLAMP(padding, 0, 1 - DBL_EPSILON) };
}

/* Where x lies between a and b as a share; the middle when a and b are the same. Halving keeps
 * the difference of two huge numbers finite; it is not done otherwise, because it would lose the
 * last bit of the smallest numbers. */
static double
share_between(double a, double b, double x)
{
    if (a == b)
        return isnan(x) ? NAN : 0.5;
    if (isinf(b - a) || isinf(x - a))
        return (x / 2 - a / 2) / (b / 2 - a / 2);
    return (x - a) / (b - a);
}

/* A part of a step stays what it is beside its category. */
static double
scale_place(const Scale *scale, double value)
{
    double whole;

    if (scale->places == NULL)
        return value;
    whole = round(value);
    return whole >= 0 && whole < scale->n_places ? scale->places[(guint)whole] + (value - whole)
                                                 : NAN;
}

double
scale_map(const Scale *scale, double value)
{
    double offset = scale->type->kind == SCALE_BAND ? 0.5 : 0;
    double (*forward)(double) = scale->type->forward;
    double t = share_between(forward(scale->min), forward(scale->max),
                             forward(scale_place(scale, value)) + offset);

    /* Both ends exact: a line to the last tick must end on the frame, not a rounding beside it. */
    return t == 1 ? scale->to : scale->from + t * (scale->to - scale->from);
}

double
scale_invert(const Scale *scale, double px)
{
    double offset = scale->type->kind == SCALE_BAND ? 0.5 : 0;
    double a = scale->type->forward(scale->min), b = scale->type->forward(scale->max);
    double t = share_between(scale->from, scale->to, px);

    if (isnan(t))
        return NAN;
    if (offset == 0 && t == 0)
        return scale->min;
    if (offset == 0 && t == 1)
        return scale->max;
    return scale->type->inverse(a * (1 - t) + b * t - offset);
}

double
scale_step(const Scale *scale)
{
    if (scale->type->kind != SCALE_BAND || scale->n_categories == 0)
        return 0;
    return fabs(scale->to - scale->from) / scale->n_categories;
}

double
scale_bandwidth(const Scale *scale)
{
    return scale_step(scale) * (1 - scale->padding);
}

/* A unit each side of one moment. Outside the years of the calendar a day stands in for it. */
static void
widen_time(Scale *scale, double time, TimeUnit unit)
{
    double first, last, before = time - 86400, after = time + 86400;

    calendar_make(2, 1, 1, 0, 0, 0, &first);
    calendar_make(9998, 1, 1, 0, 0, 0, &last);
    if (time >= first && time <= last) {
        double start = calendar_floor(time, unit);

        before = time - (start - calendar_add(start, unit, -1));
        after = time + (calendar_add(start, unit, 1) - start);
    }
    scale->min = before;
    scale->max = after;
    if (scale->min == scale->max) { /* so far out that a day is less than the rounding */
        scale->min = 0;
        scale->max = 86400;
    }
}

static void
widen_number(Scale *scale, double value)
{
    gboolean has_value = isfinite(value);

    if (scale->type->kind == SCALE_LOG) {
        has_value = has_value && value > 0;
        scale->min = has_value ? MAX(value / 10, DBL_TRUE_MIN) : 1;
        scale->max = has_value ? MIN(value, DBL_MAX / 10) * 10 : 10;
    } else if (!has_value || value == 0) {
        scale->min = 0;
        scale->max = 1;
    } else {
        double twice = CLAMP(value, -DBL_MAX / 2, DBL_MAX / 2) * 2;

        scale->min = MIN(0, twice);
        scale->max = MAX(0, twice);
    }
}

void
scale_widen_degenerate(Scale *scale, TimeUnit unit)
{
    double value = isfinite(scale->min) ? scale->min : scale->max;

    if (scale->type->kind == SCALE_BAND)
        return;
    if (scale->type->kind == SCALE_LOG && MAX(scale->min, scale->max) > 0 &&
        MIN(scale->min, scale->max) <= 0) {
        /* A log axis cannot show zero: three decades below the top are kept. */
        double top = MAX(scale->min, scale->max);

        *(scale->min <= 0 ? &scale->min : &scale->max) = MAX(top / 1000, DBL_TRUE_MIN);
    }
    if (isfinite(scale->min) && isfinite(scale->max) && scale->min != scale->max &&
        (scale->type->kind != SCALE_LOG || MIN(scale->min, scale->max) > 0))
        return;
    if (scale->type->kind == SCALE_TIME)
        widen_time(scale, isfinite(value) ? value : 0, unit);
    else
        widen_number(scale, value);
}
