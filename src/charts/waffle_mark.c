#include "charts/waffle.h"

#include "mark/surface.h"

#define COLUMNS 10
#define PERCENT_CELLS 100
/* A gap between cells, as a share of their step. */
#define CELL_GAP 0.12
/* Between the cells and the names beside them, px; names may take this share of the panel. */
#define KEY_GAP 18.0
#define KEY_SHARE 0.45
/* Between two names, px. */
#define NAME_GAP 4.0

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
    double widest;

    if (!parts->direct && parts->layer.labels == NULL)
        return 0;
    widest = parts_widest(context, PART_LINE);
    return MIN(widest, context->rect.width * KEY_SHARE) + KEY_GAP;
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

/* Values and names at the height of their cells. */
static void
waffle_draw_labels(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    g_auto(WaffleShape) shape = waffle_shape_new(context);
    g_autofree ColumnLabel *labels = g_new0(ColumnLabel, shape.n + 1);
    double cell = 0;
    LabelColumn column = { .x = rect_right(shape.rect) + KEY_GAP - shape.step * CELL_GAP,
                           .top = context->rect.y,
                           .end = rect_bottom(context->rect),
                           .gap = NAME_GAP };

    if (waffle_key_width(context) <= 0)
        return;
    for (gsize i = 0; i < shape.n; i++) {
        double middle = (cell + shape.cells[i] / 2.0) / COLUMNS;

        labels[i] = (ColumnLabel){ .data = &parts->layer.y[shape.first + i],
                                   .leader[1] = { rect_right(shape.rect),
                                                  shape.rect.y + middle * shape.step },
                                   .bare = TRUE };
        cell += shape.cells[i];
    }
    for (PartForm form = PART_LINE; form <= PART_CUT; form++)
        if (parts_place_column(context, &column, labels, (guint)shape.n, form,
                               rect_right(context->rect) - column.x))
            break;
    parts_draw_column(context, &column, labels, (guint)shape.n);
}

const MarkType mark_waffle = {
    .name = "waffle",
    .summary = "squares to count",
    .draw = waffle_draw,
    .draw_labels = waffle_draw_labels,
    .draw_key = mark_key_swatch,
};
