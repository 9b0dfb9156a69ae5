// Figures from the bytes of a CSV with the fixed measurer.
#pragma once

#include "plot/option.h"
#include "plot/plot.h"

#include <string.h>

typedef struct {
    Scene *scene;     /* NULL: refused */
    LintFacts *facts; /* of the scene */
    Report *report;
    GError *error;
} Figure;

static inline void
figure_clear(Figure *figure)
{
    g_clear_pointer(&figure->scene, scene_free);
    g_clear_pointer(&figure->facts, lint_facts_free);
    g_clear_pointer(&figure->report, report_free);
    g_clear_error(&figure->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Figure, figure_clear)

/* options: "name=value" without dashes, ending with NULL; a wrong one ends the test. */
static inline Figure
figure_draw_chart(const ChartType *chart, const char *csv, const char *const *options)
{
    Figure figure = { .report = report_new() };
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(Table) table = NULL;
    CsvOptions csv_options = { 0 };

    for (guint i = 0; options[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(options[i], "=", 2);
        const OptionDef *def = option_find(parts[0]);

        g_assert_nonnull(def);
        option_set(spec, def, parts[1], &figure.error);
        g_assert_no_error(figure.error);
    }
    table =
        csv_read_bytes("data.csv", csv, strlen(csv), &csv_options, figure.report, &figure.error);
    if (table != NULL)
        figure.scene = plot_draw(spec, chart, table, measurer, figure.report, &figure.facts, NULL,
                                 &figure.error);
    g_assert_true((figure.scene == NULL) == (figure.error != NULL));
    return figure;
}

/* The remarks, a line each. Caller frees. */
static inline char *
figure_remarks(const Figure *figure)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < report_length(figure->report); i++)
        g_string_append_printf(text, "%s\n", report_entry(figure->report, i)->text);
    return g_string_free(text, FALSE);
}
