// The parts of the pie: pie.c binds, pie_slices.c draws, pie_inside.c and pie_labels.c say what the
// slices are.
#pragma once

#include "charts/parts.h"

/* Between the rim and the labels beside it, px. */
#define PIE_RIM_GAP 28

/* Where a pie lies in its panel, and where each of its slices runs. */
typedef struct {
    Point centre;
    double radius, hole; /* px */
    gsize first, n;      /* its items */
    double *angles;      /* n + 1, radians clockwise from three o'clock */
    gboolean inside;     /* labels stand in the slices */
} PieShape;

/* Caller frees the angles with pie_shape_clear(). */
PieShape pie_shape_new(const MarkContext *context);
void pie_shape_clear(PieShape *shape);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PieShape, pie_shape_clear)

/* Whether words about the middle of a slice stand on the right of the pie. */
static inline gboolean
pie_is_right(double angle)
{
    return cos(angle) >= -1e-9;
}

/* px that labels beside the pie need on each side, and whether all fit into their slices. */
double pie_labels_width(const MarkContext *context);
gboolean pie_labels_fit_inside(const MarkContext *context, const PieShape *shape);
void pie_labels_draw(const MarkContext *context);

/* Asks for the words in the slices. */
void pie_ask_inside(const MarkContext *context, const PieShape *shape);
