// Any bytes as the CSV of a small figure, all the way to SVG. The first two bytes choose chart and
// options; the columns are the channels in their order. What is drawn must be a scene that can be
// written and read, and the same the second time; what is refused must say why.
#include "fuzz.h"

#include "backend/svg.h"
#include "charts/charts.h"
#include "plot/option.h"

#include <string.h>

enum {
    USES_COLOR = 1,
    USES_FACET = 2,
    AGGREGATES = 4,
    IS_TINY = 8,
    SWAPS = 16, /* lying bars; for the others a log scale */
    STACK = 32 | 64,
    SAYS_MORE = 128,
};

static void
set_option(Spec *spec, const ChartType *chart, const char *name, const char *value)
{
    const OptionDef *def = option_find(name);

    if (def->charts == NULL || strstr(def->charts, chart->name) != NULL)
        g_assert_true(option_set(spec, def, value, NULL));
}

/* The name of a column as a user would have to quote it. */
static void
set_channel(Spec *spec, const ChartType *chart, const char *channel, const char *function,
            const char *column)
{
    g_auto(GStrv) parts = g_strsplit(column, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    g_autofree char *term = function != NULL ? g_strdup_printf("%s(\"%s\")", function, doubled)
                                             : g_strdup_printf("\"%s\"", doubled);

    set_option(spec, chart, channel, term);
}

static void
set_words(Spec *spec, const ChartType *chart, const char *word)
{
    static const char *const names[] = { "title",   "subtitle", "note",   "source",
                                         "x-label", "y-label",  "y-unit", "highlight" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        set_option(spec, chart, names[i], word);
}

static void
set_options(Spec *spec, const ChartType *chart, guint8 choice, const Table *table)
{
    static const char *const stacks[] = { "auto", "none", "normalize", "center" };
    const char *x = table_column(table, 0)->name, *y = table_column(table, 1)->name;
    gboolean lies = (choice & SWAPS) != 0 && strcmp(chart->name, "bar") == 0;

    set_channel(spec, chart, lies ? "y" : "x", NULL, x);
    set_channel(spec, chart, lies ? "x" : "y", choice & AGGREGATES ? "sum" : NULL, y);
    if ((choice & USES_COLOR) != 0 && table_n_columns(table) > 2)
        set_channel(spec, chart, "color", NULL, table_column(table, 2)->name);
    if ((choice & USES_FACET) != 0 && table_n_columns(table) > 3)
        set_channel(spec, chart, "facet", NULL, table_column(table, 3)->name);
    if ((choice & SWAPS) != 0 && !lies)
        set_option(spec, chart, "y-scale", "log");
    set_option(spec, chart, "stack", stacks[(choice & STACK) / 32]);
    set_option(spec, chart, "width", choice & IS_TINY ? "80" : "300");
    set_option(spec, chart, "height", choice & IS_TINY ? "60" : "200");
    if ((choice & SAYS_MORE) != 0)
        set_words(spec, chart, y);
}

static GBytes *
draw(const ChartType *chart, guint8 choice, const Table *table)
{
    const OutputOptions options = { .scale = 1 };
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Scene) scene = NULL;
    g_autofree char *text = NULL;
    GBytes *svg;

    set_options(spec, chart, choice, table);
    scene = plot_draw(spec, chart, table, measurer, report, NULL, NULL, &error);
    g_assert_true((scene == NULL) == (error != NULL));
    if (scene == NULL) {
        g_assert_true(error->message[0] != '\0' && g_utf8_validate(error->message, -1, NULL));
        return NULL;
    }
    text = scene_to_text(scene);
    g_autoptr(Scene) again = scene_from_text(text, NULL);
    g_assert_nonnull(again);
    svg = svg_write_with(scene, &options, NULL, &error);
    g_assert_no_error(error);
    g_assert_true(
        g_utf8_validate(g_bytes_get_data(svg, NULL), (gssize)g_bytes_get_size(svg), NULL));
    return svg;
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    const CsvOptions options = { .max_rows = 2000, .ragged = RAGGED_PAD };
    g_autoptr(Report) report = report_new();
    g_autoptr(Table) table = NULL;
    guint n_charts = 0;

    while (chart_types[n_charts] != NULL)
        n_charts++;
    if (size < 2)
        return 0;
    table = csv_read_bytes("fuzz.csv", (const char *)data + 2, size - 2, &options, report, NULL);
    if (table == NULL || table_n_columns(table) < 2)
        return 0;

    const ChartType *chart = chart_types[data[0] % n_charts];
    g_autoptr(GBytes) first = draw(chart, data[1], table);
    g_autoptr(GBytes) second = draw(chart, data[1], table);

    g_assert_true((first == NULL) == (second == NULL));
    if (first != NULL)
        g_assert_true(g_bytes_equal(first, second));
    return 0;
}
