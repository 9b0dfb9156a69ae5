#include "cli/progress_line.h"

#include "cartouche.h"

#include <math.h>
#include <string.h>

#define BAR_LEAST 10
#define BAR_MOST 30
/* Less of a name says nothing. */
#define NAME_LEAST 6

char *
progress_duration(double seconds)
{
    guint minutes = (guint)floor(MIN(seconds, 3.6e8) / 60 + 0.5);

    if (seconds < 9.95)
        return g_strdup_printf("%.1f s", seconds);
    if (seconds < 99.5)
        return g_strdup_printf("%.0f s", seconds);
    if (minutes < 60)
        return g_strdup_printf("%u min", minutes);
    return minutes % 60 == 0 ? g_strdup_printf("%u h", minutes / 60)
                             : g_strdup_printf("%u h %u min", minutes / 60, minutes % 60);
}

static guint
char_columns(gunichar c)
{
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

static guint
text_columns(const char *text)
{
    guint columns = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        columns += char_columns(g_utf8_get_char(p));
    return columns;
}

/* The name without what could move the cursor, cut to so many columns. */
static char *
shown_name(const char *name, guint most, gboolean unicode)
{
    const char *ellipsis = unicode ? "…" : "...";
    guint room = most - (unicode ? 1 : 3), columns = 0;
    char *safe = ct_escape(name), *shown;
    const char *p = safe;

    if (text_columns(safe) <= most) {
        shown = g_strdup(safe);
    } else {
        for (; columns + char_columns(g_utf8_get_char(p)) <= room; p = g_utf8_next_char(p))
            columns += char_columns(g_utf8_get_char(p));
        shown = g_strdup_printf("%.*s%s", (int)(p - safe), safe, ellipsis);
    }
    ct_free(safe);
    return shown;
}

static void
append_times(GString *out, const char *text, guint n)
{
    while (n-- > 0)
        g_string_append(out, text);
}

static void
append_bar(GString *out, const ProgressState *state, const ProgressLook *look, guint width)
{
    guint full = state->n_figures == 0
                     ? width
                     : (guint)((guint64)width * state->n_finished / state->n_figures);

    if (!look->unicode) {
        g_string_append_c(out, '[');
        append_times(out, "#", full);
        append_times(out, "-", width - full);
        g_string_append_c(out, ']');
        return;
    }
    g_string_append(out, look->color ? "\033[36m" : "");
    append_times(out, look->color ? "━" : "█", full);
    g_string_append(out, look->color ? "\033[0;2m" : "");
    append_times(out, look->color ? "━" : "░", width - full);
    g_string_append(out, look->color ? "\033[0m" : "");
}

/* The columns that a part takes; 0: it has no room and is not there. */
static guint
add_part(GString *out, guint room, const char *text, const char *before, const char *after)
{
    guint columns = text_columns(text) + (out->len > 0 ? 2 : 0);

    if (columns > room)
        return 0;
    g_string_append_printf(out, "%s%s%s%s", out->len > 0 ? "  " : "", before, text, after);
    return columns;
}

static guint
add_slowest(GString *out, guint room, const ProgressState *state, gboolean unicode)
{
    g_autofree char *time = progress_duration(state->slowest_time);
    guint fixed = (guint)strlen("  slowest  ") + (guint)strlen(time);
    g_autofree char *name = NULL;
    g_autofree char *text = NULL;

    if (room < fixed + NAME_LEAST)
        return 0;
    name = shown_name(state->slowest, room - fixed, unicode);
    text = g_strdup_printf("slowest %s %s", name, time);
    return add_part(out, room, text, "", "");
}

/* The important parts first: a narrow terminal has no more. */
char *
progress_line(const ProgressState *state, const ProgressLook *look)
{
    GString *out = g_string_new(NULL);
    guint room = look->columns > 0 ? look->columns - 1 : 0;
    guint bar = CLAMP(look->columns / 5, BAR_LEAST, BAR_MOST), left;
    g_autofree char *done = g_strdup_printf("%u of %u", state->n_finished, state->n_figures);
    g_autofree char *failed = g_strdup_printf("%u failed", state->n_failed);
    g_autofree char *rate = g_strdup_printf(state->rate < 9.95 ? "%.1f/s" : "%.0f/s", state->rate);

    if (room >= bar + 2 + 2 + strlen(done)) {
        append_bar(out, state, look, bar);
        room -= bar + (look->unicode ? 0 : 2);
    }
    room -= add_part(out, room, done, "", "");
    if (state->n_failed > 0)
        room -= add_part(out, room, failed, look->color ? "\033[31m" : "",
                         look->color ? "\033[0m" : "");
    left = state->n_figures - MIN(state->n_finished, state->n_figures);
    if (state->rate > 0 && left > 0) {
        g_autofree char *time = NULL;
        g_autofree char *text = NULL;

        time = progress_duration(ceil(left / state->rate));
        text = g_strdup_printf("%s left", time);
        room -= add_part(out, room, text, "", "");
        room -= add_part(out, room, rate, "", "");
    }
    if (state->slowest != NULL)
        add_slowest(out, room, state, look->unicode);
    return g_string_free(out, FALSE);
}
