#include "map/graph_matrix.h"

#include "layout/node_order.h"
#include "plot/bind.h"
#include "plot/page.h"
#include "plot/size_key.h"

/* px at text of 13 px. */
#define MOST_ROW 64.0
#define LEAST_ROW 18.0
#define LEAST_WEIGHTED_ROW 26.0
/* Of a cell above its values. */
#define LEAST_ABOVE 18.0
#define MOST_COLUMN 84.0
#define NAME_AIR 6.0
/* Of the width, for the names of rows, and of the height for those of columns. */
#define NAME_SHARE 0.35
#define HEAD_SHARE 0.4
/* The disc of the heaviest link, as a share of its cell; and of all, where there are no weights. */
#define DISC_SHARE 0.9
#define PLAIN_SHARE 0.6
/* Values are written where there are no more than these. */
#define MOST_VALUES 150

static double
matrix_widest(const Graph *graph, const guint *nodes, guint n, TextMeasurer *measurer)
{
    double widest = 0;

    for (guint i = 0; i < n; i++)
        widest = MAX(widest, text_measure(measurer, graph->relations->nodes[nodes[i]].name,
                                          &graph->plot->theme->label)
                                 .width);
    return widest * (1 + SCENE_TEXT_SLACK);
}

/* The widest word of a name: names are not broken in the middle of one. */
static double
matrix_widest_word(const char *name, const TextStyle *style, TextMeasurer *measurer)
{
    g_auto(GStrv) words = g_strsplit_set(name, " -", -1);
    double widest = 0;

    for (guint i = 0; words[i] != NULL; i++)
        widest = MAX(widest, text_measure(measurer, words[i], style).width);
    return widest;
}

/* Names of columns stand level where every one goes into its column on a few lines, else upright.
 */
static void
matrix_fit_heads(const Graph *graph, TextMeasurer *measurer, double height, MatrixFit *fit)
{
    double em = theme_em(graph->plot->theme), width = fit->column - NAME_AIR * em;
    double level = 0;
    const TextStyle *style = &graph->plot->theme->label;

    fit->upright = FALSE;
    for (guint i = 0; i < graph->n_columns && !fit->upright; i++) {
        const char *name = graph->relations->nodes[graph->columns[i]].name;
        g_autoptr(TextBlock) block = text_block_new();

        text_block_add_wrapped(block, name, style, MAX(width, 1), 0, measurer);
        fit->upright = matrix_widest_word(name, style, measurer) * (1 + SCENE_TEXT_SLACK) > width ||
                       block->lines->len > MATRIX_NAME_LINES;
        level = MAX(level, block->size.height);
    }
    fit->head =
        MATRIX_NAME_GAP * em +
        (fit->upright ? MIN(matrix_widest(graph, graph->columns, graph->n_columns, measurer),
                            HEAD_SHARE * height)
                      : level);
}

/* All values are written, each under its disc, or none is. */
static double
matrix_fit_values(const Graph *graph, TextMeasurer *measurer, const MatrixFit *fit)
{
    const Theme *theme = graph->plot->theme;
    double widest = 0, line = MATRIX_LINE * theme->label.size;

    if (graph->layer.labels == NULL || fit->row - line < LEAST_ABOVE * theme_em(theme))
        return 0;
    for (gsize k = 0; k < graph->layer.n; k++)
        widest = MAX(widest, text_measure(measurer, graph->layer.labels[k], &theme->label).width);
    return widest * (1 + SCENE_TEXT_SLACK) <= fit->column / graph->n_lanes ? line : 0;
}

