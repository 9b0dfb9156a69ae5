// --watch: figures drawn again as soon as a file that they are made from is saved.
#pragma once

#include "cli/arguments.h"

/* Draws what is planned, then whatever a saved file or manifest changes, until a signal ends the
 * program. Mistakes are said, and waiting goes on. Returns only when nothing can be watched: the
 * exit status. */
int watch_run(ct_batch *batch, const Arguments *arguments);
