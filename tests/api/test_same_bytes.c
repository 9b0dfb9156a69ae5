// Same input, same bytes: every figure of output/ in each format, drawn in one process, alone each,
// in another order, by two threads at once, in other locales, time zones, homes and folders.
#include "cartouche.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const char *const formats[] = { "svg", "png", "pdf" };

/* A line of output/figures.txt. */
typedef struct {
    char **argv;
    char *hashes[G_N_ELEMENTS(formats)];
} Job;

static const char *program;

static GPtrArray *
jobs_read(void)
{
    GPtrArray *jobs = g_ptr_array_new();
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    g_assert_true(g_file_get_contents(SOURCE_ROOT "/output/figures.txt", &text, NULL, NULL));
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        Job *job;

        if (*lines[i] == '#' || *lines[i] == '\0')
            continue;
        job = g_new0(Job, 1);
        g_assert_true(g_shell_parse_argv(lines[i], NULL, &job->argv, NULL));
        g_ptr_array_add(jobs, job);
    }
    return jobs;
}

static void
jobs_free(GPtrArray *jobs)
{
    for (guint i = 0; i < jobs->len; i++) {
        Job *job = jobs->pdata[i];

        for (guint f = 0; f < G_N_ELEMENTS(formats); f++)
            g_free(job->hashes[f]);
        g_strfreev(job->argv);
        g_free(job);
    }
    g_ptr_array_unref(jobs);
}

/* Sets the option at argv and returns the one after it. */
static char **
job_set(ct_figure *figure, char **argv)
{
    const char *name = *argv + (g_str_has_prefix(*argv, "--") ? 2 : 1);
    const ct_option *option = ct_option_find(name);
    g_autofree char *file = NULL;
    ct_error *error = NULL;

    g_assert_nonnull(option);
    if (strcmp(option->name, "output") == 0)
        return argv + 2;
    if (!option->takes_value) {
        g_assert_true(ct_figure_set(figure, name, "on", &error));
        return argv + 1;
    }
    file = option->is_file ? g_build_filename(SOURCE_ROOT, argv[1], NULL) : g_strdup(argv[1]);
    if (!ct_figure_set(figure, name, file, &error))
        g_error("%s: %s", name, ct_error_message(error));
    return argv + 2;
}

/* Files are named from the root of the repository, wherever the process is. */
static void
job_draw(gpointer data, gpointer unused)
{
    Job *job = data;
    ct_error *error = NULL;
    ct_figure *figure = ct_figure_new(job->argv[0], &error);
    g_autofree char *table = g_build_filename(SOURCE_ROOT, job->argv[1], NULL);

    (void)unused;
    g_assert_nonnull(figure);
    g_assert_true(ct_figure_set_data(figure, table, &error));
    for (char **argv = job->argv + 2; *argv != NULL;)
        argv = job_set(figure, argv);
    for (guint f = 0; f < G_N_ELEMENTS(formats); f++) {
        void *bytes;
        size_t length;

        if (!ct_figure_render(figure, formats[f], &bytes, &length, NULL, &error))
            g_error("%s: %s", job->argv[1], ct_error_message(error));
        job->hashes[f] = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length);
        ct_free(bytes);
    }
    ct_figure_free(figure);
}

/* The child: draws and prints a line of hashes a figure, in the order of the file.
 *   --draw LOCALE THREADS FIRST STEP
 * FIRST is the number of the only figure, or all: STEP is 1, or -1 to begin with the last. */
