#include "transform/transform.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "transform/ordering.h"

const TransformType sort_transform = {
    "sort",
    "orders the rows by a column",
    "--sort x|y|none|data|EXPR",
};

typedef struct {
    guint64 key;
    gsize row;
} Keyed;

typedef struct {
    const char *text;
    guint32 level;
} Level;

static int
compare_levels(const void *a, const void *b)
{
    return strcmp(((const Level *)a)->text, ((const Level *)b)->text);
}

/* By code: its place in the order. */
static guint64 *
level_places(const GPtrArray *levels, gboolean by_level)
{
    guint64 *places = g_new(guint64, levels->len + 1);
    g_autofree Level *sorted = g_new(Level, levels->len + 1);

    for (guint32 i = 0; i < levels->len; i++)
        sorted[i] = (Level){ g_ptr_array_index(levels, i), i };
    if (!by_level)
        qsort(sorted, levels->len, sizeof *sorted, compare_levels);
    for (guint32 i = 0; i < levels->len; i++)
        places[sorted[i].level] = i;
    return places;
}

/* Integers in the order of the doubles: the sign bit is turned, and of negatives all bits. */
static guint64
value_place(double value)
{
    guint64 bits;

    value += 0.0; /* -0 becomes 0 */
    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? ~bits : bits | (guint64)1 << 63;
}

static Keyed *
keyed_rows(const Column *column, gboolean descending, gboolean by_level)
{
    Keyed *keyed = g_new(Keyed, column->length + 1);
    g_autofree guint64 *places =
        column->type == COLUMN_TEXT ? level_places(column->levels, by_level) : NULL;

    for (gsize i = 0; i < column->length; i++) {
        guint64 key = G_MAXUINT64; /* missing; no other cell has it */

        if (!column_is_missing(column, i)) {
            key = places != NULL ? places[column->codes[i]] : value_place(column->values[i]);
            if (descending)
                key = G_MAXUINT64 - 1 - key;
        }
        keyed[i] = (Keyed){ key, i };
    }
    return keyed;
}

#define DIGIT_BITS 11
#define DIGITS ((gsize)1 << DIGIT_BITS)

/* A pass of a radix sort: stable by one digit. FALSE when all keys have the same digit and nothing
 * was moved. */
static gboolean
sort_by_digit(const Keyed *from, Keyed *to, gsize n, guint shift)
{
    gsize places[DIGITS] = { 0 }, before = 0;

    for (gsize i = 0; i < n; i++)
        places[from[i].key >> shift & (DIGITS - 1)]++;
    if (places[from[0].key >> shift & (DIGITS - 1)] == n)
        return FALSE;
    for (gsize digit = 0; digit < DIGITS; digit++) {
        gsize count = places[digit];

        places[digit] = before;
        before += count;
    }
    for (gsize i = 0; i < n; i++)
        to[places[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
    return TRUE;
}

static gboolean
is_ordered(const Keyed *keyed, gsize n)
{
    for (gsize i = 1; i < n; i++) {
        if (keyed[i].key < keyed[i - 1].key)
            return FALSE;
    }
    return TRUE;
}

gsize *
ordering_of(const Column *column, gboolean descending, gboolean by_level)
{
    gsize n = column->length;
    gsize *rows = g_new(gsize, n + 1);
    Keyed *keyed = keyed_rows(column, descending, by_level);

    if (!is_ordered(keyed, n)) {
        Keyed *other = g_new(Keyed, n);

        for (guint shift = 0; shift < 64; shift += DIGIT_BITS) {
            if (sort_by_digit(keyed, other, n, shift)) {
                Keyed *swap = keyed;

                keyed = other;
                other = swap;
            }
        }
        g_free(other);
    }
    for (gsize i = 0; i < n; i++)
        rows[i] = keyed[i].row;
    g_free(keyed);
    return rows;
}
