// What a batch is to draw: figures whose options are all set and checked. Mistakes of use are found
// while it is made, all of them, so that nothing is drawn when there is one.
#pragma once

#include "base/report.h"
#include "figure/figure.h"

typedef struct {
    char *name;     /* of its group; of several in one group also what tells them apart:
                     * "trade-Thailand"; without a group the stem of its first output */
    char *group;    /* NULL: none */
    char *file;     /* the manifest with its group; NULL: the command line */
    guint line;     /* where its group begins; 0 */
    Figure *figure; /* chart, data and all options are set and checked */
    GError *error; /* it cannot be drawn: the data that a split needs could not be read; then it has
                    * no outputs. NULL: nothing is known against it */
} PlannedFigure;

typedef struct {
    GPtrArray *figures; /* PlannedFigure *, owned, in the order of the manifests */
    GPtrArray *files;   /* char *, owned: manifests and what they include */
    Report *report; /* what was left out while planning: rows that are in no figure of a split */
} Plan;

Plan *plan_new(void);
void plan_free(Plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)
