// Names on the map: of the ends of links, of coloured areas and of symbols.
#include "map/map_draw.h"

#include "base/color.h"

/* px between a symbol and its name, at text of 13 px. */
#define NAME_GAP 3.0

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

static void
labels_ask_symbols(const MapDraw *draw)
{
    for (guint i = 0; i < draw->map->n_symbols; i++) {
        const MapSymbol *symbol = &draw->map->symbols[i];
        const char *words = symbol->words != NULL ? symbol->words : symbol->name;
        LabelRequest request = { .kind = &map_names,
                                 .rank = LABEL_PLAIN,
                                 .subject = map_subject_symbol(i),
                                 .leader = TRUE,
                                 .roams = TRUE,
                                 .weight = symbol->radius };
        LabelSpot spots[8];
        guint n;

        if (isnan(draw->view->symbols[i].x) || words == NULL)
            continue;
        n = label_spots_around(draw->view->symbols[i], symbol->radius + NAME_GAP, spots);
        labels_add_line(draw->context->labels, &request, words, &draw->context->theme->label, spots,
                        n, draw->context->measurer);
    }
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
