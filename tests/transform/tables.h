// Small tables for tests of transforms, and a look at their cells.
#pragma once

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/table.h"

static inline Column *
numbers_of(const char *name, const double *values, gsize n)
{
    return column_new_values(name, COLUMN_NUMBER, g_memdup2(values, n * sizeof *values), n);
}

static inline Column *
texts_of(const char *name, const char *const *texts, gsize n)
{
    Column *column = column_new(name, COLUMN_TEXT, n);

    for (gsize i = 0; i < n; i++) {
        if (texts[i] != NULL)
            column->codes[i] = column_intern(column, texts[i], -1);
    }
    return column;
}

/* ISO times, NULL is missing; four digits are a year. The unit is the finest of them. */
static inline Column *
times_of(const char *name, const char *const *texts, gsize n)
{
    Column *column = column_new(name, COLUMN_TIME, n);

    column->unit = TIME_YEAR;
    for (gsize i = 0; i < n; i++) {
        TimeUnit unit = TIME_YEAR;

        if (texts[i] == NULL)
            continue;
        if (strlen(texts[i]) == 4)
            g_assert_true(calendar_make(atoi(texts[i]), 1, 1, 0, 0, 0, &column->values[i]));
        else
            g_assert_true(calendar_parse(texts[i], strlen(texts[i]), &column->values[i], &unit));
        column->unit = MIN(column->unit, unit);
    }
    return column;
}

#define NUMBERS(name, ...)                            \
    numbers_of(name, (const double[]){ __VA_ARGS__ }, \
               sizeof((const double[]){ __VA_ARGS__ }) / sizeof(double))
#define TEXTS(name, ...)                                 \
    texts_of(name, (const char *const[]){ __VA_ARGS__ }, \
             sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))
#define TIMES(name, ...)                                 \
    times_of(name, (const char *const[]){ __VA_ARGS__ }, \
             sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

/* A table of "t.csv" whose rows stand on the lines from 2; takes the columns. */
static inline Table *
table_of(Column *const *columns, guint n)
{
    Table *table = table_new("t.csv", columns[0]->length);

    table->lines = line_map_new();
    for (gsize row = 0; row < table->length; row++)
        line_map_add(table->lines, row, (guint)row + 2);
    for (guint i = 0; i < n; i++) {
        columns[i]->field = i + 1;
        table_add(table, columns[i]);
    }
    return table;
}

#define TABLE(...)                             \
    table_of((Column *const[]){ __VA_ARGS__ }, \
             sizeof((Column *const[]){ __VA_ARGS__ }) / sizeof(Column *))

static inline char *
column_cells(const Column *column)
{
    GString *cells = g_string_new(NULL);

    for (gsize row = 0; row < column->length; row++) {
        if (row > 0)
            g_string_append_c(cells, '|');
        column_append_cell(column, row, cells);
    }
    return g_string_free(cells, FALSE);
}

/* The cells of a column joined by |, missing ones empty. */
#define assert_column(column, expected)                 \
    do {                                                \
        g_autofree char *cells_ = column_cells(column); \
        g_assert_cmpstr(cells_, ==, expected);          \
    } while (0)

#define assert_cells(table, name, expected)               \
    do {                                                  \
        g_assert_nonnull(table_find(table, name));        \
        assert_column(table_find(table, name), expected); \
    } while (0)

/* An error of this code and text, which is freed. */
#define assert_error(error, ret_code, text)               \
    do {                                                  \
        g_assert_error(error, CARTOUCHE_ERROR, ret_code); \
        g_assert_cmpstr((error)->message, ==, text);      \
        g_clear_error(&(error));                          \
    } while (0)
