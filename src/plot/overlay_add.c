#include "plot/overlay_work.h"

#include "plot/bind.h"
#include "plot/missing_parts.h"
#include "plot/palette.h"
#include "plot/series_points.h"

#include <string.h>

#define SURFACE_ALPHA 0.3
/* A bar over the bars of the chart leaves them visible at both sides. */
#define INNER_SHARE 0.42
#define DOT_RADIUS 1.4
/* Names of places in the note, bytes. */
#define MAX_NAMES 200

/* What the adding of one layer works with. */
typedef struct {
    Plot *plot;
    const Overlay *overlay;
    const OverlayPlaces *places;
    OverlayItems items;
    guint first;                  /* the layer's first series */
    guint n_main;                 /* how many the chart has */
    gboolean on_bars, on_surface; /* what the chart's own marks are */
} OverlayWork;

/* --layer's own color=, then --colors, then the next of the palette. */
static Color
overlay_color(const Plot *plot, const Overlay *overlay, guint index)
{
    Color color;

    if (overlay->has_color)
        return overlay->color;
    if (palette_named(plot, overlay->name, &color))
        return color;
    return palette_next(plot, index);
}

/* Where series differ, each has its own entry, and one speaks for all of them in the key. */
static void
overlay_add_series(OverlayWork *work)
{
    Plot *plot = work->plot;
    const Overlay *overlay = work->overlay;
    const Theme *theme = plot->theme;
    gboolean apart = work->items.apart;
    gboolean ink = apart && !overlay->has_color;
    guint n = apart ? work->n_main + 1 : 1;
    Series *all = arena_new0(plot->arena, Series, plot->n_series + n);
    Color color = ink ? theme->label.color : overlay_color(plot, overlay, plot->n_series);
    guint code = palette_has_codes(plot) ? plot->n_series : ink && overlay->kind->joins ? 1 : 0;

    memcpy(all, plot->series, plot->n_series * sizeof *all);
    work->first = plot->n_series;
    for (guint i = 0; i < n; i++) {
        Series *series = &all[work->first + i];

        *series = (Series){ .name = overlay->name,
                            .color = color,
                            .text_color = palette_text_color(theme, color_with_alpha(color, 1)),
                            .key = overlay->kind->mark,
                            .code = code };
        if (i == 0)
            continue;
        series->unlisted = TRUE;
        series->muted = plot->series[i - 1].muted;
        series->name =
            arena_printf(plot->arena, "%s, %s", overlay->name,
                         plot->series[i - 1].name != NULL ? plot->series[i - 1].name : "");
        /* Side by side the slot says whose it is, and its own colour would not be seen there. */
        if (ink && !work->places->side_by_side)
            series->color = plot->series[i - 1].color;
    }
    for (guint i = work->first; overlay->kind->mark == &mark_area && i < work->first + n; i++)
        all[i].color = color_with_alpha(all[i].color, SURFACE_ALPHA);
    plot->series = all;
    plot->n_series += n;
    plot->n_overlay_series += n;
}

/* "Target, 2005: 336.3" */
static const char *
overlay_title(const OverlayWork *work, gsize row, guint series)
{
    const Frame *frame = work->overlay->frame;
    const Column *position = frame->columns[work->places->position];
    const AxisSpec *axis = work->places->upright ? &work->plot->y : &work->plot->x;
    g_autoptr(GString) title = g_string_new(work->plot->series[series].name);
    double value = work->items.values != NULL ? work->items.values[row] : NAN;

    if (position != NULL) {
        g_string_append(title, ", ");
        column_append_cell(position, row, title);
    }
    if (isfinite(value))
        g_string_append_printf(title, ": %s", bind_value_text(work->plot, axis, value));
    else if (work->items.low != NULL && isfinite(work->items.low[row]))
        g_string_append_printf(title, ": %s–%s",
                               bind_value_text(work->plot, axis, work->items.low[row]),
                               bind_value_text(work->plot, axis, work->items.high[row]));
    return bind_name(work->plot, title->str);
}

static guint
overlay_series_of(const OverlayWork *work, gsize row)
{
    return work->first + (work->items.apart ? work->items.series[row] + 1 : 0);
}

/* Exchanges the axes of a layer that was made as if its values went up. */
static void
overlay_lay_down(Layer *layer)
{
    double *x = layer->x, *x0 = layer->x0;

    layer->x = layer->y;
    layer->y = x;
    layer->x0 = layer->y0;
    layer->y0 = x0;
    layer->upright = FALSE;
}

