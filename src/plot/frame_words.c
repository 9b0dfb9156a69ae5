#include <string.h>

#include "plot/frame_work.h"
#include "plot/rename.h"
#include "words/language.h"

char *
frame_title_of(const char *header)
{
    g_autofree char *words = g_strdelimit(g_strdup(header), "_", ' ');
    g_autofree char *first = NULL;

    g_strstrip(words);
    if (*words == '\0')
        return g_steal_pointer(&words);
    first = g_utf8_strup(words, g_utf8_next_char(words) - words);
    return g_strconcat(first, g_utf8_next_char(words), NULL);
}

gboolean
frame_name_matches(const char *shown, const char *asked)
{
    g_autofree char *title = frame_title_of(asked);

    return g_strcmp0(shown, asked) == 0 || g_strcmp0(shown, title) == 0;
}

gboolean
frame_header_is_percent(const char *header)
{
    return g_str_has_suffix(header, "percent") || g_str_has_suffix(header, "%");
}

/* What an aggregate adds to the name of its column; LANGUAGE_WORD_COUNT: nothing. */
static LanguageWord
frame_aggregate_word(AggregateKind kind)
{
    switch (kind) {
    case AGGREGATE_MEAN:
        return WORD_MEAN_OF;
    case AGGREGATE_MEDIAN:
        return WORD_MEDIAN_OF;
    case AGGREGATE_MIN:
        return WORD_LOWEST_OF;
    case AGGREGATE_MAX:
        return WORD_HIGHEST_OF;
    case AGGREGATE_DISTINCT:
        return WORD_DISTINCT_OF;
    case AGGREGATE_COUNT:
        return WORD_COUNT_OF;
    case AGGREGATE_SUM:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        return LANGUAGE_WORD_COUNT;
    }
    g_assert_not_reached();
}

/* The unit of a value: the flag, the cells' own mark, a `unit` column with one value, or a header
 * that is or ends in "percent". */
static char *
frame_unit(const Table *rows, const Column *column, const char *header, const char *flag)
{
    const Column *unit = table_find(rows, "unit");

    if (flag != NULL)
        return *flag != '\0' ? g_strdup(flag) : NULL;
    if (column->type != COLUMN_NUMBER)
        return NULL;
    if (column->symbol != NULL)
        return g_strdup(column->symbol);
    if (header != NULL && frame_header_is_percent(header))
        return g_strdup("%");
    if (unit != NULL && unit->type == COLUMN_TEXT) {
        const char *only = NULL;

        for (gsize i = 0; i < rows->length; i++) {
            const char *text = column_text(unit, i);

            if (text != NULL && only != NULL && strcmp(only, text) != 0)
                return NULL;
            only = text != NULL ? text : only;
        }
        return g_strdup(only);
    }
    return NULL;
}

char *
frame_term_title(const Spec *spec, const ChannelTerm *term)
{
    const Language *language = language_find(spec->lang);
    LanguageWord word = LANGUAGE_WORD_COUNT;
    g_autofree char *title = NULL;
    const char *renamed;

    if (term->kind == TERM_AGGREGATE && term->name == NULL)
        return g_strdup(language->words[WORD_COUNT]);
    if (term->kind == TERM_LITERAL || strcmp(term->name, "value") == 0)
        return NULL;
    renamed = rename_find(spec, term->name);
    title = renamed != NULL ? g_strdup(renamed) : frame_title_of(term->name);
    if (term->kind == TERM_AGGREGATE)
        word = frame_aggregate_word(term->aggregate);
    if (word == LANGUAGE_WORD_COUNT)
        return g_steal_pointer(&title);
    /* Within the title a header has no capital; a word of the user's stays as it is. */
    if (renamed == NULL && *language->words[word] != '#' && !g_ascii_isupper(title[1]))
        title[0] = g_ascii_tolower(title[0]);
    return language_word_with(language, word, title);
}

/* Words for an axis: the flag, else the header behind the term. */
static char *
frame_channel_title(const FrameWork *work, Channel channel, const char *flag)
{
    if (flag != NULL)
        return *flag != '\0' ? g_strdup(flag) : NULL;
    return frame_term_title(work->spec, work->terms[channel]->pdata[0]);
}

void
frame_say(FrameWork *work, char *names[CHANNEL_COUNT])
{
    Frame *frame = work->frame;

    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        const ChannelTerm *term = work->terms[c] != NULL ? work->terms[c]->pdata[0] : NULL;
        const AxisOptions *axis = spec_axis(work->spec, (Channel)c);
        gboolean has_axis = axis != NULL;

        if (names[c] == NULL)
            continue;
        frame->columns[c] = table_find(work->table, names[c]);
        frame->titles[c] = frame_channel_title(work, (Channel)c, has_axis ? axis->label : NULL);
        if (has_axis &&
            !(term->kind == TERM_AGGREGATE &&
              (term->aggregate == AGGREGATE_COUNT || term->aggregate == AGGREGATE_DISTINCT) &&
              axis->unit == NULL))
            frame->units[c] = frame_unit(work->kept, frame->columns[c], term->name, axis->unit);
        if (has_axis && work->folds_percent && frame->units[c] == NULL && axis->unit == NULL &&
            strcmp(names[c], "value") == 0)
            frame->units[c] = g_strdup("%");
        if (has_axis && term->name != NULL && frame->columns[c]->type == COLUMN_NUMBER &&
            (c != CHANNEL_COLOR || frame->measure == NULL)) {
            g_free(frame->measure);
            g_free(frame->measure_title);
            frame->measure = g_strdup(term->name);
            frame->measure_title = frame_term_title(work->spec, term);
        }
    }
}
