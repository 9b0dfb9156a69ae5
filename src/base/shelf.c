#include "base/shelf.h"

typedef struct {
    const ShelfKind *kind;
    char *file;
    gboolean ready; /* read, with or without success */
    gpointer thing; /* NULL: not ready, or failed */
    Report *report;
    GError *error; /* of the failure */
} Entry;

struct Shelf {
    GMutex lock;
    GCond read;          /* an entry became ready */
    GHashTable *entries; /* char * → Entry */
    GHashTable *wanted;  /* file → how many expect it */
};

static void
entry_free(gpointer data)
{
    Entry *entry = data;

    if (entry->thing != NULL)
        entry->kind->free(entry->thing);
    report_free(entry->report);
    g_clear_error(&entry->error);
    g_free(entry->file);
    g_free(entry);
}

Shelf *
shelf_new(void)
{
    Shelf *shelf = g_new0(Shelf, 1);

    g_mutex_init(&shelf->lock);
    g_cond_init(&shelf->read);
    shelf->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
    shelf->wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return shelf;
}

void
shelf_free(Shelf *shelf)
{
    if (shelf == NULL)
        return;
    g_hash_table_unref(shelf->entries);
    g_hash_table_unref(shelf->wanted);
    g_cond_clear(&shelf->read);
    g_mutex_clear(&shelf->lock);
    g_free(shelf);
}

/* Under the lock, which is open while the thing is read. */
static void
entry_read(Shelf *shelf, Entry *entry, gconstpointer request)
{
    Report *report = report_new();
    GError *error = NULL;
    gpointer thing;

    g_mutex_unlock(&shelf->lock);
    thing = entry->kind->read(request, report, &error);
    g_mutex_lock(&shelf->lock);
    entry->thing = thing;
    entry->report = report;
    entry->error = error;
    entry->ready = TRUE;
    g_cond_broadcast(&shelf->read);
}

/* Under the lock. */
static gpointer
entry_share(const Entry *entry, Report *report, GError **error)
{
    report_add_all(report, entry->report);
    if (entry->thing != NULL)
        return entry->kind->share(entry->thing);
    if (entry->error != NULL)
        g_propagate_error(error, g_error_copy(entry->error));
    return NULL;
}

gpointer
shelf_get(Shelf *shelf, const ShelfKind *kind, const char *file, const char *key,
          gconstpointer request, Report *report, GError **error)
{
    g_autofree char *name = NULL;
    gpointer thing;
    Entry *entry;

    if (shelf == NULL)
        return kind->read(request, report, error);
    name = g_strconcat(kind->name, "\n", file, "\n", key, NULL);
    g_mutex_lock(&shelf->lock);
    entry = g_hash_table_lookup(shelf->entries, name);
    if (entry == NULL) {
        entry = g_new0(Entry, 1);
        entry->kind = kind;
        entry->file = g_strdup(file);
        g_hash_table_insert(shelf->entries, g_steal_pointer(&name), entry);
        entry_read(shelf, entry, request);
    }
    while (!entry->ready)
        g_cond_wait(&shelf->read, &shelf->lock);
    thing = entry_share(entry, report, error);
    g_mutex_unlock(&shelf->lock);
    return thing;
}

void
shelf_expect(Shelf *shelf, const char *file)
{
    guint n;

    g_mutex_lock(&shelf->lock);
    n = GPOINTER_TO_UINT(g_hash_table_lookup(shelf->wanted, file));
    g_hash_table_insert(shelf->wanted, g_strdup(file), GUINT_TO_POINTER(n + 1));
    g_mutex_unlock(&shelf->lock);
}

static gboolean
entry_is_of_file(gpointer key, gpointer value, gpointer file)
{
    (void)key;
    return g_str_equal(((const Entry *)value)->file, file);
}

void
shelf_done(Shelf *shelf, const char *file)
{
    guint n;

    g_mutex_lock(&shelf->lock);
    n = GPOINTER_TO_UINT(g_hash_table_lookup(shelf->wanted, file));
    g_assert(n > 0);
    g_hash_table_insert(shelf->wanted, g_strdup(file), GUINT_TO_POINTER(n - 1));
    if (n == 1)
        g_hash_table_foreach_remove(shelf->entries, entry_is_of_file, (gpointer)file);
    g_mutex_unlock(&shelf->lock);
}
