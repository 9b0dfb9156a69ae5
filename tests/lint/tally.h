// Counts what the check finds over many figures, and holds it to what is still allowed.
#pragma once

#include "lint/lint.h"

typedef struct Tally Tally;

/* list: a file that gets every finding, sorted by rule, the biggest offenders first. */
Tally *tally_new(const char *list);
void tally_free(Tally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tally, tally_free)

/* Whether the finding is one that no figure may have: words apart, inside, clear of marks,
 * readable. Texts that were left out because they left the page are a fault of the layout as well.
 */
gboolean tally_counts(const LintFinding *finding);

/* Adds the findings of one drawing that count. A figure (its name and size) counts once a rule,
 * however often and in however many themes it breaks it; the list has them all. */
void tally_add(Tally *tally, const char *chart, const char *figure, const char *theme,
               const GPtrArray *findings);

/* Whether no chart breaks a rule more often than the file allows ("chart rule count" a line; what
 * is not named is not allowed at all). slack: so many more, or a sixth of what is allowed, are no
 * fault; 0: none. With CARTOUCHE_UPDATE in the environment the file is renewed where the counts
 * have fallen; they are never raised by it. Says what is wrong as messages of the test. */
gboolean tally_holds(Tally *tally, const char *allowed, guint slack);
