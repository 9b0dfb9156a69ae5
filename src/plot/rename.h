// --rename and --order: names and order of what is shown.
#pragma once

#include "base/report.h"
#include "plot/spec.h"

/* The new name of a column, series or category; NULL: not renamed. Borrowed. */
const char *rename_find(const Spec *spec, const char *old);

/* A table in which the levels of the named text columns (NULL entries are skipped) are renamed,
 * reduced to those in use, and ordered: first as --order says, then as in the data. Names in
 * --rename and --order that nothing has are warned of. folded: the column whose levels are headers,
 * shown as titles; NULL: none. Caller owns. */
Table *rename_apply(const Spec *spec, const Table *table, char *const names[CHANNEL_COUNT],
                    const char *folded, Report *report);

/* --rename and --order are well formed, and --order names a column of the table. ERROR_USAGE else.
 */
gboolean rename_check(const Spec *spec, const Table *table, GError **error);
