#include "guide/annotation.h"
#include "plot/band_names.h"
#include "plot/bind.h"
#include "plot/end_names.h"
#include "plot/facets.h"
#include "plot/panel_names.h"
#include "plot/panels_work.h"
#include "plot/references.h"
#include "text/wrap.h"

/* In a panel too small for words: says that it is empty on purpose, in every language. */
#define NOTHING "–"

MarkContext
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

        if (!panel_choice_has(plot, note->panels, marks->panel) || !isfinite(at.x) ||
            !isfinite(at.y))
            continue;
        if (at.x < rect.x - 1 || at.x > rect_right(rect) + 1 || at.y < rect.y - 1 ||
            at.y > rect_bottom(rect) + 1) {
            g_autofree char *text = error_quote(note->text, -1, 40);

            report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--annotate: \"%s\" lies outside the axes and is left out", text);
            continue;
        }
        annotation_draw(note->text, at, rect, marks->labels, marks->builder, context);
    }
}

/* Where the data have no row there is nothing to draw, and zero would be a claim. */
static void
panels_draw_nothing(const Plot *plot, Rect rect, SceneBuilder *builder,
                    const LayoutContext *context)
{
    const TextStyle *style = &context->theme->axis;
    const char *words = bind_language(plot)->words[WORD_NO_DATA];
    TextExtents text = text_measure(context->measurer, words, style);
    Point at = { rect.x + rect.width / 2,
                 rect.y + rect.height / 2 + (text.ascent - text.descent) / 2 };

    if (text.width > rect.width) {
        words = NOTHING;
        text = text_measure(context->measurer, words, style);
    }
    scene_builder_push(builder, ROLE_LABELS, NULL);
    scene_builder_text(builder, words, at, ANCHOR_MIDDLE, 0, style, text);
    scene_builder_pop(builder);
}

/* A few lying bars do not fill the panel: the lines across end with them. */
static Rect
panels_used_rect(const PanelsBox *panels, guint index, Rect rect)
{
    if (!panels->plot->upright && panels->plot->x.hidden)
        rect.height = MIN(rect.height, panels_y(panels, index)->scale.to);
    return rect;
}

/* Marks with the line of zero under, between or over them. */
static void
panels_draw_data(const PanelsBox *panels, guint index, MarkContext *marks, Rect used)
{
    const Plot *plot = panels->plot;
    const Axis *value = plot->upright ? panels_y(panels, index) : panels_x(panels, index);
    gboolean on_zero =
        plot->layers->len > 0 && !((const Layer *)plot->layers->pdata[0])->type->over_zero;
    guint below = on_zero ? panels_below_zero_line(plot) : plot->layers->len;

    if (!on_zero)
        axis_draw_zero(value, marks->rect, marks->builder, marks->theme);
    if (plot->spec->facet_context)
        panels_draw_context(panels, marks);
    panels_draw_marks(panels, marks, 0, below);
    if (on_zero)
        axis_draw_zero(value, used, marks->builder, marks->theme);
    panels_draw_marks(panels, marks, below, plot->layers->len);
}

/* The series in grey for a panel that is not highlighted; NULL for one that is. */
static Series *
panels_muted_series(const Plot *plot, guint index)
{
    Series *series;

    if (!facets_are_muted(plot, index))
        return NULL;
    series = g_memdup2(plot->series, plot->n_series * sizeof(Series));
    for (guint i = 0; i < plot->n_series; i++) {
        series[i].color = plot->theme->muted;
        series[i].text_color = plot->theme->axis.color;
        series[i].muted = TRUE;
        series[i].code = 0;
    }
    return series;
}

/* The panel with its share of what lies around it: words may reach there. */
static Rect
panels_cell(const PanelsBox *panels, guint index, Rect rect)
{
    guint column = index % panels->columns, row = index / panels->columns;
    const PanelsTrack *across = &panels->across[column], *down = &panels->down[row];
    double left = column == 0 ? panels->left : panels->column_gap / 2;
    double right = column + 1 == panels->columns ? panels->right : panels->column_gap / 2;
    double top = row == 0 ? panels->top : panels->row_gap / 2;
    double below = row + 1 == panels->rows ? panels->bottom : panels->row_gap / 2;

    return (Rect){ rect.x - across->before - left, rect.y - down->before - top,
                   rect.width + across->before + across->after + left + right,
                   rect.height + down->before + down->after + top + below };
}

static void
panels_draw_one(const PanelsBox *panels, guint index, LabelTally *tally, SceneBuilder *builder,
                const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    const Theme *theme = context->theme;
    const Axis *x_axis = panels_x(panels, index), *y_axis = panels_y(panels, index);
    Rect rect = panels_rect(panels, index);
    Scale x = axis_scale(x_axis, rect), y = axis_scale(y_axis, rect);
    MarkContext marks = panels_mark_context(panels, index, rect, &x, &y, builder, context);
    g_autoptr(Labels) labels = labels_new(panels_cell(panels, index, rect), tally);
    g_autofree Series *muted = panels_muted_series(plot, index);
    gboolean empty = plot->n_panels > 1 && plot->panel_rows[index] == 0;
    Rect used = panels_used_rect(panels, index, rect);

    if (muted != NULL)
        marks.series = muted;
    scene_builder_push(builder, ROLE_PANEL, plot->panel_titles[index]);
    panels_draw_panel_title(panels, index, builder, context);
    references_draw_bands(plot, index, used, &x, &y, builder);
    axis_draw_grid(y_axis, rect, builder, theme);
    axis_draw_grid(x_axis, rect, builder, theme);
    if (empty)
        panels_draw_nothing(plot, rect, builder, context);
    else
        panels_draw_data(panels, index, &marks, used);
    if (panels_have_y_labels(panels, index))
        axis_draw_labels(y_axis, rect, builder, context);
    if (panels_have_x_labels(panels, index))
        axis_draw_labels(x_axis, rect, builder, context);
    if (panels->place == NAMES_AT_ENDS)
        end_names_draw(plot, index, rect, &x, &y, panels->names, tally, builder, context);
    marks.labels = labels;
    marks.tally = tally;
    if (!empty)
        panels_draw_mark_labels(panels, &marks);
    if (panels->place == NAMES_IN_BANDS || panels->place == NAMES_IN_SOME_BANDS)
        band_names_ask(plot, &marks, panels->place == NAMES_IN_SOME_BANDS);
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

        scene_builder_text(builder, title,
                           (Point){ rect_right(rect) - panels->right - panels->names,
                                    rect_bottom(rect) - text.descent },
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
    if (panels->plot->grid_rows > 0)
        panels_draw_row_titles(panels, builder, context);
    for (guint i = 0; i < panels->plot->n_panels; i++)
        panels_draw_one(panels, i, tally, builder, context);
    label_tally_report(tally, panels->plot->report);
}
