// Names on the map: of the ends of links, of symbols and of areas.
#include "map/map_draw.h"

/* px between a symbol and its name, at text of 13 px. */
#define NAME_GAP 3.0
/* Names that find no room at their symbol stand further away, px at text of 13 px, in so many
 * directions. */
static const double distances[] = { 5, 10, 16, 24, 34, 46, 60, 80 };
#define DIRECTIONS 16
/* Rather than further away than this the name of a node covers thin links. */
#define NOT_FAR 24.0
/* Directions that are nearer to an axis than this lie on it. */
#define LEVEL 0.3
/* What a place costs, in places further down E. Imhof's list: to cross a coast or a border between
 * colours, and to stand on another's colour by its share; and a place away from the symbol. */
#define CROSS_COST 2.0
#define COLOR_COST 6.0
#define FAR_COST 24.0
#define SLIDE_COST 4.0
#define SIDE_COST 2.0
/* From this share of a box on it stands on one ground. */
#define ONE_GROUND 0.7
/* Before names of areas, whose weight is their size, px². */
#define FIRST 1e9
/* Less of a box than this is an edge. */
#define EDGE 0.03

static const LabelKind map_names = {
    .one = "name",
    .many = "names",
    .where = "on the map",
    .advice = "a larger figure, a narrower --extent or an --inset would show more",
};

/* Words at a symbol. */
typedef struct {
    const MapDraw *draw;
    Point at;
    double radius;
    guint area; /* its own; ATLAS_NONE */
    const TextBlock *block;
    Color color;
    GArray *spots; /* of NameSpot */
} NameWork;

typedef struct {
    LabelSpot spot;
    double cost;
} NameSpot;

/* Words that can be read nowhere near stand on a plate. */
static void
name_try(const NameWork *work, LabelSpot spot, double cost)
{
    NameSpot name = { spot, cost };
    MapFooting footing;
    Rect box = label_spot_box(&spot, work->block->size);
    Color most;
    double share;

    if (!map_ground_footing(work->draw, box, work->area, &footing) || footing.foreign >= 1)
        return;
    most = map_ground_most(work->draw, &footing.census, &share);
    name.cost += share < 1 - EDGE ? CROSS_COST : 0;
    name.cost += COLOR_COST * footing.foreign;
    if (footing.hatched ||
        !map_ground_ink(work->draw, &footing.census, work->color, &name.spot.color)) {
        name.spot.plate = theme_paper(work->draw->context->theme);
        name.spot.color = work->color;
        name.cost += 1.5 * FAR_COST;
    } else if (share >= ONE_GROUND) {
        name.spot.ground = most;
    }
    g_array_append_val(work->spots, name);
}

/* The eight places around the symbol, and between them: above, below and beside it the words may
 * slide. */
static void
name_try_near(const NameWork *work)
{
    static const double slides[] = { -0.35, -0.2, 0.2, 0.35 };
    double em = theme_em(work->draw->context->theme);
    LabelSpot spots[8];
    guint n = label_spots_around(work->at, work->radius + NAME_GAP * em, spots);

    for (guint i = 0; i < n; i++) {
        name_try(work, spots[i], i);
        for (guint k = 0; k < G_N_ELEMENTS(slides); k++) {
            LabelSpot spot = spots[i];

            if (spot.dx != 0 && spot.dy != 0)
                continue;
            spot.shift.x = spot.dx == 0 ? slides[k] * work->block->size.width : 0;
            spot.shift.y = spot.dy == 0 ? slides[k] * work->block->size.height : 0;
            name_try(work, spot, n + i + SLIDE_COST * fabs(slides[k]));
        }
    }
}

/* Further away, all around. */
static void
name_try_far(const NameWork *work)
{
    double em = theme_em(work->draw->context->theme);

    for (guint k = 0; k < G_N_ELEMENTS(distances); k++)
        for (guint i = 0; i < DIRECTIONS; i++) {
            Point out = { cos(2 * G_PI * i / DIRECTIONS), sin(2 * G_PI * i / DIRECTIONS) };
            double radius = work->radius, away = radius + distances[k] * em;
            LabelSpot spot = {
                .anchor = { work->at.x - radius, work->at.y - radius, 2 * radius, 2 * radius },
                .dx = fabs(out.x) < LEVEL ? 0 : out.x,
                .dy = fabs(out.y) < LEVEL ? 0 : out.y,
            };

            spot.far = distances[k] > NOT_FAR ? 2 : 1;
            /* From the rim in this direction, not from the corner of the box around it. */
            spot.shift.x = away * out.x - (spot.dx > 0 ? radius : spot.dx < 0 ? -radius : 0);
            spot.shift.y = away * out.y - (spot.dy > 0 ? radius : spot.dy < 0 ? -radius : 0);
            name_try(work, spot, FAR_COST + distances[k] + SIDE_COST * (1 - out.x));
        }
}

static int
name_compare(gconstpointer a, gconstpointer b)
{
    const NameSpot *left = a, *right = b;

    return left->cost < right->cost ? -1 : left->cost > right->cost;
}

