#include "guide/width_legend.h"

#include "text/wrap.h"

/* px at text of 12 px. */
#define SAMPLE 26.0
#define KEY_AIR 6.0
#define ENTRY_AIR 16.0

typedef struct {
    Box box;
    const char *title;
    const WidthKey *keys;
    guint n;
    Color color;
} WidthLegend;

static double
width_legend_height(const WidthLegend *legend, const LayoutContext *context)
{
    double height = text_measure(context->measurer, "x", &context->theme->axis).line_height;

    for (guint i = 0; i < legend->n; i++)
        height = MAX(height, legend->keys[i].width + 2);
    return height;
}

/* Writes the entries that have room, or only counts their width, px. */
static double
width_legend_flow(const WidthLegend *legend, Rect rect, SceneBuilder *builder,
                  const LayoutContext *context)
{
    TextStyle style = context->theme->axis;
    double em = style.size / 12, x = rect.x, middle = rect.y + rect.height / 2, end = rect.x;

    style.color = context->theme->label.color;
    for (guint i = 0; i <= legend->n; i++) {
        const WidthKey *key = i > 0 ? &legend->keys[i - 1] : NULL;
        double left = x + (key != NULL ? (SAMPLE + KEY_AIR) * em : 0);
        g_autofree char *text = NULL;
        TextExtents extents;

        if (key == NULL && legend->title == NULL)
            continue;
        text = text_ellipsize(key != NULL ? key->label : legend->title, &style,
                              MAX(0, rect_right(rect) - left), context->measurer);
        extents = text_measure(context->measurer, text, &style);
        if (left + extents.width > rect_right(rect) + 0.01)
            break;
        end = left + extents.width;
        if (builder != NULL && key != NULL)
            scene_builder_line(builder, (Point){ x, middle }, (Point){ x + SAMPLE * em, middle },
                               stroke_solid(legend->color, key->width));
        if (builder != NULL)
            scene_builder_text(builder, text,
                               (Point){ left, middle + (extents.ascent - extents.descent) / 2 },
                               ANCHOR_START, 0, &style, extents);
        x = end + MAX(ENTRY_AIR * em, extents.width * SCENE_TEXT_SLACK + KEY_AIR * em);
    }
    return end - rect.x;
}

static Size
width_legend_measure(Box *box, Size available, const LayoutContext *context)
{
    const WidthLegend *legend = (const WidthLegend *)box;
    Rect rect = { 0, 0, available.width, available.height };

    return (Size){ width_legend_flow(legend, rect, NULL, context),
                   width_legend_height(legend, context) };
}

static void
width_legend_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    scene_builder_push(builder, ROLE_LEGEND, NULL);
    width_legend_flow((const WidthLegend *)box, box->rect, builder, context);
    scene_builder_pop(builder);
}

static const BoxType width_legend_type = {
    .measure = width_legend_measure,
    .draw = width_legend_draw,
};

Box *
width_legend_box_new(const char *title, const WidthKey *keys, guint n, Color color)
{
    WidthLegend *legend = g_new0(WidthLegend, 1);

    *legend = (WidthLegend){
        .box.type = &width_legend_type, .title = title, .keys = keys, .n = n, .color = color
    };
    return &legend->box;
}
