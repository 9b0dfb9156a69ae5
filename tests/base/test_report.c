#include "base/report.h"

static void
test_entries_keep_their_order(void)
{
    g_autoptr(Report) report = report_new();
    char file[] = "a.csv";
    const ReportEntry *entry;

    report_add(report, SEVERITY_WARNING, (Where){ file, 12, 3 }, 20, "%d cells left out", 20);
    report_add(report, SEVERITY_NOTE, WHERE_NONE, 1, "drawn");
    file[0] = 'X';

    g_assert_cmpuint(report_length(report), ==, 2);
    entry = report_entry(report, 0);
    g_assert_cmpint(entry->severity, ==, SEVERITY_WARNING);
    g_assert_cmpstr(entry->file, ==, "a.csv");
    g_assert_cmpuint(entry->line, ==, 12);
    g_assert_cmpuint(entry->field, ==, 3);
    g_assert_cmpuint(entry->count, ==, 20);
    g_assert_cmpstr(entry->text, ==, "20 cells left out");
    g_assert_null(report_entry(report, 1)->file);
}

static void
test_entries_are_counted_by_severity(void)
{
    g_autoptr(Report) report = report_new();

    g_assert_cmpuint(report_count(report, SEVERITY_NOTE), ==, 0);
    for (guint i = 0; i < 5; i++)
        report_add(report, i < 2 ? SEVERITY_ERROR : SEVERITY_NOTE, WHERE_NONE, 9, "x");
    g_assert_cmpuint(report_count(report, SEVERITY_ERROR), ==, 2);
    g_assert_cmpuint(report_count(report, SEVERITY_WARNING), ==, 0);
    g_assert_cmpuint(report_count(report, SEVERITY_NOTE), ==, 3);
}

static void
test_remarks_to_nobody_are_dropped(void)
{
    report_add(NULL, SEVERITY_ERROR, WHERE_NONE, 1, "nobody listens");
    report_free(NULL);
}

static gint64 fake_now;

static gint64
fake_clock(void)
{
    return fake_now;
}

static void
test_laps_belong_to_stages(void)
{
    g_autoptr(Report) report = report_new();

    report_lap(report, "before the clock");
    report_lap(NULL, "nobody's");
    g_assert_cmpuint(report_n_stages(report), ==, 0);
    fake_now = 500;
    report_set_clock(report, fake_clock);
    fake_now += 2000000;
    report_lap(report, "read");
    fake_now += 7000000;
    report_lap(report, NULL);
    fake_now += 250000;
    report_lap(report, "draw");
    fake_now += 1000000;
    report_lap(report, "read");
    g_assert_cmpuint(report_n_stages(report), ==, 2);
    g_assert_cmpstr(report_stage(report, 0).name, ==, "read");
    g_assert_cmpfloat(report_stage(report, 0).seconds, ==, 3);
    g_assert_cmpstr(report_stage(report, 1).name, ==, "draw");
    g_assert_cmpfloat(report_stage(report, 1).seconds, ==, 0.25);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/entries-keep-their-order", test_entries_keep_their_order);
    g_test_add_func("/report/entries-are-counted-by-severity",
                    test_entries_are_counted_by_severity);
    g_test_add_func("/report/remarks-to-nobody-are-dropped", test_remarks_to_nobody_are_dropped);
    g_test_add_func("/report/laps-belong-to-stages", test_laps_belong_to_stages);
    return g_test_run();
}
