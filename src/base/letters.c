#include "base/letters.h"

#include <string.h>

#define LETTERS 0x110000
/* What g_utf8_get_char_validated() says of a character whose end is not there. */
#define CUT ((gunichar)-2)
/* More bytes than any character has, those that UTF-8 once had too. */
#define LONGEST 8

struct Letters {
    guint8 *seen; /* a bit each; NULL: none yet */
    gunichar last;
    char held[LONGEST]; /* a character whose end is not there yet */
    gsize n_held;
};

Letters *
letters_new(void)
{
    return g_new0(Letters, 1);
}

void
letters_free(Letters *letters)
{
    if (letters == NULL)
        return;
    g_free(letters->seen);
    g_free(letters);
}

/* 32 bytes at a time: most files have nothing beyond ASCII. */
static const char *
skip_ascii(const char *p, const char *end)
{
    const guint64 high = G_GUINT64_CONSTANT(0x8080808080808080);
    guint64 words[4];

    for (; (gsize)(end - p) >= sizeof words; p += sizeof words) {
        memcpy(words, p, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & high) != 0)
            break;
    }
    while (p < end && (guchar)*p < 0x80)
        p++;
    return p;
}

/* Returns how many bytes it took: all but a character that is cut at the end of what is not the
 * last. */
static gsize
take(Letters *letters, const char *text, gsize length, gboolean is_last)
{
    const char *end = text + length, *p = skip_ascii(text, end);

    if (p < end && letters->seen == NULL)
        letters->seen = g_new0(guint8, LETTERS / 8);
    for (; p < end; p = skip_ascii(p, end)) {
        gunichar c = g_utf8_get_char_validated(p, end - p);

        if (c == CUT && !is_last)
            break;
        if (c >= LETTERS) {
            p++;
            continue;
        }
        letters->seen[c / 8] |= (guint8)(1u << c % 8);
        letters->last = MAX(letters->last, c);
        p = g_utf8_next_char(p);
    }
    return (gsize)(p - text);
}

void
letters_add(Letters *letters, const char *text, gsize length)
{
    gsize taken;

    if (letters->n_held > 0) {
        char joined[2 * LONGEST];
        gsize more = MIN(length, LONGEST), all = letters->n_held + more;

        memcpy(joined, letters->held, letters->n_held);
        memcpy(joined + letters->n_held, text, more);
        taken = take(letters, joined, all, FALSE);
        /* Its end is still not there: the text was shorter than a character. */
        if (taken < letters->n_held) {
            letters->n_held = all - taken;
            memcpy(letters->held, joined + taken, letters->n_held);
            return;
        }
        text += taken - letters->n_held;
        length -= taken - letters->n_held;
    }
    taken = take(letters, text, length, FALSE);
    letters->n_held = length - taken;
    memcpy(letters->held, text + taken, letters->n_held);
}

char *
letters_finish(Letters *letters)
{
    GString *out = g_string_new(NULL);

    take(letters, letters->held, letters->n_held, TRUE);
    for (gunichar c = 0x80; c <= letters->last; c++)
        if ((letters->seen[c / 8] >> c % 8 & 1) != 0)
            g_string_append_unichar(out, c);
    return g_string_free(out, FALSE);
}

char *
letters_of(const char *text, gsize length)
{
    g_autoptr(Letters) letters = letters_new();

    letters_add(letters, text, length);
    return letters_finish(letters);
}
