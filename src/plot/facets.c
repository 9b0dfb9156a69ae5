#include "plot/facets.h"

#include "plot/bind.h"

#define MAX_PANELS 400
/* Side of the smallest panel with its title and labels, in sizes of axis labels. */
#define LEAST_PANEL 3.75
/* With an axis of its own it is so much larger. */
#define OWN_AXIS 1.6

/* One side of the panels: the names, and the place of each row among them. */
typedef struct {
    guint n;
    const char **names;
    guint *index; /* NULL: all the first */
} FacetSide;

static void
facet_report_missing(const Plot *plot, Channel channel, gsize missing, gsize first)
{
    const Column *column = plot->frame->columns[channel];

    if (missing > 0)
        report_add(plot->report, SEVERITY_NOTE, table_where(plot->frame->table, first, column),
                   missing,
                   "%" G_GSIZE_FORMAT " row%s no value in column \"%s\" and stand%s in a panel of "
                   "%s own",
                   missing, missing == 1 ? " has" : "s have", column->name, missing == 1 ? "s" : "",
                   missing == 1 ? "its" : "their");
}

/* Without the channel a single place without a name. */
static FacetSide
facet_side(Plot *plot, Channel channel)
{
    gsize n = plot->frame->table->length, missing = 0, first = 0;
    FacetSide side = { .n = 1 };
    g_autoptr(Column) names = NULL;

    if (plot->frame->columns[channel] == NULL) {
        side.names = arena_new0(plot->arena, const char *, 1);
        return side;
    }
    names = column_as_text(plot->frame->columns[channel]);
    side.index = arena_new0(plot->arena, guint, n);
    for (gsize i = n; i > 0; i--) {
        gboolean absent = names->codes[i - 1] < 0;

        side.index[i - 1] = absent ? names->levels->len : (guint)names->codes[i - 1];
        missing += absent ? 1 : 0;
        first = absent ? i - 1 : first;
    }
    side.n = names->levels->len + (missing > 0 ? 1 : 0);
    side.names = arena_new0(plot->arena, const char *, side.n);
    for (guint i = 0; i < side.n; i++)
        side.names[i] = i < names->levels->len ? bind_name(plot, names->levels->pdata[i])
                                               : bind_language(plot)->words[WORD_MISSING];
    facet_report_missing(plot, channel, missing, first);
    return side;
}

/* A page that cannot grow holds so many panels with a title, a label and something to see. */
static gboolean
facet_check_room(const Plot *plot, guint n_columns, guint n_rows, GError **error)
{
    gboolean grid = plot->frame->columns[CHANNEL_FACET_ROWS] != NULL;
    double least = LEAST_PANEL * plot->theme->axis.size;
    FreeScales own = (FreeScales)plot->spec->free_scales;
    double wide = own == FREE_Y || own == FREE_BOTH ? least * OWN_AXIS : least;
    double high = own == FREE_X || own == FREE_BOTH ? least * OWN_AXIS : least;
    guint across = (guint)MAX(1, (plot->size.width - least) / wide);
    guint down = (guint)MAX(1, (plot->size.height - least / 2) / high);
    guint n = n_columns * n_rows;

    if (!plot->fixed_height || n == 1)
        return TRUE;
    if (!grid && plot->spec->facet_columns > 0)
        across = (guint)plot->spec->facet_columns;
    if (grid ? n_rows <= down : (n + across - 1) / across <= down)
        return TRUE;
    error_set(
        error, ERROR_USAGE, WHERE_NONE,
        "%u panels have no room on a page of %.0f x %.0f px; make it larger, or leave out the "
        "height and it grows",
        n, plot->size.width, plot->size.height);
    return FALSE;
}

static gboolean
facet_check(const Plot *plot, const FacetSide *columns, const FacetSide *rows, GError **error)
{
    const Frame *frame = plot->frame;
    gboolean grid = frame->columns[CHANNEL_FACET_ROWS] != NULL;

    if (grid && frame->columns[CHANNEL_FACET] == frame->columns[CHANNEL_FACET_ROWS]) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--facet and --facet-rows name the same column; one of them is enough");
        return FALSE;
    }
    if (grid && plot->spec->facet_columns > 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--facet-columns: with --facet-rows the columns are the values of --facet");
        return FALSE;
    }
    if (plot->spec->facet_context && plot->spec->free_scales != FREE_NONE &&
        columns->n * rows->n > 1) {
        error_set(
            error, ERROR_USAGE, WHERE_NONE,
            "--facet-context compares panels, which needs the scales that --free-scales takes "
            "away");
        return FALSE;
    }
    if ((gsize)columns->n * rows->n <= MAX_PANELS)
        return facet_check_room(plot, columns->n, rows->n, error);
    if (grid)
        error_set(error, ERROR_INPUT, (Where){ .file = frame->table->file },
                  "--facet-rows: %u rows of %u panels are more than %d panels", rows->n, columns->n,
                  MAX_PANELS);
    else
        error_set(error, ERROR_INPUT, (Where){ .file = frame->table->file },
                  "--facet: column \"%s\" has %u values, more than %d panels",
                  frame->columns[CHANNEL_FACET]->name, columns->n, MAX_PANELS);
    return FALSE;
}

