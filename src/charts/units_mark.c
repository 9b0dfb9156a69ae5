#include "charts/units.h"

#include "mark/surface.h"

/* Symbols stand in fives, so that they can be counted. */
#define FIVE 5
#define MOST_A_LINE 50
/* Air between fives and between rows, in steps of the symbols. */
#define FIVE_GAP 0.5
#define ROW_GAP 0.7
#define DOT_SHARE 0.42
/* For labels of 13 px. */
#define LARGEST_STEP 30.0
#define LEAST_STEP 2.0
#define NAME_SHARE 0.42
#define AIR 8.0
#define LEAST_AIR 2.0

/* Rows of one panel: items of one name stand together. */
typedef struct {
    gsize first, n;
    double name_width, step, line; /* line: the height that names need */
    guint a_line;                  /* symbols on one line */
} UnitsShape;

gsize
units_row_end(const Parts *parts, gsize item)
{
    const Layer *layer = &parts->layer;
    gsize end = item;

    while (end < layer->n && parts->names[end] == parts->names[item] &&
           layer->panel[end] == layer->panel[item])
        end++;
    return end;
}

guint
units_count(const Parts *parts, gsize first, gsize end)
{
    double count = 0;

    for (gsize i = first; i < end; i++)
        count += parts->layer.y[i];
    return (guint)count;
}

/* Steps from the first symbol of a line to the k-th. */
static double
units_offset(guint k)
{
    return k + k / FIVE * FIVE_GAP;
}

static double
units_row_height(const UnitsShape *shape, guint count)
{
    guint lines = MAX(1, (count + shape->a_line - 1) / MAX(1, shape->a_line));

    return (lines - 1) * shape->step + MAX(shape->step, shape->line);
}

static double
units_height(const Parts *parts, const UnitsShape *shape)
{
    double height = 0;

    for (gsize i = shape->first; i < shape->first + shape->n;) {
        gsize end = units_row_end(parts, i);

        height += units_row_height(shape, units_count(parts, i, end)) + ROW_GAP * shape->step;
        i = end;
    }
    return height - ROW_GAP * shape->step;
}

/* px of the widest of the texts of all panels: other fonts may need a part of the air after it. */
static double
units_widest(const MarkContext *context, const char *const *texts)
{
    double widest = 0;

    for (gsize i = 0; texts != NULL && i < context->layer->n; i++)
        if (texts[i] != NULL)
            widest = MAX(widest,
                         text_measure(context->measurer, texts[i], &context->theme->label).width);
    return MAX(widest, widest * (1 + SCENE_TEXT_SLACK) + LEAST_AIR - AIR);
}

/* The largest symbols with which all rows fit. */
static void
units_fit(const Parts *parts, UnitsShape *shape, double width, double height)
{
    width = MAX(0, width);
    for (shape->step = floor(shape->line * LARGEST_STEP / 15); shape->step > LEAST_STEP;
         shape->step -= 0.5) {
        guint fives = (guint)floor((width / shape->step + FIVE_GAP) / (FIVE + FIVE_GAP));

        shape->a_line = MIN(MOST_A_LINE, fives * FIVE);
        if (shape->a_line > 0 && units_height(parts, shape) <= height)
            return;
    }
    /* Too many rows for any size: what is shown stays readable. */
    shape->step = CLAMP(width / FIVE, 0.5, shape->line * 0.7);
    shape->a_line =
        MAX(1, (guint)floor((width / shape->step + FIVE_GAP) / (FIVE + FIVE_GAP))) * FIVE;
}

static UnitsShape
units_shape_new(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    const TextStyle *style = &context->theme->label;
    Rect rect = context->rect;
    UnitsShape shape = { .line = text_measure(context->measurer, "x", style).line_height };
    double names = units_widest(context, parts->names), best = 0;

    /* The symbols are alike in all panels: the panel with the most rows decides. */
    shape.name_width = MIN(names, rect.width * NAME_SHARE);
    for (gsize end = 0; end < parts->layer.n;) {
        UnitsShape one = shape;

        one.first = end;
        while (end < parts->layer.n && parts->layer.panel[end] == parts->layer.panel[one.first])
            end++;
        one.n = end - one.first;
        units_fit(parts, &one,
                  rect.width - shape.name_width - units_widest(context, parts->layer.labels) -
                      2 * AIR,
                  rect.height);
        if (best == 0 || one.step < best) {
            best = one.step;
            shape.step = one.step;
            shape.a_line = one.a_line;
        }
    }
    shape.n = parts_of_panel(parts, context->panel, &shape.first);
    return shape;
}

