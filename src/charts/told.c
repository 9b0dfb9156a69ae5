#include "charts/told.h"

#include "plot/bind.h"
#include "plot/data_table.h"
#include "transform/statistics.h"

#include <string.h>

/* Of computed numbers the last digits are noise. */
#define DIGITS "%.15g"

static void
told_add_numbers(Table *table, const char *heading, double *values)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    for (gsize i = 0; i < table->length; i++)
        if (isfinite(values[i]))
            values[i] = g_ascii_strtod(g_ascii_formatd(text, sizeof text, DIGITS, values[i]), NULL);
    table_add(table, column_new_values(heading, COLUMN_NUMBER, values, table->length));
}

static void
told_add_names(Table *table, const char *heading, const char *const *names)
{
    g_autoptr(Column) column = column_new(heading, COLUMN_TEXT, table->length);

    for (gsize i = 0; i < table->length; i++)
        if (names[i] != NULL)
            column->codes[i] = column_intern(column, names[i], -1);
    if (column_count_missing(column) < table->length)
        table_add(table, g_steal_pointer(&column));
}

static void
told_add_channel(const Plot *plot, Table *table, Channel channel, const char *const *names)
{
    g_autofree char *heading = data_table_heading(plot, plot->frame, channel);

    told_add_names(table, heading, names);
}

/* A grid of panels is told by both of its channels. */
static void
told_add_panels(const Plot *plot, Table *table, const guint *panels)
{
    g_autofree const char **names = g_new0(const char *, table->length + 1);
    g_autofree const char **rows = g_new0(const char *, table->length + 1);
    const Column *const *columns = (const Column *const *)plot->frame->columns;

    for (gsize i = 0; i < table->length; i++) {
        names[i] = plot->grid_columns == 0 ? plot->panel_titles[panels[i]]
                                           : plot->column_titles[panels[i] % plot->grid_columns];
        rows[i] = plot->grid_columns == 0 ? NULL : plot->row_titles[panels[i] / plot->grid_columns];
    }
    if (columns[CHANNEL_FACET] != NULL)
        told_add_channel(plot, table, CHANNEL_FACET, names);
    if (columns[CHANNEL_FACET_ROWS] != NULL)
        told_add_channel(plot, table, CHANNEL_FACET_ROWS, rows);
}

/* ---- Groups ---- */

static gboolean
is_small(const ToldGroups *how, const DistributionGroup *group)
{
    return group->n < DISTRIBUTION_LEAST ||
           (!how->whiskers && group->values[0] == group->values[group->n - 1]);
}

static void
told_append_value(GString *out, double value)
{
    g_string_append(out, out->len > 0 ? "; " : "");
    number_append_exact(out, value);
}

/* The values that stand as dots; NULL: none does. In the plot's arena. */
static const char *
told_dots(Plot *plot, const ToldGroups *how, const DistributionGroup *group)
{
    BoxSummary box = statistics_box(group->values, group->n);
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean all = is_small(how, group);

    for (gsize i = 0; i < group->n; i++)
        if (all || (how->whiskers && (i < box.n_below || i >= group->n - box.n_above)))
            told_append_value(out, group->values[i]);
    return out->len > 0 ? arena_strdup(plot->arena, out->str) : NULL;
}

static double
told_number(const ToldGroups *how, const DistributionGroup *group, LanguageWord word)
{
    BoxSummary box = statistics_box(group->values, group->n);

    if (word == WORD_COUNT)
        return (double)group->n;
    if (is_small(how, group))
        return NAN;
    if (word == WORD_LOWEST_OF)
        return group->values[0];
    if (word == WORD_HIGHEST_OF)
        return group->values[group->n - 1];
    if (word == WORD_LOWER_WHISKER_OF || word == WORD_UPPER_WHISKER_OF)
        return word == WORD_LOWER_WHISKER_OF ? box.low : box.high;
    return word == WORD_MEDIAN_OF ? box.median : word == WORD_LOWER_QUARTILE_OF ? box.q1 : box.q3;
}

static void
told_add_measures(Plot *plot, Table *table, const ToldGroups *how,
                  const DistributionGroup *const *told)
{
    const LanguageWord words[] = {
        WORD_COUNT,
        how->whiskers ? WORD_LOWER_WHISKER_OF : WORD_LOWEST_OF,
        WORD_LOWER_QUARTILE_OF,
        WORD_MEDIAN_OF,
        WORD_UPPER_QUARTILE_OF,
        how->whiskers ? WORD_UPPER_WHISKER_OF : WORD_HIGHEST_OF,
    };
    g_autofree char *title = data_table_heading(plot, plot->frame, how->value);
    const char *const filled[] = { title, NULL };
    g_autofree const char **dots = g_new0(const char *, table->length + 1);

    for (guint k = 0; k < G_N_ELEMENTS(words); k++) {
        double *values = g_new(double, table->length + 1);

        for (gsize i = 0; i < table->length; i++)
            values[i] = told_number(how, told[i], words[k]);
        told_add_numbers(table, bind_word(plot, words[k], filled), values);
    }
    for (gsize i = 0; i < table->length; i++)
        dots[i] = told_dots(plot, how, told[i]);
    told_add_names(table, bind_word(plot, WORD_AS_DOTS_OF, filled), dots);
}

