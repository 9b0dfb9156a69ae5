#include "map/relation_words.h"

#include "plot/bind.h"

/* As many owners of one extreme are named; the rest is counted. */
#define MAX_TIES 3

const char *
describe_number(const Plot *plot, guint n)
{
    g_autoptr(GString) number = g_string_new(NULL);

    number_append_label(number, &bind_language(plot)->marks, (double)n, 0);
    return arena_strdup(plot->arena, number->str);
}

const char *
describe_measure(const Plot *plot, const char *title, const AxisSpec *axis)
{
    if (title == NULL)
        return axis->title_unit != NULL ? axis->title_unit
                                        : bind_language(plot)->words[WORD_VALUES];
    if (axis->title_unit == NULL)
        return title;
    return bind_word(plot, WORD_VALUE_AT, (const char *const[]){ title, axis->title_unit, NULL });
}

static DescriptionValue
describe_extreme(const Plot *plot, const char *text, double value, const NamedValue *values,
                 guint n_values)
{
    g_autoptr(GString) names = g_string_new(NULL);
    guint n = 0;

    for (guint i = 0; i < n_values; i++)
        if (values[i].value == value && values[i].name != NULL && ++n <= MAX_TIES)
            g_string_append_printf(names, "%s%s", names->len > 0 ? "; " : "", values[i].name);
    if (n > MAX_TIES) {
        g_string_append(names, "; ");
        language_append_more(bind_language(plot), names, n - MAX_TIES);
    }
    return (DescriptionValue){ text,
                               names->len > 0 ? arena_strdup(plot->arena, names->str) : NULL };
}

void
describe_extremes(const Plot *plot, const AxisSpec *axis, const NamedValue *values, guint n,
                  DescriptionFacts *facts)
{
    double ends[2] = { -INFINITY, INFINITY };
    const char **texts;
    guint known = 0;

    for (guint i = 0; i < n; i++) {
        if (isnan(values[i].value))
            continue;
        known++;
        ends[0] = MAX(ends[0], values[i].value);
        ends[1] = MIN(ends[1], values[i].value);
    }
    if (known == 0)
        return;
    texts = bind_value_labels(plot, axis, ends, 2);
    facts->highest = describe_extreme(plot, texts[0], ends[0], values, n);
    facts->one_level = known > 1 && ends[0] == ends[1];
    if (ends[0] != ends[1])
        facts->lowest = describe_extreme(plot, texts[1], ends[1], values, n);
}

/* "North Korea – Thailand" */
static const char *
relations_link_name(const Plot *plot, const Relations *relations, const RelationLink *link)
{
    return arena_printf(plot->arena, "%s %s %s", relations->nodes[link->from].name,
                        relations->directed ? "→" : "–", relations->nodes[link->to].name);
}

/* The node at which all links end; G_MAXUINT: there is none, or every one has both its ends. */
static guint
relations_hub(const Relations *relations)
{
    guint ends[2] = { relations->links[0].from, relations->links[0].to };

    for (guint k = 0; relations->n_nodes > 2 && k < 2; k++) {
        gboolean all = TRUE;

        for (guint i = 1; i < relations->n_links; i++)
            all = all && (relations->links[i].from == ends[k] || relations->links[i].to == ends[k]);
        if (all)
            return ends[k];
    }
    return G_MAXUINT;
}

static const char *
relations_scope(const Plot *plot, const Relations *relations)
{
    const char *links = describe_number(plot, relations->n_links);
    guint hub;

    if (relations->n_links == 1)
        return relations_link_name(plot, relations, &relations->links[0]);
    hub = relations_hub(relations);
    if (hub == G_MAXUINT)
        return bind_word(
            plot, WORD_LINKS_BETWEEN,
            (const char *const[]){ links, describe_number(plot, relations->n_nodes), NULL });
    return bind_word(plot, WORD_LINKS_OF,
                     (const char *const[]){ links, relations->nodes[hub].name,
                                            describe_number(plot, relations->n_nodes - 1), NULL });
}

static void
relations_describe_kinds(const Plot *plot, DescriptionFacts *facts)
{
    const char **names = arena_new0(plot->arena, const char *, plot->n_series);

    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL && !plot->series[i].unlisted)
            names[facts->n_compared++] = plot->series[i].name;
    facts->compared = names;
}

void
relations_describe(const Plot *plot, const Relations *relations, DescriptionFacts *facts)
{
    NamedValue *values = arena_new0(plot->arena, NamedValue, relations->n_links);

    facts->scope = relations_scope(plot, relations);
    relations_describe_kinds(plot, facts);
    if (!relations->weighted)
        return;
    for (guint i = 0; i < relations->n_links; i++)
        values[i] = (NamedValue){ relations->links[i].weight,
                                  relations_link_name(plot, relations, &relations->links[i]) };
    facts->measure = describe_measure(plot, relations->axis.title, &relations->axis);
    describe_extremes(plot, &relations->axis, values, relations->n_links, facts);
}
