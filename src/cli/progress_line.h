// What the progress of a batch looks like: one line of a terminal. Pure.
#pragma once

#include <glib.h>

typedef struct {
    guint n_figures, n_finished, n_failed;
    double rate;         /* figures a second; 0: not known yet */
    const char *slowest; /* the name of the figure that took longest; NULL: none is finished */
    double slowest_time; /* s */
} ProgressState;

typedef struct {
    guint columns; /* of the terminal */
    gboolean unicode, color;
} ProgressLook;

/* Narrower than the terminal by one column at least, whatever the names: the last part that fits
 * ends it. Without a line end. Caller frees. */
char *progress_line(const ProgressState *state, const ProgressLook *look);

/* "0.3 s", "26 s", "4 min", "2 h 5 min". Caller frees. */
char *progress_duration(double seconds);
