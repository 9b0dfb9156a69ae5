// Reports of runs, and of shards as one.
#include "planned.h"

#include "batch/report_json.h"

#define TEST(path, function) \
    g_test_add(path, Folder, NULL, folder_set_up, function, folder_tear_down)

static void
add_result(guint index, const RunResult *result, gpointer data)
{
    RunResult timeless = *result;

    (void)index;
    timeless.seconds = 0.25;
    report_json_add(data, &timeless);
}

/* Runs it and writes its report. */
static void
run_report(const Plan *plan, const char *file)
{
    g_autoptr(ReportJson) json = report_json_new();
    const RunWatcher watcher = { .result = add_result, .data = json };
    g_autoptr(GBytes) bytes = NULL;

    batch_run(plan, &(RunOptions){ .jobs = 2 }, &watcher);
    bytes = report_json_end(json);
    g_assert_true(g_file_set_contents(file, g_bytes_get_data(bytes, NULL),
                                      (gssize)g_bytes_get_size(bytes), NULL));
}

static const char expected[] =
    "{\n\"cartouche\": \"report\",\n\"figures\": [\n"
    "{\"name\": \"a \\\"b\\\"\", \"file\": \"figures.ini\", \"line\": 1, \"state\": \"drawn\", "
    "\"seconds\": 0.250,\n \"why\": \"a.svg is not there\", \"outputs\": [\"a.svg\", \"b.svg\"], "
    "\"table\": null,\n \"messages\": [{\"severity\": \"warning\", \"file\": \"a.csv\", \"line\": "
    "3, \"field\": 2, \"count\": 1, \"text\": \"\\\"x\\\" in column \\\"total\\\" is not a number "
    "(2 of 3 are); 1 cell left out\"}, {\"severity\": \"warning\", \"file\": \"a.csv\", \"line\": "
    "3, "
    "\"field\": 2, \"count\": 1, \"text\": \"1 of 3 places have no value; they stay empty and are "
    "named in the note\"}],\n \"findings\": []},\n"
    "{\"name\": \"none\", \"file\": \"figures.ini\", \"line\": 11, \"state\": \"failed\", "
    "\"seconds\": 0.250,\n \"why\": null, \"outputs\": [\"c.svg\"], \"table\": \"t.csv\",\n "
    "\"messages\": [{\"severity\": \"error\", \"file\": \"none.csv\", \"line\": 0, \"field\": 0, "
    "\"count\": 1, \"text\": \"the file cannot be opened: No such file or directory\"}],\n "
    "\"findings\": []}\n],\n\"totals\": {\"figures\": 2, \"drawn\": 1, \"unchanged\": 0, "
    "\"failed\": 1, \"skipped\": 0, \"would draw\": 0}\n}\n";

static void
test_report(Folder *folder, gconstpointer data)
{
    g_autoptr(Plan) plan = plan_new();
    g_autofree char *text = NULL;

    (void)folder, (void)data;
    folder_write("a.csv", "month,total\nJan,3\nFeb,x\nMar,4\n");
    figure_give(plan_add(plan, "a \"b\"", "a.csv", "a.svg"), "output", "b.svg");
    figure_give(plan_add(plan, "none", "none.csv", "c.svg"), "data-table", "t.csv");
    run_report(plan, "report.json");
    g_assert_true(g_file_get_contents("report.json", &text, NULL, NULL));
    g_assert_cmpstr(text, ==, expected);
}

#define HEAD "{\"cartouche\": \"report\", \"figures\": ["
#define A \
    "{\"name\": \"a\", \"file\": \"f.ini\", \"line\": 9, \"state\": \"drawn\", \"seconds\": 1}"
#define A_SLOWER \
    "{\"name\": \"a\", \"file\": \"f.ini\", \"line\": 9, \"state\": \"drawn\", \"seconds\": 2}"
#define A_FAILED \
    "{\"name\": \"a\", \"file\": \"f.ini\", \"line\": 9, \"state\": \"failed\", \"seconds\": 1}"
#define B                                                                             \
    "{\"seconds\": 1, \"name\": \"b\", \"file\": \"f.ini\", \"line\": 2, \"state\": " \
    "\"unchanged\", \"new\": [{}]}"
#define C "{\"name\": \"c\", \"file\": null, \"line\": 0, \"state\": \"skipped\"}"

static char *
merge(const char *one, const char *two, GError **error)
{
    static const char *const files[] = { "1.json", "2.json" };
    g_autoptr(GBytes) bytes = NULL;

    folder_write("1.json", one);
    folder_write("2.json", two);
    bytes = report_json_merge(files, 2, error);
    return bytes == NULL ? NULL : g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static void
test_merge(Folder *folder, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL, *same = NULL;

    (void)folder, (void)data;
    text = merge(HEAD A "," C "]}", HEAD B "," A_SLOWER "], \"totals\": {\"figures\": 2}}", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(text, ==,
                    "{\n\"cartouche\": \"report\",\n\"figures\": [\n" C ",\n" B ",\n" A
                    "\n],\n\"totals\": {\"figures\": 3, \"drawn\": 1, \"unchanged\": 1, "
                    "\"failed\": 0, \"skipped\": 1, \"would draw\": 0}\n}\n");
    same = merge(text, HEAD "]}", &error);
    g_assert_cmpstr(same, ==, text);
}

static void
test_refused(Folder *folder, gconstpointer data)
{
    static const char no_report[] =
        "this is no report of a batch (cartouche batch --report writes one)";
    static const struct {
        const char *two, *message;
    } cases[] = {
        { HEAD A_FAILED "]}", "it says other things of the figure \"a\" than 1.json" },
        { "[]", no_report },
        { "{\"figures\": []}", no_report },
        { "{\"cartouche\": \"report\"}", no_report },
        { HEAD "1]}", no_report },
        { HEAD "{\"name\": \"a\"}]}", no_report },
        { HEAD "{\"name\": \"a\", \"state\": \"lost\"}]}", no_report },
    };

    (void)folder, (void)data;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_null(merge(HEAD A "]}", cases[i].two, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_cmpstr(error->message, ==, cases[i].message);
        g_assert_cmpstr(error_where(error).file, ==, "2.json");
    }
    {
        g_autoptr(GError) error = NULL;

        g_assert_null(merge(HEAD A "]}", HEAD A "]", &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST("/report-json/of-a-run", test_report);
    TEST("/report-json/merged", test_merge);
    TEST("/report-json/refused", test_refused);
    return g_test_run();
}
