#include "plot/page.h"

#include "plot/panels_box.h"

/* What heading, key and source take about, px at the default text size. */
#define AROUND 130

guint
page_rows(const Plot *plot)
{
    guint columns = panels_columns(plot, plot->size);

    return (plot->n_panels + columns - 1) / columns;
}

double
page_column_width(const Plot *plot)
{
    return plot->size.width / panels_columns(plot, plot->size) - 2 * plot->theme->margin;
}

double
page_row_height(const Plot *plot)
{
    return plot->size.height / page_rows(plot) - AROUND * theme_em(plot->theme);
}

double
page_height(const Plot *plot, guint rows, double height)
{
    return rows * height + AROUND * theme_em(plot->theme);
}

void
page_grow(Plot *plot, double height)
{
    if (!plot->fixed_height)
        plot->size.height = MIN(MAX(plot->size.height, height), PAGE_MOST_HEIGHT);
}
