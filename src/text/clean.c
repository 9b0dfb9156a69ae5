// The one place where text of the user becomes text that can be shown and written.
#include "text/wrap.h"

enum { DEFAULT_MAX_CHARS = 2000 };

typedef enum { CLEAN_KEEP, CLEAN_BLANK, CLEAN_NEWLINE, CLEAN_REMOVE, CLEAN_REPLACE } CleanClass;

/* XML has no way to write most of C0 and U+FFFE, U+FFFF, so they show as U+FFFD; C1 and DEL make
 * some renderers drop the rest of a label; overrides and isolates let a label lie about its order.
 */
static CleanClass
classify(gunichar c)
{
    if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        return CLEAN_NEWLINE;
    if (c == ' ' || c == '\t' || c == '\v' || c == '\f')
        return CLEAN_BLANK;
    if (c < 0x20)
        return CLEAN_REPLACE;
    if ((c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
        c == 0xfeff)
        return CLEAN_REMOVE;
    if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
        return CLEAN_REPLACE;
    return CLEAN_KEEP;
}

/* One character; bytes that are not UTF-8 count as NUL, one at a time. */
static const char *
next_char(const char *p, gunichar *ret_char)
{
    gunichar c = g_utf8_get_char_validated(p, -1);

    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *ret_char = 0;
        return p + 1;
    }
    *ret_char = c;
    return g_utf8_next_char(p);
}

char *
text_clean(const char *text, gboolean keep_newlines, guint max_chars)
{
    GString *out = g_string_new(NULL);
    guint n = 0, limit = max_chars == 0 ? DEFAULT_MAX_CHARS : max_chars;
    char gap = '\0'; /* what stands between the last character and the next: nothing, ' ' or '\n' */

    for (const char *p = text; *p != '\0';) {
        gboolean carriage = *p == '\r' && p[1] == '\n';
        gunichar c;

        p = next_char(p, &c);
        CleanClass kind = classify(c);
        if (kind == CLEAN_REMOVE || carriage)
            continue;
        if (kind == CLEAN_NEWLINE && keep_newlines) {
            /* Empty lines between paragraphs are kept as such, those at the ends are not. */
            if (out->len > 0 && gap == '\n')
                g_string_append_c(out, '\n');
            gap = '\n';
        } else if (kind == CLEAN_NEWLINE || kind == CLEAN_BLANK) {
            gap = gap == '\0' ? ' ' : gap;
        } else {
            if (n >= limit) {
                g_string_append(out, "…");
                break;
            }
            if (gap != '\0' && out->len > 0) {
                g_string_append_c(out, gap);
                n++;
            }
            gap = '\0';
            g_string_append_unichar(out, kind == CLEAN_REPLACE ? 0xfffd : c);
            n++;
        }
    }
    while (out->len > 0 && g_ascii_isspace(out->str[out->len - 1]))
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}
