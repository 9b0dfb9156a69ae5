// Names of areas by E. Imhof's rules (Positioning Names on Maps, The American Cartographer 2,
// 1975): in the area where it holds them, else beside it on the sea or on land without a colour,
// never across another colour.
#include "map/area_name.h"

#include "geo/country.h"
#include "plot/bind.h"
#include "plot/rename.h"

#include <string.h>

/* Places in an area for one label. */
#define MOST_INSIDE 10
/* Land without data has names in two sizes: large from so many px² on, at text of 13 px. */
#define LARGE 16000.0
/* Smaller land, px², has none. */
#define SMALL 60.0

static const LabelKind area_names = {
    .one = "name",
    .many = "names",
    .where = "on the map",
    .advice = "a larger figure, a narrower --extent or an --inset would show more",
};

static const LabelKind area_values = {
    .one = "value",
    .many = "values",
    .where = "below their names on the map",
    .advice = "a larger figure or a narrower --extent would show more",
};

static const LabelKind other_names = {
    .one = "name",
    .many = "names",
    .where = "on land without data",
    .advice = "a larger figure or a narrower --extent would show more",
    .expected = TRUE,
};

/* Where a name breaks into two lines that are as equal as can be; NULL: it is one word. */
static const char *
name_break(const AreaName *work, const char *name)
{
    const char *best = NULL;
    double least = G_MAXDOUBLE;

    for (const char *space = strchr(name, ' '); space != NULL; space = strchr(space + 1, ' ')) {
        g_autofree char *before = g_strndup(name, (gsize)(space - name));
        double width =
            MAX(text_measure(work->draw->context->measurer, before, &work->style).width,
                text_measure(work->draw->context->measurer, space + 1, &work->style).width);

        if (width >= least)
            continue;
        least = width;
        best = space;
    }
    return best;
}

/* lines: 1, 2, or 3 for a line each word. An empty block when the name has not so many. */
static TextBlock *
name_block(const AreaName *work, const char *name, const char *value, guint lines)
{
    TextMeasurer *measurer = work->draw->context->measurer;
    TextBlock *block = text_block_new();
    const char *at = lines == 2 ? name_break(work, name) : NULL;
    g_auto(GStrv) words = g_strsplit(name, " ", -1);

    if ((lines == 2 && at == NULL) || (lines == 3 && g_strv_length(words) < 3))
        return block;
    if (lines == 2) {
        g_autofree char *before = g_strndup(name, (gsize)(at - name));

        text_block_add(block, before, &work->style, measurer);
        text_block_add(block, at + 1, &work->style, measurer);
    } else if (lines == 3) {
        for (guint i = 0; words[i] != NULL; i++)
            text_block_add(block, words[i], &work->style, measurer);
    } else {
        text_block_add(block, name, &work->style, measurer);
    }
    if (value != NULL)
        text_block_add(block, value, &work->bold, measurer);
    return block;
}

static void
name_add_inside(AreaName *work, TextBlock *block)
{
    Point middles[MOST_INSIDE];
    Size room = { block->size.width * (1 + SCENE_TEXT_SLACK) + 2 * AREA_AIR_X * work->em,
                  block->size.height + 2 * AREA_AIR_Y * work->em };
    guint n = block->lines->len == 0 ? 0
                                     : ground_places_inside(work->draw->view->ground, work->area,
                                                            room, MOST_INSIDE, middles);

    g_ptr_array_add(work->blocks, block);
    for (guint i = 0; i < n; i++) {
        LabelSpot spot = { .anchor = { middles[i].x, middles[i].y, 0, 0 },
                           .block = work->blocks->len };
        MapFooting footing;

        if (!map_ground_footing(work->draw, label_spot_box(&spot, block->size), work->area,
                                &footing) ||
            !map_ground_ink(work->draw, &footing.census, work->style.color, &spot.color))
            continue;
        if (footing.hatched)
            spot.plate = map_fill_ground(work->draw, work->fill);
        g_array_append_val(work->spots, spot);
    }
}

/* What the area is called for people, and as it is shortened on maps (NULL: the same). */
static const char *
name_of(const AreaName *work, const char **ret_short)
{
    const Map *map = work->draw->map;
    AtlasArea shape = atlas_area(map->atlas, work->area);
    const Country *country = countries_find(shape.country);
    const char *name = country != NULL ? country->name : shape.name, *renamed = NULL;

    *ret_short = NULL;
    if (work->fill != NULL)
        renamed = work->fill->name;
    else if (country != NULL)
        renamed = rename_find(map->plot->spec, country->iso3);
    if (renamed == NULL || strcmp(renamed, name) == 0)
        renamed = rename_find(map->plot->spec, name);
    if (renamed != NULL)
        return bind_name(map->plot, renamed);
    if (strlen(shape.name) < strlen(name))
        *ret_short = shape.name;
    return name;
}

static void
name_add_blocks(AreaName *work, const char *value)
{
    const char *shortened, *name = name_of(work, &shortened);

    for (guint lines = 1; lines <= 3; lines++)
        name_add_inside(work, name_block(work, name, value, lines));
    for (guint lines = 1; lines <= 2 && shortened != NULL; lines++)
        name_add_inside(work, name_block(work, shortened, value, lines));
    g_ptr_array_add(work->blocks, name_block(work, name, value, 1));
    area_name_add_beside(work);
}

