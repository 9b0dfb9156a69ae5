// --rename and --order: names and order of what is shown.
#pragma once

#include "base/report.h"
#include "plot/spec.h"

/* The new name of a column, series or category; NULL: not renamed. Borrowed. */
const char *rename_find(const Spec *spec, const char *old);

/* Which pairs of --rename and which lists of --order something answers to; owned, in their order.
 */
typedef struct {
    gboolean *renames, *orders;
} NamesFound;

/* A table in which the levels of the named text columns (NULL entries are skipped) are renamed,
 * reduced to those in use, and ordered: first as --order says, then as in the data. Names in
 * --order that nothing has are warned of. Places (ends of links, areas, dots) keep their names, for
 * they are looked up by them: where one column is a place and something else, names[] then names
 * the copy of the place. folded: the column whose levels are headers, shown as titles; NULL: none.
 * Caller owns the table, and what *found points to. */
Table *rename_apply(const Spec *spec, const Table *table, char *names[CHANNEL_COUNT],
                    const char *folded, NamesFound *found, Report *report);

/* Whether there are places, which whoever looks them up marks as found before the report. */
gboolean rename_has_places(const Spec *spec);
/* Something is called name (NULL: nothing is). */
void rename_mark(const Spec *spec, const char *name, NamesFound *found);
/* Adds what another frame of the figure has found. */
void rename_join(const Spec *spec, NamesFound *found, const NamesFound *more);
/* Warns of what nothing answers to. */
void rename_report(const Spec *spec, const NamesFound *found, Report *report);

/* --rename and --order are well formed, and --order names a column of the table, unless there are
 * --areas too. ERROR_USAGE else. */
gboolean rename_check(const Spec *spec, const Table *table, GError **error);
