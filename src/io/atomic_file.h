// Files that appear whole or not at all.
#pragma once

#include "base/error.h"

/* Writes bytes to path: a temporary beside it (O_EXCL), fsync, permissions by umask (or those of
 * the file it replaces), rename. A symbolic link is followed: its target is replaced, or made when
 * there is none. An existing path that is no regular file (a FIFO, /dev/null) is written straight.
 * "-" and /dev/stdout are standard output, /dev/stderr and /dev/fd/N likewise descriptors that are
 * already open. The folder has to be writable, and so has the file that is replaced. On failure the
 * old file stands, no litter remains, and the error is ERROR_OUTPUT. */
gboolean atomic_file_write(const char *path, GBytes *bytes, GError **error);

typedef struct {
    const char *path; /* borrowed */
    GBytes *bytes;    /* borrowed */
} AtomicFile;

/* The same for several: all are whole on the disk before the first takes its name, so that a disk
 * that fills up leaves every old file as it was. What is no file is written after that and before
 * the names are taken, in the order given. */
gboolean atomic_files_write(const AtomicFile *files, guint n, GError **error);

/* Prepares the process: SIGINT, SIGTERM and SIGHUP remove the temporaries and end with 128+n;
 * SIGPIPE and SIGXFSZ ignored; closed descriptors 0-2 opened on /dev/null, in the direction in
 * which they are not used, so that lost text is still an error. For main() only, never for the
 * library. */
void atomic_file_prepare_process(void);

/* TRUE when both paths name the same existing file (by device and inode, links followed). */
gboolean file_is_same(const char *a, const char *b);
