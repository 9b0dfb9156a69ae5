// The bytes of an open file or pipe as they stand there, told to the witness on their way.
#pragma once

#include "base/error.h"
#include "base/witness.h"
#include "data/csv_spool.h"

/* Nothing in it is locked: as long as one thread reads, no other may touch it. */
typedef struct {
    const char *name; /* for messages; borrowed */
    int fd;
    CsvSpool *spool;  /* what a pipe gave so far; NULL: a file, which can be read again */
    guint64 replay;   /* how much of the spool was read again */
    Witness *witness; /* borrowed; NULL: nobody asks */
    gboolean told;    /* the witness knows the whole file */
} CsvTap;

/* Some bytes, as soon as there are any; 0 at the end, -1 on failure. */
gssize csv_tap_some(CsvTap *tap, char *buffer, gsize size, GError **error);
/* The same, but as many as fit if there are so many. */
gssize csv_tap_fill(CsvTap *tap, char *buffer, gsize size, GError **error);

/* Waits for so many ms at most. TRUE: csv_tap_some() will not wait. */
gboolean csv_tap_is_ready(const CsvTap *tap, gint ms);

/* Begins again from the first byte. */
gboolean csv_tap_rewind(CsvTap *tap, GError **error);
