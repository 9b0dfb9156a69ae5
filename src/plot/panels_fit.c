// How the axes of panels share the page: their labels depend on lengths, and these on the labels.
#include "plot/panels_work.h"

/* Category names left of lying bars may take this share. */
#define NAME_SHARE 0.42
/* Between columns of panels lies at most this share of what a column has. */
#define MOST_GAP 0.18

/* Bars of panels with fewer names are not thicker than the others. */
static void
panels_even_bands(AxisSpec *specs, guint n, double length)
{
    guint most = 1;

    for (guint i = 0; i < n; i++)
        most = MAX(most, specs[i].n_categories);
    for (guint i = 0; i < n && n > 1; i++)
        if (specs[i].kind == SCALE_BAND && specs[i].times == NULL)
            specs[i].max_step =
                specs[i].max_step > 0 ? MIN(specs[i].max_step, length / most) : length / most;
}

static GPtrArray *
panels_fit_specs(const AxisSpec *specs, guint n, gboolean vertical, double length, double room,
                 const LayoutContext *context)
{
    GPtrArray *axes = g_ptr_array_new_with_free_func((GDestroyNotify)axis_free);

    for (guint i = 0; i < n; i++)
        g_ptr_array_add(axes, axis_fit(&specs[i], vertical, length, room, context));
    return axes;
}

/* A title said once must be true of every panel: where one counts in millions and another does not,
 * each label says so itself. */
static GPtrArray *
panels_fit_axis(AxisSpec *specs, const PanelDomains *domains, gboolean vertical, double length,
                double room, const LayoutContext *context)
{
    guint n = MAX(1, domains->n);
    GPtrArray *axes = panels_fit_specs(specs, n, vertical, length, room, context);
    gboolean differ = FALSE;

    for (guint i = 1; i < n; i++)
        differ = differ ||
                 g_strcmp0(((Axis *)axes->pdata[i])->title, ((Axis *)axes->pdata[0])->title) != 0;
    if (!differ)
        return axes;
    g_ptr_array_unref(axes);
    for (guint i = 0; i < n; i++)
        specs[i].marks = TRUE;
    return panels_fit_specs(specs, n, vertical, length, room, context);
}

static void
panels_fit_both(PanelsBox *panels, const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    double room = panels->box.rect.width * NAME_SHARE;

    /* Where each column has names of its own they share the room. */
    if (plot->free_y.n > 0 && plot->grid_columns == 0)
        room /= panels->columns;
    g_clear_pointer(&panels->x, g_ptr_array_unref);
    g_clear_pointer(&panels->y, g_ptr_array_unref);
    panels_even_bands(panels->y_specs, plot->free_y.n, panels->panel.height);
    panels->x =
        panels_fit_axis(panels->x_specs, &plot->free_x, FALSE, panels->panel.width, 0, context);
    panels->y =
        panels_fit_axis(panels->y_specs, &plot->free_y, TRUE, panels->panel.height, room, context);
}

/* What each column needs left of its panels, and how far labels reach into the gaps. */
static void
panels_fit_across(PanelsBox *panels, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    double slot = panels->box.rect.width / panels->columns, start = 0, end = 0;
    double least = MIN(theme->panel_gap, slot * MOST_GAP), inner = G_MAXDOUBLE;

    for (guint i = 0; i < panels->x->len; i++) {
        start = MAX(start, ((Axis *)panels->x->pdata[i])->overhang_start);
        end = MAX(end, ((Axis *)panels->x->pdata[i])->overhang);
    }
    for (guint c = 0; c < panels->columns; c++)
        panels->across[c] = (PanelsTrack){ c == 0 ? start : 0, panels->names };
    for (guint i = 0; i < panels->plot->n_panels; i++)
        if (panels_have_y_labels(panels, i)) {
            PanelsTrack *track = &panels->across[i % panels->columns];

            track->before = MAX(track->before, panels_y(panels, i)->thickness);
        }
    for (guint c = 1; c < panels->columns; c++)
        inner = MIN(inner, panels->across[c].before + panels->across[c - 1].after);
    panels->left = panels->row_titles;
    panels->right = MAX(0, end - panels->names);
    /* Labels under the ends of neighbours must not meet, nor names meet numbers. */
    panels->column_gap = MAX(least, start + end + theme->axis.size);
    if (panels->columns > 1 && inner > 0)
        panels->column_gap = MAX(theme->axis.size, panels->column_gap - inner);
}

