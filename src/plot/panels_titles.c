// What the panels are called: a title over each, or over the columns and beside the rows of a grid.
#include "plot/panels_work.h"
#include "text/wrap.h"

#define MAX_ROW_LINES 3
/* Between a title and the next, px. */
#define TITLE_AIR 4.0
/* What other systems' fonts may take more, as a share of a title. */
#define FONT_SLACK 0.12
/* Titles are cut to this width at least, px. */
#define LEAST_WIDTH 10.0
/* Names of rows stand beside them when that leaves the panels this much of the width. */
#define ROW_TITLE_SHARE 0.2
/* Narrower panels, in sizes of their titles, have smaller ones. */
#define NARROW 9

double
panels_line_height(const TextStyle *style, const LayoutContext *context)
{
    return text_measure(context->measurer, "x", style).line_height;
}

static const char *
panel_title(const PanelsBox *panels, guint index)
{
    const Plot *plot = panels->plot;

    if (plot->grid_columns == 0)
        return plot->panel_titles[index];
    return index < plot->grid_columns ? plot->column_titles[index] : NULL;
}

/* Up to the title of the next panel, or the edge, in any font. */
static double
panel_title_reach(const PanelsBox *panels, guint index)
{
    guint column = index % panels->columns;
    double width = panels->panel.width + panels->across[column].after;

    if (column + 1 == panels->columns)
        width += panels->right;
    else
        width += panels->column_gap + panels->across[column + 1].before - TITLE_AIR;
    return MAX(LEAST_WIDTH, width / (1 + FONT_SLACK));
}

static gboolean
panel_title_fits(const PanelsBox *panels, const char *title, double width,
                 const LayoutContext *context)
{
    g_autoptr(GPtrArray) lines = text_wrap(title, &panels->title, width, 0, context->measurer);

    return lines->len <= panels->title_lines &&
           text_widest_word(title, &panels->title, context->measurer) <= width;
}

/* A title that has too little room over its panel reaches over the gap; a longer one ends in an
 * ellipsis. A word that is too long ends so too: broken in two it would be no easier to read, and
 * take a line more. */
static GPtrArray *
panel_title_lines(const PanelsBox *panels, guint index, const LayoutContext *context)
{
    const char *title = panel_title(panels, index);
    double reach = panel_title_reach(panels, index);
    double width = MIN(MAX(LEAST_WIDTH, panels->panel.width), reach);
    GPtrArray *lines;

    if (title == NULL)
        return g_ptr_array_new_with_free_func(g_free);
    if (!panel_title_fits(panels, title, width, context))
        width = reach;
    if (text_widest_word(title, &panels->title, context->measurer) <= width)
        return text_wrap(title, &panels->title, width, panels->title_lines, context->measurer);
    lines = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(lines, text_ellipsize(title, &panels->title, width, context->measurer));
    return lines;
}

static GPtrArray *
row_title_lines(const PanelsBox *panels, guint row, const LayoutContext *context)
{
    const TextStyle *style = &context->theme->panel_title;
    double gap = context->theme->label_gap * 2;

    if (panels->row_titles_above)
        return text_wrap(panels->plot->row_titles[row], style, panels->box.rect.width, 1,
                         context->measurer);
    return text_wrap_balanced(panels->plot->row_titles[row], style, panels->row_titles - gap,
                              MAX_ROW_LINES, context->measurer);
}

/* Beside the rows when all fit there in a few lines, else above each. */
static void
row_titles_fit(PanelsBox *panels, const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    const TextStyle *style = &context->theme->panel_title;
    double most = panels->box.rect.width * ROW_TITLE_SHARE, widest = 0;
    gboolean fits = TRUE;

    panels->row_titles = 0;
    panels->row_titles_above = FALSE;
    for (guint i = 0; i < plot->grid_rows; i++) {
        g_autoptr(GPtrArray) lines =
            text_wrap_balanced(plot->row_titles[i], style, most, 0, context->measurer);

        fits = fits && lines->len <= MAX_ROW_LINES &&
               text_widest_word(plot->row_titles[i], style, context->measurer) <= most;
        for (guint k = 0; k < lines->len; k++)
            widest = MAX(widest, text_measure(context->measurer, lines->pdata[k], style).width);
    }
    if (plot->grid_rows == 0)
        return;
    panels->row_titles_above = !fits;
    panels->row_titles = fits ? ceil(widest) + 2 * context->theme->label_gap : 0;
}

void
panels_fit_titles(PanelsBox *panels, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    double row_line = panels_line_height(&theme->panel_title, context), line;

    panels->title = theme->panel_title;
    if (panels->panel.width < NARROW * theme->panel_title.size)
        panels->title.size = theme->axis.size;
    line = panels_line_height(&panels->title, context);
    row_titles_fit(panels, context);
    for (guint row = 0; row < panels->rows; row++) {
        guint most = 0;

        for (guint i = row * panels->columns;
             i < MIN((row + 1) * panels->columns, panels->plot->n_panels); i++) {
            g_autoptr(GPtrArray) lines = panel_title_lines(panels, i, context);

            most = MAX(most, lines->len);
        }
        panels->down[row].before = most == 0 ? 0 : most * line + theme->label_gap;
        if (panels->row_titles_above)
            panels->down[row].before += row_line + theme->label_gap;
    }
}

void
panels_draw_panel_title(const PanelsBox *panels, guint index, SceneBuilder *builder,
                        const LayoutContext *context)
{
    const TextStyle *style = &panels->title;
    g_autoptr(GPtrArray) lines = panel_title_lines(panels, index, context);
    TextExtents line = text_measure(context->measurer, "x", style);
    Rect rect = panels_rect(panels, index);
    double y =
        rect.y - context->theme->label_gap - line.descent - line.line_height * (lines->len - 1.0);

    for (guint i = 0; i < lines->len; i++, y += line.line_height)
        scene_builder_text(builder, lines->pdata[i], (Point){ rect.x, y }, ANCHOR_START, 0, style,
                           text_measure(context->measurer, lines->pdata[i], style));
}

void
panels_draw_row_titles(const PanelsBox *panels, SceneBuilder *builder, const LayoutContext *context)
{
    const TextStyle *style = &context->theme->panel_title;
    TextExtents line = text_measure(context->measurer, "x", style);

    scene_builder_push(builder, ROLE_LABELS, NULL);
    for (guint row = 0; row < panels->plot->grid_rows; row++) {
        g_autoptr(GPtrArray) lines = row_title_lines(panels, row, context);
        Rect rect = panels_rect(panels, row * panels->columns);
        double y = rect.y + (rect.height - line.line_height * lines->len) / 2 + line.ascent;

        if (panels->row_titles_above)
            y = rect.y - panels->down[row].before + line.ascent;
        for (guint i = 0; i < lines->len; i++, y += line.line_height)
            scene_builder_text(builder, lines->pdata[i], (Point){ panels->box.rect.x, y },
                               ANCHOR_START, 0, style,
                               text_measure(context->measurer, lines->pdata[i], style));
    }
    scene_builder_pop(builder);
}
