// Boxes that measure, then place, then draw. All lengths in px.
#pragma once

#include "scene/builder.h"
#include "theme/theme.h"

typedef struct {
    const Theme *theme;
    TextMeasurer *measurer;
} LayoutContext;

typedef struct Box Box;

typedef struct {
    /* The size wanted within what is available; draws nothing. */
    Size (*measure)(Box *box, Size available, const LayoutContext *context);
    /* The box has its final rectangle (box->rect is already set); NULL: nothing to do. */
    void (*place)(Box *box, const LayoutContext *context);
    void (*draw)(const Box *box, SceneBuilder *builder, const LayoutContext *context);
    void (*free)(Box *box); /* and all it owns; NULL: it owns nothing but itself */
} BoxType;

/* The first member of every kind of box. */
struct Box {
    const BoxType *type;
    Rect rect;
    double gap;     /* wished distance to the box before, in a stack */
    gboolean grows; /* takes what the others leave */
};

Size box_measure(Box *box, Size available, const LayoutContext *context);
void box_place(Box *box, Rect rect, const LayoutContext *context);
void box_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context);
void box_free(Box *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Box, box_free)

/* Wrapped text, left-aligned; as many lines as needed up to max_lines (0: any). Copies text and
 * style. */
Box *text_box_new(const char *text, const TextStyle *style, Role role, guint max_lines);

/* Children one under the other, each as wide as the stack; growing ones share the remaining height.
 */
Box *stack_box_new(void);
void stack_box_add(Box *stack, Box *child); /* takes the child; NULL is ignored */

/* Children side by side, as high as the row; growing ones share the width that the others leave, of
 * which those may take half together. The row itself grows in a stack. */
Box *row_box_new(void);
void row_box_add(Box *row, Box *child); /* takes the child; NULL is ignored */