/* The symbols of the items of one row, one after the other. */
static void
units_draw_row(const MarkContext *context, const UnitsShape *shape, gsize first, gsize end,
               double top)
{
    const Layer *layer = context->layer;
    double x = context->rect.x + shape->name_width + AIR;
    guint k = 0;

    for (gsize i = first; i < end; i++) {
        const Surface surface = mark_surface(context, i);

        mark_push(context, i);
        for (guint j = 0; j < (guint)layer->y[i]; j++, k++)
            surface_circle(context->builder, &surface,
                           (Point){ x + (units_offset(k % shape->a_line) + 0.5) * shape->step,
                                    top + (k / shape->a_line + 0.5) * shape->step },
                           shape->step * DOT_SHARE);
        scene_builder_pop(context->builder);
    }
}

static void
units_draw(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    UnitsShape shape = units_shape_new(context);
    double y = context->rect.y;

    for (gsize i = shape.first; i < shape.first + shape.n;) {
        gsize end = units_row_end(parts, i);
        guint count = units_count(parts, i, end);
        double height = units_row_height(&shape, count);
        guint lines = MAX(1, (count + shape.a_line - 1) / shape.a_line);

        if (y + height > rect_bottom(context->rect) + 0.5)
            return;
        units_draw_row(context, &shape, i, end, y + (height - lines * shape.step) / 2);
        y += height + ROW_GAP * shape.step;
        i = end;
    }
}

static const LabelKind row_names = { "row", "rows", "in the panel",
                                     "a larger figure would show them", FALSE };

/* The number after the last symbol of the last line. */
static void
units_ask_number(const MarkContext *context, const UnitsShape *shape, gsize item, guint count,
                 double middle)
{
    guint lines = MAX(1, (count + shape->a_line - 1) / shape->a_line);
    guint last = count > 0 ? (count - 1) % shape->a_line + 1 : 0;
    double x = context->rect.x + shape->name_width + AIR;
    double end = last > 0 ? (units_offset(last - 1) + 1) * shape->step : -AIR;
    LabelSpot spot = { .anchor = { x, middle + (lines - 1) * shape->step / 2, end, 0 },
                       .dx = 1,
                       .gap = AIR };

    mark_ask(context, item, (LabelRequest){ .kind = &mark_values }, &spot, 1);
}

/* A name stands on as many lines as its row is high. */
static void
units_draw_name(const MarkContext *context, const UnitsShape *shape, gsize item, double middle,
                double height)
{
    const Parts *parts = (const Parts *)context->layer;
    g_autoptr(TextBlock) block = text_block_new();

    /* As wide as measured, whatever the rounding. */
    text_block_add_wrapped(block, parts->names[item], &context->theme->label,
                           (shape->name_width + AIR - LEAST_AIR) / (1 + SCENE_TEXT_SLACK) + 0.5,
                           (guint)MAX(1, height / shape->line), context->measurer);
    scene_builder_set_subject(context->builder, mark_subject(context, item));
    text_block_draw(block,
                    (Rect){ context->rect.x, middle - block->size.height / 2, block->size.width,
                            block->size.height },
                    ANCHOR_START, COLOR_NONE, context->builder);
    scene_builder_set_subject(context->builder, 0);
}

static void
units_draw_labels(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    UnitsShape shape = units_shape_new(context);
    double y = context->rect.y, bottom = rect_bottom(context->rect);

    for (gsize i = shape.first; i < shape.first + shape.n;) {
        gsize end = units_row_end(parts, i);
        guint count = units_count(parts, i, end);
        double height = units_row_height(&shape, count);
        gboolean fits = y + height <= bottom + 0.5;

        label_tally_add(context->tally, &row_names, 1, fits);
        if (fits) {
            units_draw_name(context, &shape, i, y + height / 2, height);
            units_ask_number(context, &shape, i, count, y + height / 2);
        }
        y += height + ROW_GAP * shape.step;
        i = end;
    }
}

const MarkType mark_units = {
    .name = "units",
    .summary = "one symbol for each thing",
    .draw = units_draw,
    .draw_labels = units_draw_labels,
    .draw_key = mark_key_disc,
};
