#define _XOPEN_SOURCE 700 // realpath()

#include "io/file_watch.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* Folders are watched, not files: a save by rename puts another file in place of the watched one.
 */
#define EVENTS                                                                               \
    (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | \
     IN_MOVE_SELF | IN_ONLYDIR)
/* ms: a burst is over when nothing came for so long, and never lasts longer than that. */
#define QUIET 4
#define LONGEST 20
/* ms: editors that save by removing and writing again have done so after that. */
#define GONE 100

/* An entry of a folder that tells of a path: its own, that of the file a link points to, or of the
 * first folder on the way that is not there. */
typedef struct {
    int folder;
    char *name;
    guint path;
} Place;

struct FileWatch {
    int fd;
    GPtrArray *paths;    /* char *, owned */
    GArray *places;      /* Place */
    GHashTable *folders; /* numbers of folders that are watched, as keys */
};

static void
place_clear(gpointer data)
{
    g_free(((Place *)data)->name);
}

FileWatch *
file_watch_new(GError **error)
{
    FileWatch *watch;
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

    if (fd < 0) {
        error_set(error, ERROR_INPUT, WHERE_NONE, "cannot watch files: %s%s", g_strerror(errno),
                  errno == EMFILE ? "; see fs.inotify.max_user_instances" : "");
        return NULL;
    }
    watch = g_new0(FileWatch, 1);
    watch->fd = fd;
    watch->paths = g_ptr_array_new_with_free_func(g_free);
    watch->places = g_array_new(FALSE, FALSE, sizeof(Place));
    g_array_set_clear_func(watch->places, place_clear);
    watch->folders = g_hash_table_new(NULL, NULL);
    return watch;
}

void
file_watch_free(FileWatch *watch)
{
    if (watch == NULL)
        return;
    close(watch->fd);
    g_ptr_array_unref(watch->paths);
    g_array_unref(watch->places);
    g_hash_table_unref(watch->folders);
    g_free(watch);
}

/* ---- Which folders ---- */

static gboolean
place_refuse(const char *folder, int failure, GError **error)
{
    g_autofree char *quoted = error_quote(folder, -1, 200);

    error_set(error, ERROR_INPUT, WHERE_NONE, "cannot watch the folder \"%s\": %s", quoted,
              failure == ENOSPC ? "no watch is left; see fs.inotify.max_user_watches"
                                : g_strerror(failure));
    return FALSE;
}

/* Goes up to the first folder that is there: it tells when the next one on the way is made. */
static gboolean
place_add(FileWatch *watch, const char *file, guint path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(file);
    g_autofree char *name = g_path_get_basename(file);

    for (;;) {
        int number = inotify_add_watch(watch->fd, folder, EVENTS);
        char *above;

        if (number >= 0) {
            Place place = { number, g_steal_pointer(&name), path };

            g_array_append_val(watch->places, place);
            g_hash_table_add(watch->folders, GINT_TO_POINTER(number));
            return TRUE;
        }
        above = g_path_get_dirname(folder);
        if ((errno != ENOENT && errno != ENOTDIR) || strcmp(above, folder) == 0) {
            g_free(above);
            return place_refuse(folder, errno, error);
        }
        g_free(name);
        name = g_path_get_basename(folder);
        g_free(folder);
        folder = above;
    }
}

/* A link is told about twice: when it is turned, and when the file behind it is saved. */
static gboolean
path_attach(FileWatch *watch, guint path, GError **error)
{
    const char *file = watch->paths->pdata[path];
    g_autofree char *target = NULL;
    struct stat status;
    char *real;

    if (!place_add(watch, file, path, error))
        return FALSE;
    if (lstat(file, &status) != 0 || !S_ISLNK(status.st_mode))
        return TRUE;
    real = realpath(file, NULL);
    target = g_strdup(real);
    free(real);
    return target == NULL || place_add(watch, target, path, error);
}

/* Folders that stay are not let go for a moment: no event is lost. */
static gboolean
attach(FileWatch *watch, GError **error)
{
    g_autoptr(GHashTable) before = watch->folders;
    GHashTableIter iter;
    gpointer folder;

    watch->folders = g_hash_table_new(NULL, NULL);
    g_array_set_size(watch->places, 0);
    for (guint i = 0; i < watch->paths->len; i++)
        if (!path_attach(watch, i, error))
            return FALSE;
    g_hash_table_iter_init(&iter, before);
    while (g_hash_table_iter_next(&iter, &folder, NULL))
        if (!g_hash_table_contains(watch->folders, folder))
            inotify_rm_watch(watch->fd, GPOINTER_TO_INT(folder));
    return TRUE;
}

