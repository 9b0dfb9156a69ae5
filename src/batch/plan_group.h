// The figures of one group, or of one call by flags.
#pragma once

#include "batch/setting.h"

typedef struct {
    const char *name;          /* NULL: none */
    Where where;               /* where the group begins */
    const char *root;          /* the manifest; NULL: none */
    const GPtrArray *settings; /* Setting *, all layers merged */
    const char *chart;         /* of flags; NULL: the settings have it */
    const GPtrArray *data;     /* const char *, of flags; NULL: the settings have them */
} PlanGroup;

/* Adds its figures to the plan, or its mistakes to errors. */
void plan_add_group(Plan *plan, const PlanGroup *group, GPtrArray *errors);

/* Adds an error with the place; takes inner. */
void plan_complain(GPtrArray *errors, Where where, GError *inner);
