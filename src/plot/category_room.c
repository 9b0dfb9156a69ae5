#include "plot/categories.h"

#include "plot/page.h"
#include "plot/panels_box.h"
#include "text/wrap.h"

/* Above this rows become thinner instead, px. */
#define MAX_HEIGHT 6000
/* Title and axis labels of a panel, px at the default text size. */
#define AROUND 40

gboolean
categories_fit_upright(const Plot *plot, const Categories *categories)
{
    guint columns = panels_columns(plot, plot->size);
    double step = (plot->size.width - 2 * plot->theme->margin - 50.0 * columns) / columns /
                  MAX(1, categories->n);

    for (guint i = 0; i < categories->n; i++) {
        g_autoptr(GPtrArray) lines = NULL;

        if (categories->names[i] == NULL)
            continue;
        lines = text_wrap(categories->names[i], &plot->theme->axis, MAX(1, step - 8), 0,
                          plot->measurer);
        if (lines->len > 2 ||
            text_widest_word(categories->names[i], &plot->theme->axis, plot->measurer) > step - 8)
            return FALSE;
    }
    return TRUE;
}

void
categories_grow(Plot *plot, const Categories *categories, double row)
{
    double em = theme_em(plot->theme);
    double height = page_height(plot, page_rows(plot), (categories->n * row + AROUND) * em);

    page_grow(plot, MIN(height, MAX_HEIGHT));
}