MatrixFit
matrix_fit(const Graph *graph, TextMeasurer *measurer, Size room)
{
    double em = theme_em(graph->plot->theme);
    double corner = 0;
    MatrixFit fit = { 0 };

    if (graph->plot->spec->map.label_places != LABEL_PLACES_NONE)
        fit.names = matrix_widest(graph, graph->rows, graph->n_rows, measurer);
    for (guint i = 0; i < 2; i++) {
        TextExtents extents = { 0 };

        if (graph->corner[i] == NULL)
            continue;
        extents = text_measure(measurer, graph->corner[i], &graph->plot->theme->axis);
        fit.names = MAX(fit.names, extents.width * (1 + SCENE_TEXT_SLACK));
        corner += extents.line_height + (corner == 0 ? MATRIX_NAME_GAP * em : 0);
    }
    fit.names = MIN(fit.names, NAME_SHARE * room.width) + MATRIX_NAME_GAP * em;
    fit.column = MIN((room.width - fit.names) / graph->n_columns, MOST_COLUMN * em);
    if (graph->plot->spec->map.label_places != LABEL_PLACES_NONE)
        matrix_fit_heads(graph, measurer, room.height, &fit);
    fit.head = MAX(fit.head, corner);
    fit.row = MIN((room.height - fit.head) / graph->n_rows, MOST_ROW * em);
    return fit;
}

/* The nodes of one side, by name, and their numbers in that order. */
static guint
matrix_side(const Graph *graph, const guint8 *is_there, guint *ret_nodes, guint *ret_number)
{
    guint n = 0;

    for (guint i = 0; i < graph->relations->n_nodes; i++) {
        guint node = graph->by_name[i];

        if (!is_there[node])
            continue;
        ret_number[node] = n;
        ret_nodes[n++] = node;
    }
    return n;
}

static void
matrix_apply(guint *nodes, guint n, const guint *order)
{
    g_autofree guint *kept = g_memdup2(nodes, n * sizeof *nodes);

    for (guint i = 0; i < n; i++)
        nodes[i] = kept[order[i]];
}

/* What stands on one side alone is left out of it, in the order of both. */
static guint
matrix_keep(guint *nodes, guint n, const guint8 *is_there)
{
    guint kept = 0;

    for (guint i = 0; i < n; i++)
        if (is_there[nodes[i]])
            nodes[kept++] = nodes[i];
    return kept;
}

/* Rows, columns and the order of both. Where a node both sends and gets, or may, there is one order
 * for both sides; links without a direction then stand on both sides of the diagonal. */
static void
matrix_order(Graph *graph, Arena *arena)
{
    const Relations *relations = graph->relations;
    guint n = relations->n_nodes, n_links = 0;
    g_autofree guint8 *sends = g_new0(guint8, n);
    g_autofree guint8 *gets = g_new0(guint8, n);
    g_autofree guint8 *both = g_new0(guint8, n);
    g_autofree guint *row = g_new0(guint, n);
    g_autofree guint *column = g_new0(guint, n);
    g_autofree guint *row_order = g_new0(guint, n);
    g_autofree guint *column_order = g_new0(guint, n);
    g_autofree OrderLink *links = g_new(OrderLink, 2 * (gsize)relations->n_links);
    gboolean same = FALSE;

    for (guint k = 0; k < relations->n_links; k++) {
        sends[relations->links[k].from] = 1;
        gets[relations->links[k].to] = 1;
    }
    for (guint i = 0; i < n; i++) {
        same = same || (sends[i] && gets[i]);
        both[i] = 1;
    }
    graph->mirrored = same && !relations->directed;
    graph->rows = arena_new0(arena, guint, n);
    graph->columns = arena_new0(arena, guint, n);
    graph->n_rows = matrix_side(graph, same ? both : sends, graph->rows, row);
    graph->n_columns = matrix_side(graph, same ? both : gets, graph->columns, column);
    for (guint k = 0; k < relations->n_links; k++) {
        const RelationLink *link = &relations->links[k];

        links[n_links++] = (OrderLink){ row[link->from], column[link->to], link->weight };
        if (graph->mirrored)
            links[n_links++] = (OrderLink){ row[link->to], column[link->from], link->weight };
    }
    node_order_matrix(graph->n_rows, graph->n_columns, same, links, n_links, row_order,
                      column_order);
    matrix_apply(graph->rows, graph->n_rows, row_order);
    matrix_apply(graph->columns, graph->n_columns, column_order);
    graph->n_rows = matrix_keep(graph->rows, graph->n_rows, graph->mirrored ? both : sends);
    graph->n_columns = matrix_keep(graph->columns, graph->n_columns, graph->mirrored ? both : gets);
}

