#include "charts/distribution.h"

#include "plot/bind.h"
#include "plot/facets.h"
#include "transform/statistics.h"

#include <stdlib.h>

typedef struct {
    guint panel, category, series;
    double value;
    gsize row;
} ValueKey;

static int
value_compare_groups(const ValueKey *a, const ValueKey *b)
{
    if (a->panel != b->panel)
        return a->panel < b->panel ? -1 : 1;
    if (a->category != b->category)
        return a->category < b->category ? -1 : 1;
    return a->series < b->series ? -1 : a->series > b->series;
}

static int
value_compare(const void *a, const void *b)
{
    const ValueKey *left = a, *right = b;
    int order = value_compare_groups(left, right);

    if (order != 0)
        return order;
    if (left->value != right->value)
        return left->value < right->value ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

DistributionGroup *
distribution_groups(Plot *plot, const Column *values, const double *index, const guint *series,
                    const guint *panels, guint *ret_n)
{
    g_autofree ValueKey *keys = g_new(ValueKey, values->length + 1);
    double *sorted = arena_new0(plot->arena, double, values->length);
    gsize *rows = arena_new0(plot->arena, gsize, values->length), n = 0;
    DistributionGroup *groups;
    guint n_groups = 0;

    for (gsize i = 0; i < values->length; i++)
        if (isfinite(values->values[i]) && (index == NULL || !isnan(index[i])))
            keys[n++] = (ValueKey){ panels[i], index != NULL ? (guint)index[i] : 0, series[i],
                                    values->values[i], i };
    if (n > 0)
        qsort(keys, n, sizeof *keys, value_compare);
    for (gsize i = 0; i < n; i++)
        n_groups += i == 0 || value_compare_groups(&keys[i - 1], &keys[i]) != 0;
    groups = arena_new0(plot->arena, DistributionGroup, n_groups);
    n_groups = 0;
    for (gsize i = 0; i < n; i++) {
        sorted[i] = keys[i].value;
        rows[i] = keys[i].row;
        if (i == 0 || value_compare_groups(&keys[i - 1], &keys[i]) != 0)
            groups[n_groups++] = (DistributionGroup){
                keys[i].panel, keys[i].category, keys[i].series, 0, &sorted[i], &rows[i],
            };
        groups[n_groups - 1].n++;
    }
    *ret_n = n_groups;
    return groups;
}

/* Which channel holds the numbers. Folded columns without a position are the categories themselves.
 */
static gboolean
distribution_choose_channels(Plot *plot, Distribution *work, GError **error)
{
    Frame *frame = plot->frame;
    Column *const *columns = frame->columns;
    const Column *x = columns[CHANNEL_X], *y = columns[CHANNEL_Y];
    gboolean y_is_value =
        y != NULL && y->type == COLUMN_NUMBER &&
        (x == NULL || x->type != COLUMN_NUMBER || plot->spec->y.scale != SCALE_CHOICE_BAND);

    if (!y_is_value && (x == NULL || x->type != COLUMN_NUMBER)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "%s needs a column of numbers on --x or --y, and may have one of categories on "
                  "the other",
                  plot->chart->name);
        return FALSE;
    }
    work->value = y_is_value ? CHANNEL_Y : CHANNEL_X;
    work->position = y_is_value ? CHANNEL_X : CHANNEL_Y;
    if (columns[work->position] == NULL && columns[CHANNEL_COLOR] != NULL) {
        frame->columns[work->position] = columns[CHANNEL_COLOR];
        frame->titles[work->position] = g_strdup(frame->titles[CHANNEL_COLOR]);
    }
    return TRUE;
}

/* The middle of the values of each category, over all series and panels. */
static double *
distribution_weights(Plot *plot, const Distribution *work)
{
    const Column *values = plot->frame->columns[work->value];
    g_autofree guint *zeros = g_new0(guint, values->length + 1);
    double *weights = arena_new0(plot->arena, double, work->categories.n);
    guint n;
    DistributionGroup *groups =
        distribution_groups(plot, values, work->categories.index, zeros, zeros, &n);

    for (guint i = 0; i < work->categories.n; i++)
        weights[i] = NAN;
    for (guint i = 0; i < n; i++)
        weights[groups[i].category] = statistics_quantile(groups[i].values, groups[i].n, 0.5);
    return weights;
}

static gboolean
distribution_categories(Plot *plot, Distribution *work, GError **error)
{
    if (plot->frame->columns[work->position] != NULL) {
        work->categories = categories_new(plot, work->position);
        return categories_arrange(plot, &work->categories, distribution_weights(plot, work),
                                  work->value, error);
    }
    work->categories = (Categories){
        .channel = work->position,
        .n = 1,
        .names = arena_new0(plot->arena, const char *, 1),
        .step = 1,
        .ordered = TRUE,
        .index = arena_new0(plot->arena, double, plot->frame->table->length),
    };
    return TRUE;
}

