// What a map says of itself: its links, its areas, its dots, and all notes on it.
#include "map/map.h"

#include "map/graph.h"
#include "map/relation_words.h"
#include "plot/bind.h"

#include <stdlib.h>
#include <string.h>

static void
words_add(const Plot *plot, DescriptionFacts *facts, const char *sentence)
{
    const char **sentences = arena_new0(plot->arena, const char *, facts->n_sentences + 1);

    for (guint i = 0; i < facts->n_sentences; i++)
        sentences[i] = facts->sentences[i];
    sentences[facts->n_sentences++] = sentence;
    facts->sentences = sentences;
}

/* Numbers beside those that the map is about: "GDP ranges from 2 (Laos) to 9 (Thailand)." */
static void
words_add_range(const Plot *plot, const char *measure, const DescriptionFacts *range,
                DescriptionFacts *facts)
{
    const DescriptionValue *ends[] = { range->lowest.value != NULL ? &range->lowest
                                                                   : &range->highest,
                                       &range->highest };
    const char *texts[2];

    if (range->highest.value == NULL)
        return;
    for (guint i = 0; i < 2; i++) {
        texts[i] = ends[i]->value;
        if (ends[i]->at != NULL)
            texts[i] = bind_word(plot, WORD_VALUE_AT,
                                 (const char *const[]){ ends[i]->value, ends[i]->at, NULL });
    }
    words_add(plot, facts,
              bind_word(plot, WORD_MAP_RANGE,
                        (const char *const[]){ measure, texts[0], texts[1], NULL }));
}

/* What numbers are about is the map's measure, or a sentence where it has one. */
static void
words_add_numbers(const Plot *plot, const char *title, const AxisSpec *axis,
                  const NamedValue *values, guint n, DescriptionFacts *facts)
{
    const char *measure = describe_measure(plot, title, axis);
    DescriptionFacts range = { 0 };

    if (facts->measure != NULL) {
        describe_extremes(plot, axis, values, n, &range);
        words_add_range(plot, measure, &range, facts);
        return;
    }
    facts->measure = measure;
    describe_extremes(plot, axis, values, n, facts);
}

/* "# areas", unless the map is about something else already. */
static void
words_set_scope(const Plot *plot, LanguageWord word, guint n, DescriptionFacts *facts)
{
    if (facts->scope == NULL && n > 1)
        facts->scope =
            bind_word(plot, word, (const char *const[]){ describe_number(plot, n), NULL });
}

/* "Open (5)" */
static const char *
words_counted(const Plot *plot, const char *name, guint n)
{
    return bind_word(plot, WORD_VALUE_AT,
                     (const char *const[]){ name, describe_number(plot, n), NULL });
}

/* Areas of each category, and those without one. */
static void
words_add_categories(const Map *map, const char *title, DescriptionFacts *facts)
{
    const MapFills *fills = map->fills;
    const Plot *plot = map->plot;
    const Language *language = bind_language(plot);
    guint n_series = fills->plot.n_series, n = 0;
    g_autofree guint *counts = g_new0(guint, n_series + 1);
    const char **names = arena_new0(plot->arena, const char *, n_series + 1);
    g_autofree char *list = NULL;

    for (guint i = 0; i < fills->n; i++)
        counts[fills->items[i].color.a > 0 ? fills->items[i].series : n_series]++;
    for (guint i = 0; i <= n_series; i++)
        if (counts[i] > 0)
            names[n++] = words_counted(
                plot, i < n_series ? fills->plot.series[i].name : language->words[WORD_NO_DATA],
                counts[i]);
    list = description_list(language, names, n);
    words_add(plot, facts,
              bind_word(plot, WORD_AREAS_BY, (const char *const[]){ title, list, NULL }));
}

static void
words_add_hatches(const Map *map, DescriptionFacts *facts)
{
    const MapFills *fills = map->fills;
    const char *title = fills->plot.frame->titles[CHANNEL_HATCH];
    const char **names = arena_new0(map->plot->arena, const char *, fills->n_hatches + 1);
    g_autofree char *list = NULL;

    if (fills->n_hatches == 0 || title == NULL)
        return;
    for (guint k = 0; k < fills->n_hatches; k++) {
        guint n = 0;

        for (guint i = 0; i < fills->n; i++)
            n += fills->items[i].hatch == k + 1;
        names[k] = words_counted(map->plot, fills->hatches[k].name, n);
    }
    list = description_list(bind_language(map->plot), names, fills->n_hatches);
    words_add(map->plot, facts,
              bind_word(map->plot, WORD_AREAS_BY, (const char *const[]){ title, list, NULL }));
}

