#include "batch/manifest.h"

#include "io/ini.h"
#include "io/real_path.h"

#include <string.h>

#define DEFAULTS "defaults"
#define INCLUDE "include"
#define MAX_NESTING 32 /* deeper than any person nests files */

/* The files from the manifest down to the one being read. */
typedef struct Reading {
    const struct Reading *above; /* NULL: the manifest itself */
    const char *file;            /* as the messages have it */
    const char *real;            /* links resolved: the same file has one name */
} Reading;

typedef struct {
    Manifest *manifest;
    GHashTable *reals;  /* files read so far, by their real names; owned */
    GHashTable *groups; /* ManifestGroup by name; borrowed */
    GPtrArray *errors;
} ReadWork;

static void
key_free(gpointer data)
{
    ManifestKey *key = data;

    g_free(key->name);
    g_free(key->value);
    g_free(key);
}

static void
group_free(gpointer data)
{
    ManifestGroup *group = data;

    g_free(group->name);
    g_ptr_array_unref(group->keys);
    g_free(group);
}

void
manifest_free(Manifest *manifest)
{
    if (manifest == NULL)
        return;
    g_ptr_array_unref(manifest->defaults);
    g_ptr_array_unref(manifest->groups);
    g_ptr_array_unref(manifest->files);
    g_free(manifest);
}

char *
manifest_path(const char *file, const char *path)
{
    g_autofree char *folder = file != NULL ? g_path_get_dirname(file) : g_strdup(".");

    return g_path_is_absolute(path) || strcmp(folder, ".") == 0
               ? g_strdup(path)
               : g_build_filename(folder, path, NULL);
}

static void read_file(ReadWork *work, const Reading *reading);

static void
complain(ReadWork *work, Where where, const char *text)
{
    GError *error = NULL;

    error_set(&error, ERROR_USAGE, where, "%s", text);
    g_ptr_array_add(work->errors, error);
}

/* "a.ini includes b.ini, which includes a.ini" when real is a file that is being read. */
static gboolean
refuse_cycle(ReadWork *work, const Reading *reading, const char *real, const char *path,
             Where where)
{
    const Reading *at = reading;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GString) text = NULL;

    for (; at != NULL && strcmp(at->real, real) != 0; at = at->above)
        g_ptr_array_add(names, (gpointer)at->file);
    if (at == NULL)
        return FALSE;
    text = g_string_new(at->file);
    for (guint i = names->len; i > 0; i--)
        g_string_append_printf(text, "%s%s", i == names->len ? " includes " : ", which includes ",
                               (const char *)names->pdata[i - 1]);
    g_string_append_printf(text, "%s%s: a circle without an end",
                           names->len == 0 ? " includes " : ", which includes ", path);
    complain(work, where, text->str);
    return TRUE;
}

/* One include= line. A file that was read already has given all that it has. */
static void
include_file(ReadWork *work, const Reading *reading, const char *value, Where where)
{
    g_autofree char *path = manifest_path(reading->file, value);
    g_autofree char *real = real_path(path);
    guint depth = 0;

    if (*value == '\0') {
        complain(work, where, "include names no file");
        return;
    }
    if (real == NULL || !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_autofree char *quoted = error_quote(path, -1, 200);
        g_autofree char *text = g_strdup_printf("there is no file \"%s\" to include", quoted);

        complain(work, where, text);
        return;
    }
    if (refuse_cycle(work, reading, real, path, where) || g_hash_table_contains(work->reals, real))
        return;
    for (const Reading *at = reading; at != NULL; at = at->above)
        depth++;
    if (depth >= MAX_NESTING)
        complain(work, where, "files include each other more than 32 deep");
    else
        read_file(work, &(Reading){ .above = reading, .file = path, .real = real });
}

static void
take_keys(GPtrArray *keys, const IniGroup *group, const char *file)
{
    for (guint i = 0; i < group->entries->len; i++) {
        const IniEntry *entry = &g_array_index(group->entries, IniEntry, i);
        ManifestKey *key = g_new0(ManifestKey, 1);

        key->name = g_strdup(entry->key);
        key->value = g_strdup(entry->value);
        key->where = (Where){ .file = file, .line = entry->line };
        g_ptr_array_add(keys, key);
    }
}

/* What stands before the first group. */
static void
read_head(ReadWork *work, const Reading *reading, const IniGroup *head, const char *file)
{
    for (guint i = 0; i < head->entries->len; i++) {
        const IniEntry *entry = &g_array_index(head->entries, IniEntry, i);
        Where where = { .file = file, .line = entry->line };
        g_autofree char *quoted = error_quote(entry->key, -1, 60);
        g_autofree char *text = NULL;

        if (strcmp(entry->key, INCLUDE) == 0) {
            include_file(work, reading, entry->value, where);
            continue;
        }
        text = g_strdup_printf("\"%s\" stands in no group; what goes to all figures stands under "
                               "[" DEFAULTS "]",
                               quoted);
        complain(work, where, text);
    }
}

/* Within one file the reader of INI files refuses groups that stand twice. */
static void
take_group(ReadWork *work, const IniGroup *from, const char *file)
{
    const ManifestGroup *same = g_hash_table_lookup(work->groups, from->name);
    ManifestGroup *group;

    if (same != NULL && strcmp(same->where.file, file) != 0) {
        g_autofree char *quoted = error_quote(from->name, -1, 60);
        g_autofree char *text = g_strdup_printf("the group [%s] stands at %s:%u already", quoted,
                                                same->where.file, same->where.line);

        complain(work, (Where){ .file = file, .line = from->line }, text);
    }
    group = g_new0(ManifestGroup, 1);
    group->name = g_strdup(from->name);
    group->where = (Where){ .file = file, .line = from->line };
    group->keys = g_ptr_array_new_with_free_func(key_free);
    take_keys(group->keys, from, file);
    g_ptr_array_add(work->manifest->groups, group);
    if (same == NULL)
        g_hash_table_insert(work->groups, group->name, group);
}

static void
read_file(ReadWork *work, const Reading *reading)
{
    g_autoptr(Ini) ini = ini_read_file_through(reading->file, work->errors);
    char *file = g_strdup(reading->file);

    g_ptr_array_add(work->manifest->files, file);
    g_hash_table_add(work->reals, g_strdup(reading->real));
    if (ini == NULL)
        return;
    read_head(work, reading, ini->groups->pdata[0], file);
    for (guint i = 1; i < ini->groups->len; i++) {
        const IniGroup *group = ini->groups->pdata[i];

        if (strcmp(group->name, DEFAULTS) == 0)
            take_keys(work->manifest->defaults, group, file);
        else
            take_group(work, group, file);
    }
}

Manifest *
manifest_read(const char *file, GPtrArray *errors)
{
    Manifest *manifest = g_new0(Manifest, 1);
    g_autoptr(GHashTable) reals = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    ReadWork work = { .manifest = manifest, .reals = reals, .groups = groups, .errors = errors };
    g_autofree char *real = real_path(file);

    manifest->files = g_ptr_array_new_with_free_func(g_free);
    manifest->defaults = g_ptr_array_new_with_free_func(key_free);
    manifest->groups = g_ptr_array_new_with_free_func(group_free);
    /* One that is not there says so when it is read. */
    read_file(&work, &(Reading){ .file = file, .real = real != NULL ? real : file });
    return manifest;
}
