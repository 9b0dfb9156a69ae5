#include "data/table.h"

/* From row on, every row stands one line further than the one before. */
typedef struct {
    guint32 row;
    guint line;
} Run;

struct LineMap {
    GArray *runs; /* Run, rows ascending */
    gint ref_count;
};

LineMap *
line_map_new(void)
{
    LineMap *map = g_new0(LineMap, 1);

    map->runs = g_array_new(FALSE, FALSE, sizeof(Run));
    map->ref_count = 1;
    return map;
}

LineMap *
line_map_ref(LineMap *map)
{
    g_atomic_int_inc(&map->ref_count);
    return map;
}

void
line_map_free(LineMap *map)
{
    if (!map || !g_atomic_int_dec_and_test(&map->ref_count))
        return;
    g_array_free(map->runs, TRUE);
    g_free(map);
}

static guint
run_line(const Run *run, gsize row)
{
    /* A line of 0 is unknown, and so are those after it. */
    return run->line == 0 ? 0 : run->line + (guint)(row - run->row);
}

void
line_map_add(LineMap *map, gsize row, guint line)
{
    g_assert(row <= G_MAXUINT32);
    if (map->runs->len > 0) {
        const Run *last = &g_array_index(map->runs, Run, map->runs->len - 1);
        g_assert(row > last->row);
        if (run_line(last, row) == line)
            return;
    }
    Run run = { .row = (guint32)row, .line = line };
    g_array_append_val(map->runs, run);
}

guint
line_map_get(const LineMap *map, gsize row)
{
    guint low = 0, high = map->runs->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(map->runs, Run, middle).row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? 0 : run_line(&g_array_index(map->runs, Run, low - 1), row);
}
