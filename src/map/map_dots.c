// Symbols on the page: circles by size, dots, and groups of dots that share a place.
#include "map/clusters.h"

/* The end of a line that joins a group with its place, and the line, px at text of 13 px. */
#define PLACE_DOT 2.2
#define LINE 0.9
/* Circles show what lies under them; the line around them (px at text of 13 px) does not, and has
 * so much of the ink of words that a small one can be told from a large one below it. */
#define CIRCLE_ALPHA 200
#define RIM 1.2
#define RIM_INK 0.4

static const LabelKind dot_words = {
    .one = "label",
    .many = "labels",
    .where = "at the dots",
    .advice = "a larger figure or a narrower --extent would show more",
};

/* With all that is wanted, if there is room for it, else with less. */
static ClusterDetail
dots_arrange(MapView *view, const MapDraw *draw)
{
    ClusterDetail detail = CLUSTERS_FULL;

    for (;; detail++) {
        clusters_shape(view->clusters, draw, detail);
        view->n_crowded = clusters_place(view->clusters, draw);
        if (view->n_crowded == 0 || detail == CLUSTERS_BARE)
            return detail;
    }
}

/* The groups keep their dots, which are symbols of the view from now on. */
void
map_place_clusters(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    MapDraw draw = map_draw_of(context, view);
    ClusterDetail detail;

    view->clusters = clusters_find(&draw);
    arena_own(map->plot->arena, view->clusters, (GDestroyNotify)g_array_unref);
    detail = dots_arrange(view, &draw);
    view->dots = arena_new0(map->plot->arena, double, map->n_symbols);
    view->n_words_lost = 0;
    for (guint i = 0; i < view->clusters->len; i++) {
        MapCluster *cluster = &g_array_index(view->clusters, MapCluster, i);

        for (guint k = 0; k < cluster->n; k++) {
            view->symbols[cluster->symbols[k]] = cluster_dot(cluster, k);
            view->dots[cluster->symbols[k]] = cluster->shape.radius;
            view->n_words_lost +=
                detail != CLUSTERS_FULL && map->symbols[cluster->symbols[k]].words != NULL;
        }
        view->n_words_lost += detail == CLUSTERS_BARE && cluster->name != NULL;
    }
    view->shows_words = detail == CLUSTERS_FULL;
    map_draw_clear(&draw);
}

void
map_report_clusters(const MapView *view, const MarkContext *context)
{
    if (view->n_crowded > 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, view->n_crowded,
                   "%u of %u groups of dots lie over each other; a larger figure or a narrower "
                   "--extent would part them",
                   view->n_crowded, view->clusters->len);
}

/* What a group stands for: a point of its own, or the end of its line. */
static void
dots_draw_place(const MapDraw *draw, const MapCluster *cluster)
{
    const Theme *theme = draw->context->theme;
    double em = theme_em(theme);
    Point ends[2] = { cluster->from, cluster->from };
    gboolean line = cluster_line(cluster, ends);

    if (line)
        scene_builder_line(draw->context->builder, ends[0], ends[1],
                           stroke_solid(theme->axis.color, LINE * em));
    if (line || (cluster->is_point && !isnan(cluster->from.x)))
        scene_builder_circle(draw->context->builder, ends[0], PLACE_DOT * em, theme->axis.color,
                             STROKE_NONE);
}

static void
dots_draw_places(const MapDraw *draw)
{
    const GArray *clusters = draw->view->clusters;

    for (guint i = 0; clusters != NULL && i < clusters->len; i++)
        dots_draw_place(draw, &g_array_index(clusters, MapCluster, i));
}

static double
dots_radius(const MapView *view, guint index, const MapSymbol *symbol)
{
    return view->dots != NULL && view->dots[index] > 0 ? view->dots[index] : symbol->radius;
}

/* A dot in the casing of all marks, or a circle in a line of its own. */
static void
dots_draw_symbol(const MapDraw *draw, guint index)
{
    const MapSymbol *symbol = &draw->map->symbols[index];
    const Theme *theme = draw->context->theme;
    SceneBuilder *builder = draw->context->builder;
    Point at = draw->view->symbols[index];
    double radius = dots_radius(draw->view, index, symbol);

    scene_builder_push_mark(builder, symbol->title, NULL, symbol->row,
                            relation_subject(SUBJECT_SYMBOL, index));
    if (draw->map->sized)
        scene_builder_circle(builder, at, radius,
                             color_with_alpha(symbol->color, CIRCLE_ALPHA / 255.0),
                             stroke_solid(color_mix(symbol->color, theme->label.color, RIM_INK),
                                          RIM * theme_em(theme)));
    else
        scene_builder_circle(builder, at, radius, symbol->color, relation_casing(theme));
    scene_builder_pop(builder);
}

