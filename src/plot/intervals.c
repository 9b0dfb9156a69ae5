#include "plot/intervals.h"

#include "plot/bind.h"
#include "transform/statistics.h"

#define BAND_ALPHA 0.2
/* Half the length of the strokes across the ends of a whisker, px at most. */
#define SERIF 5.0
/* Between a whisker and the value beyond it, px. */
#define AIR 5.0

static void
band_draw(const MarkContext *context)
{
    mark_area.draw(context);
}

static const MarkType mark_band = {
    .name = "band",
    .summary = "a translucent surface around a line",
    .over_zero = TRUE,
    .draw = band_draw,
    .draw_key = mark_key_swatch,
};

/* The ends of a whisker, px; FALSE when it is not here. */
static gboolean
whisker_ends(const MarkContext *context, gsize item, Point ends[2])
{
    const Layer *layer = context->layer;

    if (!mark_is_here(context, item))
        return FALSE;
    ends[0] = ends[1] = mark_point(context, item);
    if (layer->upright)
        ends[0].y = scale_map(context->y, layer->y0[item]);
    else
        ends[0].x = scale_map(context->x, layer->x0[item]);
    return isfinite(ends[0].x) && isfinite(ends[0].y) && isfinite(ends[1].x) && isfinite(ends[1].y);
}

static void
whisker_add_line(const MarkContext *context, Path *path, Point from, Point to)
{
    Point ends[] = { from, to };

    path_add_clipped_line(path, ends, 2, context->rect);
}

/* Ink on the page and on the bar alike: a line of background keeps it apart from both. */
static void
whisker_draw(const MarkContext *context)
{
    const Theme *theme = context->theme;
    double half = MIN(SERIF * theme_em(theme), mark_slot_width(context) / 4);
    double width = MAX(1, theme->line_width * 0.6);

    for (gsize i = 0; i < context->layer->n; i++) {
        Point ends[2];
        g_autoptr(Path) path = path_new();

        /* Without an interval there is a place for the value only. */
        if (!whisker_ends(context, i, ends) || (ends[0].x == ends[1].x && ends[0].y == ends[1].y))
            continue;
        whisker_add_line(context, path, ends[0], ends[1]);
        for (guint k = 0; k < 2; k++) {
            Point from = ends[k], to = ends[k];

            *(context->layer->upright ? &from.x : &from.y) -= half;
            *(context->layer->upright ? &to.x : &to.y) += half;
            whisker_add_line(context, path, from, to);
        }
        if (theme->background.a > 0)
            scene_builder_path(context->builder, path, COLOR_NONE,
                               stroke_solid(theme->background, width + 2));
        scene_builder_path(context->builder, path, COLOR_NONE,
                           stroke_solid(theme->label.color, width));
    }
}

/* Beyond the end that is further from zero. */
static void
whisker_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        gboolean back = (layer->upright ? layer->y[i] : layer->x[i]) < 0;
        LabelSpot spot;
        Point ends[2];

        if (!whisker_ends(context, i, ends))
            continue;
        spot = mark_spot_beyond(context, rect_between(ends[0].x, ends[0].y, ends[1].x, ends[1].y),
                                back, AIR);
        mark_ask(context, i, (LabelRequest){ .kind = &mark_values }, &spot, 1);
    }
}

static const MarkType mark_whisker = {
    .name = "whisker",
    .summary = "an interval as a stroke with ends",
    .over_zero = TRUE,
    .draw = whisker_draw,
    .draw_labels = whisker_draw_labels,
    .draw_key = mark_key_swatch,
};

/* The column of --sample-size, for values in percent. NULL and ERROR_USAGE. */
static const Column *
intervals_find_sizes(const Plot *plot, Channel value, GError **error)
{
    const Frame *frame = plot->frame;
    const char *name = plot->spec->sample_size;
    const Column *sizes = table_find(frame->table, name);

    if (sizes == NULL || sizes->type != COLUMN_NUMBER) {
        g_autofree const char **names = table_names(frame->table);
        g_autofree char *near = error_suggest(name, names);

        error_set(error, ERROR_USAGE, WHERE_NONE,
                  sizes != NULL
                      ? "--sample-size: column \"%s\" holds no numbers%s"
                      : "--sample-size: no column \"%s\" in the figure%s (aggregates keep "
                        "only the columns of the channels)",
                  name, sizes != NULL ? "" : near);
        return NULL;
    }
    if (g_strcmp0(frame->units[value], "%") == 0)
        return sizes;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--sample-size: \"%s\" is not in percent; if it is, say --%s-unit %%",
              frame->columns[value]->name, channel_name(value));
    return NULL;
}

/* The interval of Wilson, from the sizes of the samples. */
static gboolean
intervals_from_samples(Plot *plot, Channel value, Intervals *intervals, GError **error)
{
    const Frame *frame = plot->frame;
    const Column *sizes = intervals_find_sizes(plot, value, error);
    const Column *shares = frame->columns[value];
    gsize lost = 0;

    if (sizes == NULL)
        return FALSE;
    for (gsize i = 0; i < shares->length; i++) {
        if (shares->values[i] < 0 || shares->values[i] > 100) {
            g_autoptr(GString) cell = g_string_new(NULL);

            column_append_cell(shares, i, cell);
            error_set(error, ERROR_INPUT, table_where(frame->table, i, shares),
                      "--sample-size: %s %% is no share of a sample", cell->str);
            return FALSE;
        }
        if (isnan(shares->values[i]))
            continue;
        if (!(sizes->values[i] > 0) || !isfinite(sizes->values[i])) {
            lost++;
            continue;
        }
        statistics_wilson(shares->values[i] / 100, sizes->values[i], &intervals->low[i],
                          &intervals->high[i]);
        intervals->low[i] *= 100;
        intervals->high[i] *= 100;
    }
    if (lost > 0)
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = frame->table->file }, lost,
                   "%" G_GSIZE_FORMAT " value%s no sample size and no interval", lost,
                   lost == 1 ? " has" : "s have");
    bind_add_note(plot, bind_language(plot)->words[WORD_MARGINS]);
    return TRUE;
}

