#include "guide/annotation.h"
#include "plot/end_names.h"
#include "plot/panels_work.h"
#include "plot/references.h"
#include "text/wrap.h"

static Rect
panels_rect(const PanelsBox *panels, guint index, const LayoutContext *context)
{
    guint column = index % panels->columns, row = index / panels->columns;
    double gap = context->theme->panel_gap;
    Rect rect = panels->box.rect;

    return (Rect){
        rect.x + panels->left + column * (panels->panel.width + panels->gap),
        rect.y + panels->top + panels->title_height +
            row * (panels->panel.height + panels->title_height + gap * 0.6),
        panels->panel.width,
        panels->panel.height,
    };
}

static MarkContext
panels_mark_context(const PanelsBox *panels, guint index, Rect rect, const Scale *x, const Scale *y,
                    SceneBuilder *builder, const LayoutContext *context)
{
    return (MarkContext){
        .panel = index,
        .rect = rect,
        .x = x,
        .y = y,
        .series = panels->plot->series,
        .n_series = panels->plot->n_series,
        .theme = context->theme,
        .measurer = context->measurer,
        .builder = builder,
        .report = panels->plot->report,
    };
}

/* How many layers the line of zero is drawn over: up to the last one that begins at zero, where
 * others were put on top of it, else all. */
static guint
panels_below_zero_line(const Plot *plot)
{
    guint n = plot->layers->len;

    while (plot->n_overlays > 0 && n > 1 &&
           (((const Layer *)plot->layers->pdata[n - 1])->type->over_zero ||
            ((const Layer *)plot->layers->pdata[n - 1])->type->across))
        n--;
    return n;
}

static void
panels_draw_marks(const PanelsBox *panels, MarkContext *marks, guint first, guint end)
{
    const GPtrArray *layers = panels->plot->layers;

    scene_builder_push(marks->builder, ROLE_MARKS, NULL);
    for (guint i = first; i < end; i++) {
        marks->layer = layers->pdata[i];
        marks->ordinal = i;
        marks->layer->type->draw(marks);
    }
    scene_builder_pop(marks->builder);
}

static void
panels_draw_mark_labels(const PanelsBox *panels, MarkContext *marks)
{
    const GPtrArray *layers = panels->plot->layers;

    scene_builder_push(marks->builder, ROLE_LABELS, NULL);
    for (guint i = 0; i < layers->len; i++) {
        marks->layer = layers->pdata[i];
        marks->ordinal = i;
        if (marks->layer->type->draw_labels != NULL)
            marks->layer->type->draw_labels(marks);
    }
    scene_builder_pop(marks->builder);
}

static void
panels_draw_annotations(const PanelsBox *panels, const MarkContext *marks,
                        const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    Rect rect = marks->rect;

    for (guint i = 0; i < plot->n_annotations; i++) {
        const Annotation *note = &plot->annotations[i];
        Point at = { scale_map(marks->x, note->x), scale_map(marks->y, note->y) };

        if (note->panel != marks->panel || !isfinite(at.x) || !isfinite(at.y))
            continue;
        if (at.x < rect.x - 1 || at.x > rect_right(rect) + 1 || at.y < rect.y - 1 ||
            at.y > rect_bottom(rect) + 1) {
            report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--annotate: \"%.40s\" lies outside the axes and is left out", note->text);
            continue;
        }
        annotation_draw(note->text, at, rect, marks->labels, marks->builder, context);
    }
}

static void
panels_draw_title(const PanelsBox *panels, guint index, Rect rect, SceneBuilder *builder,
                  const LayoutContext *context)
{
    const TextStyle *style = &context->theme->panel_title;
    g_autoptr(GPtrArray) lines = panels_title_lines(panels, index, context);
    TextExtents line = text_measure(context->measurer, "x", style);
    double y =
        rect.y - context->theme->label_gap - line.descent - line.line_height * (lines->len - 1.0);

    for (guint i = 0; i < lines->len; i++, y += line.line_height)
        scene_builder_text(builder, lines->pdata[i], (Point){ rect.x, y }, ANCHOR_START, 0, style,
                           text_measure(context->measurer, lines->pdata[i], style));
}

