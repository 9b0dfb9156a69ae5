#include "charts/timeline.h"
#include "mark/surface.h"
#include "mark/symbol.h"
#include "text/wrap.h"

/* One line of words may take this share of the panel, and no less than so many px. */
#define WRAP_SHARE 0.45
#define LEAST_WRAP 110.0
/* Lanes are at most this many lines apart. */
#define MOST_LINES 4.0
/* No page is higher, px. */
#define MOST_HEIGHT 20000.0
/* Lanes without end, and the air that events need to have lanes of their own. */
#define ANY_HEIGHT 1e9
#define STAIRS_AIR 1.5
/* Between an event and its words, px at the default text size. */
#define AIR 7.0

/* The events of one panel, laid out. */
typedef struct {
    const char **words; /* of the layer's items, with or without their dates */
    gsize n;
    gsize *items;
    TimelineEvent *events;
    TextBlock **blocks; /* the words in lines; NULL: none */
    guint n_lanes;
    double line, pitch, top; /* px */
} Timeline;

static void
timeline_clear(Timeline *timeline)
{
    for (gsize i = 0; timeline->blocks != NULL && i < timeline->n; i++)
        g_clear_pointer(&timeline->blocks[i], text_block_free);
    g_clear_pointer(&timeline->items, g_free);
    g_clear_pointer(&timeline->events, g_free);
    g_clear_pointer(&timeline->blocks, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Timeline, timeline_clear)

static double
timeline_air(const MarkContext *context)
{
    return AIR * theme_em(context->theme) + context->theme->point_radius;
}

/* The words of an event, broken into lines and never cut. Words for more lines than there are lanes
 * are not even broken: a cell can hold a book. */
static void
timeline_measure(const MarkContext *context, Timeline *timeline, gsize at, guint max_lanes)
{
    const TextStyle *style = &context->theme->label;
    const char *words = timeline->words[timeline->items[at]];
    TimelineEvent *event = &timeline->events[at];
    double wrap = MAX(LEAST_WRAP, context->rect.width * WRAP_SHARE);

    wrap = MIN(wrap, (context->rect.width - 3 * timeline_air(context)) / (1 + SCENE_TEXT_SLACK));
    if (words == NULL ||
        text_measure(context->measurer, words, style).width > (wrap + style->size) * max_lanes ||
        text_widest_word(words, style, context->measurer) > wrap)
        return;
    timeline->blocks[at] = text_block_new();
    text_block_add_wrapped(timeline->blocks[at], words, style, wrap, 0, context->measurer);
    event->n_lines = timeline->blocks[at]->lines->len;
    event->width = timeline->blocks[at]->size.width * (1 + SCENE_TEXT_SLACK);
    for (guint i = 0; i < event->n_lines; i++) {
        TextExtents text = g_array_index(timeline->blocks[at]->lines, BlockLine, i).extents;

        /* Scripts differ in height. */
        timeline->line = MAX(timeline->line, MAX(text.line_height, text.ascent + text.descent + 1));
    }
}

/* On a page that is high enough each event has its own lanes: they read like stairs. A page that
 * is still to be made as high as it has to be is not. */
static gboolean
timeline_has_room(const Timeline *timeline, double height)
{
    double wanted = 0;

    for (gsize i = 0; i < timeline->n; i++)
        wanted += MAX(1, timeline->events[i].n_lines);
    return height < ANY_HEIGHT && wanted * STAIRS_AIR <= floor(height / timeline->line);
}

/* As many lanes as a height, px, has room for. */
static Timeline
timeline_of(const MarkContext *context, double height, const char **words)
{
    const Layer *layer = context->layer;
    Timeline timeline = { .words = words };
    guint max_lanes;

    timeline.items = g_new(gsize, layer->n + 1);
    timeline.events = g_new0(TimelineEvent, layer->n + 1);
    timeline.blocks = g_new0(TextBlock *, layer->n + 1);
    timeline.line = text_measure(context->measurer, "x", &context->theme->label).line_height;
    max_lanes = (guint)CLAMP(height / timeline.line, 1, MOST_HEIGHT / timeline.line);
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
        timeline_measure(context, &timeline, timeline.n++, max_lanes);
    }
    timeline.n_lanes =
        timeline_lanes(timeline.events, timeline.n, context->rect.x, rect_right(context->rect),
                       timeline_air(context), max_lanes, timeline_has_room(&timeline, height));
    return timeline;
}

/* How many events go without their words. */
static guint
timeline_losses(const Timeline *timeline)
{
    guint n = 0;

    for (gsize i = 0; i < timeline->n; i++)
        n += timeline->words[timeline->items[i]] != NULL &&
             (timeline->events[i].side == EVENT_BARE || timeline->events[i].side == EVENT_NOWHERE);
    return n;
}

/* With dates, if that leaves no event without its words. */
static Timeline
timeline_new(const MarkContext *context, double height)
{
    const char **dated = ((const TimelineLayer *)context->layer)->dated;

    if (dated != NULL) {
        Timeline timeline = timeline_of(context, height, dated);

        if (timeline_losses(&timeline) == 0)
            return timeline;
        timeline_clear(&timeline);
    }
    return timeline_of(context, height, context->layer->labels);
}

