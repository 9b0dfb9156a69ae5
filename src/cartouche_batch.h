// A batch of the public API, for the files that implement it.
#pragma once

#include "cartouche_figure.h"

#include "batch/plan.h"
#include "batch/run.h"

struct ct_batch {
    Spec *spec;           /* options of the group Batch */
    GPtrArray *values;    /* char *, owned: of the flags */
    GArray *flags;        /* PlanFlag: all other options */
    GPtrArray *manifests; /* char *, owned */
    char *chart;          /* NULL: no figures by flags */
    GPtrArray *data;      /* char *, owned */
    Plan *plan;           /* NULL: not planned */
    Report *report;       /* of the planning */
    GPtrArray *chosen;    /* PlannedFigure *, borrowed: those that are run; NULL: all */
    GPtrArray *strays;    /* char *, owned: of the last ct_batch_prune(); NULL */
    guint counts[RUN_STATE_COUNT];
};
