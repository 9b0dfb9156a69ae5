#include "charts/timeline.h"

/* What stands on the lanes so far, one list of stretches a lane. */
typedef struct {
    GPtrArray *lanes; /* GArray * of Stretch */
    double left, right, air;
    guint max_lanes;
    gboolean apart; /* each event on lanes of its own */
} Lanes;

static void
lanes_clear(Lanes *lanes)
{
    g_clear_pointer(&lanes->lanes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Lanes, lanes_clear)

typedef struct {
    double from, to;
    gboolean bare;
} Stretch;

static gboolean
lanes_are_free(const Lanes *lanes, guint lane, guint n, Stretch stretch, gboolean over_bare)
{
    for (guint k = lane; k < lane + n && k < lanes->lanes->len; k++) {
        const GArray *taken = lanes->lanes->pdata[k];

        /* Events come in time: what stands in the way is among the last. */
        for (guint i = taken->len; i-- > 0;) {
            Stretch other = g_array_index(taken, Stretch, i);

            if (!(over_bare && other.bare) && stretch.from < other.to && other.from < stretch.to)
                return FALSE;
        }
    }
    return TRUE;
}

static void
lanes_take(Lanes *lanes, guint lane, guint n, Stretch stretch)
{
    while (lanes->lanes->len < lane + n)
        g_ptr_array_add(lanes->lanes, g_array_new(FALSE, FALSE, sizeof(Stretch)));
    for (guint k = lane; k < lane + n; k++)
        g_array_append_val((GArray *)lanes->lanes->pdata[k], stretch);
}

/* What an event and its words take on one side; FALSE when that is beyond the page. */
static gboolean
lanes_stretch(const Lanes *lanes, const TimelineEvent *event, EventSide side, Stretch *ret_stretch)
{
    double air = lanes->air;
    Stretch stretch = { event->from - air, event->to + air,
                        side == EVENT_BARE || side == EVENT_NOWHERE };

    switch (side) {
    case EVENT_INSIDE:
        if (event->n_lines != 1 || event->width + air > event->to - event->from)
            return FALSE;
        break;
    case EVENT_RIGHT:
        stretch.to += event->width + air;
        if (event->to + air + event->width > lanes->right)
            return FALSE;
        break;
    case EVENT_LEFT:
        stretch.from -= event->width + air;
        if (event->from - air - event->width < lanes->left)
            return FALSE;
        break;
    case EVENT_BARE:
    case EVENT_NOWHERE:
        break;
    }
    *ret_stretch = stretch;
    return TRUE;
}

static gboolean
lanes_try(Lanes *lanes, TimelineEvent *event, EventSide side, gboolean over_bare)
{
    guint n = side == EVENT_BARE ? 1 : event->n_lines;
    Stretch stretch;

    if (n == 0 || !lanes_stretch(lanes, event, side, &stretch))
        return FALSE;
    for (guint lane = lanes->apart ? lanes->lanes->len : 0;
         lane < lanes->max_lanes && n <= lanes->max_lanes - lane; lane++)
        if (lanes_are_free(lanes, lane, n, stretch, over_bare)) {
            lanes_take(lanes, lane, n, stretch);
            event->side = side;
            event->lane = lane;
            return TRUE;
        }
    return FALSE;
}

guint
timeline_lanes(TimelineEvent *events, gsize n, double left, double right, double air,
               guint max_lanes, gboolean apart)
{
    g_auto(Lanes) lanes = { .lanes = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
                            .left = left,
                            .right = right,
                            .air = air,
                            .max_lanes = MAX(1, max_lanes),
                            .apart = apart };

    for (gsize i = 0; i < n; i++) {
        TimelineEvent *event = &events[i];

        if (!lanes_try(&lanes, event, EVENT_INSIDE, FALSE) &&
            !lanes_try(&lanes, event, EVENT_RIGHT, FALSE) &&
            !lanes_try(&lanes, event, EVENT_LEFT, FALSE) &&
            !lanes_try(&lanes, event, EVENT_BARE, FALSE) &&
            !lanes_try(&lanes, event, EVENT_BARE, TRUE))
            event->side = EVENT_NOWHERE;
    }
    return MAX(1, lanes.lanes->len);
}