/* Counts what an interval of one end, or beside its value, has to say; it is left out. */
static void
intervals_from_columns(Plot *plot, const double *values, const Column *low, const Column *high,
                       Intervals *intervals)
{
    Where where = { .file = plot->frame->table->file };
    gsize beside = 0, lost = 0;

    for (gsize i = 0; i < low->length; i++) {
        gboolean has_low = isfinite(low->values[i]), has_high = isfinite(high->values[i]);

        if (isnan(values[i]))
            continue;
        if (!has_low || !has_high) {
            lost++;
        } else if (low->values[i] > values[i] || high->values[i] < values[i]) {
            beside++;
        } else {
            intervals->low[i] = low->values[i];
            intervals->high[i] = high->values[i];
        }
    }
    if (beside > 0)
        report_add(plot->report, SEVERITY_WARNING, where, beside,
                   "%" G_GSIZE_FORMAT " interval%s left out: \"%s\" is above the value, or \"%s\" "
                   "below it",
                   beside, beside == 1 ? " is" : "s are", low->name, high->name);
    if (lost > 0)
        report_add(plot->report, SEVERITY_NOTE, where, lost,
                   "%" G_GSIZE_FORMAT " value%s no interval: \"%s\" or \"%s\" is missing", lost,
                   lost == 1 ? " has" : "s have", low->name, high->name);
}

gboolean
intervals_have_both_ends(const Plot *plot, GError **error)
{
    const Column *low = plot->frame->columns[CHANNEL_LOW];
    const Column *high = plot->frame->columns[CHANNEL_HIGH];

    if ((low == NULL) == (high == NULL))
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE, "an interval has two ends: --%s needs --%s",
              low != NULL ? "low" : "high", low != NULL ? "high" : "low");
    return FALSE;
}

gboolean
intervals_bind(Plot *plot, Channel value, const Intervals **ret_intervals, GError **error)
{
    Column *const *columns = plot->frame->columns;
    const Column *low = columns[CHANNEL_LOW], *high = columns[CHANNEL_HIGH];
    gsize n = plot->frame->table->length;
    Intervals *intervals;

    if (!intervals_have_both_ends(plot, error))
        return FALSE;
    if (low != NULL && plot->spec->sample_size != NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--sample-size makes the intervals that --low and --high give; say one of them");
        return FALSE;
    }
    *ret_intervals = NULL;
    if (low == NULL && plot->spec->sample_size == NULL)
        return TRUE;
    intervals = arena_new0(plot->arena, Intervals, 1);
    intervals->low = arena_new0(plot->arena, double, n);
    intervals->high = arena_new0(plot->arena, double, n);
    for (gsize i = 0; i < n; i++)
        intervals->low[i] = intervals->high[i] = NAN;
    *ret_intervals = intervals;
    if (low == NULL)
        return intervals_from_samples(plot, value, intervals, error);
    intervals_from_columns(plot, columns[value]->values, low, high, intervals);
    return TRUE;
}

void
intervals_extend(const Intervals *intervals, gsize n, double *min, double *max)
{
    for (gsize i = 0; intervals != NULL && i < n; i++) {
        if (intervals->low[i] < *min)
            *min = intervals->low[i];
        if (intervals->high[i] > *max)
            *max = intervals->high[i];
    }
}

void
intervals_add_band(Plot *plot, const Intervals *intervals, const Layer *line, const gsize *rows)
{
    Layer *layer = bind_add_layer(plot, &mark_band, line->n);
    Color *colors = arena_new0(plot->arena, Color, line->n);

    layer->x = line->x;
    layer->series = line->series;
    layer->panel = line->panel;
    layer->connects = line->connects;
    layer->curve = line->curve;
    layer->unnamed = TRUE;
    layer->y0 = arena_new0(plot->arena, double, line->n);
    for (gsize i = 0; i < line->n; i++) {
        gboolean there = rows[i] != G_MAXSIZE;

        layer->y[i] = there ? intervals->high[rows[i]] : NAN;
        layer->y0[i] = there ? intervals->low[rows[i]] : NAN;
        colors[i] = color_with_alpha(plot->series[line->series[i]].color, BAND_ALPHA);
    }
    layer->colors = colors;
    plot->key_mark = line->type;
}

void
intervals_add_whiskers(Plot *plot, const Intervals *intervals, Layer *bars)
{
    Layer *layer = bind_add_layer(plot, &mark_whisker, bars->n);
    const double *values = bars->upright ? bars->y : bars->x;
    double *near = arena_new0(plot->arena, double, bars->n);
    double *far = arena_new0(plot->arena, double, bars->n);

    for (gsize i = 0; i < bars->n; i++) {
        gboolean down = values[i] < 0, there = isfinite(intervals->low[i]);

        near[i] = !there ? values[i] : down ? intervals->high[i] : intervals->low[i];
        far[i] = !there ? values[i] : down ? intervals->low[i] : intervals->high[i];
    }
    layer->upright = bars->upright;
    layer->series = bars->series;
    layer->panel = bars->panel;
    layer->slot = bars->slot;
    layer->n_slots = bars->n_slots;
    layer->cap = bars->cap;
    layer->x = bars->upright ? bars->x : far;
    layer->y = bars->upright ? far : bars->y;
    layer->x0 = bars->upright ? NULL : near;
    layer->y0 = bars->upright ? near : NULL;
    layer->labels = bars->labels;
    bars->labels = NULL;
}
