// What became of the figures of real runs, on a page and in a picture.
#include "batch/contact_sheet.h"

#include "batch/planned.h"
#include "io/png_text.h"

#include <glib/gstdio.h>

static void
write_file(const char *path, const char *text)
{
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
add_result(G_GNUC_UNUSED guint index, const RunResult *result, gpointer data)
{
    contact_sheet_add(data, result);
}

static void
run(int expected_status)
{
    g_autoptr(Plan) plan = plan_new();
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    g_autoptr(ContactSheet) sheet = NULL;
    g_autoptr(GError) error = NULL;
    RunOptions options = { .keep_former = TRUE, .lint = TRUE };

    figure_give(plan_add(plan, "svg", "a.csv", "out/a.svg"), "title", "Trade & <aid>");
    plan_add(plan, "png", "a.csv", "out/b.png");
    plan_add(plan, "missing", "missing.csv", "out/c.svg");
    g_ptr_array_add(paths, (gpointer) "sheet.html");
    g_ptr_array_add(paths, (gpointer) "sheet.png");
    sheet = contact_sheet_new(paths, plan);
    g_assert_cmpint(batch_run(plan, &options, &(RunWatcher){ .result = add_result, .data = sheet }),
                    ==, expected_status);
    g_assert_true(contact_sheet_write(sheet, "3 figures", &error));
    g_assert_no_error(error);
}

/* Whether the page has the part so many times. */
static void
assert_page(const char *part, guint times)
{
    g_autofree char *text = NULL;
    guint n = 0;

    g_assert_true(g_file_get_contents("sheet.html", &text, NULL, NULL));
    for (const char *p = text; (p = strstr(p, part)) != NULL; p++)
        n++;
    if (n != times)
        g_error("\"%s\" %u times in:\n%s", part, n, text);
}

static void
assert_picture(guint32 *height)
{
    g_autofree char *bytes = NULL;
    gsize length;
    guint32 width;

    g_assert_true(g_file_get_contents("sheet.png", &bytes, &length, NULL));
    g_assert_true(png_size(bytes, length, &width, height));
    g_assert_cmpuint(width, ==, 2 * (2 * 40 + 2 * 420 + 18));
}

static void
test_runs(void)
{
    guint32 height, taller;

    write_file("a.csv", "month,total\nJan,3\nFeb,5\n");
    run(ERROR_INPUT);
    assert_page(">Failed <", 2);
    assert_page(">New <", 2);
    assert_page("Trade &amp; &lt;aid&gt;</h3>", 1);
    assert_page("href=\"out/a.svg\"", 2);
    assert_page("missing.csv: ", 1);
    assert_page("data:image", 0);
    assert_picture(&height);

    run(ERROR_INPUT);
    assert_page(">Unchanged <", 2);
    assert_page(">New <", 0);

    /* Other bytes, the same numbers. */
    write_file("a.csv", "month,total\nJan,3.0\nFeb,5\n");
    run(ERROR_INPUT);
    assert_page(">Drawn again, looks as before <", 2);
    assert_page("data:image", 0);

    write_file("a.csv", "month,total\nJan,3\nFeb,9\n");
    run(ERROR_INPUT);
    assert_page(">Changed <", 2);
    assert_page("data:image/svg+xml;base64,", 1);
    assert_page("data:image/png;base64,", 1);
    assert_picture(&taller);

    /* The figure that was there before is not the one that failed. */
    g_remove("a.csv");
    run(ERROR_INPUT);
    assert_page("<b>3</b>", 1);
    assert_page("out/a.svg", 0);
}

static void
test_names(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(contact_sheet_check("a.HTML", NULL));
    g_assert_true(contact_sheet_check("x/a.png", NULL));
    g_assert_false(contact_sheet_check("a.pdf", &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_autofree char *top = g_dir_make_tmp("cartouche-test-XXXXXX", NULL);
    g_autofree char *command = g_strdup_printf("rm -r '%s'", top);
    int status;

    g_test_init(&argc, &argv, NULL);
    g_assert_cmpint(g_chdir(top), ==, 0);
    g_assert_cmpint(g_mkdir("out", 0755), ==, 0);
    g_test_add_func("/batch/contact_sheet/runs", test_runs);
    g_test_add_func("/batch/contact_sheet/names", test_names);
    status = g_test_run();
    g_assert_cmpint(g_chdir("/"), ==, 0);
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    return status;
}