void
told_groups(Plot *plot, const ToldGroups *how, const DistributionGroup *groups, guint n_groups)
{
    g_autofree const DistributionGroup **told = g_new0(const DistributionGroup *, n_groups + 1);
    g_autofree const char **names = g_new0(const char *, n_groups + 1);
    g_autofree guint *panels = g_new0(guint, n_groups + 1);
    guint n = 0;
    Table *table;

    for (guint i = 0; i < n_groups; i++)
        if (!how->without_small || !is_small(how, &groups[i]))
            told[n++] = &groups[i];
    plot->shown = table = table_new(NULL, n);
    for (guint i = 0; i < n; i++)
        panels[i] = told[i]->panel;
    told_add_panels(plot, table, panels);
    for (guint i = 0; how->categories != NULL && i < n; i++)
        names[i] = how->categories->names[told[i]->category];
    if (how->categories != NULL && plot->frame->columns[how->categories->channel] != NULL)
        told_add_channel(plot, table, how->categories->channel, names);
    for (guint i = 0; i < n; i++)
        names[i] = plot->series[told[i]->series].name;
    if (how->by_series && plot->frame->columns[CHANNEL_COLOR] != NULL)
        told_add_channel(plot, table, CHANNEL_COLOR, names);
    told_add_measures(plot, table, how, told);
}

/* ---- Bins ---- */

/* A period is told by its first and last unit: the end of the one is the start of the next. */
static void
told_add_times(Table *table, const Bins *bins, const char *heading, gboolean last,
               const guint *bin_of)
{
    double *values = g_new(double, table->length + 1);
    Column *column;

    for (gsize i = 0; i < table->length; i++)
        values[i] = last ? calendar_add(bins->edges[bin_of[i] + 1], bins->unit, -1)
                         : bins->edges[bin_of[i]];
    column = column_new_values(heading, COLUMN_TIME, values, table->length);
    column->unit = bins->unit;
    table_add(table, column);
}

static void
told_add_edges(Table *table, const Bins *bins, const char *heading, double shift, guint edge,
               const guint *bin_of)
{
    double *values = g_new(double, table->length + 1);

    for (gsize i = 0; i < table->length; i++)
        values[i] = bins->edges[bin_of[i] + edge] + shift;
    told_add_numbers(table, heading, values);
}

static void
told_add_places(Plot *plot, Table *table, const Bins *bins, gboolean centred, const guint *bin_of)
{
    g_autofree char *title = data_table_heading(plot, plot->frame, CHANNEL_X);
    const char *const filled[] = { title, NULL };
    const char *from = bind_word(plot, WORD_FROM_OF, filled);
    const char *to = bind_word(plot, WORD_TO_OF, filled);
    gboolean is_time = plot->frame->columns[CHANNEL_X]->type == COLUMN_TIME;

    if (is_time && bins->step == 1) {
        told_add_times(table, bins, title, FALSE, bin_of);
    } else if (is_time) {
        told_add_times(table, bins, from, FALSE, bin_of);
        told_add_times(table, bins, to, TRUE, bin_of);
    } else if (centred) {
        told_add_edges(table, bins, title, 0.5, 0, bin_of);
    } else {
        told_add_edges(table, bins, from, 0, 0, bin_of);
        told_add_edges(table, bins, to, 0, 1, bin_of);
    }
}

void
told_bins(Plot *plot, const Bins *bins, gboolean centred, const guint *counts)
{
    gsize room = (gsize)plot->n_panels * plot->n_series * bins->n, n = 0;
    g_autofree guint *panels = g_new0(guint, room + 1), *bin_of = g_new0(guint, room + 1);
    g_autofree const char **names = g_new0(const char *, room + 1);
    double *values = g_new0(double, room + 1);
    Table *table;

    for (guint panel = 0; panel < plot->n_panels; panel++)
        for (guint bin = 0; bin < bins->n; bin++)
            for (guint series = 0; series < plot->n_series; series++, n++) {
                panels[n] = panel;
                bin_of[n] = bin;
                names[n] = plot->series[series].name;
                values[n] = counts[((gsize)panel * plot->n_series + series) * bins->n + bin];
            }
    plot->shown = table = table_new(NULL, n);
    told_add_panels(plot, table, panels);
    told_add_places(plot, table, bins, centred, bin_of);
    if (plot->frame->columns[CHANNEL_COLOR] != NULL)
        told_add_channel(plot, table, CHANNEL_COLOR, names);
    told_add_numbers(table, bind_language(plot)->words[WORD_COUNT], values);
}
