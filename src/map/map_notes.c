// Notes on a map: where they stand, or the list that they become.
#include "map/map_draw.h"

#include "plot/bind.h"

/* Beside the map the list takes this share of the panel, and so much at least, px at text of 13 px;
 * below it has columns at least as wide. */
#define LIST_SHARE 0.3
#define LIST_WIDTH 200.0
/* The map keeps this share of the panel, whatever the list needs. */
#define LEAST_MAP 0.45
/* A site this near to a node or symbol is there, px. */
#define SAME_PLACE 1.5

/* The symbol that a note's site has already: its radius, px. */
static double
notes_radius(const MapView *view, const Map *map, Point at)
{
    double radius = 0;

    for (guint i = 0; map->relations != NULL && i < map->relations->n_nodes; i++)
        if (view->radii[i] > 0 &&
            hypot(at.x - view->nodes[i].x, at.y - view->nodes[i].y) < SAME_PLACE)
            radius = MAX(radius, view->radii[i]);
    for (guint i = 0; i < map->n_symbols; i++)
        if (hypot(at.x - view->symbols[i].x, at.y - view->symbols[i].y) < SAME_PLACE)
            radius = MAX(radius, map->symbols[i].radius);
    return radius;
}

/* The notes whose places are on the map, in px; *ret_n of them, in the order of the file. */
static Callout *
notes_sites(const MapView *view, const Map *map, guint *ret_n)
{
    Callout *sites = arena_new0(map->plot->arena, Callout, map->n_callouts);

    *ret_n = 0;
    for (guint i = 0; i < map->n_callouts; i++) {
        const MapCallout *callout = &map->callouts[i];
        Point at = map_view_point(view, callout->place.at);

        if (at.x >= view->rect.x && at.x <= rect_right(view->rect) && at.y >= view->rect.y &&
            at.y <= rect_bottom(view->rect))
            sites[(*ret_n)++] = (Callout){ .site = at,
                                           .radius = notes_radius(view, map, at),
                                           .date = callout->date,
                                           .text = callout->text,
                                           .subject = map_subject_note(i) };
    }
    return sites;
}

/* What the map has drawn: land and coloured areas may carry words, links and nodes may not. */
static void
notes_take_drawn(Occupancy *occupancy, const SceneNode *drawn, const Theme *theme)
{
    for (const SceneNode *node = drawn; node != NULL; node = node->next) {
        SceneNode alone = *node;

        alone.next = NULL;
        if (node->kind == NODE_GROUP && node->group.role == ROLE_GROUND)
            notes_take_drawn(occupancy, node->group.first, theme);
        else if (node->kind == NODE_GROUP || !color_equal(node->fill, theme->sea))
            occupancy_add_nodes(occupancy, &alone);
    }
}

/* Names of nodes will stand right of them, if they can. */
static void
notes_take_names(Occupancy *occupancy, const MapView *view, const MarkContext *context)
{
    const Relations *relations = ((const Map *)context->layer)->relations;

    for (guint i = 0; relations != NULL && i < relations->n_nodes; i++) {
        TextStyle style = context->theme->label;
        TextExtents name;

        if (!(view->radii[i] > 0) || isnan(view->nodes[i].x))
            continue;
        style.bold = TRUE;
        name = text_measure(context->measurer, relations->nodes[i].name, &style);
        occupancy_add_rect(occupancy, TAKEN_INK,
                           (Rect){ view->nodes[i].x + view->radii[i],
                                   view->nodes[i].y - name.line_height / 2, name.width,
                                   name.line_height });
    }
}

/* The map is drawn for once to see what is free. Caller frees. */
static Occupancy *
notes_rehearse(const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    g_autoptr(SceneBuilder) builder = scene_builder_new(map->plot->size);
    Occupancy *occupancy = occupancy_new(view->rect);
    MarkContext rehearsal = *context;

    rehearsal.builder = builder;
    rehearsal.report = NULL;
    map_draw_all(&rehearsal, view);
    notes_take_drawn(occupancy, scene_builder_peek(builder), context->theme);
    return occupancy;
}

