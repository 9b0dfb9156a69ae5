// Notes on a map: where they stand, or the list that they become.
#include "map/map_draw.h"

#include "plot/bind.h"

/* Columns of the list are at least so wide, px at text of 13 px. */
#define LIST_WIDTH 170.0
/* The map keeps this share of the panel, whatever the list needs. */
#define LEAST_MAP 0.4
/* A site this near to a node or symbol is there, px. */
#define SAME_PLACE 1.5
/* A list may be higher than its room by this, px. */
#define LACKS 1.0

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

static gboolean
notes_has(const MapView *view, Point at)
{
    return at.x >= view->rect.x && at.x <= rect_right(view->rect) && at.y >= view->rect.y &&
           at.y <= rect_bottom(view->rect);
}

/* The notes whose places are on the map, in px, in the order of the file: view->n_notes of them,
 * without those that have been dropped.
 * After them the nodes and symbols without words, which leaders keep clear of; returns how many
 * there are with these. */
static guint
notes_find_sites(MapView *view, const Map *map)
{
    guint n_nodes = map->relations != NULL ? map->relations->n_nodes : 0, n;
    Callout *sites =
        arena_new0(map->plot->arena, Callout, map->n_callouts + n_nodes + map->n_symbols);

    if (view->notes_dropped == NULL)
        view->notes_dropped = arena_new0(map->plot->arena, gboolean, map->n_callouts);
    view->note_rows = arena_new0(map->plot->arena, guint, map->n_callouts);
    view->notes = sites;
    view->n_notes = 0;
    for (guint i = 0; i < map->n_callouts; i++) {
        const MapCallout *callout = &map->callouts[i];
        Point at = map_view_point(view, callout->place.at);

        if (!notes_has(view, at) || view->notes_dropped[i])
            continue;
        view->note_rows[view->n_notes] = i;
        sites[view->n_notes++] = (Callout){ .site = at,
                                            .radius = notes_radius(view, map, at),
                                            .date = callout->date,
                                            .text = callout->text,
                                            .subject = relation_subject(SUBJECT_NOTE, i) };
    }
    n = view->n_notes;
    for (guint i = 0; i < n_nodes; i++)
        if (view->radii[i] > 0 && notes_has(view, view->nodes[i]))
            sites[n++] = (Callout){ .site = view->nodes[i], .radius = view->radii[i] };
    for (guint i = 0; i < map->n_symbols; i++)
        if (notes_has(view, view->symbols[i]))
            sites[n++] = (Callout){ .site = view->symbols[i], .radius = map->symbols[i].radius };
    return n;
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

/* Names of nodes will stand right of them, if they can; words of groups stand where they stand. */
static void
notes_take_names(Occupancy *occupancy, const MapView *view, const MarkContext *context)
{
    const Relations *relations = ((const Map *)context->layer)->relations;

    map_take_cluster_words(view, occupancy);
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

/* What of the view is taken by what has been drawn. Caller frees. */
static Occupancy *
notes_occupancy(const MapView *view, const MarkContext *context)
{
    Occupancy *occupancy = occupancy_new(view->rect);

    notes_take_drawn(occupancy, scene_builder_peek(context->builder), context->theme);
    map_take_insets(view, occupancy);
    return occupancy;
}

static CalloutStyle
notes_style(const Theme *theme)
{
    CalloutStyle style = callout_style(theme, theme->title.color);

    style.covers_surfaces = TRUE;
    return style;
}

/* A list beside the map (columns > 0) or below it, and what is left to the map. */
typedef struct {
    guint columns; /* beside; 0: below */
    double share;  /* of the panel's width */
} NotesLayout;

static const NotesLayout notes_layouts[] = { { 1, 0.3 },  { 1, 0.4 },  { 1, 0.5 },
                                             { 2, 0.45 }, { 2, 0.55 }, { 0, 1 } };

/* How much higher than its room the list is, px; 0: it fits. Takes the list. */
static double
notes_try(MapView *view, const MarkContext *context, const NotesLayout *try,
          const CalloutStyle *style, CalloutList **ret_list, Rect *ret_left)
{
    const LayoutContext layout = { context->theme, context->measurer };
    Rect rect = context->rect, left = rect;
    double gap = layout.theme->gap, least = LIST_WIDTH * theme_em(layout.theme);
    guint columns = try->columns > 0 ? try->columns : (guint)MAX(1, rect.width / least);
    double width = MAX(try->share * rect.width, try->columns * least), height;

    if (try->columns > 0 && rect.width - width - gap < LEAST_MAP * rect.width)
        return INFINITY;
    *ret_list = callout_list_new(view->notes, view->n_notes, style, width, columns, &layout);
    height = callout_list_height(*ret_list);
    if (try->columns > 0) {
        left.width -= width + gap;
        view->list_at = (Point){ rect_right(left) + gap, rect.y };
        height -= rect.height;
    } else {
        left.height = MAX(LEAST_MAP * rect.height, rect.height - height - gap);
        view->list_at = (Point){ rect.x, rect_bottom(left) + gap };
        height -= rect_bottom(rect) - view->list_at.y;
    }
    *ret_left = left;
    return MAX(0, height);
}

/* The first way in which all of the list is seen, else the one that loses least. Returns what is
 * left to the map. */
static Rect
notes_list(MapView *view, const MarkContext *context, const CalloutStyle *style)
{
    const Map *map = (const Map *)context->layer;
    Rect left = view->rect;
    Point at = view->list_at;

    view->list = NULL;
    view->list_lacks = INFINITY;
    for (guint i = 0; i < G_N_ELEMENTS(notes_layouts) && view->list_lacks > 0; i++) {
        g_autoptr(CalloutList) list = NULL;
        Rect rest = left;
        double lacks = notes_try(view, context, &notes_layouts[i], style, &list, &rest);

        if (list == NULL || lacks >= view->list_lacks) {
            view->list_at = at;
            continue;
        }
        view->list_lacks = lacks;
        at = view->list_at;
        left = rest;
        view->list = list;
        arena_own(map->plot->arena, g_steal_pointer(&list), (GDestroyNotify)callout_list_free);
    }
    return left;
}

/* Words over the foot of the figure would be worse than none: as many notes as have room, from the
 * first on; the others are dropped. */
static Rect
notes_list_that_fits(MapView *view, const MarkContext *context, const CalloutStyle *style)
{
    guint n = view->n_notes, fit = 0, too_many = n;
    Rect left = notes_list(view, context, style);

    if (view->list_lacks <= LACKS)
        return left;
    while (too_many - fit > 1) {
        view->n_notes = fit + (too_many - fit) / 2;
        notes_list(view, context, style);
        if (view->list_lacks <= LACKS)
            fit = view->n_notes;
        else
            too_many = view->n_notes;
    }
    for (guint i = fit; i < n; i++)
        view->notes_dropped[view->note_rows[i]] = TRUE;
    view->n_notes = fit;
    if (fit > 0)
        return notes_list(view, context, style);
    view->list = NULL;
    return context->rect;
}

static gboolean
notes_lists(const guint *rows, guint n, guint row)
{
    for (guint i = 0; i < n; i++)
        if (rows[i] == row)
            return TRUE;
    return FALSE;
}

/* The list, and the map beside it with discs of the same numbers: a note whose place the smaller
 * map does not show has no number in the list either. */
static void
notes_number(MapView *view, const MarkContext *context, const CalloutStyle *style)
{
    const Map *map = (const Map *)context->layer;
    gboolean same;

    do {
        Rect left = notes_list_that_fits(view, context, style);
        guint n = view->n_notes, *listed = view->note_rows;

        map_view_place(view, context, left);
        notes_find_sites(view, map);
        same = view->n_notes == n;
        for (guint i = 0; i < MIN(n, view->n_notes); i++)
            same = same && view->note_rows[i] == listed[i];
        for (guint i = 0; i < map->n_callouts && !same; i++)
            view->notes_dropped[i] =
                view->notes_dropped[i] ||
                notes_lists(listed, n, i) != notes_lists(view->note_rows, view->n_notes, i);
        if (!same)
            notes_find_sites(view, map);
    } while (!same && view->n_notes > 0);
}

static void
notes_keep(MapView *view, const Map *map, GArray *places)
{
    arena_own(map->plot->arena, places, (GDestroyNotify)g_array_unref);
    view->note_places = places;
}

gboolean
map_place_notes(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    const LayoutContext layout = { context->theme, context->measurer };
    CalloutStyle style = notes_style(context->theme);
    guint n = notes_find_sites(view, map);
    g_autoptr(Occupancy) occupancy = NULL;
    GArray *places;

    if (view->n_notes == 0)
        return TRUE;
    occupancy = notes_occupancy(view, context);
    notes_take_names(occupancy, view, context);
    places = callouts_place(view->notes, n, &style, occupancy, view->rect, &layout);
    if (places == NULL) {
        notes_number(view, context, &style);
        return FALSE;
    }
    g_array_set_size(places, view->n_notes);
    notes_keep(view, map, places);
    return TRUE;
}

void
map_number_notes(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    const LayoutContext layout = { context->theme, context->measurer };
    CalloutStyle style = notes_style(context->theme);
    g_autoptr(Occupancy) occupancy = notes_occupancy(view, context);

    notes_find_sites(view, map);
    notes_keep(
        view, map,
        callout_discs_place(view->notes, view->n_notes, &style, occupancy, view->rect, &layout));
}

/* Names make way for notes and their numbers. */
static void
notes_protect(const MapView *view, Labels *labels)
{
    for (guint i = 0; i < view->note_places->len; i++) {
        const CalloutDisc *disc = &g_array_index(view->note_places, CalloutDisc, i);

        if (view->list == NULL)
            labels_protect(labels, g_array_index(view->note_places, CalloutPlace, i).box);
        else
            labels_protect(labels, rect_grow((Rect){ disc->centre.x, disc->centre.y, 0, 0 },
                                             disc->radius, disc->radius));
    }
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
    notes_protect(view, context->labels);
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
    guint dropped = 0, beyond;

    for (guint i = 0; view->notes_dropped != NULL && i < map->n_callouts; i++)
        dropped += view->notes_dropped[i];
    beyond = map->n_callouts - view->n_notes - dropped;

    if (beyond > 0)
        report_add(context->report, SEVERITY_WARNING,
                   (Where){ .file = map->plot->spec->map.callouts }, beyond,
                   "%u of %u notes %s places that this map does not show and %s left out", beyond,
                   map->n_callouts, beyond == 1 ? "has" : "have", beyond == 1 ? "is" : "are");
    if (view->list != NULL)
        report_add(context->report, SEVERITY_NOTE, WHERE_NONE, view->n_notes,
                   "the notes have no room on the map and are numbered; their words stand %s it",
                   view->list_at.x > view->rect.x ? "beside" : "below");
    if (dropped > 0)
        report_add(
            context->report, SEVERITY_WARNING, (Where){ .file = map->plot->spec->map.callouts },
            dropped,
            "%u of %u notes %s no room beside the map and %s left out; a larger figure would "
            "show more",
            dropped, map->n_callouts, dropped == 1 ? "has" : "have", dropped == 1 ? "is" : "are");
}
