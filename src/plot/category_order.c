#include "plot/categories.h"

#include "plot/natural_order.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    double rank; /* NaN stands last */
    const char *name;
    guint index;
    int group; /* 0; 1 leftovers; 2 apart; 3 nothing there */
    gboolean descending;
} CategoryKey;

static int
category_compare(const void *a, const void *b)
{
    const CategoryKey *left = a, *right = b;
    int order;

    if (left->group != right->group)
        return left->group - right->group;
    if (isnan(left->rank) != isnan(right->rank))
        return isnan(left->rank) ? 1 : -1;
    if (!isnan(left->rank) && left->rank != right->rank) {
        order = left->rank < right->rank ? -1 : 1;
        return left->descending ? -order : order;
    }
    if (left->name != NULL && right->name != NULL && strcmp(left->name, right->name) != 0) {
        order = strcmp(left->name, right->name);
        return left->descending ? -order : order;
    }
    return left->index < right->index ? -1 : left->index > right->index;
}

/* The value of a column at the first row of each category, as a rank; text by name. */
static void
category_keys_by_column(const Categories *categories, const Column *column, CategoryKey *keys)
{
    for (gsize row = column->length; row-- > 0;) {
        double at = categories->index[row];

        if (isnan(at))
            continue;
        if (column->type == COLUMN_TEXT)
            keys[(guint)at].name = column_text(column, row);
        else
            keys[(guint)at].rank = column->values[row];
    }
    if (column->type == COLUMN_TEXT)
        for (guint i = 0; i < categories->n; i++)
            keys[i].rank = 0;
}

static gboolean
category_keys_by_option(const Plot *plot, const Categories *categories, const double *weights,
                        Channel value, CategoryKey *keys, GError **error)
{
    const char *sort = categories->sort;
    gboolean descending = *sort == '-';
    const char *what = sort + (descending ? 1 : 0);
    Column *column = table_find(plot->frame->table, what);

    for (guint i = 0; i < categories->n; i++)
        keys[i].descending = descending;
    if (strcmp(what, "none") == 0 || strcmp(what, "data") == 0) {
        for (guint i = 0; i < categories->n; i++)
            keys[i].rank = i;
    } else if (strcmp(what, "value") == 0 || strcmp(what, channel_name(value)) == 0 ||
               g_strcmp0(what, categories->weight) == 0) {
        for (guint i = 0; i < categories->n; i++)
            keys[i].rank = weights[i];
    } else if (strcmp(what, channel_name(categories->channel)) == 0) {
        for (guint i = 0; i < categories->n; i++) {
            keys[i].rank = categories->ordered ? i : 0;
            keys[i].name = categories->ordered ? NULL : categories->names[i];
        }
    } else if (column != NULL) {
        category_keys_by_column(categories, column, keys);
    } else {
        g_autofree const char **names = table_names(plot->frame->table);
        g_autofree char *near = error_suggest(what, names);

        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--sort: \"%s\" is not x, y, value, none, data or a column of the figure%s", sort,
                  near);
        return FALSE;
    }
    return TRUE;
}

/* Without --sort: an order of their own, the order asked for, or the largest first. */
static void
category_keys_by_default(const Plot *plot, const Categories *categories, const double *weights,
                         CategoryKey *keys)
{
    g_autofree guint *order = g_new(guint, categories->n + 1);
    const char *column = plot->frame->columns[categories->channel]->name;
    g_autofree char *prefix = g_strconcat(column, "=", NULL);
    gboolean asked = FALSE;

    for (guint i = 0; plot->spec->order != NULL && i < plot->spec->order->len; i++)
        asked = asked || g_str_has_prefix(plot->spec->order->pdata[i], prefix);
    if (categories->ordered || asked) {
        for (guint i = 0; i < categories->n; i++)
            keys[i].rank = i;
    } else if (natural_order(categories->names, categories->n, order)) {
        for (guint i = 0; i < categories->n; i++)
            keys[order[i]].rank = i;
    } else {
        for (guint i = 0; i < categories->n; i++) {
            keys[i].rank = weights[i];
            keys[i].descending = TRUE;
            keys[i].group = natural_is_leftover(categories->names[i]) ? 1 : 0;
        }
    }
}

