#include "charts/calendar.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/color_scale.h"
#include "plot/facets.h"
#include "plot/option.h"
#include "plot/page.h"
#include "plot/panels_box.h"

#define DAY 86400.0
#define MAX_YEARS 60
/* The ramp above the days takes about this much, px at text of 13 px. */
#define KEY 40
/* What a panel of one year would like: width over height. */
#define PANEL_ASPECT 4.5
/* The title of a panel with its gaps, px at text of 13 px. */
#define PANEL_TITLE 42.0
#define NO_ROW G_MAXSIZE

/* The first and the last day; whole days in few enough years. */
static gboolean
calendar_span(const Plot *plot, double *ret_first, double *ret_last, GError **error)
{
    const Column *x = plot->frame->columns[CHANNEL_X];
    Where where = { .file = plot->frame->table->file };
    double first, last;

    if (x->unit > TIME_DAY) {
        error_set(error, ERROR_INPUT, where,
                  "column \"%s\" has no days (its cells are %ss); a heatmap or a line can show it",
                  x->name, calendar_unit_name(x->unit));
        return FALSE;
    }
    bind_extent(x->values, x->length, &first, &last);
    if (isnan(first))
        return bind_fail_empty(plot, CHANNEL_X, FALSE, error);
    if (calendar_parts(last).year - calendar_parts(first).year >= MAX_YEARS) {
        error_set(error, ERROR_INPUT, where,
                  "%d years are more than the %d that a calendar can show; narrow with --where, or "
                  "use a heatmap of years and months",
                  calendar_parts(last).year - calendar_parts(first).year + 1, MAX_YEARS);
        return FALSE;
    }
    *ret_first = calendar_floor(first, TIME_DAY);
    *ret_last = calendar_floor(last, TIME_DAY);
    /* Where no row was counted the count is 0, from the first day of the first year to the last of
     * the last. */
    if (plot->frame->counts) {
        *ret_first = calendar_floor(first, TIME_YEAR);
        *ret_last = calendar_add(calendar_floor(last, TIME_YEAR), TIME_YEAR, 1) - DAY;
    }
    return TRUE;
}