/* The most links of one panel that fall on one cell. */
static guint
matrix_count_lanes(const Relations *relations, gboolean mirrored)
{
    g_autoptr(GHashTable) cells = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guint most = 1;

    for (guint k = 0; k < relations->n_links; k++) {
        const RelationLink *link = &relations->links[k];
        guint low = mirrored ? MIN(link->from, link->to) : link->from;
        guint high = mirrored ? MAX(link->from, link->to) : link->to;
        char *key = g_strdup_printf("%u %u %u", link->panel, low, high);
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(cells, key)) + 1;

        g_hash_table_insert(cells, key, GUINT_TO_POINTER(n));
        most = MAX(most, n);
    }
    return most;
}

static void
matrix_bind_sizes(const Graph *graph, Plot *plot)
{
    const Relations *relations = graph->relations;
    g_autofree double *weights = g_new(double, relations->n_links);

    for (guint k = 0; k < relations->n_links; k++)
        weights[k] = relations->links[k].weight;
    size_key_bind(plot, &(SizeKeyRequest){ .values = weights,
                                           .n = relations->n_links,
                                           .least = relations->least,
                                           .scale = { relations->most, graph->cell / 2 },
                                           .least_radius = MATRIX_LEAST_RADIUS,
                                           .title = relations->axis.title,
                                           .unit = relations->axis.title_unit });
}

static void
matrix_bind_values(Graph *graph, Plot *plot)
{
    const Relations *relations = graph->relations;
    g_autofree double *weights = g_new(double, relations->n_links);
    gboolean few = plot->spec->values == SWITCH_AUTO && relations->n_links <= MOST_VALUES;

    if (!relations->weighted || (plot->spec->values != SWITCH_ON && !few))
        return;
    for (guint k = 0; k < relations->n_links; k++)
        weights[k] = relations->links[k].weight;
    graph->layer.labels = bind_value_labels(plot, &relations->axis, weights, relations->n_links);
}

void
graph_arrange_matrix(Graph *graph, Plot *plot)
{
    const Relations *relations = graph->relations;
    double em = theme_em(plot->theme), share = relations->weighted ? DISC_SHARE : PLAIN_SHARE;
    MatrixFit fit;
    double key, least = relations->weighted ? LEAST_WEIGHTED_ROW : LEAST_ROW;
    Size room;

    matrix_order(graph, plot->arena);
    graph->n_lanes = matrix_count_lanes(relations, graph->mirrored);
    matrix_bind_values(graph, plot);
    /* A matrix that is the same on both sides needs no words for them. */
    if (!graph->mirrored && plot->frame->titles[CHANNEL_TO] != NULL)
        graph->corner[0] = arena_printf(plot->arena, "%s →", plot->frame->titles[CHANNEL_TO]);
    if (!graph->mirrored && plot->frame->titles[CHANNEL_FROM] != NULL)
        graph->corner[1] = arena_printf(plot->arena, "%s ↓", plot->frame->titles[CHANNEL_FROM]);
    room = (Size){ page_column_width(plot), page_row_height(plot) };
    /* The key of the sizes has the largest disc in it. */
    key = relations->weighted && plot->spec->legend != LEGEND_NONE ? MOST_ROW * em : 0;
    room.height -= key;
    if (!plot->fixed_height && plot->n_panels == 1) {
        fit = matrix_fit(graph, plot->measurer, (Size){ room.width, PAGE_MOST_HEIGHT });
        plot->size.height =
            MIN(plot->size.height,
                page_height(plot, 1, key + fit.head + graph->n_rows * MOST_ROW * em));
        page_grow(plot, page_height(plot, 1, key + fit.head + graph->n_rows * least * em));
        room.height = page_row_height(plot) - key;
    }
    fit = matrix_fit(graph, plot->measurer, room);
    graph->line = matrix_fit_values(graph, plot->measurer, &fit);
    graph->cell = share * MAX(MIN(fit.row - graph->line, fit.column / graph->n_lanes),
                              2 * MATRIX_LEAST_RADIUS);
    if (relations->weighted && relations->least != relations->most)
        matrix_bind_sizes(graph, plot);
}
