// Figures of any chart, and questions to ask of their scenes.
#pragma once

#include "charts/charts.h"
#include "plot/figure.h"

#include <string.h>

/* options: "name=value" without dashes, ending with NULL; a wrong one ends the test. */
static inline Figure
figure_draw(const char *chart, const char *csv, const char *const *options)
{
    return figure_draw_chart(chart_type_find(chart), csv, options);
}

#define FIGURE(chart, csv, ...) figure_draw(chart, csv, (const char *const[]){ __VA_ARGS__, NULL })

static inline void
figure_append_nodes(const SceneNode *node, GPtrArray *out)
{
    for (; node != NULL; node = node->next) {
        g_ptr_array_add(out, (gpointer)node);
        if (node->kind == NODE_GROUP)
            figure_append_nodes(node->group.first, out);
    }
}

/* All nodes in painting order; borrowed. */
static inline GPtrArray *
figure_nodes(const Figure *figure)
{
    GPtrArray *nodes = g_ptr_array_new();

    g_assert_no_error(figure->error);
    figure_append_nodes(figure->scene->root, nodes);
    return nodes;
}

static inline void
figure_append_role(const SceneNode *node, Role role, gboolean inside, NodeKind kind, GPtrArray *out)
{
    for (; node != NULL; node = node->next) {
        gboolean here = inside || (node->kind == NODE_GROUP && node->group.role == role);

        if (here && node->kind == kind)
            g_ptr_array_add(out, (gpointer)node);
        if (node->kind == NODE_GROUP)
            figure_append_role(node->group.first, role, here, kind, out);
    }
}

/* The nodes of one kind in groups of one role, in painting order; borrowed. */
static inline GPtrArray *
figure_find(const Figure *figure, Role role, NodeKind kind)
{
    GPtrArray *nodes = g_ptr_array_new();

    g_assert_no_error(figure->error);
    figure_append_role(figure->scene->root, role, FALSE, kind, nodes);
    return nodes;
}

/* The texts of one role in painting order, "|" between them. Caller frees. */
static inline char *
figure_texts(const Figure *figure, Role role)
{
    g_autoptr(GPtrArray) nodes = figure_find(figure, role, NODE_TEXT);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < nodes->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "",
                               ((const SceneNode *)nodes->pdata[i])->text.text);
    return g_string_free(text, FALSE);
}

/* The first text with these words; NULL: there is none. */
static inline const SceneNode *
figure_find_text(const Figure *figure, const char *text)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_TEXT && strcmp(node->text.text, text) == 0)
            return node;
    }
    return NULL;
}

static inline gboolean
figure_has_text(const Figure *figure, const char *text)
{
    return figure_find_text(figure, text) != NULL;
}

/* The same where there must be one. */
static inline const SceneNode *
figure_text_node(const Figure *figure, const char *text)
{
    const SceneNode *node = figure_find_text(figure, text);

    if (node == NULL)
        g_error("no text \"%s\"", text);
    return node;
}

/* How much two boxes share along the shorter side of what they share; <= 0: nothing. */
static inline double
figure_overlap(Rect a, Rect b)
{
    return MIN(MIN(rect_right(a), rect_right(b)) - MAX(a.x, b.x),
               MIN(rect_bottom(a), rect_bottom(b)) - MAX(a.y, b.y));
}

/* What is wrong with the page: something beyond its edge, or words over words. NULL: nothing.
 * Caller frees. */
static inline char *
figure_fault(const Figure *figure)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    Size size = figure->scene->size;
    Rect page = { -0.01, -0.01, size.width + 0.02, size.height + 0.02 };

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];
        Rect bounds;

        if (node->kind == NODE_GROUP)
            continue;
        bounds = scene_node_bounds(node);
        if (!rect_contains(page, bounds))
            return g_strdup_printf("beyond %gx%g: node kind %d \"%s\" at %g,%g size %gx%g",
                                   size.width, size.height, (int)node->kind,
                                   node->kind == NODE_TEXT ? node->text.text : "", bounds.x,
                                   bounds.y, bounds.width, bounds.height);
        for (guint k = 0; node->kind == NODE_TEXT && k < i; k++) {
            const SceneNode *other = nodes->pdata[k];
            double shared;

            if (other->kind != NODE_TEXT)
                continue;
            shared = figure_overlap(bounds, scene_node_bounds(other));
            if (shared > 0.05)
                return g_strdup_printf("on %gx%g words over words by %g px: \"%s\" and \"%s\"",
                                       size.width, size.height, shared, other->text.text,
                                       node->text.text);
        }
    }
    return NULL;
}
