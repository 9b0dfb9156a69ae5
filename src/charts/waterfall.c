#include "charts/waterfall.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/categories.h"
#include "plot/facets.h"
#include "plot/palette.h"
#include "plot/value_room.h"

#include <string.h>

/* Bars carry their values when there are no more than this. */
#define MAX_VALUES 40
/* From a bar to its value and on to the edge of the panel, px. */
#define VALUE_AIR 8
/* px a lying step needs; widest bar, px. */
#define ROW 22
#define CAP 90

/* One more place after the steps. Periods are then names like any other. */
static void
waterfall_make_room(Plot *plot, Waterfall *work)
{
    Categories *categories = &work->categories;
    const char **names = arena_new0(plot->arena, const char *, categories->n + 1);

    if (!work->has_sum)
        return;
    for (guint i = 0; i < categories->n; i++)
        names[i] = categories->names[i];
    names[categories->n++] = plot->series[STEP_TOTAL].name;
    categories->names = names;
    categories->times = NULL;
}

/* The three kinds of bars, as series: --colors can name them. */
static void
waterfall_series(Plot *plot)
{
    static const LanguageWord names[] = { WORD_INCREASE, WORD_DECREASE, WORD_TOTAL };
    static const Color light[] = { COLOR_INIT(0x28a197), COLOR_INIT(0xd2562a),
                                   COLOR_INIT(0x5b6874) };
    static const Color dark[] = { COLOR_INIT(0x2fb5aa), COLOR_INIT(0xf2855c),
                                  COLOR_INIT(0xa9b4be) };
    static const Color grey[] = { COLOR_INIT(0x575757), COLOR_INIT(0x1f1f1f),
                                  COLOR_INIT(0x8a8a8a) };
    static const guint codes[] = { 0, 1, 0 };

    plot->n_series = STEP_KINDS;
    plot->series = arena_new0(plot->arena, Series, STEP_KINDS);
    for (guint i = 0; i < STEP_KINDS; i++)
        plot->series[i].name = bind_language(plot)->words[names[i]];
    plot->own_colors = plot->theme->grey ? grey : plot->theme->dark ? dark : light;
    plot->own_codes = codes;
    palette_apply(plot);
}

/* "+12", "−3", and totals as they are. */
static const char **
waterfall_labels(Plot *plot, const Waterfall *work)
{
    double *values = arena_new0(plot->arena, double, work->n);
    const char **labels;

    for (gsize i = 0; i < work->n; i++)
        values[i] = work->to[i] - work->from[i];
    for (gsize i = 0; i < work->n; i++)
        if (work->kinds[i] != STEP_TOTAL)
            values[i] = plot->frame->columns[work->value]->values[work->rows[i]];
    labels = bind_value_labels(plot, work->value_axis, values, work->n);
    for (gsize i = 0; i < work->n; i++)
        if (work->kinds[i] == STEP_UP && values[i] > 0 && labels[i] != NULL && *labels[i] != '+')
            labels[i] = arena_printf(plot->arena, "+%s", labels[i]);
    return labels;
}

/* Values at the bars; the axis is then not needed. */
static void
waterfall_values(Plot *plot, const Waterfall *work, Layer *layer)
{
    if (plot->spec->values == SWITCH_OFF ||
        (plot->spec->values == SWITCH_AUTO && work->categories.n > MAX_VALUES))
        return;
    layer->labels = waterfall_labels(plot, work);
    value_room_keep(plot, &(ValueRoom){ .axis = work->value_axis,
                                        .upright = work->upright,
                                        .labels = layer->labels,
                                        .ends = work->to,
                                        .n = work->n,
                                        .gap = VALUE_AIR,
                                        .alone = TRUE });
}