gboolean
file_watch_set(FileWatch *watch, const GPtrArray *paths, GError **error)
{
    g_ptr_array_set_size(watch->paths, 0);
    for (guint i = 0; i < paths->len; i++)
        if (strcmp(paths->pdata[i], "-") != 0)
            g_ptr_array_add(watch->paths, g_strdup(paths->pdata[i]));
    return attach(watch, error);
}

/* ---- What happened ---- */

/* A file that was only made is still empty: it counts when it is closed. What has its content from
 * the start (a folder, a link) is never closed. */
static gboolean
is_made_whole(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0 && (!S_ISREG(status.st_mode) || status.st_nlink > 1);
}

static void
take_event(FileWatch *watch, const struct inotify_event *event, guint8 *touched)
{
    gboolean all = (event->mask & IN_Q_OVERFLOW) != 0;

    for (guint i = 0; i < watch->places->len; i++) {
        const Place *place = &g_array_index(watch->places, Place, i);

        if (!all && (place->folder != event->wd ||
                     (event->len > 0 && strcmp(place->name, event->name) != 0)))
            continue;
        if ((event->mask & (IN_CREATE | IN_ISDIR)) != IN_CREATE ||
            is_made_whole(watch->paths->pdata[place->path]))
            touched[place->path] = 1;
    }
}

/* Takes all events that are there. */
static gboolean
take_events(FileWatch *watch, guint8 *touched, GError **error)
{
    union {
        struct inotify_event event; /* for its alignment */
        char bytes[1 << 16];
    } buffer;

    for (;;) {
        ssize_t length = read(watch->fd, buffer.bytes, sizeof buffer.bytes);

        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0) {
            if (length < 0 && errno == EAGAIN)
                return TRUE;
            error_set(error, ERROR_INPUT, WHERE_NONE, "cannot watch files: %s", g_strerror(errno));
            return FALSE;
        }
        for (gssize at = 0; at < length;) {
            const struct inotify_event *event = (gconstpointer)(buffer.bytes + at);

            take_event(watch, event, touched);
            at += (gssize)(sizeof *event + event->len);
        }
    }
}

static guint
count_touched(const FileWatch *watch, const guint8 *touched, gboolean gone)
{
    guint n = 0;

    for (guint i = 0; i < watch->paths->len; i++)
        n += touched[i] && (!gone || access(watch->paths->pdata[i], F_OK) != 0);
    return n;
}

/* 0: the time is over or a signal came. */
static int
wait_readable(const FileWatch *watch, gint64 timeout)
{
    struct pollfd waiting = { .fd = watch->fd, .events = POLLIN };

    return MAX(poll(&waiting, 1, timeout < 0 ? -1 : (int)MIN(timeout, G_MAXINT)), 0);
}

static gint64
now(void)
{
    return g_get_monotonic_time() / 1000;
}

/* One save is up to five events, and who saves one file often saves its neighbours. */
static gboolean
settle(FileWatch *watch, guint8 *touched, GError **error)
{
    gint64 begin = now();

    for (;;) {
        gboolean gone = count_touched(watch, touched, TRUE) > 0;
        gint64 left = begin + (gone ? GONE : LONGEST) - now();

        if (left <= 0 || wait_readable(watch, gone ? left : MIN(left, QUIET)) == 0)
            return TRUE;
        if (!take_events(watch, touched, error))
            return FALSE;
    }
}

static GPtrArray *
touched_paths(const FileWatch *watch, const guint8 *touched)
{
    GPtrArray *paths = g_ptr_array_new();

    for (guint i = 0; i < watch->paths->len; i++)
        if (touched[i])
            g_ptr_array_add(paths, watch->paths->pdata[i]);
    return paths;
}

GPtrArray *
file_watch_wait(FileWatch *watch, int timeout, GError **error)
{
    g_autofree guint8 *touched = g_new0(guint8, watch->paths->len + 1);
    gint64 end = now() + timeout;

    while (count_touched(watch, touched, FALSE) == 0) {
        if (wait_readable(watch, timeout < 0 ? -1 : MAX(end - now(), 0)) == 0)
            return g_ptr_array_new();
        if (!take_events(watch, touched, error))
            return NULL;
    }
    /* Before the files are read again: links may point elsewhere, folders may have come. */
    if (!settle(watch, touched, error) || !attach(watch, error))
        return NULL;
    return touched_paths(watch, touched);
}
