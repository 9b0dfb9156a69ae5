#include "io/atomic_file.h"

#include "io/temp_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As the kernel's own limit on Linux. */
#define MAX_LINKS 40
#define MAX_QUOTED 200

static gboolean
set_reason(const char *path, const char *reason, GError **error)
{
    g_autofree char *quoted = error_quote(path, -1, MAX_QUOTED);

    error_set(error, ERROR_OUTPUT, WHERE_NONE, "cannot write \"%s\": %s", quoted, reason);
    return FALSE;
}

static const char *
reason_of(int failure)
{
    switch (failure) {
    case ENOSPC:
        return "the disk is full";
    case EDQUOT:
        return "the disk quota is used up";
    case EFBIG:
        return "it would be larger than the limit on the size of a file";
    case EROFS:
        return "the file system is read-only";
    case ENAMETOOLONG:
        return "its name is too long";
    case ELOOP:
        return "its symbolic links lead round in a circle";
    case EPIPE:
        return "nobody reads it any more";
    default:
        return g_strerror(failure);
    }
}

/* One sentence for people; the folder of path is named where it is what fails. */
static gboolean
set_error(const char *path, int failure, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *quoted = error_quote(folder, -1, MAX_QUOTED);
    g_autofree char *reason = NULL;

    if (failure == ENOENT)
        reason = g_strdup_printf("there is no folder \"%s\"", quoted);
    else if (failure == ENOTDIR)
        reason = g_strdup_printf("\"%s\" is not a folder", quoted);
    else if (failure == EACCES || failure == EPERM)
        reason = g_strdup_printf("no permission to write in the folder \"%s\"", quoted);
    else
        reason = g_strdup(reason_of(failure));
    return set_reason(path, reason, error);
}

/* Returns 0 or an errno. */
static int
write_all(int fd, GBytes *bytes)
{
    gsize left;
    const char *at = g_bytes_get_data(bytes, &left);

    while (left > 0) {
        /* Some systems refuse a single write of 2 GiB or more. */
        gssize n = write(fd, at, MIN(left, (gsize)1 << 30));

        if (n > 0) {
            at += n;
            left -= (gsize)n;
        } else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            struct pollfd ready = { .fd = fd, .events = POLLOUT };

            if (poll(&ready, 1, -1) < 0 && errno != EINTR)
                return errno;
        } else if (n == 0 || errno != EINTR) {
            return n == 0 ? EIO : errno;
        }
    }
    return 0;
}

/* One of the files on its way: every step is taken by all before any takes the next. */
typedef struct {
    const char *path; /* as it was named */
    GBytes *bytes;
    int fd;        /* the open descriptor that path names; -1: none */
    char *target;  /* where its links lead; NULL with fd */
    TempFile temp; /* of a file; path NULL: there is none, it is written straight */
} Pending;

static void
pending_clear(gpointer data)
{
    Pending *pending = data;

    temp_file_discard(&pending->temp);
    g_free(pending->target);
}

/* Where the links that path may be lead; the last need not exist. NULL: ELOOP or what errno says.
 */
static char *
follow_links(const char *path)
{
    g_autofree char *at = g_strdup(path);

    for (int i = 0; i <= MAX_LINKS; i++) {
        char target[PATH_MAX];
        g_autofree char *folder = NULL;
        gssize n = readlink(at, target, sizeof(target) - 1);

        if (n < 0)
            return g_steal_pointer(&at);
        target[n] = '\0';
        folder = g_path_get_dirname(at);
        g_free(at);
        at = g_path_is_absolute(target) ? g_strdup(target) : g_build_filename(folder, target, NULL);
    }
    return NULL;
}

/* The open descriptor that path names, or -1. Opening /dev/stdout anew would start at the beginning
 * of a file to which the shell appends. */
static int
descriptor_of(const char *path)
{
    const char *prefix = "/dev/fd/";
    guint64 fd;

    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
        return STDOUT_FILENO;
    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    if (g_str_has_prefix(path, prefix) &&
        g_ascii_string_to_unsigned(path + strlen(prefix), 10, 0, INT_MAX, &fd, NULL))
        return (int)fd;
    return -1;
}