static gboolean
waterfall_axes(Plot *plot, Waterfall *work, GError **error)
{
    double min, max, low, high;
    OrientChoice orient = (OrientChoice)plot->spec->orient;

    work->upright =
        orient == ORIENT_VERTICAL ||
        (orient == ORIENT_AUTO && work->value == CHANNEL_Y &&
         (work->categories.times != NULL || categories_fit_upright(plot, &work->categories)));
    plot->upright = work->upright;
    work->value_axis = work->upright ? &plot->y : &plot->x;
    work->band_axis = work->upright ? &plot->x : &plot->y;
    categories_set_axis(&work->categories, work->band_axis);
    work->band_axis->padding = plot->theme->band_padding;
    work->band_axis->max_step = work->upright ? 0 : plot_bar_room(plot, 110);
    if (!bind_axis_options(plot, work->position, work->band_axis, error))
        return FALSE;
    bind_extent(work->from, work->n, &min, &max);
    bind_extent(work->to, work->n, &low, &high);
    if (!bind_measure_axis(plot, work->value, work->value_axis, MIN(min, low), MAX(max, high), TRUE,
                           error))
        return FALSE;
    if (!work->upright)
        categories_grow(plot, &work->categories, ROW);
    return TRUE;
}

static Layer *
waterfall_add_layer(Plot *plot, const Waterfall *work, const MarkType *mark)
{
    Layer *layer = bind_add_layer(plot, mark, work->n);

    layer->upright = work->upright;
    layer->cap = CAP * theme_em(plot->theme);
    layer->series = work->kinds;
    layer->panel = work->panel;
    layer->x = work->upright ? work->at : work->to;
    layer->y = work->upright ? work->to : work->at;
    *(work->upright ? &layer->y0 : &layer->x0) = work->from;
    return layer;
}

static gboolean
waterfall_bind(Plot *plot, Waterfall *work, GError **error)
{
    Frame *frame = plot->frame;
    const char *sort = plot->spec->sort;

    work->value = frame->columns[CHANNEL_Y]->type == COLUMN_NUMBER ? CHANNEL_Y : CHANNEL_X;
    work->position = work->value == CHANNEL_Y ? CHANNEL_X : CHANNEL_Y;
    if (frame->columns[work->value]->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: column \"%s\" is %s; waterfall needs the change of each step, a number",
                  channel_name(work->value), frame->columns[work->value]->name,
                  column_type_name(frame->columns[work->value]->type));
        return FALSE;
    }
    if (sort != NULL && strcmp(sort, "data") != 0 && strcmp(sort, "none") != 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--sort: the steps of a waterfall follow from each other; --order moves them");
        return FALSE;
    }
    frame_leave_out_missing(frame, work->position, plot->report);
    if (!frame_check_unique(frame, work->value, error) || !facets_bind(plot, &work->panels, error))
        return FALSE;
    work->categories = categories_new(plot, work->position);
    return waterfall_steps(plot, work, error);
}

static gboolean
waterfall_expand(Plot *plot, GError **error)
{
    Waterfall work = { 0 };
    Layer *bars;

    if (!waterfall_bind(plot, &work, error))
        return FALSE;
    waterfall_series(plot);
    waterfall_make_room(plot, &work);
    if (!waterfall_axes(plot, &work, error))
        return FALSE;
    bars = waterfall_add_layer(plot, &work, &mark_bar);
    bind_titles(plot, bars, work.rows, work.position, work.value, work.value_axis);
    for (gsize i = 0; i < work.n; i++)
        if (work.rows[i] == G_MAXSIZE)
            bars->titles[i] = arena_printf(plot->arena, "%s: %s", plot->series[STEP_TOTAL].name,
                                           bind_value_text(plot, work.value_axis, work.to[i]));
    waterfall_values(plot, &work, bars);
    waterfall_add_layer(plot, &work, &waterfall_connector);
    return TRUE;
}

static const ChannelDef waterfall_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "the steps, or the changes for lying bars" },
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "the change of each step, or the steps for lying bars" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_waterfall = {
    .name = "waterfall",
    .summary = "how a total comes about: a start, what adds to it and what takes away",
    .example = "steps.csv -x step -y change --total Start,End",
    .channels = waterfall_channels,
    .expand = waterfall_expand,
};
