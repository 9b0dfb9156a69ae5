#include "transform/stack_parts.h"

#define MAX_NAMES 3
#define MAX_NAME_CHARS 40

typedef struct {
    const Grouping *positions;
    const Column *value;
    const gsize *order;
    const Column *series;
    Grouping *by_series;   /* NULL when there is no series */
    gboolean *is_stack;    /* by position: has a part */
    gboolean *is_affected; /* by group of by_series: missing somewhere */
} Search;

static void
find_stacks(Search *search, MissingParts *parts)
{
    const Grouping *positions = search->positions;

    for (gsize i = 0; i < positions->n_rows; i++) {
        if (!column_is_missing(search->value, i))
            search->is_stack[positions->ids[i]] = TRUE;
    }
    for (guint32 p = 0; p < positions->n_groups; p++)
        parts->n_stacks += search->is_stack[p] != FALSE;
}

static void
find_missing_cells(Search *search, MissingParts *parts)
{
    const Grouping *positions = search->positions;

    for (gsize i = 0; i < positions->n_rows; i++) {
        guint32 position = positions->ids[i];

        if (!search->is_stack[position] || !column_is_missing(search->value, i))
            continue;
        parts->lacks[position] = TRUE;
        if (search->by_series != NULL)
            search->is_affected[search->by_series->ids[i]] = TRUE;
    }
}

/* All keys but the times: rows with the same ones lie along one time axis. Without a time every
 * position is an axis of its own, and lacks no row. */
static Grouping *
group_axes(const Column *const *keys, guint n_keys, gsize n_rows)
{
    g_autofree const Column **others = g_new(const Column *, n_keys + 1);
    guint n = 0;

    for (guint k = 0; k < n_keys; k++) {
        if (keys[k]->type != COLUMN_TIME)
            others[n++] = keys[k];
    }
    return grouping_new(others, n, n_rows);
}

/* Compares, for each axis, how many series it has with how many each of its positions has, and how
 * many positions with how many each of its series has. */
static void
find_missing_rows(Search *search, const Grouping *axes, MissingParts *parts)
{
    const Grouping *positions = search->positions;
    g_autoptr(Grouping) lines = grouping_refine(axes, search->series);
    g_autoptr(Grouping) cells = grouping_refine(positions, search->series);
    g_autofree guint32 *lines_of_axis = g_new0(guint32, axes->n_groups + 1);
    g_autofree guint32 *stacks_of_axis = g_new0(guint32, axes->n_groups + 1);
    g_autofree guint32 *stacks_of_line = g_new0(guint32, lines->n_groups + 1);
    g_autofree guint32 *lines_of_stack = g_new0(guint32, positions->n_groups + 1);

    for (guint32 l = 0; l < lines->n_groups; l++)
        lines_of_axis[axes->ids[lines->firsts[l]]]++;
    for (guint32 p = 0; p < positions->n_groups; p++)
        stacks_of_axis[axes->ids[positions->firsts[p]]] += search->is_stack[p] != FALSE;
    for (guint32 c = 0; c < cells->n_groups; c++) {
        gsize row = cells->firsts[c];

        lines_of_stack[positions->ids[row]]++;
        stacks_of_line[lines->ids[row]] += search->is_stack[positions->ids[row]] != FALSE;
    }
    for (guint32 p = 0; p < positions->n_groups; p++) {
        if (search->is_stack[p] &&
            lines_of_stack[p] < lines_of_axis[axes->ids[positions->firsts[p]]])
            parts->lacks[p] = TRUE;
    }
    for (guint32 l = 0; l < lines->n_groups; l++) {
        gsize row = lines->firsts[l];

        if (stacks_of_line[l] < stacks_of_axis[axes->ids[row]])
            search->is_affected[search->by_series->ids[row]] = TRUE;
    }
}

/* The affected series in their order. */
static char *
affected_names(const Search *search)
{
    GString *names = g_string_new(NULL);
    guint32 n = 0;

    for (gsize i = 0; i < search->positions->n_rows; i++) {
        gsize row = search->order[i];
        gboolean *affected = &search->is_affected[search->by_series->ids[row]];
        g_autoptr(GString) cell = NULL;
        g_autofree char *quoted = NULL;

        if (!*affected)
            continue;
        *affected = FALSE; /* named once */
        if (++n > MAX_NAMES)
            continue;
        cell = g_string_new(column_is_missing(search->series, row) ? "(missing)" : NULL);
        column_append_cell(search->series, row, cell);
        quoted = error_quote(cell->str, (gssize)cell->len, MAX_NAME_CHARS);
        g_string_append_printf(names, "%s%s", n > 1 ? ", " : "", quoted);
    }
    if (n > MAX_NAMES)
        g_string_append_printf(names, " and %u more", n - MAX_NAMES);
    return g_string_free(names, FALSE);
}

MissingParts *
missing_parts_find(const Grouping *positions, const Column *const *keys, guint n_keys,
                   const Column *series, const Column *value, const gsize *order)
{
    MissingParts *parts = g_new0(MissingParts, 1);
    g_autoptr(Grouping) axes = group_axes(keys, n_keys, positions->n_rows);
    g_autoptr(Grouping) by_series =
        series == NULL ? NULL : grouping_new(&series, 1, positions->n_rows);
    g_autofree gboolean *is_stack = g_new0(gboolean, positions->n_groups + 1);
    g_autofree gboolean *is_affected =
        series == NULL ? NULL : g_new0(gboolean, by_series->n_groups + 1);
    Search search = {
        .positions = positions,
        .value = value,
        .order = order,
        .series = series,
        .by_series = by_series,
        .is_stack = is_stack,
        .is_affected = is_affected,
    };

    parts->lacks = g_new0(gboolean, positions->n_groups + 1);
    find_stacks(&search, parts);
    find_missing_cells(&search, parts);
    if (series != NULL)
        find_missing_rows(&search, axes, parts);
    for (guint32 p = positions->n_groups; p-- > 0;) {
        if (parts->lacks[p]) {
            parts->n_lacking++;
            parts->first = p;
        }
    }
    parts->names = parts->n_lacking == 0 || series == NULL ? NULL : affected_names(&search);
    return parts;
}

void
missing_parts_free(MissingParts *parts)
{
    if (parts == NULL)
        return;
    g_free(parts->lacks);
    g_free(parts->names);
    g_free(parts);
}
