// A figure of the rooms: what is refused before anything is read, what it reads, what it says of
// itself.
#include "figure/figure.h"
#include "figure/shown.h"

#include <glib/gstdio.h>
#include <string.h>

static const char months[] = "month,total\nJan,3\nFeb,5\nMar,4\n";

static Figure *
figure_of(const char *data)
{
    g_autoptr(GError) error = NULL;
    Figure *figure = figure_new("bar", &error);

    g_assert_no_error(error);
    g_assert_true(figure_set(figure, "x", "month", &error));
    g_assert_true(figure_set(figure, "y", "total", &error));
    g_assert_true(figure_set_data(figure, data, &error));
    return figure;
}

static void
figure_give(Figure *figure, const char *option, const char *value)
{
    g_autoptr(GError) error = NULL;

    figure_set(figure, option, value, &error);
    g_assert_no_error(error);
}

static void
test_refused(void)
{
    static const struct {
        const char *option, *value, *more, *more_value, *message;
    } cases[] = {
        { NULL, NULL, NULL, NULL, "no output was named" },
        { "output", "a.svgg", NULL, NULL,
          "output \"a.svgg\": its extension is none of .svg, .png, .pdf (did you mean \".svg\"?); "
          "or say --format" },
        { "output", "a.svg", "output", "./a.svg", "output \"./a.svg\" is named twice" },
        { "output", "a.svg", "format", "png",
          "--format png decides nothing here: every output has an extension of its own" },
        { "output", "", NULL, NULL, "the name of an output is empty" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Figure) figure = figure_of("nowhere.csv");
        g_autoptr(GError) error = NULL;

        if (cases[i].option != NULL)
            figure_give(figure, cases[i].option, cases[i].value);
        if (cases[i].more != NULL)
            figure_give(figure, cases[i].more, cases[i].more_value);
        g_assert_false(figure_check_outputs(figure, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
        g_assert_cmpstr(error->message, ==, cases[i].message);
    }
}

static void
test_unknown(void)
{
    g_autoptr(Figure) figure = figure_of("nowhere.csv");
    g_autoptr(GError) error = NULL;

    g_assert_null(figure_new("bat", &error));
    g_assert_cmpstr(error->message, ==,
                    "no chart \"bat\" (did you mean \"bar\", \"box\", \"dot\"?)");
    g_clear_error(&error);
    g_assert_false(figure_set(figure, "donut", "on", &error));
    g_assert_cmpstr(error->message, ==, "--donut has no meaning for bar; it serves pie");
    g_clear_error(&error);
    g_assert_false(figure_set_data(figure, "", &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
}

static void
assert_inputs(const Figure *figure, const char *expected)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);
    g_autofree char *all = NULL;

    g_ptr_array_add(inputs, NULL);
    all = g_strjoinv(" ", (char **)inputs->pdata);
    g_assert_cmpstr(all, ==, expected);
}

/* Every option that names a file, and those whose values may. */
static void
test_inputs(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = figure_new("map", &error);
    g_autofree char *command = NULL;

    figure_set_data(figure, "in/links.csv", &error);
    figure_give(figure, "join", "in/names.csv");
    figure_give(figure, "areas", "in/areas.csv");
    figure_give(figure, "places", "in/places.csv");
    figure_give(figure, "callouts", "in/notes.csv");
    figure_give(figure, "boundaries", "in/borders.json");
    figure_give(figure, "theme", "in/house.ini");
    figure_give(figure, "colors", "Asia=red");
    figure_give(figure, "colors", "@in/colors.csv");
    figure_give(figure, "data-table", "out/table.csv");
    figure_give(figure, "output", "out/a.svg");
    assert_inputs(figure, "in/links.csv in/names.csv in/areas.csv in/places.csv in/notes.csv "
                          "in/borders.json in/house.ini in/colors.csv");
    command = figure_command(figure);
    g_assert_cmpstr(command, ==,
                    "cartouche map links.csv --join=names.csv --areas=areas.csv "
                    "--places=places.csv --callouts=notes.csv --boundaries=borders.json "
                    "--theme=./house.ini --colors=Asia=red --colors=@colors.csv");
}

/* All files of a figure say the same of it, but for the fonts of those with fonts, and shown_read()
 * finds it there. */
static void
test_says(void)
{
    static const char *const names[] = { "a.svg", "b.png", "c.pdf" };
    g_autofree char *folder = g_dir_make_tmp("cartouche-figure-XXXXXX", NULL);
    g_autofree char *data = g_build_filename(folder, "months.csv", NULL);
    g_autofree char *command = NULL, *hash = NULL;
    g_autoptr(Figure) figure = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(data, months, -1, NULL));
    figure = figure_of(data);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);

        figure_give(figure, "output", path);
    }
    figure_write_outputs(figure, &error);
    g_assert_no_error(error);
    command = figure_command(figure);
    hash = figure_hash(figure, &error);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_auto(Shown) shown = { .command = NULL };
        g_autofree char *of_format = NULL;

        g_assert_true(shown_read(path, &shown, &error));
        g_assert_cmpstr(shown.command, ==, command);
        of_format = figure_hash_of_format(figure, output_format_for_path(names[i]), &error);
        g_assert_cmpstr(shown.hash, ==, of_format);
        g_assert_true(g_str_has_prefix(shown.hash, hash));
        g_assert_cmpuint(strlen(shown.hash), ==, i == 0 ? 64 : 80);
        g_assert_no_errno(g_unlink(path));
    }
    g_assert_no_errno(g_unlink(data));
    g_assert_null(figure_hash(figure, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_no_errno(g_rmdir(folder));
}

/* The hash of a drawing is of the bytes that were drawn, whatever the file has now. */
static void
test_hash_of_what_was_drawn(void)
{
    g_autofree char *folder = g_dir_make_tmp("cartouche-figure-XXXXXX", NULL);
    g_autofree char *data = g_build_filename(folder, "months.csv", NULL);
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr(Figure) figure = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(data, months, -1, NULL));
    figure = figure_of(data);
    before = figure_hash(figure, NULL);
    g_assert_true(figure_draw(figure, NULL, &error));
    g_assert_true(g_file_set_contents(data, "month,sales\nMay,1\n", -1, NULL));
    after = figure_hash(figure, NULL);
    g_assert_cmpstr(figure->hash, ==, before);
    g_assert_cmpstr(figure->hash, !=, after);
    g_assert_no_errno(g_unlink(data));
    g_assert_no_errno(g_rmdir(folder));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/figure/refused-before-anything-is-read", test_refused);
    g_test_add_func("/figure/unknown", test_unknown);
    g_test_add_func("/figure/inputs-and-command", test_inputs);
    g_test_add_func("/figure/all-its-files-say-the-same", test_says);
    g_test_add_func("/figure/hash-of-what-was-drawn", test_hash_of_what_was_drawn);
    return g_test_run();
}
