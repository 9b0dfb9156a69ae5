#include "charts/waffle.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/option.h"

/* A square of squares, and the words beside it. */
#define PANEL_ASPECT 1.6

/* More colours than this are not told apart. */
#define MAX_PARTS 10

/* Every panel has a number of cells that can be counted; parts without one are reported. */
static gboolean
waffle_check(const Plot *plot, const Parts *parts, GError **error)
{
    guint64 none = 0;

    for (guint panel = 0; panel < plot->n_panels; panel++) {
        gsize first, n = parts_of_panel(parts, panel, &first);
        guint cells = waffle_cells_of_panel(parts, panel);
        g_autofree guint *units = g_new0(guint, n + 1);

        if (n > MAX_PARTS) {
            error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                      "the colours of %" G_GSIZE_FORMAT " parts are not told apart (at most %d); "
                      "use bar, keep the largest with --top, or narrow with --where",
                      n, MAX_PARTS);
            return FALSE;
        }
        if (cells == 0 || cells > WAFFLE_MAX_CELLS) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--cell-value: %s cells; choose a value that gives 1 to %d",
                      cells == 0 ? "the parts fill no" : "that makes too many", WAFFLE_MAX_CELLS);
            return FALSE;
        }
        if (n > 0)
            parts_apportion(parts->layer.y + first, n, cells, units);
        for (gsize i = 0; i < n; i++)
            none += units[i] == 0;
    }
    if (none > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, none,
                   "%" G_GUINT64_FORMAT " part%s too small for a cell", none,
                   none == 1 ? " is" : "s are");
    return TRUE;
}

/* What a cell is worth is said above the panels. */
static void
waffle_say_cell(Plot *plot, const Parts *parts)
{
    const Language *language = bind_language(plot);
    const char *title = parts->axis.title, *unit = parts->axis.title_unit;
    g_autoptr(GString) cell = g_string_new(NULL);
    g_autofree char *words = NULL;

    if (parts->cell > 0) {
        g_string_append(cell, bind_value_text(plot, &parts->axis, parts->cell));
        if (unit != NULL)
            g_string_append_printf(cell, " %s", unit);
    } else {
        g_string_append_printf(cell, "1%s", language->marks.percent);
    }
    words = language_word_with(language, WORD_EACH_SQUARE, cell->str);
    plot->y.title =
        title != NULL && *title != '\0'
            ? arena_printf(plot->arena, "%s%s%s%s", title, language->stop, language->between, words)
            : arena_strdup(plot->arena, words);
}

static gboolean
waffle_expand(Plot *plot, GError **error)
{
    Parts *parts = parts_new(plot, &mark_waffle, PARTS_OF_WHOLE, error);

    if (parts == NULL)
        return FALSE;
    parts->cell = option_is_given(plot->spec, "cell-value") ? plot->spec->cell_value : 0;
    if (!waffle_check(plot, parts, error))
        return FALSE;
    parts_choose_names(plot, parts, plot->n_panels == 1);
    if (plot->spec->values != SWITCH_OFF)
        parts->layer.labels = parts->cell > 0 || plot->spec->values == SWITCH_ON
                                  ? parts->values
                                  : parts_shares(plot, parts);
    waffle_say_cell(plot, parts);
    plot->panel_aspect = PANEL_ASPECT;
    return TRUE;
}

static const ChannelDef waffle_channels[] = {
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "numbers of zero or more" },
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "the parts" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the parts" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_waffle = {
    .name = "waffle",
    .summary = "parts of one whole in a hundred squares, or squares worth --cell-value",
    .example = "datasets/poll/2020_free_trade_leader.csv -x answer -y percent --where 'scope = "
               "\"all respondents\"'",
    .channels = waffle_channels,
    .expand = waffle_expand,
};
