// Looks at the data of a figure before it is drawn: what a split and common scales have to know.
#include "figure/figure_work.h"

#include "backend/shaper_module.h"
#include "plot/frame.h"

Table *
figure_rows(Figure *figure, GError **error)
{
    g_autoptr(Table) table = NULL;
    Table *rows;

    table = figure_read(figure, error);
    figure_take_hash(figure); /* what is drawn of a shared reading later is as old as it */
    rows = table != NULL ? frame_rows(figure->spec, table, figure->report, error) : NULL;
    figure_forget(figure);
    return rows;
}

gboolean
figure_scales(Figure *figure, PlotScales *ret_scales, GError **error)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(shaper_open_measurer, NULL);
    g_autoptr(Table) table = NULL;
    gboolean done;

    table = figure_read(figure, error);
    figure_take_hash(figure);
    done = table != NULL && plot_scales(figure->spec, figure->chart, table, measurer,
                                        figure->report, ret_scales, error);
    figure_forget(figure);
    return done;
}

Color *
figure_palette(Figure *figure, guint n, GError **error)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(shaper_open_measurer, NULL);
    g_autoptr(Table) table = NULL;
    Color *colors = NULL;

    table = figure_read(figure, error);
    figure_take_hash(figure);
    if (table != NULL)
        colors =
            plot_palette(figure->spec, figure->chart, table, measurer, figure->report, n, error);
    figure_forget(figure);
    return colors;
}
