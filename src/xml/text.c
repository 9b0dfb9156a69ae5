// Letters that viewers disagree about.
#include "xml/walk.h"

#include <string.h>

/* U+202A to U+202E and U+2066 to U+2069 turn the direction of writing. */
static gboolean
is_direction(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_control(gunichar c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) ||
           (c & 0xFFFE) == 0xFFFE;
}

static gboolean
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Written in a script that fonts of Latin letters have not. */
static gboolean
needs_own_font(gunichar c)
{
    switch ((int)g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
        return FALSE;
    default:
        return TRUE;
    }
}

/* Words are shown between quotes: blanks at an end would be lost. */
static void
text_found(Walk *walk, ProfileRuleId rule, const char *text)
{
    g_autofree char *subject = g_strdup_printf("\"%.90s\"", text);

    walk_found(walk, rule, subject);
}

static void
check_blanks(Walk *walk, const char *text)
{
    gsize length = strlen(text);
    gboolean bad = length > 0 && (is_blank(text[0]) || is_blank(text[length - 1]));

    for (gsize i = 0; i < length; i++)
        bad = bad || text[i] == '\t' || text[i] == '\n' || text[i] == '\r' ||
              (text[i] == ' ' && text[i + 1] == ' ');
    if (bad)
        text_found(walk, PROFILE_BLANKS, text);
}

void
text_check(Walk *walk, const char *element, const char *text)
{
    gboolean is_label = element != NULL && strcmp(element, "text") == 0;
    gboolean direction = FALSE, control = FALSE, own_font = FALSE;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        direction = direction || is_direction(c);
        control = control || is_control(c);
        own_font = own_font || (c >= 0x300 && needs_own_font(c));
    }
    if (direction)
        text_found(walk, PROFILE_DIRECTION, text);
    if (control)
        text_found(walk, PROFILE_CHARACTERS, text);
    if (!is_label)
        return;
    if (own_font && g_array_index(walk->open, OpenElement, walk->open->len - 1).latin)
        text_found(walk, PROFILE_FONTS, text);
    check_blanks(walk, text);
}

/* The name of the family between commas, without quotes and blanks. Caller frees. */
static char *
family_name(const char *start, gsize length)
{
    g_autofree char *name = g_strstrip(g_strndup(start, length));
    gsize n = strlen(name);

    if (n >= 2 && (name[0] == '\'' || name[0] == '"') && name[n - 1] == name[0])
        return g_strndup(name + 1, n - 2);
    return g_steal_pointer(&name);
}

static gboolean
is_family_of(const char *family, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (g_ascii_strcasecmp(names[i], family) == 0)
            return TRUE;
    return FALSE;
}

gboolean
text_font_is_latin(const char *families)
{
    static const char *const latin[] = {
        "Arial",
        "Helvetica",
        "Helvetica Neue",
        "Liberation Sans",
        "DejaVu Sans",
        "Verdana",
        "Georgia",
        "Times",
        "Times New Roman",
        "Liberation Serif",
        "Calibri",
        "Roboto",
        "Inter",
        "Trebuchet MS",
        "Open Sans",
        "Lato",
        "Nimbus Sans",
        "sans-serif",
        "serif",
        "monospace",
        "Courier",
        "Courier New",
        NULL,
    };
    g_autofree char *first = family_name(families, strcspn(families, ","));

    return is_family_of(first, latin);
}

gboolean
text_fonts_fall_back(const char *families)
{
    static const char *const generic[] = { "sans-serif", "serif",   "monospace", "cursive",
                                           "fantasy",    "inherit", NULL };
    const char *comma = strrchr(families, ',');
    const char *start = comma != NULL ? comma + 1 : families;
    g_autofree char *last = family_name(start, strlen(start));

    return is_family_of(last, generic);
}
