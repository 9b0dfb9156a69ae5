#include "charts/parts.h"

#include "plot/bind.h"
#include "plot/categories.h"
#include "plot/facets.h"
#include "plot/thousands.h"

#include <stdlib.h>

/* Shares that do not quite add to 100 have been rounded; more is another question. */
#define PERCENT_SLACK 1.0

static gboolean
parts_check_values(const Frame *frame, const char *chart, PartsFlags flags, GError **error)
{
    const Column *column = frame->columns[CHANNEL_Y];

    for (gsize i = 0; i < column->length; i++) {
        g_autoptr(GString) cell = g_string_new(NULL);
        double value = column->values[i];

        if (value >= 0 && ((flags & PARTS_COUNTS) == 0 || value == floor(value)))
            continue;
        column_append_cell(column, i, cell);
        error_set(error, ERROR_INPUT, table_where(frame->table, i, column),
                  value < 0 ? "%s is negative, and %s shows parts of a whole; use bar"
                            : "%s is not a whole number, and %s shows one symbol for each; use bar",
                  cell->str, chart);
        return FALSE;
    }
    return TRUE;
}

/* The column of the values as the user knows it. */
static const char *
parts_measure(const Frame *frame)
{
    return frame->measure != NULL ? frame->measure : frame->columns[CHANNEL_Y]->name;
}

static gboolean
parts_check_totals(const Plot *plot, const Parts *parts, PartsFlags flags, GError **error)
{
    Where where = { .file = plot->frame->table->file };

    for (guint i = 0; i < plot->n_panels; i++) {
        const char *panel = plot->panel_titles[i];
        double total = parts->totals[i];
        g_autoptr(GString) sum = g_string_new(NULL);

        /* A combination of --facet and --facet-rows that the data do not have. */
        if (plot->panel_rows[i] == 0)
            continue;
        if (total <= 0 || !isfinite(total)) {
            error_set(error, ERROR_INPUT, where, "the parts%s%s in column \"%s\" add to %s",
                      panel != NULL ? " of " : "", panel != NULL ? panel : "",
                      parts_measure(plot->frame),
                      total <= 0 ? "zero: there is nothing to divide" : "more than can be drawn");
            return FALSE;
        }
        if (!parts->percent || (flags & PARTS_OF_WHOLE) == 0 ||
            fabs(total - 100) <= PERCENT_SLACK + 1e-9)
            continue;
        number_append_label(sum, &number_marks_english, total, 1);
        error_set(error, ERROR_INPUT, where,
                  "the percentages%s%s in column \"%s\" add to %s, not to 100; use bar, or add the "
                  "missing part",
                  panel != NULL ? " of " : "", panel != NULL ? panel : "",
                  parts_measure(plot->frame), sum->str);
        return FALSE;
    }
    return TRUE;
}

/* The column of a channel as text whose levels stand in the order in which the parts are shown. */
static gboolean
parts_arrange(Plot *plot, Channel channel, PartsFlags flags, GError **error)
{
    Frame *frame = plot->frame;
    Column *before = frame->columns[channel], *after;
    gboolean ordered = before->type != COLUMN_TEXT || (flags & PARTS_KEEP_ORDER) != 0;
    g_autoptr(Column) text = column_as_text(before);
    const double *values = frame->columns[CHANNEL_Y]->values;
    gsize n = frame->table->length;
    g_autofree double *weights = NULL;
    g_autofree gint32 *level_at = NULL;
    Categories categories;
    Table *table;

    frame->columns[channel] = text;
    categories = categories_new(plot, channel);
    categories.ordered = ordered;
    weights = g_new0(double, categories.n + 1);
    for (gsize i = 0; i < n; i++)
        weights[(guint)categories.index[i]] += values[i];
    if (!categories_arrange(plot, &categories, weights, CHANNEL_Y, error)) {
        frame->columns[channel] = before;
        return FALSE;
    }
    level_at = g_new(gint32, categories.n + 1);
    for (guint i = 0; i < categories.n; i++)
        level_at[i] = -1;
    for (gsize i = 0; i < n; i++)
        level_at[(guint)categories.index[i]] = text->codes[i];
    after = column_new(before->name, COLUMN_TEXT, n);
    for (guint i = 0; i < categories.n; i++)
        if (level_at[i] >= 0)
            column_intern(after, text->levels->pdata[level_at[i]], -1);
    for (gsize i = 0; i < n; i++)
        after->codes[i] = column_intern(after, column_text(text, i), -1);
    table = table_with_column(frame->table, after);
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        if (frame->columns[c] == before || c == channel)
            frame->columns[c] = after;
    table_unref(frame->table);
    frame->table = table;
    return TRUE;
}