/* The same above and below. */
static void
panels_fit_down(PanelsBox *panels, const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    const Theme *theme = context->theme;
    double line = panels_line_height(&theme->axis, context);

    panels_fit_titles(panels, context);
    for (guint r = 0; r < panels->rows; r++)
        panels->down[r].after = 0;
    for (guint i = 0; i < plot->n_panels; i++) {
        PanelsTrack *track = &panels->down[i / panels->columns];

        /* Those above a hole write into it. */
        if (panels_have_x_labels(panels, i) &&
            (i / panels->columns + 1 == panels->rows || plot->free_x.n > 0))
            track->after = MAX(track->after, panels_x(panels, i)->thickness);
    }
    panels->row_gap = theme->panel_gap * 0.6;
    /* Without titles between them the ends of the vertical axes would meet. */
    for (guint r = 1; r < panels->rows; r++)
        if (panels->down[r].before + panels->down[r - 1].after == 0)
            panels->row_gap = MAX(panels->row_gap, line * 1.5);
    panels->top = panels_top_title(panels) != NULL ? line + theme->label_gap : 0;
    /* Labels of the topmost tick reach half a line above the panel. */
    panels->top += plot->y.kind == SCALE_BAND || plot->y.hidden ? 0 : line * 0.4;
    panels->bottom = panels_bottom_title(panels) != NULL ? line + theme->line_gap : 0;
}

double
panels_height_around(const PanelsBox *panels)
{
    double used = panels->top + panels->bottom + panels->row_gap * (panels->rows - 1.0);

    for (guint r = 0; r < panels->rows; r++)
        used += panels->down[r].before + panels->down[r].after;
    return used;
}

static void
panels_size(PanelsBox *panels)
{
    Rect rect = panels->box.rect;
    double width =
        rect.width - panels->left - panels->right - panels->column_gap * (panels->columns - 1.0);

    for (guint c = 0; c < panels->columns; c++)
        width -= panels->across[c].before + panels->across[c].after;
    panels->panel = (Size){ MAX(PANELS_LEAST_SIDE, width / panels->columns),
                            MAX(PANELS_LEAST_SIDE,
                                (rect.height - panels_height_around(panels)) / panels->rows) };
}

/* Tick labels depend on the axes' lengths and those on the labels: three passes, the last is final.
 */
void
panels_fit(PanelsBox *panels, const LayoutContext *context)
{
    panels->across[0].before = 40;
    panels->down[panels->rows - 1].after = 24;
    panels->column_gap = panels->row_gap = context->theme->panel_gap;
    for (guint pass = 0; pass < 3; pass++) {
        panels_size(panels);
        panels_fit_both(panels, context);
        panels_fit_across(panels, context);
        panels_fit_down(panels, context);
    }
    panels_size(panels);
    panels_fit_both(panels, context);
}

void
panels_hold_ends(PanelsBox *panels)
{
    double start = panels->left + panels->across[0].before;
    double end = panels->right + panels->names;

    for (guint c = 1; c < panels->columns; c++) {
        double gap = panels->across[c - 1].after + panels->column_gap + panels->across[c].before;
        double half = (gap - panels->plot->theme->axis.size / 2) / 2;

        start = MIN(start, MAX(half, gap - end - panels->plot->theme->axis.size / 2));
        end = MIN(end, MAX(half, gap - start - panels->plot->theme->axis.size / 2));
    }
    for (guint i = 0; i < panels->x->len; i++)
        axis_hold_ends(panels->x->pdata[i], start, end);
}
