// One CSV record with quotes, read by libcsv. The only room that includes csv.h is csv_record.c.
#pragma once

#include <glib.h>

/* Borrowed; no NUL stands after it. */
typedef struct {
    const char *text;
    gsize length;
} CsvCell;

typedef struct CsvRecordParser CsvRecordParser;

typedef enum {
    RECORD_MORE,  /* the record goes on in the next line */
    RECORD_WHOLE, /* its cells are ready */
    RECORD_STRAY, /* a quote inside an unquoted cell, or letters after a closing quote */
    RECORD_LONG,  /* a cell has more than max_cell bytes */
    RECORD_OPEN,  /* the input ended inside quotes */
} RecordState;

/* strict: a stray quote is an error; else it is a letter. Blanks are kept in any case. */
CsvRecordParser *csv_record_parser_new(char delimiter, gboolean strict, gsize max_cell);
void csv_record_parser_free(CsvRecordParser *parser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvRecordParser, csv_record_parser_free)

/* Forgets the record before. */
void csv_record_begin(CsvRecordParser *parser);
/* One physical line with its end of line. */
RecordState csv_record_feed(CsvRecordParser *parser, const char *line, gsize length);
/* The input ends. */
RecordState csv_record_finish(CsvRecordParser *parser);

/* The cells that are complete; valid until the parser is used again. */
guint csv_record_n_cells(const CsvRecordParser *parser);
CsvCell csv_record_cell(const CsvRecordParser *parser, guint index);
