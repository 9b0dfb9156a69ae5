#include "io/temp_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writers of one file at one time; more than that is a mistake somewhere else. */
#define MAX_NUMBER 1000
/* Leaves room for the rest of the name below NAME_MAX. */
#define MAX_STEM 200
#define SUFFIX ".cartouche-tmp"
#define END_WAIT_MS 50

/* What a signal has to remove, where a handler can read it: no allocation, no lock. A process that
 * writes more files at one moment leaves the rest to its next run. */
typedef struct {
    atomic_int state;
    pid_t owner; /* a forked child must not remove its parent's file */
    char path[PATH_MAX];
} Slot;

enum { SLOT_FREE, SLOT_TAKEN, SLOT_ARMED };

/* For as many threads as may write at once (RUN_MOST_JOBS), with four files each. */
static Slot slots[4 * 256];

/* Threads that are where the list does not say what is on the disk, and whether the process ends.
 */
static atomic_int n_within, is_ending;

static int
slot_arm(const char *path)
{
    gsize size = strlen(path) + 1;

    if (size > PATH_MAX)
        return -1;
    for (guint i = 0; i < G_N_ELEMENTS(slots); i++) {
        int expected = SLOT_FREE;

        if (!atomic_compare_exchange_strong(&slots[i].state, &expected, SLOT_TAKEN))
            continue;
        memcpy(slots[i].path, path, size);
        slots[i].owner = getpid();
        atomic_store(&slots[i].state, SLOT_ARMED);
        return (int)i;
    }
    return -1;
}

static void
slot_disarm(int slot)
{
    if (slot >= 0)
        atomic_store(&slots[slot].state, SLOT_FREE);
}

void
temp_file_end(void)
{
    pid_t self = getpid();

    atomic_store(&is_ending, 1);
    /* Bounded: a thread may hang in a file system that has gone away. */
    for (guint i = 0; i < END_WAIT_MS && atomic_load(&n_within) > 0; i++)
        poll(NULL, 0, 1);
    for (guint i = 0; i < G_N_ELEMENTS(slots); i++) {
        if (atomic_load(&slots[i].state) == SLOT_ARMED && slots[i].owner == self)
            unlink(slots[i].path);
    }
}

/* Between the making of a name and its entry in the list, and between the rename and its removal
 * from it, a handler would see the wrong state: in this thread the signals wait for that moment,
 * and in another one the handler does. */
static void
hold_signals(sigset_t *ret_before)
{
    sigset_t held;

    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &held, ret_before);
    atomic_fetch_add(&n_within, 1);
    if (!atomic_load(&is_ending))
        return;
    atomic_fetch_sub(&n_within, 1);
    for (;;) /* the handler ends the process */
        pause();
}

static void
release_signals(const sigset_t *before)
{
    atomic_fetch_sub(&n_within, 1);
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

static char *
temp_path(const char *path, int number)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *temp = NULL;
    gsize length = strlen(name);

    if (length > MAX_STEM) {
        length = MAX_STEM;
        while (length > 0 && ((guchar)name[length] & 0xc0) == 0x80)
            length--;
    }
    temp = g_strdup_printf(".%.*s.%d" SUFFIX, (int)length, name, number);
    return g_build_filename(folder, temp, NULL);
}

/* Only a file that is still the one at path: another process may have put its own there. */
static gboolean
is_at(int fd, const char *path)
{
    struct stat open_status, path_status;

    return fstat(fd, &open_status) == 0 && lstat(path, &path_status) == 0 &&
           open_status.st_dev == path_status.st_dev && open_status.st_ino == path_status.st_ino;
}

/* A living writer holds the lock of its temporary, so one that can be locked was left behind. As
 * long as the lock is held here nobody else removes or renames it. Returns whether it is gone. */
static gboolean
remove_if_stale(const char *path)
{
    struct stat status;
    gboolean gone = FALSE;
    int fd;

    if (lstat(path, &status) != 0)
        return errno == ENOENT;
    if (!S_ISREG(status.st_mode))
        return FALSE;
    fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        gone = is_at(fd, path) && unlink(path) == 0;
    close(fd);
    return gone;
}

void
temp_file_remove_stale(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (*name == '.' && g_str_has_suffix(name, SUFFIX)) {
            g_autofree char *path = g_build_filename(folder, name, NULL);

            remove_if_stale(path);
        }
}

/* FALSE when another process took the new file for a stale one before it was locked; that process
 * removes it. A file system without locks is fine: there nobody takes any. */
static gboolean
keep_locked(int fd, const char *path)
{
    if (flock(fd, LOCK_EX | LOCK_NB) != 0)
        return errno != EWOULDBLOCK;
    return is_at(fd, path);
}

static int
try_open(const char *path, const mode_t *mode, TempFile *ret_temp)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode != NULL ? 0600 : 0666);
    int lock, failure = 0;

    if (fd < 0)
        return errno;
    if (!keep_locked(fd, path)) {
        close(fd);
        return EEXIST;
    }
    lock = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (lock < 0 || (mode != NULL && fchmod(fd, *mode) != 0))
        failure = errno;
    if (failure != 0) {
        unlink(path);
        close(fd);
        if (lock >= 0)
            close(lock);
        return failure;
    }
    *ret_temp = (TempFile){ g_strdup(path), fd, lock, slot_arm(path) };
    return 0;
}

int
temp_file_open(const char *path, const mode_t *mode, TempFile *ret_temp)
{
    for (int number = 0; number < MAX_NUMBER; number++) {
        g_autofree char *temp = temp_path(path, number);
        sigset_t before;
        int failure;

        hold_signals(&before);
        failure = try_open(temp, mode, ret_temp);
        if (failure == EEXIST && remove_if_stale(temp))
            failure = try_open(temp, mode, ret_temp);
        release_signals(&before);
        if (failure != EEXIST)
            return failure;
    }
    return EEXIST;
}

int
temp_file_rename(TempFile *temp, const char *path)
{
    sigset_t before;
    int failure;

    hold_signals(&before);
    failure = rename(temp->path, path) == 0 ? 0 : errno;
    if (failure == 0) {
        slot_disarm(temp->slot);
        temp->slot = -1;
        g_clear_pointer(&temp->path, g_free);
    }
    release_signals(&before);
    return failure;
}

void
temp_file_discard(TempFile *temp)
{
    sigset_t before;

    hold_signals(&before);
    if (temp->path != NULL)
        unlink(temp->path);
    slot_disarm(temp->slot);
    temp->slot = -1;
    release_signals(&before);
    g_clear_pointer(&temp->path, g_free);
    if (temp->fd >= 0)
        close(temp->fd);
    if (temp->lock >= 0)
        close(temp->lock);
    temp->fd = temp->lock = -1;
}
