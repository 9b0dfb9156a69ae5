// All figures of a batch on one page: what failed, what changed and how it was, what the lint says.
#pragma once

#include "batch/run.h"

typedef struct ContactSheet ContactSheet;

/* ERROR_USAGE unless the name ends in ".html" or ".png". */
gboolean contact_sheet_check(const char *path, GError **error);

/* Sheets of these names (char *, checked) of a plan, which has to outlive it. */
ContactSheet *contact_sheet_new(const GPtrArray *paths, const Plan *plan);
void contact_sheet_free(ContactSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ContactSheet, contact_sheet_free)

/* As RunWatcher.result: of each figure, in the order of the plan. Changes are seen when the run
 * keeps former files. */
void contact_sheet_add(ContactSheet *sheet, const RunResult *result);

/* Writes the sheets under a line that counts. Where a picture is to be painted, figures without a
 * PNG are drawn again. ERROR_LIMIT: too many for one picture. */
gboolean contact_sheet_write(ContactSheet *sheet, const char *counts, GError **error);
