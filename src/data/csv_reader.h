// CSV bytes to a table of typed columns. The only room that includes csv.h.
#pragma once

#include "base/report.h"
#include "data/table.h"

typedef enum { QUOTES_STRICT, QUOTES_LENIENT } QuotePolicy;
typedef enum { RAGGED_ERROR, RAGGED_PAD } RaggedPolicy;

/* A forced type of one column. */
typedef enum {
    TYPE_AUTO,
    TYPE_NUMBER,
    TYPE_TIME,
    TYPE_YEAR,
    TYPE_TEXT,
} TypeRequest;

typedef struct {
    const char *column; /* NULL in a format: all columns that are not numbers */
    TypeRequest type;
    const char *date_format; /* checked by calendar_check_format(); NULL: none */
} ColumnRequest;

/* A figure that shows y along x in so many steps at most needs no other rows of a long table than
 * those that can be seen; Column.whole tells of the others. Both must be numbers, x ascending and
 * no cell missing: else, and where a column is no number or time, all rows are read. */
typedef struct {
    const char *x, *y; /* columns */
    gsize steps;       /* 0: all rows */
} CsvThinning;

/* A figure that shows one number of each group of rows needs only that: the table then has a row
 * for each combination of keys, in the order of their first rows, with the number for all of them
 * in place of the values, summed as transform_group() does. Other columns are empty. Where a value
 * is missing or odd, and in short files, all rows are read: grouping them again changes nothing. */
typedef enum { GROUP_SUM, GROUP_MEAN, GROUP_LEAST, GROUP_GREATEST } GroupKind;
#define CSV_MOST_KEYS 4
typedef struct {
    const char *keys[CSV_MOST_KEYS]; /* columns */
    guint n_keys;                    /* 0: all rows */
    const char *value;               /* a column of numbers */
    const char *expression;          /* where a column has this name, it was meant instead */
    GroupKind kind;
} CsvGrouping;

/* All borrowed for the time of the call. Zeroes are the defaults. */
typedef struct {
    char delimiter;       /* 0: found out among , ; tab (and | ) */
    char decimal;         /* 0: found out; '.' or ',' */
    const char *encoding; /* NULL: UTF-8; else a name that g_convert knows */
    QuotePolicy quotes;
    RaggedPolicy ragged;
    const char *const *na; /* more texts that mean missing; ends with NULL; may be NULL */
    const ColumnRequest *requests;
    guint n_requests;
    guint64 max_bytes, max_rows, max_cell; /* 0: default limits (1 GiB, 10 million … see .c) */
    CsvThinning thin;
    CsvGrouping group;    /* only one of both */
    gboolean witness;     /* the table shall know the bytes that it was read from */
    guint64 sample_bytes; /* read before types are guessed; 0: 256 KiB. Changes speed, no result */
    guint64 ahead_bytes;  /* two threads read files from this on; 0: 2 MiB. Changes speed only */
    gsize block_bytes;    /* as much at a time; 0: 256 KiB. Changes speed only */
} CsvOptions;

/* Reads a named file ("-": standard input). On failure NULL and an error that names file, line and
 * field. Cells that could not be understood are counted in report, one entry a column. */
Table *csv_read_file(const char *file, const CsvOptions *options, Report *report, GError **error);

/* Reads bytes; name stands for the file in messages. */
Table *csv_read_bytes(const char *name, const char *bytes, gsize length, const CsvOptions *options,
                      Report *report, GError **error);

/* One cell as a number, with the notations people use: signs, (123), 1e6, thousands marks,
 * one currency mark, 12%. */
typedef struct {
    double value;
    char symbol[8];     /* "%", "$", "€", "US$" …; "" none */
    gboolean grouped;   /* has a thousands mark */
    gboolean ambiguous; /* the only mark could be a decimal mark as well: "1,234" */
} NumberCell;

gboolean number_cell_parse(const char *text, gsize length, char decimal, NumberCell *ret_cell);
/* Nothing but blanks: missing in a column of any type. */
gboolean cell_is_blank(const char *text, gsize length);
/* The cell reads as missing in a number or time column: empty, NA, N/A, n/a, -, –, null, nan (the
 * words in any case). */
gboolean cell_is_missing(const char *text, gsize length);
