#include "plot/categories.h"

#include "plot/picked_names.h"

void
categories_highlight(Plot *plot, const Categories *categories, guint *series)
{
    gsize n = plot->frame->table->length;
    g_autofree const char **names = g_new0(const char *, n + 1);

    for (gsize row = 0; row < n; row++)
        if (!isnan(categories->index[row]))
            names[row] = categories->names[(guint)categories->index[row]];
    picked_names_apply(plot, names, n, series);
}
