// A line of a long table, read without the rows that cannot be seen and with all of them: but for
// the points of the line itself both figures are the same, words and all.
#include "figure/figure.h"

#include <string.h>

#define N_ROWS 400000

static GBytes *
long_table(gboolean whole)
{
    GString *out = g_string_new("t,speed_kmh\n");
    guint64 state = 11;

    for (guint i = 0; i < N_ROWS; i++) {
        state = state * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
        g_string_append_printf(out, "%u,%u%s\n", 1000 + i, 1100 + (guint)(state >> 56) / 4 * 4,
                               !whole && i == 290000 ? ".25" : "");
    }
    return g_string_free_to_bytes(out);
}

static char **
svg_lines(GBytes *data, const char *option, const char *value, const char *more)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = figure_new("line", &error);
    g_autoptr(GBytes) svg = NULL;
    g_autofree char *text = NULL;

    figure_set(figure, "x", "t", &error);
    figure_set(figure, "y", "speed_kmh", &error);
    figure_set(figure, "metadata", "off", &error);
    figure_set(figure, "title", more, &error);
    if (option != NULL)
        figure_set(figure, option, value, &error);
    figure_set_data_bytes(figure, "t.csv", data, &error);
    svg = figure_render(figure, "svg", &error);
    g_assert_no_error(error);
    text = g_strndup(g_bytes_get_data(svg, NULL), g_bytes_get_size(svg));
    return g_strsplit(text, "\n", -1);
}

/* Without the paths of the line, and how many there were. */
static GPtrArray *
other_lines(char **lines, guint *ret_paths)
{
    GPtrArray *others = g_ptr_array_new();

    *ret_paths = 0;
    for (guint i = 0; lines[i] != NULL; i++)
        if (strstr(lines[i], "stroke-linejoin=\"round\"") != NULL)
            ++*ret_paths;
        else
            g_ptr_array_add(others, lines[i]);
    return others;
}

static void
assert_alike(gboolean whole)
{
    g_autoptr(GBytes) data = long_table(whole);
    g_auto(GStrv) thin = svg_lines(data, NULL, NULL, "Speed");
    g_auto(GStrv) all = svg_lines(data, "gaps", "break", "Speed");
    guint n_thin, n_all;
    g_autoptr(GPtrArray) thin_others = other_lines(thin, &n_thin);
    g_autoptr(GPtrArray) all_others = other_lines(all, &n_all);

    g_assert_cmpuint(n_thin, >, 0);
    g_assert_cmpuint(n_all, >, 0);
    g_assert_cmpuint(thin_others->len, ==, all_others->len);
    for (guint i = 0; i < all_others->len; i++)
        g_assert_cmpstr(thin_others->pdata[i], ==, all_others->pdata[i]);
}

static void
test_same_words(void)
{
    assert_alike(TRUE);
    assert_alike(FALSE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/thin/same-words", test_same_words);
    return g_test_run();
}
