#include "map/clusters.h"

#include <stdlib.h>

/* Between dots, and between them and their words, px at text of 13 px. */
#define DOT_GAP 2.0
#define WORDS_GAP 4.0
#define LINE_GAP 4.0
#define HEADING_GAP 4.0
#define COLUMN_GAP 10.0
/* A group is so many times as wide as high, about; and a list no longer than this. */
#define ASPECT 1.7
#define LONGEST_LIST 12
/* Groups are common from this share of the places on. */
#define COMMON 0.25
/* Where there is no room for words the dots are small, px at text of 13 px. */
#define SMALL_DOT 3.5
/* Places that are nearer than this are one, px. */
#define SAME 0.25

static const MapSymbol *
cluster_symbol(const Map *map, guint index)
{
    return &map->symbols[index];
}

/* By their words: years, dates, numbers; then as in the data. */
static int
clusters_compare(gconstpointer a, gconstpointer b, gpointer data)
{
    const MapSymbol *left = cluster_symbol(data, *(const guint *)a);
    const MapSymbol *right = cluster_symbol(data, *(const guint *)b);

    if (isnan(left->order) != isnan(right->order))
        return isnan(left->order) ? 1 : -1;
    if (left->order != right->order && !isnan(left->order))
        return left->order < right->order ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

static gboolean
cluster_has_words(const MapCluster *cluster, const Map *map)
{
    for (guint i = 0; i < cluster->n; i++)
        if (cluster_symbol(map, cluster->symbols[i])->words != NULL)
            return TRUE;
    return FALSE;
}

static double
cluster_words_width(const MapCluster *cluster, const MapDraw *draw)
{
    double width = 0;

    for (guint i = 0; i < cluster->n; i++) {
        const char *words = cluster_symbol(draw->map, cluster->symbols[i])->words;

        if (words != NULL)
            width = MAX(
                width,
                text_measure(draw->context->measurer, words, &draw->context->theme->label).width);
    }
    return width * (1 + SCENE_TEXT_SLACK);
}

/* Words below each other right of their dots, or dots close together. */
static void
cluster_shape(MapCluster *cluster, const MapDraw *draw, ClusterDetail detail)
{
    const Theme *theme = draw->context->theme;
    ClusterShape *shape = &cluster->shape;
    double em = theme_em(theme), own = cluster_symbol(draw->map, cluster->symbols[0])->radius;
    double radius = detail == CLUSTERS_FULL ? own : MIN(own, SMALL_DOT * em);
    gboolean lists =
        detail == CLUSTERS_FULL && !draw->map->dated && cluster_has_words(cluster, draw->map);
    double width = lists ? cluster_words_width(cluster, draw) : 0;
    guint rows;

    *shape = (ClusterShape){ .radius = radius };
    shape->across = shape->down = 2 * radius + DOT_GAP * em;
    shape->columns = (guint)MIN(cluster->n, MAX(3, ceil(sqrt(cluster->n * ASPECT))));
    if (lists) {
        shape->words = radius + WORDS_GAP * em;
        shape->across = 2 * radius + WORDS_GAP * em + width + COLUMN_GAP * em;
        shape->down = MAX(2 * radius, theme->label.size) + LINE_GAP * em;
        shape->columns = (cluster->n + LONGEST_LIST - 1) / LONGEST_LIST;
    }
    rows = (cluster->n + shape->columns - 1) / shape->columns;
    shape->size.width = shape->columns * shape->across - (lists ? COLUMN_GAP : DOT_GAP) * em;
    shape->size.height = rows * shape->down - (lists ? LINE_GAP : DOT_GAP) * em;
    if (cluster->name != NULL && detail != CLUSTERS_BARE) {
        TextStyle style = theme->label;

        style.bold = TRUE;
        shape->heading = style.size + HEADING_GAP * em;
        shape->size.height += shape->heading;
        shape->size.width = MAX(shape->size.width,
                                text_measure(draw->context->measurer, cluster->name, &style).width *
                                    (1 + SCENE_TEXT_SLACK));
    }
}

/* Every row whose place is on the map, by the place: guint of the map's symbols. */
static GPtrArray *
clusters_by_place(const MapDraw *draw)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    for (guint i = 0; i < draw->map->n_symbols; i++) {
        Point at = draw->view->symbols[i];
        gint64 key;
        GArray *group;

        if (isnan(at.x))
            continue;
        key = llround(at.x / SAME) * (G_GINT64_CONSTANT(1) << 32) + llround(at.y / SAME);
        group = g_hash_table_lookup(known, &key);
        if (group == NULL) {
            gint64 *copy = g_new(gint64, 1);

            *copy = key;
            group = g_array_new(FALSE, FALSE, sizeof(guint));
            g_hash_table_insert(known, copy, group);
            g_ptr_array_add(groups, group);
        }
        g_array_append_val(group, i);
    }
    return groups;
}

/* Where many places have several rows, one alone looks like them. */
static gboolean
clusters_are_common(const GPtrArray *groups)
{
    guint n = 0;

    for (guint i = 0; i < groups->len; i++)
        n += ((const GArray *)groups->pdata[i])->len > 1;
    return n >= COMMON * groups->len;
}

/* A country is a place as a whole, unless its capital was asked for. */
static gboolean
cluster_is_point(const MapDraw *draw, const MapSymbol *symbol)
{
    return symbol->place.area == ATLAS_NONE || draw->map->plot->spec->map.anchor == ANCHOR_CAPITAL;
}

GArray *
clusters_find(const MapDraw *draw)
{
    const Map *map = draw->map;
    GArray *clusters = g_array_new(FALSE, FALSE, sizeof(MapCluster));
    g_autoptr(GPtrArray) groups = clusters_by_place(draw);
    gboolean all = map->dated || clusters_are_common(groups);

    for (guint i = 0; i < groups->len; i++) {
        GArray *group = groups->pdata[i];
        const MapSymbol *first = cluster_symbol(map, g_array_index(group, guint, 0));
        MapCluster cluster = { .place = draw->view->symbols[g_array_index(group, guint, 0)],
                               .n = group->len,
                               .from = { NAN, NAN } };

        /* One dot alone stands at its place. */
        if (group->len == 1 && !all)
            continue;
        g_array_sort_with_data(group, clusters_compare, (gpointer)map);
        cluster.symbols = arena_copy(map->plot->arena, group->data, group->len * sizeof(guint));
        cluster.area = first->place.area;
        cluster.is_point = cluster_is_point(draw, first);
        if (map->plot->spec->map.label_places != LABEL_PLACES_NONE)
            cluster.name = first->name;
        g_array_append_val(clusters, cluster);
    }
    return clusters;
}

void
clusters_shape(GArray *clusters, const MapDraw *draw, ClusterDetail detail)
{
    for (guint i = 0; i < clusters->len; i++)
        cluster_shape(&g_array_index(clusters, MapCluster, i), draw, detail);
}

Point
cluster_dot(const MapCluster *cluster, guint index)
{
    const ClusterShape *shape = &cluster->shape;
    double radius = shape->radius;
    /* Lists go down, dots across. */
    guint rows = (cluster->n + shape->columns - 1) / shape->columns;
    guint column = shape->words > 0 ? index / rows : index % shape->columns;
    guint row = shape->words > 0 ? index % rows : index / shape->columns;
    double high = shape->words > 0 ? shape->down / 2 : radius;

    return (Point){ cluster->box.x + radius + column * shape->across,
                    cluster->box.y + shape->heading + high + row * shape->down };
}
