// Dots of one place stand side by side, for dots that cover each other are not counted: in columns
// beside their words if there is room for them, else as squares.
#include "map/map_draw.h"

#include <stdlib.h>

/* Paper between neighbours in a square, px at text of 13 px, and a line of a column, of the text's
 * size. */
#define AIR 1.5
#define LINE 1.25

typedef struct {
    Point at;
    guint symbol;
} SpreadDot;

static int
spread_compare(const void *a, const void *b)
{
    const SpreadDot *left = a, *right = b;

    if (left->at.x != right->at.x)
        return left->at.x < right->at.x ? -1 : 1;
    if (left->at.y != right->at.y)
        return left->at.y < right->at.y ? -1 : 1;
    return left->symbol < right->symbol ? -1 : 1;
}

/* The dots of one place. */
typedef struct {
    const SpreadDot *dots;
    guint n;
    double words; /* px of the widest words at them; 0: none */
} SpreadGroup;

/* n places around a point, in columns, inside a rectangle if they fit. */
static void
spread_place(MapView *view, const Map *map, const SpreadGroup *group, guint columns, double step)
{
    const SpreadDot *dots = group->dots;
    guint rows = (group->n + columns - 1) / columns;
    double radius = map->symbols[dots[0].symbol].radius;
    Rect box = { dots[0].at.x - (columns - 1) * step / 2 - radius,
                 dots[0].at.y - (rows - 1) * step / 2 - radius, (columns - 1) * step + 2 * radius,
                 (rows - 1) * step + 2 * radius };

    box.x = MAX(view->rect.x, MIN(box.x, rect_right(view->rect) - box.width));
    box.y = MAX(view->rect.y, MIN(box.y, rect_bottom(view->rect) - box.height));
    for (guint i = 0; i < group->n; i++) {
        view->symbols[dots[i].symbol] =
            (Point){ box.x + radius + i % columns * step, box.y + radius + i / columns * step };
        view->spreads[dots[i].symbol] =
            (MapSpread){ .rank = i + 1, .box = box, .listed = columns == 1 && group->words > 0 };
    }
}

static void
spread_square(MapView *view, const Map *map, const SpreadGroup *group, const Theme *theme)
{
    spread_place(view, map, group, (guint)ceil(sqrt(group->n)),
                 2 * map->symbols[group->dots[0].symbol].radius + AIR * theme_em(theme));
}

static double
spread_words_width(const MarkContext *context, const SpreadDot *dots, guint n)
{
    const Map *map = (const Map *)context->layer;
    double width = 0;

    for (guint i = 0; i < n; i++) {
        const char *words = map->symbols[dots[i].symbol].words;

        if (words != NULL)
            width =
                MAX(width, text_measure(context->measurer, words, &context->theme->label).width);
    }
    return width;
}

static const Rect *
spread_box(const MapView *view, const SpreadGroup *group)
{
    return &view->spreads[group->dots[0].symbol].box;
}

static gboolean
spread_meet(Rect a, Rect b)
{
    return a.x < rect_right(b) && b.x < rect_right(a) && a.y < rect_bottom(b) &&
           b.y < rect_bottom(a);
}

/* All as columns, with the words on the side where no other column stands; FALSE: they meet. */
static gboolean
spread_columns(MapView *view, const MarkContext *context, const SpreadGroup *groups, guint n)
{
    const Map *map = (const Map *)context->layer;
    double line = LINE * context->theme->label.size;

    for (guint i = 0; i < n; i++) {
        if (groups[i].n * line > view->rect.height)
            return FALSE;
        spread_place(view, map, &groups[i], 1, line);
    }
    for (guint i = 0; i < n; i++) {
        Rect box = *spread_box(view, &groups[i]), right = box;

        right.width += groups[i].words;
        for (guint k = 0; k < n; k++) {
            Rect other = *spread_box(view, &groups[k]);

            if (k == i)
                continue;
            if (spread_meet(box, other))
                return FALSE;
            for (guint d = 0; d < groups[i].n && spread_meet(right, other); d++)
                view->spreads[groups[i].dots[d].symbol].leftwards = TRUE;
        }
    }
    return TRUE;
}

/* How many dots, from the first one on, have its place. */
static guint
spread_count(const SpreadDot *dots, guint n)
{
    guint same = 1;

    while (same < n && dots[same].at.x == dots[0].at.x && dots[same].at.y == dots[0].at.y)
        same++;
    return same;
}

/* Among lists a dot alone is a list of one: it has the name of its place, too. */
static guint
spread_groups(const MarkContext *context, const SpreadDot *dots, guint n, SpreadGroup *groups,
              gboolean *ret_lists)
{
    guint n_groups = 0, kept = 0;

    *ret_lists = FALSE;
    for (guint i = 0, same; i < n; i += same) {
        same = spread_count(dots + i, n - i);
        groups[n_groups] =
            (SpreadGroup){ dots + i, same, spread_words_width(context, dots + i, same) };
        *ret_lists = *ret_lists || (same > 1 && groups[n_groups].words > 0);
        n_groups++;
    }
    for (guint i = 0; i < n_groups; i++)
        if (groups[i].n > 1 || (*ret_lists && groups[i].words > 0))
            groups[kept++] = groups[i];
    return kept;
}

void
map_spread_symbols(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    g_autofree SpreadDot *dots = g_new0(SpreadDot, map->n_symbols + 1);
    g_autofree SpreadGroup *groups = g_new0(SpreadGroup, map->n_symbols + 1);
    gboolean lists;
    guint n = 0, n_groups;

    view->spreads = arena_new0(map->plot->arena, MapSpread, map->n_symbols + 1);
    for (guint i = 0; i < map->n_symbols && !map->sized; i++)
        if (!isnan(view->symbols[i].x))
            dots[n++] = (SpreadDot){ view->symbols[i], i };
    qsort(dots, n, sizeof *dots, spread_compare);
    n_groups = spread_groups(context, dots, n, groups, &lists);
    if (lists && spread_columns(view, context, groups, n_groups))
        return;
    for (guint i = 0; i < n_groups; i++) {
        spread_square(view, map, &groups[i], context->theme);
        if (groups[i].n == 1)
            view->spreads[groups[i].dots[0].symbol].rank = 0;
        else if (groups[i].words > 0)
            view->n_unlisted += groups[i].n;
    }
}
