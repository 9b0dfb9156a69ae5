#include "text/breaks.h"

static gboolean
is_flag_half(gunichar c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* The sign that joins two consonants into one shape. */
static gboolean
is_virama(gunichar c)
{
    static const guint16 signs[] = {
        0x094d, 0x09cd, 0x0a4d, 0x0acd, 0x0b4d, 0x0bcd,
        0x0c4d, 0x0ccd, 0x0d4d, 0x0dca, 0x1039, 0x17d2,
    };

    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (signs[i] == c)
            return TRUE;
    return FALSE;
}

#define CLASS(name) (G_GUINT64_CONSTANT(1) << G_UNICODE_BREAK_##name)

/* classes: a sum of CLASS(). */
static gboolean
is_one_of(gunichar c, guint64 classes)
{
    return (classes >> g_unichar_break_type(c) & 1) != 0;
}

static gboolean
extends_letter(gunichar c)
{
    return g_unichar_ismark(c) ||
           is_one_of(c, CLASS(HANGUL_V_JAMO) | CLASS(HANGUL_T_JAMO) | CLASS(ZERO_WIDTH_JOINER)) ||
           c == 0x200c || c == 0x0e33 || c == 0x0eb3 || (c >= 0x1f3fb && c <= 0x1f3ff) ||
           (c >= 0xe0020 && c <= 0xe007f);
}

/* TRUE when a and b, in this order, belong to one letter as people see it: a base and its marks, a
 * joined emoji, two halves of a flag, a conjunct of an Indic script (the common cases of Unicode
 * Standard Annex 29, extended grapheme clusters). flag_open tells whether a is the first half of a
 * flag. */
static gboolean
break_is_inside_letter(gunichar a, gunichar b, gboolean flag_open)
{
    if (extends_letter(b) || a == 0x200d)
        return TRUE;
    if (is_flag_half(a) && is_flag_half(b))
        return flag_open;
    return is_virama(a) && g_unichar_isalpha(b);
}

gsize
break_letter_length(const char *text)
{
    const char *p = text;
    gboolean flag_open = FALSE;

    if (*p == '\0')
        return 0;
    for (;;) {
        gunichar a = g_utf8_get_char(p);

        flag_open = is_flag_half(a) && !flag_open;
        p = g_utf8_next_char(p);
        if (*p == '\0' || !break_is_inside_letter(a, g_utf8_get_char(p), flag_open))
            return (gsize)(p - text);
    }
}

gboolean
break_is_blank(gunichar c)
{
    return c == ' ' || c == '\t' || c == 0x3000 || (c >= 0x2000 && c <= 0x200b && c != 0x2007);
}

static gboolean
is_hangul(gunichar c)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL;
}

static gboolean
breaks_after_hyphen(gunichar before, gunichar hyphen, gunichar next)
{
    if (hyphen != '-' && hyphen != 0x2010 && hyphen != 0x2013 && hyphen != 0x2014)
        return FALSE;
    /* "-5", "- x" and "(-a" keep their sign; "2019-20" and "+33-1" keep their numbers whole. */
    return g_unichar_isalnum(before) && g_unichar_isalnum(next) &&
           !((hyphen == '-' || hyphen == 0x2013) && g_unichar_isdigit(next));
}

static gboolean
must_not_end_line(gunichar c)
{
    return is_one_of(c, CLASS(OPEN_PUNCTUATION) | CLASS(PREFIX) | CLASS(QUOTATION) |
                            CLASS(NON_BREAKING_GLUE) | CLASS(WORD_JOINER));
}

static gboolean
must_not_begin_line(gunichar c)
{
    return is_one_of(c, CLASS(CLOSE_PUNCTUATION) | CLASS(CLOSE_PARENTHESIS) | CLASS(EXCLAMATION) |
                            CLASS(INFIX_SEPARATOR) | CLASS(SYMBOL) | CLASS(POSTFIX) |
                            CLASS(NON_STARTER) | CLASS(CONDITIONAL_JAPANESE_STARTER) |
                            CLASS(QUOTATION) | CLASS(NON_BREAKING_GLUE) | CLASS(WORD_JOINER) |
                            CLASS(INSEPARABLE));
}

gboolean
break_is_allowed(gunichar before, gunichar a, gunichar b)
{
    if (breaks_after_hyphen(before, a, b))
        return TRUE;
    if (break_is_inside_letter(a, b, TRUE))
        return FALSE;
    if (is_hangul(a) || is_hangul(b) || !(g_unichar_iswide(a) || g_unichar_iswide(b)))
        return FALSE;
    return !must_not_end_line(a) && !must_not_begin_line(b);
}
