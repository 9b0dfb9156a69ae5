#include "layout/box.h"

/* What does not grow may take this share of the row, all together. */
#define FIXED_SHARE 0.5

typedef struct {
    Box box;
    GPtrArray *children; /* Box * */
} RowBox;

/* The widths that the children get. */
static void
row_box_widths(RowBox *row, Size available, const LayoutContext *context, double *ret_widths)
{
    double fixed = 0, gaps = 0, room;
    guint growing = 0;

    for (guint i = 0; i < row->children->len; i++) {
        Box *child = row->children->pdata[i];

        gaps += i == 0 ? 0 : child->gap;
        growing += child->grows ? 1 : 0;
    }
    room = MAX(0, available.width - gaps) * (growing > 0 ? FIXED_SHARE : 1);
    for (guint i = 0; i < row->children->len; i++) {
        Box *child = row->children->pdata[i];
        Size left = { MAX(0, room - fixed), available.height };

        ret_widths[i] = child->grows ? 0 : box_measure(child, left, context).width;
        fixed += ret_widths[i];
    }
    for (guint i = 0; i < row->children->len; i++)
        if (((Box *)row->children->pdata[i])->grows)
            ret_widths[i] = MAX(0, available.width - gaps - fixed) / growing;
}

static Size
row_box_measure(Box *box, Size available, const LayoutContext *context)
{
    RowBox *row = (RowBox *)box;
    g_autofree double *widths = g_new0(double, row->children->len + 1);
    double height = 0;

    row_box_widths(row, available, context, widths);
    for (guint i = 0; i < row->children->len; i++) {
        Size size = { widths[i], available.height };

        height = MAX(height, box_measure(row->children->pdata[i], size, context).height);
    }
    return (Size){ available.width, height };
}

static void
row_box_place(Box *box, const LayoutContext *context)
{
    RowBox *row = (RowBox *)box;
    g_autofree double *widths = g_new0(double, row->children->len + 1);
    Size size = { box->rect.width, box->rect.height };
    double x = box->rect.x;

    row_box_widths(row, size, context, widths);
    for (guint i = 0; i < row->children->len; i++) {
        Box *child = row->children->pdata[i];

        x += i == 0 ? 0 : child->gap;
        box_place(child, (Rect){ x, box->rect.y, widths[i], size.height }, context);
        x += widths[i];
    }
}

static void
row_box_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const RowBox *row = (const RowBox *)box;

    for (guint i = 0; i < row->children->len; i++)
        box_draw(row->children->pdata[i], builder, context);
}

static void
row_box_free(Box *box)
{
    RowBox *row = (RowBox *)box;

    g_ptr_array_unref(row->children);
    g_free(row);
}

static const BoxType row_box_type = {
    .measure = row_box_measure,
    .place = row_box_place,
    .draw = row_box_draw,
    .free = row_box_free,
};

static void
row_box_free_child(gpointer child)
{
    box_free(child);
}

Box *
row_box_new(void)
{
    RowBox *row = g_new0(RowBox, 1);

    row->box.type = &row_box_type;
    row->box.grows = TRUE;
    row->children = g_ptr_array_new_with_free_func(row_box_free_child);
    return &row->box;
}

void
row_box_add(Box *box, Box *child)
{
    RowBox *row = (RowBox *)box;

    if (child != NULL)
        g_ptr_array_add(row->children, child);
}
