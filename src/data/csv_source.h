// The bytes of one input as UTF-8, block by block, as often as they are needed.
#pragma once

#include "base/error.h"
#include "base/witness.h"
#include "data/csv_part.h"

typedef struct CsvSource CsvSource;

/* file is a path or "-". Folders and devices are refused. encoding NULL is UTF-8, else a name that
 * iconv knows. More than max_bytes bytes are ERROR_LIMIT. A regular file is never held in memory;
 * of a pipe the bytes are kept (csv_spool.h), because it cannot be read twice. */
CsvSource *csv_source_open(const char *file, const char *encoding, guint64 max_bytes,
                           GError **error);
/* Borrows bytes; name stands for the file in messages. */
CsvSource *csv_source_bytes(const char *name, const char *bytes, gsize length, const char *encoding,
                            guint64 max_bytes, GError **error);
/* The witness (borrowed) is told every byte of a file, a pipe or standard input as it stands there,
 * once, however often they are read. What it says holds when all were read without a failure. */
void csv_source_set_witness(CsvSource *source, Witness *witness);
/* Files of so many bytes, and pipes, are read by a second thread from the first rewind on, so many
 * bytes at a time (0: as many as are good). Without, none are. */
void csv_source_set_ahead(CsvSource *source, guint64 least_bytes, gsize block_bytes);
/* From the next rewind on that thread takes cells too, where it can. Borrowed until the rewind is
 * done. */
void csv_source_set_recipe(CsvSource *source, const CsvRecipe *recipe);
void csv_source_free(CsvSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvSource, csv_source_free)

const char *csv_source_name(const CsvSource *source); /* borrowed */

/* Fills buffer (at least 16 bytes) as far as there is input; 0 at the end, -1 on failure. The bytes
 * are as they stand in the file when it has no other encoding, so they may be invalid UTF-8. A byte
 * order mark is left out. Files that are known to be something else than CSV fail here. */
gssize csv_source_read(CsvSource *source, char *buffer, gsize size, GError **error);

/* As csv_ahead_part() says: the rows of the next bytes if a row begins there, else NULL. */
const CsvPart *csv_source_part(CsvSource *source);
void csv_source_skip_part(CsvSource *source);

/* Begins again from the first byte. */
gboolean csv_source_rewind(CsvSource *source, GError **error);
