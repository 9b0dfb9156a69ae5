#include "mark/mark.h"

const LabelKind mark_values = { "value", "values", "at the marks",
                                "a larger figure would show them", FALSE };
const LabelKind mark_inner_values = { "value", "values", "in the marks",
                                      "a larger figure would show more", TRUE };

void
mark_ask(const MarkContext *context, gsize item, LabelRequest request, const LabelSpot *spots,
         guint n_spots)
{
    const char *label = context->layer->labels != NULL ? context->layer->labels[item] : NULL;

    if (label == NULL)
        return;
    request.subject = mark_subject(context, item);
    labels_add_line(context->labels, &request, label, &context->theme->label, spots, n_spots,
                    context->measurer);
}

LabelSpot
mark_spot_beyond(const MarkContext *context, Rect mark, gboolean back, double gap)
{
    double side = back ? -1 : 1;

    return context->layer->upright ? (LabelSpot){ .anchor = mark, .dy = -side, .gap = gap }
                                   : (LabelSpot){ .anchor = mark, .dx = side, .gap = gap };
}

Color
mark_ink_on(Color color)
{
    return color_readable_on(color, COLOR_RGB(0x1b232d), COLOR_RGB(0xffffff));
}
