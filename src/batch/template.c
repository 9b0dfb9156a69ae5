#include "batch/template.h"

#include <string.h>

gboolean
template_has_names(const char *text)
{
    return strchr(text, '{') != NULL;
}

char *
template_safe_name(const char *text)
{
    GString *out = g_string_new(NULL);
    gboolean only_dots = text[strspn(text, ".")] == '\0';

    for (const char *p = text; *p != '\0';) {
        gunichar c = g_utf8_get_char_validated(p, -1);
        gboolean valid = c < (gunichar)-2;
        const char *next = valid ? g_utf8_next_char(p) : p + 1;

        if (valid && (g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '_' || c == '-' ||
                      (c == '.' && !only_dots)))
            g_string_append_len(out, p, next - p);
        else
            g_string_append_c(out, '-');
        p = next;
    }
    if (out->len == 0)
        g_string_append_c(out, '-');
    return g_string_free(out, FALSE);
}

char *
template_stem(const char *path)
{
    char *name = g_path_get_basename(path);
    char *dot = strrchr(name, '.');

    if (dot != NULL && dot != name)
        *dot = '\0';
    return name;
}

static gboolean
no_name(const char *name, const TemplateName *names, GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    g_autoptr(GString) list = g_string_new(NULL);
    g_autofree char *quoted = error_quote(name, -1, 60);
    g_autofree char *near = NULL;

    for (; names->name != NULL; names++) {
        g_string_append_printf(list, "%s{%s}", list->len > 0 ? ", " : "", names->name);
        g_ptr_array_add(known, (gpointer)names->name);
    }
    g_ptr_array_add(known, NULL);
    near = error_suggest(name, (const char *const *)known->pdata);
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "{%s} stands for nothing%s; there are %s, and {{ for a brace", quoted, near,
              list->str);
    return FALSE;
}

static gboolean
append_value(GString *out, const char *name, TemplateKind kind, const TemplateName *names,
             GError **error)
{
    const TemplateName *found = names;
    g_autofree char *safe = NULL;

    while (found->name != NULL && strcmp(found->name, name) != 0)
        found++;
    if (found->name == NULL)
        return no_name(name, names, error);
    if (found->value == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "{%s} stands for nothing here", name);
        return FALSE;
    }
    if (kind == TEMPLATE_PATH && strcmp(name, "dir") != 0)
        safe = template_safe_name(found->value);
    else if (kind == TEMPLATE_TEXT)
        safe = g_utf8_make_valid(found->shown != NULL ? found->shown : found->value, -1);
    g_string_append(out, safe != NULL ? safe : found->value);
    return TRUE;
}

char *
template_fill(const char *text, TemplateKind kind, const TemplateName *names, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (const char *p = text; *p != '\0';) {
        const char *end = strchr(p, '}');
        g_autofree char *name = NULL;

        if (p[0] != '{' || p[1] == '{') {
            g_string_append_c(out, *p);
            p += p[0] == '{' ? 2 : 1;
            continue;
        }
        if (end == NULL) {
            g_autofree char *quoted = error_quote(text, -1, 60);

            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "\"%s\": a brace is not closed; {{ stands for a brace", quoted);
            return NULL;
        }
        name = g_strndup(p + 1, (gsize)(end - p - 1));
        if (!append_value(out, name, kind, names, error))
            return NULL;
        p = end + 1;
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}
