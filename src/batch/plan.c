#include "batch/plan.h"

static void
planned_figure_free(gpointer data)
{
    PlannedFigure *planned = data;

    g_free(planned->name);
    g_free(planned->group);
    g_free(planned->file);
    figure_free(planned->figure);
    g_clear_error(&planned->error);
    g_free(planned);
}

Plan *
plan_new(void)
{
    Plan *plan = g_new0(Plan, 1);

    plan->figures = g_ptr_array_new_with_free_func(planned_figure_free);
    plan->files = g_ptr_array_new_with_free_func(g_free);
    plan->report = report_new();
    return plan;
}

void
plan_free(Plan *plan)
{
    if (plan == NULL)
        return;
    g_ptr_array_unref(plan->figures);
    g_ptr_array_unref(plan->files);
    report_free(plan->report);
    g_free(plan);
}
