#include "io/ini.h"

#include "io/text_file.h"

#include <string.h>

static void
entry_clear(gpointer data)
{
    IniEntry *entry = data;

    g_free(entry->key);
    g_free(entry->value);
}

static void
group_free(gpointer data)
{
    IniGroup *group = data;

    g_free(group->name);
    g_array_unref(group->entries);
    g_free(group);
}

void
ini_free(Ini *ini)
{
    if (ini == NULL)
        return;
    g_free(ini->file);
    g_ptr_array_unref(ini->groups);
    g_free(ini);
}

/* name is taken. */
static void
ini_add_group(Ini *ini, char *name, guint line)
{
    IniGroup *group = g_new0(IniGroup, 1);

    group->name = name;
    group->line = line;
    group->entries = g_array_new(FALSE, FALSE, sizeof(IniEntry));
    g_array_set_clear_func(group->entries, entry_clear);
    g_ptr_array_add(ini->groups, group);
}

Where
ini_where(const Ini *ini, guint line)
{
    return (Where){ .file = ini->file, .line = line };
}

const IniGroup *
ini_group(const Ini *ini, const char *name)
{
    for (guint i = 0; i < ini->groups->len; i++) {
        const IniGroup *group = ini->groups->pdata[i];

        if (g_strcmp0(group->name, name) == 0)
            return group;
    }
    return NULL;
}

/* text is stripped and begins with a bracket. */
static gboolean
ini_read_group(Ini *ini, const char *text, guint line, GError **error)
{
    gsize length = strlen(text);
    g_autofree char *quoted = error_quote(text, -1, 60);
    g_autofree char *name = NULL;
    const IniGroup *same;

    if (text[length - 1] != ']') {
        error_set(error, ERROR_USAGE, ini_where(ini, line), "the group %s does not end with ]",
                  quoted);
        return FALSE;
    }
    name = g_strstrip(g_strndup(text + 1, length - 2));
    if (*name == '\0') {
        error_set(error, ERROR_USAGE, ini_where(ini, line), "the group has no name");
        return FALSE;
    }
    same = ini_group(ini, name);
    if (same != NULL) {
        error_set(error, ERROR_USAGE, ini_where(ini, line), "the group %s began at line %u", quoted,
                  same->line);
        return FALSE;
    }
    ini_add_group(ini, g_steal_pointer(&name), line);
    return TRUE;
}

static gboolean
ini_read_line(Ini *ini, char *text, guint line, GError **error)
{
    const IniGroup *group = ini->groups->pdata[ini->groups->len - 1];
    IniEntry entry = { .line = line };
    char *equals;

    g_strstrip(text);
    if (*text == '\0' || *text == '#' || *text == ';')
        return TRUE;
    if (*text == '[')
        return ini_read_group(ini, text, line, error);
    equals = strchr(text, '=');
    if (equals == NULL || equals == text) {
        g_autofree char *quoted = error_quote(text, -1, 60);

        error_set(error, ERROR_USAGE, ini_where(ini, line),
                  "\"%s\" is no [group], no key = value and no # comment", quoted);
        return FALSE;
    }
    entry.key = g_strchomp(g_strndup(text, (gsize)(equals - text)));
    entry.value = g_strdup(g_strchug(equals + 1));
    g_array_append_val(group->entries, entry);
    return TRUE;
}

/* text is cut into its lines. */
static Ini *
ini_read_text(const char *name, char *text, GError **error)
{
    g_autoptr(Ini) ini = g_new0(Ini, 1);
    guint number = 0;

    ini->file = g_strdup(name);
    ini->groups = g_ptr_array_new_with_free_func(group_free);
    ini_add_group(ini, NULL, 1);
    for (char *line; (line = text_file_next_line(&text)) != NULL;)
        if (!ini_read_line(ini, line, ++number, error))
            return NULL;
    return g_steal_pointer(&ini);
}

Ini *
ini_read_file(const char *file, GError **error)
{
    g_autofree char *text = text_file_read(file, error);

    return text != NULL ? ini_read_text(file, text, error) : NULL;
}

Ini *
ini_read_bytes(const char *name, const char *bytes, gsize length, GError **error)
{
    g_autofree char *text = text_file_check(name, bytes, length, error);

    return text != NULL ? ini_read_text(name, text, error) : NULL;
}
