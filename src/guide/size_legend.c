#include "guide/size_legend.h"

#include "text/wrap.h"

#define KEY_AIR 6.0
#define ENTRY_AIR 16.0

typedef struct {
    Box box;
    const char *title;
    const SizeKey *keys;
    guint n;
    Color color;
} SizeLegend;

static double
size_legend_height(const SizeLegend *legend, const LayoutContext *context)
{
    double height = text_measure(context->measurer, "x", &context->theme->axis).line_height;

    for (guint i = 0; i < legend->n; i++)
        height = MAX(height, 2 * legend->keys[i].radius + 2);
    return height;
}

static Size
size_legend_measure(Box *box, Size available, const LayoutContext *context)
{
    return (Size){ available.width, size_legend_height((const SizeLegend *)box, context) };
}

static void
size_legend_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const SizeLegend *legend = (const SizeLegend *)box;
    TextStyle style = context->theme->axis;
    double x = box->rect.x, middle = box->rect.y + box->rect.height / 2;

    scene_builder_push(builder, ROLE_LEGEND, NULL);
    for (guint i = 0; i <= legend->n; i++) {
        double radius = i > 0 ? legend->keys[i - 1].radius : 0;
        double left = x + (i > 0 ? 2 * radius + KEY_AIR : 0);
        g_autofree char *text = NULL;
        TextExtents extents;

        if (i == 0 && legend->title == NULL)
            continue;
        text = text_ellipsize(i > 0 ? legend->keys[i - 1].label : legend->title, &style,
                              MAX(0, rect_right(box->rect) - left), context->measurer);
        extents = text_measure(context->measurer, text, &style);
        if (left + extents.width > rect_right(box->rect) + 0.01)
            break;
        if (i > 0)
            scene_builder_circle(builder, (Point){ x + radius, middle }, radius, COLOR_NONE,
                                 stroke_solid(legend->color, 1.25));
        scene_builder_text(builder, text,
                           (Point){ left, middle + (extents.ascent - extents.descent) / 2 },
                           ANCHOR_START, 0, &style, extents);
        x = left + extents.width + ENTRY_AIR;
    }
    scene_builder_pop(builder);
}

static const BoxType size_legend_type = {
    .measure = size_legend_measure,
    .draw = size_legend_draw,
};

Box *
size_legend_box_new(const char *title, const SizeKey *keys, guint n, Color color)
{
    SizeLegend *legend = g_new0(SizeLegend, 1);

    *legend = (SizeLegend){
        .box.type = &size_legend_type, .title = title, .keys = keys, .n = n, .color = color
    };
    return &legend->box;
}
