#include "charts/waterfall.h"

#include "plot/bind.h"

#include <string.h>

/* A total in the data may differ from the sum of the steps by this share: both were rounded. */
#define TOTAL_SLACK 0.005

static gboolean
waterfall_is_total(const Plot *plot, const char *name, gboolean first, gboolean last)
{
    static const char *const starts[] = { "start", "opening", "opening balance", "beginning",
                                          NULL };
    g_autofree char *folded = g_utf8_casefold(name, -1);
    const GPtrArray *totals = plot->spec->totals;

    for (guint i = 0; totals != NULL && i < totals->len; i++)
        if (frame_name_matches(name, totals->pdata[i]))
            return TRUE;
    return totals == NULL &&
           ((last && strcmp(folded, "total") == 0) || (first && g_strv_contains(starts, folded)));
}

/* A total is the sum so far; where the data say it, they have to say the same. */
static gboolean
waterfall_check_total(const Plot *plot, Channel value_channel, gsize row, double value,
                      double level, double largest, GError **error)
{
    const Column *column = plot->frame->columns[value_channel];
    g_autoptr(GString) sum = g_string_new(NULL), cell = g_string_new(NULL);

    if (isnan(value) || fabs(value - level) <= TOTAL_SLACK * MAX(largest, fabs(value)) + 1e-9)
        return TRUE;
    column_append_cell(column, row, cell);
    number_append_label(sum, &number_marks_english, level, number_common_decimals(&level, 1, 2));
    error_set(error, ERROR_INPUT, table_where(plot->frame->table, row, column),
              "the total is %s, but the steps before it add to %s", cell->str, sum->str);
    return FALSE;
}

/* One step after the other; a total starts from zero. */
static gboolean
waterfall_walk(Plot *plot, Waterfall *work, const gsize *row_at, guint panel, gsize *missing,
               GError **error)
{
    const double *values = plot->frame->columns[work->value]->values;
    double level = 0, largest = 0;
    guint first = 0, last = work->categories.n;

    while (first < last && row_at[first] == G_MAXSIZE)
        first++;
    while (last > first && row_at[last - 1] == G_MAXSIZE)
        last--;
    for (guint at = first; at < last; at++) {
        gsize row = row_at[at], item = work->n;
        gboolean total;

        if (row == G_MAXSIZE)
            continue;
        total = waterfall_is_total(plot, work->categories.names[at], at == first, at + 1 == last);
        if (isnan(values[row]) && (!total || at == first)) {
            (*missing)++;
            continue;
        }
        if (total && at > first &&
            !waterfall_check_total(plot, work->value, row, values[row], level, largest, error))
            return FALSE;
        work->rows[item] = row;
        work->at[item] = at;
        work->panel[item] = panel;
        work->kinds[item] = total ? STEP_TOTAL : values[row] < 0 ? STEP_DOWN : STEP_UP;
        work->from[item] = total ? 0 : level;
        if (total)
            level = at > first && isnan(values[row]) ? level : values[row];
        else
            level += values[row];
        if (!isfinite(level)) {
            error_set(error, ERROR_INPUT, table_where(plot->frame->table, row, NULL),
                      "the steps add to more than can be drawn");
            return FALSE;
        }
        work->to[item] = level;
        largest = MAX(largest, fabs(level));
        work->n++;
    }
    return TRUE;
}

/* What all steps of a panel come to, after the last of them, when the data do not say it. */
static void
waterfall_add_sum(const Plot *plot, Waterfall *work, gsize first, guint panel, guint at)
{
    gsize item = work->n;

    if (!plot->spec->end_total || item < first + 2 || work->kinds[item - 1] == STEP_TOTAL)
        return;
    work->rows[item] = G_MAXSIZE;
    work->at[item] = at;
    work->panel[item] = panel;
    work->kinds[item] = STEP_TOTAL;
    work->from[item] = 0;
    work->to[item] = work->to[item - 1];
    work->has_sum = TRUE;
    work->n++;
}

/* Names in --total that no step has are said. */
static void
waterfall_report_totals(Plot *plot, const Waterfall *work)
{
    const GPtrArray *totals = plot->spec->totals;

    for (guint k = 0; totals != NULL && k < totals->len; k++) {
        gboolean known = FALSE;

        for (guint i = 0; i < work->categories.n; i++)
            known = known || (work->categories.names[i] != NULL &&
                              frame_name_matches(work->categories.names[i], totals->pdata[k]));
        if (!known)
            report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--total: no step is called \"%s\"", (char *)totals->pdata[k]);
    }
}

gboolean
waterfall_steps(Plot *plot, Waterfall *work, GError **error)
{
    gsize rows = plot->frame->table->length, missing = 0, n_slots = work->categories.n;
    gsize n = rows + plot->n_panels;
    g_autofree gsize *row_at = g_new(gsize, n_slots * plot->n_panels + 1);

    waterfall_report_totals(plot, work);
    for (gsize i = 0; i < n_slots * plot->n_panels; i++)
        row_at[i] = G_MAXSIZE;
    for (gsize i = 0; i < rows; i++)
        row_at[work->panels[i] * n_slots + (gsize)work->categories.index[i]] = i;
    work->rows = arena_new0(plot->arena, gsize, n);
    work->at = arena_new0(plot->arena, double, n);
    work->from = arena_new0(plot->arena, double, n);
    work->to = arena_new0(plot->arena, double, n);
    work->kinds = arena_new0(plot->arena, guint, n);
    work->panel = arena_new0(plot->arena, guint, n);
    for (guint panel = 0; panel < plot->n_panels; panel++) {
        gsize first = work->n;

        if (!waterfall_walk(plot, work, row_at + panel * n_slots, panel, &missing, error))
            return FALSE;
        waterfall_add_sum(plot, work, first, panel, (guint)n_slots);
    }
    if (missing > 0)
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = plot->frame->table->file },
                   missing, "%" G_GSIZE_FORMAT " step%s no value in column \"%s\" and %s left out",
                   missing, missing == 1 ? " has" : "s have",
                   plot->frame->columns[work->value]->name, missing == 1 ? "is" : "are");
    return work->n > 0 || bind_fail_empty(plot, work->value, FALSE, error);
}
