// Named columns of one length, and where each row stood in its file.
#pragma once

#include "base/error.h"
#include "data/column.h"

/* Immutable once built; reference counted. */
typedef struct {
    char *file;         /* as named by the user, for messages; "-" for standard input; NULL: none */
    GPtrArray *columns; /* Column *, owned references */
    gsize length;       /* rows */
    struct LineMap *lines; /* physical line of each row, owned reference; NULL: unknown */
    char *bytes_hash; /* SHA-256 of the bytes of the file, as hexadecimal digits; NULL: unknown */
    char *bytes_letters; /* their characters beyond ASCII, each once, ascending; NULL: unknown */
    gint ref_count;
} Table;

Table *table_new(const char *file, gsize length);
Table *table_ref(const Table *table);
void table_unref(Table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_unref)

/* While building: appends a column of the table's length and takes over the reference. */
void table_add(Table *table, Column *column);

guint table_n_columns(const Table *table);
Column *table_column(const Table *table, guint index);    /* borrowed */
Column *table_find(const Table *table, const char *name); /* borrowed; NULL: none */
/* The same for headers that people write as they like: "Lat", "LAT". ASCII letters only. */
Column *table_find_any_case(const Table *table, const char *name);
/* The names, ending with NULL, for error_suggest(). Caller frees the array, not the strings. */
const char **table_names(const Table *table);

/* The physical line (from 1) on which a row began; 0: unknown. */
guint table_line(const Table *table, gsize row);
/* file, line and field of a cell, for messages. column may be NULL. Borrows from the table. */
Where table_where(const Table *table, gsize row, const Column *column);

/* New tables; columns that do not change are shared. All keep the lines of the rows they come from.
 */
Table *table_take(const Table *table, const gsize *rows, gsize n);
Table *table_with_column(const Table *table,
                         Column *column); /* replaces one of that name; takes it */

/* Lines of rows, as runs: nearly always one run, so a big file costs nothing. */
typedef struct LineMap LineMap;
LineMap *line_map_new(void);
LineMap *line_map_ref(LineMap *map);
void line_map_free(LineMap *map); /* drops a reference */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LineMap, line_map_free)
/* Rows ascending. A row not named continues the run before it, one line further each. */
void line_map_add(LineMap *map, gsize row, guint line);
guint line_map_get(const LineMap *map, gsize row);
