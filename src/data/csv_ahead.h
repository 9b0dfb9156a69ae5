// The bytes of a long file, read and witnessed by a second thread while the first takes cells from
// those before.
#pragma once

#include "base/witness.h"

typedef struct CsvAhead CsvAhead;

/* Reads the file from its first byte on. The witness (NULL: none) is told of all bytes, by the
 * other thread; it may be asked once csv_ahead_read() has come to the end, or after
 * csv_ahead_free(). Borrows both. NULL: no thread can be started. */
CsvAhead *csv_ahead_new(int fd, Witness *witness);
/* Ends the thread, wherever it is. */
void csv_ahead_free(CsvAhead *ahead);

/* Fills the buffer; fewer bytes at the end of the file only. -1, and errno, on failure. */
gssize csv_ahead_read(CsvAhead *ahead, char *buffer, gsize size);
