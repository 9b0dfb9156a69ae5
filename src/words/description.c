#include "words/description.h"

/* More names than this are counted, not listed. */
#define MAX_NAMES 6

static void
description_append_names(GString *out, const char *const *names, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", names[i]);
}

static void
description_append_subject(GString *out, const DescriptionFacts *facts)
{
    g_string_append(out, facts->chart);
    if (facts->measure != NULL)
        g_string_append_printf(out, " of %s", facts->measure);
    if (facts->by != NULL)
        g_string_append_printf(out, " by %s", facts->by);
    if (facts->from != NULL && facts->to != NULL)
        g_string_append_printf(out, ", %s to %s", facts->from, facts->to);
    else if (facts->n_places > 0)
        g_string_append_printf(out, ", %u categories", facts->n_places);
    if (facts->n_panels > 1)
        g_string_append_printf(out, ", in %u panels", facts->n_panels);
    g_string_append_c(out, '.');
}

char *
description_write(const DescriptionFacts *facts)
{
    GString *out = g_string_new(NULL);

    description_append_subject(out, facts);
    if (facts->n_series > 1 && facts->n_series <= MAX_NAMES) {
        g_string_append_printf(out, " %u series: ", facts->n_series);
        description_append_names(out, facts->series, facts->n_series);
        g_string_append_c(out, '.');
    } else if (facts->n_series > 1) {
        g_string_append_printf(out, " %u series, among them ", facts->n_series);
        description_append_names(out, facts->series, MAX_NAMES - 1);
        g_string_append_c(out, '.');
    }
    if (facts->highest != NULL)
        g_string_append_printf(out, " Highest: %s%s%s%s", facts->highest,
                               facts->highest_at != NULL ? " (" : "",
                               facts->highest_at != NULL ? facts->highest_at : "",
                               facts->highest_at != NULL ? ")" : "");
    if (facts->lowest != NULL)
        g_string_append_printf(
            out, "; lowest: %s%s%s%s", facts->lowest, facts->lowest_at != NULL ? " (" : "",
            facts->lowest_at != NULL ? facts->lowest_at : "", facts->lowest_at != NULL ? ")" : "");
    if (facts->highest != NULL)
        g_string_append_c(out, '.');
    for (guint i = 0; i < facts->n_more; i++)
        g_string_append_printf(out, " %s", facts->more[i]);
    if (facts->note != NULL)
        g_string_append_printf(out, " %s", facts->note);
    return g_string_free(out, FALSE);
}
