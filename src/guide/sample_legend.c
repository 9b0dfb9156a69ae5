#include "guide/sample_legend.h"

#include "text/wrap.h"

/* px at text of 12 px. */
#define LINE_LENGTH 26.0
#define KEY_AIR 6.0
#define ENTRY_AIR 16.0
#define RING 1.25

typedef struct {
    Box box;
    SampleKind kind;
    const char *title;
    const SampleKey *keys;
    guint n;
    Color color;
    gboolean column; /* one sample a line */
} SampleLegend;

static Size
sample_size(const SampleLegend *legend, const SampleKey *key, double em)
{
    if (legend->kind == SAMPLE_CIRCLES)
        return (Size){ 2 * key->size + 2, 2 * key->size + 2 };
    return (Size){ LINE_LENGTH * em, key->size + 2 };
}

/* Samples in a column share their width, so that the values stand below each other. */
static double
sample_width(const SampleLegend *legend, guint index, double em)
{
    double widest = 0;

    if (!legend->column)
        return sample_size(legend, &legend->keys[index], em).width;
    for (guint i = 0; i < legend->n; i++)
        widest = MAX(widest, sample_size(legend, &legend->keys[i], em).width);
    return widest;
}

static double
sample_legend_line(const SampleLegend *legend, guint first, guint end, const LayoutContext *context)
{
    const TextStyle *style = &context->theme->axis;
    double height = text_measure(context->measurer, "x", style).line_height;

    for (guint i = first; i < end; i++)
        height = MAX(height, sample_size(legend, &legend->keys[i], style->size / 12).height);
    return height;
}

/* One entry, or the title (key NULL), from left to right; where its words end. NULL builder: only
 * measured. */
static double
sample_entry(const SampleLegend *legend, const SampleKey *key, double width, Point at, double right,
             SceneBuilder *builder, const LayoutContext *context)
{
    TextStyle style = context->theme->axis;
    double em = style.size / 12, left = at.x + (key != NULL ? width + KEY_AIR * em : 0);
    g_autofree char *text = text_ellipsize(key != NULL ? key->label : legend->title, &style,
                                           MAX(0, right - left), context->measurer);
    TextExtents extents = text_measure(context->measurer, text, &style);

    style.color = context->theme->label.color;
    if (left + extents.width > right + 0.01)
        return NAN;
    if (builder != NULL && key != NULL && legend->kind == SAMPLE_LINES)
        scene_builder_rect(builder, (Rect){ at.x, at.y - key->size / 2, width, key->size }, 0,
                           legend->color, STROKE_NONE);
    if (builder != NULL && key != NULL && legend->kind == SAMPLE_CIRCLES)
        scene_builder_circle(builder, (Point){ at.x + width / 2, at.y }, key->size, COLOR_NONE,
                             stroke_solid(legend->color, RING * em));
    if (builder != NULL)
        scene_builder_text(builder, text,
                           (Point){ left, at.y + (extents.ascent - extents.descent) / 2 },
                           ANCHOR_START, 0, &style, extents);
    return left + extents.width;
}

static Size
sample_legend_flow(const SampleLegend *legend, Rect rect, SceneBuilder *builder,
                   const LayoutContext *context)
{
    double em = context->theme->axis.size / 12, x = rect.x, y = rect.y, end = rect.x;
    double line = sample_legend_line(legend, 0, legend->n, context);

    for (guint i = legend->title != NULL ? 0 : 1; i <= legend->n; i++) {
        const SampleKey *key = i > 0 ? &legend->keys[i - 1] : NULL;
        double right;

        if (legend->column && key != NULL)
            line = sample_legend_line(legend, i - 1, i, context);
        right = sample_entry(legend, key, key != NULL ? sample_width(legend, i - 1, em) : 0,
                             (Point){ x, y + line / 2 }, rect_right(rect), builder, context);
        if (isnan(right))
            break;
        end = MAX(end, right);
        if (legend->column) {
            y += line + context->theme->line_gap;
        } else {
            /* Words that are wider in another font must not reach the next sample. */
            x = right + MAX(ENTRY_AIR * em, (right - x) * SCENE_TEXT_SLACK + KEY_AIR * em);
        }
    }
    return (Size){ end - rect.x,
                   legend->column ? MAX(0, y - rect.y - context->theme->line_gap) : line };
}

static Size
sample_legend_measure(Box *box, Size available, const LayoutContext *context)
{
    Rect rect = { 0, 0, available.width, available.height };

    return sample_legend_flow((const SampleLegend *)box, rect, NULL, context);
}

static void
sample_legend_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    scene_builder_push(builder, ROLE_LEGEND, NULL);
    sample_legend_flow((const SampleLegend *)box, box->rect, builder, context);
    scene_builder_pop(builder);
}

static const BoxType sample_legend_type = {
    .measure = sample_legend_measure,
    .draw = sample_legend_draw,
};

Box *
sample_legend_new(SampleKind kind, const char *title, const SampleKey *keys, guint n, Color color,
                  gboolean column)
{
    SampleLegend *legend = g_new0(SampleLegend, 1);

    *legend = (SampleLegend){ .box.type = &sample_legend_type,
                              .kind = kind,
                              .title = title,
                              .keys = keys,
                              .n = n,
                              .color = color,
                              .column = column };
    return &legend->box;
}