/* Where the map has no room: in the insets that show the area. */
static void
name_add_in_insets(AreaName *work, const char *value)
{
    const MapDraw *main = work->draw;
    GArray *edges = work->edges;

    for (guint i = 0; i < main->view->n_insets; i++) {
        const MapView *inset = &main->view->insets[i];
        guint from = work->spots->len, end = from;
        MapDraw draw = *main;

        if (!(inset->projection.scale > 0) || ground_size(inset->ground, work->area) <= 0)
            continue;
        draw.view = inset;
        draw.shown = inset->shown;
        draw.is_inset = TRUE;
        work->draw = &draw;
        work->edges = NULL;
        name_add_blocks(work, value);
        g_clear_pointer(&work->edges, g_array_unref);
        work->edges = edges;
        work->draw = main;
        for (guint k = from; k < work->spots->len; k++) {
            LabelSpot spot = g_array_index(work->spots, LabelSpot, k);
            const TextBlock *block = work->blocks->pdata[spot.block - 1];

            if (map_inset_spot(inset, block->size, &spot))
                g_array_index(work->spots, LabelSpot, end++) = spot;
        }
        g_array_set_size(work->spots, end);
    }
}

/* Whether a node, a dot or a group of dots bears the name of the area. */
static gboolean
name_stands_already(const MapDraw *draw, guint area)
{
    const MapView *view = draw->view;
    const Relations *relations = draw->map->relations;

    for (guint i = 0; relations != NULL && i < relations->n_nodes; i++)
        if (relations->nodes[i].place.area == area && view->radii[i] > 0)
            return TRUE;
    for (guint i = 0; i < draw->map->n_symbols; i++) {
        const MapSymbol *symbol = &draw->map->symbols[i];
        gboolean grouped = view->dots != NULL && view->dots[i] > 0;

        /* The circle of a coloured area has the area's name. */
        if (symbol->series == G_MAXUINT && map_draw_fill(draw, area) != NULL)
            continue;
        if (symbol->place.area == area && !isnan(view->symbols[i].x) &&
            (grouped || symbol->words == NULL))
            return TRUE;
    }
    return FALSE;
}

static void
name_ask(const MapDraw *draw, guint area, guint n_names)
{
    const Theme *theme = draw->context->theme;
    const Spec *spec = draw->map->plot->spec;
    const MapFill *fill = map_draw_fill(draw, area);
    double size = ground_size(draw->view->ground, area);
    const char *value = fill != NULL && spec->values != SWITCH_OFF ? fill->value : NULL;
    gboolean named = name_stands_already(draw, area);
    LabelRequest request = { .kind = fill != NULL ? &area_names : &other_names,
                             .rank = fill != NULL ? LABEL_PLAIN : LABEL_WEAK,
                             .subject = relation_subject(SUBJECT_AREA, area),
                             .leader = fill != NULL,
                             .weight = size,
                             .bounds = draw->view->rect };
    AreaName work = { .draw = draw,
                      .area = area,
                      .fill = fill,
                      .em = theme_em(theme),
                      .n_names = n_names,
                      .style = fill != NULL                                        ? theme->label
                               : size >= LARGE * theme_em(theme) * theme_em(theme) ? theme->axis
                                                                                   : theme->source,
                      .bold = theme->label };

    if (named && value == NULL)
        return;
    work.bold.bold = TRUE;
    work.blocks = g_ptr_array_new();
    work.spots = g_array_new(FALSE, FALSE, sizeof(LabelSpot));
    if (named) {
        name_add_inside(&work, text_block_line(value, &work.bold, draw->context->measurer));
    } else {
        name_add_blocks(&work, value);
        name_add_in_insets(&work, value);
    }
    request.n_whole = work.blocks->len;
    if (value != NULL && !named) {
        name_add_blocks(&work, NULL);
        if (spec->values == SWITCH_ON)
            request.shortened = &area_values;
    }
    labels_add(draw->context->labels, &request, (TextBlock **)work.blocks->pdata, work.blocks->len,
               (const LabelSpot *)(gpointer)work.spots->data, work.spots->len);
    g_ptr_array_unref(work.blocks);
    g_array_unref(work.spots);
    g_clear_pointer(&work.edges, g_array_unref);
}

void
map_ask_area_names(const MapDraw *draw)
{
    const Atlas *atlas = draw->map->atlas;
    gboolean all = draw->map->plot->spec->map.label_places == LABEL_PLACES_ALL;
    g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(guint));
    guint n_names = 0;

    for (guint area = atlas_next_in(atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(atlas, draw->shown, area)) {
        double size = ground_size(draw->view->ground, area);
        gboolean filled = map_draw_fill(draw, area) != NULL;

        if (size <= 0 || (!filled && (!all || size < SMALL)))
            continue;
        g_array_append_val(named, area);
        n_names += filled;
    }
    for (guint i = 0; i < named->len; i++)
        name_ask(draw, g_array_index(named, guint, i), n_names);
}
