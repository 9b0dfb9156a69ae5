#include "words/description.h"

#include <string.h>

/* More names than this are counted, not listed. */
#define MAX_NAMES 6

/* What types of charts are called, in the order of the languages. */
static const struct {
    const char *type, *names[11];
} chart_names[] = {
#define CHART_NAME(type, ...) { type, { __VA_ARGS__ } },
#include "words/chart_name_table.inc"
#undef CHART_NAME
};

static char *
description_chart(const Language *language, const char *type)
{
    for (gsize i = 0; i < G_N_ELEMENTS(chart_names); i++)
        if (strcmp(chart_names[i].type, type) == 0)
            return g_strdup(chart_names[i].names[language - languages]);
    return language_word_with(language, WORD_CHART_CALLED, type);
}

static void
description_append(const Language *language, GString *out, LanguageWord word, const char *first,
                   const char *second)
{
    const char *const filled[] = { first, second, NULL };

    language_append_word(language, out, word, filled);
}

/* Things are counted where there are several. */
static void
description_append_number(const Language *language, GString *out, LanguageWord word, gsize n)
{
    g_autoptr(GString) number = g_string_new(NULL);

    number_append_label(number, &language->marks, (double)n, 0);
    if (n > 1)
        description_append(language, out, word, number->str, NULL);
}

/* The blank before a sentence that is not the first. */
static void
description_begin(const Language *language, GString *out)
{
    if (out->len > 0)
        g_string_append(out, language->between);
}

static void
description_append_subject(const Language *language, GString *out, const DescriptionFacts *facts)
{
    g_autofree char *chart = description_chart(language, facts->chart);

    if (facts->measure != NULL)
        description_append(language, out, WORD_CHART_OF, chart, facts->measure);
    else
        g_string_append(out, chart);
    if (facts->scope != NULL)
        g_string_append_printf(out, "%s%s", language->comma, facts->scope);
    if (facts->by != NULL)
        description_append(language, out, WORD_CHART_BY, facts->by, NULL);
    if (facts->from != NULL && facts->to != NULL)
        description_append(language, out, WORD_CHART_FROM_TO, facts->from, facts->to);
    description_append_number(language, out, WORD_CHART_PLACES, facts->n_places);
    description_append_number(language, out, WORD_CHART_VALUES, facts->n_values);
    description_append_number(language, out, WORD_CHART_ENTRIES, facts->n_entries);
    description_append_number(language, out, WORD_CHART_PANELS, facts->n_panels);
    g_string_append(out, language->stop);
}

char *
description_list(const Language *language, const char *const *names, guint n)
{
    GString *out = g_string_new(NULL);
    guint listed = n > MAX_NAMES ? MAX_NAMES - 1 : n;

    for (guint i = 0; i < listed; i++) {
        if (i > 0)
            g_string_append(out, i + 1 == n ? language->words[WORD_LAST_OF_LIST] : language->comma);
        g_string_append(out, names[i]);
    }
    if (listed < n) {
        g_string_append(out, language->comma);
        language_append_more(language, out, n - listed);
    }
    return g_string_free(out, FALSE);
}

/* A sentence that lists names, unless there are none. */
static void
description_append_list(const Language *language, GString *out, LanguageWord word,
                        const char *const *names, guint n)
{
    g_autofree char *list = NULL;

    if (n == 0)
        return;
    list = description_list(language, names, n);
    description_begin(language, out);
    description_append(language, out, word, list, NULL);
}

static char *
description_value(const Language *language, const DescriptionValue *value)
{
    GString *out = g_string_new(NULL);

    if (value->at != NULL)
        description_append(language, out, WORD_VALUE_AT, value->value, value->at);
    else
        g_string_append(out, value->value);
    return g_string_free(out, FALSE);
}

static void
description_append_extremes(const Language *language, GString *out, const DescriptionFacts *facts)
{
    g_autofree char *highest = NULL, *lowest = NULL;

    if (facts->highest.value == NULL)
        return;
    highest = description_value(language, &facts->highest);
    description_begin(language, out);
    if (facts->one_level) {
        description_append(language, out, WORD_ONE_LEVEL, facts->highest.value, NULL);
    } else if (facts->lowest.value == NULL) {
        description_append(language, out, WORD_ONE_VALUE, highest, NULL);
    } else {
        lowest = description_value(language, &facts->lowest);
        description_append(language, out, WORD_EXTREMES, highest, lowest);
    }
}

static void
description_append_trends(const Language *language, GString *out, const DescriptionFacts *facts)
{
    if (facts->n_trends == 0)
        return;
    description_begin(language, out);
    g_string_append_printf(out, "%s%s", language->words[WORD_OVER_TIME], language->colon);
    for (guint i = 0; i < facts->n_trends; i++) {
        const DescriptionTrend *trend = &facts->trends[i];
        LanguageWord word = trend->direction > 0   ? WORD_GOES_UP
                            : trend->direction < 0 ? WORD_GOES_DOWN
                                                   : WORD_STAYS;
        g_autofree char *first = description_value(language, &trend->first);
        g_autofree char *last = description_value(language, &trend->last);
        g_autoptr(GString) change = g_string_new(NULL);

        description_append(language, change, word, first, last);
        g_string_append(out, i > 0 ? "; " : "");
        if (trend->name != NULL)
            description_append(language, out, WORD_TREND_OF, trend->name, change->str);
        else
            g_string_append(out, change->str);
    }
    g_string_append(out, language->stop);
}

char *
description_write(const Language *language, const DescriptionFacts *facts)
{
    GString *out = g_string_new(NULL);
    g_autofree char *source = NULL;

    description_append_subject(language, out, facts);
    if (facts->n_compared > 1)
        description_append_list(language, out, WORD_COMPARES, facts->compared, facts->n_compared);
    description_append_extremes(language, out, facts);
    description_append_trends(language, out, facts);
    for (guint i = 0; i < facts->n_sentences; i++) {
        description_begin(language, out);
        g_string_append(out, facts->sentences[i]);
    }
    description_append_list(language, out, WORD_ALSO_SHOWN, facts->shown, facts->n_shown);
    description_append_list(language, out, WORD_MARKED, facts->marked, facts->n_marked);
    if (facts->note != NULL) {
        description_begin(language, out);
        g_string_append(out, facts->note);
    }
    source = language_labelled(language, WORD_SOURCE, facts->source);
    if (source != NULL) {
        description_begin(language, out);
        g_string_append(out, source);
        if (!g_str_has_suffix(source, ".") && !g_str_has_suffix(source, language->stop))
            g_string_append(out, language->stop);
    }
    return g_string_free(out, FALSE);
}
