// Names on the map: of the ends of links, of coloured areas and of symbols.
#include "map/map_draw.h"

#include "base/color.h"

/* px between a symbol and its name, at text of 13 px. */
#define NAME_GAP 3.0
/* Words that have one place only go before those that have more. */
#define LABEL_COLUMN_WEIGHT 1e3

static const LabelKind map_names = {
    .one = "name",
    .many = "names",
    .where = "on the map",
    .advice = "a larger figure, a narrower --extent or an --inset would show more",
};

static Rect
labels_disc(Point centre, double radius)
{
    return (Rect){ centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };
}

/* A line of words around a disc, else around the same disc in an inset. at: its place on the map,
 * then in each inset. */
static void
labels_ask_around(const MapDraw *draw, const LabelRequest *request, const char *words,
                  const TextStyle *style, const Point *at, double radius)
{
    const MapView *view = draw->view;
    TextBlock *block = text_block_line(words, style, draw->context->measurer);
    g_autofree LabelSpot *spots = g_new0(LabelSpot, 8 * (view->n_insets + 1));
    guint n = label_spots_around(at[0], radius, spots);

    for (guint i = 0; i < view->n_insets; i++) {
        LabelSpot around[8];

        if (!(view->insets[i].projection.scale > 0) || isnan(at[i + 1].x))
            continue;
        label_spots_around(at[i + 1], radius, around);
        for (guint k = 0; k < G_N_ELEMENTS(around); k++)
            if (map_inset_spot(&view->insets[i], block->size, &around[k]))
                spots[n++] = around[k];
    }
    labels_add(draw->context->labels, request, &block, 1, spots, n);
}

/* Names of nodes stand around their discs. */
static void
labels_ask_nodes(const MapDraw *draw)
{
    const Relations *relations = draw->map->relations;
    const Theme *theme = draw->context->theme;
    TextStyle style = theme->label;

    style.bold = TRUE;
    for (guint i = 0; relations != NULL && i < relations->n_nodes; i++) {
        LabelRequest request = { .kind = &map_names,
                                 .rank = LABEL_PLAIN,
                                 .subject = map_subject_node(i),
                                 .leader = TRUE,
                                 .roams = TRUE,
                                 .overlays = TRUE,
                                 .weight = draw->view->radii[i] };
        g_autofree Point *at = NULL;

        if (!(draw->view->radii[i] > 0) || isnan(draw->view->nodes[i].x))
            continue;
        labels_protect(draw->context->labels,
                       labels_disc(draw->view->nodes[i], draw->view->radii[i]));
        at = g_new0(Point, draw->view->n_insets + 1);
        at[0] = draw->view->nodes[i];
        for (guint k = 0; k < draw->view->n_insets; k++)
            if (draw->view->insets[k].projection.scale > 0)
                at[k + 1] = draw->view->insets[k].nodes[i];
        labels_ask_around(draw, &request, relations->nodes[i].name, &style, at,
                          draw->view->radii[i] + NAME_GAP);
    }
}

/* The words at a dot that shares its place stand beside it, so that a column of them is read. */
static guint
labels_spots_beside(Point at, double radius, gboolean leftwards, LabelSpot spots[2])
{
    for (guint i = 0; i < 2; i++)
        spots[i] = (LabelSpot){ .anchor = { at.x - radius, at.y - radius, 2 * radius, 2 * radius },
                                .dx = (i == 0) == leftwards ? -1 : 1,
                                .gap = NAME_GAP };
    return 2;
}

/* What the dots of one place have in common. */
static void
labels_ask_shared(const MapDraw *draw, guint index, const LabelRequest *request)
{
    static const double sides[][2] = { { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 } };
    const MapSymbol *symbol = &draw->map->symbols[index];
    TextStyle style = draw->context->theme->label;
    LabelSpot spots[G_N_ELEMENTS(sides)];

    style.bold = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
        spots[i] = (LabelSpot){ .anchor = draw->view->spreads[index].box,
                                .dx = sides[i][0],
                                .dy = sides[i][1],
                                .gap = 2 * NAME_GAP };
    labels_add_line(draw->context->labels, request, symbol->name, &style, spots,
                    G_N_ELEMENTS(spots), draw->context->measurer);
}

static void
labels_ask_symbol(const MapDraw *draw, guint index)
{
    const MapSymbol *symbol = &draw->map->symbols[index];
    const MapSpread *spread = &draw->view->spreads[index];
    gboolean alone = spread->rank == 0;
    const char *words = symbol->words != NULL || !alone ? symbol->words : symbol->name;
    LabelRequest request = { .kind = &map_names,
                             .rank = LABEL_PLAIN,
                             .subject = map_subject_symbol(index),
                             .leader = alone,
                             .roams = alone,
                             .weight = alone ? symbol->radius : LABEL_COLUMN_WEIGHT };
    g_autofree Point *at = g_new0(Point, draw->view->n_insets + 1);
    LabelSpot spots[2];
    guint n;

    at[0] = draw->view->symbols[index];
    for (guint k = 0; k < draw->view->n_insets; k++)
        if (draw->view->insets[k].projection.scale > 0)
            at[k + 1] = draw->view->insets[k].symbols[index];
    if (spread->rank == 1 && symbol->name != NULL)
        labels_ask_shared(draw, index, &request);
    /* The circle of a coloured area has the area's name. */
    if (words == symbol->name && symbol->series == G_MAXUINT && symbol->place.area != ATLAS_NONE &&
        map_draw_fill(draw, symbol->place.area) != NULL)
        return;
    if (words == NULL || (!alone && !spread->listed))
        return;
    if (alone) {
        labels_ask_around(draw, &request, words, &draw->context->theme->label, at,
                          symbol->radius + NAME_GAP);
        return;
    }
    n = labels_spots_beside(at[0], symbol->radius, spread->leftwards, spots);
    labels_add_line(draw->context->labels, &request, words, &draw->context->theme->label, spots, n,
                    draw->context->measurer);
}

static void
labels_ask_symbols(const MapDraw *draw)
{
    for (guint i = 0; i < draw->map->n_symbols; i++)
        if (!isnan(draw->view->symbols[i].x))
            labels_ask_symbol(draw, i);
}

void
map_ask_labels(const MapDraw *draw)
{
    if (draw->map->plot->spec->map.label_places == LABEL_PLACES_NONE)
        return;
    labels_ask_nodes(draw);
    labels_ask_symbols(draw);
    map_ask_area_names(draw);
}
