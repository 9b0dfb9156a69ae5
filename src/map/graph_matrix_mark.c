// The view of relations as a matrix: a row for where links begin, a column for where they end, and
// a disc of the weight's area where they meet.
#include "map/graph_matrix.h"

#include "map/relation_marks.h"
#include "mark/surface.h"
#include "scale/size.h"

/* Upright names may stand so near, in heights of a line: few letters reach both ends of theirs. */
#define HEAD_PITCH 0.9

struct GraphView {
    MatrixFit fit;
    Point at;                  /* of the first cell */
    double line;               /* as the graph has it, where the row has room for that */
    guint *row_of, *column_of; /* of each node; G_MAXUINT: none */
};

static const LabelKind matrix_names = {
    .one = "name",
    .many = "names",
    .where = "beside the matrix",
    .advice = "a larger figure would show more",
};

static const LabelKind matrix_corner = {
    .one = "title of rows and columns",
    .many = "titles of rows and columns",
    .where = "in the corner",
    .advice = "a larger figure would show it",
};

static const LabelKind matrix_values = {
    .one = "value",
    .many = "values",
    .where = "in their cells",
    .advice = "the key of the sizes speaks for them",
    .expected = TRUE,
};

static const GraphView *
matrix_view(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    Arena *arena = graph->plot->arena;
    guint n = graph->relations->n_nodes;
    GraphView *view = graph->views[context->panel];

    if (view != NULL)
        return view;
    view = graph->views[context->panel] = arena_new0(arena, GraphView, 1);
    view->fit =
        matrix_fit(graph, context->measurer, (Size){ context->rect.width, context->rect.height });
    view->at = (Point){ context->rect.x + view->fit.names, context->rect.y + view->fit.head };
    view->line = view->fit.row - graph->line >= graph->cell ? graph->line : 0;
    view->row_of = arena_new0(arena, guint, n);
    view->column_of = arena_new0(arena, guint, n);
    for (guint i = 0; i < n; i++)
        view->row_of[i] = view->column_of[i] = G_MAXUINT;
    for (guint i = 0; i < graph->n_rows; i++)
        view->row_of[graph->rows[i]] = i;
    for (guint i = 0; i < graph->n_columns; i++)
        view->column_of[graph->columns[i]] = i;
    return view;
}

static Rect
matrix_cell(const GraphView *view, guint row, guint column)
{
    return (Rect){ view->at.x + column * view->fit.column, view->at.y + row * view->fit.row,
                   view->fit.column, view->fit.row };
}

/* Which of the links of its cell this one is, and of how many. */
static guint
matrix_lane(const MarkContext *context, guint link, guint *ret_n)
{
    const Graph *graph = (const Graph *)context->layer;
    const RelationLink *links = graph->relations->links, *one = &links[link];
    guint lane = 0;

    *ret_n = 0;
    for (guint k = 0; k < graph->relations->n_links && graph->n_lanes > 1; k++) {
        gboolean there = links[k].from == one->from && links[k].to == one->to;
        gboolean back = graph->mirrored && links[k].from == one->to && links[k].to == one->from;

        if (!graph_is_here(context, k) || (!there && !back))
            continue;
        lane += k < link;
        (*ret_n)++;
    }
    *ret_n = MAX(*ret_n, 1);
    return lane;
}

/* The middle and radius of a link's disc; mirror: beyond the diagonal. */
static Point
matrix_disc(const MarkContext *context, const GraphView *view, guint link, gboolean mirror,
            double *ret_radius)
{
    const Graph *graph = (const Graph *)context->layer;
    const RelationLink *one = &graph->relations->links[link];
    guint row = mirror ? one->to : one->from, column = mirror ? one->from : one->to, n;
    guint lane = matrix_lane(context, link, &n);
    Rect cell = matrix_cell(view, view->row_of[row], view->column_of[column]);

    *ret_radius =
        MAX(MATRIX_LEAST_RADIUS,
            size_radius(&(SizeScale){ graph->relations->most, graph->cell / 2 }, one->weight));
    return (Point){ cell.x + cell.width / 2 + (lane - (n - 1) / 2.0) * cell.width / graph->n_lanes,
                    cell.y + (cell.height - view->line) / 2 };
}

static void
matrix_draw_grid(const MarkContext *context, const GraphView *view)
{
    const Graph *graph = (const Graph *)context->layer;
    Stroke line = stroke_solid(context->theme->grid, context->theme->grid_width);
    double right = view->at.x + graph->n_columns * view->fit.column;
    double bottom = view->at.y + graph->n_rows * view->fit.row;

    scene_builder_push(context->builder, ROLE_GRID, NULL);
    for (guint i = 0; i < graph->n_rows; i++) {
        guint column = view->column_of[graph->rows[i]];

        if (column != G_MAXUINT)
            scene_builder_rect(context->builder, matrix_cell(view, i, column), 0,
                               context->theme->grid, STROKE_NONE);
    }
    for (guint i = 0; i <= graph->n_rows; i++) {
        double y = view->at.y + i * view->fit.row;

        scene_builder_line(context->builder, (Point){ view->at.x, y }, (Point){ right, y }, line);
    }
    for (guint i = 0; i <= graph->n_columns; i++) {
        double x = view->at.x + i * view->fit.column;

        scene_builder_line(context->builder, (Point){ x, view->at.y }, (Point){ x, bottom }, line);
    }
    scene_builder_pop(context->builder);
}