/* Around the same symbol in an inset, when the map has no room near it. */
static void
names_add_in_inset(const NameWork *work, const MapView *inset, Point at, GArray *spots)
{
    MapDraw draw = *work->draw;
    LabelSpot around[8];

    if (!(inset->projection.scale > 0) || isnan(at.x))
        return;
    draw.view = inset;
    draw.shown = inset->shown;
    draw.is_inset = TRUE;
    label_spots_around(at, work->radius + NAME_GAP * theme_em(draw.context->theme), around);
    for (guint i = 0; i < G_N_ELEMENTS(around); i++) {
        Rect box = label_spot_box(&around[i], work->block->size);
        MapFooting footing;

        if (map_ground_footing(&draw, box, work->area, &footing) &&
            map_ground_ink(&draw, &footing.census, work->color, &around[i].color) &&
            map_inset_spot(inset, work->block->size, &around[i]))
            g_array_append_val(spots, around[i]);
    }
}

/* Takes the block. at: the place on the map, then in each inset. */
static void
names_ask(const MapDraw *draw, LabelRequest request, TextBlock *block, const Point *at,
          double radius, guint area, Color color)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(NameSpot));
    g_autoptr(GArray) spots = g_array_new(FALSE, FALSE, sizeof(LabelSpot));
    NameWork work = { draw, at[0], radius, area, block, color, found };

    request.kind = &map_names;
    request.rank = LABEL_PLAIN;
    request.leader = TRUE;
    request.bounds = draw->view->rect;
    name_try_near(&work);
    name_try_far(&work);
    g_array_sort(found, name_compare);
    for (guint i = 0; i < found->len; i++)
        g_array_append_val(spots, g_array_index(found, NameSpot, i).spot);
    for (guint i = 0; i < draw->view->n_insets; i++)
        names_add_in_inset(&work, &draw->view->insets[i], at[i + 1], spots);
    labels_add(draw->context->labels, &request, &block, 1, (const LabelSpot *)(gpointer)spots->data,
               spots->len);
}

/* Where the node or symbol stands on the map, then in each inset. Caller frees. */
static Point *
names_places(const MapView *view, guint index, gboolean node)
{
    Point *at = g_new0(Point, view->n_insets + 1);

    at[0] = node ? view->nodes[index] : view->symbols[index];
    for (guint i = 0; i < view->n_insets; i++)
        if (view->insets[i].projection.scale > 0)
            at[i + 1] = node ? view->insets[i].nodes[index] : view->insets[i].symbols[index];
    return at;
}

/* No name covers the disc of another node. */
static void
labels_protect_nodes(const MapDraw *draw)
{
    const Relations *relations = draw->map->relations;

    for (guint i = 0; relations != NULL && i < relations->n_nodes; i++) {
        double radius = draw->view->radii[i];
        Point at = draw->view->nodes[i];

        if (radius > 0 && !isnan(at.x))
            labels_protect(draw->context->labels,
                           (Rect){ at.x - radius, at.y - radius, 2 * radius, 2 * radius });
    }
}

/* Names of nodes stand around their discs. */
static void
labels_ask_nodes(const MapDraw *draw)
{
    const Relations *relations = draw->map->relations;
    TextStyle style = draw->context->theme->label;

    style.bold = TRUE;
    for (guint i = 0; relations != NULL && i < relations->n_nodes; i++) {
        const RelationNode *node = &relations->nodes[i];
        LabelRequest request = { .subject = relation_subject(SUBJECT_NODE, i),
                                 .overlays = TRUE,
                                 .weight = FIRST + draw->view->radii[i] };
        g_autofree Point *at = names_places(draw->view, i, TRUE);

        if (draw->view->radii[i] > 0 && map_draw_has(draw, at[0]))
            names_ask(draw, request, text_block_line(node->name, &style, draw->context->measurer),
                      at, draw->view->radii[i], node->place.area, style.color);
    }
}

/* A symbol alone: its name, and its words. */
static void
labels_ask_symbol(const MapDraw *draw, guint index, gboolean named)
{
    const MapSymbol *symbol = &draw->map->symbols[index];
    const TextStyle *style = &draw->context->theme->label;
    const char *words = symbol->words != NULL ? symbol->words : named ? symbol->name : NULL;
    LabelRequest request = { .subject = relation_subject(SUBJECT_SYMBOL, index),
                             .weight = FIRST + symbol->radius };
    g_autofree Point *at = names_places(draw->view, index, FALSE);

    /* The circle of a coloured area has the area's name. */
    if (words == symbol->name && symbol->series == G_MAXUINT && symbol->place.area != ATLAS_NONE &&
        map_draw_fill(draw, symbol->place.area) != NULL)
        return;
    if (words != NULL)
        names_ask(draw, request, text_block_line(words, style, draw->context->measurer), at,
                  symbol->radius, symbol->place.area, style->color);
}

/* The words of groups stand where the groups do, in insets too. */
static void
labels_ask_in_inset(const MapDraw *main, const MapView *inset)
{
    MapDraw draw = *main;

    draw.view = inset;
    draw.shown = inset->shown;
    draw.is_inset = TRUE;
    if (inset->projection.scale > 0)
        map_ask_cluster_words(&draw);
}

void
map_ask_labels(const MapDraw *draw)
{
    gboolean named = draw->map->plot->spec->map.label_places != LABEL_PLACES_NONE;

    map_ask_cluster_words(draw);
    for (guint i = 0; i < draw->view->n_insets; i++)
        labels_ask_in_inset(draw, &draw->view->insets[i]);
    for (guint i = 0; i < draw->map->n_symbols; i++)
        if (!isnan(draw->view->symbols[i].x) &&
            (draw->view->dots == NULL || !(draw->view->dots[i] > 0)))
            labels_ask_symbol(draw, i, named);
    if (!named)
        return;
    labels_protect_nodes(draw);
    labels_ask_nodes(draw);
    map_ask_area_names(draw);
}
