// Outputs that were drawn once and that no figure of the manifest owns any more. They are named,
// never removed: whether they are still linked to is not known here.
#pragma once

#include "batch/plan.h"

/* The figures that lie in the folders of the plan's outputs, say of themselves that Cartouche drew
 * them, and are no output of the plan; char *, sorted. Other files are never among them. NULL and
 * ERROR_INPUT when it is not known which outputs the plan has, or a folder cannot be read. Caller
 * owns. */
GPtrArray *prune_list(const Plan *plan, GError **error);
