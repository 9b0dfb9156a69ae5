// Plans drawn by several threads: in order, whatever fails, and only what has to be.
#include "planned.h"

#define MONTHS "month,total\nJan,3\nFeb,5\nMar,4\n"

#define TEST(path, function) \
    g_test_add(path, Folder, NULL, folder_set_up, function, folder_tear_down)

static const RunOptions usual = { .jobs = 2 };

static void
test_order(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    g_autofree char *one = NULL, *many = NULL;

    (void)folder, (void)data;
    folder_write("good.csv", MONTHS);
    folder_write("odd.csv", "month,total\nJan,3\nFeb,x\nMar,4\n");
    for (guint i = 0; i < 24; i++) {
        g_autofree char *name = g_strdup_printf("f%02u", i), *out = g_strconcat(name, ".svg", NULL);

        plan_add(plan, name, i % 5 == 3 ? "none.csv" : i % 3 == 0 ? "odd.csv" : "good.csv", out);
    }
    one = run_text(plan, (RunOptions){ .jobs = 1, .force = TRUE }, ERROR_INPUT);
    many = run_text(plan, (RunOptions){ .jobs = 8, .force = TRUE }, ERROR_INPUT);
    g_assert_cmpstr(one, ==, many);
    g_assert_true(g_str_has_prefix(
        one, "f00: drawn (--force)\n"
             "  \"x\" in column \"total\" is not a number (2 of 3 are); 1 cell left out\n"
             "  1 of 3 places have no value; they stay empty and are named in the note\n"
             "f01: drawn (--force)\nf02: drawn (--force)\nf03: failed\n"
             "  error: the file cannot be opened: No such file or directory\n"));
}

/* Each reason to draw a figure, in its words. */
static void
test_why(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    Figure *figure = plan_add(plan, "a", "a.csv", "a.svg");
    char *bytes, *again;

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    figure_give(figure, "output", "a.png");
    assert_run(plan, (RunOptions){ .dry_run = TRUE }, 0, "a: would draw (a.svg is not there)\n");
    assert_run(plan, usual, 0, "a: drawn (a.svg is not there)\n");
    assert_run(plan, usual, 0, "a: unchanged\n");
    assert_run(plan, (RunOptions){ .dry_run = TRUE }, 0, "a: unchanged\n");
    assert_run(plan, (RunOptions){ .force = TRUE }, 0, "a: drawn (--force)\n");
    g_remove("a.png");
    assert_run(plan, usual, 0, "a: drawn (a.png is not there)\n");
    folder_write("a.csv", MONTHS "Apr,1\n");
    assert_run(plan, usual, 0, "a: drawn (a.csv or the program changed since a.svg was drawn)\n");
    figure_give(figure, "title", "T");
    assert_run(plan, usual, 0, "a: drawn (a.svg was drawn with other options)\n");
    folder_write("a.svg", "<svg/>");
    assert_run(plan, usual, 0, "a: drawn (a.svg does not say what it was drawn from)\n");
    g_assert_true(g_file_get_contents("a.svg", &bytes, NULL, NULL));
    folder_write("a.png", bytes);
    g_free(bytes);
    assert_run(plan, usual, 0, "a: drawn (a.png does not say what it was drawn from)\n");
    figure_give(figure, "data-table", "t.csv");
    assert_run(plan, usual, 0, "a: drawn (t.csv is not there)\n");
    assert_run(plan, usual, 0, "a: unchanged\n");
    g_assert_true(g_file_get_contents("t.csv", &bytes, NULL, NULL));
    folder_write("t.csv", "edited\n");
    assert_run(plan, (RunOptions){ .dry_run = TRUE }, 0,
               "a: would draw (t.csv is not what was written)\n");
    assert_run(plan, usual, 0, "a: drawn (t.csv is not what was written)\n");
    g_assert_true(g_file_get_contents("t.csv", &again, NULL, NULL));
    g_assert_cmpstr(again, ==, bytes);
    g_free(bytes);
    g_free(again);
    assert_run(plan, usual, 0, "a: unchanged\n");
    g_remove("a.csv");
    assert_run(plan, (RunOptions){ .dry_run = TRUE }, 0, "a: would draw (a.csv cannot be read)\n");
    assert_run(plan, usual, ERROR_INPUT,
               "a: failed\n  error: the file cannot be opened: No such file or directory\n");
}

static void
test_why_always(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    Figure *silent = plan_add(plan, "silent", "a.csv", "a.svg");
    Figure *table = plan_add(plan, "table", "a.csv", NULL);

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    figure_give(silent, "metadata", "off");
    figure_give(table, "data-table", "t.csv");
    for (guint i = 0; i < 2; i++)
        assert_run(plan, usual, 0,
                   "silent: drawn (without --metadata it does not say what it was drawn from)\n"
                   "table: drawn (a table does not say what it was made from)\n");
}

