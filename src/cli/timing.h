// Where the time went: --timing, in one line on standard error.
#pragma once

#include "cartouche.h"

#include <glib.h>

/* The time of the program runs from here. */
void timing_start(void);

/* Sums over the figures of a run. */
typedef struct {
    GArray *stages; /* of ct_stage */
} Timing;

Timing *timing_new(void);
void timing_free(Timing *timing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Timing, timing_free)
void timing_add(Timing *timing, const ct_report *report);
/* threads: stages of several figures ran at a time, and say nothing of the rest of it. Nothing when
 * no figure was timed. */
void timing_print(const Timing *timing, gboolean threads);
