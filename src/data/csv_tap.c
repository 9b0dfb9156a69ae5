#include "data/csv_tap.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

static gssize
fail(const CsvTap *tap, const char *what, GError **error)
{
    error_set(error, ERROR_INPUT, (Where){ .file = tap->name }, "%s: %s", what, g_strerror(errno));
    return -1;
}

static gssize
fail_spool(const CsvTap *tap, GError **error)
{
    return fail(tap,
                "what comes from a pipe is kept in the folder for temporary files, and that failed",
                error);
}

static gssize
read_fd(const CsvTap *tap, char *buffer, gsize size, GError **error)
{
    gssize n;

    do {
        n = read(tap->fd, buffer, size);
    } while (n < 0 && errno == EINTR);
    return n < 0 ? fail(tap, "the file cannot be read", error) : n;
}

static gssize
read_file(CsvTap *tap, char *buffer, gsize size, GError **error)
{
    gssize n = read_fd(tap, buffer, size, error);

    if (n > 0 && tap->witness != NULL && !tap->told)
        witness_add(tap->witness, buffer, (gsize)n);
    tap->told = tap->told || n == 0;
    return n;
}

static gboolean
is_replaying(const CsvTap *tap)
{
    return tap->replay < csv_spool_length(tap->spool);
}

static gssize
read_pipe(CsvTap *tap, char *buffer, gsize size, GError **error)
{
    gssize n;

    if (is_replaying(tap)) {
        n = csv_spool_get(tap->spool, tap->replay, buffer, size);
        if (n <= 0)
            return fail_spool(tap, error);
        tap->replay += (guint64)n;
        return n;
    }
    n = read_fd(tap, buffer, size, error);
    if (n <= 0)
        return n;
    if (!csv_spool_add(tap->spool, buffer, (gsize)n))
        return fail_spool(tap, error);
    if (tap->witness != NULL)
        witness_add(tap->witness, buffer, (gsize)n);
    tap->replay = csv_spool_length(tap->spool);
    return n;
}

gssize
csv_tap_some(CsvTap *tap, char *buffer, gsize size, GError **error)
{
    return tap->spool != NULL ? read_pipe(tap, buffer, size, error)
                              : read_file(tap, buffer, size, error);
}

gssize
csv_tap_fill(CsvTap *tap, char *buffer, gsize size, GError **error)
{
    gsize done = 0;

    while (done < size) {
        gssize n = csv_tap_some(tap, buffer + done, size - done, error);

        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (gsize)n;
    }
    return (gssize)done;
}

gboolean
csv_tap_is_ready(const CsvTap *tap, gint ms)
{
    struct pollfd asked = { .fd = tap->fd, .events = POLLIN };

    /* What cannot be asked says so when it is read. */
    return tap->spool == NULL || is_replaying(tap) || poll(&asked, 1, ms) != 0;
}

gboolean
csv_tap_rewind(CsvTap *tap, GError **error)
{
    tap->replay = 0;
    if (tap->spool != NULL)
        return TRUE;
    if (lseek(tap->fd, 0, SEEK_SET) < 0)
        return fail(tap, "the file cannot be read again", error) == 0;
    if (tap->witness != NULL && !tap->told)
        witness_restart(tap->witness);
    return TRUE;
}
