// Where panels stand: how many side by side, and the place of each.
#include "plot/free_scales.h"
#include "plot/panels_work.h"

/* What panels would like to be at least, in sizes of axis labels; smaller ones count against a
 * number of columns. */
#define WISHED_WIDTH 8.0
#define WISHED_HEIGHT 7.0
/* Of the page; the rest is words. */
#define PANELS_SHARE 0.8
/* How much a page that is all holes would count. */
#define HOLES_WEIGHT 2.5

/* The smaller the better. */
static double
panels_score(const Plot *plot, Size size, guint columns)
{
    guint rows = (plot->n_panels + columns - 1) / columns;
    double em = plot->theme->axis.size;
    /* Lying bars want high panels, everything over time wide ones. */
    double wanted = plot->panel_aspect > 0 ? plot->panel_aspect : plot->upright ? 1.5 : 0.8;
    double width = size.width / columns, height = size.height * PANELS_SHARE / rows;
    double holes = 1 - plot->n_panels / (double)(columns * rows);

    /* The page can grow. */
    if (!plot->fixed_height)
        height = MAX(height, MIN(WISHED_HEIGHT * em, width / wanted));
    return fabs(log(width / MAX(1, height) / wanted)) + HOLES_WEIGHT * holes +
           2 * MAX(0, log(WISHED_WIDTH * em / width)) +
           2 * MAX(0, log(WISHED_HEIGHT * em / height));
}

guint
panels_columns(const Plot *plot, Size size)
{
    guint n = plot->n_panels, best = 1;
    double best_score = G_MAXDOUBLE;

    if (plot->grid_columns > 0)
        return plot->grid_columns;
    if (plot->spec->facet_columns > 0)
        return (guint)MIN(plot->spec->facet_columns, n);
    for (guint columns = 1; columns <= n; columns++) {
        double score = panels_score(plot, size, columns);

        if (score < best_score - 1e-9) {
            best_score = score;
            best = columns;
        }
    }
    return best;
}

const Axis *
panels_x(const PanelsBox *panels, guint index)
{
    return panels->x->pdata[free_scales_x_of(panels->plot, index)];
}

const Axis *
panels_y(const PanelsBox *panels, guint index)
{
    return panels->y->pdata[free_scales_y_of(panels->plot, index)];
}

gboolean
panels_have_x_labels(const PanelsBox *panels, guint index)
{
    const Plot *plot = panels->plot;

    return index + panels->columns >= plot->n_panels ||
           (plot->free_x.n > 0 && plot->grid_columns == 0);
}

gboolean
panels_have_y_labels(const PanelsBox *panels, guint index)
{
    const Plot *plot = panels->plot;

    return index % panels->columns == 0 || (plot->free_y.n > 0 && plot->grid_columns == 0);
}

Rect
panels_rect(const PanelsBox *panels, guint index)
{
    guint column = index % panels->columns, row = index / panels->columns;
    Rect rect = { panels->box.rect.x + panels->left, panels->box.rect.y + panels->top,
                  panels->panel.width, panels->panel.height };

    for (guint c = 0; c < column; c++)
        rect.x +=
            panels->across[c].before + rect.width + panels->across[c].after + panels->column_gap;
    for (guint r = 0; r < row; r++)
        rect.y += panels->down[r].before + rect.height + panels->down[r].after + panels->row_gap;
    rect.x += panels->across[column].before;
    rect.y += panels->down[row].before;
    return rect;
}

const char *
panels_top_title(const PanelsBox *panels)
{
    const Axis *value = panels->plot->upright ? panels_y(panels, 0) : panels_x(panels, 0);

    return value->title;
}

const char *
panels_bottom_title(const PanelsBox *panels)
{
    const Axis *other = panels->plot->upright ? panels_x(panels, 0) : panels_y(panels, 0);

    return other->title;
}
