// Many figures, as a C program draws them.
#include "cartouche.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder, *manifest;
} Fixture;

static void
set_up(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *csv = NULL;

    f->folder = g_dir_make_tmp("cartouche-api-XXXXXX", NULL);
    f->manifest = g_build_filename(f->folder, "f.ini", NULL);
    csv = g_build_filename(f->folder, "t.csv", NULL);
    g_assert_true(g_file_set_contents(csv, "month,who,total\nJan,a,3\nFeb,a,5\nJan,b,4\nFeb,b,1\n",
                                      -1, NULL));
}

static void
tear_down(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    const char *const names[] = { "f.ini", "t.csv", "a.svg", "b.svg", "r.json", "sheet.html" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(f->folder, names[i], NULL);

        g_remove(path);
    }
    g_assert_cmpint(g_rmdir(f->folder), ==, 0);
    g_free(f->manifest);
    g_free(f->folder);
}

static ct_batch *
batch_of(const Fixture *f, const char *manifest)
{
    ct_batch *batch = ct_batch_new();

    g_assert_true(g_file_set_contents(f->manifest, manifest, -1, NULL));
    ct_batch_add_manifest(batch, f->manifest);
    return batch;
}

/* Names and states in the order in which they are told. */
static void
note_result(unsigned index, const ct_result *result, void *data)
{
    g_string_append_printf(data, "%u %s %d%s;", index, result->name, result->state,
                           result->error != NULL ? "!" : "");
    g_assert_nonnull(result->report);
    g_assert_null(result->findings);
}

#define SPLIT "[x]\nchart=bar\ndata=t.csv\nx=month\ny=total\nsplit-by=who\noutput={who}.svg\n"

static void
test_a_batch_is_planned_and_run(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ct_batch *batch =
        batch_of(f, SPLIT "[bad]\nchart=bar\ndata=none.csv\nx=a\ny=b\noutput=c.svg\n");
    g_autofree char *report = g_build_filename(f->folder, "r.json", NULL);
    g_autoptr(GString) told = g_string_new(NULL);
    ct_watcher watcher = { NULL, note_result, told };
    ct_error *error = NULL;
    const char **files;

    g_assert_true(ct_batch_set(batch, "report", report, &error));
    g_assert_true(ct_batch_set(batch, "lang", "de", &error));
    g_assert_true(ct_batch_plan(batch, &error));
    g_assert_cmpuint(ct_batch_length(batch), ==, 3);
    g_assert_cmpuint(ct_report_length(ct_batch_report(batch)), ==, 0);
    g_assert_nonnull(ct_batch_figure(batch, 2));
    files = ct_batch_files(batch);
    g_assert_cmpuint(g_strv_length((char **)files), ==, 3);
    g_assert_cmpstr(files[0], ==, f->manifest);
    ct_free(files);

    g_assert_cmpint(ct_batch_run(batch, &watcher, &error), ==, CT_ERROR_INPUT);
    g_assert_null(error);
    g_assert_cmpstr(told->str, ==, "0 x-a 0;1 x-b 0;2 bad 2!;");
    g_assert_cmpuint(ct_batch_count(batch, CT_DRAWN), ==, 2);
    g_assert_cmpuint(ct_batch_count(batch, CT_FAILED), ==, 1);
    g_assert_true(g_file_test(report, G_FILE_TEST_EXISTS));

    /* Planned and run again, nothing has changed. */
    g_string_truncate(told, 0);
    g_assert_true(ct_batch_plan(batch, &error));
    g_assert_cmpint(ct_batch_run(batch, &watcher, &error), ==, CT_ERROR_INPUT);
    g_assert_cmpstr(told->str, ==, "0 x-a 1;1 x-b 1;2 bad 2!;");
    ct_batch_free(batch);
}

static void
test_mistakes_stand_in_the_report(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ct_batch *one = batch_of(f, SPLIT "widht=3\n"), *two;
    ct_error *error = NULL;

    g_assert_false(ct_batch_plan(one, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
    g_assert_cmpuint(ct_error_line(error), ==, 8);
    g_clear_pointer(&error, ct_error_free);
    g_assert_cmpuint(ct_report_length(ct_batch_report(one)), ==, 0);

    two = batch_of(f, SPLIT "widht=3\ntitel=x\n");
    g_assert_false(ct_batch_plan(two, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
    g_assert_cmpstr(ct_error_message(error), ==, "2 mistakes; nothing was drawn");
    g_clear_pointer(&error, ct_error_free);
    g_assert_cmpuint(ct_report_length(ct_batch_report(two)), ==, 2);
    g_assert_cmpint(ct_report_severity(ct_batch_report(two), 1), ==, CT_ERROR);
    ct_batch_free(one);
    ct_batch_free(two);
}

static void
test_figures_of_files(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ct_batch *batch = ct_batch_new();
    g_autofree char *csv = g_build_filename(f->folder, "t.csv", NULL);
    g_autofree char *output = g_build_filename(f->folder, "{who}.svg", NULL);
    const char *const list[] = { csv, NULL };
    ct_error *error = NULL;

    ct_batch_add_figures(batch, "bar", list);
    g_assert_true(ct_batch_set(batch, "x", "month", &error));
    g_assert_true(ct_batch_set(batch, "y", "total", &error));
    g_assert_true(ct_batch_set(batch, "split-by", "who", &error));
    g_assert_true(ct_batch_set(batch, "output", output, &error));
    g_assert_true(ct_batch_plan(batch, &error));
    g_assert_cmpint(ct_batch_run(batch, NULL, &error), ==, 0);
    g_assert_cmpuint(ct_batch_count(batch, CT_DRAWN), ==, 2);
    ct_batch_free(batch);
}

static void
test_options_are_checked(G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    const char *const bad[][2] = { { "jbos", "1" }, { "jobs", "0" }, { "force", "maybe" } };
    ct_figure *figure = ct_figure_new("bar", NULL);
    ct_batch *batch = ct_batch_new();
    ct_error *error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_assert_false(ct_batch_set(batch, bad[i][0], bad[i][1], &error));
        g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
        g_clear_pointer(&error, ct_error_free);
    }
    /* One figure knows nothing of many. */
    g_assert_false(ct_figure_set(figure, "jobs", "2", &error));
    g_assert_cmpstr(ct_error_message(error), ==, "--jobs is of many figures, not of one");
    ct_error_free(error);
    ct_figure_free(figure);
    ct_batch_free(batch);
}

#define ADD(name, function) g_test_add("/batch/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("is-planned-and-run", test_a_batch_is_planned_and_run);
    ADD("mistakes-stand-in-the-report", test_mistakes_stand_in_the_report);
    ADD("figures-of-files", test_figures_of_files);
    ADD("options-are-checked", test_options_are_checked);
    return g_test_run();
}
