#include "plot/bind.h"

/* How many digits of a label's largest value are worth the ink. */
#define LABEL_DIGITS 4

const char *
bind_value_text(const Plot *plot, const AxisSpec *axis, double value)
{
    g_autoptr(GString) text = g_string_new(axis->prefix);

    if (axis->has_format)
        number_format_append(text, &axis->format, &number_marks_english, value);
    else
        number_append_label(text, &number_marks_english, value,
                            number_common_decimals(&value, 1, 6));
    g_string_append(text, axis->suffix != NULL ? axis->suffix : "");
    return arena_strdup(plot->arena, text->str);
}

/* The multiplier that brings a value below 1,000, and its mark. */
static double
bind_short_unit(double largest, const char **ret_mark)
{
    static const struct {
        double factor;
        const char *mark;
    } units[] = { { 1e12, "trn" }, { 1e9, "bn" }, { 1e6, "m" } };

    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (largest >= units[i].factor && largest < 1e15) {
            *ret_mark = units[i].mark;
            return units[i].factor;
        }
    *ret_mark = "";
    return 1;
}

const char **
bind_value_labels(const Plot *plot, const AxisSpec *axis, const double *values, gsize n)
{
    const char **labels = arena_new0(plot->arena, const char *, n);
    g_autofree double *scaled = g_new(double, n + 1);
    double min, max, largest, factor;
    int decimals, digits = 1;
    const char *mark;
    gsize n_scaled = 0;

    bind_extent(values, n, &min, &max);
    largest = isnan(min) ? 0 : MAX(fabs(min), fabs(max));
    factor = bind_short_unit(largest, &mark);
    for (gsize i = 0; i < n; i++)
        if (isfinite(values[i]))
            scaled[n_scaled++] = values[i] / factor;
    decimals = number_common_decimals(scaled, n_scaled, 6);
    for (double rest = largest / factor; rest >= 10; rest /= 10)
        digits++;
    /* Small values keep the digits that make them; a figure of millions needs no cents. */
    if (largest / factor >= 1)
        decimals = MIN(decimals, MAX(0, LABEL_DIGITS - digits));
    for (gsize i = 0; i < n; i++) {
        g_autoptr(GString) text = g_string_new(axis->prefix);

        if (!isfinite(values[i]))
            continue;
        if (axis->has_format) {
            labels[i] = bind_value_text(plot, axis, values[i]);
            continue;
        }
        number_append_label(text, &number_marks_english, values[i] / factor, decimals);
        g_string_append(text, mark);
        g_string_append(text, axis->suffix != NULL ? axis->suffix : "");
        labels[i] = arena_strdup(plot->arena, text->str);
    }
    return labels;
}

void
bind_titles(Plot *plot, Layer *layer, const gsize *rows, Channel position, Channel value,
            const AxisSpec *axis)
{
    const Frame *frame = plot->frame;
    const double *values = frame->columns[value]->values;

    layer->rows = arena_new0(plot->arena, gint64, layer->n);
    layer->titles = arena_new0(plot->arena, const char *, layer->n);
    for (gsize i = 0; i < layer->n; i++) {
        g_autoptr(GString) title = g_string_new(NULL);
        const Series *series = &plot->series[layer->series[i]];

        if (rows[i] == G_MAXSIZE || !isfinite(values[rows[i]]))
            continue;
        layer->rows[i] = (gint64)rows[i] + 1;
        if (series->name != NULL)
            g_string_append(title, series->name);
        if (position != CHANNEL_COUNT &&
            frame->columns[position] != frame->columns[CHANNEL_COLOR]) {
            g_string_append(title, title->len > 0 ? ", " : "");
            column_append_cell(frame->columns[position], rows[i], title);
        }
        g_string_append_printf(title, ": %s", bind_value_text(plot, axis, values[rows[i]]));
        layer->titles[i] = arena_strdup(plot->arena, title->str);
    }
}
