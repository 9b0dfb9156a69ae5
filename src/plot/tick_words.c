#include "plot/tick_words.h"

static void
tick_words_append_time(gconstpointer language, GString *out, double time, const char *format)
{
    language_append_time(language, out, time, format);
}

static const TickWords *
tick_words_of(Plot *plot, const Language *language)
{
    static const double thousands[] = { 1e6, 1e9, 1e12 };
    TickWords *words = arena_new0(plot->arena, TickWords, 1);

    *words = (TickWords){ .marks = &language->marks,
                          .full = language->full,
                          .in_year = language->in_year,
                          .in_day = language->in_day,
                          .append_time = tick_words_append_time,
                          .language = language };
    /* A language that counts in ten thousands has none of these. */
    for (guint i = 0; i < G_N_ELEMENTS(thousands); i++)
        for (guint k = 0; k < LANGUAGE_MAGNITUDES; k++)
            if (language->magnitudes[k].multiplier == thousands[i]) {
                words->multipliers[i] = language->magnitudes[k].word;
                words->multiplier_marks[i] = language->magnitudes[k].mark;
            }
    for (guint i = 0; i < G_N_ELEMENTS(thousands); i++)
        if (words->multipliers[i] == NULL)
            words->multipliers[0] = NULL;
    for (guint i = 1; words->multipliers[0] == NULL && i < G_N_ELEMENTS(thousands); i++)
        words->multipliers[i] = NULL;
    return words;
}

gboolean
tick_words_choose(Plot *plot, GError **error)
{
    const char *tag = plot->spec->lang;

    plot->language = language_find(tag);
    if (plot->language == NULL) {
        g_autofree const char **tags = language_tags();
        g_autofree char *list = g_strjoinv(", ", (char **)tags);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--lang: \"%s\" is not one of %s", tag, list);
        return FALSE;
    }
    if (plot->language != &languages[0])
        plot->words = tick_words_of(plot, plot->language);
    return TRUE;
}
