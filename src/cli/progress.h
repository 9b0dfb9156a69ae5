// How far a batch is: a bar on a terminal, lines in a log.
#pragma once

#include "cartouche.h"

#include <glib.h>

typedef struct Progress Progress;

/* A bar below the messages when standard error is a terminal that can move its cursor (TERM is
 * neither "dumb" nor missing); it comes after a moment, follows the width of the terminal, and has
 * no colours under NO_COLOR. Otherwise, and when quiet, nothing is drawn. One at a time. */
Progress *progress_new(guint n_figures, gboolean quiet);
/* Takes the bar away, and leaves nothing of it. NULL does nothing. */
void progress_free(Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)

/* Whether there is a bar: then a line a figure says nothing new. */
gboolean progress_has_bar(const Progress *progress);

/* A figure is finished, in any order; it took so many seconds (0: it was not drawn). */
void progress_finished(Progress *progress, const char *name, gboolean failed, double seconds);