/* Returns 0 or an errno; every byte is known to be on the disk afterwards. */
static int
write_temporary(Pending *pending, const mode_t *mode)
{
    TempFile *temp = &pending->temp;
    int failure = temp_file_open(pending->target, mode, temp);

    if (failure != 0)
        return failure;
    failure = write_all(temp->fd, pending->bytes);
    /* EINVAL: a file system that has nothing to wait for. */
    if (failure == 0 && fsync(temp->fd) != 0 && errno != EINVAL)
        failure = errno;
    if (close(temp->fd) != 0 && errno != EINTR && failure == 0)
        failure = errno;
    temp->fd = -1;
    return failure;
}

/* Finds out what path names; a file lies whole beside its name afterwards. */
static gboolean
pending_prepare(Pending *pending, GError **error)
{
    const char *path = pending->path, *target;
    struct stat status;
    gboolean exists;
    mode_t mode = 0;
    int failure;

    pending->fd = descriptor_of(path);
    if (pending->fd >= 0)
        return TRUE;
    target = pending->target = follow_links(path);
    if (target == NULL)
        return set_error(path, ELOOP, error);
    exists = stat(target, &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return set_reason(path, "it is a folder", error);
    if (target[0] == '\0' || g_str_has_suffix(target, "/"))
        return set_reason(path, "it names no file", error);
    if (exists && !S_ISREG(status.st_mode))
        return TRUE;
    if (exists && access(target, W_OK) != 0 && errno == EACCES)
        return set_reason(path, "it is there and write-protected", error);
    mode = exists ? status.st_mode & 0777 : 0;
    failure = write_temporary(pending, exists ? &mode : NULL);
    return failure == 0 ? TRUE : set_error(target, failure, error);
}

static gboolean
write_descriptor(const Pending *pending, GError **error)
{
    int failure = write_all(pending->fd, pending->bytes);

    if (failure == 0)
        return TRUE;
    if (pending->fd != STDOUT_FILENO)
        return set_reason(pending->path, reason_of(failure), error);
    error_set(error, ERROR_OUTPUT, WHERE_NONE, "cannot write to standard output: %s",
              reason_of(failure));
    return FALSE;
}

/* A device or a FIFO cannot be replaced; what goes in is out. */
static gboolean
write_device(const Pending *pending, GError **error)
{
    int fd = open(pending->target, O_WRONLY | O_NOCTTY | O_CLOEXEC), failure;

    if (fd < 0)
        return set_error(pending->target, errno, error);
    failure = write_all(fd, pending->bytes);
    if (close(fd) != 0 && errno != EINTR && failure == 0)
        failure = errno;
    return failure == 0 ? TRUE : set_error(pending->target, failure, error);
}

static gboolean
pending_write_straight(Pending *pending, GError **error)
{
    if (pending->fd >= 0)
        return write_descriptor(pending, error);
    return pending->temp.path != NULL || write_device(pending, error);
}

static gboolean
pending_rename(Pending *pending, GError **error)
{
    int failure =
        pending->temp.path != NULL ? temp_file_rename(&pending->temp, pending->target) : 0;

    return failure == 0 ? TRUE : set_error(pending->target, failure, error);
}

gboolean
atomic_files_write(const AtomicFile *files, guint n, GError **error)
{
    static gboolean (*const steps[])(
        Pending *, GError **) = { pending_prepare, pending_write_straight, pending_rename };
    g_autoptr(GArray) all = g_array_sized_new(FALSE, FALSE, sizeof(Pending), n);

    g_array_set_clear_func(all, pending_clear);
    for (guint i = 0; i < n; i++) {
        Pending pending = { files[i].path, files[i].bytes, -1, NULL, TEMP_FILE_NONE };

        g_array_append_val(all, pending);
    }
    for (guint step = 0; step < G_N_ELEMENTS(steps); step++)
        for (guint i = 0; i < n; i++)
            if (!steps[step](&g_array_index(all, Pending, i), error))
                return FALSE;
    return TRUE;
}

gboolean
atomic_file_write(const char *path, GBytes *bytes, GError **error)
{
    return atomic_files_write(&(AtomicFile){ path, bytes }, 1, error);
}

gboolean
file_is_same(const char *a, const char *b)
{
    struct stat status_a, status_b;

    return stat(a, &status_a) == 0 && stat(b, &status_b) == 0 &&
           status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}
