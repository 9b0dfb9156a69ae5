#include "batch/run.h"

#include "batch/fresh.h"
#include "batch/litter.h"

/* One figure, by the thread that draws it until it is finished, then by the one that tells. */
typedef struct {
    const PlannedFigure *planned;
    RunState state;
    gboolean finished;
    char *why;
    GError *error;
    GPtrArray *former;
    double seconds;
} Job;

typedef struct {
    const RunOptions *options;
    Shelf *shelf;
    Job *jobs;
    guint n;
    GAsyncQueue *messages; /* Message * */
    gint failed;           /* atomic */
} Run;

/* From the threads that draw. */
typedef struct {
    Job *job;
    gboolean finished; /* else: started */
} Message;

const char *
run_state_name(RunState state)
{
    switch (state) {
    case RUN_DRAWN:
        return "drawn";
    case RUN_UNCHANGED:
        return "unchanged";
    case RUN_FAILED:
        return "failed";
    case RUN_SKIPPED:
        return "skipped";
    case RUN_WOULD_DRAW:
        return "would draw";
    case RUN_STATE_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* ---- In the threads that draw ---- */

static void
bytes_free(gpointer bytes)
{
    if (bytes != NULL)
        g_bytes_unref(bytes);
}

/* Copies: the files are replaced while they are kept. */
static GPtrArray *
former_read(const Figure *figure)
{
    const GPtrArray *outputs = figure->spec->outputs;
    GPtrArray *former = g_ptr_array_new_with_free_func(bytes_free);

    for (guint i = 0; outputs != NULL && i < outputs->len; i++) {
        char *bytes = NULL;
        gsize length;

        if (g_file_test(outputs->pdata[i], G_FILE_TEST_IS_REGULAR) &&
            g_file_get_contents(outputs->pdata[i], &bytes, &length, NULL))
            g_ptr_array_add(former, g_bytes_new_take(bytes, length));
        else
            g_ptr_array_add(former, NULL);
    }
    return former;
}

static gboolean
job_lint(const Job *job, gboolean asked, GError **error)
{
    Figure *figure = job->planned->figure;

    if (!asked && !figure->spec->lint)
        return TRUE;
    if (!figure_lint(figure, error))
        return FALSE;
    if (!figure->spec->strict || figure->findings->len == 0)
        return TRUE;
    error_set(error, ERROR_INPUT, WHERE_NONE, "it breaks design rules, %u times",
              figure->findings->len);
    return FALSE;
}

/* An unchanged figure is drawn as well, though not written, where it was asked to pass a test. */
static gboolean
job_test(const Job *job, gboolean lint, GError **error)
{
    Figure *figure = job->planned->figure;

    return (!figure->spec->strict || figure_try(figure, error)) && job_lint(job, lint, error);
}

static gboolean
job_draw(Job *job, const RunOptions *options, GError **error)
{
    Figure *figure = job->planned->figure;

    if (options->keep_former)
        job->former = former_read(figure);
    return figure_write_outputs(figure, error) && job_lint(job, options->lint, error);
}

static void
job_work(Job *job, const RunOptions *options)
{
    gboolean done;

    if (job->planned->error != NULL) {
        job->state = RUN_FAILED;
        job->error = g_error_copy(job->planned->error);
        return;
    }
    job->why = options->force ? g_strdup("--force") : fresh_why(job->planned->figure);
    job->state = job->why == NULL ? RUN_UNCHANGED : options->dry_run ? RUN_WOULD_DRAW : RUN_DRAWN;
    if (options->dry_run)
        return;
    done = job->why != NULL ? job_draw(job, options, &job->error)
                            : job_test(job, options->lint, &job->error);
    if (done)
        return;
    job->state = RUN_FAILED;
    g_clear_pointer(&job->why, g_free);
}

/* Others may still need the same files. */
static void
job_release(const Job *job, Shelf *shelf)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(job->planned->figure);

    for (guint i = 0; i < inputs->len; i++)
        shelf_done(shelf, inputs->pdata[i]);
    figure_forget_drawing(job->planned->figure);
}

static void
run_tell(Run *run, Job *job, gboolean finished)
{
    Message *message = g_new(Message, 1);

    *message = (Message){ job, finished };
    g_async_queue_push(run->messages, message);
}

static void
run_job(gpointer data, gpointer user_data)
{
    Job *job = data;
    Run *run = user_data;

    if (run->options->fail_fast && g_atomic_int_get(&run->failed)) {
        job->state = RUN_SKIPPED;
    } else {
        gint64 start = g_get_monotonic_time();

        run_tell(run, job, FALSE);
        job_work(job, run->options);
        job->seconds = (double)(g_get_monotonic_time() - start) / 1e6;
    }
    if (job->state == RUN_FAILED)
        g_atomic_int_set(&run->failed, TRUE);
    job_release(job, run->shelf);
    run_tell(run, job, TRUE);
}

/* ---- In the thread that tells ---- */

static RunResult
job_result(const Job *job)
{
    return (RunResult){
        .planned = job->planned,
        .state = job->state,
        .why = job->why,
        .error = job->error,
        .report = job->planned->figure->report,
        .findings = job->planned->figure->findings,
        .seconds = job->seconds,
        .former = job->former,
    };
}

/* An output that failed weighs most, then a limit. */
static int
worse_status(int status, const GError *error)
{
    int code =
        error->domain == CARTOUCHE_ERROR && error->code != ERROR_USAGE ? error->code : ERROR_INPUT;

    if (status == ERROR_OUTPUT || code == ERROR_OUTPUT)
        return ERROR_OUTPUT;
    return MAX(status, code);
}

static void
job_clear(Job *job)
{
    g_clear_pointer(&job->why, g_free);
    g_clear_pointer(&job->former, g_ptr_array_unref);
    g_clear_error(&job->error);
}

/* Tells of all that have finished without one unfinished before them. */
static void
run_tell_in_order(Run *run, const RunWatcher *watcher, guint *next, int *status)
{
    for (; *next < run->n && run->jobs[*next].finished; (*next)++) {
        Job *job = &run->jobs[*next];
        RunResult result = job_result(job);

        if (job->error != NULL)
            *status = worse_status(*status, job->error);
        if (watcher->result != NULL)
            watcher->result(*next, &result, watcher->data);
        job_clear(job);
        figure_forget(job->planned->figure);
    }
}

static int
run_listen(Run *run, const RunWatcher *watcher)
{
    guint next = 0, n_finished = 0;
    int status = 0;

    while (n_finished < run->n) {
        g_autofree Message *message = g_async_queue_pop(run->messages);
        RunResult result;

        if (!message->finished) {
            if (watcher->started != NULL)
                watcher->started(message->job->planned, watcher->data);
            continue;
        }
        n_finished++;
        message->job->finished = TRUE;
        result = job_result(message->job);
        if (watcher->finished != NULL)
            watcher->finished(n_finished, &result, watcher->data);
        run_tell_in_order(run, watcher, &next, &status);
    }
    return status;
}

static void
run_prepare(Run *run, const Plan *plan)
{
    for (guint i = 0; i < run->n; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];
        g_autoptr(GPtrArray) inputs = figure_inputs(planned->figure);

        run->jobs[i].planned = planned;
        for (guint k = 0; k < inputs->len; k++)
            shelf_expect(run->shelf, inputs->pdata[k]);
    }
}

static guint
run_threads(const RunOptions *options, guint n)
{
    guint threads = options->jobs > 0 ? options->jobs : g_get_num_processors() + 1;

    return CLAMP(MIN(threads, n), 1, RUN_MOST_JOBS);
}

int
batch_run(const Plan *plan, const RunOptions *options, const RunWatcher *watcher)
{
    static const RunWatcher nobody;
    guint n = plan->figures->len;
    g_autofree Job *jobs = g_new0(Job, n + 1);
    Run run = { .options = options, .shelf = plan->shelf, .jobs = jobs, .n = n };
    GThreadPool *pool;
    int status;

    if (!options->dry_run)
        litter_remove(plan);
    run_prepare(&run, plan);
    run.messages = g_async_queue_new();
    pool = g_thread_pool_new(run_job, &run, (gint)run_threads(options, n), FALSE, NULL);
    for (guint i = 0; i < n; i++)
        g_thread_pool_push(pool, &jobs[i], NULL);
    status = run_listen(&run, watcher != NULL ? watcher : &nobody);
    g_thread_pool_free(pool, FALSE, TRUE);
    g_async_queue_unref(run.messages);
    return status;
}