/* "Thailand, Exports": what a panel of a grid is called in messages and tooltips. */
static const char *
facet_title(Plot *plot, const char *column, const char *row)
{
    if (column == NULL || row == NULL)
        return column != NULL ? column : row;
    return arena_printf(plot->arena, "%s, %s", column, row);
}

static void
facet_report_empty(const Plot *plot)
{
    guint empty = 0;

    for (guint i = 0; i < plot->n_panels; i++)
        empty += plot->panel_rows[i] == 0 ? 1 : 0;
    if (empty > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, empty,
                   "%u of %u panels have no rows and stay empty", empty, plot->n_panels);
}

/* The panel of each row, and how many rows each has. A single panel is not written row by row: what
 * the arena hands out is zero, and memory that nobody writes costs nothing. */
static guint *
facet_panels(Plot *plot, const FacetSide *columns, const FacetSide *rows)
{
    gsize n = plot->frame->table->length;
    guint *panels = arena_new0(plot->arena, guint, n);

    if (plot->n_panels == 1) {
        plot->panel_rows[0] = n;
        return panels;
    }
    for (gsize i = 0; i < n; i++) {
        panels[i] = (rows->index != NULL ? rows->index[i] * columns->n : 0) +
                    (columns->index != NULL ? columns->index[i] : 0);
        plot->panel_rows[panels[i]]++;
    }
    return panels;
}

gboolean
facets_bind(Plot *plot, guint **ret_panels, GError **error)
{
    FacetSide columns = facet_side(plot, CHANNEL_FACET);
    FacetSide rows = facet_side(plot, CHANNEL_FACET_ROWS);

    if (!facet_check(plot, &columns, &rows, error))
        return FALSE;
    if (plot->spec->facet_context && columns.n * rows.n == 1)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--facet-context has no effect on a single panel");
    if (plot->spec->facet_columns > 0 && plot->frame->columns[CHANNEL_FACET] == NULL)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--facet-columns has no effect without --facet");
    plot->n_panels = columns.n * rows.n;
    plot->panel_titles = arena_new0(plot->arena, const char *, plot->n_panels);
    plot->panel_rows = arena_new0(plot->arena, gsize, plot->n_panels);
    for (guint i = 0; i < plot->n_panels; i++)
        plot->panel_titles[i] =
            facet_title(plot, columns.names[i % columns.n], rows.names[i / columns.n]);
    *ret_panels = facet_panels(plot, &columns, &rows);
    if (plot->frame->columns[CHANNEL_FACET_ROWS] != NULL) {
        plot->grid_rows = rows.n;
        plot->grid_columns = columns.n;
        plot->row_titles = rows.names;
        plot->column_titles = columns.names;
    }
    facet_report_empty(plot);
    return TRUE;
}

guint
facets_keys(const Frame *frame, const Column **keys)
{
    const Channel channels[] = { CHANNEL_FACET, CHANNEL_FACET_ROWS };
    guint n = 0;

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++)
        if (frame->columns[channels[i]] != NULL)
            keys[n++] = frame->columns[channels[i]];
    return n;
}

/* The names that a facet channel has; not those that colours tell apart as well. */
static gboolean
facet_has_name(const Plot *plot, Channel channel, const char *name)
{
    const Column *column = plot->frame->columns[channel];
    g_autoptr(Column) names = NULL;

    if (column == NULL || column == plot->frame->columns[CHANNEL_COLOR])
        return FALSE;
    names = column_as_text(column);
    for (guint i = 0; i < names->levels->len; i++)
        if (frame_name_matches(names->levels->pdata[i], name))
            return TRUE;
    return FALSE;
}

gboolean
facets_have_name(const Plot *plot, const char *name)
{
    return facet_has_name(plot, CHANNEL_FACET, name) ||
           facet_has_name(plot, CHANNEL_FACET_ROWS, name);
}

gboolean
facets_are_muted(const Plot *plot, guint panel)
{
    const GPtrArray *names = plot->spec->highlight;
    gboolean any = FALSE;

    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = names->pdata[i];
        guint column = plot->grid_columns > 0 ? panel % plot->grid_columns : 0;
        guint row = plot->grid_columns > 0 ? panel / plot->grid_columns : 0;

        if (!facets_have_name(plot, name))
            continue;
        any = TRUE;
        if (plot->grid_columns == 0 ? frame_name_matches(plot->panel_titles[panel], name)
                                    : frame_name_matches(plot->column_titles[column], name) ||
                                          frame_name_matches(plot->row_titles[row], name))
            return FALSE;
    }
    return any;
}
