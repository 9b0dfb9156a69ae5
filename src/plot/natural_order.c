#include "plot/natural_order.h"

#include "words/language.h"

#include "base/number.h"

#include <stdlib.h>
#include <string.h>

/* Each set in order; '|' separates names, '/' other spellings of the same place. */
static const char *const sets[] = {
    "jan/january|feb/february|mar/march|apr/april|may|jun/june|jul/july|aug/august|"
    "sep/sept/september|oct/october|nov/november|dec/december",
    "mon/monday|tue/tues/tuesday|wed/wednesday|thu/thur/thurs/thursday|fri/friday|sat/saturday|"
    "sun/sunday",
    "q1|q2|q3|q4",
    "spring|summer|autumn/fall|winter",
    "strongly agree|agree|somewhat agree|neither agree nor disagree/neutral/neither|"
    "somewhat disagree|disagree|strongly disagree|don't know/no opinion/no comment/not sure",
    "very likely|likely/somewhat likely|neutral/neither|unlikely/somewhat unlikely|very unlikely|"
    "don't know/not sure",
    "very satisfied|satisfied/somewhat satisfied|neutral/neither|"
    "dissatisfied/somewhat dissatisfied|very dissatisfied|don't know/not sure",
    "very good/excellent|good|fair/average/neutral|poor/bad|very poor/very bad|don't know",
    "very important|important/somewhat important|neutral/neither|not very important|"
    "not important/not at all important|don't know",
    "always|often/usually|sometimes|rarely/seldom|never|don't know",
    "low|medium/moderate|high",
    "very high|high|medium/moderate|low|very low|none",
    "small|medium|large",
    "xs|s|m|l|xl|xxl",
    "primary|secondary|tertiary",
    "first|second|third|fourth|fifth",
    "yes|no|don't know/not sure/no answer",
};

typedef struct {
    double rank;
    guint index;
} NaturalRank;

static int
natural_compare(const void *a, const void *b)
{
    const NaturalRank *left = a, *right = b;

    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->index < right->index ? -1 : 1;
}

/* Without case, and with one kind of apostrophe. Caller frees. */
static char *
natural_fold(const char *name)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);
    g_auto(GStrv) parts = g_strsplit(folded, "’", -1);

    return g_strjoinv("'", parts);
}

/* The place of a name in a set; -1: not there. */
static int
natural_place(const char *set, const char *name)
{
    g_auto(GStrv) places = g_strsplit(set, "|", -1);
    g_autofree char *folded = natural_fold(name);

    for (int i = 0; places[i] != NULL; i++) {
        g_auto(GStrv) spellings = g_strsplit(places[i], "/", -1);

        if (g_strv_contains((const char *const *)spellings, folded))
            return i;
    }
    return -1;
}

/* A digit, a point, or a comma before three digits. */
static gboolean
natural_is_digit(const char *text, gsize at)
{
    const char *p = text + at;

    return g_ascii_isdigit(*p) || *p == '.' ||
           (*p == ',' && at > 0 && g_ascii_isdigit(p[1]) && g_ascii_isdigit(p[2]) &&
            g_ascii_isdigit(p[3]));
}