static void
distribution_orient(Plot *plot, Distribution *work)
{
    OrientChoice choice = (OrientChoice)plot->spec->orient;

    work->upright =
        !work->lies && choice != ORIENT_HORIZONTAL &&
        (choice == ORIENT_VERTICAL ||
         (work->value == CHANNEL_Y &&
          (work->categories.ordered || categories_fit_upright(plot, &work->categories))));
    plot->upright = work->upright;
    work->value_axis = work->upright ? &plot->y : &plot->x;
    work->band_axis = work->upright ? &plot->x : &plot->y;
}

static gboolean
distribution_band_axis(Plot *plot, Distribution *work, double row, GError **error)
{
    AxisSpec *axis = work->band_axis;

    categories_set_axis(&work->categories, axis);
    axis->padding = plot->theme->band_padding;
    axis->max_step = work->upright || work->categories.n == 1 ? 0 : 160 * theme_em(plot->theme);
    if (!work->upright)
        categories_grow(plot, &work->categories,
                        work->by_series ? MAX(row, plot->n_series * row * 0.6) : row);
    if (plot->frame->columns[work->position] == NULL)
        return TRUE;
    return bind_axis_options(plot, work->position, axis, error);
}

gboolean
distribution_bind(Plot *plot, Distribution *work, double row, GError **error)
{
    const Column *values;
    guint *none;
    double min, max;

    if (!distribution_choose_channels(plot, work, error))
        return FALSE;
    frame_leave_out_missing(plot->frame, work->value, plot->report);
    if (plot->frame->columns[work->position] != NULL)
        frame_leave_out_missing(plot->frame, work->position, plot->report);
    if (!facets_bind(plot, &work->panels, error))
        return FALSE;
    work->series = bind_series(plot);
    if (!distribution_categories(plot, work, error))
        return FALSE;
    values = plot->frame->columns[work->value];
    work->by_series = !work->gathers_series && plot->n_series > 1 &&
                      plot->frame->columns[CHANNEL_COLOR] != plot->frame->columns[work->position];
    if (plot->frame->columns[work->position] != NULL)
        categories_highlight(plot, &work->categories, work->series);
    none = arena_new0(plot->arena, guint, values->length);
    work->groups = distribution_groups(plot, values, work->categories.index,
                                       work->gathers_series ? none : work->series, work->panels,
                                       &work->n_groups);
    distribution_orient(plot, work);
    plot->spread = values;
    plot->spread_axis = work->value_axis;
    bind_extent(values->values, values->length, &min, &max);
    return distribution_band_axis(plot, work, row, error) &&
           bind_place_axis(plot, work->value, work->value_axis, min, max, 0, error);
}

const char *
distribution_name(Plot *plot, const Distribution *work, const DistributionGroup *group)
{
    const char *category = work->categories.names[group->category];
    const char *series = work->by_series ? plot->series[group->series].name : NULL;

    if (category == NULL || series == NULL)
        return category != NULL ? category : series;
    return arena_printf(plot->arena, "%s, %s", category, series);
}

const char *
distribution_title(Plot *plot, const Distribution *work, const DistributionGroup *group)
{
    const char *name = distribution_name(plot, work, group), *words;
    BoxSummary box = statistics_box(group->values, group->n);
    g_autofree char *n = g_strdup_printf("%" G_GSIZE_FORMAT, group->n);
    const char *const filled[] = { bind_value_text(plot, work->value_axis, box.median), n,
                                   bind_value_text(plot, work->value_axis, box.q1),
                                   bind_value_text(plot, work->value_axis, box.q3), NULL };

    words = bind_word(plot, WORD_MIDDLE_HALF, filled);
    return name != NULL ? arena_printf(plot->arena, "%s: %s", name, words) : words;
}

void
distribution_report_small(const Plot *plot, const Distribution *work, guint n_small)
{
    if (n_small > 0)
        report_add(plot->report, SEVERITY_NOTE, WHERE_NONE, n_small,
                   "%u of %u groups %s fewer than %d values, or only equal ones; each value is a "
                   "dot there",
                   n_small, work->n_groups, n_small == 1 ? "has" : "have", DISTRIBUTION_LEAST);
}

gboolean
distribution_refuse_sort(const Plot *plot, GError **error)
{
    if (plot->spec->sort == NULL)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--sort: %s has numbers along its axis, which have an order of their own",
              plot->chart->name);
    return FALSE;
}