static void
words_add_fills(const Map *map, DescriptionFacts *facts)
{
    const MapFills *fills = map->fills;
    const Plot *own = &fills->plot;
    const Column *column = own->frame->columns[CHANNEL_FILL];
    const char *title = own->frame->titles[CHANNEL_FILL];
    NamedValue *values = arena_new0(map->plot->arena, NamedValue, fills->n + 1);

    words_set_scope(map->plot, WORD_AREAS, fills->n, facts);
    for (guint i = 0; i < fills->n && fills->ramp; i++)
        values[i] = (NamedValue){ column->values[fills->items[i].row - 1], fills->items[i].name };
    if (fills->ramp) {
        words_add_numbers(own, title, &own->color, values, fills->n, facts);
    } else if (column != NULL && title != NULL) {
        if (facts->measure == NULL && map->relations == NULL)
            facts->measure = title;
        words_add_categories(map, title, facts);
    }
    words_add_hatches(map, facts);
}

/* A name and how often it was seen. */
typedef struct {
    const char *name;
    guint n, first;
} WordsTally;

static int
words_compare(const void *a, const void *b)
{
    const WordsTally *left = a, *right = b;

    if (left->n != right->n)
        return left->n > right->n ? -1 : 1;
    return left->first < right->first ? -1 : 1;
}

/* How many dots each place has, the most first. */
static void
words_add_dots(const Map *map, DescriptionFacts *facts)
{
    const Plot *plot = map->plot;
    WordsTally *tallies = arena_new0(plot->arena, WordsTally, map->n_symbols + 1);
    const char **names = arena_new0(plot->arena, const char *, map->n_symbols + 1);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *list = NULL;
    guint n = 0;

    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];
        const char *name = symbol->name != NULL ? symbol->name : symbol->words;
        WordsTally *tally = name != NULL ? g_hash_table_lookup(seen, name) : NULL;

        if (name == NULL)
            continue;
        if (tally == NULL) {
            tally = &tallies[n];
            *tally = (WordsTally){ .name = name, .first = n++ };
            g_hash_table_insert(seen, (gpointer)name, tally);
        }
        tally->n++;
    }
    if (n == 0)
        return;
    qsort(tallies, n, sizeof *tallies, words_compare);
    for (guint i = 0; i < n; i++)
        names[i] =
            tallies[0].n > 1 ? words_counted(plot, tallies[i].name, tallies[i].n) : tallies[i].name;
    list = description_list(bind_language(plot), names, n);
    words_add(plot, facts, bind_word(plot, WORD_DOTS_AT, (const char *const[]){ list, NULL }));
}

static void
words_add_symbols(const Map *map, DescriptionFacts *facts)
{
    NamedValue *values = arena_new0(map->plot->arena, NamedValue, map->n_symbols + 1);

    words_set_scope(map->plot, map->sized ? WORD_CIRCLES : WORD_DOTS, map->n_symbols, facts);
    if (!map->sized) {
        words_add_dots(map, facts);
        return;
    }
    for (guint i = 0; i < map->n_symbols; i++)
        values[i] = (NamedValue){ map->symbols[i].value, map->symbols[i].words != NULL
                                                             ? map->symbols[i].words
                                                             : map->symbols[i].name };
    words_add_numbers(map->plot, map->sizes.title, &map->sizes, values, map->n_symbols, facts);
}

/* "Jul 2000, Bangkok: North Korea joins; …", all of them. */
static void
words_add_notes(const Map *map, DescriptionFacts *facts)
{
    const Language *language = bind_language(map->plot);
    g_autoptr(GString) notes = g_string_new(NULL);

    for (guint i = 0; i < map->n_callouts; i++) {
        const MapCallout *callout = &map->callouts[i];
        const char *where = callout->place.name;

        g_string_append(notes, i > 0 ? "; " : "");
        if (callout->date != NULL)
            g_string_append_printf(notes, "%s%s", callout->date,
                                   where != NULL ? language->comma : language->colon);
        if (where != NULL)
            g_string_append_printf(notes, "%s%s", where, language->colon);
        g_string_append(notes, callout->text);
    }
    if (notes->len == 0)
        return;
    if (g_str_has_suffix(notes->str, language->stop))
        g_string_truncate(notes, notes->len - strlen(language->stop));
    words_add(map->plot, facts,
              bind_word(map->plot, WORD_MAP_NOTES, (const char *const[]){ notes->str, NULL }));
}

void
map_describe(const Plot *plot, DescriptionFacts *facts)
{
    const Map *map = g_ptr_array_index(plot->layers, 0);

    if (map->layer.type != &mark_map) {
        graph_describe(plot, facts);
        return;
    }
    if (map->relations != NULL)
        relations_describe(plot, map->relations, facts);
    if (map->sized && map->n_symbols > 0)
        words_add_symbols(map, facts);
    if (map->fills != NULL)
        words_add_fills(map, facts);
    if (!map->sized && map->n_symbols > 0)
        words_add_symbols(map, facts);
    words_add_notes(map, facts);
}
