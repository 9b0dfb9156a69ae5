#include "map/relations.h"

#include "guide/key_row.h"
#include "guide/sample_legend.h"
#include "plot/bind.h"
#include "plot/picked_names.h"
#include "plot/rename.h"
#include "scale/size.h"

#include <string.h>

/* The heaviest link and the thinnest one, px at text of 13 px, and all where there are no weights.
 */
#define WIDEST 13.0
#define THINNEST 0.75
#define PLAIN 1.75

gboolean
relations_are_asked_for(const Plot *plot)
{
    return plot->spec->channels[CHANNEL_FROM] != NULL || plot->spec->channels[CHANNEL_TO] != NULL;
}

double
relations_width(const Relations *relations, const Theme *theme, double weight)
{
    double em = theme_em(theme);

    if (!relations->weighted)
        return PLAIN * em;
    return MAX(THINNEST, WIDEST * em * weight / relations->most);
}

/* The node of each row at one end. Equal places are one node. */
typedef struct {
    Plot *plot;
    Relations *relations;
    const Gazetteer *gazetteer;
    GHashTable *nodes; /* name for people -> index + 1 */
} RelationsWork;

/* Two places under one name would be drawn as one. */
static gboolean
relations_is_place(const Place *one, const Place *other)
{
    return isnan(one->at.lon) || (one->at.lon == other->at.lon && one->at.lat == other->at.lat);
}

static gboolean
relations_node(RelationsWork *work, const Column *column, const char *text, gsize row,
               guint *ret_node, GError **error)
{
    Relations *relations = work->relations;
    Place place = { .name = text, .at = { NAN, NAN }, .area = ATLAS_NONE };
    const char *name;
    gpointer known;

    if (work->gazetteer != NULL &&
        !gazetteer_find(work->gazetteer, text, table_where(work->plot->frame->table, row, column),
                        &place, error))
        return FALSE;
    name = rename_find(work->plot->spec, text);
    if (name == NULL)
        name = rename_find(work->plot->spec, place.name);
    if (name == NULL)
        name = place.name;
    rename_mark(work->plot->spec, place.name, &work->plot->frame->found);
    name = bind_name(work->plot, name);
    known = g_hash_table_lookup(work->nodes, name);
    if (known == NULL) {
        relations->nodes[relations->n_nodes] = (RelationNode){ .name = name, .place = place };
        known = GUINT_TO_POINTER(++relations->n_nodes);
        g_hash_table_insert(work->nodes, (gpointer)name, known);
    }
    *ret_node = GPOINTER_TO_UINT(known) - 1;
    if (relations_is_place(&relations->nodes[*ret_node].place, &place))
        return TRUE;
    error_set(error, ERROR_INPUT, table_where(work->plot->frame->table, row, column),
              "\"%s\" is another place than the \"%s\" of a row above; give one of them a name of "
              "its own",
              text, name);
    return FALSE;
}

/* The nodes of a column: ret_nodes[row]. */
static gboolean
relations_nodes(RelationsWork *work, const Column *column, guint *ret_nodes, GError **error)
{
    g_autoptr(Column) names = column_as_text(column);
    g_autofree guint *nodes = g_new0(guint, names->levels->len + 1);

    for (gsize i = 0; i < names->length; i++) {
        guint *node = &nodes[names->codes[i]];

        if (*node == 0) {
            if (!relations_node(work, column, names->levels->pdata[names->codes[i]], i, node,
                                error))
                return FALSE;
            (*node)++;
        }
        ret_nodes[i] = *node - 1;
    }
    return TRUE;
}

static gboolean
relations_check_weights(const Plot *plot, GError **error)
{
    const Column *weight = plot->frame->columns[CHANNEL_WEIGHT];

    for (gsize i = 0; weight != NULL && i < weight->length; i++)
        if (!(weight->values[i] > 0)) {
            g_autoptr(GString) value = g_string_new(NULL);

            column_append_cell(weight, i, value);
            error_set(error, ERROR_INPUT, table_where(plot->frame->table, i, weight),
                      "--weight: %s is no width for a link; weights are above 0: leave the others "
                      "out with --where",
                      value->str);
            return FALSE;
        }
    return TRUE;
}

