// The bytes of a pipe, kept because it cannot be read twice: few in memory, many in a file.
#pragma once

#include <glib.h>

typedef struct CsvSpool CsvSpool;

/* Up to `memory` bytes are held in memory; with more all go to a file in the folder for temporary
 * files, which has no name any more and goes with the program however it ends. */
CsvSpool *csv_spool_new(gsize memory);
void csv_spool_free(CsvSpool *spool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvSpool, csv_spool_free)

/* Behind all others. FALSE, and errno, when there is no room for them. */
gboolean csv_spool_add(CsvSpool *spool, const char *bytes, gsize length);

guint64 csv_spool_length(const CsvSpool *spool);
/* The bytes from `at` on, as many as there are or fit; -1 and errno on failure. */
gssize csv_spool_get(const CsvSpool *spool, guint64 at, char *buffer, gsize size);