static int
draw(char **argv)
{
    GPtrArray *jobs = jobs_read();
    const guint threads = (guint)g_ascii_strtoull(argv[1], NULL, 10);
    const gboolean all = strcmp(argv[2], "all") == 0, backwards = strcmp(argv[3], "-1") == 0;
    GThreadPool *pool;

    /* An unknown locale would be the C locale, and a test of nothing. */
    g_assert_cmpstr(setlocale(LC_ALL, ""), ==, argv[0]);
    pool = g_thread_pool_new(job_draw, NULL, (gint)threads, TRUE, NULL);
    for (guint i = 0; i < jobs->len; i++) {
        guint at = backwards ? jobs->len - 1 - i : i;

        if (all || at == (guint)g_ascii_strtoull(argv[2], NULL, 10))
            g_thread_pool_push(pool, jobs->pdata[at], NULL);
    }
    g_thread_pool_free(pool, FALSE, TRUE);
    for (guint i = 0; i < jobs->len; i++) {
        const Job *job = jobs->pdata[i];

        if (job->hashes[0] != NULL)
            g_print("%u %s %s %s\n", i, job->hashes[0], job->hashes[1], job->hashes[2]);
    }
    jobs_free(jobs);
    return 0;
}

/* Where a child lives. */
typedef struct {
    const char *locale, *zone, *threads, *step;
} Surroundings;

/* What the child prints. Caller frees. */
static char *
run_in(const Surroundings *in, const char *first, const char *folder)
{
    const char *argv[] = { program, "--draw", in->locale, in->threads, first, in->step, NULL };
    g_auto(GStrv) environment = g_get_environ();
    char *output = NULL;
    int status;

    environment = g_environ_setenv(environment, "LC_ALL", in->locale, TRUE);
    environment = g_environ_setenv(environment, "TZ", in->zone, TRUE);
    if (folder != NULL) {
        environment = g_environ_setenv(environment, "LOCPATH", folder, TRUE);
        environment = g_environ_setenv(environment, "HOME", folder, TRUE);
        environment = g_environ_setenv(environment, "TMPDIR", folder, TRUE);
    }
    g_assert_true(g_spawn_sync(folder, (char **)argv, environment, G_SPAWN_DEFAULT, NULL, NULL,
                               &output, NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    return output;
}

static void
spawn(const char *const *argv)
{
    int status;

    g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
}

/* Locales of our own, so that no one's system is changed: from the Debian package "locales". */
static void
make_locale(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *source = g_strndup(name, 5);

    spawn((const char *const[]){ "localedef", "--no-archive", "-i", source, "-f", "UTF-8", path,
                                 NULL });
}

static void
test_same_bytes(void)
{
    static const Surroundings plain = { "C", "UTC", "1", "1" };
    /* A comma before decimals, thousands in other marks, and an i that has no dot. */
    static const Surroundings others[] = {
        { "de_DE.UTF-8", "America/St_Johns", "1", "-1" },
        { "ko_KR.UTF-8", "Pacific/Kiritimati", "2", "1" },
        { "tr_TR.UTF-8", "Asia/Kathmandu", "2", "-1" },
    };
    g_autofree char *folder = g_dir_make_tmp("cartouche-XXXXXX", NULL);
    g_autofree char *wanted = run_in(&plain, "all", NULL);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(wanted), "\n", -1);

    g_assert_nonnull(folder);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *found = NULL;

        make_locale(folder, others[i].locale);
        found = run_in(&others[i], "all", folder);
        g_assert_cmpstr(g_strchomp(found), ==, wanted);
    }
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *number = g_strdup_printf("%u", i);
        g_autofree char *alone = run_in(&others[i % G_N_ELEMENTS(others)], number, folder);

        g_assert_cmpstr(g_strchomp(alone), ==, lines[i]);
    }
    g_assert_cmpuint(g_strv_length(lines) * G_N_ELEMENTS(formats), >=, 50);
    spawn((const char *const[]){ "rm", "-r", folder, NULL });
}

int
main(int argc, char **argv)
{
    /* Children have other folders. */
    program = g_canonicalize_filename(argv[0], NULL);
    if (argc == 6 && strcmp(argv[1], "--draw") == 0)
        return draw(argv + 2);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/same-bytes/figures", test_same_bytes);
    return g_test_run();
}