/* What is unchanged passes its tests again, and its files stay. */
static void
test_strict(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    Figure *figure = plan_add(plan, "a", "a.csv", "a.svg");

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS "Apr,x\n");
    assert_run(plan, usual, 0,
               "a: drawn (a.svg is not there)\n"
               "  \"x\" in column \"total\" is not a number (3 of 4 are); 1 cell left out\n"
               "  1 of 4 places have no value; they stay empty and are named in the note\n");
    assert_run(plan, usual, 0, "a: unchanged\n");
    figure_give(figure, "strict", "on");
    assert_run(plan, usual, ERROR_INPUT,
               "a: failed\n"
               "  1 of 4 places have no value; they stay empty and are named in the note\n"
               "  error: \"x\" in column \"total\" is not a number (3 of 4 are); 1 cell "
               "left out\n");
    g_assert_true(g_file_test("a.svg", G_FILE_TEST_EXISTS));
}

static void
note_findings(guint index, const RunResult *result, gpointer data)
{
    (void)index;
    *(gboolean *)data = result->findings != NULL;
}

static void
test_lint(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    gboolean linted = TRUE;
    const RunWatcher watcher = { .result = note_findings, .data = &linted };

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    plan_add(plan, "a", "a.csv", "a.svg");
    g_assert_cmpint(batch_run(plan, &usual, &watcher), ==, 0);
    g_assert_false(linted);
    g_assert_cmpint(batch_run(plan, &(RunOptions){ .lint = TRUE }, &watcher), ==, 0);
    g_assert_true(linted);
}

/* The status that weighs most, in whatever order they come. */
static void
test_status(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    Figure *limited;

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    plan_add(plan, "column", "b.csv", "b.svg");
    folder_write("b.csv", "month,sum\nJan,1\n");
    assert_run(plan, usual, ERROR_INPUT,
               "column: failed\n  error: --y: no column \"total\" in b.csv\n");
    limited = plan_add(plan, "limit", "a.csv", "limit.svg");
    figure_give(limited, "max-rows", "2");
    g_free(run_text(plan, usual, ERROR_LIMIT));
    plan_add(plan, "folder", "a.csv", "none/a.svg");
    {
        g_autofree char *text = run_text(plan, usual, ERROR_OUTPUT);

        g_assert_true(g_str_has_suffix(text, "folder: failed\n  error: cannot write "
                                             "\"none/a.svg\": there is no folder \"none\"; --mkdir "
                                             "makes it\n"));
    }
    plan_add(plan, "last", "b.csv", "last.svg");
    g_free(run_text(plan, usual, ERROR_OUTPUT));
}

static void
test_fail_fast(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    const RunOptions fast = { .jobs = 1, .fail_fast = TRUE };

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    plan_add(plan, "a", "a.csv", "a.svg");
    plan_add(plan, "b", "none.csv", "b.svg");
    plan_add(plan, "c", "a.csv", "c.svg");
    assert_run(plan, fast, ERROR_INPUT,
               "a: drawn (a.svg is not there)\nb: failed\n"
               "  error: the file cannot be opened: No such file or directory\nc: skipped\n");
    g_assert_false(g_file_test("c.svg", G_FILE_TEST_EXISTS));
}

static void
keep_former(guint index, const RunResult *result, gpointer data)
{
    GPtrArray **former = data;

    (void)index;
    *former = result->former != NULL ? g_ptr_array_ref(result->former) : NULL;
}

static void
test_former(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    Figure *figure = plan_add(plan, "a", "a.csv", "a.svg");
    GPtrArray *former = NULL;
    const RunWatcher watcher = { .result = keep_former, .data = &former };
    const RunOptions options = { .keep_former = TRUE };
    g_autofree char *before = NULL;
    gsize length;

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    g_assert_cmpint(batch_run(plan, &options, &watcher), ==, 0);
    g_assert_cmpuint(former->len, ==, 1);
    g_assert_null(former->pdata[0]);
    g_ptr_array_unref(former);
    g_assert_true(g_file_get_contents("a.svg", &before, &length, NULL));
    g_assert_cmpint(batch_run(plan, &options, &watcher), ==, 0);
    g_assert_null(former);
    figure_give(figure, "title", "T");
    g_assert_cmpint(batch_run(plan, &options, &watcher), ==, 0);
    g_assert_cmpmem(g_bytes_get_data(former->pdata[0], NULL), g_bytes_get_size(former->pdata[0]),
                    before, length);
    g_ptr_array_unref(former);
}

