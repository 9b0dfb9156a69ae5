#include "plot/categories.h"

void
categories_highlight(Plot *plot, const Categories *categories, guint *series)
{
    const GPtrArray *names = plot->spec->highlight;
    Series *both;

    if (names == NULL || plot->frame->columns[CHANNEL_COLOR] != NULL)
        return;
    both = arena_new0(plot->arena, Series, 2);
    both[0] = plot->series[0];
    both[1] = (Series){ .color = plot->theme->muted,
                        .text_color = plot->theme->axis.color,
                        .muted = TRUE };
    plot->series = both;
    plot->n_series = 2;
    for (gsize row = 0; row < plot->frame->table->length; row++) {
        double at = categories->index[row];

        series[row] = 1;
        for (guint k = 0; k < names->len && !isnan(at); k++)
            if (frame_name_matches(categories->names[(guint)at], names->pdata[k]))
                series[row] = 0;
    }
}
