// Ticks of log and symlog axes: powers of ten, with more digits or fewer powers, by room.
#include "scale/ticks_internal.h"

#include <math.h>
#include <string.h>

/* Which multiples of which powers of ten get a label. */
typedef struct {
    const char *digits;
    int stride; /* every how manieth power */
} Level;

/* Dense to sparse. */
static const Level levels[] = {
    { "123456789", 1 }, { "125", 1 }, { "1", 1 },  { "1", 2 },  { "1", 3 },
    { "1", 5 },         { "1", 10 },  { "1", 20 }, { "1", 50 }, { "1", 100 },
};

/* From here on a domain has multiples of powers, 1, 2 and 5, rather than equal steps. */
static const double decade_from = 0.9;

/* A decade this wide shows its unlabelled multiples, a labelled step this wide its powers. */
static const double minor_digits_from = 40, minor_powers_from = 4;

static gboolean
is_symlog(const TickAxis *axis)
{
    return axis->type->kind == SCALE_SYMLOG;
}

/* Decades of the domain; about, for a symlog axis. */
static double
decades(const TickAxis *axis)
{
    return axis->type->forward(axis->hi) - axis->type->forward(axis->lo);
}

static double
decade_length(const TickAxis *axis)
{
    return tick_axis_position(axis, axis->hi) / decades(axis);
}

static void
append_value(GArray *values, double value)
{
    if (isfinite(value) &&
        (values->len == 0 || value > g_array_index(values, double, values->len - 1)))
        g_array_append_val(values, value);
}

static int
floor_to(double exponent, int stride)
{
    return (int)floor(floor(exponent) / stride) * stride;
}

/* Ascending positive values of a level, from at or below lo to at or above hi. */
static GArray *
positive_values(Level level, double lo, double hi)
{
    GArray *values = g_array_new(FALSE, FALSE, sizeof(double));
    int last = floor_to(log10(hi), level.stride) + level.stride;

    for (int power = floor_to(log10(lo), level.stride); power <= last; power += level.stride)
        for (const char *digit = level.digits; *digit != '\0'; digit++) {
            double value = tick_decimal(*digit - '0', power);

            if (value > 0)
                append_value(values, value);
        }
    return values;
}

/* The lowest power of a symlog axis: its constant 1, unless that lies too near to zero. */
static double
lowest_power(const TickAxis *axis, Level level)
{
    double distance = axis->type->forward(1) * decade_length(axis);

    return level.stride == 1 && distance >= 1.5 * tick_axis_line_height(axis)
               ? 1
               : tick_decimal(1, level.stride);
}

/* The same mirrored at zero for a symlog axis. */
static GArray *
level_values(const TickAxis *axis, Level level)
{
    g_autoptr(GArray) positive = NULL;
    GArray *values;
    double lowest;

    if (!is_symlog(axis))
        return positive_values(level, axis->lo, axis->hi);
    lowest = lowest_power(axis, level);
    positive = positive_values(level, lowest, MAX(MAX(fabs(axis->lo), fabs(axis->hi)), lowest));
    values = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = positive->len; i > 0; i--)
        append_value(values, -g_array_index(positive, double, i - 1));
    append_value(values, 0);
    for (guint i = 0; i < positive->len; i++)
        append_value(values, g_array_index(positive, double, i));
    return values;
}

/* Where not every power has a label, the next labelled one may lie decades beyond the data. When
 * two labelled ones lie within the powers around the domain, it widens to those powers instead. */
static gboolean
widens_to_powers(const TickAxis *axis, Level level)
{
    double first = ceil(floor(log10(axis->lo)) / level.stride);
    double last = floor(ceil(log10(axis->hi)) / level.stride);

    return axis->request->widen && !is_symlog(axis) && level.stride > 1 && last - first >= 1 &&
           tick_decimal(1, (int)floor(log10(axis->lo))) > 0 &&
           isfinite(tick_decimal(1, (int)ceil(log10(axis->hi))));
}

/* The axis that the ticks of a level are looked for on. */
static TickAxis
level_axis(const TickAxis *axis, Level level)
{
    TickAxis wide = *axis;

    if (widens_to_powers(axis, level)) {
        wide.lo = MIN(axis->lo, tick_decimal(1, (int)floor(log10(axis->lo))));
        wide.hi = MAX(axis->hi, tick_decimal(1, (int)ceil(log10(axis->hi))));
    }
    return wide;
}

/* Keeps what lies inside the domain, and its neighbours outside when it may widen to them. */
static void
keep_inside(GArray *values, const TickAxis *axis, Level level)
{
    guint begin = 0, end = values->len;
    gboolean widen = axis->request->widen && !widens_to_powers(axis, level);

    while (begin < end && g_array_index(values, double, begin) < axis->lo)
        begin++;
    while (end > begin && g_array_index(values, double, end - 1) > axis->hi)
        end--;
    if (widen) {
        if (begin > 0 && (begin == values->len || g_array_index(values, double, begin) > axis->lo))
            begin--;
        if (end < values->len && (end == 0 || g_array_index(values, double, end - 1) < axis->hi))
            end++;
    }
    g_array_remove_range(values, end, values->len - end);
    g_array_remove_range(values, 0, begin);
}

