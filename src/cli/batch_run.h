// From a planned batch to figures, messages and the exit status.
#pragma once

#include "cli/arguments.h"

/* Sets the options given. FALSE after a message. */
gboolean batch_set_options(ct_batch *batch, const Arguments *arguments);
/* Plans the batch and says what it has to say. 0, or the exit status after messages. */
int batch_plan(ct_batch *batch);
/* Draws what is planned: a line a figure that was or would be drawn, its remarks, in the order of
 * the plan whatever finished first, and a last line that counts. Returns the exit status. */
int batch_draw(ct_batch *batch, const Arguments *arguments);

/* Plans it, then does what is asked: draws, draws and watches, or lists what no figure owns.
 * Returns the exit status. */
int batch_do(ct_batch *batch, const Arguments *arguments);

/* Whether a switch is on, or an option was given at all. */
gboolean batch_is_on(const Arguments *arguments, const char *option);
