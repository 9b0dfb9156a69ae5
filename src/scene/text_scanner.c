#include "scene/text_scanner.h"

#include <string.h>

#include "base/number.h"
#include "scene/gate.h"

static void
skip_blanks(TextScanner *s)
{
    while (*s->p == ' ')
        s->p++;
}

/* The bytes up to the next blank or the end of the line. */
static gsize
word_length(const TextScanner *s)
{
    return strcspn(s->p, " \n");
}

gboolean
scan_fail(TextScanner *s, const char *expected)
{
    error_set(s->error, ERROR_INPUT, (Where){ .file = "scene", .line = s->line },
              "line %u: expected %s", s->line, expected);
    return FALSE;
}

gboolean
scan_word(TextScanner *s, const char *word)
{
    skip_blanks(s);
    gsize length = word_length(s);
    if (length != strlen(word) || strncmp(s->p, word, length) != 0)
        return FALSE;
    s->p += length;
    return TRUE;
}

gboolean
scan_role(TextScanner *s, Role *ret_role)
{
    skip_blanks(s);
    gsize length = word_length(s);
    g_autofree char *word = g_strndup(s->p, length);
    if (!role_from_name(word, ret_role))
        return FALSE;
    s->p += length;
    return TRUE;
}

gboolean
scan_number(TextScanner *s, double *ret_value)
{
    double value;

    skip_blanks(s);
    gsize length = word_length(s);
    if (!number_parse(s->p, length, &value) || !gate_is_near(value))
        return scan_fail(s, "a number");
    s->p += length;
    *ret_value = value;
    return TRUE;
}

gboolean
scan_row(TextScanner *s, double *ret_row)
{
    double value;

    skip_blanks(s);
    gsize length = word_length(s);
    if (!number_parse(s->p, length, &value) || value != floor(value) || value < 1 ||
        value > 9007199254740992.0)
        return scan_fail(s, "a row");
    s->p += length;
    *ret_row = value;
    return TRUE;
}

gboolean
scan_point(TextScanner *s, Point *ret_point)
{
    return scan_number(s, &ret_point->x) && scan_number(s, &ret_point->y);
}

gboolean
scan_rect(TextScanner *s, Rect *ret_rect)
{
    return scan_number(s, &ret_rect->x) && scan_number(s, &ret_rect->y) &&
           scan_number(s, &ret_rect->width) && scan_number(s, &ret_rect->height);
}

gboolean
scan_color(TextScanner *s, Color *ret_color)
{
    skip_blanks(s);
    gsize length = word_length(s);
    g_autofree char *word = g_strndup(s->p, length);
    if (!color_parse(word, ret_color))
        return scan_fail(s, "a colour");
    s->p += length;
    return TRUE;
}

gboolean
scan_string(TextScanner *s, char **ret_text)
{
    skip_blanks(s);
    if (*s->p != '"')
        return scan_fail(s, "a string");
    g_autoptr(GString) text = g_string_new(NULL);
    const char *p = s->p + 1;
    for (; *p != '"'; p++) {
        if (*p == '\\' && p[1] != '\0')
            p++;
        if (*p == '\0' || *p == '\n')
            return scan_fail(s, "the end of the string");
        g_string_append_c(text, *p);
    }
    s->p = p + 1;
    *ret_text = g_strdup(text->str);
    return TRUE;
}

gboolean
scan_base64(TextScanner *s, guchar **ret_bytes, gsize *ret_size)
{
    skip_blanks(s);
    gsize length = word_length(s);
    g_autofree char *word = g_strndup(s->p, length);
    s->p += length;
    *ret_bytes = g_base64_decode(word, ret_size);
    return TRUE;
}

gboolean
scan_is_number(const TextScanner *s)
{
    const char *p = s->p + strspn(s->p, " ");

    return g_ascii_isdigit(*p) || *p == '-' || *p == '.';
}

gboolean
scan_at_end(TextScanner *s)
{
    skip_blanks(s);
    return *s->p == '\n' || *s->p == '\0';
}

gboolean
scan_at_end_of_text(const TextScanner *s)
{
    return *s->p == '\0';
}

gboolean
scan_line_end(TextScanner *s)
{
    if (!scan_at_end(s))
        return scan_fail(s, "the end of the line");
    if (*s->p == '\n') {
        s->p++;
        s->line++;
    }
    return TRUE;
}

guint
scan_indent(TextScanner *s)
{
    gsize blanks = strspn(s->p, " ");

    s->p += blanks;
    return (guint)MIN(blanks / 2, G_MAXUINT);
}

gboolean
scan_text_line(TextScanner *s, const char *word, char **ret_text)
{
    return !scan_word(s, word) || (scan_string(s, ret_text) && scan_line_end(s));
}
