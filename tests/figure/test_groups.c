// Groups added up while reading give the same figure, byte by byte, as those of the whole table.
#include "figure/figure.h"

#include <string.h>

#define N_ROWS 150000

static GBytes *
long_table(void)
{
    static const char *const names[] = { "Laos", "Brunei", "Viet Nam", "Thailand" };
    GString *out = g_string_new("country,year,value\n");
    guint64 state = 4;

    for (guint i = 0; i < N_ROWS; i++) {
        state = state * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
        g_string_append_printf(out, "%s,%u,%u.%u\n", names[state >> 33 & 3],
                               2000 + (guint)(state >> 40 & 15), (guint)(state >> 45 & 4095),
                               (guint)(state >> 57) % 10);
    }
    return g_string_free_to_bytes(out);
}

static GBytes *
draw(GBytes *data, const char *chart, const char *y, gboolean whole)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = figure_new(chart, &error);
    GBytes *svg;

    figure_set(figure, "x", "year", &error);
    figure_set(figure, "y", y, &error);
    figure_set(figure, "color", "country", &error);
    figure_set(figure, "metadata", "off", &error);
    /* Nothing is hidden by it, but it is an option that may look at rows. */
    if (whole)
        figure_set(figure, "where", "value > -1", &error);
    figure_set_data_bytes(figure, "t.csv", data, &error);
    svg = figure_render(figure, "svg", &error);
    g_assert_no_error(error);
    return svg;
}

static void
test_same_bytes(void)
{
    static const char *const figures[][2] = {
        { "line", "sum(value)" },
        { "bar", "mean(value)" },
        { "line", "min(value)" },
        { "area", "max(value)" },
    };
    g_autoptr(GBytes) data = long_table();

    for (guint i = 0; i < G_N_ELEMENTS(figures); i++) {
        g_autoptr(GBytes) fewer = draw(data, figures[i][0], figures[i][1], FALSE);
        g_autoptr(GBytes) all = draw(data, figures[i][0], figures[i][1], TRUE);

        g_assert_true(g_bytes_equal(fewer, all));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/groups/same-bytes", test_same_bytes);
    return g_test_run();
}
