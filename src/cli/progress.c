#define _DEFAULT_SOURCE // TIOCGWINSZ

#include "cli/progress.h"

#include "cli/message.h"
#include "cli/progress_line.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* µs: so often it is drawn at most, and at least (time goes on while a figure is slow). */
#define REDRAW (G_USEC_PER_SEC / 20)
#define REFRESH (G_USEC_PER_SEC / 2)
/* µs: what is done by then needs no bar. */
#define PATIENCE (G_USEC_PER_SEC / 4)
/* The rate is that of the last seconds: figures that did not change go by much faster. */
#define SAMPLE (G_USEC_PER_SEC / 4)
#define N_SAMPLES 32

#define CLEAR "\r\033[K"
#define FALLBACK_COLUMNS 80

typedef struct {
    gint64 time;
    guint n_finished;
} Sample;

struct Progress {
    gboolean has_bar;
    ProgressState state;
    ProgressLook look;
    char *slowest; /* owned; state borrows it */
    Sample samples[N_SAMPLES];
    guint n_samples;     /* ever taken */
    gint64 begin, drawn; /* µs */
    gboolean visible, stale, over;
    GMutex mutex; /* for all of the above, and for the terminal while a message is printed */
    GCond wake;
    GThread *ticker;
};

static const int ending_signals[] = { SIGINT, SIGTERM, SIGHUP };
/* What a signal has to know; there is one bar at a time. */
static struct sigaction actions_before[G_N_ELEMENTS(ending_signals)];
static volatile sig_atomic_t ended;

static void
bar_write(const char *text)
{
    gsize length = strlen(text);

    /* A terminal that is gone is told nothing; the figures are drawn all the same. */
    while (length > 0) {
        ssize_t n = write(STDERR_FILENO, text, length);

        if (n < 0 && errno != EINTR)
            return;
        text += MAX(n, 0);
        length -= (gsize)MAX(n, 0);
    }
}

/* ---- The bar goes before the program does ---- */

static void
on_ending_signal(int number)
{
    int before = errno;

    ended = 1;
    if (write(STDERR_FILENO, CLEAR, strlen(CLEAR)) < 0)
        errno = before;
    for (guint i = 0; i < G_N_ELEMENTS(ending_signals); i++)
        if (ending_signals[i] == number)
            sigaction(number, &actions_before[i], NULL);
    raise(number);
    errno = before;
}

static void
catch_signals(void)
{
    struct sigaction action = { .sa_handler = on_ending_signal };

    sigemptyset(&action.sa_mask);
    ended = 0;
    for (guint i = 0; i < G_N_ELEMENTS(ending_signals); i++) {
        sigaction(ending_signals[i], NULL, &actions_before[i]);
        if (actions_before[i].sa_handler != SIG_IGN)
            sigaction(ending_signals[i], &action, NULL);
    }
}

static void
release_signals(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(ending_signals) && !ended; i++)
        sigaction(ending_signals[i], &actions_before[i], NULL);
}

/* ---- Drawing, with the mutex held ---- */

static guint
terminal_columns(void)
{
    struct winsize size;

    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return FALLBACK_COLUMNS;
}

static double
recent_rate(const Progress *progress, gint64 now)
{
    const Sample *oldest = progress->n_samples > N_SAMPLES
                               ? &progress->samples[progress->n_samples % N_SAMPLES]
                               : &progress->samples[0];

    return now > oldest->time ? (progress->state.n_finished - oldest->n_finished) *
                                    (double)G_USEC_PER_SEC / (double)(now - oldest->time)
                              : 0;
}

static void
take_sample(Progress *progress, gint64 now)
{
    if (progress->n_samples > 0 &&
        now - progress->samples[(progress->n_samples - 1) % N_SAMPLES].time < SAMPLE)
        return;
    progress->samples[progress->n_samples++ % N_SAMPLES] =
        (Sample){ now, progress->state.n_finished };
}

static void
bar_draw(Progress *progress, gint64 now)
{
    g_autofree char *line = NULL;
    g_autofree char *whole = NULL;

    take_sample(progress, now);
    progress->look.columns = terminal_columns();
    progress->state.rate = recent_rate(progress, now);
    line = progress_line(&progress->state, &progress->look);
    whole = g_strconcat(CLEAR, line, NULL);
    progress->drawn = now;
    progress->stale = FALSE;
    if (ended)
        return;
    bar_write(whole);
    progress->visible = TRUE;
}

