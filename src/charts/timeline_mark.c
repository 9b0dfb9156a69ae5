#include "charts/timeline.h"
#include "mark/surface.h"
#include "mark/symbol.h"
#include "text/wrap.h"

/* One line of words may take this share of the panel, and no less than so many px. */
#define WRAP_SHARE 0.45
#define LEAST_WRAP 110.0
#define MAX_LINES 4
/* Lanes are at most this many lines apart. */
#define MOST_LINES 4.0
/* Lanes without end, and the air that events need to have lanes of their own. */
#define ANY_LANES (G_MAXUINT / 2)
#define STAIRS_AIR 1.5
/* Between an event and its words, px at the default text size. */
#define AIR 7.0

/* The events of one panel, laid out. */
typedef struct {
    const char **words; /* of the layer's items, with or without their dates */
    gsize n;
    gsize *items;
    TimelineEvent *events;
    GPtrArray **lines; /* char * lists; NULL: no words */
    guint n_lanes;
    double line, pitch, top; /* px */
    guint n_cut;             /* words that end in an ellipsis */
} Timeline;

static void
timeline_clear(Timeline *timeline)
{
    for (gsize i = 0; timeline->lines != NULL && i < timeline->n; i++)
        g_clear_pointer(&timeline->lines[i], g_ptr_array_unref);
    g_clear_pointer(&timeline->items, g_free);
    g_clear_pointer(&timeline->events, g_free);
    g_clear_pointer(&timeline->lines, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Timeline, timeline_clear)

static double
timeline_air(const MarkContext *context)
{
    return AIR * context->theme->label.size / 13 + context->theme->point_radius;
}

/* The words of an event, broken into lines. */
static void
timeline_measure(const MarkContext *context, Timeline *timeline, gsize at)
{
    const TextStyle *style = &context->theme->label;
    const char *words = timeline->words[timeline->items[at]];
    TimelineEvent *event = &timeline->events[at];
    double wrap = MAX(LEAST_WRAP, context->rect.width * WRAP_SHARE);
    GPtrArray *lines;
    const char *last;

    wrap = MIN(wrap, context->rect.width - 3 * timeline_air(context));
    if (words == NULL || text_widest_word(words, style, context->measurer) > wrap)
        return;
    lines = text_wrap_balanced(words, style, wrap, MAX_LINES, context->measurer);
    last = lines->pdata[lines->len - 1];
    timeline->n_cut += g_str_has_suffix(last, "…") && !g_str_has_suffix(words, "…");
    timeline->lines[at] = lines;
    event->n_lines = lines->len;
    for (guint i = 0; i < lines->len; i++)
        event->width =
            MAX(event->width, text_measure(context->measurer, lines->pdata[i], style).width);
    /* Fonts of other systems may be wider. */
    event->width *= 1 + SCENE_TEXT_SLACK;
}

/* On a page that is high enough each event has its own lanes: they read like stairs. A page that
 * is still to be made as high as it has to be is not. */
static gboolean
timeline_has_room(const Timeline *timeline, guint max_lanes)
{
    double wanted = 0;

    for (gsize i = 0; i < timeline->n; i++)
        wanted += MAX(1, timeline->events[i].n_lines);
    return max_lanes < ANY_LANES && wanted * STAIRS_AIR <= max_lanes;
}

static Timeline
timeline_of(const MarkContext *context, guint max_lanes, const char **words)
{
    const Layer *layer = context->layer;
    Timeline timeline = { .words = words };

    timeline.items = g_new(gsize, layer->n + 1);
    timeline.events = g_new0(TimelineEvent, layer->n + 1);
    timeline.lines = g_new0(GPtrArray *, layer->n + 1);
    timeline.line = text_measure(context->measurer, "x", &context->theme->label).line_height;
    for (gsize i = 0; i < layer->n; i++) {
        double from = scale_map(context->x, layer->x[i]);
        double to = scale_map(context->x, layer->x0[i]);
        double most = rect_right(context->rect);

        if (!mark_is_here(context, i) || !isfinite(from) || from > most + 0.5 ||
            MAX(from, isfinite(to) ? to : from) < context->rect.x - 0.5)
            continue;
        from = MAX(from, context->rect.x);
        timeline.items[timeline.n] = i;
        timeline.events[timeline.n].from = from;
        timeline.events[timeline.n].to = isfinite(to) ? CLAMP(to, from, most) : from;
        timeline_measure(context, &timeline, timeline.n++);
    }
    timeline.n_lanes =
        timeline_lanes(timeline.events, timeline.n, context->rect.x, rect_right(context->rect),
                       timeline_air(context), max_lanes, timeline_has_room(&timeline, max_lanes));
    return timeline;
}

/* How many events go without their words, or with only some of them. */
static guint
timeline_losses(const Timeline *timeline)
{
    guint n = timeline->n_cut;

    for (gsize i = 0; i < timeline->n; i++)
        n += timeline->words[timeline->items[i]] != NULL &&
             (timeline->events[i].side == EVENT_BARE || timeline->events[i].side == EVENT_NOWHERE);
    return n;
}

/* With dates, if that leaves no event without its words. */
static Timeline
timeline_new(const MarkContext *context, guint max_lanes)
{
    const char **dated = ((const TimelineLayer *)context->layer)->dated;

    if (dated != NULL) {
        Timeline timeline = timeline_of(context, max_lanes, dated);

        if (timeline_losses(&timeline) == 0)
            return timeline;
        timeline_clear(&timeline);
    }
    return timeline_of(context, max_lanes, context->layer->labels);
}

double
timeline_height(const MarkContext *context)
{
    g_auto(Timeline) timeline = timeline_new(context, ANY_LANES);

    return timeline.n_lanes * timeline.line;
}

static void
timeline_draw_words(const MarkContext *context, const Timeline *timeline, gsize at, double middle)
{
    const TimelineEvent *event = &timeline->events[at];
    TextStyle style = context->theme->label;
    const Series *series = mark_series(context, timeline->items[at]);
    double air = timeline_air(context);
    Point point = { event->to + air, middle };
    Anchor anchor = ANCHOR_START;

    if (series->muted)
        style.color = series->text_color;
    if (event->side == EVENT_LEFT) {
        anchor = ANCHOR_END;
        point.x = event->from - air;
    } else if (event->side == EVENT_INSIDE) {
        point.x = event->from + air / 2;
    }
    for (guint i = 0; i < timeline->lines[at]->len; i++) {
        const char *words = timeline->lines[at]->pdata[i];
        TextExtents text = text_measure(context->measurer, words, &style);

        if (event->side == EVENT_INSIDE)
            mark_surface_text(context, timeline->items[at], words, point, anchor, style);
        else
            scene_builder_text(context->builder, words,
                               (Point){ point.x, point.y + (text.ascent - text.descent) / 2 },
                               anchor, 0, &style, text);
        point.y += timeline->line;
    }
}

static void
timeline_draw_event(const MarkContext *context, const Timeline *timeline, gsize at)
{
    const TimelineEvent *event = &timeline->events[at];
    gsize item = timeline->items[at];
    double middle = timeline->top + event->lane * timeline->pitch + timeline->pitch / 2;
    double half = event->side == EVENT_INSIDE ? timeline->line * 0.48 : timeline->line * 0.3;
    double radius = context->theme->point_radius;
    Surface surface = mark_surface(context, item);

    surface.radius = half / 3;
    /* Words of several lines begin where those of one line stand. */
    if (event->side != EVENT_BARE && event->n_lines > 1)
        middle += (event->n_lines - 1.0) * (timeline->pitch - timeline->line) / 2;
    mark_push(context, item);
    if (event->to - event->from >= 2 * radius)
        surface_rect(context->builder, &surface,
                     (Rect){ event->from, middle - half, event->to - event->from, 2 * half });
    else
        symbol_draw(context->builder, mark_series(context, item)->code,
                    (Point){ (event->from + event->to) / 2, middle }, radius, surface.color,
                    STROKE_NONE);
    if (event->side != EVENT_BARE)
        timeline_draw_words(context, timeline, at, middle);
    scene_builder_pop(context->builder);
}

/* Counts what had no room in this panel; after the last one it is said. */
static void
timeline_report(const MarkContext *context, const Timeline *timeline)
{
    TimelineTally *tally = ((const TimelineLayer *)context->layer)->tally;

    tally->n += timeline->n;
    tally->cut += timeline->n_cut;
    for (gsize i = 0; i < timeline->n; i++) {
        EventSide side = timeline->events[i].side;

        tally->nowhere += side == EVENT_NOWHERE;
        tally->bare += side == EVENT_BARE && context->layer->labels[timeline->items[i]] != NULL;
    }
    if (context->panel + 1 < tally->n_panels)
        return;
    if (tally->bare > 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, tally->bare,
                   "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                   " events have no room for their words; a larger figure would show them",
                   tally->bare, tally->n);
    if (tally->nowhere > 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, tally->nowhere,
                   "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                   " events have no room at all; a larger figure would show them",
                   tally->nowhere, tally->n);
    if (tally->cut > 0)
        report_add(context->report, SEVERITY_NOTE, WHERE_NONE, tally->cut,
                   "%" G_GSIZE_FORMAT " text%s too long and end%s in an ellipsis", tally->cut,
                   tally->cut == 1 ? " is" : "s are", tally->cut == 1 ? "s" : "");
}

static void
timeline_draw(const MarkContext *context)
{
    double line = text_measure(context->measurer, "x", &context->theme->label).line_height;
    double height = context->rect.height;
    g_auto(Timeline) timeline = timeline_new(context, (guint)CLAMP(height / line, 1, G_MAXINT));

    timeline.pitch = CLAMP(height / timeline.n_lanes, timeline.line, MOST_LINES * timeline.line);
    timeline.top = context->rect.y + MAX(0, height - timeline.pitch * timeline.n_lanes) / 2;
    for (gsize i = 0; i < timeline.n; i++)
        if (timeline.events[i].side != EVENT_NOWHERE)
            timeline_draw_event(context, &timeline, i);
    timeline_report(context, &timeline);
}

const MarkType timeline_mark = {
    .name = "event",
    .summary = "a point or a span in time with its words",
    .over_zero = TRUE,
    .draw = timeline_draw,
    .draw_key = mark_key_point,
};
