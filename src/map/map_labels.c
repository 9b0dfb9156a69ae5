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
                                 .weight = draw->view->radii[i] };
        LabelSpot spots[8];
        guint n;

        if (!(draw->view->radii[i] > 0) || isnan(draw->view->nodes[i].x))
            continue;
        n = label_spots_around(draw->view->nodes[i], draw->view->radii[i] + NAME_GAP, spots);
        labels_add_line(draw->context->labels, &request, relations->nodes[i].name, &style, spots, n,
                        draw->context->measurer);
    }
}

/* The words at a dot that shares its place stand beside it, so that a column of them is read. */
static guint
labels_spots_beside(Point at, double radius, gboolean leftwards, LabelSpot spots[8])
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
    Point at = draw->view->symbols[index];
    LabelSpot spots[8];
    guint n;

    if (spread->rank == 1 && symbol->name != NULL)
        labels_ask_shared(draw, index, &request);
    if (words == NULL || (!alone && !spread->listed))
        return;
    n = alone ? label_spots_around(at, symbol->radius + NAME_GAP, spots)
              : labels_spots_beside(at, symbol->radius, spread->leftwards, spots);
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
