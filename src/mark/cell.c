#include "mark/mark.h"
#include "mark/surface.h"

/* A hair of background between cells, unless they are too small for it. */
#define CELL_GAP 1.0
/* Smaller cells, px, have no room for an outline. */
#define LEAST_OUTLINED 4.0
/* px between a label and the sides of its cell. */
#define LABEL_AIR 3.0

/* The extent of an item along one axis, px: its band, or from its near to its far end. */
static void
cell_extent(const Scale *scale, double value, const double *near, gsize item, double *ret_from,
            double *ret_to)
{
    double at = scale_map(scale, value), band = scale_bandwidth(scale);

    if (near != NULL) {
        *ret_from = scale_map(scale, near[item]);
        *ret_to = at;
        return;
    }
    *ret_from = at - band / 2;
    *ret_to = at + band / 2;
}

static gboolean
cell_rect(const MarkContext *context, gsize item, Rect *ret_rect)
{
    const Layer *layer = context->layer;
    double x0, x1, y0, y1, gap;

    cell_extent(context->x, layer->x[item], layer->x0, item, &x0, &x1);
    cell_extent(context->y, layer->y[item], layer->y0, item, &y0, &y1);
    if (!isfinite(x0) || !isfinite(x1) || !isfinite(y0) || !isfinite(y1))
        return FALSE;
    *ret_rect = rect_between(x0, y0, x1, y1);
    gap = MIN(ret_rect->width, ret_rect->height) > 6 * CELL_GAP ? CELL_GAP / 2 : 0;
    *ret_rect = rect_clip(rect_grow(*ret_rect, -gap, -gap), context->rect);
    return TRUE;
}

/* A cell without a colour is outlined: nothing is known there. */
static void
cell_fill(const MarkContext *context, gsize item, Rect rect)
{
    const Surface surface = mark_surface(context, item);

    if (surface.color.a > 0)
        surface_rect(context->builder, &surface, rect);
    else if (MIN(rect.width, rect.height) >= LEAST_OUTLINED)
        scene_builder_rect(context->builder, rect_grow(rect, -0.5, -0.5), 0, COLOR_NONE,
                           stroke_solid(context->theme->grid, 1));
}

static void
cell_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    Rect rect;

    for (gsize i = 0; i < layer->n; i++) {
        if (!mark_is_here(context, i) || !cell_rect(context, i, &rect))
            continue;
        mark_push(context, i);
        cell_fill(context, i, rect);
        scene_builder_pop(context->builder);
    }
}

static const LabelKind cell_values = { "value", "values", "in the cells",
                                       "a larger figure would show more", FALSE };

/* A label here and there would look like a choice: all cells have theirs, or none, unless values
 * were asked for. */
static void
cell_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;
    LabelRequest request = { .kind = layer->insists ? &cell_values : NULL,
                             .together = layer->insists ? NULL : layer };
    Rect rect;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        const Surface surface = mark_surface(context, i);
        LabelSpot spot;

        if (!mark_is_here(context, i) || !cell_rect(context, i, &rect))
            continue;
        spot = surface_spot_inside(&surface, rect, LABEL_AIR / 2);
        mark_ask(context, i, request, &spot, 1);
    }
}

const MarkType mark_cell = {
    .name = "cell",
    .summary = "a rectangle between two bands, or from one corner to the other",
    .over_zero = TRUE,
    .draw = cell_draw,
    .draw_labels = cell_draw_labels,
    .draw_key = mark_key_swatch,
};
