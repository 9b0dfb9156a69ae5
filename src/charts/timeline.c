#include "charts/timeline.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/page.h"
#include "plot/panels_box.h"

#include <stdlib.h>
#include <string.h>

/* px of what stands around the lanes of a panel, at the default text size; and a lane's share of
 * air. */
#define PANEL_CHROME 45
#define LANE_AIR 1.4
#define LEAST_HEIGHT 220
/* Seconds that the axis spans from which on no hours are written at the events. */
#define DATES_FROM (10 * 86400.0)
/* Width over height that panels would like: words run from left to right. */
#define PANEL_ASPECT 5

typedef struct {
    double from, to;
    guint panel;
    gsize row;
} EventKey;

static int
event_compare(const void *a, const void *b)
{
    const EventKey *left = a, *right = b;

    if (left->panel != right->panel)
        return left->panel < right->panel ? -1 : 1;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

/* When each event begins and ends, in order of time; one that ends before it begins is a point. */
static EventKey *
timeline_keys(Plot *plot, const guint *panels)
{
    const Frame *frame = plot->frame;
    const Column *start = frame->columns[CHANNEL_X], *end = frame->columns[CHANNEL_END];
    gsize n = frame->table->length, backwards = 0;
    EventKey *keys = g_new(EventKey, n + 1);

    for (gsize i = 0; i < n; i++) {
        keys[i] = (EventKey){ start->values[i], end != NULL ? end->values[i] : NAN, panels[i], i };
        if (keys[i].to < keys[i].from) {
            keys[i].to = NAN;
            backwards++;
        }
    }
    if (backwards > 0)
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = frame->table->file }, backwards,
                   "%" G_GSIZE_FORMAT " event%s before %s begin%s and %s drawn as %s", backwards,
                   backwards == 1 ? " ends" : "s end", backwards == 1 ? "it" : "they",
                   backwards == 1 ? "s" : "", backwards == 1 ? "is" : "are",
                   backwards == 1 ? "a point" : "points");
    qsort(keys, n, sizeof *keys, event_compare);
    return keys;
}

/* "Kim Yong Nam visits: 11 Jul 2001 – 20 Jul 2001" */
static const char *
timeline_title(const Plot *plot, const EventKey *key)
{
    Column *const *columns = plot->frame->columns;
    g_autoptr(GString) title = g_string_new(NULL);

    bind_append_cell(plot, columns[CHANNEL_LABEL], key->row, title);
    g_string_append(title, title->len > 0 ? ": " : "");
    bind_append_cell(plot, columns[CHANNEL_X], key->row, title);
    if (isfinite(key->to)) {
        g_string_append(title, " – ");
        bind_append_cell(plot, columns[CHANNEL_END], key->row, title);
    }
    return bind_name(plot, title->str);
}

/* Days are fine enough in a figure of years, and a year that all events share is said by the axis.
 */
static const char *
timeline_format(const Plot *plot, const Column *column, double time)
{
    const Language *language = bind_language(plot);
    double first = plot->x.min, last = plot->x.max;
    TimeUnit unit = column_time_unit(column, time);

    if (last - first > DATES_FROM)
        unit = MAX(unit, TIME_DAY);
    return calendar_floor(first, TIME_YEAR) == calendar_floor(last, TIME_YEAR) && unit < TIME_YEAR
               ? language->in_year[unit]
               : language->full[unit];
}

/* "27 Feb 2019: Summit in Hanoi", or with the dates of a span. */
static const char *
timeline_dated(const Plot *plot, const EventKey *key, const char *words)
{
    const Language *language = bind_language(plot);
    const Column *start = plot->frame->columns[CHANNEL_X];
    g_autoptr(GString) from = g_string_new(NULL), to = g_string_new(NULL);

    if (start->type == COLUMN_TIME) {
        language_append_time(language, from, key->from, timeline_format(plot, start, key->from));
        if (isfinite(key->to))
            language_append_time(language, to, key->to,
                                 timeline_format(plot, plot->frame->columns[CHANNEL_END], key->to));
    } else {
        g_string_append(from, bind_value_text(plot, &plot->x, key->from));
        if (isfinite(key->to))
            g_string_append(to, bind_value_text(plot, &plot->x, key->to));
    }
    if (to->len > 0 && strcmp(from->str, to->str) != 0)
        g_string_append_printf(from, "–%s", to->str);
    return arena_printf(plot->arena, "%s%s%s", from->str, language->colon, words);
}

