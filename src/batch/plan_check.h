// Checks of a plan as a whole: what one figure cannot know of the others.
#pragma once

#include "batch/plan.h"

/* Outputs that two figures share, that are read by any figure, by the batch itself (manifests), or
 * that lie outside the folder of their manifest: each is a mistake, with the place of its group. */
void plan_check(const Plan *plan, const PlanRequest *request, GPtrArray *errors);
