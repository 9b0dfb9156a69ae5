// What a batch is to draw: figures whose options are all set and checked. Mistakes of use are found
// while it is made, all of them, so that nothing is drawn when there is one.
#pragma once

#include "base/report.h"
#include "batch/shard.h"
#include "figure/figure.h"

typedef struct {
    char *name;     /* of its group; of several in one group also what tells them apart:
                     * "trade-Thailand"; without a group the stem of its first output */
    char *group;    /* NULL: none */
    char *part;     /* what tells it apart from others of its group, as in the data: "Thailand", or
                     * its file; NULL: there are no others */
    char *root;     /* the manifest as it was named, whose folder outputs stay in; NULL: none */
    char *file;     /* the file with its group: the manifest or one included; NULL: none */
    guint line;     /* where its group begins; 0 */
    Figure *figure; /* chart, data and all options are set and checked */
    GError *error; /* it cannot be drawn: the data that a split needs could not be read; then it has
                    * no outputs. NULL: nothing is known against it */
} PlannedFigure;

typedef struct {
    GPtrArray *figures; /* PlannedFigure *, owned, in the order of the manifests */
    GPtrArray *files;   /* char *, owned: manifests and what they include */
    Report *report;     /* what was left out while planning: rows that are in no figure of a split,
                         * axes that same scales found in no figure */
    Shelf *shelf;       /* what its figures read, planning and drawing */
} Plan;

/* A flag that goes to all figures and wins over what manifests say. */
typedef struct {
    const OptionDef *def; /* not of the group Batch, but --split-by and --same-scales */
    const char *value;
} PlanFlag;

typedef struct {
    const GPtrArray *manifests; /* const char * */
    const char *chart;          /* of the figures of files; NULL: there are none */
    const GPtrArray *data;      /* const char *: a figure, or a split, of each */
    const GArray *flags;        /* PlanFlag, in the order given */
    /* Files that the run itself writes (its report, contact sheets): no figure may. */
    const GPtrArray *own_outputs; /* const char * */
    gboolean allow_outside;
    const GPtrArray *only; /* const char *: globs for groups and names; NULL: all */
    Shard shard;
} PlanRequest;

/* Every mistake is added to errors (GError *, owned by it), with file and line where it stands in a
 * file; the plan is whole only when nothing was added. Reads the data of splits; nothing is drawn
 * or written. Caller owns the plan; never NULL. */
Plan *plan_make(const PlanRequest *request, GPtrArray *errors);
/* Without figures, for whoever has them by other means. */
Plan *plan_new(void);
void plan_free(Plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)
