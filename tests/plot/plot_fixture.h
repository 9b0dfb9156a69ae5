// A plot as plot_draw() has it before a chart fills it: spec, shaped table, theme, report.
#pragma once

#include "plot/bind.h"
#include "plot/option.h"

#include <string.h>

typedef struct {
    Spec *spec;
    Table *table;
    Report *report;
    Frame *frame; /* NULL when the table could not be shaped */
    GError *error;
    Theme theme;
    Plot plot;
} PlotFixture;

static const ChannelDef fixture_channels[] = { { .channel = CHANNEL_COUNT } };
static const ChartType fixture_chart = { .name = "bar", .channels = fixture_channels };

static inline void
plot_fixture_free(PlotFixture *fixture)
{
    g_ptr_array_unref(fixture->plot.layers);
    arena_free(fixture->plot.arena);
    frame_free(fixture->plot.frame);
    g_clear_error(&fixture->error);
    report_free(fixture->report);
    table_unref(fixture->table);
    spec_free(fixture->spec);
    g_free(fixture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PlotFixture, plot_fixture_free)

static inline Table *
fixture_table(const char *csv)
{
    g_autoptr(GError) error = NULL;
    Table *table = csv_read_bytes("trade.csv", csv, strlen(csv), &(CsvOptions){ 0 }, NULL, &error);

    g_assert_no_error(error);
    return table;
}

/* options: pairs of a flag and its value, up to a NULL. */
static inline void
fixture_set_options(Spec *spec, va_list options)
{
    for (const char *name = va_arg(options, const char *); name != NULL;
         name = va_arg(options, const char *)) {
        const OptionDef *def = option_find(name);
        g_autoptr(GError) error = NULL;

        g_assert_nonnull(def);
        option_set(spec, def, va_arg(options, const char *), &error);
        g_assert_no_error(error);
    }
}

/* Reads and shapes the CSV; the error of the shaping, if any, is kept. */
G_GNUC_NULL_TERMINATED static inline PlotFixture *
plot_fixture_try(const char *csv, ...)
{
    PlotFixture *fixture = g_new0(PlotFixture, 1);
    Plot *plot = &fixture->plot;
    va_list options;

    fixture->spec = spec_new();
    va_start(options, csv);
    fixture_set_options(fixture->spec, options);
    va_end(options);
    fixture->table = fixture_table(csv);
    fixture->report = report_new();
    fixture->theme = *theme_find(fixture->spec->theme);
    fixture->frame = frame_new(fixture->spec, fixture->table, fixture->report, &fixture->error);
    g_assert_true((fixture->frame == NULL) == (fixture->error != NULL));
    *plot = (Plot){ .arena = arena_new(),
                    .spec = fixture->spec,
                    .chart = &fixture_chart,
                    .theme = &fixture->theme,
                    .report = fixture->report,
                    .size = { 800, 500 },
                    .frame = fixture->frame,
                    .layers = g_ptr_array_new(),
                    .n_panels = 1 };
    return fixture;
}

/* The same where nothing may go wrong. */
#define plot_fixture_new(...) fixture_shaped(plot_fixture_try(__VA_ARGS__))

static inline PlotFixture *
fixture_shaped(PlotFixture *fixture)
{
    g_assert_no_error(fixture->error);
    return fixture;
}

static inline void
assert_failed(const GError *error, ErrorCode code, const char *message)
{
    g_assert_error(error, CARTOUCHE_ERROR, (int)code);
    g_assert_cmpstr(error->message, ==, message);
}

/* The remarks so far, a line each; "" for none. */
static inline void
assert_report(const Report *report, const char *lines)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < report_length(report); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", report_entry(report, i)->text);
    g_assert_cmpstr(text->str, ==, lines);
}

/* All cells of a column, "|" between them. */
static inline void
assert_cells(const Column *column, const char *cells)
{
    g_autoptr(GString) text = g_string_new(NULL);

    g_assert_nonnull(column);
    for (gsize i = 0; i < column->length; i++) {
        g_string_append(text, i > 0 ? "|" : "");
        column_append_cell(column, i, text);
    }
    g_assert_cmpstr(text->str, ==, cells);
}

/* Names, "|" between them; "-" for NULL. */
static inline void
assert_names(const char *const *names, guint n, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "", names[i] != NULL ? names[i] : "-");
    g_assert_cmpstr(text->str, ==, expected);
}

/* Numbers, blanks between them; "-" for NaN. */
static inline void
assert_numbers(const double *values, gsize n, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (gsize i = 0; i < n; i++) {
        g_string_append(text, i > 0 ? " " : "");
        if (isnan(values[i]))
            g_string_append_c(text, '-');
        else
            number_append_exact(text, values[i]);
    }
    g_assert_cmpstr(text->str, ==, expected);
}
