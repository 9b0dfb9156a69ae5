// The public API as a C program uses it.
#include "cartouche.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static const char months[] = "month,total\nJan,3\nFeb,5\nMar,4\n";
static const char coerced[] = "month,total\nJan,3\nFeb,5m\nMar,4\nApr,x\n";

static ct_figure *
figure_of(const char *bytes)
{
    ct_error *error = NULL;
    ct_figure *figure = ct_figure_new("bar", &error);

    g_assert_nonnull(figure);
    g_assert_true(ct_figure_set(figure, "x", "month", &error));
    g_assert_true(ct_figure_set(figure, "y", "total", &error));
    g_assert_true(ct_figure_set_data_bytes(figure, "months.csv", bytes, strlen(bytes), &error));
    g_assert_null(error);
    return figure;
}

static void
assert_error(ct_error *error, ct_error_code code, const char *message)
{
    g_assert_nonnull(error);
    g_assert_cmpint(ct_error_get_code(error), ==, code);
    g_assert_cmpstr(ct_error_message(error), ==, message);
    ct_error_free(error);
}

static void
test_render(void)
{
    ct_figure *figure = figure_of(months);
    const ct_report *report = NULL;
    ct_error *error = NULL;
    void *bytes = NULL;
    size_t length = 0;

    g_assert_true(ct_figure_render(figure, "svg", &bytes, &length, &report, &error));
    g_assert_cmpuint(length, >, 500);
    g_assert_nonnull(g_strstr_len(bytes, (gssize)length, "<svg"));
    g_assert_cmpuint(ct_report_length(report), ==, 0);
    ct_free(bytes);
    g_assert_true(ct_figure_render(figure, "png", &bytes, &length, NULL, &error));
    g_assert_cmpmem(bytes, 8, "\x89PNG\r\n\x1a\n", 8);
    ct_free(bytes);
    ct_figure_free(figure);
}

/* A change after a drawing is seen in the next one. */
static void
test_changed(void)
{
    ct_figure *figure = figure_of(months);
    ct_error *error = NULL;
    void *bytes;
    size_t length;

    g_assert_true(ct_figure_render(figure, "svg", &bytes, &length, NULL, &error));
    g_assert_null(g_strstr_len(bytes, (gssize)length, "Headline"));
    ct_free(bytes);
    g_assert_true(ct_figure_set(figure, "title", "Headline", &error));
    g_assert_true(ct_figure_render(figure, "svg", &bytes, &length, NULL, &error));
    g_assert_nonnull(g_strstr_len(bytes, (gssize)length, "Headline"));
    ct_free(bytes);
    ct_figure_free(figure);
}

