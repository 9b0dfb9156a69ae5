#include "plot/overlay_work.h"

#include "plot/bind.h"

#include <stdlib.h>
#include <string.h>

/* For each row of a column of the layer the first row of the chart's that holds the same cell;
 * G_MAXSIZE: none does. NULL columns agree everywhere. */
static gsize *
items_match(Plot *plot, const Column *main, const Column *own, gsize n)
{
    gsize *rows = arena_new0(plot->arena, gsize, n);
    g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) cell = g_string_new(NULL);

    if (main == NULL || own == NULL)
        return rows;
    for (gsize i = main->length; i-- > 0;) {
        g_string_truncate(cell, 0);
        column_append_cell(main, i, cell);
        g_hash_table_insert(first, g_strdup(cell->str), GSIZE_TO_POINTER(i + 1));
    }
    for (gsize i = 0; i < n; i++) {
        gsize row;

        g_string_truncate(cell, 0);
        column_append_cell(own, i, cell);
        row = GPOINTER_TO_SIZE(g_hash_table_lookup(first, cell->str));
        rows[i] = row > 0 ? row - 1 : G_MAXSIZE;
    }
    return rows;
}

/* The panel of a row of the chart; of a grid, where the column of one and the row of another meet.
 */
static guint
items_panel(const Plot *plot, const guint *panels, gsize in_column, gsize in_row)
{
    guint columns = plot->grid_columns;

    return columns == 0 ? panels[in_column]
                        : panels[in_row] / columns * columns + panels[in_column] % columns;
}

/* Where each row stands; rows whose place the chart has left out are left out here too. */
static void
items_place(Plot *plot, const Overlay *overlay, const OverlayPlaces *places, OverlayItems *items)
{
    Column *const *main = plot->frame->columns, *const *own = overlay->frame->columns;
    const Column *position = own[places->position];
    const gsize *facets = items_match(plot, main[CHANNEL_FACET], own[CHANNEL_FACET], items->n);
    const gsize *down =
        items_match(plot, main[CHANNEL_FACET_ROWS], own[CHANNEL_FACET_ROWS], items->n);
    const gsize *series = items_match(plot, main[CHANNEL_COLOR], own[CHANNEL_COLOR], items->n);

    items->main = places->at != NULL ? items_match(plot, main[places->position], position, items->n)
                                     : arena_new0(plot->arena, gsize, items->n);
    for (gsize i = 0; i < items->n; i++) {
        gboolean there = facets[i] != G_MAXSIZE && down[i] != G_MAXSIZE && series[i] != G_MAXSIZE;

        items->panel[i] = there ? items_panel(plot, places->panels, facets[i], down[i]) : 0;
        items->series[i] = there && own[CHANNEL_COLOR] != NULL ? places->series[series[i]] : 0;
        if (!there || items->main[i] == G_MAXSIZE)
            items->at[i] = NAN;
        else if (position == NULL)
            items->at[i] = 0;
        else
            items->at[i] = places->at != NULL ? places->at[items->main[i]] : position->values[i];
    }
}

