#include "backend/svg_fonts.h"

#include <string.h>

#include "backend/svg_write.h"

#define DEFAULT_LIST "Arial,'Liberation Sans',Helvetica,sans-serif"

static const struct {
    GUnicodeScript script;
    const char *families; /* Windows, macOS */
} script_fonts[] = {
    { G_UNICODE_SCRIPT_ARABIC, "'Segoe UI','Geeza Pro'" },
    { G_UNICODE_SCRIPT_ARMENIAN, "'Segoe UI',Mshtakan" },
    { G_UNICODE_SCRIPT_BENGALI, "'Nirmala UI','Bangla Sangam MN'" },
    { G_UNICODE_SCRIPT_DEVANAGARI, "'Nirmala UI','Kohinoor Devanagari'" },
    { G_UNICODE_SCRIPT_ETHIOPIC, "Ebrima,Kefa" },
    { G_UNICODE_SCRIPT_GEORGIAN, "'Segoe UI','Helvetica Neue'" },
    { G_UNICODE_SCRIPT_GUJARATI, "'Nirmala UI','Gujarati Sangam MN'" },
    { G_UNICODE_SCRIPT_GURMUKHI, "'Nirmala UI','Gurmukhi MN'" },
    { G_UNICODE_SCRIPT_HANGUL, "'Malgun Gothic','Apple SD Gothic Neo'" },
    { G_UNICODE_SCRIPT_HEBREW, "'Segoe UI','Arial Hebrew'" },
    { G_UNICODE_SCRIPT_HIRAGANA, "'Yu Gothic','Hiragino Sans'" },
    { G_UNICODE_SCRIPT_KANNADA, "'Nirmala UI','Kannada Sangam MN'" },
    { G_UNICODE_SCRIPT_KATAKANA, "'Yu Gothic','Hiragino Sans'" },
    { G_UNICODE_SCRIPT_KHMER, "'Leelawadee UI','Khmer Sangam MN'" },
    { G_UNICODE_SCRIPT_LAO, "'Leelawadee UI','Lao Sangam MN'" },
    { G_UNICODE_SCRIPT_MALAYALAM, "'Nirmala UI','Malayalam Sangam MN'" },
    { G_UNICODE_SCRIPT_MYANMAR, "'Myanmar Text','Myanmar Sangam MN'" },
    { G_UNICODE_SCRIPT_SINHALA, "'Nirmala UI','Sinhala Sangam MN'" },
    { G_UNICODE_SCRIPT_TAMIL, "'Nirmala UI','Tamil Sangam MN'" },
    { G_UNICODE_SCRIPT_TELUGU, "'Nirmala UI','Telugu Sangam MN'" },
    { G_UNICODE_SCRIPT_THAI, "'Leelawadee UI',Thonburi" },
};

static gboolean
is_default(const char *family)
{
    return family == NULL || g_ascii_strcasecmp(family, "Liberation Sans") == 0 ||
           g_ascii_strcasecmp(family, "Arial") == 0;
}

static gboolean
is_same(const char *a, const char *b)
{
    return is_default(a) ? is_default(b) : !is_default(b) && g_ascii_strcasecmp(a, b) == 0;
}

/* A CSS identifier stands bare, which also keeps sans-serif and its like generic; other names are
 * quoted. Quotes and backslashes cannot be part of a name that anyone has installed. */
static void
append_family(GString *out, const char *family)
{
    static const char bare[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789";
    gboolean quoted = !g_ascii_isalpha(family[0]) || strspn(family, bare) != strlen(family);
    g_autofree char *name = g_strdup(family);

    g_strdelimit(name, "'\"\\,", ' ');
    g_strstrip(name);
    if (quoted)
        g_string_append_c(out, '\'');
    svg_append_escaped(out, name);
    if (quoted)
        g_string_append_c(out, '\'');
}

void
svg_fonts_append_root(GString *out, const Scene *scene)
{
    if (!is_default(scene->family)) {
        append_family(out, scene->family);
        g_string_append_c(out, ',');
    }
    g_string_append(out, DEFAULT_LIST);
}

/* Ideographs alone do not tell whose they are: kana in the text and the language of the figure do.
 */
static const char *
han_fonts(const char *text, const char *language)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(p));

        if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
            return "'Yu Gothic','Hiragino Sans'";
        if (script == G_UNICODE_SCRIPT_HANGUL)
            return "'Malgun Gothic','Apple SD Gothic Neo'";
    }
    if (language != NULL && g_ascii_strncasecmp(language, "ja", 2) == 0)
        return "'Yu Gothic','Hiragino Sans'";
    if (language != NULL && g_ascii_strncasecmp(language, "ko", 2) == 0)
        return "'Malgun Gothic','Apple SD Gothic Neo'";
    if (language != NULL &&
        (g_ascii_strncasecmp(language, "zh-hant", 7) == 0 ||
         g_ascii_strcasecmp(language, "zh-tw") == 0 || g_ascii_strcasecmp(language, "zh-hk") == 0))
        return "'Microsoft JhengHei','PingFang TC'";
    return "'Microsoft YaHei','PingFang SC'";
}

/* By the first character of a listed script; NULL: Latin, Greek, Cyrillic and signs. */
static const char *
fonts_for_script(const char *text, const char *language)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(p));

        if (script == G_UNICODE_SCRIPT_HAN)
            return han_fonts(text, language);
        for (guint i = 0; i < G_N_ELEMENTS(script_fonts); i++)
            if (script_fonts[i].script == script)
                return script_fonts[i].families;
    }
    return NULL;
}

gboolean
svg_fonts_append_node(GString *out, const Scene *scene, const SceneNode *text)
{
    const char *wanted = text->text.style.family, *drawn = text->text.extents.family;

    if (drawn == NULL)
        drawn = wanted;
    if (is_same(drawn, scene->family))
        return FALSE;
    if (is_default(drawn)) {
        g_string_append(out, DEFAULT_LIST);
        return TRUE;
    }
    append_family(out, drawn);
    g_string_append_c(out, ',');
    if (!is_default(wanted) && !is_same(wanted, drawn)) {
        append_family(out, wanted);
        g_string_append_c(out, ',');
    }
    const char *families = fonts_for_script(text->text.text, scene->language);
    if (families != NULL)
        g_string_append_printf(out, "%s,", families);
    g_string_append(out, "Arial,sans-serif");
    return TRUE;
}