static void
relations_put_link(Plot *plot, Relations *relations, gsize row, guint from, guint to, guint series,
                   guint panel)
{
    const Column *weight = plot->frame->columns[CHANNEL_WEIGHT];
    RelationLink *link = &relations->links[row];
    Layer *layer = &relations->layer;
    const char *ends = arena_printf(plot->arena, "%s %s %s", relations->nodes[from].name,
                                    relations->directed ? "→" : "–", relations->nodes[to].name);

    *link = (RelationLink){
        .from = from,
        .to = to,
        .weight = weight != NULL ? weight->values[row] : 1,
        .series = series,
        .panel = panel,
        .row = (gint64)row + 1,
        .title = ends,
    };
    if (weight != NULL) {
        link->value = bind_value_text(plot, &relations->axis, link->weight);
        link->title = arena_printf(plot->arena, "%s: %s", ends, link->value);
    }
    relations->least = row == 0 ? link->weight : MIN(relations->least, link->weight);
    relations->most = MAX(relations->most, link->weight);
    layer->x[row] = from;
    layer->y[row] = to;
    layer->series[row] = series;
    layer->panel[row] = panel;
    layer->rows[row] = link->row;
    layer->titles[row] = link->title;
}

/* A link begins and ends somewhere: rows without an end, or without a weight, are counted. */
gboolean
relations_check(Plot *plot, GError **error)
{
    const Channel needed[] = { CHANNEL_FROM, CHANNEL_TO, CHANNEL_WEIGHT };
    const Channel places[] = { CHANNEL_FROM, CHANNEL_TO, CHANNEL_COLOR, CHANNEL_FACET,
                               CHANNEL_FACET_ROWS };

    const Column *weight;

    for (guint i = 0; i < 2; i++)
        if (plot->frame->columns[needed[i]] == NULL) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "%s: links need --from and --to (a column, or '=NAME' for all)",
                      plot->chart->name);
            return FALSE;
        }
    for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
        if (plot->frame->columns[needed[i]] != NULL)
            frame_leave_out_missing(plot->frame, needed[i], plot->report);
    if (plot->frame->table->length == 0) {
        error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                  "no row has both ends of a link%s",
                  plot->frame->columns[CHANNEL_WEIGHT] != NULL ? " and a weight" : "");
        return FALSE;
    }
    weight = plot->frame->columns[CHANNEL_WEIGHT];
    return relations_check_weights(plot, error) &&
           frame_check_places(plot->frame, places, G_N_ELEMENTS(places),
                              weight != NULL ? weight->name : NULL, CHANNEL_TO, error);
}

static Relations *
relations_new(Plot *plot, gsize n)
{
    Relations *relations = arena_new0(plot->arena, Relations, 1);
    Layer *layer = &relations->layer;

    relations->nodes = arena_new0(plot->arena, RelationNode, 2 * n);
    relations->links = arena_new0(plot->arena, RelationLink, n);
    relations->n_links = (guint)n;
    relations->weighted = plot->frame->columns[CHANNEL_WEIGHT] != NULL;
    relations->directed = plot->spec->map.direction == DIRECTION_ARROW;
    layer->n = n;
    layer->x = arena_new0(plot->arena, double, n);
    layer->y = arena_new0(plot->arena, double, n);
    layer->series = arena_new0(plot->arena, guint, n);
    layer->panel = arena_new0(plot->arena, guint, n);
    layer->rows = arena_new0(plot->arena, gint64, n);
    layer->titles = arena_new0(plot->arena, const char *, n);
    return relations;
}

