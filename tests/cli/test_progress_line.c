// The line of the progress, in wide and narrow terminals, with hostile names.
#include "cli/progress_line.h"

#include <string.h>

static void
assert_line(const ProgressState *state, ProgressLook look, const char *expected)
{
    g_autofree char *line = progress_line(state, &look);

    g_assert_cmpstr(line, ==, expected);
}

static const ProgressState busy = {
    .n_figures = 200,
    .n_finished = 87,
    .rate = 4.3,
    .slowest = "trade-Thailand",
    .slowest_time = 1.2,
};

static void
test_widths(void)
{
    assert_line(
        &busy, (ProgressLook){ 100, FALSE, FALSE },
        "[########------------]  87 of 200  27 s left  4.3/s  slowest trade-Thailand 1.2 s");
    assert_line(&busy, (ProgressLook){ 80, FALSE, FALSE },
                "[######----------]  87 of 200  27 s left  4.3/s  slowest trade-Thailand 1.2 s");
    assert_line(&busy, (ProgressLook){ 72, FALSE, FALSE },
                "[######--------]  87 of 200  27 s left  4.3/s  slowest trade-T... 1.2 s");
    assert_line(&busy, (ProgressLook){ 55, FALSE, FALSE },
                "[####-------]  87 of 200  27 s left  4.3/s");
    assert_line(&busy, (ProgressLook){ 40, FALSE, FALSE }, "[####------]  87 of 200  27 s left");
    assert_line(&busy, (ProgressLook){ 20, FALSE, FALSE }, "87 of 200  4.3/s");
    assert_line(&busy, (ProgressLook){ 5, FALSE, FALSE }, "");
    assert_line(&busy, (ProgressLook){ 0, FALSE, FALSE }, "");
}

static void
test_begin_and_end(void)
{
    ProgressState state = { .n_figures = 3 };

    assert_line(&state, (ProgressLook){ 60, TRUE, FALSE }, "░░░░░░░░░░░░  0 of 3");
    state.n_finished = 3;
    state.n_failed = 1;
    state.rate = 120.4;
    assert_line(&state, (ProgressLook){ 60, TRUE, FALSE }, "████████████  3 of 3  1 failed");
    assert_line(&state, (ProgressLook){ 60, FALSE, TRUE },
                "[############]  3 of 3  \033[31m1 failed\033[0m");
    state.n_figures = 0;
    assert_line(&state, (ProgressLook){ 30, FALSE, FALSE }, "[##########]  3 of 0");
}

/* Columns, not bytes: Korean letters take two, and no name moves the cursor. */
static void
test_names(void)
{
    ProgressState state = { .n_figures = 9, .n_finished = 1, .slowest_time = 75 };

    state.slowest = "북한-무역-상대국-통계";
    assert_line(&state, (ProgressLook){ 50, TRUE, FALSE },
                "█░░░░░░░░░  1 of 9  slowest 북한-무역-상대… 75 s");
    state.slowest = "\033[2Jx";
    assert_line(&state, (ProgressLook){ 60, TRUE, FALSE },
                "█░░░░░░░░░░░  1 of 9  slowest \\x1B[2Jx 75 s");
}

static void
test_never_wider(void)
{
    for (guint columns = 0; columns < 140; columns++) {
        ProgressLook look = { columns, FALSE, FALSE };
        g_autofree char *line = progress_line(&busy, &look);

        g_assert_cmpuint(strlen(line), <=, columns > 0 ? columns - 1 : 0);
    }
}

static void
test_durations(void)
{
    static const struct {
        double seconds;
        const char *text;
    } rows[] = {
        { 0, "0.0 s" },   { 9.94, "9.9 s" },     { 9.96, "10 s" },
        { 99.4, "99 s" }, { 99.6, "2 min" },     { 3540, "59 min" },
        { 3571, "1 h" },  { 7500, "2 h 5 min" }, { 1e300, "100000 h" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = progress_duration(rows[i].seconds);

        g_assert_cmpstr(text, ==, rows[i].text);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/progress_line/widths", test_widths);
    g_test_add_func("/cli/progress_line/begin-and-end", test_begin_and_end);
    g_test_add_func("/cli/progress_line/names", test_names);
    g_test_add_func("/cli/progress_line/never-wider", test_never_wider);
    g_test_add_func("/cli/progress_line/durations", test_durations);
    return g_test_run();
}