/* Names above the columns that read upwards; those that would touch the one before are left out. */
static void
matrix_draw_heads(const MarkContext *context, const GraphView *view)
{
    const Graph *graph = (const Graph *)context->layer;
    const TextStyle *style = &context->theme->label;
    double gap = MATRIX_NAME_GAP * theme_em(context->theme), last = -G_MAXDOUBLE;
    double room = view->fit.head - gap;

    scene_builder_push(context->builder, ROLE_LABELS, NULL);
    for (guint i = 0; i < graph->n_columns; i++) {
        const char *name = graph->relations->nodes[graph->columns[i]].name;
        Rect cell = matrix_cell(view, 0, i);
        g_autoptr(TextBlock) block = text_block_new();
        const char *text;
        TextExtents extents;
        double x = cell.x + cell.width / 2;

        text_block_add_wrapped(block, name, style, room, 1, context->measurer);
        text = g_array_index(block->lines, BlockLine, 0).text;
        extents = text_measure(context->measurer, text, style);
        if (x - last < HEAD_PITCH * (extents.ascent + extents.descent)) {
            label_tally_add(context->tally, &matrix_names, 1, 0);
            continue;
        }
        last = x;
        label_tally_add(context->tally, &matrix_names, 1, 1);
        label_tally_add(context->tally, &graph_short_names, 1, g_str_equal(text, name));
        scene_builder_text(context->builder, text,
                           (Point){ x + (extents.ascent - extents.descent) / 2, cell.y - gap },
                           ANCHOR_START, -90, style, extents);
    }
    scene_builder_pop(context->builder);
}

static void
matrix_draw(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const Relations *relations = graph->relations;
    const GraphView *view = matrix_view(context);

    matrix_draw_grid(context, view);
    for (guint k = 0; k < relations->n_links; k++) {
        Surface surface = mark_surface(context, k);

        if (!graph_is_here(context, k))
            continue;
        scene_builder_push_mark(context->builder, relations->links[k].title,
                                context->series[relations->links[k].series].name,
                                relations->links[k].row, relation_subject(SUBJECT_LINK, k));
        for (guint side = 0; side <= (graph->mirrored ? 1u : 0u); side++) {
            double radius;
            Point at = matrix_disc(context, view, k, side == 1, &radius);

            surface_circle(context->builder, &surface, at, radius);
        }
        scene_builder_pop(context->builder);
    }
}

/* A value stands under its disc. */
static void
matrix_ask_value(const MarkContext *context, const GraphView *view, guint link, gboolean mirror)
{
    const Graph *graph = (const Graph *)context->layer;
    const RelationLink *one = &graph->relations->links[link];
    double radius;
    Point at = matrix_disc(context, view, link, mirror, &radius);
    Rect cell = matrix_cell(view, view->row_of[mirror ? one->to : one->from],
                            view->column_of[mirror ? one->from : one->to]);
    LabelRequest request = { .kind = &matrix_values,
                             .rank = LABEL_FIRST,
                             .subject = relation_subject(SUBJECT_LINK, link) };
    LabelSpot spot = { .anchor = { at.x, rect_bottom(cell) - view->line, 0, 0 }, .dy = 1 };

    mark_ask(context, link, request, &spot, 1);
}

/* What rows and columns are, in the corner: by the names of their columns in the data. */
static void
matrix_ask_corner(const MarkContext *context, const GraphView *view)
{
    const Graph *graph = (const Graph *)context->layer;
    LabelRequest request = { .kind = &matrix_corner, .rank = LABEL_FIRST };
    double gap = MATRIX_NAME_GAP * theme_em(context->theme);
    LabelSpot spot = { .anchor = { view->at.x, view->at.y, 0, 0 }, .dx = -1, .dy = -1, .gap = gap };
    TextBlock *block;

    if (graph->corner[0] == NULL && graph->corner[1] == NULL)
        return;
    block = text_block_new();
    for (guint i = 0; i < 2; i++)
        if (graph->corner[i] != NULL)
            text_block_add(block, graph->corner[i], &context->theme->axis, context->measurer);
    labels_add(context->labels, &request, &block, 1, &spot, 1);
}

static void
matrix_ask_names(const MarkContext *context, const GraphView *view)
{
    const Graph *graph = (const Graph *)context->layer;
    double gap = MATRIX_NAME_GAP * theme_em(context->theme);

    for (guint i = 0; i < graph->n_rows; i++) {
        LabelSpot spot = { .anchor = matrix_cell(view, i, 0), .dx = -1, .gap = gap };

        graph_ask_name(context, &matrix_names, graph->rows[i], &spot, view->fit.names - gap,
                       MATRIX_NAME_LINES);
    }
    for (guint i = 0; i < graph->n_columns && !view->fit.upright; i++) {
        LabelSpot spot = { .anchor = matrix_cell(view, 0, i), .dy = -1, .gap = gap };

        graph_ask_name(context, &matrix_names, graph->columns[i], &spot, view->fit.column,
                       MATRIX_NAME_LINES);
    }
    if (view->fit.upright)
        matrix_draw_heads(context, view);
}

static void
matrix_draw_labels(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const GraphView *view = matrix_view(context);

    if (graph->plot->spec->map.label_places != LABEL_PLACES_NONE)
        matrix_ask_names(context, view);
    matrix_ask_corner(context, view);
    for (guint k = 0; k < graph->relations->n_links; k++)
        for (guint side = 0; side <= (graph->mirrored ? 1u : 0u); side++) {
            if (!graph_is_here(context, k))
                continue;
            if (view->line > 0)
                matrix_ask_value(context, view, k, side == 1);
            else if (graph->layer.labels != NULL &&
                     (graph->line > 0 || graph->plot->spec->values == SWITCH_ON))
                label_tally_add(context->tally, &matrix_values, 1, 0);
        }
}

const MarkType mark_matrix = {
    .name = "matrix",
    .summary = "a disc where the row and the column of two linked nodes meet",
    .over_zero = TRUE,
    .draw = matrix_draw,
    .draw_labels = matrix_draw_labels,
    .draw_key = mark_key_disc,
};