/* One row as it is to be sorted. */
typedef struct {
    guint panel, series;
    gint32 name;
    gsize row;
} PartKey;

static int
parts_compare(const void *a, const void *b)
{
    const PartKey *left = a, *right = b;

    if (left->panel != right->panel)
        return left->panel < right->panel ? -1 : 1;
    if (left->name != right->name)
        return left->name < right->name ? -1 : 1;
    if (left->series != right->series)
        return left->series < right->series ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

static void
parts_fill(Plot *plot, Parts *parts, Channel name, const guint *series, const guint *panels)
{
    const Frame *frame = plot->frame;
    const Column *names = frame->columns[name];
    Layer *layer = &parts->layer;
    gsize n = frame->table->length;
    g_autofree PartKey *keys = g_new(PartKey, n + 1);
    g_autofree gsize *rows = g_new(gsize, n + 1);
    g_autofree const char **shown = g_new0(const char *, names->levels->len + 1);

    for (guint i = 0; i < names->levels->len; i++)
        shown[i] = bind_name(plot, names->levels->pdata[i]);
    for (gsize i = 0; i < n; i++)
        keys[i] = (PartKey){ panels[i], series[i], names->codes[i], i };
    qsort(keys, n, sizeof *keys, parts_compare);
    parts->names = arena_new0(plot->arena, const char *, n);
    parts->totals = arena_new0(plot->arena, double, plot->n_panels);
    for (gsize i = 0; i < n; i++) {
        rows[i] = keys[i].row;
        layer->series[i] = keys[i].series;
        layer->panel[i] = keys[i].panel;
        layer->y[i] = frame->columns[CHANNEL_Y]->values[rows[i]];
        parts->names[i] = shown[keys[i].name];
        parts->totals[keys[i].panel] += layer->y[i];
    }
    for (guint i = 0; i < plot->n_panels; i++)
        thousands_see(plot, parts->totals[i]);
    parts->values = bind_value_labels(plot, &parts->axis, layer->y, n);
    parts->middle = bind_value_labels(plot, &parts->axis, parts->totals, plot->n_panels);
    bind_titles(plot, layer, rows, name, CHANNEL_Y, &parts->axis);
}

static Parts *
parts_bind(Plot *plot, const MarkType *mark, PartsFlags flags, const AxisSpec *axis, GError **error)
{
    Parts *parts = arena_new0(plot->arena, Parts, 1);
    Layer *layer = &parts->layer;
    Channel name = (flags & PARTS_NAMED) != 0 ? CHANNEL_X : CHANNEL_COLOR;
    Frame *frame = plot->frame;
    gsize n = frame->table->length;
    guint *series, *panels;

    if (frame->columns[CHANNEL_COLOR] != NULL && !parts_arrange(plot, CHANNEL_COLOR, flags, error))
        return NULL;
    if (name == CHANNEL_X && frame->columns[CHANNEL_X] != frame->columns[CHANNEL_COLOR] &&
        !parts_arrange(plot, CHANNEL_X, flags, error))
        return NULL;
    if (!facets_bind(plot, &panels, error))
        return NULL;
    series = bind_series(plot);
    bind_no_axes(plot);
    *parts = (Parts){ .axis = *axis,
                      .percent = g_strcmp0(frame->units[CHANNEL_Y], "%") == 0,
                      .n_names = frame->columns[name]->levels->len };
    *layer = (Layer){ .type = mark,
                      .n = n,
                      .x = arena_new0(plot->arena, double, n),
                      .y = arena_new0(plot->arena, double, n),
                      .series = arena_new0(plot->arena, guint, n),
                      .panel = arena_new0(plot->arena, guint, n),
                      .n_slots = 1,
                      .upright = TRUE,
                      .stacked = TRUE };
    parts_fill(plot, parts, name, series, panels);
    plot->y.prefix = axis->prefix;
    plot->y.suffix = axis->suffix;
    plot->y.has_format = axis->has_format;
    plot->y.format = axis->format;
    if (!parts_check_totals(plot, parts, flags, error))
        return NULL;
    g_ptr_array_add(plot->layers, layer);
    return parts;
}

Parts *
parts_new(Plot *plot, const MarkType *mark, PartsFlags flags, GError **error)
{
    AxisSpec axis = { .kind = SCALE_LINEAR };

    if (!parts_take_channels(plot, flags, &axis, error) ||
        !frame_check_unique(plot->frame, CHANNEL_Y, error) ||
        !parts_check_values(plot->frame, plot->chart->name, flags, error))
        return NULL;
    return parts_bind(plot, mark, flags, &axis, error);
}
