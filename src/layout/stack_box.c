#include "layout/box.h"

typedef struct {
    Box box;
    GPtrArray *children; /* Box * */
} StackBox;

/* The heights that the children want, and their sum with the gaps; growing ones count nothing. */
static double
stack_box_heights(StackBox *stack, Size available, const LayoutContext *context,
                  double *ret_heights, guint *ret_growing)
{
    double total = 0;
    guint growing = 0;

    for (guint i = 0; i < stack->children->len; i++) {
        Box *child = stack->children->pdata[i];

        ret_heights[i] = child->grows ? 0 : box_measure(child, available, context).height;
        growing += child->grows ? 1 : 0;
        total += ret_heights[i] + (i == 0 ? 0 : child->gap);
    }
    *ret_growing = growing;
    return total;
}

static Size
stack_box_measure(Box *box, Size available, const LayoutContext *context)
{
    StackBox *stack = (StackBox *)box;
    g_autofree double *heights = g_new0(double, stack->children->len + 1);
    guint growing;
    double total = stack_box_heights(stack, available, context, heights, &growing);

    return (Size){ available.width, growing > 0 ? MAX(total, available.height) : total };
}

static void
stack_box_place(Box *box, const LayoutContext *context)
{
    StackBox *stack = (StackBox *)box;
    g_autofree double *heights = g_new0(double, stack->children->len + 1);
    Size size = { box->rect.width, box->rect.height };
    guint growing;
    double total = stack_box_heights(stack, size, context, heights, &growing);
    double share = growing > 0 ? MAX(0, size.height - total) / growing : 0;
    double y = box->rect.y;

    for (guint i = 0; i < stack->children->len; i++) {
        Box *child = stack->children->pdata[i];
        double height = child->grows ? share : heights[i];

        y += i == 0 ? 0 : child->gap;
        box_place(child, (Rect){ box->rect.x, y, box->rect.width, height }, context);
        y += height;
    }
}

static void
stack_box_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const StackBox *stack = (const StackBox *)box;

    for (guint i = 0; i < stack->children->len; i++)
        box_draw(stack->children->pdata[i], builder, context);
}

static void
stack_box_free(Box *box)
{
    StackBox *stack = (StackBox *)box;

    g_ptr_array_unref(stack->children);
    g_free(stack);
}

static const BoxType stack_box_type = {
    .measure = stack_box_measure,
    .place = stack_box_place,
    .draw = stack_box_draw,
    .free = stack_box_free,
};

static void
stack_box_free_child(gpointer child)
{
    box_free(child);
}

Box *
stack_box_new(void)
{
    StackBox *stack = g_new0(StackBox, 1);

    stack->box.type = &stack_box_type;
    stack->children = g_ptr_array_new_with_free_func(stack_box_free_child);
    return &stack->box;
}

void
stack_box_add(Box *box, Box *child)
{
    StackBox *stack = (StackBox *)box;

    if (child != NULL)
        g_ptr_array_add(stack->children, child);
}
