// The bytes of a long file or a pipe, read and witnessed by a second thread while the first takes
// cells from those before.
#pragma once

#include "data/csv_part.h"
#include "data/csv_tap.h"

typedef struct CsvAhead CsvAhead;

typedef struct {
    const CsvRecipe *recipe; /* copied; NULL: nobody wants cells */
    gsize block_bytes;       /* read at a time; 0: 256 KiB. Changes speed only */
} CsvAheadPlan;

/* Reads on where the tap stands, which is the other thread's until csv_ahead_free(); the witness
 * may be asked once csv_ahead_read() has come to the end. Borrows it. NULL: no thread can be
 * started. */
CsvAhead *csv_ahead_new(CsvTap *tap, const CsvAheadPlan *plan);
/* Ends the thread, wherever it is. */
void csv_ahead_free(CsvAhead *ahead);

/* Fills the buffer; fewer bytes at the end of the file, and where there may be a part. -1 on
 * failure. */
gssize csv_ahead_read(CsvAhead *ahead, char *buffer, gsize size, GError **error);

/* The rows of the next bytes: those behind the first line feed of a block. They are the file's only
 * if a row begins there, which only who has read the bytes before can know. NULL: csv_ahead_read()
 * must be asked. Borrowed until bytes are read or skipped. */
const CsvPart *csv_ahead_part(CsvAhead *ahead);
/* Goes on behind them; returns how many bytes they were. */
gsize csv_ahead_skip_part(CsvAhead *ahead);