static Layer *
timeline_layer(Plot *plot, const EventKey *keys, const guint *series)
{
    gsize n = plot->frame->table->length;
    TimelineLayer *timeline = arena_new0(plot->arena, TimelineLayer, 1);
    Layer *layer = &timeline->layer;

    *layer = *bind_add_layer(plot, &timeline_mark, n);
    plot->layers->pdata[plot->layers->len - 1] = layer;
    layer->x0 = arena_new0(plot->arena, double, n);
    layer->labels = arena_new0(plot->arena, const char *, n);
    layer->titles = arena_new0(plot->arena, const char *, n);
    timeline->dated = plot->spec->dates ? arena_new0(plot->arena, const char *, n) : NULL;
    for (gsize i = 0; i < n; i++) {
        gsize row = keys[i].row;
        g_autoptr(GString) words = g_string_new(NULL);

        column_append_cell(plot->frame->columns[CHANNEL_LABEL], row, words);
        layer->x[i] = keys[i].from;
        layer->x0[i] = keys[i].to;
        layer->series[i] = series[row];
        layer->panel[i] = keys[i].panel;
        layer->rows[i] = (gint64)row + 1;
        layer->titles[i] = timeline_title(plot, &keys[i]);
        if (words->len == 0)
            continue;
        layer->labels[i] = bind_name(plot, words->str);
        if (timeline->dated != NULL)
            timeline->dated[i] = timeline_dated(plot, &keys[i], layer->labels[i]);
    }
    return layer;
}

/* As high as the lanes need, unless a height was asked for. */
static void
timeline_choose_height(Plot *plot, const Layer *layer)
{
    double em = theme_em(plot->theme), needed = 0;
    Size free_size = { plot->size.width, plot->n_panels * 200.0 * em };
    guint columns = panels_columns(plot, plot->fixed_height ? plot->size : free_size);
    guint rows = (plot->n_panels + columns - 1) / columns;
    double room = plot->x.room_before;
    double width = (plot->size.width - 2 * plot->theme->margin) / columns - 12 * em -
                   (columns > 1 ? plot->theme->panel_gap : 0);
    Scale x = scale_continuous(plot->x.kind, plot->x.min, plot->x.max);
    MarkContext context = { .layer = layer,
                            .rect = { 0, 0, MAX(40, width), 1 },
                            .x = &x,
                            .series = plot->series,
                            .n_series = plot->n_series,
                            .theme = plot->theme,
                            .measurer = plot->measurer };

    if (plot->fixed_height)
        return;
    scale_widen_degenerate(&x, plot->x.unit);
    x.from = room;
    x.to = context.rect.width - room;
    for (context.panel = 0; context.panel < plot->n_panels; context.panel++)
        needed = MAX(needed, timeline_height(&context));
    plot->size.height = CLAMP(page_height(plot, rows, needed * LANE_AIR + PANEL_CHROME * em),
                              LEAST_HEIGHT * em, PAGE_MOST_HEIGHT);
}

static gboolean
timeline_axes(Plot *plot, GError **error)
{
    const Frame *frame = plot->frame;
    const Column *start = frame->columns[CHANNEL_X], *end = frame->columns[CHANNEL_END];
    double min, max, low, high;

    if (end != NULL && end->type != start->type) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--end: column \"%s\" is %s, \"%s\" is %s",
                  end->name, column_type_name(end->type), start->name,
                  column_type_name(start->type));
        return FALSE;
    }
    bind_no_axes(plot);
    plot->x = (AxisSpec){ .kind = SCALE_LINEAR };
    bind_extent(start->values, start->length, &min, &max);
    if (end != NULL) {
        bind_extent(end->values, end->length, &low, &high);
        max = high > max ? high : max;
    }
    return bind_place_axis(plot, CHANNEL_X, &plot->x, min, max, plot->theme->point_radius + 1,
                           error);
}

static gboolean
timeline_expand(Plot *plot, GError **error)
{
    g_autofree EventKey *keys = NULL;
    guint *series, *panels;
    Layer *layer;

    plot->panel_aspect = PANEL_ASPECT;
    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!facets_bind(plot, &panels, error))
        return FALSE;
    series = bind_series(plot);
    if (!timeline_axes(plot, error))
        return FALSE;
    keys = timeline_keys(plot, panels);
    layer = timeline_layer(plot, keys, series);
    timeline_choose_height(plot, layer);
    return TRUE;
}

static const ChannelDef timeline_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ORDERED, "times: when each event was, or began" },
    { CHANNEL_LABEL, TRUE, ACCEPTS_ANY, "words for each event" },
    { CHANNEL_END, FALSE, ACCEPTS_ORDERED, "times: when a span ended; missing for a point" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the kind of each event" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_timeline = {
    .name = "timeline",
    .summary = "events in time: points and spans on lanes, words that never collide",
    .example = "datasets/events/events.csv -x date --label event --color category",
    .channels = timeline_channels,
    .expand = timeline_expand,
};