double
timeline_height(const MarkContext *context)
{
    g_auto(Timeline) timeline = timeline_new(context, ANY_HEIGHT);

    return timeline.n_lanes * timeline.line;
}

/* The lanes of a panel in its height. */
static Timeline
timeline_in_panel(const MarkContext *context)
{
    double height = context->rect.height;
    Timeline timeline = timeline_new(context, height);

    timeline.pitch = CLAMP(height / timeline.n_lanes, timeline.line, MOST_LINES * timeline.line);
    timeline.top = context->rect.y + MAX(0, height - timeline.pitch * timeline.n_lanes) / 2;
    return timeline;
}

/* The height at which an event stands, and the first of its lines of words. */
static double
timeline_middle(const Timeline *timeline, const TimelineEvent *event)
{
    double middle = timeline->top + event->lane * timeline->pitch + timeline->pitch / 2;

    /* Words of several lines begin where those of one line stand. */
    if (event->side != EVENT_BARE && event->n_lines > 1)
        middle += (event->n_lines - 1.0) * (timeline->pitch - timeline->line) / 2;
    return middle;
}

static void
timeline_draw_event(const MarkContext *context, const Timeline *timeline, gsize at)
{
    const TimelineEvent *event = &timeline->events[at];
    gsize item = timeline->items[at];
    double middle = timeline_middle(timeline, event), radius = context->theme->point_radius;
    double half = event->side == EVENT_INSIDE ? timeline->line * 0.48 : timeline->line * 0.3;
    Surface surface = mark_surface(context, item);

    surface.radius = half / 3;
    mark_push(context, item);
    if (event->to - event->from >= 2 * radius)
        surface_rect(context->builder, &surface,
                     (Rect){ event->from, middle - half, event->to - event->from, 2 * half });
    else
        symbol_draw(context->builder, mark_series(context, item)->code,
                    (Point){ (event->from + event->to) / 2, middle }, radius, surface.color,
                    STROKE_NONE);
    scene_builder_pop(context->builder);
}

static void
timeline_draw(const MarkContext *context)
{
    g_auto(Timeline) timeline = timeline_in_panel(context);

    for (gsize i = 0; i < timeline.n; i++)
        if (timeline.events[i].side != EVENT_NOWHERE)
            timeline_draw_event(context, &timeline, i);
}

static const LabelKind lane_events = { "event", "events", "at all on the lanes",
                                       "a larger figure would show them", FALSE };
static const LabelKind event_words = { "label", "labels", "at the events",
                                       "a larger figure would show them", FALSE };

/* The place that the lanes keep for the words of an event. */
static LabelSpot
timeline_spot(const MarkContext *context, const Timeline *timeline, gsize at)
{
    const TimelineEvent *event = &timeline->events[at];
    const Series *series = mark_series(context, timeline->items[at]);
    double air = timeline_air(context), height = timeline->blocks[at]->size.height;
    double first =
        timeline->blocks[at]->lines->len > 1 ? (event->n_lines - 1.0) * timeline->line : 0;
    LabelSpot spot = { .anchor = { event->from,
                                   timeline_middle(timeline, event) - (height - first) / 2,
                                   event->to - event->from, height },
                       .dx = event->side == EVENT_LEFT ? -1 : 1,
                       .gap = air,
                       .color = series->muted ? series->text_color : COLOR_NONE };

    if (event->side == EVENT_INSIDE) {
        const Surface surface = mark_surface(context, timeline->items[at]);

        spot.anchor.x += air / 2;
        spot.anchor.width -= air / 2;
        spot.gap = 0;
        spot.dx = -1;
        surface_take_spot(&surface, &spot);
    }
    return spot;
}

static void
timeline_draw_labels(const MarkContext *context)
{
    g_auto(Timeline) timeline = timeline_in_panel(context);

    for (gsize i = 0; i < timeline.n; i++) {
        EventSide side = timeline.events[i].side;
        LabelRequest request = { .kind = &event_words,
                                 .subject = mark_subject(context, timeline.items[i]) };
        LabelSpot spot;

        label_tally_add(context->tally, &lane_events, 1, side != EVENT_NOWHERE);
        if (side == EVENT_NOWHERE || timeline.words[timeline.items[i]] == NULL)
            continue;
        if (side == EVENT_BARE) {
            label_tally_add(context->tally, &event_words, 1, 0);
            continue;
        }
        spot = timeline_spot(context, &timeline, i);
        labels_add(context->labels, &request, &timeline.blocks[i], 1, &spot, 1);
        timeline.blocks[i] = NULL;
    }
}

const MarkType timeline_mark = {
    .name = "event",
    .summary = "a point or a span in time with its words",
    .over_zero = TRUE,
    .draw = timeline_draw,
    .draw_labels = timeline_draw_labels,
    .draw_key = mark_key_point,
};
