#include "charts/charts.h"
#include "charts/distribution.h"
#include "charts/told.h"
#include "plot/bind.h"
#include "plot/facets.h"

/* Surfaces let those behind them shine through. */
#define SURFACE_ALPHA 0.22

/* A curve a group into both layers. */
static void
density_add(const Plot *plot, const DistributionGroup *group, const DensityCurve *curve,
            Layer *surface, Layer *line)
{
    Color color = color_with_alpha(plot->series[group->series].color, SURFACE_ALPHA);

    for (guint i = 0; i < DENSITY_POINTS; i++) {
        gsize at = surface->n++;

        surface->x[at] = line->x[at] = curve->at[i];
        surface->y[at] = line->y[at] = curve->height[i];
        surface->series[at] = line->series[at] = group->series;
        surface->panel[at] = line->panel[at] = group->panel;
        ((Color *)surface->colors)[at] = color;
    }
    line->n = surface->n;
}

/* Groups without a spread have no density; they are named. */
static gboolean
density_report(const Plot *plot, GPtrArray *flat, guint n_groups, GError **error)
{
    g_autofree char *names = NULL;
    guint n = flat->len;

    if (flat->len == n_groups) {
        error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                  "column \"%s\" has fewer than %d values, or only equal ones%s, which have no "
                  "density; use strip",
                  plot->frame->columns[CHANNEL_X]->name, DISTRIBUTION_LEAST,
                  n_groups > 1 ? " in each group" : "");
        return FALSE;
    }
    if (n > 0) {
        g_ptr_array_set_size(flat, (gint)MIN(n, 3));
        g_ptr_array_add(flat, NULL);
        names = g_strjoinv(", ", (char **)flat->pdata);
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = plot->frame->table->file }, n,
                   "%u of %u groups %s fewer than %d values, or only equal ones, and %s left out: "
                   "%s%s",
                   n, n_groups, n == 1 ? "has" : "have", DISTRIBUTION_LEAST, n == 1 ? "is" : "are",
                   names, n > 3 ? " …" : "");
    }
    return TRUE;
}

static gboolean
density_layers(Plot *plot, const DistributionGroup *groups, guint n_groups, double *ret_peak,
               double *ret_low, double *ret_high, GError **error)
{
    gsize room = (gsize)n_groups * DENSITY_POINTS;
    Layer *surface = bind_add_layer(plot, &mark_area, room);
    Layer *line = bind_add_layer(plot, &mark_line, room);
    gboolean is_share = g_strcmp0(plot->frame->units[CHANNEL_X], "%") == 0;
    g_autoptr(GPtrArray) flat = g_ptr_array_new();
    DensityCurve *curve = arena_new0(plot->arena, DensityCurve, 1);
    gboolean *drawn = arena_new0(plot->arena, gboolean, plot->n_series);

    surface->n = line->n = 0;
    surface->y0 = arena_new0(plot->arena, double, room);
    surface->colors = arena_new0(plot->arena, Color, room);
    *ret_peak = 0;
    *ret_low = INFINITY;
    *ret_high = -INFINITY;
    for (guint i = 0; i < n_groups; i++) {
        const char *name = plot->series[groups[i].series].name;

        if (!distribution_density(plot, &plot->x, is_share, &groups[i], FALSE, curve)) {
            g_ptr_array_add(flat, (gpointer)(name != NULL ? name : "one value"));
            continue;
        }
        density_add(plot, &groups[i], curve, surface, line);
        drawn[groups[i].series] = TRUE;
        *ret_peak = MAX(*ret_peak, curve->peak);
        *ret_low = MIN(*ret_low, curve->at[0]);
        *ret_high = MAX(*ret_high, curve->at[DENSITY_POINTS - 1]);
    }
    /* What is not drawn is not in the key. */
    for (guint i = 0; i < plot->n_series; i++)
        if (!drawn[i])
            plot->series[i].name = NULL;
    /* Surfaces that show each other have no hatch: where there is a code, the lines bear it. */
    plot->key_mark = plot->series[plot->n_series - 1].code > 0 ? &mark_line : &mark_area;
    return density_report(plot, flat, n_groups, error);
}

/* Heights of densities mean nothing by themselves: their axis is left out unless something is asked
 * of it. */
static gboolean
density_height_axis(Plot *plot, double peak, GError **error)
{
    const AxisOptions *asked = &plot->spec->y;
    gboolean wanted = asked->label != NULL || asked->ticks != NULL || asked->format != NULL ||
                      asked->domain.given;

    if (!bind_made_axis(plot, CHANNEL_Y, &plot->y, peak * 1.04,
                        wanted ? bind_language(plot)->words[WORD_DENSITY] : "", error))
        return FALSE;
    plot->y.hidden = !wanted;
    plot->y.widen = wanted && !asked->domain.given;
    return TRUE;
}

static gboolean
density_expand(Plot *plot, GError **error)
{
    const Column *values;
    DistributionGroup *groups;
    guint *series, *panels, n_groups;
    double min, max, peak;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!distribution_refuse_sort(plot, error) || !facets_bind(plot, &panels, error))
        return FALSE;
    series = bind_series(plot);
    plot->spread = values = plot->frame->columns[CHANNEL_X];
    plot->spread_axis = &plot->x;
    groups = distribution_groups(plot, values, NULL, series, panels, &n_groups);
    bind_extent(values->values, values->length, &min, &max);
    if (!bind_place_axis(plot, CHANNEL_X, &plot->x, min, max, 0, error) ||
        !density_layers(plot, groups, n_groups, &peak, &min, &max, error))
        return FALSE;
    told_groups(plot, &(ToldGroups){ .value = CHANNEL_X, .by_series = TRUE, .without_small = TRUE },
                groups, n_groups);
    if (!plot->x.fixed) {
        plot->x.min = MIN(plot->x.min, min);
        plot->x.max = MAX(plot->x.max, max);
    }
    plot->x.widen = FALSE;
    plot->upright = TRUE;
    return density_height_axis(plot, peak, error);
}

static const ChannelDef density_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_NUMBER, "numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a curve for each value" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_density = {
    .name = "density",
    .summary = "where values lie, as a smooth curve (Gaussian kernel)",
    .example = "datasets/trade/singapore_monthly.csv -x singapore_exports_to_dprk",
    .channels = density_channels,
    .expand = density_expand,
};
