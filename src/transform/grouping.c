#include "transform/grouping.h"

#include <math.h>
#include <string.h>

/* Up to this many combinations, or twice the rows, are numbered through a plain array instead of a
 * hash table. */
#define MIN_DIRECT ((guint64)1 << 18)
#define MAX_CELL_CHARS 60

/* A hash table from 64-bit keys to numbers in the order of first appearance; open addressing with
 * linear probing, at most half full. Nothing is read out of it by slot, so its order shows nowhere.
 */
typedef struct {
    guint64 *keys;
    guint32 *numbers; /* plus one; 0 is an empty slot */
    guint bits;
    guint32 used;
} Numbering;

/* The finalizer of MurmurHash3 (A. Appleby, public domain). */
static guint64
mix(guint64 key)
{
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdU;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53U;
    return key ^ key >> 33;
}

static void
numbering_init(Numbering *numbering, guint bits)
{
    numbering->bits = bits;
    numbering->used = 0;
    numbering->keys = g_new(guint64, (gsize)1 << bits);
    numbering->numbers = g_new0(guint32, (gsize)1 << bits);
}

static void
numbering_clear(Numbering *numbering)
{
    g_free(numbering->keys);
    g_free(numbering->numbers);
}

static gsize
numbering_slot(const Numbering *numbering, guint64 key)
{
    gsize last = ((gsize)1 << numbering->bits) - 1, slot = mix(key) & last;

    while (numbering->numbers[slot] != 0 && numbering->keys[slot] != key)
        slot = (slot + 1) & last;
    return slot;
}

static void
numbering_grow(Numbering *numbering)
{
    Numbering wider;

    numbering_init(&wider, numbering->bits + 1);
    for (gsize i = 0; i < (gsize)1 << numbering->bits; i++) {
        if (numbering->numbers[i] != 0) {
            gsize slot = numbering_slot(&wider, numbering->keys[i]);

            wider.keys[slot] = numbering->keys[i];
            wider.numbers[slot] = numbering->numbers[i];
        }
    }
    wider.used = numbering->used;
    numbering_clear(numbering);
    *numbering = wider;
}

static guint32
numbering_find(Numbering *numbering, guint64 key)
{
    gsize slot = numbering_slot(numbering, key);

    if (numbering->numbers[slot] == 0) {
        numbering->keys[slot] = key;
        numbering->numbers[slot] = ++numbering->used;
        if (numbering->used > (guint32)1 << (numbering->bits - 1)) {
            numbering_grow(numbering);
            return numbering->used - 1;
        }
    }
    return numbering->numbers[slot] - 1;
}

