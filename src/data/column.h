// One typed column with missing values.
#pragma once

#include "base/calendar.h"

typedef enum { COLUMN_NUMBER, COLUMN_TIME, COLUMN_TEXT } ColumnType;

/* What is known of all cells of a column that holds only those that can be seen. */
typedef struct {
    gsize n;                   /* not missing */
    gsize n_lowest, n_highest; /* with the least and with the greatest value */
} ColumnWhole;

/* Numbers and times are doubles (times: seconds since 1970, base/calendar.h); NaN is missing.
 * Texts are codes into a list of levels in the order of their first appearance; -1 is missing.
 * Immutable once it stands in a table; reference counted, so tables share columns. */
typedef struct {
    char *name;
    ColumnType type;
    gsize length;
    double *values; /* NUMBER, TIME; else NULL */
    gint32 *codes;  /* TEXT; else NULL */
    GPtrArray
        *levels;   /* TEXT: char *, valid UTF-8, to read only (column_intern() adds); else NULL */
    TimeUnit unit; /* TIME: the finest precision its cells were written at */
    guint
        precisions; /* TIME: 1 << unit for each precision that its cells were written at; 0: unit */
    char *symbol;   /* NUMBER: unit seen in the cells: "%", "$", "€" …; NULL: none */
    guint field;    /* 1-based field in the CSV; 0: made by a transform */
    ColumnWhole *whole;        /* of a column with few of its cells; NULL: all are there */
    struct Levels *dictionary; /* TEXT: owns levels and finds them; shared between columns */
    gint ref_count;
} Column;

const char *column_type_name(ColumnType type); /* "number", "time", "text" */

/* All cells missing; takes length cells. */
Column *column_new(const char *name, ColumnType type, gsize length);
/* Takes ownership of values (g_malloc'ed). */
Column *column_new_values(const char *name, ColumnType type, double *values, gsize length);
/* A text column; takes ownership of codes (g_malloc'ed) and a reference of the dictionary. */
Column *column_new_codes(const char *name, gint32 *codes, struct Levels *dictionary, gsize length);
Column *column_ref(const Column *column);
void column_unref(Column *column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Column, column_unref)

/* While building a text column: the code of a text, added when it is new. */
gint32 column_intern(Column *column, const char *text, gssize length);

gboolean column_is_missing(const Column *column, gsize row);
/* TEXT only; NULL when missing; borrowed. */
const char *column_text(const Column *column, gsize row);
/* Any type: the cell as text for people and messages (numbers exactly, times by precision); ""
 * when missing. Appends. */
void column_append_cell(const Column *column, gsize row, GString *out);
/* The precision at which a time of the column may be told: where cells were written at several, the
 * coarsest that the value begins, so that "1965-04" never turns into 1 April. */
TimeUnit column_time_unit(const Column *column, double time);
gsize column_count_missing(const Column *column);
/* Whether it holds numbers, none of which has a fraction; missing ones do not matter. */
gboolean column_is_whole(const Column *column);

/* A copy with another name. */
Column *column_renamed(const Column *column, const char *name);
/* The cells at the given rows, in that order (rows[i] may repeat). Levels not used any more stay.
 */
Column *column_take(const Column *column, const gsize *rows, gsize n);
/* As text: numbers and times become the texts that column_append_cell gives, levels in order of
 * value. A text column is returned with a new reference. */
Column *column_as_text(const Column *column);