/* Where an item stands on the position axis: with its series' own mark, where that has a place. */
static double
overlay_at(const OverlayWork *work, gsize row)
{
    const OverlayPlaces *places = work->places;

    if (!work->items.apart || places->own == NULL)
        return work->items.at[row];
    for (gsize i = 0; i < work->plot->frame->table->length; i++)
        if (places->at[i] == work->items.at[row] && places->series[i] == work->items.series[row])
            return places->own[i];
    return work->items.at[row];
}

/* Marks that stand alone: an item a place. */
static Layer *
overlay_add_points(OverlayWork *work)
{
    Plot *plot = work->plot;
    const OverlayItems *items = &work->items;
    Layer *layer = bind_add_layer(plot, work->overlay->kind->mark, items->n);
    double *low = arena_new0(plot->arena, double, items->n);
    double *high = arena_new0(plot->arena, double, items->n);
    double *radii = arena_new0(plot->arena, double, items->n);
    guint *slots = arena_new0(plot->arena, guint, items->n);
    Intervals intervals = { low, high };
    gsize n = 0;

    layer->titles = arena_new0(plot->arena, const char *, items->n);
    for (gsize i = 0; i < items->n; i++) {
        if (isnan(items->at[i]))
            continue;
        layer->x[n] = overlay_at(work, i);
        layer->y[n] = items->values[i];
        layer->series[n] = overlay_series_of(work, i);
        layer->panel[n] = items->panel[i];
        layer->rows[n] = (gint64)i + 1;
        layer->titles[n] = overlay_title(work, i, layer->series[n]);
        low[n] = items->low != NULL ? items->low[i] : NAN;
        high[n] = items->low != NULL ? items->high[i] : NAN;
        slots[n] = items->series[i];
        radii[n++] = plot->theme->point_radius * DOT_RADIUS;
    }
    layer->n = n;
    layer->radii = radii;
    layer->ringed = TRUE;
    if (items->apart && work->places->side_by_side) {
        layer->slot = slots;
        layer->n_slots = work->n_main;
    }
    if (work->overlay->kind->mark == &mark_bar) {
        layer->y0 = arena_new0(plot->arena, double, items->n);
        layer->cap = work->places->cap;
        layer->share = work->on_bars ? INNER_SHARE : 0;
    }
    if (!work->places->upright)
        overlay_lay_down(layer);
    if (items->low != NULL)
        intervals_add_whiskers(plot, &intervals, layer);
    return layer;
}

/* What covers much goes under the marks of the chart; thin bars stand on bars. */
static void
overlay_put_under(Plot *plot, Layer *layer)
{
    const Layer *main = plot->layers->pdata[0];

    if (layer->share > 0)
        return;
    if (plot->key_mark == NULL)
        plot->key_mark = main->type;
    g_ptr_array_remove(plot->layers, layer);
    g_ptr_array_insert(plot->layers, 0, layer);
}

/* Lines and surfaces: the points of each series in order, with their gaps. */
static Layer *
overlay_add_run(OverlayWork *work)
{
    Plot *plot = work->plot;
    const OverlayItems *items = &work->items;
    const AxisSpec *axis = work->places->upright ? &plot->x : &plot->y;
    const MarkType *key_mark = plot->key_mark;
    gboolean is_area = work->overlay->kind->mark == &mark_area;
    guint *series = arena_new0(plot->arena, guint, items->n);
    Layer *layer = arena_new0(plot->arena, Layer, 1);
    Intervals intervals = { items->low, items->high };
    SeriesPoints points;

    for (gsize i = 0; i < items->n; i++)
        series[i] = overlay_series_of(work, i);
    points = series_points_new(
        plot, work->overlay->frame->columns[work->places->position], axis, items->at,
        is_area && items->low != NULL ? items->high : items->values, series, items->panel);
    *layer = series_points_layer(plot, work->overlay->kind->mark, &points);
    /* Over bars and surfaces a line needs an edge of its own. */
    layer->ringed = !is_area && work->on_surface;
    layer->curve = work->places->upright ? (Curve)plot->spec->line : CURVE_LINEAR;
    if (is_area) {
        layer->y0 = arena_new0(plot->arena, double, points.n);
        for (gsize i = 0; items->low != NULL && i < points.n; i++)
            layer->y0[i] = points.rows[i] == G_MAXSIZE ? NAN : items->low[points.rows[i]];
    } else if (items->low != NULL) {
        Layer *band;

        intervals_add_band(plot, &intervals, layer, points.rows);
        plot->key_mark = key_mark;
        band = plot->layers->pdata[plot->layers->len - 1];
        if (!work->places->upright)
            overlay_lay_down(band);
        overlay_put_under(plot, band);
    }
    if (!work->places->upright)
        overlay_lay_down(layer);
    g_ptr_array_add(plot->layers, layer);
    return layer;
}