/* Two rows that name one link by different words: "PRK" and "North Korea". */
static gboolean
relations_check_twins(const Plot *plot, const Relations *relations, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < relations->n_links; i++) {
        const RelationLink *link = &relations->links[i];
        guint from = link->from, to = link->to;
        char *key;

        /* Without a direction A to B is B to A. */
        if (!relations->directed && from > to) {
            from = link->to;
            to = link->from;
        }
        key = g_strdup_printf("%u %u %u %u", from, to, link->series, link->panel);
        if (!g_hash_table_add(seen, key)) {
            error_set(error, ERROR_INPUT, table_where(plot->frame->table, i, NULL),
                      "a second row for the link %s and %s%s; add them up in the data%s",
                      relations->nodes[link->from].name, relations->nodes[link->to].name,
                      relations->directed ? "" : " (in either direction)",
                      relations->directed ? "" : ", or say --direction arrow");
            return FALSE;
        }
    }
    return TRUE;
}

/* A link stands out with either of its ends. */
static void
relations_highlight(Plot *plot, const Relations *relations, const guint *from, const guint *to,
                    guint *series)
{
    g_autofree const char **names = g_new0(const char *, relations->n_links + 1);
    gboolean any = plot->n_color_names > 0;

    for (guint i = 0; i < relations->n_nodes; i++) {
        picked_names_know(plot, relations->nodes[i].name);
        any = any || picked_names_has(plot, relations->nodes[i].name);
    }
    for (guint i = 0; i < relations->n_links; i++)
        names[i] =
            relations
                ->nodes[picked_names_has(plot, relations->nodes[from[i]].name) ? from[i] : to[i]]
                .name;
    if (any)
        picked_names_apply(plot, names, relations->n_links, series);
}

Relations *
relations_bind(Plot *plot, Gazetteer *gazetteer, const guint *panels, GError **error)
{
    g_autoptr(GHashTable) nodes = g_hash_table_new(g_str_hash, g_str_equal);
    RelationsWork work = { .plot = plot, .gazetteer = gazetteer, .nodes = nodes };
    g_autofree guint *from = NULL, *to = NULL;
    guint *series;
    gsize n;

    n = plot->frame->table->length;
    from = g_new0(guint, n + 1);
    to = g_new0(guint, n + 1);
    work.relations = relations_new(plot, n);
    if (!relations_nodes(&work, plot->frame->columns[CHANNEL_FROM], from, error) ||
        !relations_nodes(&work, plot->frame->columns[CHANNEL_TO], to, error) ||
        !bind_axis_options(plot, CHANNEL_WEIGHT, &work.relations->axis, error))
        return NULL;
    series = bind_series(plot);
    relations_highlight(plot, work.relations, from, to, series);
    for (gsize i = 0; i < n; i++) {
        if (from[i] == to[i]) {
            error_set(error, ERROR_INPUT, table_where(plot->frame->table, i, NULL),
                      "a link from %s to itself; leave it out with --where",
                      work.relations->nodes[from[i]].name);
            return NULL;
        }
        relations_put_link(plot, work.relations, i, from[i], to[i], series[i], panels[i]);
    }
    return relations_check_twins(plot, work.relations, error) ? work.relations : NULL;
}

/* What the key keeps. */
typedef struct {
    const char *title;
    SampleKey keys[3];
    guint n;
} WidthKeys;

Box *
relations_width_key(const Relations *relations, const Plot *plot)
{
    WidthKeys *widths = arena_new0(plot->arena, WidthKeys, 1);
    const AxisSpec *axis = &relations->axis;
    const char **labels;
    double values[3];

    if (!relations->weighted || relations->least == relations->most)
        return NULL;
    widths->n = size_legend_values(relations->least, relations->most, values);
    labels = bind_value_labels(plot, axis, values, widths->n);
    for (guint i = 0; i < widths->n; i++)
        widths->keys[i] =
            (SampleKey){ relations_width(relations, plot->theme, values[i]), labels[i] };
    widths->title = axis->title;
    if (axis->title != NULL && axis->title_unit != NULL)
        widths->title = arena_printf(plot->arena, "%s, %s", axis->title, axis->title_unit);
    else if (axis->title == NULL)
        widths->title = axis->title_unit;
    return titled_key_new(widths->title,
                          sample_legend_new(SAMPLE_LINES, NULL, widths->keys, widths->n,
                                            plot->theme->axis.color, plot_key_is_beside(plot)));
}
