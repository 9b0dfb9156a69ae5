#include "plot/categories.h"

#include "plot/bind.h"

void
categories_highlight(Plot *plot, const Categories *categories, guint *series)
{
    const GPtrArray *names = plot->spec->highlight;

    if (names == NULL || plot->frame->columns[CHANNEL_COLOR] != NULL)
        return;
    bind_muted_twin(plot);
    for (gsize row = 0; row < plot->frame->table->length; row++) {
        double at = categories->index[row];

        series[row] = 1;
        for (guint k = 0; k < names->len && !isnan(at); k++)
            if (frame_name_matches(categories->names[(guint)at], names->pdata[k]))
                series[row] = 0;
    }
}
