#include "charts/scatter.h"

#include "plot/bind.h"
#include "transform/statistics.h"

/* The usual share of the points that each place of the curve looks at. */
#define SPAN 0.75
/* Fewer places on x make a window of two points, and steps instead of a curve. */
#define LEAST_LINEAR 3
#define LEAST_LOESS 5

/* How many different places the points have on x, counted up to LEAST_LOESS, and their ends. */
static guint
trend_extent(const double *xs, gsize n, double *ret_from, double *ret_to)
{
    double places[LEAST_LOESS];
    guint n_places = 0;

    *ret_from = G_MAXDOUBLE;
    *ret_to = -G_MAXDOUBLE;
    for (gsize i = 0; i < n; i++) {
        gboolean known = n_places == LEAST_LOESS;

        for (guint k = 0; k < n_places && !known; k++)
            known = places[k] == xs[i];
        if (!known)
            places[n_places++] = xs[i];
        *ret_from = MIN(*ret_from, xs[i]);
        *ret_to = MAX(*ret_to, xs[i]);
    }
    return n_places;
}

Trend
scatter_linear_trend(const double *xs, const double *ys, gsize n)
{
    Trend trend = { 0 };
    double from, to;
    LinearFit fit;

    if (trend_extent(xs, n, &from, &to) < LEAST_LINEAR || !statistics_linear(xs, ys, n, &fit))
        return trend;
    trend.n = 2;
    trend.points[0] = (Point){ from, fit.intercept + fit.slope * from };
    trend.points[1] = (Point){ to, fit.intercept + fit.slope * to };
    return trend;
}

Trend
scatter_loess_trend(const double *xs, const double *ys, gsize n)
{
    Trend trend = { 0 };
    double from, to, at[TREND_POINTS], fitted[TREND_POINTS];

    if (trend_extent(xs, n, &from, &to) < LEAST_LOESS)
        return trend;
    /* Weighted ends, so that the last point is the last place and none lies beyond it. */
    for (guint i = 0; i < TREND_POINTS; i++) {
        double share = (double)i / (TREND_POINTS - 1);

        at[i] = from * (1 - share) + to * share;
    }
    if (!statistics_loess(xs, ys, n, SPAN, at, TREND_POINTS, fitted))
        return trend;
    trend.n = TREND_POINTS;
    for (guint i = 0; i < TREND_POINTS; i++)
        trend.points[i] = (Point){ at[i], fitted[i] };
    return trend;
}

const Trend *
scatter_trends(Plot *plot, const Layer *layer)
{
    Trend *trends = arena_new0(plot->arena, Trend, plot->n_panels);
    g_autofree double *xs = g_new(double, layer->n + 1), *ys = g_new(double, layer->n + 1);
    gboolean loess = plot->spec->trend == TREND_LOESS;
    guint drawn = 0;

    for (guint panel = 0; panel < plot->n_panels; panel++) {
        gsize n = 0;

        for (gsize i = 0; i < layer->n; i++) {
            if (layer->panel[i] != panel)
                continue;
            xs[n] = scale_type(plot->x.kind)->forward(layer->x[i]);
            ys[n++] = scale_type(plot->y.kind)->forward(layer->y[i]);
        }
        trends[panel] = loess ? scatter_loess_trend(xs, ys, n) : scatter_linear_trend(xs, ys, n);
        drawn += trends[panel].n > 0 ? 1 : 0;
    }
    if (drawn < plot->n_panels)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, plot->n_panels - drawn,
                   "--trend: %s different places on x%s",
                   loess ? "a curve needs five" : "a line needs three",
                   plot->n_panels > 1 ? "; some panels have fewer" : "");
    if (drawn > 0)
        bind_add_note(plot,
                      bind_language(plot)->words[loess ? WORD_LOESS_TREND : WORD_LINEAR_TREND]);
    return trends;
}