static gboolean
items_equal_values(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static gboolean
items_say_the_same(const OverlayItems *items, gsize a, gsize b)
{
    return (items->values == NULL || items_equal_values(items->values[a], items->values[b])) &&
           (items->low == NULL || (items_equal_values(items->low[a], items->low[b]) &&
                                   items_equal_values(items->high[a], items->high[b])));
}

static gboolean
items_is_missing(const OverlayItems *items, gsize i)
{
    return items->values != NULL ? !isfinite(items->values[i])
                                 : !isfinite(items->low[i]) || !isfinite(items->high[i]);
}

/* One row with what orders it: place by place, its values before the missing ones. */
typedef struct {
    double at;
    guint panel, series;
    gboolean missing;
    gsize row;
} ItemKey;

static int
items_compare_places(const ItemKey *a, const ItemKey *b)
{
    if (a->panel != b->panel)
        return a->panel < b->panel ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static int
items_compare(const void *a, const void *b)
{
    const ItemKey *left = a, *right = b;
    int order = items_compare_places(left, right);

    if (order == 0 && left->series != right->series)
        order = left->series < right->series ? -1 : 1;
    if (order == 0 && left->missing != right->missing)
        order = left->missing ? 1 : -1;
    return order != 0 ? order : left->row < right->row ? -1 : left->row > right->row;
}

static gboolean
items_fail(const Overlay *overlay, const OverlayPlaces *places, gsize row, gsize count,
           GError **error)
{
    const Frame *frame = overlay->frame;
    const Channel channels[] = { places->position, CHANNEL_COLOR, CHANNEL_FACET,
                                 CHANNEL_FACET_ROWS };
    const char *name = frame->measure != NULL ? frame->measure : "value";
    g_autoptr(GString) place = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const Column *column = frame->columns[channels[i]];

        if (column == NULL || (i > 0 && column == frame->columns[channels[0]]))
            continue;
        g_string_append_printf(place, "%s%s=", place->len > 0 ? ", " : "", column->name);
        column_append_cell(column, row, place);
    }
    error_set(error, ERROR_INPUT, table_where(frame->table, row, NULL),
              "--layer: %" G_GSIZE_FORMAT " rows with different values of \"%s\"%s%s; say sum(%s) "
              "or mean(%s)",
              count, name, place->len > 0 ? " for " : "", place->str, name, name);
    return FALSE;
}

/* Drops all but one of the rows of one series that agree at one place; FALSE when they do not. */
static gboolean
items_drop_repeats(const Overlay *overlay, const OverlayPlaces *places, OverlayItems *items,
                   const ItemKey *keys, gsize n, GError **error)
{
    gsize first = 0, differs = G_MAXSIZE;

    for (gsize i = 1; i <= n; i++) {
        gboolean same = i < n && items_compare_places(&keys[first], &keys[i]) == 0 &&
                        keys[first].series == keys[i].series;

        if (!same) {
            if (differs != G_MAXSIZE)
                return items_fail(overlay, places, keys[differs].row, i - first, error);
            first = i;
            continue;
        }
        if (!keys[i].missing && !items_say_the_same(items, keys[first].row, keys[i].row))
            differs = differs == G_MAXSIZE ? i : differs;
        items->at[keys[i].row] = NAN;
    }
    return TRUE;
}

/* Whether all series say the same wherever they say something; then one of them is enough. */
static void
items_join_series(OverlayItems *items, const ItemKey *keys, gsize n)
{
    gsize kept = G_MAXSIZE;

    items->apart = FALSE;
    for (gsize i = 0; i < n; i++) {
        gboolean same = i > 0 && items_compare_places(&keys[i - 1], &keys[i]) == 0;

        if (isnan(items->at[keys[i].row]))
            continue;
        if (same && kept != G_MAXSIZE && !keys[i].missing && !keys[kept].missing &&
            !items_say_the_same(items, keys[kept].row, keys[i].row))
            items->apart = TRUE;
        if (!same || kept == G_MAXSIZE || keys[kept].missing)
            kept = i;
    }
    kept = G_MAXSIZE;
    for (gsize i = 0; i < n && !items->apart; i++) {
        gsize row = keys[i].row;

        items->series[row] = 0;
        if (isnan(items->at[row]))
            continue;
        if (kept != G_MAXSIZE && items_compare_places(&keys[kept], &keys[i]) == 0) {
            gsize spare = keys[kept].missing && !keys[i].missing ? kept : i;

            items->at[keys[spare].row] = NAN;
            kept = spare == kept ? i : kept;
        } else {
            kept = i;
        }
    }
}

/* An interval that does not hold its value, or is turned, is left out and counted. */
static void
items_bind_intervals(Plot *plot, const Overlay *overlay, OverlayItems *items)
{
    const Column *low = overlay->frame->columns[CHANNEL_LOW];
    const Column *high = overlay->frame->columns[CHANNEL_HIGH];
    gsize lost = 0;

    if (low == NULL)
        return;
    items->low = arena_copy(plot->arena, low->values, items->n * sizeof(double));
    items->high = arena_copy(plot->arena, high->values, items->n * sizeof(double));
    for (gsize i = 0; i < items->n; i++) {
        double value = items->values != NULL ? items->values[i] : items->low[i];

        if (!isfinite(value) && !isfinite(items->low[i]) && !isfinite(items->high[i]))
            continue;
        if (items->low[i] <= value && value <= items->high[i] && isfinite(items->low[i]) &&
            isfinite(items->high[i]))
            continue;
        lost++;
        items->low[i] = items->high[i] = NAN;
    }
    if (lost > 0)
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = plot->frame->table->file },
                   lost,
                   "--layer: %" G_GSIZE_FORMAT " interval%s left out: an end is missing, or beyond "
                   "the value or the other end",
                   lost, lost == 1 ? " is" : "s are");
}

gboolean
overlay_items_new(Plot *plot, const Overlay *overlay, const OverlayPlaces *places,
                  OverlayItems *ret_items, GError **error)
{
    const Column *value = overlay->frame->columns[places->value];
    gsize n = overlay->frame->table->length, n_keys = 0;
    OverlayItems items = { .n = n, .values = value != NULL ? value->values : NULL };
    g_autofree ItemKey *keys = g_new(ItemKey, n + 1);

    items.at = arena_new0(plot->arena, double, n);
    items.series = arena_new0(plot->arena, guint, n);
    items.panel = arena_new0(plot->arena, guint, n);
    items_place(plot, overlay, places, &items);
    items_bind_intervals(plot, overlay, &items);
    for (gsize i = 0; i < n; i++)
        if (!isnan(items.at[i]))
            keys[n_keys++] = (ItemKey){ items.at[i], items.panel[i], items.series[i],
                                        items_is_missing(&items, i), i };
    qsort(keys, n_keys, sizeof *keys, items_compare);
    /* In a cloud of points every row has its own, and none repeats another. */
    if (places->many && !overlay->kind->joins) {
        items.apart = overlay->frame->columns[CHANNEL_COLOR] != NULL;
    } else {
        if (!items_drop_repeats(overlay, places, &items, keys, n_keys, error))
            return FALSE;
        items_join_series(&items, keys, n_keys);
    }
    for (gsize i = 0; i < n; i++) {
        items.places += isnan(items.at[i]) ? 0 : 1;
        items.missing += !isnan(items.at[i]) && items_is_missing(&items, i) ? 1 : 0;
    }
    *ret_items = items;
    return TRUE;
}
