#include "layout/callout_disc.h"
#include "layout/callout_number.h"

/* Between a disc and its words, between two items, and between columns, em. */
#define DISC_GAP 0.5
#define ITEM_GAP 0.7
#define COLUMN_GAP 1.8
/* No column is narrower, em. */
#define LEAST_WIDTH 4.0
/* px by which columns may be higher than they need to. */
#define BALANCE 0.25

typedef struct {
    TextBlock *block;
    double lead;   /* px above the words, whose first line is level with the disc */
    double height; /* of the words and the disc, px */
    guint64 subject;
    guint column;
    double y; /* from the list's top, px */
} ListItem;

struct CalloutList {
    CalloutStyle style;
    double radius; /* of the discs */
    double pitch;  /* from one column to the next */
    double gap;    /* between items */
    GArray *items; /* of ListItem */
    double height;
};

static void
list_item_clear(gpointer item)
{
    text_block_free(((ListItem *)item)->block);
}

/* The words begin so far right of the disc's left edge, px. */
static double
list_indent(const CalloutList *list)
{
    return 2 * list->radius + DISC_GAP * list->style.text.size;
}

/* px from the top of the words to the middle of their first line. */
static double
line_middle(const TextBlock *block)
{
    const BlockLine *line = &g_array_index(block->lines, BlockLine, 0);

    return (line->extents.ascent + line->extents.descent) / 2;
}

static void
list_add(CalloutList *list, const Callout *callout, double width, const LayoutContext *context)
{
    ListItem item = { .block = text_block_new(), .subject = callout->subject };

    text_block_add_wrapped(item.block, callout->date, &list->style.date, width, 0,
                           context->measurer);
    text_block_add_wrapped(item.block, callout->text, &list->style.text, width, 0,
                           context->measurer);
    if (item.block->lines->len > 0)
        item.lead = MAX(0, list->radius - line_middle(item.block));
    item.height = MAX(item.lead + item.block->size.height, 2 * list->radius);
    g_array_append_val(list->items, item);
}

/* The number of columns that items need when none is higher; sets where they stand. */
static guint
list_flow(CalloutList *list, double height)
{
    guint column = 0;
    double y = 0;

    list->height = 0;
    for (guint i = 0; i < list->items->len; i++) {
        ListItem *item = &g_array_index(list->items, ListItem, i);

        if (y > 0 && y + item->height > height + 1e-6) {
            column++;
            y = 0;
        }
        item->column = column;
        item->y = y;
        list->height = MAX(list->height, y + item->height);
        y += item->height + list->gap;
    }
    return column + 1;
}

/* Bisects the height between that of the highest item and that of all of them. */
static void
list_balance(CalloutList *list, guint columns)
{
    double low = 0, high = 0;

    for (guint i = 0; i < list->items->len; i++) {
        double height = g_array_index(list->items, ListItem, i).height;

        low = MAX(low, height);
        high += height + list->gap;
    }
    while (high - low > BALANCE) {
        double middle = (low + high) / 2;

        if (list_flow(list, middle) <= columns)
            high = middle;
        else
            low = middle;
    }
    list_flow(list, high);
}

CalloutList *
callout_list_new(const Callout *callouts, guint n, const CalloutStyle *style, double width,
                 guint columns, const LayoutContext *context)
{
    CalloutList *list = g_new0(CalloutList, 1);
    double em = style->text.size, column;

    columns = MAX(1, columns);
    list->style = *style;
    list->radius = callout_disc_radius(n, style, context);
    list->gap = ITEM_GAP * em;
    column = MAX((width - (columns - 1) * COLUMN_GAP * em) / columns,
                 list_indent(list) + LEAST_WIDTH * em);
    list->pitch = column + COLUMN_GAP * em;
    list->items = g_array_new(FALSE, FALSE, sizeof(ListItem));
    g_array_set_clear_func(list->items, list_item_clear);
    for (guint i = 0; i < n; i++)
        list_add(list, &callouts[i], column - list_indent(list), context);
    list_balance(list, columns);
    return list;
}

void
callout_list_free(CalloutList *list)
{
    if (list == NULL)
        return;
    g_array_unref(list->items);
    g_free(list);
}

double
callout_list_height(const CalloutList *list)
{
    return list->height;
}

static void
list_item_draw(const CalloutList *list, guint index, Point corner, SceneBuilder *builder,
               const LayoutContext *context)
{
    const ListItem *item = &g_array_index(list->items, ListItem, index);
    double x = corner.x + item->column * list->pitch, y = corner.y + item->y;
    Rect box = { x + list_indent(list), y + item->lead, item->block->size.width,
                 item->block->size.height };
    double middle = item->block->lines->len > 0 ? item->lead + line_middle(item->block) : 0;

    callout_disc_draw(index + 1, (Point){ x + list->radius, y + MAX(middle, list->radius) },
                      list->radius, &list->style, builder, context);
    scene_builder_set_subject(builder, item->subject);
    text_block_draw(item->block, box, ANCHOR_START, COLOR_NONE, builder);
    scene_builder_set_subject(builder, 0);
}

void
callout_list_draw(const CalloutList *list, Point corner, SceneBuilder *builder,
                  const LayoutContext *context)
{
    scene_builder_push(builder, ROLE_LEGEND, NULL);
    for (guint i = 0; i < list->items->len; i++)
        list_item_draw(list, i, corner, builder, context);
    scene_builder_pop(builder);
}
