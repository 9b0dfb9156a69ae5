#include "words/language.h"

#include <string.h>

#define MINUS "\u2212"
#define NO_BREAK "\u00a0"
#define NARROW_NO_BREAK "\u202f"

#define MILLIONS(million, million_mark, billion, billion_mark, trillion, trillion_mark) \
    {                                                                                   \
        { 1e12, 1e12, trillion, trillion_mark }, { 1e9, 1e9, billion, billion_mark },   \
        {                                                                               \
            1e6, 1e6, million, million_mark                                             \
        }                                                                               \
    }

/* East Asian numbers go by powers of 10,000; below a million they are written out all the same. */
#define MYRIADS(man, oku, cho)                            \
    {                                                     \
        { 1e12, 1e12, cho, cho }, { 1e8, 1e8, oku, oku }, \
        {                                                 \
            1e4, 1e6, man, man                            \
        }                                                 \
    }

/* The units finer than a day, for a date and the mark between hours and minutes. */
#define DAY_AND_CLOCK(day, colon)                                                          \
    [TIME_SECOND] = day " %H" colon "%M" colon "%S", [TIME_MINUTE] = day " %H" colon "%M", \
    [TIME_HOUR] = day " %H" colon "%M", [TIME_DAY] = day
#define CLOCK_AND_DAY(day)                                                                     \
    [TIME_SECOND] = "%H:%M:%S " day, [TIME_MINUTE] = "%H:%M " day, [TIME_HOUR] = "%H:%M " day, \
    [TIME_DAY] = day
#define CLOCK(colon)                                                                 \
    {                                                                                \
        [TIME_SECOND] = "%H" colon "%M" colon "%S", [TIME_MINUTE] = "%H" colon "%M", \
        [TIME_HOUR] = "%H" colon "%M",                                               \
    }

/* The words of a language: a column of the table. */
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) en,
static const char *const words_en[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) de,
static const char *const words_de[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) fr,
static const char *const words_fr[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) es,
static const char *const words_es[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) pt,
static const char *const words_pt[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) id_,
static const char *const words_id[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) vi,
static const char *const words_vi[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) ko,
static const char *const words_ko[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) ja,
static const char *const words_ja[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) zh,
static const char *const words_zh[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD
#define WORD(id, en, de, fr, es, pt, id_, vi, ko, ja, zh, th) th,
static const char *const words_th[] = {
#include "words/description_table.inc"
#include "words/word_table.inc"
};
#undef WORD

const Language languages[] = {
#include "words/language_table.inc"
    { .tag = NULL },
};

const Language *
language_find(const char *tag)
{
    for (gsize i = 0; languages[i].tag != NULL; i++)
        if (g_ascii_strcasecmp(languages[i].tag, tag) == 0)
            return &languages[i];
    return NULL;
}

const char **
language_tags(void)
{
    const char **tags = g_new0(const char *, G_N_ELEMENTS(languages));

    for (gsize i = 0; languages[i].tag != NULL; i++)
        tags[i] = languages[i].tag;
    return tags;
}

/* The word for a code; NULL when it is none that the language writes. */
static const char *
language_name_of(const Language *language, const TimeParts *parts, char code)
{
    switch (code) {
    case 'B':
        return language->months[parts->month - 1];
    case 'b':
        return language->months_short[parts->month - 1];
    case 'A':
        return language->days[parts->weekday - 1];
    case 'a':
        return language->days_short[parts->weekday - 1];
    case 'p':
        return parts->hour < 12 ? language->am : language->pm;
    default:
        return NULL;
    }
}

void
language_append_time(const Language *language, GString *out, double time, const char *format)
{
    TimeParts parts = calendar_parts(time);
    g_autoptr(GString) rest = g_string_new(NULL);

    for (const char *p = format; *p != '\0';) {
        const char *name = *p == '%' ? language_name_of(language, &parts, p[1]) : NULL;
        gsize length = *p == '%' && p[1] != '\0' ? 2 : 1;

        if (name == NULL && !g_str_has_prefix(p, "%-V")) {
            g_string_append_len(rest, p, (gssize)length);
            p += length;
            continue;
        }
        /* Names may hold a per cent sign, so they never pass through the calendar. */
        calendar_append_format(out, time, rest->str);
        g_string_truncate(rest, 0);
        if (name != NULL)
            g_string_append(out, name);
        else
            g_string_append_printf(out, "%d", parts.iso_week);
        p += name != NULL ? 2 : 3;
    }
    calendar_append_format(out, time, rest->str);
}

void
language_append_label(const Language *language, GString *out, double time, TimeUnit unit)
{
    language_append_time(language, out, time, language->full[unit]);
}

void
language_append_initial(const Language *language, GString *out, int month)
{
    const char *january = language->months_short[0], *february = language->months_short[1];

    if (g_ascii_isalpha(*january) && *january != *february)
        g_string_append_c(out, *language->months_short[month - 1]);
    else
        g_string_append_printf(out, "%d", month);
}

void
language_append_word(const Language *language, GString *out, LanguageWord word,
                     const char *const *filled)
{
    guint n = g_strv_length((char **)filled);

    for (const char *p = language->words[word]; *p != '\0'; p++) {
        guint at = p[1] >= '1' && p[1] <= '9' ? (guint)(p[1] - '1') : 0;

        if (*p != '#') {
            g_string_append_c(out, *p);
            continue;
        }
        g_assert(at < n);
        g_string_append(out, filled[at]);
        p += g_ascii_isdigit(p[1]) ? 1 : 0;
    }
}

char *
language_word_with(const Language *language, LanguageWord word, const char *filled)
{
    const char *const all[] = { filled, NULL };
    GString *out = g_string_new(NULL);

    language_append_word(language, out, word, all);
    return g_string_free(out, FALSE);
}

void
language_append_more(const Language *language, GString *out, guint n)
{
    g_autofree char *number = g_strdup_printf("%u", n);
    const char *const filled[] = { number, NULL };

    language_append_word(language, out, WORD_AND_MORE, filled);
}

char *
language_labelled(const Language *language, LanguageWord word, const char *text)
{
    const char *label = language->words[word];

    if (text == NULL || *text == '\0')
        return NULL;
    if (g_ascii_strncasecmp(text, label, strlen(label)) == 0)
        return g_strdup(text);
    return g_strconcat(label, language->colon, text, NULL);
}

void
language_money(const Language *language, const char *sign, char **ret_before, char **ret_after)
{
    const char *pattern = language->money, *amount = strchr(pattern, '#');
    const char *place = strstr(pattern, "¤");

    *ret_before = *ret_after = NULL;
    if (place < amount)
        *ret_before = g_strdup_printf("%s%.*s", sign, (int)(amount - place - (int)strlen("¤")),
                                      place + strlen("¤"));
    else
        *ret_after = g_strdup_printf("%.*s%s", (int)(place - amount - 1), amount + 1, sign);
}