static GArray *
major_ticks(const TickAxis *axis, Level level, NumberStyle *ret_style)
{
    GArray *ticks = tick_array_new();
    TickAxis own = level_axis(axis, level);
    g_autoptr(GArray) values = level_values(&own, level);
    const double *data;

    keep_inside(values, &own, level);
    data = (const double *)(gpointer)values->data;
    *ret_style = number_style_choose_each(data, values->len, axis->request);
    for (guint i = 0; i < values->len; i++)
        tick_array_add(ticks, data[i], number_style_label(ret_style, axis->request, data[i]), TRUE);
    return ticks;
}

static guint
count_ticks(const TickAxis *axis, Level level)
{
    TickAxis own = level_axis(axis, level);
    g_autoptr(GArray) values = level_values(&own, level);

    keep_inside(values, &own, level);
    return values->len;
}

/* Fits, with at least this share of the wished spacing on average. */
static gboolean
level_fits(const TickAxis *axis, Level level, double share)
{
    NumberStyle style;
    g_autoptr(GArray) ticks = NULL;
    TickAxis wide;
    double spacing = decade_length(axis) * level.stride / (double)strlen(level.digits);

    if (spacing < share * tick_axis_spacing(axis) || count_ticks(axis, level) > TICKS_MAX)
        return FALSE;
    ticks = major_ticks(axis, level, &style);
    wide = tick_axis_widened(level_axis(axis, level), ticks);
    return ticks->len > 0 && tick_axis_clearance(&wide, ticks) >= tick_axis_least_clearance(axis);
}

/* The densest level at about the wished spacing, or a denser one where that shows fewer than three
 * labels. The sparsest with a tick when none fits; -1 when there is none. */
static int
choose_level(const TickAxis *axis)
{
    int n = (int)G_N_ELEMENTS(levels), chosen = 0;

    while (chosen < n && !level_fits(axis, levels[chosen], 0.7))
        chosen++;
    if (chosen == n) {
        while (chosen > 0 && count_ticks(axis, levels[chosen - 1]) == 0)
            chosen--;
        return chosen - 1;
    }
    while (chosen > 0 && count_ticks(axis, levels[chosen]) < 3 &&
           level_fits(axis, levels[chosen - 1], 0.3))
        chosen--;
    return chosen;
}

/* What lies between the labelled ticks: the other multiples of each power, or the other powers. */
static GArray *
minor_values(const TickAxis *axis, Level level)
{
    double length = decade_length(axis);
    GArray *values;

    if (level.stride == 1 && length >= minor_digits_from)
        values = level_values(axis, levels[0]);
    else if (level.stride > 1 && length >= minor_powers_from)
        values = level_values(axis, (Level){ "1", 1 });
    else
        return g_array_new(FALSE, FALSE, sizeof(double));
    keep_inside(values, axis, level);
    return values;
}

static gboolean
is_tick(const GArray *ticks, double value)
{
    for (guint i = 0; i < ticks->len; i++)
        if (tick_at(ticks, i)->value == value)
            return TRUE;
    return FALSE;
}

static void
add_minor_ticks(const TickAxis *axis, Level level, GArray *ticks)
{
    TickAxis inside = *axis;
    TickRequest request = *axis->request;
    g_autoptr(GArray) values = NULL;

    request.widen = FALSE;
    inside.request = &request;
    values = minor_values(&inside, level);
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);

        if (!is_tick(ticks, value) && ticks->len < TICKS_MAX)
            tick_array_add(ticks, value, g_strdup(""), FALSE);
    }
    tick_array_sort(ticks);
}

/* A domain that nearly fills a decade has round steps only beyond zero, which this axis has not. */
static gboolean
linear_steps_fit(TickAxis axis)
{
    TickSet *set = ticks_linear_on_axis(axis);
    gboolean fit = set->ticks->len > 2;

    tick_set_free(set);
    return fit;
}

TickSet *
ticks_log(const Scale *scale, const TickRequest *request)
{
    TickAxis axis = tick_axis(scale, TIME_SECOND, request);
    double least = tick_axis_least_clearance(&axis);
    NumberStyle style;
    GArray *ticks;
    TickSet *set;
    /* Within a decade powers of ten say too little, and equal steps are crowded at its end. */
    int level = decades(&axis) < decade_from && linear_steps_fit(axis) ? -1 : choose_level(&axis);

    if (level < 0)
        return ticks_linear_on_axis(axis);
    ticks = major_ticks(&axis, levels[level], &style);
    axis = tick_axis_widened(level_axis(&axis, levels[level]), ticks);
    if (tick_axis_clearance(&axis, ticks) < least)
        tick_axis_thin_labels(&axis, ticks);
    add_minor_ticks(&axis, levels[level], ticks);
    set = tick_set_from_axis(&axis, ticks);
    set->multiplier = style.multiplier;
    set->multiplier_word = style.multiplier_word;
    return set;
}
