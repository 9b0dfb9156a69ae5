#include "plot/end_names.h"

/* A series that ended long ago is named without a leader across the others; its colour must do. */
#define LONGEST_LEADER 0.2

/* In several panels the grey lines are only there to compare with. */
static gboolean
end_names_leave_out(const Plot *plot, const Series *series)
{
    return series->name == NULL || (plot->n_panels > 1 && series->muted);
}

/* A name far from its line, or among many, needs the pattern of the line beside it. */
static const Series *
end_names_sample(const Plot *plot, const Series *series)
{
    guint coded = 0;

    for (guint i = 0; i < plot->n_series; i++)
        coded += plot->series[i].code > 0;
    return coded > 0 ? series : NULL;
}

/* The last point of each series in a panel, or the middle of a surface's last height. */
static guint
end_names_collect(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                  EndLabel *labels)
{
    guint n = 0;

    for (guint l = 0; l < plot->layers->len; l++) {
        const Layer *layer = plot->layers->pdata[l];
        gsize first = 0;

        for (gsize i = 0; !layer->unnamed && i < layer->n; i++) {
            const Series *series = &plot->series[layer->series[i]];
            gboolean across = layer->type->across && !layer->upright;
            Point at = { across ? rect_right(rect) : scale_map(x, layer->x[i]),
                         scale_map(y, layer->y[i]) };

            if (layer->panel[i] != panel || end_names_leave_out(plot, series) || !isfinite(at.x) ||
                !isfinite(at.y))
                continue;
            if (layer->y0 != NULL && isfinite(layer->y0[i]))
                at.y = (at.y + scale_map(y, layer->y0[i])) / 2;
            /* Items of one series stand together: a later one replaces the earlier. */
            if (n == 0 || labels[n - 1].text != series->name) {
                first = i;
                n++;
            }
            labels[n - 1] = (EndLabel){
                .subject = mark_subject(&(MarkContext){ .layer = layer, .ordinal = l }, first),
                .weight = series->muted ? 0 : 1,
                .text = series->name,
                .color = series->text_color,
                .end = at,
                .sample = end_names_sample(plot, series),
                .mark = series->key != NULL ? series->key : layer->type,
                .bare =
                    rect_right(rect) - at.x > (layer->y0 != NULL ? 2 : rect.width * LONGEST_LEADER),
            };
        }
    }
    return n;
}

gboolean
end_names_fit(const Plot *plot, double height, const LayoutContext *context)
{
    guint n = 0;

    for (guint i = 0; i < plot->n_series; i++) {
        if (plot->series[i].name == NULL)
            return FALSE;
        n += end_names_leave_out(plot, &plot->series[i]) ? 0 : 1;
    }
    return end_labels_fit(n, height, context);
}

double
end_names_width(const Plot *plot, double max_width, const LayoutContext *context)
{
    g_autofree EndLabel *labels = g_new0(EndLabel, plot->n_series + 1);
    guint n = 0;

    for (guint i = 0; i < plot->n_series; i++)
        if (!end_names_leave_out(plot, &plot->series[i]))
            labels[n++] = (EndLabel){
                .text = plot->series[i].name,
                .sample = end_names_sample(plot, &plot->series[i]),
                .mark = plot->key_mark != NULL ? plot->key_mark
                                               : ((const Layer *)plot->layers->pdata[0])->type,
            };
    return end_labels_width(labels, n, max_width, context);
}

gboolean
end_names_suit_panels(const Plot *plot)
{
    const Frame *frame = plot->frame;

    return plot->spec->legend == LEGEND_DIRECT &&
           frame->columns[CHANNEL_COLOR] != frame->columns[CHANNEL_FACET] &&
           frame->columns[CHANNEL_COLOR] != frame->columns[CHANNEL_FACET_ROWS];
}

void
end_names_draw(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
               double width, LabelTally *tally, SceneBuilder *builder, const LayoutContext *context)
{
    g_autofree EndLabel *labels = g_new0(EndLabel, plot->n_series * plot->layers->len + 1);
    guint n = end_names_collect(plot, panel, rect, x, y, labels);

    end_labels_draw(labels, n, rect, MAX(20, width - 20), tally, builder, context);
}
