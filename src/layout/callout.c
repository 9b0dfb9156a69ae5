#include "layout/callout_work.h"

/* No leader is longer than this share of the area's diagonal. */
#define LONGEST_LEADER 0.5
/* More than this nobody reads on a map. */
#define MOST_CALLOUTS 60
#define LEADER_WIDTH 0.75
#define DOT_RADIUS 2.0
/* The plate around words, px. */
#define PLATE_AIR 3.0
/* Letters need so much contrast (WCAG 2.2). */
#define TEXT_CONTRAST 4.5

CalloutStyle
callout_style(const Theme *theme, Color accent)
{
    CalloutStyle style = { .date = theme->annotation,
                           .text = theme->annotation,
                           .leader = theme->axis.color,
                           .paper = color_with_alpha(theme_paper(theme), 1) };

    style.date.bold = TRUE;
    style.date.color = color_ensure_contrast(accent, style.paper, TEXT_CONTRAST);
    return style;
}

static void
place_clear(gpointer place)
{
    text_block_free(((CalloutPlace *)place)->block);
}

/* px² that the words of all need at least. */
static double
work_least_room(const CalloutWork *work)
{
    double room = 0;

    for (guint i = 0; i < work->n; i++) {
        double least = G_MAXDOUBLE;

        for (guint b = 0; b < work->items[i].n_blocks; b++) {
            Size size = work->items[i].blocks[b].block->size;

            least = MIN(least, size.width * size.height);
        }
        room += least;
    }
    return room;
}

static gboolean
work_solve(CalloutWork *work)
{
    if (work_least_room(work) > occupancy_sum_room(work->forbidden))
        return FALSE;
    for (guint i = 0; i < work->n; i++) {
        callout_item_find(work, &work->items[i]);
        if (work->items[i].candidates->len == 0)
            return FALSE;
    }
    if (!callouts_choose(work))
        return FALSE;
    callouts_polish(work);
    return TRUE;
}

/* The chosen block goes to the caller. */
static void
item_take_place(CalloutItem *item, Occupancy *occupied, CalloutPlace *ret_place)
{
    const CalloutCandidate *chosen = &item->chosen;

    ret_place->block = g_steal_pointer(&item->blocks[chosen->block].block);
    ret_place->box = chosen->box;
    ret_place->leader[0] = chosen->leader[0];
    ret_place->leader[1] = chosen->leader[1];
    ret_place->plated = !occupancy_is_free(occupied, TAKEN_SURFACE, chosen->box);
    occupancy_add_rect(occupied, TAKEN_WORDS, chosen->room);
    occupancy_add_line(occupied, TAKEN_WORDS, chosen->leader[0], chosen->leader[1], LEADER_WIDTH);
}

static GArray *
work_places(CalloutWork *work, Occupancy *occupied)
{
    GArray *places = g_array_sized_new(FALSE, TRUE, sizeof(CalloutPlace), work->n_symbols);

    g_array_set_clear_func(places, place_clear);
    g_array_set_size(places, work->n_symbols);
    for (guint i = 0; i < work->n; i++)
        item_take_place(
            &work->items[i], occupied,
            &g_array_index(places, CalloutPlace, work->items[i].callout - work->symbols));
    return places;
}

/* Items for those with words; leaders see the symbols of all. */
static void
work_measure(CalloutWork *work, Occupancy *occupied, const LayoutContext *context)
{
    for (guint i = 0; i < work->n_symbols; i++) {
        CalloutItem *item = &work->items[work->n];

        item->callout = &work->symbols[i];
        callout_item_measure(item, work->style, context);
        work->n += item->n_blocks > 0;
        occupancy_add_disc(occupied, TAKEN_WORDS, work->symbols[i].site,
                           MAX(DOT_RADIUS, work->symbols[i].radius));
    }
}

GArray *
callouts_place(const Callout *callouts, guint n, const CalloutStyle *style, Occupancy *occupied,
               Rect area, const LayoutContext *context)
{
    g_autofree CalloutItem *items = g_new0(CalloutItem, n + 1);
    g_autoptr(OccupancySum) forbidden = NULL, taken = NULL;
    CalloutWork work = { .style = style,
                         .occupied = occupied,
                         .area = rect_clip(area, occupancy_area(occupied)),
                         .symbols = callouts,
                         .n_symbols = n,
                         .items = items };
    const guint all = 1u << TAKEN_SURFACE | 1u << TAKEN_INK | 1u << TAKEN_WORDS;
    GArray *places = NULL;

    work.reach = LONGEST_LEADER * hypot(work.area.width, work.area.height);
    work_measure(&work, occupied, context);
    work.forbidden = forbidden =
        occupancy_sum_new(occupied, style->covers_surfaces ? all & ~(1u << TAKEN_SURFACE) : all);
    work.taken = taken = occupancy_sum_new(occupied, all);
    if (work.n <= MOST_CALLOUTS && work_solve(&work))
        places = work_places(&work, occupied);
    for (guint i = 0; i < work.n; i++)
        callout_item_clear(&items[i]);
    return places;
}

static gboolean
site_is_first(const Callout *callouts, guint index)
{
    for (guint i = 0; i < index; i++)
        if (callouts[i].site.x == callouts[index].site.x &&
            callouts[i].site.y == callouts[index].site.y)
            return FALSE;
    return TRUE;
}

void
callouts_draw(const Callout *callouts, const GArray *places, const CalloutStyle *style,
              SceneBuilder *builder)
{
    for (guint i = 0; i < places->len; i++) {
        const CalloutPlace *place = &g_array_index(places, CalloutPlace, i);

        if (place->block == NULL)
            continue;
        scene_builder_push(builder, ROLE_ANNOTATION, NULL);
        scene_builder_line(builder, place->leader[0], place->leader[1],
                           stroke_solid(style->leader, LEADER_WIDTH));
        if (!(callouts[i].radius > 0) && site_is_first(callouts, i))
            scene_builder_circle(builder, callouts[i].site, DOT_RADIUS, style->leader, STROKE_NONE);
        if (place->plated)
            scene_builder_rect(builder, rect_grow(place->box, PLATE_AIR, PLATE_AIR), 2,
                               style->paper, STROKE_NONE);
        scene_builder_set_subject(builder, callouts[i].subject);
        text_block_draw(place->block, place->box, ANCHOR_START, COLOR_NONE, builder);
        scene_builder_set_subject(builder, 0);
        scene_builder_pop(builder);
    }
}