/* Moves the names of --apart to the end; returns how many there are. */
static guint
category_mark_apart(const Plot *plot, const Categories *categories, CategoryKey *keys)
{
    const GPtrArray *apart = plot->spec->apart;
    guint found = 0;

    for (guint k = 0; apart != NULL && k < apart->len; k++) {
        gboolean known = FALSE;

        for (guint i = 0; i < categories->n; i++)
            if (frame_name_matches(categories->names[i], apart->pdata[k])) {
                keys[i].group = 2;
                known = TRUE;
                found++;
            }
        if (!known)
            report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--apart: no category is called \"%s\"", (char *)apart->pdata[k]);
    }
    return found;
}

/* Whether --sort puts numbers or periods into another order than their own. */
static gboolean
category_is_reordered(const Categories *categories, const char *sort)
{
    return sort != NULL && strcmp(sort, "none") != 0 && strcmp(sort, "data") != 0 &&
           strcmp(sort, channel_name(categories->channel)) != 0;
}

/* Out of their own order absent numbers and periods are no holes; they go. Returns how many. */
static guint
category_mark_empty(const Plot *plot, const Categories *categories, CategoryKey *keys)
{
    g_autofree gboolean *seen = g_new0(gboolean, categories->n + 1);
    const char *sort = categories->sort;
    guint empty = 0;

    /* Backwards is their own order still. */
    if (!categories->ordered || sort == NULL ||
        !category_is_reordered(categories, sort + (*sort == '-' ? 1 : 0)))
        return 0;
    for (gsize row = 0; row < plot->frame->table->length; row++)
        if (!isnan(categories->index[row]))
            seen[(guint)categories->index[row]] = TRUE;
    for (guint i = 0; i < categories->n; i++)
        if (!seen[i]) {
            keys[i].group = 3;
            empty++;
        }
    return empty;
}

/* Names and row indexes into the order of the keys, with an empty slot before those set apart. */
static void
category_permute(Plot *plot, Categories *categories, const CategoryKey *keys, guint n_apart,
                 guint n_empty)
{
    guint n = categories->n - n_empty, slot = n_apart > 0 && n_apart < n ? n - n_apart : n;
    const char **names = arena_new0(plot->arena, const char *, n + 1);
    g_autofree double *place = g_new(double, categories->n + 1);

    for (guint i = 0; i < n; i++) {
        guint at = i >= slot ? i + 1 : i;

        names[at] = categories->names[keys[i].index];
        place[keys[i].index] = at;
    }
    for (gsize row = 0; row < plot->frame->table->length; row++)
        if (!isnan(categories->index[row]))
            categories->index[row] = place[(guint)categories->index[row]];
    categories->names = names;
    categories->n = slot < n ? n + 1 : n;
}

gboolean
categories_arrange(Plot *plot, Categories *categories, const double *weights, Channel value,
                   GError **error)
{
    g_autofree CategoryKey *keys = g_new0(CategoryKey, categories->n + 1);
    guint n_apart, n_empty;

    for (guint i = 0; i < categories->n; i++)
        keys[i].index = i;
    if (categories->sort != NULL) {
        if (!category_keys_by_option(plot, categories, weights, value, keys, error))
            return FALSE;
    } else {
        category_keys_by_default(plot, categories, weights, keys);
    }
    n_apart = category_mark_apart(plot, categories, keys);
    /* Periods in their order keep their slots: their axis counts in time. */
    if (categories->times != NULL && n_apart == 0 &&
        !category_is_reordered(categories, categories->sort))
        return TRUE;
    n_empty = category_mark_empty(plot, categories, keys);
    qsort(keys, categories->n, sizeof *keys, category_compare);
    category_permute(plot, categories, keys, n_apart, n_empty);
    if (categories->ordered && category_is_reordered(categories, categories->sort))
        categories->names_of =
            arena_strdup(plot->arena, plot->frame->columns[categories->channel]->name);
    categories->times = NULL;
    return TRUE;
}
