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

/* A device or a FIFO cannot be replaced; what goes in is out. */
static int
write_straight(const char *path, GBytes *bytes)
{
    int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    int failure;

    if (fd < 0)
        return errno;
    failure = write_all(fd, bytes);
    if (close(fd) != 0 && errno != EINTR && failure == 0)
        failure = errno;
    return failure;
}

/* Returns 0 or an errno; the name is taken over only after every byte is known to be on the disk.
 */
static int
write_and_rename(const char *path, const mode_t *mode, GBytes *bytes)
{
    TempFile temp;
    int failure = temp_file_open(path, mode, &temp);

    if (failure != 0)
        return failure;
    failure = write_all(temp.fd, bytes);
    /* EINVAL: a file system that has nothing to wait for. */
    if (failure == 0 && fsync(temp.fd) != 0 && errno != EINVAL)
        failure = errno;
    if (close(temp.fd) != 0 && errno != EINTR && failure == 0)
        failure = errno;
    temp.fd = -1;
    if (failure == 0)
        failure = temp_file_rename(&temp, path);
    temp_file_discard(&temp);
    return failure;
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

static gboolean
write_file(const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *target = follow_links(path);
    struct stat status;
    gboolean exists;
    mode_t mode = 0;
    int failure;

    if (target == NULL)
        return set_error(path, ELOOP, error);
    exists = stat(target, &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return set_reason(path, "it is a folder", error);
    if (target[0] == '\0' || g_str_has_suffix(target, "/"))
        return set_reason(path, "it names no file", error);

    if (exists && !S_ISREG(status.st_mode)) {
        failure = write_straight(target, bytes);
    } else if (exists && access(target, W_OK) != 0 && errno == EACCES) {
        return set_reason(path, "it is there and write-protected", error);
    } else {
        mode = exists ? status.st_mode & 0777 : 0;
        failure = write_and_rename(target, exists ? &mode : NULL, bytes);
    }
    return failure == 0 ? TRUE : set_error(target, failure, error);
}

gboolean
atomic_file_write(const char *path, GBytes *bytes, GError **error)
{
    int fd = descriptor_of(path), failure;

    if (fd < 0)
        return write_file(path, bytes, error);

    failure = write_all(fd, bytes);
    if (failure == 0)
        return TRUE;
    if (fd == STDOUT_FILENO) {
        error_set(error, ERROR_OUTPUT, WHERE_NONE, "cannot write to standard output: %s",
                  reason_of(failure));
        return FALSE;
    }
    return set_reason(path, reason_of(failure), error);
}

gboolean
file_is_same(const char *a, const char *b)
{
    struct stat status_a, status_b;

    return stat(a, &status_a) == 0 && stat(b, &status_b) == 0 &&
           status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}
