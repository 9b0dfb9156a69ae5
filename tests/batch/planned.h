// Plans made without a manifest, and what a run says of them.
#pragma once

#include "batch/run.h"
#include "fixture.h"

#include <string.h>

/* options: name, value, … NULL. Returns the figure for more. */
static inline Figure *
plan_add(Plan *plan, const char *name, const char *data, const char *output)
{
    PlannedFigure *planned = g_new0(PlannedFigure, 1);
    g_autoptr(GError) error = NULL;

    planned->name = g_strdup(name);
    planned->file = g_strdup("figures.ini");
    planned->line = 10 * plan->figures->len + 1;
    planned->figure = figure_new("bar", &error);
    g_assert_no_error(error);
    g_assert_true(figure_set(planned->figure, "x", "month", &error));
    g_assert_true(figure_set(planned->figure, "y", "total", &error));
    g_assert_true(figure_set_data(planned->figure, data, &error));
    if (output != NULL)
        g_assert_true(figure_set(planned->figure, "output", output, &error));
    g_assert_no_error(error);
    planned->figure->spec->shelf = plan->shelf;
    g_ptr_array_add(plan->figures, planned);
    return planned->figure;
}

static inline void
figure_give(Figure *figure, const char *option, const char *value)
{
    g_autoptr(GError) error = NULL;

    figure_set(figure, option, value, &error);
    g_assert_no_error(error);
}

/* "NAME: STATE (WHY)", then its messages, a line each. */
static inline void
append_result(guint index, const RunResult *result, gpointer data)
{
    GString *out = data;

    (void)index;
    g_string_append_printf(out, "%s: %s", result->planned->name, run_state_name(result->state));
    if (result->why != NULL)
        g_string_append_printf(out, " (%s)", result->why);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < report_length(result->report); i++)
        g_string_append_printf(out, "  %s\n", report_entry(result->report, i)->text);
    if (result->error != NULL)
        g_string_append_printf(out, "  error: %s\n", result->error->message);
}

/* Runs it and says what the results were. Caller frees. */
static inline char *
run_text(const Plan *plan, RunOptions options, int expected_status)
{
    GString *out = g_string_new(NULL);
    const RunWatcher watcher = { .result = append_result, .data = out };

    int status = batch_run(plan, &options, &watcher);

    if (status != expected_status)
        g_test_message("%s", out->str);
    g_assert_cmpint(status, ==, expected_status);
    return g_string_free(out, FALSE);
}

static inline void
assert_run(const Plan *plan, RunOptions options, int expected_status, const char *expected)
{
    g_autofree char *text = run_text(plan, options, expected_status);

    g_assert_cmpstr(text, ==, expected);
}
