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
    g_clear_pointer(&ini->by_name, g_hash_table_unref);
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
    if (name != NULL && !g_hash_table_contains(ini->by_name, name))
        g_hash_table_insert(ini->by_name, name, group);
}

Where
ini_where(const Ini *ini, guint line)
{
    return (Where){ .file = ini->file, .line = line };
}

const IniGroup *
ini_group(const Ini *ini, const char *name)
{
    return name == NULL ? ini->groups->pdata[0] : g_hash_table_lookup(ini->by_name, name);
}

/* text is stripped and begins with a bracket. Whatever is wrong with it, a group begins here. */
static gboolean
ini_read_group(Ini *ini, const char *text, guint line, GError **error)
{
    gsize length = strlen(text);
    gboolean closed = text[length - 1] == ']';
    char *name = g_strstrip(g_strndup(text + 1, length - (closed ? 2 : 1)));
    g_autofree char *quoted = error_quote(text, -1, 60);
    const IniGroup *same = ini_group(ini, name);

    ini_add_group(ini, name, line);
    if (!closed)
        error_set(error, ERROR_USAGE, ini_where(ini, line), "the group %s does not end with ]",
                  quoted);
    else if (*name == '\0')
        error_set(error, ERROR_USAGE, ini_where(ini, line), "the group has no name");
    else if (same != NULL)
        error_set(error, ERROR_USAGE, ini_where(ini, line), "the group %s began at line %u", quoted,
                  same->line);
    else
        return TRUE;
    return FALSE;
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

/* text is cut into its lines. errors NULL: the first mistake ends the reading. */
static Ini *
ini_read_text(const char *name, char *text, GPtrArray *errors, GError **error)
{
    g_autoptr(Ini) ini = g_new0(Ini, 1);
    guint number = 0;

    ini->file = g_strdup(name);
    ini->groups = g_ptr_array_new_with_free_func(group_free);
    ini->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    ini_add_group(ini, NULL, 1);
    for (char *line; (line = text_file_next_line(&text)) != NULL;) {
        GError *mistake = NULL;

        if (ini_read_line(ini, line, ++number, &mistake))
            continue;
        if (errors == NULL) {
            g_propagate_error(error, mistake);
            return NULL;
        }
        g_ptr_array_add(errors, mistake);
    }
    return g_steal_pointer(&ini);
}

Ini *
ini_read_file(const char *file, GError **error)
{
    g_autofree char *text = text_file_read(file, error);

    return text != NULL ? ini_read_text(file, text, NULL, error) : NULL;
}

Ini *
ini_read_file_through(const char *file, GPtrArray *errors)
{
    GError *error = NULL;
    g_autofree char *text = text_file_read(file, &error);

    if (text != NULL)
        return ini_read_text(file, text, errors, NULL);
    g_ptr_array_add(errors, error);
    return NULL;
}

Ini *
ini_read_bytes(const char *name, const char *bytes, gsize length, GError **error)
{
    g_autofree char *text = text_file_check(name, bytes, length, error);

    return text != NULL ? ini_read_text(name, text, NULL, error) : NULL;
}