/* A batch gives the bytes that a figure alone gives, also where all read the same files. */
static void
test_same_bytes(Folder *folder, gconstpointer data)
{
    static const char *const charts[] = { "bar", "line", "area", "dot" };
    g_autoptr(Plan) plan = plan_new();

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS "Apr,x\n");
    folder_write("names.csv", "month,kind\nJan,cold\nFeb,cold\nMar,warm\nApr,warm\n");
    for (guint i = 0; i < 12; i++) {
        g_autofree char *out = g_strdup_printf("batch%02u.svg", i);
        Figure *figure = plan_add(plan, out, "a.csv", out);

        figure->chart = figure_chart_find(charts[i % 4], NULL);
        figure_give(figure, "join", "names.csv");
        figure_give(figure, "on", "month");
        figure_give(figure, "where", i < 6 ? "kind = \"cold\"" : "kind = \"warm\"");
    }
    g_free(run_text(plan, (RunOptions){ .jobs = 6 }, 0));
    for (guint i = 0; i < 12; i++) {
        g_autofree char *out = g_strdup_printf("batch%02u.svg", i);
        const PlannedFigure *planned = plan->figures->pdata[i];
        g_autofree char *bytes = NULL;
        g_autoptr(GBytes) alone = figure_render(planned->figure, "svg", NULL);
        gsize length;

        g_assert_true(g_file_get_contents(out, &bytes, &length, NULL));
        g_assert_cmpmem(bytes, length, g_bytes_get_data(alone, NULL), g_bytes_get_size(alone));
    }
}

/* Only temporaries, and only those that nobody holds. */
static void
test_litter(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();

    (void)folder, (void)data;
    folder_write("a.csv", MONTHS);
    folder_write("out/.old.svg.0.cartouche-tmp", "half");
    folder_write("out/mine.cartouche-tmp", "mine");
    folder_write(".beside.svg.0.cartouche-tmp", "half");
    plan_add(plan, "a", "a.csv", "out/a.svg");
    g_free(run_text(plan, (RunOptions){ .dry_run = TRUE }, 0));
    g_assert_true(g_file_test("out/.old.svg.0.cartouche-tmp", G_FILE_TEST_EXISTS));
    g_free(run_text(plan, usual, 0));
    g_assert_false(g_file_test("out/.old.svg.0.cartouche-tmp", G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test("out/mine.cartouche-tmp", G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(".beside.svg.0.cartouche-tmp", G_FILE_TEST_EXISTS));
}

/* The planning of a split reads the data, and its figures share that reading: what they say of
 * themselves is of the bytes as they were then. */
static void
test_split(Folder *folder, gconstpointer data)
{
    g_autoptr(GPtrArray) manifests = g_ptr_array_new(), errors = errors_new();
    g_autoptr(GArray) flags = g_array_new(FALSE, FALSE, sizeof(PlanFlag));
    const PlanRequest request = { .manifests = manifests, .flags = flags };

    (void)folder, (void)data;
    folder_write("a.csv", "month,total,kind\nJan,3,x\nFeb,4,y\n");
    folder_write("f.ini", "[f]\nchart = bar\nx = month\ny = total\ndata = a.csv\nsplit-by = kind\n"
                          "output = {kind}.svg\n");
    g_ptr_array_add(manifests, "f.ini");
    for (guint i = 0; i < 3; i++) {
        g_autoptr(Plan) plan = plan_make(&request, errors);

        g_assert_cmpuint(errors->len, ==, 0);
        if (i == 0)
            folder_write("a.csv", "month,total,kind\nJan,5,x\nFeb,6,y\n");
        assert_run(plan, usual, 0,
                   i == 0   ? "f-x: drawn (x.svg is not there)\nf-y: drawn (y.svg is not there)\n"
                   : i == 1 ? "f-x: drawn (a.csv or the program changed since x.svg was drawn)\n"
                              "f-y: drawn (a.csv or the program changed since y.svg was drawn)\n"
                            : "f-x: unchanged\nf-y: unchanged\n");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST("/run/in-order-whatever-the-threads", test_order);
    TEST("/run/why", test_why);
    TEST("/run/why-always", test_why_always);
    TEST("/run/strict-tests-what-is-unchanged", test_strict);
    TEST("/run/lint", test_lint);
    TEST("/run/status", test_status);
    TEST("/run/fail-fast", test_fail_fast);
    TEST("/run/former", test_former);
    TEST("/run/bytes-of-one-alone", test_same_bytes);
    TEST("/run/split-shares-its-reading", test_split);
    TEST("/run/litter", test_litter);
    return g_test_run();
}
