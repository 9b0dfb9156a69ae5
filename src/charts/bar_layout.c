#include "charts/bar.h"

#include "plot/bind.h"
#include "plot/page.h"
#include "plot/value_room.h"

#include <string.h>

/* More values than this at bars is a table, not a figure. */
#define MAX_VALUES_LYING 24
#define MAX_VALUES_STANDING 16
#define MAX_VALUES_INSIDE 120

static gboolean
bar_band_axis(Plot *plot, const BarWork *work, GError **error)
{
    categories_set_axis(&work->places.categories, work->places.band_axis);
    work->places.band_axis->training = TRAIN_NAMES;
    work->places.band_axis->padding = plot->theme->band_padding;
    work->places.band_axis->max_step = work->places.upright ? 0 : plot_bar_room(plot, 124);
    return bind_axis_options(plot, work->places.position, work->places.band_axis, error);
}

/* Where bars begin: the length of a bar is its value, so zero is always there; a log axis, which
 * has none, begins at a power of ten. */
static void
bar_choose_base(const Plot *plot, BarWork *work)
{
    AxisSpec *axis = work->places.value_axis;

    if (axis->kind == SCALE_LOG) {
        double least = log10(axis->min);

        work->base = pow(10, floor(least) - (least == floor(least) ? 1 : 0));
        axis->min = work->base;
    } else {
        bind_train(axis, TRAIN_ZERO, axis->min, axis->max);
    }
    if (axis->kind != SCALE_LINEAR)
        report_add(plot->report, SEVERITY_NOTE, WHERE_NONE, 1,
                   "on this scale a bar twice as long is not twice as much; dot shows places, not "
                   "lengths");
}

/* The axis of values to their options. Shares run from 0 to 100 and say so at each label. */
static gboolean
bar_value_options(Plot *plot, const BarWork *work, GError **error)
{
    AxisSpec *axis = work->places.value_axis;

    if (work->stack != STACK_NORMALIZE)
        return bind_axis_options(plot, work->places.value, axis, error);
    axis->min = 0;
    axis->max = 100;
    axis->training = TRAIN_NEVER;
    axis->widen = FALSE;
    if (!bind_axis_options(plot, work->places.value, axis, error))
        return FALSE;
    axis->suffix = bind_language(plot)->marks.percent;
    axis->prefix = NULL;
    axis->title_unit = NULL;
    if (plot->frame->titles[work->places.value] != NULL && plot->spec->y.label == NULL &&
        plot->spec->x.label == NULL)
        axis->title = NULL;
    return TRUE;
}

gboolean
bar_axes(Plot *plot, BarWork *work, GError **error)
{
    const Frame *frame = plot->frame;
    const Column *high = work->high != NULL ? work->high : frame->columns[work->places.value];
    const Column *low = work->low != NULL ? work->low : high;
    double min, max, unused;
    AxisSpec *axis = work->places.value_axis;

    if (!bar_band_axis(plot, work, error))
        return FALSE;
    bind_extent(low->values, low->length, &min, &unused);
    bind_extent(high->values, high->length, &unused, &max);
    intervals_extend(work->intervals, frame->table->length, &min, &max);
    if (isnan(min) || isnan(max))
        return bind_fail_empty(plot, work->places.value, work->stack == STACK_NORMALIZE, error);
    bind_continuous(plot, work->places.value, axis, min, max);
    axis->widen = TRUE;
    axis->grid = TRUE;
    if (!bind_check_log(plot, work->places.value, axis, min, error))
        return FALSE;
    bar_choose_base(plot, work);
    if (!bar_value_options(plot, work, error))
        return FALSE;
    if (!work->places.upright)
        categories_grow(plot, &work->places.categories,
                        MAX(20, work->side_by_side ? plot->n_series * 9.0 + 6 : 0));
    return TRUE;
}