void
map_draw_symbols(const MapDraw *draw)
{
    dots_draw_places(draw);
    for (guint i = 0; i < draw->map->n_symbols; i++)
        if (!isnan(draw->view->symbols[i].x))
            dots_draw_symbol(draw, i);
}

void
map_take_cluster_words(const MapView *view, Occupancy *occupancy)
{
    for (guint i = 0; view->clusters != NULL && i < view->clusters->len; i++)
        occupancy_add_rect(occupancy, TAKEN_INK, g_array_index(view->clusters, MapCluster, i).box);
}

/* Words that begin at one of some points, the best first: nowhere else. */
static void
dots_ask_at(const MapDraw *draw, const char *words, const TextStyle *style, const Point *at,
            guint n, guint64 subject)
{
    LabelRequest request = {
        .kind = &dot_words, .rank = LABEL_FIRST, .subject = subject, .bounds = draw->view->rect
    };
    g_autofree LabelSpot *spots = g_new0(LabelSpot, n);
    TextBlock *block = text_block_line(words, style, draw->context->measurer);

    for (guint i = 0; i < n; i++) {
        LabelSpot *spot = &spots[i];
        MapFooting footing;

        *spot = (LabelSpot){ .anchor = { at[i].x, at[i].y, 0, 0 }, .dx = 1 };
        if (map_ground_footing(draw, label_spot_box(spot, block->size), ATLAS_NONE, &footing) &&
            (footing.hatched ||
             !map_ground_ink(draw, &footing.census, style->color, &spot->color))) {
            spot->plate = theme_paper(draw->context->theme);
            spot->color = style->color;
        }
        if (draw->is_inset)
            map_inset_spot(draw->view, block->size, spot);
    }
    labels_add(draw->context->labels, &request, &block, 1, spots, n);
}

/* The name of the place stands above its dots; below them where a leader passes. */
static void
dots_ask_heading(const MapDraw *draw, const MapCluster *cluster)
{
    TextStyle style = draw->context->theme->label;
    double half = style.size / 2, gap = cluster->shape.heading - style.size;
    Point at[] = { { cluster->box.x, cluster->box.y + half },
                   { cluster->box.x, rect_bottom(cluster->box) + gap + half } };

    style.bold = TRUE;
    dots_ask_at(draw, cluster->name, &style, at, G_N_ELEMENTS(at),
                relation_subject(SUBJECT_SYMBOL, cluster->symbols[0]));
}

static void
dots_ask_dot(const MapDraw *draw, const MapCluster *cluster, guint index)
{
    const MapSymbol *symbol = &draw->map->symbols[index];
    const Theme *theme = draw->context->theme;
    Point at = draw->view->symbols[index];
    double radius = symbol->radius;
    LabelRequest request = { .kind = &dot_words,
                             .rank = LABEL_FIRST,
                             .subject = relation_subject(SUBJECT_SYMBOL, index) };
    LabelSpot spot =
        label_spot_inside((Rect){ at.x - radius, at.y - radius, 2 * radius, 2 * radius }, 0,
                          mark_ink_on(symbol->color));

    if (symbol->words == NULL)
        return;
    if (draw->map->dated)
        labels_add_line(draw->context->labels, &request, symbol->year, &theme->source, &spot, 1,
                        draw->context->measurer);
    else
        dots_ask_at(draw, symbol->words, &theme->label,
                    &(Point){ at.x + cluster->shape.words, at.y }, 1,
                    relation_subject(SUBJECT_SYMBOL, index));
}

void
map_ask_cluster_words(const MapDraw *draw)
{
    label_tally_add(draw->context->tally, &dot_words, draw->view->n_words_lost, 0);
    for (guint i = 0; draw->view->clusters != NULL && i < draw->view->clusters->len; i++) {
        const MapCluster *cluster = &g_array_index(draw->view->clusters, MapCluster, i);

        if (cluster->shape.heading > 0)
            dots_ask_heading(draw, cluster);
        for (guint k = 0; k < cluster->n && draw->view->shows_words; k++)
            dots_ask_dot(draw, cluster, cluster->symbols[k]);
    }
}
