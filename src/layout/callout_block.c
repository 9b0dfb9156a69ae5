// The shapes that the words of a call-out may have, and where a leader meets them.
#include "layout/callout_work.h"

#include "text/wrap.h"

/* Lines as wide as this, em. */
static const double widths[CALLOUT_MAX_BLOCKS] = { 7.5, 9.5, 12, 15.5, 20 };
/* A block reads best about so many times as wide as high, on lines of at most so many em. */
#define BEST_ASPECT 2.6
#define BEST_WIDTH 17.0
/* px of leader that half or double the width is worth, twice. */
#define SHAPE_COST 30.0
/* px of leader that an unbroken word is worth. */
#define BREAK_COST 30.0
/* Words up to so many em are not broken in any width. */
#define WHOLE_WORD 10.0

/* A leader is no shorter than this, or it looks like a speck, px. */
#define LEAST_LEADER 9.0
/* How far from the words' corner a steep leader meets them, px. */
#define INSET 6.0

static GArray *
block_lines(const TextBlock *block)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Rect));

    for (guint i = 0; i < block->lines->len; i++) {
        TextExtents extents = g_array_index(block->lines, BlockLine, i).extents;
        Rect line = { 0, text_block_baseline(block, i) - extents.ascent, extents.width,
                      extents.ascent + extents.descent };

        g_array_append_val(lines, line);
    }
    return lines;
}

static gboolean
item_has_shape(const CalloutItem *item, Size size)
{
    for (guint b = 0; b < item->n_blocks; b++)
        if (fabs(item->blocks[b].block->size.width - size.width) < 1 &&
            fabs(item->blocks[b].block->size.height - size.height) < 1)
            return TRUE;
    return FALSE;
}

static double
block_shape_cost(Size size, double em)
{
    double best = MIN(sqrt(BEST_ASPECT * size.width * size.height), BEST_WIDTH * em);

    double off = fabs(log2(size.width / MAX(1, best)));

    return SHAPE_COST * off * (1 + off);
}

void
callout_item_measure(CalloutItem *item, const CalloutStyle *style, const LayoutContext *context)
{
    const Callout *callout = item->callout;
    double em = style->text.size;
    g_autoptr(TextMeasurer) dates = callout_memo_new(&style->date, context->measurer);
    g_autoptr(TextMeasurer) texts = callout_memo_new(&style->text, context->measurer);
    double word =
        MAX(text_widest_word(callout->text != NULL ? callout->text : "", &style->text, texts),
            text_widest_word(callout->date != NULL ? callout->date : "", &style->date, dates));

    for (guint i = 0; i < CALLOUT_MAX_BLOCKS; i++) {
        g_autoptr(TextBlock) block = text_block_new();
        double width = MAX(widths[i] * em, MIN(word, WHOLE_WORD * em));

        text_block_add_wrapped(block, callout->date, &style->date, width, 0, dates);
        text_block_add_wrapped(block, callout->text, &style->text, width, 0, texts);
        if (block->lines->len == 0 || item_has_shape(item, block->size))
            continue;
        item->blocks[item->n_blocks].lines = block_lines(block);
        item->blocks[item->n_blocks].cost =
            block_shape_cost(block->size, em) + (word > width ? BREAK_COST : 0);
        item->blocks[item->n_blocks++].block = g_steal_pointer(&block);
    }
}

void
callout_item_clear(CalloutItem *item)
{
    for (guint b = 0; b < item->n_blocks; b++) {
        text_block_free(item->blocks[b].block);
        g_array_unref(item->blocks[b].lines);
    }
    item->n_blocks = 0;
    g_clear_pointer(&item->candidates, g_array_unref);
}

Rect
callout_room(Rect box)
{
    box.width *= 1 + SCENE_TEXT_SLACK;
    return box;
}

static double
line_middle(const Rect *line)
{
    return line->y + line->height / 2;
}

/* Beside the words: level with the site where it can be. Lines end at different places on the
 * right, so the leader goes to the end of the nearest one, where longer lines beside it leave it
 * free. */
static Point
meet_side(const Rect *lines, guint n, Rect box, Point site)
{
    double first = box.y + line_middle(&lines[0]), last = box.y + line_middle(&lines[n - 1]);
    guint nearest = 0;

    if (site.x < box.x)
        return (Point){ box.x - CALLOUT_LEADER_AIR, CLAMP(site.y, first, last) };
    for (guint i = 1; i < n; i++)
        if (fabs(box.y + line_middle(&lines[i]) - site.y) <
            fabs(box.y + line_middle(&lines[nearest]) - site.y))
            nearest = i;
    return (Point){ box.x + lines[nearest].width + CALLOUT_LEADER_AIR,
                    box.y + line_middle(&lines[nearest]) };
}

/* Above or below the words: upright where it can be, to the first line that it would meet. */
static Point
meet_edge(const Rect *lines, guint n, Rect box, Point site)
{
    gboolean above = site.y < box.y;
    guint near = above ? 0 : n - 1, i = near;
    double inset = MIN(INSET, lines[near].width / 3);

    if (site.x < box.x + inset)
        return (Point){ box.x + inset, above ? box.y - CALLOUT_LEADER_AIR
                                             : rect_bottom(box) + CALLOUT_LEADER_AIR };
    if (site.x > rect_right(box))
        return (Point){ box.x + lines[near].width - inset,
                        above ? box.y - CALLOUT_LEADER_AIR
                              : rect_bottom(box) + CALLOUT_LEADER_AIR };
    while (lines[i].width < site.x - box.x && i != n - 1 - near)
        i += above ? 1 : -1;
    return (Point){ MIN(site.x, box.x + lines[i].width),
                    above ? box.y + lines[i].y - CALLOUT_LEADER_AIR
                          : box.y + lines[i].y + lines[i].height + CALLOUT_LEADER_AIR };
}

static gboolean
leader_is_steep(Rect box, Point site)
{
    double dx = MAX(box.x - site.x, site.x - rect_right(box));
    double dy = MAX(box.y - site.y, site.y - rect_bottom(box));

    return dx <= 0 || dy > dx;
}

gboolean
callout_leader(const CalloutWork *work, const CalloutItem *item, const CalloutBlock *block,
               Rect box, Point ret_leader[2])
{
    const Rect *lines = (const Rect *)(void *)block->lines->data;
    Point site = item->callout->site, end;
    double dx, dy, length, rim = item->callout->radius;

    end = leader_is_steep(box, site) ? meet_edge(lines, block->lines->len, box, site)
                                     : meet_side(lines, block->lines->len, box, site);
    dx = end.x - site.x;
    dy = end.y - site.y;
    length = sqrt(dx * dx + dy * dy);
    rim += rim > 0 ? CALLOUT_LEADER_AIR : 0;
    if (!(length - rim >= LEAST_LEADER) || length - rim > work->reach)
        return FALSE;
    ret_leader[0] = (Point){ site.x + dx * rim / length, site.y + dy * rim / length };
    ret_leader[1] = end;
    return TRUE;
}
