#include "plot/band_names.h"

#include "layout/pole.h"
#include "mark/area.h"
#include "mark/surface.h"

/* Between a name and the edges of its band, px. */
#define AIR 2.0

static const LabelKind band_names = { "name", "names", "in the bands",
                                      "--legend top would show them", FALSE };

gboolean
band_names_are_possible(const Plot *plot)
{
    for (guint i = 0; i < plot->layers->len; i++) {
        const Layer *layer = plot->layers->pdata[i];

        if (!layer->unnamed && (layer->type != &mark_area || !layer->stacked))
            return FALSE;
    }
    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name == NULL)
            return FALSE;
    return plot->n_series > 1;
}

/* Where a name of a size stands in the surface of a run of items: around its pole. FALSE when it
 * has no room. */
static gboolean
band_name_box(const MarkContext *context, gsize first, gsize end, Size size, Rect *ret_box)
{
    gsize n;
    g_autofree Point *outline = area_outline(context, first, end, &n);
    Size room = { size.width * (1 + SCENE_TEXT_SLACK), size.height + 2 * AIR };
    Pole pole = pole_of_inaccessibility(outline, n, room.width / MAX(1, room.height));

    *ret_box =
        (Rect){ pole.at.x - room.width / 2, pole.at.y - room.height / 2, room.width, room.height };
    return pole.width > 0 && rect_contains(context->rect, *ret_box) &&
           pole_holds_box(outline, n, *ret_box);
}

/* Visits the surfaces of a layer: FALSE when one does not hold its name. request: asks for the
 * places of the others; NULL: only looks. */
static gboolean
band_names_layer(const MarkContext *context, const LabelRequest *request)
{
    const Layer *layer = context->layer;
    gboolean all = TRUE;

    for (gsize i = 0, end; i < layer->n && (all || request != NULL); i = end) {
        g_autoptr(TextBlock) block = text_block_line(mark_series(context, i)->name,
                                                     &context->theme->label, context->measurer);
        gboolean holds;
        Rect box;

        end = mark_run_end(layer, i);
        if (!mark_is_here(context, i))
            continue;
        holds = band_name_box(context, i, end, block->size, &box);
        all = all && holds;
        if (holds && request != NULL) {
            const Surface surface = mark_surface(context, i);
            LabelSpot spot = surface_spot_inside(&surface, box, 0);
            LabelRequest own = *request;
            TextBlock *words = g_steal_pointer(&block);

            own.subject = mark_subject(context, i);
            labels_add(context->labels, &own, &words, 1, &spot, 1);
        }
    }
    return all;
}

static gboolean
band_names_walk(const Plot *plot, MarkContext *context, const LabelRequest *request)
{
    gboolean all = TRUE;

    for (guint i = 0; i < plot->layers->len; i++) {
        context->layer = plot->layers->pdata[i];
        context->ordinal = i;
        if (!context->layer->unnamed && context->layer->type == &mark_area)
            all = band_names_layer(context, request) && all;
    }
    return all;
}

gboolean
band_names_fit(const Plot *plot, MarkContext *context)
{
    return band_names_walk(plot, context, NULL);
}

void
band_names_ask(const Plot *plot, MarkContext *context, gboolean keyed)
{
    band_names_walk(plot, context, &(LabelRequest){ .kind = keyed ? NULL : &band_names });
}
