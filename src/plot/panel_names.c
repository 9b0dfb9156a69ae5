#include "plot/panel_names.h"

#define ANY G_MAXUINT
/* Names in a message. */
#define MAX_LISTED 8u

/* Panels one after the other are the columns of a single row. */
static guint
panel_columns(const Plot *plot)
{
    return plot->grid_columns > 0 ? plot->grid_columns : plot->n_panels;
}

static guint
panel_name_index(const char *const *names, guint n, const char *text)
{
    for (guint i = 0; i < n; i++)
        if (g_strcmp0(names[i], text) == 0)
            return i;
    return ANY;
}

/* "Thailand, Exports" and "Exports, Thailand". */
static guint
panel_of_both(const Plot *plot, const char *text)
{
    for (guint i = 0; i < plot->n_panels && plot->grid_columns > 0; i++) {
        const char *column = plot->column_titles[i % plot->grid_columns];
        const char *row = plot->row_titles[i / plot->grid_columns];
        g_autofree char *down = g_strdup_printf("%s, %s", column, row);
        g_autofree char *across = g_strdup_printf("%s, %s", row, column);

        if (column != NULL && row != NULL &&
            (g_strcmp0(text, down) == 0 || g_strcmp0(text, across) == 0))
            return i;
    }
    return ANY;
}

static void
panel_names_add(GPtrArray *names, const char *const *titles, guint n)
{
    for (guint i = 0; i < n; i++)
        if (titles[i] != NULL)
            g_ptr_array_add(names, (gpointer)titles[i]);
}

/* `"North", "South" …`: as many as a sentence holds. */
static char *
panel_names_list(const GPtrArray *names)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < MIN(names->len, MAX_LISTED); i++) {
        g_autofree char *quoted = error_quote(names->pdata[i], -1, 40);

        g_string_append_printf(list, "%s\"%s\"", i > 0 ? ", " : "", quoted);
    }
    if (names->len > MAX_LISTED)
        g_string_append(list, " …");
    return g_string_free(list, FALSE);
}

/* Without a near name the message says what the panels are called. */
static void
panel_names_fail(const Plot *plot, const char *option, const char *text, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *near = NULL, *list = NULL, *quoted = error_quote(text, -1, 40);

    panel_names_add(names, plot->column_titles, plot->grid_columns);
    panel_names_add(names, plot->row_titles, plot->grid_rows);
    if (plot->grid_columns == 0)
        panel_names_add(names, plot->panel_titles, plot->n_panels);
    list = panel_names_list(names);
    if (plot->grid_columns > 0)
        panel_names_add(names, plot->panel_titles, plot->n_panels);
    g_ptr_array_add(names, NULL);
    near = error_suggest(text, (const char *const *)names->pdata);
    if (*list == '\0' || *near != '\0')
        error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: no panel is called \"%s\"%s", option,
                  quoted, near);
    else
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: no panel is called \"%s\"; they are called %s", option, quoted, list);
}

gboolean
panel_names_find(const Plot *plot, const char *option, const char *text, PanelChoice *ret_choice,
                 GError **error)
{
    gboolean grid = plot->grid_columns > 0;
    guint column, row, both;

    *ret_choice = (PanelChoice){ ANY, ANY };
    if (text == NULL)
        return TRUE;
    column = panel_name_index(grid ? plot->column_titles : plot->panel_titles, panel_columns(plot),
                              text);
    row = grid ? panel_name_index(plot->row_titles, plot->grid_rows, text) : ANY;
    both = panel_of_both(plot, text);
    if (both != ANY) {
        column = both % plot->grid_columns;
        row = both / plot->grid_columns;
    } else if (column != ANY && row != ANY) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: a row and a column of panels are called \"%s\"; say panel=ROW, COLUMN",
                  option, text);
        return FALSE;
    }
    if (column == ANY && row == ANY) {
        panel_names_fail(plot, option, text, error);
        return FALSE;
    }
    *ret_choice = (PanelChoice){ column, row };
    return TRUE;
}

gboolean
panel_choice_has(const Plot *plot, PanelChoice choice, guint panel)
{
    guint columns = MAX(1, panel_columns(plot));

    return (choice.column == ANY || choice.column == panel % columns) &&
           (choice.row == ANY || choice.row == panel / columns);
}

guint
panel_choice_first(const Plot *plot, PanelChoice choice)
{
    return (choice.row == ANY ? 0 : choice.row) * panel_columns(plot) +
           (choice.column == ANY ? 0 : choice.column);
}