/* The panel with its share of what lies around it: words may reach there. */
static Rect
panels_cell(const PanelsBox *panels, guint index, Rect rect, const LayoutContext *context)
{
    guint column = index % panels->columns, row = index / panels->columns;
    double between = context->theme->panel_gap * 0.3;
    double left = column == 0 ? panels->left : panels->gap / 2;
    double right = column + 1 == panels->columns ? panels->right : panels->gap / 2;
    double top = row == 0 ? panels->top : between,
           below = row + 1 == panels->rows ? panels->bottom : between;

    return (Rect){ rect.x - left, rect.y - panels->title_height - top, rect.width + left + right,
                   rect.height + panels->title_height + top + below };
}

/* Inner axes carry labels only where no other panel stands between them and the edge. */
static void
panels_draw_one(const PanelsBox *panels, guint index, LabelTally *tally, SceneBuilder *builder,
                const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    const Theme *theme = context->theme;
    Rect rect = panels_rect(panels, index, context);
    Scale x = axis_scale(panels->x, rect), y = axis_scale(panels->y, rect);
    MarkContext marks = panels_mark_context(panels, index, rect, &x, &y, builder, context);
    g_autoptr(Labels) labels = labels_new(panels_cell(panels, index, rect, context), tally);
    const Axis *value = plot->upright ? panels->y : panels->x;
    gboolean on_zero =
        plot->layers->len > 0 && !((const Layer *)plot->layers->pdata[0])->type->over_zero;

    guint below = on_zero ? panels_below_zero_line(plot) : plot->layers->len;
    Rect used = rect;

    /* A few lying bars do not fill the panel: the lines across end with them. */
    if (!plot->upright && plot->x.hidden)
        used.height = MIN(rect.height, panels->y->scale.to);
    scene_builder_push(builder, ROLE_PANEL, plot->panel_titles[index]);
    if (plot->panel_titles[index] != NULL)
        panels_draw_title(panels, index, rect, builder, context);
    references_draw_bands(plot, index, used, &x, &y, builder);
    axis_draw_grid(panels->y, rect, builder, theme);
    axis_draw_grid(panels->x, rect, builder, theme);
    if (!on_zero)
        axis_draw_zero(value, rect, builder, theme);
    panels_draw_marks(panels, &marks, 0, below);
    if (on_zero)
        axis_draw_zero(value, used, builder, theme);
    panels_draw_marks(panels, &marks, below, plot->layers->len);
    if (index % panels->columns == 0)
        axis_draw_labels(panels->y, rect, builder, context);
    if (index + panels->columns >= plot->n_panels)
        axis_draw_labels(panels->x, rect, builder, context);
    if (panels->direct)
        end_names_draw(plot, index, rect, &x, &y, panels->right, tally, builder, context);
    marks.labels = labels;
    marks.tally = tally;
    panels_draw_mark_labels(panels, &marks);
    references_add_labels(plot, index, used, &x, &y, labels);
    panels_draw_annotations(panels, &marks, context);
    labels_place(labels, scene_builder_peek(builder), builder, context);
    /* Last, so that they can make way for words. */
    references_draw_rules(plot, index, used, &x, &y, builder);
    scene_builder_pop(builder);
}

static void
panels_draw_titles(const PanelsBox *panels, SceneBuilder *builder, const LayoutContext *context)
{
    const TextStyle *style = &context->theme->axis;
    const char *top = panels_top_title(panels), *bottom = panels_bottom_title(panels);
    Rect rect = panels->box.rect;

    scene_builder_push(builder, ROLE_LABELS, NULL);
    if (top != NULL) {
        g_autofree char *title = text_ellipsize(top, style, rect.width, context->measurer);
        TextExtents text = text_measure(context->measurer, title, style);

        scene_builder_text(builder, title, (Point){ rect.x, rect.y + text.ascent }, ANCHOR_START, 0,
                           style, text);
    }
    if (bottom != NULL) {
        g_autofree char *title = text_ellipsize(bottom, style, rect.width, context->measurer);
        TextExtents text = text_measure(context->measurer, title, style);

        scene_builder_text(
            builder, title,
            (Point){ rect_right(rect) - panels->right, rect_bottom(rect) - text.descent },
            ANCHOR_END, 0, style, text);
    }
    scene_builder_pop(builder);
}

void
panels_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const PanelsBox *panels = (const PanelsBox *)box;
    g_autoptr(LabelTally) tally = label_tally_new();

    panels_draw_titles(panels, builder, context);
    for (guint i = 0; i < panels->plot->n_panels; i++)
        panels_draw_one(panels, i, tally, builder, context);
    label_tally_report(tally, panels->plot->report);
}
