#include "transform/window.h"

#include <math.h>

#include "transform/grouping.h"
#include "transform/ordering.h"

gboolean
window_follows(const Window *window, gsize i)
{
    const WindowSpec *spec = window->spec;
    gsize before = window->rows[i - 1], row = window->rows[i];

    if (isnan(window->value->values[before]) || isnan(window->value->values[row]))
        return FALSE;
    return spec->between == NULL || window->order->type == COLUMN_TEXT ||
           spec->between(spec->periods, window->order->values[before],
                         window->order->values[row]) == 1;
}

void
window_names_add(WindowNames *names, const Window *window, guint32 series, gsize row)
{
    gsize of_series = window->rows[window->starts[series]];

    if (names->n == 0) {
        names->names = g_string_new(NULL);
        names->first_row = row;
    }
    if (names->n++ < WINDOW_MAX_NAMES && window->n_keys > 0) {
        g_string_append(names->names, names->n > 1 ? "; " : ": ");
        rows_append_keys(names->names, window->keys, window->n_keys, of_series);
    }
}

void
window_names_clear(WindowNames *names)
{
    if (names->names != NULL)
        g_string_free(names->names, TRUE);
    names->names = NULL;
}

void
window_names_remark(const WindowNames *names, const Window *window, const char *sentence)
{
    guint more = names->n - MIN(names->n, WINDOW_MAX_NAMES);
    g_autofree char *rest = more > 0 ? g_strdup_printf(" and %u more", more) : g_strdup("");

    if (names->n > 0)
        report_add(window->report, SEVERITY_WARNING,
                   table_where(window->table, names->first_row, window->value), names->n,
                   "%u of %u series %s%s%s", names->n, window->n_series, sentence,
                   names->names->str, rest);
}

/* Puts the rows that have a position series by series, each in order. */
static void
arrange(Window *window, const Grouping *grouping)
{
    g_autofree gsize *ordered = ordering_of(window->order, FALSE, TRUE);
    g_autofree gsize *ends = g_new0(gsize, grouping->n_groups + 1);
    gsize place = 0;

    for (gsize i = 0; i < grouping->n_rows; i++) {
        if (!column_is_missing(window->order, i))
            ends[grouping->ids[i]]++;
    }
    for (guint32 g = 0; g < grouping->n_groups; g++) {
        gsize count = ends[g];

        window->starts[g] = ends[g] = place;
        place += count;
    }
    window->starts[grouping->n_groups] = place;
    for (gsize i = 0; i < place; i++)
        window->rows[ends[grouping->ids[ordered[i]]]++] = ordered[i];
}

/* Series without any position are none; places of the others do not change. */
static void
leave_out_empty(Window *window)
{
    guint32 n = 0;

    for (guint32 s = 0; s < window->n_series; s++) {
        if (window->starts[s] < window->starts[s + 1])
            window->starts[n++] = window->starts[s];
    }
    window->starts[n] = window->starts[window->n_series];
    window->n_series = n;
}

static gboolean
run(Window *window, GError **error)
{
    switch (window->spec->kind) {
    case WINDOW_CUMULATIVE:
        return window_cumulative(window, error);
    case WINDOW_ROLLING:
        return window_rolling(window, error);
    case WINDOW_INDEX_TO:
        return window_index_to(window, error);
    case WINDOW_CHANGE:
        return window_change(window, error);
    }
    g_assert_not_reached();
}

static gboolean
check_results(const Window *window, GError **error)
{
    for (gsize i = 0; i < window->table->length; i++) {
        if (isinf(window->out[i])) {
            error_set(error, ERROR_INPUT, table_where(window->table, i, window->value),
                      "what comes of column \"%s\" here is too large for a number",
                      window->value->name);
            return FALSE;
        }
    }
    return TRUE;
}

/* An index has no unit. The change of a percentage is in percentage points, which has no sign. */
static const char *
symbol_of(const WindowSpec *spec, const Column *value)
{
    if (spec->kind == WINDOW_INDEX_TO)
        return NULL;
    if (spec->kind == WINDOW_CHANGE && spec->percent)
        return "%";
    if (spec->kind == WINDOW_CHANGE && g_strcmp0(value->symbol, "%") == 0)
        return NULL;
    return value->symbol;
}

Table *
transform_window(const Table *table, const Column *const *keys, guint n_keys, const Column *order,
                 const Column *value, const WindowSpec *spec, Report *report, GError **error)
{
    g_autoptr(Grouping) grouping = NULL;
    g_autofree gsize *starts = NULL, *rows = NULL;
    g_autoptr(Column) made = NULL;
    Window window = { table, keys, n_keys, order, value, spec, report, 0, NULL, NULL, NULL };

    if (value->type != COLUMN_NUMBER) {
        error_set(
            error, ERROR_USAGE, (Where){ .file = table->file },
            "only numbers can be summed up and compared in time, and column \"%s\" is of type "
            "%s",
            value->name, column_type_name(value->type));
        return NULL;
    }
    grouping = grouping_new(keys, n_keys, table->length);
    made = column_new(value->name, COLUMN_NUMBER, table->length);
    made->symbol = g_strdup(symbol_of(spec, value));
    made->field = value->field;
    window.n_series = grouping->n_groups;
    window.starts = starts = g_new0(gsize, grouping->n_groups + 1);
    window.rows = rows = g_new(gsize, table->length + 1);
    window.out = made->values;
    arrange(&window, grouping);
    leave_out_empty(&window);
    if (!run(&window, error) || !check_results(&window, error))
        return NULL;
    return table_with_column(table, g_steal_pointer(&made));
}
