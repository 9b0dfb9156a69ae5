#include "data/year_header.h"

#include <string.h>

/* "per", "pro" and "par" as the last word, or a stroke: what follows is the base of a rate. */
static gboolean
ends_as_rate(const char *text)
{
    static const char *const words[] = { "per", "pro", "par" };
    const char *blank = strrchr(text, ' ');
    const char *last = blank ? blank + 1 : text;

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(last, words[i]))
            return TRUE;
    return g_str_has_suffix(text, "/");
}

/* Short words of other languages count only whole: "volcano" ends in no year. */
static gboolean
is_whole_year_word(const char *lower)
{
    static const char *const words[] = { "año",  "ano", "tahun", "năm",  "ปี",    "ปี ค.ศ.", "연도",
                                         "년도", "년",  "年",    "年份", "年度", "西暦" };

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(lower, words[i]))
            return TRUE;
    return FALSE;
}

gboolean
header_is_year(const char *name)
{
    static const char *const words[] = { "year", "yr", "jahr", "année" };
    g_autofree char *normal = g_utf8_normalize(name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    g_autofree char *lower = normal ? g_utf8_strdown(normal, -1) : g_strdup("");

    g_strchomp(lower);
    if (is_whole_year_word(lower))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!g_str_has_suffix(lower, words[i]))
            continue;
        lower[strlen(lower) - strlen(words[i])] = '\0';
        g_strchomp(g_strdelimit(lower, "_-.", ' '));
        return !ends_as_rate(lower);
    }
    return FALSE;
}