/* Ages and bands: "18-24", "25–34", "65+", "under 18", "<5", "1,000 to 4,999", "80 and over". */
static gboolean
natural_band(const char *name, double *ret_rank)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);
    g_autoptr(GString) digits = g_string_new(NULL);
    const char *p = folded;
    double lead = 0;
    gsize length;

    if (g_str_has_prefix(p, "under ") || g_str_has_prefix(p, "below ") || *p == '<') {
        lead = -0.5;
        p += *p == '<' ? 1 : 6;
    } else if (g_str_has_prefix(p, "over ") || g_str_has_prefix(p, "above ") || *p == '>') {
        lead = 0.5;
        p += *p == '>' ? 1 : (*p == 'o' ? 5 : 6);
    } else if (g_str_has_prefix(p, "aged ") || g_str_has_prefix(p, "ages ")) {
        p += 5;
    }
    while (*p == ' ' || *p == '=')
        p++;
    for (length = 0; natural_is_digit(p, length); length++)
        if (p[length] != ',')
            g_string_append_c(digits, p[length]);
    if (digits->len == 0 || !number_parse(digits->str, digits->len, ret_rank))
        return FALSE;
    *ret_rank += lead;
    p += length;
    /* Only what reads as a band: "3M" and "7-Eleven" are names. */
    while (*p == ' ')
        p++;
    if (*p == '\0' || strcmp(p, "+") == 0 || g_str_has_prefix(p, "and ") ||
        g_str_has_prefix(p, "or ") || g_str_has_prefix(p, "year"))
        return TRUE;
    if (g_str_has_prefix(p, "to "))
        p += 3;
    else if (*p == '-')
        p++;
    else if (g_str_has_prefix(p, "–"))
        p += strlen("–");
    else
        return FALSE;
    while (*p == ' ')
        p++;
    return g_ascii_isdigit(*p);
}

/* Whether a name is that of a month or weekday, with or without the point of an abbreviation. */
static gboolean
natural_is_named(const char *folded, const char *name)
{
    g_autofree char *known = natural_fold(name);
    gsize length = strlen(known);

    if (strcmp(folded, known) == 0)
        return TRUE;
    return length > 1 && known[length - 1] == '.' && strlen(folded) == length - 1 &&
           strncmp(folded, known, length - 1) == 0;
}

/* The months or the weekdays of a language, all names of them. */
static gboolean
natural_cycle(const char *const *names, guint n, const char *const *whole,
              const char *const *abbreviated, guint length, NaturalRank *ranks)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *folded = natural_fold(names[i]);
        guint place = 0;

        while (place < length && !natural_is_named(folded, whole[place]) &&
               !natural_is_named(folded, abbreviated[place]))
            place++;
        if (place == length)
            return FALSE;
        ranks[i] = (NaturalRank){ place, i };
    }
    return TRUE;
}

static gboolean
natural_ranks(const char *const *names, guint n, NaturalRank *ranks)
{
    for (guint s = 0; s < G_N_ELEMENTS(sets); s++) {
        guint found = 0;

        for (guint i = 0; i < n; i++) {
            int place = natural_place(sets[s], names[i]);

            if (place < 0)
                break;
            ranks[i] = (NaturalRank){ place, i };
            found++;
        }
        if (found == n)
            return TRUE;
    }
    for (const Language *language = languages; language->tag != NULL; language++)
        if (natural_cycle(names, n, language->months, language->months_short, 12, ranks) ||
            natural_cycle(names, n, language->days, language->days_short, 7, ranks))
            return TRUE;
    for (guint i = 0; i < n; i++) {
        ranks[i].index = i;
        if (!natural_band(names[i], &ranks[i].rank))
            return FALSE;
    }
    return TRUE;
}

gboolean
natural_order(const char *const *names, guint n, guint *ret_order)
{
    g_autofree NaturalRank *ranks = g_new0(NaturalRank, n + 1);

    if (n < 2 || !natural_ranks(names, n, ranks))
        return FALSE;
    qsort(ranks, n, sizeof *ranks, natural_compare);
    for (guint i = 0; i < n; i++)
        ret_order[i] = ranks[i].index;
    return TRUE;
}

gboolean
natural_is_leftover(const char *name)
{
    static const char *const words[] = { "other",         "others",        "all other",
                                         "all others",    "rest",          "the rest",
                                         "other answers", "none of these", "don't know",
                                         "no answer",     "unknown",       NULL };
    g_autofree char *folded = natural_fold(name);

    /* The words for them that the program writes itself, in any language. */
    for (const Language *language = languages; language->tag != NULL; language++)
        if (strcmp(name, language->words[WORD_OTHER]) == 0 ||
            strcmp(name, language->words[WORD_MISSING]) == 0)
            return TRUE;
    return g_strv_contains(words, folded);
}