/* When the bar has to be drawn next, µs. */
static gint64
bar_due(const Progress *progress)
{
    gint64 next = progress->drawn + (progress->stale ? REDRAW : REFRESH);

    return MAX(next, progress->begin + PATIENCE);
}

/* Draws what became stale between two moments, and while nothing happens. */
static gpointer
tick(gpointer data)
{
    Progress *progress = data;
    sigset_t all;

    /* Signals belong to the thread that draws figures. */
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    g_mutex_lock(&progress->mutex);
    while (!progress->over) {
        gint64 now = g_get_monotonic_time();

        if (now >= bar_due(progress))
            bar_draw(progress, now);
        g_cond_wait_until(&progress->wake, &progress->mutex, bar_due(progress));
    }
    g_mutex_unlock(&progress->mutex);
    return NULL;
}

/* ---- Around the messages ---- */

static void
bar_hide(gpointer data)
{
    Progress *progress = data;

    g_mutex_lock(&progress->mutex);
    if (progress->visible)
        bar_write(CLEAR);
    progress->visible = FALSE;
}

/* The ticker draws it when its time has come: many messages are no flicker. */
static void
bar_show(gpointer data)
{
    Progress *progress = data;

    progress->stale = TRUE;
    g_cond_signal(&progress->wake);
    g_mutex_unlock(&progress->mutex);
}

/* ---- */

static gboolean
terminal_can_redraw(void)
{
    const char *term = g_getenv("TERM");

    return isatty(STDERR_FILENO) && term != NULL && *term != '\0' && strcmp(term, "dumb") != 0;
}

/* The encoding of the terminal, as the first of these variables says: no locale is set here. */
static gboolean
terminal_is_utf8(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };

    for (guint i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        g_autofree char *lower = value != NULL ? g_ascii_strdown(value, -1) : NULL;

        if (value != NULL && *value != '\0')
            return strstr(lower, "utf-8") != NULL || strstr(lower, "utf8") != NULL;
    }
    return FALSE;
}

Progress *
progress_new(guint n_figures, gboolean quiet)
{
    Progress *progress = g_new0(Progress, 1);
    const char *no_color = g_getenv("NO_COLOR");

    progress->has_bar = !quiet && terminal_can_redraw();
    if (!progress->has_bar)
        return progress;
    progress->state.n_figures = n_figures;
    progress->look.unicode = terminal_is_utf8();
    progress->look.color = no_color == NULL || *no_color == '\0';
    progress->begin = g_get_monotonic_time();
    take_sample(progress, progress->begin);
    g_mutex_init(&progress->mutex);
    g_cond_init(&progress->wake);
    catch_signals();
    progress->ticker = g_thread_new("progress", tick, progress);
    message_set_bar(bar_hide, bar_show, progress);
    return progress;
}

void
progress_free(Progress *progress)
{
    if (progress != NULL && progress->has_bar) {
        message_set_bar(NULL, NULL, NULL);
        g_mutex_lock(&progress->mutex);
        progress->over = TRUE;
        g_cond_signal(&progress->wake);
        g_mutex_unlock(&progress->mutex);
        g_thread_join(progress->ticker);
        if (progress->visible)
            bar_write(CLEAR);
        release_signals();
        g_mutex_clear(&progress->mutex);
        g_cond_clear(&progress->wake);
        g_free(progress->slowest);
    }
    g_free(progress);
}

gboolean
progress_has_bar(const Progress *progress)
{
    return progress->has_bar;
}

void
progress_finished(Progress *progress, const char *name, gboolean failed, double seconds)
{
    ProgressState *state = &progress->state;

    if (!progress->has_bar)
        return;
    g_mutex_lock(&progress->mutex);
    state->n_finished++;
    state->n_failed += failed ? 1 : 0;
    if (seconds > state->slowest_time) {
        g_free(progress->slowest);
        state->slowest = progress->slowest = g_strdup(name);
        state->slowest_time = seconds;
    }
    progress->stale = TRUE;
    g_cond_signal(&progress->wake);
    g_mutex_unlock(&progress->mutex);
}
