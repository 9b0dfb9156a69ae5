#include "layout/box.h"

Size
box_measure(Box *box, Size available, const LayoutContext *context)
{
    return box->type->measure(box, available, context);
}

void
box_place(Box *box, Rect rect, const LayoutContext *context)
{
    box->rect = rect;
    if (box->type->place != NULL)
        box->type->place(box, context);
}

void
box_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    box->type->draw(box, builder, context);
}

void
box_free(Box *box)
{
    if (box == NULL)
        return;
    if (box->type->free != NULL)
        box->type->free(box);
    else
        g_free(box);
}
