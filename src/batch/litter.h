// What killed runs left behind.
#pragma once

#include "batch/plan.h"

/* Removes the temporaries in the folders of all outputs that no living writer holds, and nothing
 * else; those of another batch at work stay. */
void litter_remove(const Plan *plan);
