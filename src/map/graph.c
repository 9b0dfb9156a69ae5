#include "map/graph.h"

#include "map/relation_marks.h"
#include "map/relation_words.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/option.h"
#include "plot/rename.h"

#include <stdlib.h>
#include <string.h>

gboolean
graph_is_here(const MarkContext *context, guint link)
{
    const Graph *graph = (const Graph *)context->layer;

    return graph->relations->links[link].panel == context->panel;
}

void
graph_draw_node(const MarkContext *context, guint node, Rect shape)
{
    const Graph *graph = (const Graph *)context->layer;
    const Theme *theme = context->theme;
    double radius = MIN(shape.width, shape.height) / 2;

    if (shape.width == shape.height) {
        relation_draw_disc(context, graph->relations, node,
                           (Point){ shape.x + radius, shape.y + radius }, radius);
        return;
    }
    scene_builder_push_mark(context->builder, graph->relations->nodes[node].name, NULL, 0,
                            relation_subject(SUBJECT_NODE, node));
    scene_builder_rect(context->builder, shape, radius, theme_paper(theme),
                       relation_disc_line(theme));
    scene_builder_pop(context->builder);
}

const LabelKind graph_short_names = {
    .one = "end of a name",
    .many = "ends of names",
    .where = "in the margin",
    .advice = "a larger figure would show more",
};

void
graph_ask_name(const MarkContext *context, const LabelKind *kind, guint node, const LabelSpot *spot,
               double width, guint lines)
{
    const Graph *graph = (const Graph *)context->layer;
    const char *name = graph->relations->nodes[node].name;
    const TextStyle *style = &context->theme->label;
    LabelRequest request = { .kind = kind,
                             .rank = LABEL_FIRST,
                             .subject = relation_subject(SUBJECT_NODE, node),
                             .shortened = &graph_short_names };
    TextBlock *blocks[2] = { text_block_new(), text_block_new() };
    g_autoptr(TextBlock) whole = text_block_new();

    text_block_add_wrapped(whole, name, style, width, 0, context->measurer);
    text_block_add_wrapped(blocks[0], name, style, width, lines, context->measurer);
    text_block_add_wrapped(blocks[1], name, style, width, 1, context->measurer);
    request.n_whole = whole->lines->len <= lines ? 1 : 0;
    labels_add(context->labels, &request, blocks, 2, spot, 1);
}

static const char *
graph_view_name(const Plot *plot)
{
    switch ((ViewChoice)plot->spec->map.view) {
    case VIEW_MATRIX:
        return "matrix";
    case VIEW_ARC:
        return "arc";
    case VIEW_AUTO:
    case VIEW_MAP:
    case VIEW_NETWORK:
        break;
    }
    return "network";
}

static gboolean
graph_refuse(const Plot *plot, const char *option, GError **error)
{
    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s has no meaning for --view %s", option,
              graph_view_name(plot));
    return FALSE;
}

gboolean
graph_refuse_options(const Plot *plot, GError **error)
{
    static const char *const names[] = {
        "x",        "y",          "size",     "label",    "place",    "area-key",
        "fill",     "hatch",      "symbols",  "x-scale",  "y-scale",  "x-domain",
        "y-domain", "x-ticks",    "y-ticks",  "x-label",  "y-label",  "x-unit",
        "y-unit",   "x-format",   "y-format", "grid",     "annotate", "sort",
        "top",      "cumulative", "rolling",  "index-to", "change",
    };

    if (g_str_equal(plot->chart->name, "network") && option_is_given(plot->spec, "view") &&
        plot->spec->map.view == VIEW_MAP) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "a network has no --view map; the chart map draws it");
        return FALSE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (option_is_given(plot->spec, names[i]))
            return graph_refuse(plot, names[i], error);
    /* Rows of the table say which of the map's options speak of links. */
    for (guint i = 0; i < option_count; i++)
        if (option_defs[i].group == OPTION_GROUP_MAP && option_defs[i].charts != NULL &&
            strstr(option_defs[i].charts, "network") == NULL &&
            !g_str_equal(option_defs[i].name, "places") &&
            option_is_given(plot->spec, option_defs[i].name))
            return graph_refuse(plot, option_defs[i].name, error);
    return TRUE;
}

static gint
graph_compare_names(gconstpointer a, gconstpointer b, gpointer data)
{
    const RelationNode *nodes = data;

    return strcmp(nodes[*(const guint *)a].name, nodes[*(const guint *)b].name);
}

static void
graph_sort_nodes(Graph *graph, Arena *arena)
{
    guint n = graph->relations->n_nodes;

    graph->by_name = arena_new0(arena, guint, n);
    graph->rank = arena_new0(arena, guint, n);
    for (guint i = 0; i < n; i++)
        graph->by_name[i] = i;
    g_qsort_with_data(graph->by_name, (gint)n, sizeof(guint), graph_compare_names,
                      graph->relations->nodes);
    for (guint i = 0; i < n; i++)
        graph->rank[graph->by_name[i]] = i;
}

static Box *
graph_make_guide(const Plot *plot)
{
    return relations_width_key(plot->guide_data, plot);
}

gboolean
graph_expand(Plot *plot, Gazetteer *gazetteer, GError **error)
{
    Graph *graph = arena_new0(plot->arena, Graph, 1);
    const Relations *relations;
    guint *panels;

    graph->plot = plot;
    if (!graph_refuse_options(plot, error) || !relations_check(plot, error) ||
        !facets_bind(plot, &panels, error))
        return FALSE;
    graph->relations = relations_bind(plot, gazetteer, panels, error);
    if (graph->relations == NULL)
        return FALSE;
    relations = graph->relations;
    rename_report(plot->spec, &plot->frame->found, plot->report);
    graph_sort_nodes(graph, plot->arena);
    bind_no_axes(plot);
    graph->layer = relations->layer;
    graph->views = arena_new0(plot->arena, GraphView *, plot->n_panels);
    g_ptr_array_add(plot->layers, graph);
    if (relations->weighted && relations->least != relations->most &&
        plot->spec->map.view != VIEW_MATRIX) {
        plot->make_guide = graph_make_guide;
        plot->guide_data = relations;
    }
    switch ((ViewChoice)plot->spec->map.view) {
    case VIEW_AUTO:
    case VIEW_MAP:
    case VIEW_NETWORK:
        graph->layer.type = &mark_network;
        graph_arrange_network(graph, plot);
        break;
    case VIEW_ARC:
        graph->layer.type = &mark_arcs;
        graph_arrange_arcs(graph, plot);
        break;
    case VIEW_MATRIX:
        graph->layer.type = &mark_matrix;
        graph_arrange_matrix(graph, plot);
        break;
    }
    return TRUE;
}

void
graph_describe(const Plot *plot, DescriptionFacts *facts)
{
    const Graph *graph = g_ptr_array_index(plot->layers, 0);

    facts->chart = graph_view_name(plot);
    relations_describe(plot, graph->relations, facts);
}

gboolean
graph_expand_names(Plot *plot, GError **error)
{
    return graph_expand(plot, NULL, error);
}
