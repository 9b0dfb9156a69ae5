#include "plot/thin_plan.h"

#include "plot/channel_expr.h"
#include "plot/option.h"

#include <string.h>

/* Twice as fine as lines are drawn (mark/decimate.h), on the widest of the presets. */
#define STEPS_A_PX 8
#define USUAL_WIDTH 1280

/* Options under which a figure is the same without the rows that cannot be seen: they say how cells
 * are read, or what is written and in which look. Whatever is not here may look at every row. */
static const char *const harmless[] = {
    "x",        "y",         "delimiter",  "decimal", "encoding",   "quotes",   "ragged",
    "max-rows", "max-bytes", "max-cell",   "title",   "subtitle",   "source",   "note",
    "alt",      "lang",      "x-label",    "y-label", "x-unit",     "y-unit",   "x-format",
    "y-format", "grid",      "preset",     "width",   "height",     "scale",    "dpi",
    "theme",    "palette",   "fill-color", "font",    "background", "output",   "format",
    "mkdir",    "strict",    "lint",       "timing",  "svg-text",   "metadata", "max-pixels",
    NULL
};

/* Whether no option was given but those and some channels. */
static gboolean
thin_is_harmless(const Spec *spec, const char *const *channels)
{
    for (guint i = 0; i < option_count; i++)
        if (spec->given[i] != 0 && !g_strv_contains(harmless, option_defs[i].name) &&
            !g_strv_contains(channels, option_defs[i].name))
            return FALSE;
    return TRUE;
}

/* FALSE: it cannot be added up while reading. */
static gboolean
thin_group_kind(AggregateKind kind, GroupKind *ret_kind)
{
    switch (kind) {
    case AGGREGATE_SUM:
        *ret_kind = GROUP_SUM;
        return TRUE;
    case AGGREGATE_MEAN:
        *ret_kind = GROUP_MEAN;
        return TRUE;
    case AGGREGATE_MIN:
        *ret_kind = GROUP_LEAST;
        return TRUE;
    case AGGREGATE_MAX:
        *ret_kind = GROUP_GREATEST;
        return TRUE;
    case AGGREGATE_COUNT:
    case AGGREGATE_MEDIAN:
    case AGGREGATE_DISTINCT:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        return FALSE;
    }
    g_assert_not_reached();
}

/* What a channel asks for; FALSE when that is not just a column or an aggregate of one. */
static gboolean
thin_add_channel(CsvGrouping *grouping, Channel channel, const char *text, GPtrArray *texts)
{
    static const char *const no_names[] = { NULL };
    g_autoptr(GPtrArray) terms = channel_expr_parse(channel, text, no_names, NULL);
    ChannelTerm *term = terms != NULL && terms->len == 1 ? terms->pdata[0] : NULL;

    if (term == NULL || term->name == NULL)
        return FALSE;
    if (term->kind == TERM_COLUMN && grouping->n_keys < CSV_MOST_KEYS) {
        grouping->keys[grouping->n_keys++] = text;
        return TRUE;
    }
    if (term->kind != TERM_AGGREGATE || grouping->value != NULL ||
        !thin_group_kind(term->aggregate, &grouping->kind))
        return FALSE;
    grouping->expression = text;
    grouping->value = g_strdup(term->name);
    g_ptr_array_add(texts, (gpointer)grouping->value);
    return TRUE;
}

CsvGrouping
thin_plan_groups(const Spec *spec, const ChartType *chart, GPtrArray *texts)
{
    static const char *const channels[] = { "color", "facet", "facet-rows", NULL };
    CsvGrouping grouping = { .n_keys = 0 };

    if (chart == NULL || !thin_is_harmless(spec, channels))
        return grouping;
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        if (spec->channels[c] != NULL &&
            !thin_add_channel(&grouping, (Channel)c, spec->channels[c], texts))
            return (CsvGrouping){ .n_keys = 0 };
    return grouping.value != NULL ? grouping : (CsvGrouping){ .n_keys = 0 };
}

CsvThinning
thin_plan(const Spec *spec, const ChartType *chart)
{
    static const char *const none[] = { NULL };
    const char *x = spec->channels[CHANNEL_X], *y = spec->channels[CHANNEL_Y];
    double width = USUAL_WIDTH;

    if (chart == NULL || !chart->thins || x == NULL || y == NULL || strchr(x, '(') != NULL ||
        strchr(y, '(') != NULL || !thin_is_harmless(spec, none))
        return (CsvThinning){ .steps = 0 };
    if (option_is_given(spec, "width"))
        width = MAX(width, spec->width);
    return (CsvThinning){ .x = x, .y = y, .steps = (gsize)(STEPS_A_PX * width) };
}
