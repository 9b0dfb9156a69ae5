#include "plot/bind.h"

#include "plot/thousands.h"

#include "text/wrap.h"

#include <string.h>

/* How many digits of a label are worth the ink. */
#define LABEL_DIGITS 4

/* Plain numbers, after the magnitudes of the language. */
#define PLAIN LANGUAGE_MAGNITUDES

const Language *
bind_language(const Plot *plot)
{
    return plot->language != NULL ? plot->language : &languages[0];
}

const char *
bind_word(const Plot *plot, LanguageWord word, const char *const *filled)
{
    g_autoptr(GString) text = g_string_new(NULL);

    language_append_word(bind_language(plot), text, word, filled);
    return arena_strdup(plot->arena, text->str);
}

void
bind_append_cell(const Plot *plot, const Column *column, gsize row, GString *out)
{
    if (column->type == COLUMN_TIME && !column_is_missing(column, row))
        language_append_label(bind_language(plot), out, column->values[row],
                              column_time_unit(column, column->values[row]));
    else
        column_append_cell(column, row, out);
}

void
bind_add_note(Plot *plot, const char *sentence)
{
    const char *before = plot->auto_note;

    if (before != NULL && strstr(before, sentence) != NULL)
        return;
    plot->auto_note = arena_printf(plot->arena, "%s%s%s", before != NULL ? before : "",
                                   before != NULL ? bind_language(plot)->between : "", sentence);
}

const char *
bind_name(const Plot *plot, const char *text)
{
    g_autofree char *clean = text_clean(text, FALSE, 0);

    return arena_strdup(plot->arena, clean);
}

/* The minus stands before a currency sign. */
static void
bind_insert_prefix(const Plot *plot, GString *text, const AxisSpec *axis)
{
    const char *minus = bind_language(plot)->marks.minus;

    if (axis->prefix != NULL)
        g_string_insert(text, g_str_has_prefix(text->str, minus) ? (gssize)strlen(minus) : 0,
                        axis->prefix);
}

const char *
bind_value_text(const Plot *plot, const AxisSpec *axis, double value)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (axis->has_format)
        number_format_append(text, &axis->format, &bind_language(plot)->marks, value);
    else
        thousands_append(plot, axis, text, value, number_common_decimals(&value, 1, 6));
    bind_insert_prefix(plot, text, axis);
    g_string_append(text, axis->suffix != NULL ? axis->suffix : "");
    return arena_strdup(plot->arena, text->str);
}

/* Which magnitude shortens a value; PLAIN: none. */
static guint
bind_short_unit(const Plot *plot, double value)
{
    const LanguageMagnitude *magnitudes = bind_language(plot)->magnitudes;
    guint unit = 0;

    while (unit < PLAIN && (fabs(value) < magnitudes[unit].from || fabs(value) >= 1e15))
        unit++;
    return unit;
}

static double
bind_unit_factor(const Plot *plot, guint unit)
{
    return unit < PLAIN ? bind_language(plot)->magnitudes[unit].multiplier : 1;
}

/* The decimals that all values of one magnitude get: what they have, but no more digits than
 * matter. */
static int
bind_unit_decimals(const Plot *plot, const double *values, gsize n, guint unit)
{
    g_autofree double *scaled = g_new(double, n + 1);
    double largest = 0;
    gsize n_scaled = 0;
    int decimals, digits = 1;

    for (gsize i = 0; i < n; i++)
        if (isfinite(values[i]) && bind_short_unit(plot, values[i]) == unit) {
            scaled[n_scaled] = values[i] / bind_unit_factor(plot, unit);
            largest = MAX(largest, fabs(scaled[n_scaled]));
            n_scaled++;
        }
    decimals = number_common_decimals(scaled, n_scaled, 6);
    for (double rest = largest; rest >= 10; rest /= 10)
        digits++;
    for (double rest = largest; rest > 0 && rest < 1; rest *= 10)
        digits--;
    return MIN(decimals, MAX(0, LABEL_DIGITS - 1 - digits + (unit == PLAIN ? 1 : 0)));
}

/* A small value among large ones keeps two digits of its own: it must not read as 0. Nothing at all
 * is 0, without decimals that look like a rounded rest. */
static int
bind_label_decimals(double scaled, int decimals)
{
    double least = 10 * pow(10, -decimals);
    int own = decimals;

    if (scaled == 0)
        return 0;
    while (fabs(scaled) < least && own < 6) {
        own++;
        least /= 10;
    }
    return own == decimals ? decimals
                           : MAX(decimals, MIN(own, number_common_decimals(&scaled, 1, 6)));
}

const char **
bind_value_labels(const Plot *plot, const AxisSpec *axis, const double *values, gsize n)
{
    const char **labels = arena_new0(plot->arena, const char *, n);
    int decimals[PLAIN + 1];

    for (guint unit = 0; unit <= PLAIN; unit++)
        decimals[unit] = bind_unit_decimals(plot, values, n, unit);
    for (gsize i = 0; i < n; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        guint unit = bind_short_unit(plot, values[i]);
        double scaled = values[i] / bind_unit_factor(plot, unit);

        if (!isfinite(values[i]))
            continue;
        if (axis->has_format) {
            labels[i] = bind_value_text(plot, axis, values[i]);
            continue;
        }
        thousands_append(plot, axis, text, scaled, bind_label_decimals(scaled, decimals[unit]));
        bind_insert_prefix(plot, text, axis);
        g_string_append(text, unit < PLAIN ? bind_language(plot)->magnitudes[unit].mark : "");
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
            bind_append_cell(plot, frame->columns[position], rows[i], title);
        }
        g_string_append_printf(title, ": %s", bind_value_text(plot, axis, values[rows[i]]));
        layer->titles[i] = arena_strdup(plot->arena, title->str);
    }
}
