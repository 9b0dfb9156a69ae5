#include "charts/waffle.h"

#include "layout/spread.h"
#include "mark/surface.h"

#define COLUMNS 10
#define PERCENT_CELLS 100
/* A gap between cells, as a share of their step. */
#define CELL_GAP 0.12
/* Between the cells and the names beside them, px; names may take this share of the panel. */
#define KEY_GAP 18.0
#define KEY_SHARE 0.45

/* Where the cells of one panel lie. */
typedef struct {
    gsize first, n;
    guint *cells; /* of each item */
    guint rows;
    Rect rect; /* of all cells */
    double step;
} WaffleShape;

static void
waffle_shape_clear(WaffleShape *shape)
{
    g_clear_pointer(&shape->cells, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WaffleShape, waffle_shape_clear)

guint
waffle_cells_of_panel(const Parts *parts, guint panel)
{
    double cells = parts->cell > 0 ? round(parts->totals[panel] / parts->cell) : PERCENT_CELLS;

    return (guint)MIN(cells, WAFFLE_MAX_CELLS + 1.0);
}

/* px that names and values beside the cells take. */
static double
waffle_key_width(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    TextStyle bold = context->theme->label;
    gsize first, n = parts_of_panel(parts, context->panel, &first);
    double widest = 0;

    bold.bold = TRUE;
    for (gsize i = first; i < first + n; i++) {
        double width = 0;

        if (parts->layer.labels != NULL)
            width += text_measure(context->measurer, parts->layer.labels[i], &bold).width + 6;
        if (parts->direct)
            width += text_measure(context->measurer, parts->names[i], &context->theme->label).width;
        widest = MAX(widest, width);
    }
    return widest > 0 ? MIN(widest, context->rect.width * KEY_SHARE) + KEY_GAP : 0;
}

static WaffleShape
waffle_shape_new(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    Rect rect = context->rect;
    guint cells = waffle_cells_of_panel(parts, context->panel), most = 0;
    WaffleShape shape = { .rows = (cells + COLUMNS - 1) / COLUMNS };
    double width = rect.width - waffle_key_width(context);

    shape.n = parts_of_panel(parts, context->panel, &shape.first);
    shape.cells = g_new0(guint, shape.n + 1);
    parts_apportion(parts->layer.y + shape.first, shape.n, cells, shape.cells);
    /* Cells are alike in all panels. */
    for (gsize i = 0; i < parts->layer.n; i++)
        most = MAX(most, waffle_cells_of_panel(parts, parts->layer.panel[i]));
    shape.step = MIN(width / COLUMNS, rect.height / MAX(1, (most + COLUMNS - 1) / COLUMNS));
    shape.rect = (Rect){ rect.x, rect.y, shape.step * COLUMNS, shape.step * shape.rows };
    return shape;
}

static void
waffle_draw(const MarkContext *context)
{
    g_auto(WaffleShape) shape = waffle_shape_new(context);
    double side = shape.step * (1 - CELL_GAP);
    guint cell = 0;

    for (gsize i = 0; i < shape.n; i++) {
        gsize item = shape.first + i;
        const Surface surface = mark_surface(context, item);

        mark_push(context, item);
        for (guint k = 0; k < shape.cells[i]; k++, cell++)
            surface_rect(context->builder, &surface,
                         (Rect){ shape.rect.x + (cell % COLUMNS) * shape.step,
                                 shape.rect.y + cell / COLUMNS * shape.step, side, side });
        scene_builder_pop(context->builder);
    }
}

/* The value in the colour of its cells, and the name, at the height of the cells. */
static void
waffle_draw_key_line(const MarkContext *context, const WaffleShape *shape, gsize item,
                     double middle)
{
    const Parts *parts = (const Parts *)context->layer;
    const char *value = parts->layer.labels != NULL ? parts->layer.labels[item] : NULL;
    TextStyle bold = context->theme->label;
    double x = rect_right(shape->rect) + KEY_GAP - shape->step * CELL_GAP;
    double right = rect_right(context->rect);

    bold.bold = TRUE;
    bold.color = mark_series(context, item)->text_color;
    if (value != NULL)
        x += parts_draw_text(context, value, (Point){ x, middle }, ANCHOR_START, right - x, &bold) +
             6;
    if (parts->direct) {
        TextStyle style = context->theme->label;

        if (value == NULL)
            style.color = bold.color;
        parts_draw_text(context, parts->names[item], (Point){ x, middle }, ANCHOR_START, right - x,
                        &style);
    }
}

static void
waffle_draw_labels(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    g_auto(WaffleShape) shape = waffle_shape_new(context);
    g_autofree SpreadItem *items = g_new0(SpreadItem, shape.n + 1);
    double line = text_measure(context->measurer, "x", &context->theme->label).line_height;
    guint cell = 0, shown = (guint)MIN(shape.n, floor(context->rect.height / line));

    if (waffle_key_width(context) <= 0)
        return;
    for (gsize i = 0; i < shape.n; i++) {
        double from = cell, to = cell + shape.cells[i];

        items[i] = (SpreadItem){ .wanted = shape.rect.y + (from + to) / 2 / COLUMNS * shape.step,
                                 .size = line };
        cell += shape.cells[i];
    }
    spread_place(items, shown, context->rect.y, rect_bottom(context->rect));
    for (guint i = 0; i < shown; i++)
        waffle_draw_key_line(context, &shape, shape.first + i, items[i].placed);
    if (shown < shape.n)
        report_add(parts->report, SEVERITY_WARNING, WHERE_NONE, shape.n - shown,
                   "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                   " parts have no room for their words; a larger figure would show them",
                   shape.n - shown, shape.n);
}

const MarkType mark_waffle = {
    .name = "waffle",
    .summary = "squares to count",
    .draw = waffle_draw,
    .draw_labels = waffle_draw_labels,
    .draw_key = mark_key_swatch,
};