/* Days place themselves: there is nothing that options of axes could change. */
static gboolean
calendar_check_options(const Plot *plot, GError **error)
{
    static const char *const names[] = {
        "x-scale", "y-scale", "x-domain", "y-domain", "x-format", "y-format", "x-ticks", "y-ticks",
        "x-label", "y-label", "x-unit",   "y-unit",   "grid",     "sort",     "annotate"
    };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (option_is_given(plot->spec, names[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s has no meaning for a calendar%s",
                      names[i],
                      g_str_has_suffix(names[i], "domain") ? "; narrow with --where" : "");
            return FALSE;
        }
    return TRUE;
}

/* The row of each day: rows[panel * n_days + day]. NULL and an error when two meet. */
static gsize *
calendar_rows(Plot *plot, double first, gsize n_days, const guint *panels, GError **error)
{
    const Frame *frame = plot->frame;
    const Column *x = frame->columns[CHANNEL_X];
    gsize *rows = arena_new0(plot->arena, gsize, n_days * plot->n_panels);

    for (gsize i = 0; i < n_days * plot->n_panels; i++)
        rows[i] = NO_ROW;
    for (gsize i = 0; i < x->length; i++) {
        double day = calendar_floor(x->values[i], TIME_DAY);
        gsize *cell = &rows[panels[i] * n_days + (gsize)round((day - first) / DAY)];

        if (*cell != NO_ROW) {
            g_autoptr(GString) date = g_string_new(NULL);

            calendar_append_label(date, day, TIME_DAY);
            error_set(error, ERROR_INPUT, table_where(frame->table, i, NULL),
                      "several rows for %s; say -x day(%s) --color sum(%s), or narrow with --where",
                      date->str, x->name, frame->columns[CHANNEL_COLOR]->name);
            return NULL;
        }
        *cell = i;
    }
    return rows;
}

static CalendarLayer *
calendar_layer(Plot *plot, double first, gsize n_days, const gsize *rows, ColorScale *scale)
{
    const double *values = plot->frame->columns[CHANNEL_COLOR]->values;
    gsize n = n_days * plot->n_panels, filled = 0;
    double *shown = arena_new0(plot->arena, double, n);
    Color *colors = arena_new0(plot->arena, Color, n);
    CalendarLayer *calendar = arena_new0(plot->arena, CalendarLayer, 1);
    Layer *layer = bind_add_layer(plot, &calendar_mark, n);

    layer->titles = arena_new0(plot->arena, const char *, n);
    layer->colors = colors;
    layer->stacked = TRUE;
    for (gsize i = 0; i < n; i++) {
        layer->x[i] = first + (double)(i % n_days) * DAY;
        layer->panel[i] = (guint)(i / n_days);
        shown[i] = rows[i] != NO_ROW ? values[rows[i]] : plot->frame->counts ? 0 : NAN;
        shown[i] = isfinite(shown[i]) ? shown[i] : NAN;
        colors[i] = color_scale_color(scale, shown[i]);
        filled += isnan(shown[i]) ? 0 : 1;
        if (rows[i] == NO_ROW || isnan(shown[i]))
            continue;
        layer->rows[i] = (gint64)rows[i] + 1;
        layer->titles[i] = color_scale_title(plot, rows[i]);
    }
    color_scale_miss(plot, scale, n - filled, n, "days");
    if (plot->spec->values == SWITCH_ON)
        layer->labels = color_scale_labels(plot, shown, n);
    calendar->layer = *layer;
    calendar->language = bind_language(plot);
    g_ptr_array_index(plot->layers, plot->layers->len - 1) = calendar;
    return calendar;
}

/* As high as days as wide as they are high make it. */
static void
calendar_grow(Plot *plot, const CalendarLayer *calendar)
{
    double em = theme_em(plot->theme), gap = plot->theme->panel_gap;
    guint columns = panels_columns(plot, plot->size);
    guint rows = page_rows(plot);
    double width = (plot->size.width - 2 * plot->theme->margin - gap * (columns - 1)) / columns;
    double height = calendar_wanted_height(calendar, width, plot->theme, plot->measurer);

    if (plot->n_panels > 1)
        height += PANEL_TITLE * em;
    plot->size.height = MIN(PAGE_MOST_HEIGHT, page_height(plot, rows, height) + KEY * em);
}

static gboolean
calendar_expand(Plot *plot, GError **error)
{
    double first = 0, last = 0;
    CalendarLayer *calendar;
    ColorScale *scale;
    guint *panels;
    gsize *rows, n_days;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!calendar_check_options(plot, error) || !calendar_span(plot, &first, &last, error) ||
        !facets_bind(plot, &panels, error))
        return FALSE;
    scale = color_scale_bind(plot, error);
    if (scale == NULL)
        return FALSE;
    n_days = (gsize)round((last - first) / DAY) + 1;
    rows = calendar_rows(plot, first, n_days, panels, error);
    if (rows == NULL)
        return FALSE;
    bind_no_axes(plot);
    calendar = calendar_layer(plot, first, n_days, rows, scale);
    calendar->first_year = calendar_parts(first).year;
    calendar->n_years = (guint)(calendar_parts(last).year - calendar->first_year + 1);
    if (plot->n_panels > 1)
        plot->panel_aspect = PANEL_ASPECT / calendar->n_years;
    if (!plot->fixed_height && (plot->n_panels > 1 || calendar->n_years > 1))
        calendar_grow(plot, calendar);
    return TRUE;
}

static const ChannelDef calendar_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_TIME, "dates" },
    { CHANNEL_COLOR, TRUE, ACCEPTS_NUMBER, "a number a day, which the colours show" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_calendar = {
    .name = "calendar",
    .summary = "a number a day as colours: weeks as columns, weekdays as rows, a block a year",
    .example = "datasets/events/events.csv -x date --color count() --where 'date >= \"2017-01-01\" "
               "and date < \"2018-01-01\"'",
    .channels = calendar_channels,
    .expand = calendar_expand,
};
