// Only figures that Cartouche drew, that no group owns, in the folders of outputs.
#include "batch/prune.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define OURS "<svg data-command=\"cartouche bar a.csv\" data-hash=\"1\"></svg>"

static void
write_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static Plan *
plan_of(const char *manifest)
{
    g_autoptr(GPtrArray) manifests = g_ptr_array_new();
    g_autoptr(GPtrArray) errors = g_ptr_array_new_with_free_func((GDestroyNotify)g_error_free);
    g_autoptr(GArray) flags = g_array_new(FALSE, FALSE, sizeof(PlanFlag));
    PlanRequest request = { .manifests = manifests, .flags = flags };
    Plan *plan;

    write_file(".", "figures.ini", manifest);
    g_ptr_array_add(manifests, (gpointer) "figures.ini");
    plan = plan_make(&request, errors);
    g_assert_cmpuint(errors->len, ==, 0);
    return plan;
}

static void
assert_list(const char *manifest, const char *expected)
{
    g_autoptr(Plan) plan = plan_of(manifest);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = prune_list(plan, &error);
    g_autofree char *text = NULL;

    g_assert_no_error(error);
    g_ptr_array_add(list, NULL);
    text = g_strjoinv(" ", (char **)list->pdata);
    g_assert_cmpstr(text, ==, expected);
}

#define GROUP(name, output) "[" name "]\nchart=bar\ndata=a.csv\nx=a\ny=b\noutput=" output "\n"

static void
test_list(void)
{
    const char *two = GROUP("a", "out/a.svg\noutput=out/../out/b.svg") GROUP("c", "missing/c.svg");

    g_assert_cmpint(g_mkdir("out", 0755), ==, 0);
    g_assert_cmpint(g_mkdir("elsewhere", 0755), ==, 0);
    write_file("out", "a.svg", OURS);
    write_file("out", "b.svg", OURS);
    assert_list(two, "");
    write_file("out", "old.svg", OURS);
    write_file("out", "also old.SVG", OURS);
    write_file("out", "theirs.svg", "<svg></svg>");
    write_file("out", "notes.txt", OURS);
    write_file("out", "old.png", "no picture");
    write_file("elsewhere", "other.svg", OURS);
    write_file(".", "top.svg", OURS);
    g_assert_cmpint(symlink("a.svg", "out/link.svg"), ==, 0);
    assert_list(two, "out/also old.SVG out/old.svg");
    assert_list(GROUP("a", "out/a.svg") GROUP("d", "d.svg"),
                "out/also old.SVG out/b.svg out/old.svg top.svg");
}

/* What a group would own is not known: nothing is listed. */
static void
test_unknown(void)
{
    g_autoptr(Plan) plan =
        plan_of("[trade]\nchart=bar\ndata=none.csv\nx=a\ny=b\nsplit-by=c\noutput=out/{c}.svg\n");
    g_autoptr(GError) error = NULL;

    g_assert_null(prune_list(plan, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_true(g_str_has_suffix(error->message, "so it is not known which files [trade] owns"));
}

int
main(int argc, char **argv)
{
    g_autofree char *top = g_dir_make_tmp("cartouche-test-XXXXXX", NULL);
    g_autofree char *command = g_strdup_printf("rm -r '%s'", top);
    int status;

    g_test_init(&argc, &argv, NULL);
    g_assert_cmpint(g_chdir(top), ==, 0);
    g_test_add_func("/batch/prune/list", test_list);
    g_test_add_func("/batch/prune/unknown", test_unknown);
    status = g_test_run();
    g_assert_cmpint(g_chdir("/"), ==, 0);
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    return status;
}
