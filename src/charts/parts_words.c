#include "charts/parts.h"

#include "text/wrap.h"

/* Between a value and its name, px at least; around the total in a space. */
#define AIR 6.0
#define SPACE_AIR 1.0
#define MAX_NAME_LINES 3
/* A name cut to less than so many times its size says nothing. */
#define LEAST_NAME 2.0
/* Boxes that are tried in a round space. */
#define N_SHAPES 3

static const LabelKind beside_parts = { "label", "labels", "beside the parts",
                                        "a larger figure would show them", FALSE };
static const LabelKind totals = { "total", "totals", "among the parts",
                                  "a larger figure would show it", FALSE };

static TextStyle
parts_value_style(const MarkContext *context, gsize item)
{
    TextStyle style = context->theme->label;

    style.bold = TRUE;
    style.color = mark_series(context, item)->text_color;
    return style;
}

/* Between two pieces of a line: what stands away from the mark's side may grow into it. */
static double
parts_air(double value)
{
    return MAX(AIR, value * SCENE_TEXT_SLACK + 2);
}

/* Value and name on one line, the name cut to a width. */
static void
parts_add_line(const MarkContext *context, gsize item, TextBlock *block, double width,
               gboolean ended)
{
    const Parts *parts = (const Parts *)context->layer;
    const char *value = parts->layer.labels != NULL ? parts->layer.labels[item] : NULL;
    const TextStyle *style = &context->theme->label;
    TextStyle bold = parts_value_style(context, item), plain = value != NULL ? *style : bold;
    double taken = value != NULL ? text_measure(context->measurer, value, &bold).width : 0;
    double air = parts_air(taken), left = value != NULL ? width - taken - air : width;
    g_autofree char *name = NULL;

    plain.bold = FALSE;
    if (taken > width)
        return;
    if (parts->direct)
        name = text_ellipsize(parts->names[item], &plain, MAX(0, left), context->measurer);
    if (name != NULL && strcmp(name, parts->names[item]) != 0 && left < LEAST_NAME * style->size)
        g_clear_pointer(&name, g_free);
    text_block_add(block, ended ? name : value, ended ? &plain : &bold, context->measurer);
    text_block_append(block, ended ? value : name, ended ? &bold : &plain, air, context->measurer);
}

TextBlock *
parts_block(const MarkContext *context, gsize item, PartForm form, double width, gboolean ended)
{
    const Parts *parts = (const Parts *)context->layer;
    const char *value = parts->layer.labels != NULL ? parts->layer.labels[item] : NULL;
    const TextStyle *style = &context->theme->label;
    TextStyle bold = parts_value_style(context, item);
    TextBlock *block = text_block_new();

    switch (form) {
    case PART_LINE:
        parts_add_line(context, item, block, G_MAXINT, ended);
        break;
    case PART_STACKED:
        if (parts->direct)
            text_block_add_wrapped(block, parts->names[item], style, width, MAX_NAME_LINES,
                                   context->measurer);
        text_block_add(block, value, &bold, context->measurer);
        break;
    case PART_CUT:
        parts_add_line(context, item, block, width, ended);
        break;
    }
    return block;
}

double
parts_widest(const MarkContext *context, PartForm form)
{
    const Parts *parts = (const Parts *)context->layer;
    gsize first, n = parts_of_panel(parts, context->panel, &first);
    double widest = 0;

    for (gsize i = first; i < first + n; i++) {
        g_autoptr(TextBlock) block = parts_block(context, i, form, G_MAXINT, FALSE);

        widest = MAX(widest, block->size.width);
    }
    return widest * (1 + SCENE_TEXT_SLACK);
}

gboolean
parts_place_column(const MarkContext *context, const LabelColumn *column, ColumnLabel *labels,
                   guint n, PartForm form, double width)
{
    const double *values = context->layer->y;
    gboolean all = TRUE;

    width /= 1 + SCENE_TEXT_SLACK;
    for (guint i = 0; i < n; i++) {
        gsize item = (gsize)((const double *)labels[i].data - values);

        g_clear_pointer(&labels[i].block, text_block_free);
        labels[i].block = parts_block(context, item, form, width, column->left);
        labels[i].kind = &beside_parts;
        labels[i].weight = values[item];
        labels[i].subject = mark_subject(context, item);
        all = all && labels[i].block->size.width <= width + 0.01;
    }
    label_column_place(column, labels, n);
    for (guint i = 0; i < n; i++)
        all = all && labels[i].placed;
    return all;
}

void
parts_draw_column(const MarkContext *context, const LabelColumn *column, ColumnLabel *labels,
                  guint n)
{
    label_column_draw(column, labels, n, context->tally, context->builder);
    for (guint i = 0; i < n; i++)
        g_clear_pointer(&labels[i].block, text_block_free);
}

/* Boxes in a circle, or at the bottom of its upper half, from a flat one to a high one. */
static void
parts_total_spots(Point centre, double radius, gboolean half, LabelSpot spots[N_SHAPES])
{
    static const double widths[N_SHAPES] = { 0.7071, 0.85, 0.5 };

    for (guint i = 0; i < N_SHAPES; i++) {
        double width = 2 * radius * widths[i], rise = radius * sqrt(1 - widths[i] * widths[i]);

        spots[i] = label_spot_inside(
            (Rect){ centre.x - width / 2, centre.y - rise, width, half ? rise : 2 * rise },
            SPACE_AIR, COLOR_NONE);
        spots[i].dy = half ? 1 : 0;
    }
}

void
parts_ask_total(const MarkContext *context, Point centre, double radius, gboolean half, double most)
{
    static const double sizes[] = { 1, 0.8, 0.65, 0.5, 0.4 };
    enum { N_SIZES = G_N_ELEMENTS(sizes) };
    const Parts *parts = (const Parts *)context->layer;
    const Theme *theme = context->theme;
    const char *total = parts->percent ? NULL : parts->middle[context->panel];
    const char *title = parts->axis.title != NULL ? parts->axis.title : parts->axis.title_unit;
    double width = MAX(0, radius * G_SQRT2 - 2 * SPACE_AIR) / (1 + SCENE_TEXT_SLACK);
    TextBlock *blocks[2 * N_SIZES];
    LabelSpot spots[N_SHAPES];

    if (total == NULL && title == NULL)
        return;
    for (guint i = 0; i < N_SIZES; i++) {
        TextStyle large = theme->title;

        large.size = MAX(theme->label.size, most * sizes[i]);
        blocks[i] = text_block_line(total, &large, context->measurer);
        blocks[N_SIZES + i] = text_block_line(total, &large, context->measurer);
        if (title != NULL && text_widest_word(title, &theme->axis, context->measurer) <= width)
            text_block_add_wrapped(blocks[i], title, &theme->axis, width, 2, context->measurer);
    }
    parts_total_spots(centre, MAX(0, radius), half, spots);
    labels_add(context->labels, &(LabelRequest){ .kind = &totals }, blocks, 2 * N_SIZES, spots,
               N_SHAPES);
}
