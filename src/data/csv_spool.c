#include "data/csv_spool.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

struct CsvSpool {
    gsize memory;
    GByteArray *bytes; /* NULL: they are in the file */
    int fd;            /* of the file; -1: there is none */
    guint64 length;
};

CsvSpool *
csv_spool_new(gsize memory)
{
    CsvSpool *spool = g_new0(CsvSpool, 1);

    spool->memory = memory;
    spool->bytes = g_byte_array_new();
    spool->fd = -1;
    return spool;
}

void
csv_spool_free(CsvSpool *spool)
{
    if (spool == NULL)
        return;
    g_clear_pointer(&spool->bytes, g_byte_array_unref);
    if (spool->fd >= 0)
        close(spool->fd);
    g_free(spool);
}

static gboolean
write_all(int fd, const char *bytes, gsize length)
{
    while (length > 0) {
        gssize n = write(fd, bytes, length);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return FALSE;
        bytes += n;
        length -= (gsize)n;
    }
    return TRUE;
}

static gboolean
move_to_file(CsvSpool *spool)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "cartouche-XXXXXX", NULL);

    spool->fd = g_mkstemp(path);
    if (spool->fd < 0)
        return FALSE;
    g_unlink(path);
    if (!write_all(spool->fd, (const char *)spool->bytes->data, spool->bytes->len))
        return FALSE;
    g_clear_pointer(&spool->bytes, g_byte_array_unref);
    return TRUE;
}

gboolean
csv_spool_add(CsvSpool *spool, const char *bytes, gsize length)
{
    if (spool->bytes != NULL && length > spool->memory - spool->bytes->len && !move_to_file(spool))
        return FALSE;
    if (spool->bytes != NULL)
        g_byte_array_append(spool->bytes, (const guint8 *)bytes, (guint)length);
    else if (!write_all(spool->fd, bytes, length))
        return FALSE;
    spool->length += length;
    return TRUE;
}

guint64
csv_spool_length(const CsvSpool *spool)
{
    return spool->length;
}

gssize
csv_spool_get(const CsvSpool *spool, guint64 at, char *buffer, gsize size)
{
    gsize n = (gsize)MIN((guint64)size, spool->length - at);
    gssize got;

    if (n == 0)
        return 0;
    if (spool->bytes != NULL) {
        memcpy(buffer, spool->bytes->data + at, n);
        return (gssize)n;
    }
    do {
        got = pread(spool->fd, buffer, n, (off_t)at);
    } while (got < 0 && errno == EINTR);
    return got;
}
