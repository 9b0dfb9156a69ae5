#include "charts/likert.h"

#include "plot/bind.h"
#include "plot/natural_order.h"

#include <string.h>

/* The outermost and the innermost step of each side, and what is on neither. */
/* Places among the hatches. */
enum { LIKERT_PLAIN = 0, LIKERT_PALE = 1, LIKERT_DARK = 2, LIKERT_BETWEEN = 5 };

typedef struct {
    Color negative[2], positive[2], neutral, apart;
} LikertColors;

/* On a light page, on a dark one, and without hues. */
static const LikertColors likert_colors[] = {
    { { COLOR_INIT(0xb0471c), COLOR_INIT(0xeaa580) },
      { COLOR_INIT(0x12436d), COLOR_INIT(0x7fb0d6) },
      COLOR_INIT(0xc3cad1),
      COLOR_INIT(0xdfe3e8) },
    { { COLOR_INIT(0xf2906a), COLOR_INIT(0x9a573b) },
      { COLOR_INIT(0x86bdec), COLOR_INIT(0x3c6c96) },
      COLOR_INIT(0x65717c),
      COLOR_INIT(0x3f4953) },
    { { COLOR_INIT(0x1f1f1f), COLOR_INIT(0x7d7d7d) },
      { COLOR_INIT(0x575757), COLOR_INIT(0x7d7d7d) },
      COLOR_INIT(0xd4d4d4),
      COLOR_INIT(0xe8e8e8) },
};

static gboolean
likert_is_neutral(const char *name)
{
    static const char *const words[] = { "neutral",
                                         "neither",
                                         "neither agree nor disagree",
                                         "neither good nor bad",
                                         "no opinion",
                                         "no comment",
                                         "about the same",
                                         "the same",
                                         "no change",
                                         "undecided",
                                         "unsure",
                                         "not sure",
                                         "average",
                                         "fair",
                                         "no difference",
                                         NULL };
    g_autofree char *folded = g_utf8_casefold(name, -1);

    return g_strv_contains(words, folded);
}

/* English words that turn an answer around: the side that has them is the negative one. */
static gboolean
likert_is_negative(const char *name)
{
    static const char *const starts[] = { "dis",   "un",         "no",     "bad",      "poor",
                                          "worse", "never",      "oppose", "against",  "rarely",
                                          "wrong", "too little", "low",    "decrease", NULL };
    g_autofree char *folded = g_utf8_casefold(name, -1);
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);

    for (guint i = 0; words[i] != NULL; i++)
        for (guint k = 0; starts[k] != NULL; k++)
            if (g_str_has_prefix(words[i], starts[k]))
                return TRUE;
    return FALSE;
}

/* The color column with its levels in the order of the answers. */
static void
likert_order(Plot *plot)
{
    Frame *frame = plot->frame;
    Column *before = frame->columns[CHANNEL_COLOR], *after;
    g_autoptr(Column) text = column_as_text(before);
    guint n = text->levels->len;
    g_autofree guint *order = g_new(guint, n + 1);
    g_autofree char *prefix = g_strconcat(before->name, "=", NULL);
    gboolean given = strcmp(before->name, "series") == 0;
    Table *table;

    for (guint i = 0; plot->spec->order != NULL && i < plot->spec->order->len; i++)
        given = given || g_str_has_prefix(plot->spec->order->pdata[i], prefix);
    if (given || before->type != COLUMN_TEXT ||
        !natural_order((const char *const *)text->levels->pdata, n, order))
        for (guint i = 0; i < n; i++)
            order[i] = i;
    after = column_new(before->name, COLUMN_TEXT, text->length);
    for (guint i = 0; i < n; i++)
        for (gsize row = 0; row < text->length; row++)
            if (text->codes[row] == (gint32)order[i]) {
                column_intern(after, text->levels->pdata[order[i]], -1);
                break;
            }
    for (gsize row = 0; row < text->length; row++)
        after->codes[row] = column_intern(after, column_text(text, row), -1);
    table = table_with_column(frame->table, after);
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        if (frame->columns[c] == before)
            frame->columns[c] = after;
    table_unref(frame->table);
    frame->table = table;
}

/* The place of the neutral answer among those from first to end; end: there is none. */
static guint
likert_find_neutral(const Plot *plot, const GPtrArray *names, guint first, guint end)
{
    const char *asked = plot->spec->neutral;

    for (guint i = first; asked != NULL && i < end; i++)
        if (frame_name_matches(names->pdata[i], asked))
            return i;
    if (asked != NULL)
        return end;
    for (guint i = first + 1; i + 1 < end; i++)
        if (likert_is_neutral(names->pdata[i]))
            return i;
    return (end - first) % 2 == 1 ? first + (end - first) / 2 : end;
}