/* The parts of each pile to one decimal, so that what is written adds up to 100. */
static void
bar_round_shares(const Plot *plot, const BarWork *work, double *shares)
{
    gsize n = plot->frame->table->length;
    gsize n_piles = (gsize)work->places.categories.n * plot->n_panels;
    g_autofree gsize *starts = g_new0(gsize, n_piles + 2);
    g_autofree gsize *rows = g_new(gsize, n + 1);
    g_autofree double *parts = g_new(double, n + 1);

    for (gsize i = 0; i < n; i++)
        starts[bar_pile(plot, work, i) + 2]++;
    for (gsize pile = 1; pile <= n_piles; pile++)
        starts[pile + 1] += starts[pile];
    for (gsize i = 0; i < n; i++)
        rows[starts[bar_pile(plot, work, i) + 1]++] = i;
    for (gsize pile = 0; pile < n_piles; pile++) {
        gsize first = starts[pile], count = starts[pile + 1] - first;

        for (gsize k = 0; k < count; k++)
            parts[k] = shares[rows[first + k]];
        shares_round(parts, count, 1);
        for (gsize k = 0; k < count; k++)
            shares[rows[first + k]] = parts[k];
    }
}

/* What each bar says: its value; of a pile to 100, its share. */
static const char **
bar_labels(const Plot *plot, const BarWork *work)
{
    /* Parts are narrow: their mark stands over the panels, once. */
    AxisSpec bare = *work->places.value_axis;
    const double *values = plot->frame->columns[work->places.value]->values;
    gsize n = plot->frame->table->length;
    g_autofree double *shares = NULL;

    if (work->stack != STACK_NORMALIZE)
        return bind_value_labels(plot, work->places.value_axis, values, n);
    shares = g_new(double, n + 1);
    for (gsize i = 0; i < n; i++)
        shares[i] = work->high->values[i] - work->low->values[i];
    bar_round_shares(plot, work, shares);
    bare.suffix = NULL;
    return bind_value_labels(plot, &bare, shares, n);
}

/* Standing bars carry their values only when those are narrower than what each bar has to itself.
 */
static gboolean
bar_values_fit(const Plot *plot, const BarWork *work, const char **labels)
{
    double n = (double)work->places.categories.n * (work->side_by_side ? plot->n_series : 1);
    double step = page_column_width(plot) / MAX(1, work->places.categories.n), widest = 0;
    double own =
        work->side_by_side ? step * (1 - plot->theme->band_padding) / plot->n_series : step;

    if (work->stack != STACK_NONE)
        return n * plot->n_series * plot->n_panels <= MAX_VALUES_INSIDE;
    if (!work->places.upright)
        return n <= MAX_VALUES_LYING && (!work->side_by_side || n <= MAX_VALUES_LYING / 2.0);
    for (gsize i = 0; i < plot->frame->table->length; i++)
        if (labels[i] != NULL)
            widest =
                MAX(widest, text_measure(plot->measurer, labels[i], &plot->theme->label).width);
    return n <= MAX_VALUES_STANDING && widest + 6 <= own;
}

/* Whether lying bars are likely to be thick enough for values inside: else their axis has to speak.
 */
static gboolean
bar_is_thick(const Plot *plot, const BarWork *work)
{
    TextExtents text = text_measure(plot->measurer, "0", &plot->theme->label);
    double step = page_row_height(plot) / MAX(1, work->places.categories.n);

    return step * (1 - plot->theme->band_padding) >= text.ascent + text.descent;
}

void
bar_values(Plot *plot, BarWork *work, Layer *layer)
{
    const char **labels;

    /* The marks of a layer need the axis, and the room beyond the bars. */
    if (plot->spec->values == SWITCH_OFF ||
        (plot->spec->values == SWITCH_AUTO && plot->n_overlays > 0))
        return;
    labels = bar_labels(plot, work);
    if (plot->spec->values == SWITCH_AUTO && !bar_values_fit(plot, work, labels))
        return;
    layer->labels = labels;
    if (work->stack != STACK_NONE) {
        /* Shares of 100 that are written down need no axis. */
        work->places.value_axis->hidden =
            work->stack == STACK_NORMALIZE && !work->places.upright && bar_is_thick(plot, work);
        if (work->places.value_axis->hidden && work->places.value_axis->title == NULL)
            work->places.value_axis->title = bind_language(plot)->words[WORD_PERCENT];
        return;
    }
    value_room_keep(plot, &(ValueRoom){
                              .axis = work->places.value_axis,
                              .upright = work->places.upright,
                              .labels = labels,
                              .ends = plot->frame->columns[work->places.value]->values,
                              .n = layer->n,
                              .gap = 8,
                              .alone = TRUE,
                          });
}
