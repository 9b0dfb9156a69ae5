// The records of a CSV, one after the other, checked for what no record may hold.
#pragma once

#include "data/csv_record.h"
#include "data/csv_source.h"

typedef struct CsvScan CsvScan;

/* One record. Without quotes it is one line, and cells NULL: the caller splits it at delimiters. */
typedef struct {
    const char *text; /* the line without its end, not NUL-terminated; NULL with cells */
    gsize length;
    const CsvRecordParser *cells; /* else its cells */
    guint line;                   /* the physical line it begins on */
    guint n_lines;                /* physical lines it takes */
    /* Each of its lines has this many delimiters, in quotes or not; -1: one line, or different
     * numbers. Lines that look alike may be rows that a stray quote swallowed. */
    gint delimiters_a_line;
} CsvRecord;

/* Borrows the source. */
CsvScan *csv_scan_new(CsvSource *source, gsize max_cell);
void csv_scan_free(CsvScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvScan, csv_scan_free)

/* The first bytes of the input, as many as fit a block; borrowed until the next call. */
gboolean csv_scan_peek(CsvScan *scan, const char **ret_bytes, gsize *ret_length, GError **error);
/* Before the first record. */
void csv_scan_set_dialect(CsvScan *scan, char delimiter, gboolean strict_quotes);

/* The next record, valid until the next call; blank lines are records of length 0. FALSE at the end
 * (no error) and on failure: NUL, invalid UTF-8, a stray or open quote, a line or cell too long. */
gboolean csv_scan_next(CsvScan *scan, CsvRecord *ret_record, GError **error);

/* Of the bytes at hand those that are plain lines (csv_lines_plain()), at most `most` of them; 0
 * when the next record needs csv_scan_next(), which also fetches more bytes. CSV_LINES_PADDING more
 * are readable. Borrowed until the next call. */
gsize csv_scan_plain_lines(CsvScan *scan, gsize most, const char **ret_lines);
/* The next record begins at `to`, that many lines further on. */
void csv_scan_skip_lines(CsvScan *scan, const char *to, gsize n_lines);
/* The next records if another thread took their cells, or could have; NULL: csv_scan_next() must be
 * asked. Borrowed until the next call. */
const CsvPart *csv_scan_part(CsvScan *scan);
/* The next record is the one behind them. */
void csv_scan_skip_part(CsvScan *scan, const CsvPart *part);
guint csv_scan_line(const CsvScan *scan); /* on which the next record begins */

/* How many bytes the records so far took. */
guint64 csv_scan_offset(const CsvScan *scan);
gboolean csv_scan_rewind(CsvScan *scan, GError **error);