static void
likert_choose_sides(const Plot *plot, LikertAnswers *answers, const GPtrArray *names)
{
    guint first = 0, end = names->len, neutral, middle;

    while (first < end && natural_is_leftover(names->pdata[first]))
        answers->sides[first++] = LIKERT_APART;
    while (end > first && natural_is_leftover(names->pdata[end - 1]))
        answers->sides[--end] = LIKERT_APART;
    neutral = likert_find_neutral(plot, names, first, end);
    middle = neutral < end ? neutral : first + (end - first) / 2;
    for (guint i = first; i < end; i++)
        answers->sides[i] = i == neutral ? LIKERT_NEUTRAL : i < middle ? LIKERT_LEFT : LIKERT_RIGHT;
}

/* From the outermost colour of a side at 0 to the innermost at n - 1. */
static Color
likert_step(const Color *ends, guint place, guint n)
{
    return n < 2 ? ends[0] : color_mix(ends[0], ends[1], (double)place / (n - 1));
}

/* One side is plain and the other hatched, from dark outside to pale inside. */
static guint
likert_code(LikertSide side, gboolean bad, guint place, guint n)
{
    if (bad || side == LIKERT_NEUTRAL || side == LIKERT_APART)
        return LIKERT_PLAIN;
    if (place == n - 1)
        return LIKERT_PALE;
    return place == 0 ? LIKERT_DARK : LIKERT_BETWEEN;
}

static void
likert_choose_colors(Plot *plot, const LikertAnswers *answers, const GPtrArray *names)
{
    const LikertColors *colors = &likert_colors[plot->theme->grey ? 2 : plot->theme->dark ? 1 : 0];
    Color *own = arena_new0(plot->arena, Color, answers->n);
    guint *codes = arena_new0(plot->arena, guint, answers->n);
    guint n[4] = { 0 }, seen[4] = { 0 }, negative[4] = { 0 };
    gboolean left_is_negative;

    for (guint i = 0; i < answers->n; i++) {
        n[answers->sides[i]]++;
        negative[answers->sides[i]] += likert_is_negative(names->pdata[i]);
    }
    left_is_negative = negative[LIKERT_LEFT] >= negative[LIKERT_RIGHT];
    for (guint i = 0; i < answers->n; i++) {
        LikertSide side = answers->sides[i];
        guint place = side == LIKERT_RIGHT ? n[side] - 1 - seen[side] : seen[side];
        gboolean bad = (side == LIKERT_LEFT) == left_is_negative;

        seen[side]++;
        own[i] = side == LIKERT_NEUTRAL ? colors->neutral
                 : side == LIKERT_APART
                     ? colors->apart
                     : likert_step(bad ? colors->negative : colors->positive, place, n[side]);
        codes[i] = likert_code(side, bad, place, n[side]);
    }
    plot->own_colors = own;
    plot->own_codes = codes;
}

LikertAnswers *
likert_answers_new(Plot *plot, GError **error)
{
    LikertAnswers *answers = arena_new0(plot->arena, LikertAnswers, 1);
    const char *asked = plot->spec->neutral;
    guint n_sides[4] = { 0 };
    const GPtrArray *names;

    likert_order(plot);
    names = plot->frame->columns[CHANNEL_COLOR]->levels;
    answers->n = names->len;
    answers->sides = arena_new0(plot->arena, LikertSide, answers->n);
    likert_choose_sides(plot, answers, names);
    for (guint i = 0; i < answers->n; i++)
        n_sides[answers->sides[i]]++;
    if (asked != NULL && n_sides[LIKERT_NEUTRAL] == 0 && strcmp(asked, "none") != 0) {
        const char **known = arena_new0(plot->arena, const char *, answers->n + 1);
        g_autofree char *near = NULL;

        for (guint i = 0; i < answers->n; i++)
            known[i] = names->pdata[i];
        near = error_suggest(asked, known);
        error_set(error, ERROR_USAGE, WHERE_NONE, "--neutral: no answer is called \"%s\"%s", asked,
                  near);
        return NULL;
    }
    if (n_sides[LIKERT_LEFT] + n_sides[LIKERT_RIGHT] < 2) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "likert needs two answers or more; column \"%s\" has %u; use bar",
                  plot->frame->columns[CHANNEL_COLOR]->name, answers->n);
        return NULL;
    }
    likert_choose_colors(plot, answers, names);
    return answers;
}
