// Packages of several files: ZIP archives, as APPNOTE.TXT 6.3 has them without ZIP64.
#pragma once

#include "base/error.h"

typedef struct ZipWriter ZipWriter;

ZipWriter *zip_writer_new(void);
void zip_writer_free(ZipWriter *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ZipWriter, zip_writer_free)

/* Appends a file under an ASCII name with "/" between folders, dated 1 January 1980 so that the
 * same files give the same bytes. ERROR_LIMIT beyond 2 GiB or 65535 files; the writer stays as it
 * was. */
gboolean zip_writer_add(ZipWriter *zip, const char *name, gconstpointer bytes, gsize length,
                        GError **error);

/* The archive with its directory; caller owns. Nothing can be added afterwards. */
GBytes *zip_writer_finish(ZipWriter *zip);
