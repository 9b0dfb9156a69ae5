#include "plot/series_points.h"

#include "plot/bind.h"
#include "plot/categories.h"
#include "plot/periods.h"

#include <stdlib.h>
#include <string.h>

/* With --gaps zero at most so many zeros are put in between two points. */
#define MAX_ZEROS 20000

typedef struct {
    double x;
    guint series, panel;
    gsize row;
} PointKey;

static int
point_compare_groups(const PointKey *left, const PointKey *right)
{
    if (left->panel != right->panel)
        return left->panel < right->panel ? -1 : 1;
    if (left->series != right->series)
        return left->series < right->series ? -1 : 1;
    return 0;
}

static int
point_compare_by_row(const void *a, const void *b)
{
    const PointKey *left = a, *right = b;
    int order = point_compare_groups(left, right);

    return order != 0 ? order : left->row < right->row ? -1 : left->row > right->row;
}

static int
point_compare_by_x(const void *a, const void *b)
{
    const PointKey *left = a, *right = b;
    int order = point_compare_groups(left, right);

    if (order == 0 && left->x != right->x)
        return left->x < right->x ? -1 : 1;
    return order != 0 ? order : point_compare_by_row(a, b);
}

/* The rows that have an x, in drawing order. */
static PointKey *
point_keys(const Plot *plot, const Column *column, const double *xs, const guint *series,
           const guint *panels, gsize *ret_n)
{
    PointKey *keys = g_new(PointKey, column->length + 1);
    gsize n = 0;
    gboolean sorted = TRUE, by_row = g_strcmp0(plot->spec->sort, "data") == 0;

    for (gsize i = 0; i < column->length; i++) {
        if (isnan(xs[i]))
            continue;
        keys[n++] = (PointKey){ xs[i], series[i], panels[i], i };
        sorted = sorted && (n < 2 || point_compare_by_x(&keys[n - 2], &keys[n - 1]) <= 0);
    }
    if (!sorted)
        qsort(keys, n, sizeof *keys, by_row ? point_compare_by_row : point_compare_by_x);
    *ret_n = n;
    return keys;
}

/* How many points stand for the absent periods between two neighbours of one series. */
static gsize
point_absent(const Plot *plot, const AxisSpec *axis, const Periods *periods, const PointKey *a,
             const PointKey *b)
{
    gint64 steps;

    if (!periods->regular || point_compare_groups(a, b) != 0)
        return 0;
    /* In bands of periods x counts slots. */
    steps = axis->times != NULL ? (gint64)(b->x - a->x) : periods_between(periods, a->x, b->x);
    if (steps <= 1)
        return 0;
    return plot->spec->gaps == GAPS_ZERO ? (gsize)MIN(steps - 1, MAX_ZEROS) : 1;
}

SeriesPoints
series_points_new(Plot *plot, const Column *x, const AxisSpec *axis, const double *xs,
                  const double *ys, const guint *series, const guint *panels)
{
    gsize n_keys, n = 0;
    g_autofree PointKey *keys = point_keys(plot, x, xs, series, panels, &n_keys);
    Periods periods = { .regular = FALSE };
    double fill = plot->spec->gaps == GAPS_ZERO ? 0 : NAN;
    SeriesPoints points;

    if (axis->times != NULL)
        periods.regular = g_strcmp0(plot->spec->sort, "data") != 0;
    else if (x->type == COLUMN_TIME && axis->kind == SCALE_TIME &&
             g_strcmp0(plot->spec->sort, "data") != 0)
        periods = periods_find(xs, x->length, x->unit);
    for (gsize i = 0; i < n_keys; i++)
        n += 1 + (i > 0 ? point_absent(plot, axis, &periods, &keys[i - 1], &keys[i]) : 0);
    points = (SeriesPoints){
        .x = arena_new0(plot->arena, double, n),
        .y = arena_new0(plot->arena, double, n),
        .series = arena_new0(plot->arena, guint, n),
        .panel = arena_new0(plot->arena, guint, n),
        .rows = arena_new0(plot->arena, gsize, n),
    };
    for (gsize i = 0; i < n_keys; i++) {
        gsize absent = i > 0 ? point_absent(plot, axis, &periods, &keys[i - 1], &keys[i]) : 0;

        for (gsize k = 0; k <= absent; k++) {
            gboolean real = k == absent;
            gsize at = points.n++;

            points.series[at] = keys[i].series;
            points.panel[at] = keys[i].panel;
            points.rows[at] = real ? keys[i].row : G_MAXSIZE;
            points.x[at] = real ? keys[i].x
                           : axis->times != NULL
                               ? keys[i - 1].x + k + 1
                               : periods_add(&periods, keys[i - 1].x, (gint64)k + 1);
            points.y[at] = real ? ys[keys[i].row] : fill;
            if (isnan(points.y[at]))
                points.y[at] = fill;
        }
    }
    return points;
}

Layer
series_points_layer(const Plot *plot, const MarkType *mark, const SeriesPoints *points)
{
    return (Layer){
        .type = mark,
        .n = points->n,
        .x = points->x,
        .y = points->y,
        .series = points->series,
        .panel = points->panel,
        .n_slots = 1,
        .upright = TRUE,
        .connects = plot->spec->gaps == GAPS_JOIN,
    };
}

gboolean
series_check_sort(const Plot *plot, GError **error)
{
    const char *sort = plot->spec->sort;

    if (sort == NULL || strcmp(sort, "x") == 0 || strcmp(sort, "data") == 0)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--sort: %s runs along x; \"%s\" is neither x nor data", plot->chart->name, sort);
    return FALSE;
}

gboolean
series_position_is_free(const Plot *plot, Channel channel)
{
    return plot->frame->columns[channel]->type != COLUMN_TEXT &&
           plot->spec->x.scale != SCALE_CHOICE_BAND;
}

double *
series_position_axis(Plot *plot, Channel channel, AxisSpec *axis, GError **error)
{
    const Column *column = plot->frame->columns[channel];
    double min, max, *positions;

    if (!series_position_is_free(plot, channel)) {
        Categories categories = categories_new(plot, channel);

        categories_set_axis(&categories, axis);
        axis->padding = 0;
        axis->training = TRAIN_NAMES;
        return bind_axis_options(plot, channel, axis, error) ? categories.index : NULL;
    }
    positions = arena_copy(plot->arena, column->values, column->length * sizeof(double));
    bind_extent(positions, column->length, &min, &max);
    bind_continuous(plot, channel, axis, min, max);
    axis->training = TRAIN_EXACT;
    if (!bind_check_log(plot, channel, axis, min, error))
        return NULL;
    return bind_axis_options(plot, channel, axis, error) ? positions : NULL;
}
