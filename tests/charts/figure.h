// Figures from the bytes of a CSV with the fixed measurer, and questions to ask of their scenes.
#pragma once

#include "charts/charts.h"
#include "plot/option.h"

#include <string.h>

typedef struct {
    Scene *scene;     /* NULL: refused */
    LintFacts *facts; /* of the scene */
    Report *report;
    GError *error;
} Figure;

static inline void
figure_clear(Figure *figure)
{
    g_clear_pointer(&figure->scene, scene_free);
    g_clear_pointer(&figure->facts, lint_facts_free);
    g_clear_pointer(&figure->report, report_free);
    g_clear_error(&figure->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Figure, figure_clear)

/* options: "name=value" without dashes, ending with NULL; a wrong one ends the test. */
static inline Figure
figure_draw(const char *chart, const char *csv, const char *const *options)
{
    Figure figure = { .report = report_new() };
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(Table) table = NULL;
    CsvOptions csv_options = { 0 };

    for (guint i = 0; options[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(options[i], "=", 2);
        const OptionDef *def = option_find(parts[0]);

        g_assert_nonnull(def);
        option_set(spec, def, parts[1], &figure.error);
        g_assert_no_error(figure.error);
    }
    table =
        csv_read_bytes("data.csv", csv, strlen(csv), &csv_options, figure.report, &figure.error);
    if (table != NULL)
        figure.scene = plot_draw(spec, chart_type_find(chart), table, measurer, figure.report,
                                 &figure.facts, NULL, &figure.error);
    g_assert_true((figure.scene == NULL) == (figure.error != NULL));
    return figure;
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

static inline gboolean
figure_has_text(const Figure *figure, const char *text)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_TEXT && strcmp(node->text.text, text) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The remarks, a line each. Caller frees. */
static inline char *
figure_remarks(const Figure *figure)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < report_length(figure->report); i++)
        g_string_append_printf(text, "%s\n", report_entry(figure->report, i)->text);
    return g_string_free(text, FALSE);
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
