// --facet-context: the lines of all other panels in grey behind each panel.
#include "plot/panels_work.h"

/* Share of the width of lines that carry the panel's own data. */
#define CONTEXT_WIDTH 0.55

/* All points that stand in other panels, as if they stood in this one. Points between them that do
 * not belong here stay out, so that no line crosses from one panel's to the next. */
static guint *
context_panels(const Layer *layer, guint index)
{
    guint *panel = g_new(guint, layer->n + 1);

    for (gsize i = 0; i < layer->n; i++)
        panel[i] = layer->panel[i] == index ? G_MAXUINT : index;
    return panel;
}

/* Lines of different panels are different lines: each gets a number of its own. */
static guint *
context_series(const Layer *layer, guint n_series)
{
    guint *series = g_new(guint, layer->n + 1);

    for (gsize i = 0; i < layer->n; i++)
        series[i] = layer->panel[i] * n_series + layer->series[i];
    return series;
}

void
panels_draw_context(const PanelsBox *panels, const MarkContext *marks)
{
    const Plot *plot = panels->plot;
    guint n = plot->n_panels * plot->n_series;
    g_autofree Series *grey = g_new0(Series, n);
    Theme theme = *marks->theme;
    MarkContext context = *marks;

    theme.line_width *= CONTEXT_WIDTH;
    for (guint i = 0; i < n; i++)
        grey[i] = (Series){ .color = theme.muted, .text_color = theme.muted };
    context.series = grey;
    context.n_series = n;
    context.theme = &theme;
    scene_builder_push(marks->builder, ROLE_MARKS, NULL);
    for (guint i = 0; i < plot->layers->len; i++) {
        const Layer *layer = plot->layers->pdata[i];
        g_autofree guint *panel = NULL, *series = NULL;
        Layer others = *layer;

        if (layer->type != &mark_line)
            continue;
        panel = context_panels(layer, marks->panel);
        series = context_series(layer, plot->n_series);
        others.panel = panel;
        others.series = series;
        others.rows = NULL;
        others.titles = others.labels = NULL;
        context.layer = &others;
        others.type->draw(&context);
    }
    scene_builder_pop(marks->builder);
}