static Layer *
overlay_add_rules(OverlayWork *work)
{
    Layer *layer = overlay_add_points(work);

    /* A rule at a value of an upright chart lies, from end to end. */
    layer->upright = !work->places->upright;
    for (gsize i = 0; i < layer->n; i++)
        *(layer->upright ? &layer->y[i] : &layer->x[i]) = NAN;
    return layer;
}

/* Places that show the chart's value and not the layer's look as if there were none to show. */
static void
overlay_report_missing(const OverlayWork *work)
{
    Plot *plot = work->plot;
    const OverlayItems *items = &work->items;
    const Column *position = work->overlay->frame->columns[work->places->position];
    const Language *language = bind_language(plot);
    g_autoptr(GString) names = g_string_new(NULL);
    guint unnamed = 0;

    if (items->missing == 0)
        return;
    /* Joined points show their gaps. */
    report_add(plot->report, work->overlay->kind->joins ? SEVERITY_NOTE : SEVERITY_WARNING,
               (Where){ .file = plot->frame->table->file }, items->missing,
               "--layer: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
               " places have no value of \"%s\" and stay without a mark",
               items->missing, items->places, work->overlay->name);
    if (position == NULL || position->type != COLUMN_TEXT)
        return;
    for (gsize i = 0; i < items->n; i++) {
        if (isnan(items->at[i]) || items->values == NULL || isfinite(items->values[i]))
            continue;
        if (names->len > MAX_NAMES) {
            unnamed++;
            continue;
        }
        g_string_append(names, names->len > 0 ? ", " : "");
        column_append_cell(position, i, names);
    }
    if (unnamed > 0) {
        g_string_append(names, ", ");
        language_append_more(language, names, unnamed);
    }
    missing_add_to_note(plot, work->overlay->name, names->str);
}

static gboolean
overlay_check_axis(const OverlayWork *work, GError **error)
{
    const OverlayKind *kind = work->overlay->kind;

    if (kind->mark == &mark_bar && work->places->at == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--layer: bars stand on categories or periods; draw the bars with bar, and the "
                  "%s as its layer",
                  work->plot->chart->name);
        return FALSE;
    }
    if (kind->mark == &mark_area && !work->places->upright) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--layer: an area needs values that go up; say --orient vertical, or use line or "
                  "dot");
        return FALSE;
    }
    return TRUE;
}

/* The band around a line is a surface, which has no lying form. */
static gboolean
overlay_check_band(const OverlayWork *work, GError **error)
{
    if (work->overlay->kind->mark != &mark_line || work->items.low == NULL || work->places->upright)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--layer: a line with low= and high= needs values that go up; say --orient vertical, "
              "or use dot");
    return FALSE;
}

gboolean
overlay_add(Plot *plot, const OverlayPlaces *places, GError **error)
{
    const MarkType *main = ((const Layer *)plot->layers->pdata[0])->type;
    guint n_main = plot->n_series;

    for (guint i = 0; i < plot->n_overlays; i++) {
        const Overlay *overlay = &plot->overlays[i];
        OverlayWork work = { .plot = plot,
                             .overlay = overlay,
                             .places = places,
                             .n_main = n_main,
                             .on_bars = main == &mark_bar,
                             .on_surface = !main->over_zero };
        Layer *layer;

        if (!overlay_check_axis(&work, error) ||
            !overlay_items_new(plot, overlay, places, &work.items, error) ||
            !overlay_check_band(&work, error))
            return FALSE;
        overlay_add_series(&work);
        layer = overlay->kind->joins    ? overlay_add_run(&work)
                : overlay->kind->places ? overlay_add_points(&work)
                                        : overlay_add_rules(&work);
        if (overlay->kind->under)
            overlay_put_under(plot, layer);
        overlay_report_missing(&work);
        overlay_report_repeat(plot, overlay, places, &work.items, main, n_main);
        /* One name for several lines stands in a key. */
        plot->direct = plot->direct && !work.items.apart;
    }
    return TRUE;
}

gboolean
overlay_add_along(Plot *plot, const double *xs, const guint *series, const guint *panels,
                  GError **error)
{
    return overlay_add(plot,
                       &(OverlayPlaces){ .position = CHANNEL_X,
                                         .value = CHANNEL_Y,
                                         .at = plot->x.kind == SCALE_BAND ? xs : NULL,
                                         .series = series,
                                         .panels = panels,
                                         .upright = TRUE },
                       error);
}