static CalloutStyle
notes_style(const Theme *theme)
{
    CalloutStyle style = callout_style(theme, theme->title.color);

    style.covers_surfaces = TRUE;
    return style;
}

/* The list beside the map, or below it where the panel is high; returns what is left to the map. */
static Rect
notes_list(MapView *view, const Map *map, const Callout *sites, guint n, const CalloutStyle *style,
           const LayoutContext *layout)
{
    Rect rect = view->rect, left = rect;
    double em = theme_em(layout->theme), gap = layout->theme->gap;
    double width = MAX(LIST_SHARE * rect.width, LIST_WIDTH * em);
    gboolean beside = rect.width - width - gap >= MAX(LEAST_MAP * rect.width, rect.height * 0.8);
    guint columns = beside ? 1 : (guint)MAX(1, rect.width / (LIST_WIDTH * em));
    CalloutList *list =
        callout_list_new(sites, n, style, beside ? width : rect.width, columns, layout);
    double height = callout_list_height(list);

    arena_own(map->plot->arena, list, (GDestroyNotify)callout_list_free);
    view->list = list;
    if (beside) {
        left.width -= width + gap;
        view->list_at = (Point){ rect_right(left) + gap, rect.y };
        view->list_lacks = MAX(0, height - rect.height);
    } else {
        left.height = MAX(LEAST_MAP * rect.height, rect.height - height - gap);
        view->list_at = (Point){ rect.x, rect_bottom(left) + gap };
        view->list_lacks = MAX(0, height + gap - (rect.height - left.height));
    }
    return left;
}

void
map_place_notes(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    const LayoutContext layout = { context->theme, context->measurer };
    CalloutStyle style = notes_style(context->theme);
    g_autoptr(Occupancy) occupancy = NULL;
    GArray *places;

    view->notes = notes_sites(view, map, &view->n_notes);
    if (view->n_notes == 0)
        return;
    occupancy = notes_rehearse(view, context);
    notes_take_names(occupancy, view, context);
    places = callouts_place(view->notes, view->n_notes, &style, occupancy, view->rect, &layout);
    if (places == NULL) {
        g_autoptr(Occupancy) again = NULL;

        map_view_place(view, context,
                       notes_list(view, map, view->notes, view->n_notes, &style, &layout));
        view->notes = notes_sites(view, map, &view->n_notes);
        again = notes_rehearse(view, context);
        places =
            callout_discs_place(view->notes, view->n_notes, &style, again, view->rect, &layout);
    }
    arena_own(map->plot->arena, places, (GDestroyNotify)g_array_unref);
    view->note_places = places;
}

void
map_draw_notes(const MapDraw *draw)
{
    const MapView *view = draw->view;
    const MarkContext *context = draw->context;
    const LayoutContext layout = { context->theme, context->measurer };
    CalloutStyle style = notes_style(context->theme);

    if (view->n_notes == 0)
        return;
    if (view->list == NULL) {
        callouts_draw(view->notes, view->note_places, &style, context->builder);
        return;
    }
    callout_discs_draw(view->note_places, &style, context->builder, &layout);
    callout_list_draw(view->list, view->list_at, context->builder, &layout);
}

void
map_report_notes(const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    guint beyond = map->n_callouts - view->n_notes;

    if (beyond > 0)
        report_add(context->report, SEVERITY_WARNING,
                   (Where){ .file = map->plot->spec->map.callouts }, beyond,
                   "%u of %u notes %s places that this map does not show and %s left out", beyond,
                   map->n_callouts, beyond == 1 ? "has" : "have", beyond == 1 ? "is" : "are");
    if (view->list != NULL)
        report_add(context->report, SEVERITY_NOTE, WHERE_NONE, view->n_notes,
                   "the notes have no room on the map and are numbered; their words stand %s it",
                   view->list_at.x > view->rect.x ? "beside" : "below");
    if (view->list_lacks > 1)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "the list of notes is higher than the figure; a higher figure or fewer notes "
                   "would show it as a whole");
}