static void
test_usage(void)
{
    ct_figure *figure = figure_of(months);
    ct_error *error = NULL;
    void *bytes = NULL;
    size_t length = 1;

    g_assert_null(ct_figure_new("barr", &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE,
                 "no chart \"barr\" (did you mean \"bar\"?)");
    g_assert_null(ct_figure_new("barr", NULL));

    g_assert_false(ct_figure_set(figure, "titel", "T", &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE,
                 "no option \"titel\" (did you mean \"title\", \"total\"?)");
    g_assert_false(ct_figure_set(figure, "gaps", "zero", &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE,
                 "--gaps has no meaning for bar; it serves area, bump, line");
    g_assert_false(ct_figure_set_data(figure, "", &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE, "the name of the data file is empty");

    g_assert_false(ct_figure_render(figure, "gif", &bytes, &length, NULL, &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE,
                 "--format: \"gif\" is not one of svg, png, pdf (did you mean \"pdf\"?)");
    g_assert_null(bytes);
    g_assert_cmpuint(length, ==, 1);
    g_assert_false(ct_figure_write_outputs(figure, &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE, "no output was named");
    ct_figure_free(figure);

    figure = ct_figure_new("bar", NULL);
    g_assert_false(ct_figure_render(figure, "svg", &bytes, &length, NULL, &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE, "the figure has no data");
    ct_figure_free(figure);

    figure = ct_figure_new(NULL, NULL);
    g_assert_false(ct_figure_set(figure, "title", "T", &error));
    g_assert_true(g_str_has_prefix(ct_error_message(error),
                                   "--title has no meaning for inspect; it serves area, bar"));
    ct_error_free(g_steal_pointer(&error));
    g_assert_false(ct_figure_write(figure, "a.svg", &error));
    assert_error(g_steal_pointer(&error), CT_ERROR_USAGE, "the figure has no chart");
    ct_figure_free(figure);
}

static void
test_report(void)
{
    ct_figure *figure = figure_of(coerced);
    const ct_report *report;
    ct_error *error = NULL;
    void *bytes = NULL;
    size_t length;

    /* Two of four are no majority, so the column is said to be one of numbers. */
    g_assert_true(ct_figure_set(figure, "type", "total=number", &error));
    g_assert_true(ct_figure_render(figure, "svg", &bytes, &length, &report, &error));
    ct_free(bytes);
    g_assert_true(report == ct_figure_report(figure));
    g_assert_cmpuint(ct_report_length(report), >=, 1);
    g_assert_cmpint(ct_report_severity(report, 0), ==, CT_WARNING);
    g_assert_cmpstr(ct_report_file(report, 0), ==, "months.csv");
    g_assert_cmpuint(ct_report_line(report, 0), ==, 3);
    g_assert_cmpuint(ct_report_field(report, 0), ==, 2);
    g_assert_cmpuint(ct_report_count(report, 0), ==, 2);
    g_assert_nonnull(strstr(ct_report_text(report, 0), "\"5m\""));

    g_assert_true(ct_figure_set(figure, "strict", "on", &error));
    g_assert_cmpuint(ct_report_length(ct_figure_report(figure)), ==, 0);
    g_assert_false(ct_figure_render(figure, "svg", &bytes, &length, NULL, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_INPUT);
    g_assert_cmpstr(ct_error_file(error), ==, "months.csv");
    g_assert_cmpuint(ct_error_line(error), ==, 3);
    g_assert_cmpuint(ct_error_field(error), ==, 2);
    ct_error_free(error);
    for (unsigned i = 0; i < ct_report_length(ct_figure_report(figure)); i++)
        g_assert_cmpint(ct_report_severity(ct_figure_report(figure), i), !=, CT_WARNING);
    ct_figure_free(figure);
}

static void
test_write(void)
{
    g_autofree char *folder = g_dir_make_tmp("cartouche-api-XXXXXX", NULL);
    g_autofree char *data = g_build_filename(folder, "data.csv", NULL);
    g_autofree char *svg = g_build_filename(folder, "a.svg", NULL);
    g_autofree char *link = g_build_filename(folder, "link.svg", NULL);
    g_autofree char *written = NULL;
    ct_figure *figure = figure_of(months);
    ct_error *error = NULL;

    g_assert_true(g_file_set_contents(data, months, -1, NULL));
    g_assert_true(ct_figure_set_data(figure, data, &error));
    g_assert_true(ct_figure_write(figure, svg, &error));
    g_assert_true(g_file_get_contents(svg, &written, NULL, NULL));
    g_assert_true(g_str_has_prefix(written, "<svg"));

    g_assert_true(g_rename(data, link) == 0);
    g_assert_true(ct_figure_set_data(figure, link, &error));
    g_assert_false(ct_figure_write(figure, link, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
    ct_error_free(error);
    ct_figure_free(figure);
    g_unlink(svg);
    g_unlink(link);
    g_rmdir(folder);
}

static void
test_inspect(void)
{
    ct_figure *figure = ct_figure_new(NULL, NULL);
    ct_error *error = NULL;
    char *text;

    g_assert_true(ct_figure_set(figure, "y", "total", &error));
    g_assert_true(ct_figure_set_data_bytes(figure, "m.csv", months, strlen(months), &error));
    text = ct_figure_inspect(figure, &error);
    g_assert_cmpstr(text, ==,
                    "rows=3\ncolumns=2\n"
                    "column=month\ttype=text\tmissing=0\tvalues=3\n"
                    "column=total\ttype=number\tmissing=0\tmin=3\tmax=5\n"
                    "numcols=1\nn=3\nmin=3\nmax=5\n");
    ct_free(text);
    ct_figure_free(figure);
}

static void
test_lists(void)
{
    for (const char *const *kind = ct_list_kinds(); *kind != NULL; kind++) {
        ct_entry *entries = ct_list(*kind, NULL);

        g_assert_nonnull(entries);
        g_assert_nonnull(entries[0].name);
        for (guint i = 0; entries[i].name != NULL; i++)
            g_assert_cmpstr(entries[i].summary, !=, "");
        ct_free(entries);
    }
    g_assert_null(ct_list("cherries", NULL));
}

/* What is told about charts and options is the same as what they take. */
static void
test_describe(void)
{
    ct_entry *charts = ct_list("charts", NULL);

    for (guint i = 0; charts[i].name != NULL; i++) {
        ct_chart *chart = ct_describe(charts[i].name, NULL);

        g_assert_cmpstr(chart->name, ==, charts[i].name);
        g_assert_nonnull(chart->channels[0].name);
        for (const ct_channel *channel = chart->channels; channel->name != NULL; channel++)
            g_assert_true(ct_option_serves(ct_option_find(channel->name), chart->name));
        ct_free(chart);
    }
    ct_free(charts);
    g_assert_null(ct_describe("barr", NULL));
    g_assert_true(ct_option_find("colour") == ct_option_find("color"));
    g_assert_null(ct_option_find("nothing"));
    g_assert_true(ct_option_find("o")->is_file);
    g_assert_true(ct_option_find("where")->repeats);
    g_assert_false(ct_option_find("strict")->takes_value);
    g_assert_true(ct_option_serves(ct_option_find("delimiter"), NULL));
    g_assert_false(ct_option_serves(ct_option_find("gaps"), "bar"));
    g_assert_false(ct_option_serves(ct_option_find("gaps"), "barr"));
}

static gpointer
draw_in_thread(gpointer data)
{
    ct_figure *figure = figure_of(months);
    void *bytes;
    size_t length;

    (void)data;
    g_assert_true(ct_figure_render(figure, "svg", &bytes, &length, NULL, NULL));
    ct_figure_free(figure);
    return g_bytes_new_with_free_func(bytes, length, ct_free, bytes);
}

static void
test_threads(void)
{
    GThread *threads[4];
    GBytes *drawn[4];

    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("draw", draw_in_thread, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        drawn[i] = g_thread_join(threads[i]);
    for (guint i = 1; i < G_N_ELEMENTS(threads); i++)
        g_assert_true(g_bytes_equal(drawn[0], drawn[i]));
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        g_bytes_unref(drawn[i]);
}

static void
test_small_helpers(void)
{
    static const char *const names[] = { "bar", "line", NULL };
    char *near = ct_suggest("baar", names), *safe = ct_escape("a\nb\xff");

    g_assert_cmpstr(near, ==, " (did you mean \"bar\"?)");
    g_assert_cmpstr(safe, ==, "a\\x0Ab\\xFF");
    ct_free(near);
    ct_free(safe);
    ct_free(NULL);
    ct_error_free(NULL);
    ct_figure_free(NULL);
}

static void
test_lint(void)
{
    ct_figure *figure = figure_of(months);
    ct_error *error = NULL;
    ct_finding *findings = ct_figure_lint(figure, &error);
    unsigned n = 0, sources = 0;

    g_assert_nonnull(findings);
    for (; findings[n].rule != NULL; n++)
        sources += strcmp(findings[n].rule, "source") == 0 && findings[n].severity == CT_WARNING &&
                   strcmp(findings[n].where, "footer") == 0;
    g_assert_cmpuint(sources, ==, 1);
    ct_free(findings);
    g_assert_true(ct_figure_set(figure, "source", "A ministry", &error));
    findings = ct_figure_lint(figure, &error);
    for (sources = n = 0; findings[n].rule != NULL; n++)
        sources += strcmp(findings[n].rule, "source") == 0;
    g_assert_cmpuint(sources, ==, 0);
    ct_free(findings);
    g_assert_true(ct_figure_set(figure, "where", "total > 9", &error));
    g_assert_null(ct_figure_lint(figure, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_INPUT);
    ct_error_free(error);
    ct_figure_free(figure);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/api/renders-bytes", test_render);
    g_test_add_func("/api/sees-a-change-after-a-drawing", test_changed);
    g_test_add_func("/api/names-mistakes", test_usage);
    g_test_add_func("/api/reports-what-was-left-out", test_report);
    g_test_add_func("/api/writes-files-but-never-over-the-input", test_write);
    g_test_add_func("/api/inspects", test_inspect);
    g_test_add_func("/api/lists-what-there-is", test_lists);
    g_test_add_func("/api/describes-charts-and-options", test_describe);
    g_test_add_func("/api/draws-alike-in-parallel", test_threads);
    g_test_add_func("/api/suggests-escapes-and-frees", test_small_helpers);
    g_test_add_func("/api/lint", test_lint);
    return g_test_run();
}
