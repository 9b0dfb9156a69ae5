// How many things there are to tell apart, and in which order they stand.
#include "lint/lint_work.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SERIES 4
#define MOST_SLICES 6
/* So many lines can be named at their ends. */
#define DIRECT_LINES 4

/* Sums that are equal but for their last bits are in any order. */
static gboolean
is_less(double a, double b)
{
    return a < b - 1e-9 * MAX(fabs(a), fabs(b));
}

static gboolean
sorts(const LintFacts *facts, gboolean descending)
{
    double last = NAN;

    for (guint i = 0; i < facts->n_categories; i++) {
        const LintCategory *category = &facts->categories[i];

        if (category->name == NULL) /* what stands behind a space is set apart */
            break;
        if (category->leftover || isnan(category->value))
            continue;
        if (!isnan(last) &&
            (descending ? is_less(last, category->value) : is_less(category->value, last)))
            return FALSE;
        last = category->value;
    }
    return TRUE;
}

void
lint_sorting(Lint *lint)
{
    const LintFacts *facts = lint->facts;

    if (facts->n_categories > 2 && !facts->sorted_by_kind && !sorts(facts, TRUE) &&
        !sorts(facts, FALSE))
        lint_add(lint, facts->x.kind == LINT_AXIS_CATEGORIES ? "x" : "y",
                 "the categories are not in the order of their values; --sort -value puts the "
                 "largest first");
}

void
lint_other_last(Lint *lint)
{
    const LintFacts *facts = lint->facts;

    for (guint i = 0; i + 1 < facts->n_categories && !facts->sorted_by_kind; i++)
        if (facts->categories[i].leftover && facts->categories[i + 1].name != NULL &&
            !facts->categories[i + 1].leftover)
            lint_add(lint, facts->x.kind == LINT_AXIS_CATEGORIES ? "x" : "y",
                     "\"%s\" stands before \"%s\"; what is left over stands last",
                     facts->categories[i].name, facts->categories[i + 1].name);
}

static gboolean
is_listed(const LintFacts *facts, guint index)
{
    for (guint i = 0; i < index; i++)
        if (color_equal(facts->series[i].color, facts->series[index].color))
            return TRUE;
    return FALSE;
}

void
lint_series(Lint *lint)
{
    const LintFacts *facts = lint->facts;
    guint colors = 0;

    if (facts->ramp || facts->named) /* names in the marks leave nothing to tell apart */
        return;
    for (guint i = 0; i < facts->n_series; i++)
        colors += facts->series[i].name != NULL && !facts->series[i].muted && !is_listed(facts, i);
    if (colors > MOST_SERIES)
        lint_add(lint, "figure",
                 "%u colours are hard to tell apart; --highlight shows the ones that matter, "
                 "--facet gives each a panel, --top adds up the rest",
                 colors);
}

void
lint_slices(Lint *lint)
{
    if (lint->facts->n_slices > MOST_SLICES)
        lint_add(lint, "figure",
                 "a pie of %u slices; bars compare so many, or --top adds up the "
                 "smallest",
                 lint->facts->n_slices);
}

/* Names of the key that stand in a column, from top to bottom; NULL when they stand in a row. */
static GPtrArray *
key_column(const Lint *lint)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    double x = NAN, y = -G_MAXDOUBLE;

    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);

        if (!lint_has_role(text, ROLE_LEGEND))
            continue;
        if (!isnan(x) && (text->node->text.at.x != x || text->node->text.at.y <= y))
            return NULL;
        x = text->node->text.at.x;
        y = text->node->text.at.y;
        g_ptr_array_add(names, (gpointer)lint_words(text));
    }
    return names->len > 1 ? g_steal_pointer(&names) : NULL;
}

static const LintSeries *
find_series(const LintFacts *facts, const char *name)
{
    for (guint i = 0; i < facts->n_series; i++)
        if (g_strcmp0(facts->series[i].name, name) == 0)
            return &facts->series[i];
    return NULL;
}

void
lint_key_order(Lint *lint)
{
    g_autoptr(GPtrArray) names = key_column(lint);
    const LintSeries *above = NULL;

    for (guint i = 0; names != NULL && i < names->len; i++) {
        const LintSeries *series = find_series(lint->facts, names->pdata[i]);

        if (series == NULL || isnan(series->end))
            continue;
        if (above != NULL && is_less(above->end, series->end)) {
            lint_add(lint, "key",
                     "\"%s\" stands over \"%s\" in the key and ends below it; --order puts the key "
                     "into the order of the data",
                     above->name, series->name);
            return;
        }
        above = series;
    }
}

void
lint_direct_labels(Lint *lint)
{
    const LintFacts *facts = lint->facts;
    guint ends = 0;

    for (guint i = 0; i < facts->n_series; i++)
        ends += !isnan(facts->series[i].end);
    if (ends < 2 || ends > DIRECT_LINES || ends < facts->n_series)
        return;
    for (guint i = 0; i < lint->texts->len; i++)
        if (lint_has_role(LINT_TEXT(lint, i), ROLE_LEGEND)) {
            lint_add(lint, "key", "%u lines can bear their names; --legend direct writes them",
                     ends);
            return;
        }
}