static guint64
value_key(double value)
{
    guint64 bits;

    if (isnan(value))
        return G_MAXUINT64; /* the bits of a NaN, of which there are many, and of no number */
    value += 0.0;           /* -0 becomes 0 */
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* Numbers for cells that stand in order, as dates and years mostly do: no table is needed. FALSE
 * when they do not; numbers then holds nothing of use. */
static gboolean
number_ascending(const Column *column, guint32 *numbers, guint64 *ret_n)
{
    const double *values = column->values;
    guint32 last = 0;

    for (gsize i = 0; i < column->length; i++) {
        if (isnan(values[i]) || (i > 0 && values[i] < values[i - 1]))
            return FALSE;
        if (i > 0 && values[i] > values[i - 1])
            last++;
        numbers[i] = last;
    }
    *ret_n = (guint64)last + 1;
    return TRUE;
}

static guint64
number_any(const Column *column, guint32 *numbers)
{
    Numbering numbering;
    guint64 last_key = 0;
    guint32 used, last = 0;

    numbering_init(&numbering, 8);
    for (gsize i = 0; i < column->length; i++) {
        guint64 key = value_key(column->values[i]);

        if (i == 0 || key != last_key) {
            last_key = key;
            last = numbering_find(&numbering, key);
        }
        numbers[i] = last;
    }
    used = numbering.used;
    numbering_clear(&numbering);
    return used;
}

/* A number for each cell, equal for equal cells, below *ret_n. */
static guint32 *
cell_numbers(const Column *column, guint64 *ret_n)
{
    guint32 *numbers = g_new(guint32, column->length + 1);

    if (column->type == COLUMN_TEXT) {
        for (gsize i = 0; i < column->length; i++)
            numbers[i] = (guint32)(column->codes[i] + 1);
        *ret_n = (guint64)column->levels->len + 1;
    } else if (!number_ascending(column, numbers, ret_n)) {
        *ret_n = number_any(column, numbers);
    }
    return numbers;
}

static void
open_group(Grouping *grouping, gsize row)
{
    guint32 n = grouping->n_groups;

    /* Room grows by doubling: it is full whenever the count is a power of two. */
    if ((n & (n - 1)) == 0)
        grouping->firsts = g_renew(gsize, grouping->firsts, n == 0 ? 1 : (gsize)n * 2);
    grouping->firsts[n] = row;
    grouping->n_groups++;
}

static void
refine_direct(Grouping *to, const guint32 *ids, const guint32 *cells, guint64 n_cells, guint64 size)
{
    g_autofree guint32 *numbers = g_new0(guint32, size + 1);

    for (gsize i = 0; i < to->n_rows; i++) {
        guint64 at = ids[i] * n_cells + cells[i];

        if (numbers[at] == 0) {
            open_group(to, i);
            numbers[at] = to->n_groups;
        }
        to->ids[i] = numbers[at] - 1;
    }
}

static void
refine_hashed(Grouping *to, const guint32 *ids, const guint32 *cells)
{
    Numbering numbering;

    numbering_init(&numbering, 12);
    for (gsize i = 0; i < to->n_rows; i++) {
        to->ids[i] = numbering_find(&numbering, (guint64)ids[i] << 32 | cells[i]);
        if (to->ids[i] == to->n_groups)
            open_group(to, i);
    }
    numbering_clear(&numbering);
}

/* Every row is a group already. */
static void
refine_none(Grouping *to)
{
    for (gsize i = 0; i < to->n_rows; i++) {
        open_group(to, i);
        to->ids[i] = (guint32)i;
    }
}

Grouping *
grouping_refine(const Grouping *grouping, const Column *key)
{
    Grouping *finer = g_new0(Grouping, 1);
    guint64 n_cells, size;
    g_autofree guint32 *cells = NULL;

    g_assert(key->length == grouping->n_rows);
    cells = cell_numbers(key, &n_cells);
    finer->n_rows = grouping->n_rows;
    finer->ids = g_new(guint32, grouping->n_rows + 1);
    size = n_cells * grouping->n_groups;
    if (grouping->n_groups == grouping->n_rows)
        refine_none(finer);
    else if (size <= MAX(MIN_DIRECT, 2 * (guint64)grouping->n_rows))
        refine_direct(finer, grouping->ids, cells, n_cells, size);
    else
        refine_hashed(finer, grouping->ids, cells);
    return finer;
}

Grouping *
grouping_new(const Column *const *keys, guint n_keys, gsize n_rows)
{
    Grouping *grouping = g_new0(Grouping, 1);

    g_assert(n_rows < G_MAXUINT32);
    grouping->n_rows = n_rows;
    grouping->ids = g_new0(guint32, n_rows + 1);
    if (n_rows > 0)
        open_group(grouping, 0);
    for (guint k = 0; k < n_keys; k++) {
        Grouping *finer = grouping_refine(grouping, keys[k]);

        grouping_free(grouping);
        grouping = finer;
    }
    return grouping;
}

void
grouping_free(Grouping *grouping)
{
    if (grouping == NULL)
        return;
    g_free(grouping->ids);
    g_free(grouping->firsts);
    g_free(grouping);
}

LineMap *
rows_lines(const Table *table, const gsize *rows, gsize n)
{
    LineMap *lines;

    if (table->lines == NULL)
        return NULL;
    lines = line_map_new();
    for (gsize i = 0; i < n; i++)
        line_map_add(lines, i, table_line(table, rows[i]));
    return lines;
}

void
rows_append_keys(GString *out, const Column *const *keys, guint n_keys, gsize row)
{
    for (guint k = 0; k < n_keys; k++) {
        g_autoptr(GString) cell = g_string_new(NULL);
        g_autofree char *quoted = NULL;

        column_append_cell(keys[k], row, cell);
        quoted = error_quote(cell->str, (gssize)cell->len, MAX_CELL_CHARS);
        g_string_append_printf(out, "%s%s=%s", k > 0 ? ", " : "", keys[k]->name,
                               column_is_missing(keys[k], row) ? "(missing)" : quoted);
    }
}
