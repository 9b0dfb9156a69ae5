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

static gboolean
labels_is_node(const MapDraw *draw, guint area)
{
    const Relations *relations = draw->map->relations;

    for (guint i = 0; relations != NULL && i < relations->n_nodes; i++)
        if (relations->nodes[i].place.area == area)
            return TRUE;
    return FALSE;
}

/* The name of an area, with its value below where there is one, in its middle. */
static void
labels_ask_area(const MapDraw *draw, guint area, const MapFill *fill)
{
    const Theme *theme = draw->context->theme;
    AtlasArea shape = atlas_area(draw->map->atlas, area);
    Point at = map_view_point(draw->view, shape.label);
    Color ground = fill != NULL && fill->color.a > 0 ? fill->color : theme->land;
    TextStyle style = fill != NULL ? theme->label : theme->axis;
    LabelRequest request = { .kind = &map_names,
                             .rank = LABEL_PLAIN,
                             .subject = map_subject_area(area),
                             .leader = TRUE,
                             .roams = fill != NULL,
                             .weight = shape.area_km2 / 1e9 };
    LabelSpot spots[9];
    guint n = 1;
    TextBlock *blocks[2] = { NULL, NULL };

    if (!map_draw_has(draw, at))
        return;
    spots[0] = (LabelSpot){ .anchor = { at.x, at.y, 0, 0 }, .color = mark_ink_on(ground) };
    n += label_spots_around(at, 2, spots + 1);
    blocks[0] = text_block_line(shape.name, &style, draw->context->measurer);
    if (fill != NULL && fill->value != NULL && draw->map->plot->spec->values != SWITCH_OFF) {
        TextStyle bold = theme->label;

        bold.bold = TRUE;
        blocks[1] = blocks[0];
        blocks[0] = text_block_line(shape.name, &style, draw->context->measurer);
        text_block_add(blocks[0], fill->value, &bold, draw->context->measurer);
    }
    labels_add(draw->context->labels, &request, blocks, blocks[1] != NULL ? 2 : 1, spots, n);
}

static void
labels_ask_areas(const MapDraw *draw)
{
    gboolean all = draw->map->plot->spec->map.label_places == LABEL_PLACES_ALL;

    for (guint area = atlas_next_in(draw->map->atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(draw->map->atlas, draw->shown, area)) {
        const MapFill *fill = map_draw_fill(draw, area);

        if ((fill != NULL || all) && !labels_is_node(draw, area))
            labels_ask_area(draw, area, fill);
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
    labels_ask_areas(draw);
}
