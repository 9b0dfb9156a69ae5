// Whose boundaries the map draws, in a line under it.
#include "map/map.h"

#include "geo/disputed.h"
#include "plot/bind.h"
#include "plot/page.h"

#include <string.h>

#define BUILT_IN "Natural Earth"
/* The panels will be about as large as the page leaves them room: that much more is looked at. */
#define MORE 1.15

Extent
map_seen_extent(const Map *map, const Plot *plot, double more)
{
    Projection projection = map->projection;
    double width = MAX(100, page_column_width(plot)), height = MAX(100, page_row_height(plot));
    Rect rect = { 0, 0, width, height };
    Extent shown;

    if (map->world || !projection_fit_extent(&projection, map->extent, rect))
        return map->extent;
    rect = rect_grow(rect, (more - 1) * width / 2, (more - 1) * height / 2);
    return projection_shown_extent(&projection, rect, &shown) ? shown : map->extent;
}

static gboolean
foot_disputed(const Map *map, const Plot *plot)
{
    if (disputed_next_in(map_seen_extent(map, plot, MORE), NULL) != NULL)
        return TRUE;
    for (guint i = 0; i < map->n_insets; i++)
        if (disputed_next_in(map->insets[i], NULL) != NULL)
            return TRUE;
    return FALSE;
}

static gboolean
foot_has_said(const char *text, const char *credit)
{
    return text != NULL && strstr(text, credit) != NULL;
}

void
map_make_credit(const Map *map, Plot *plot)
{
    const Language *language = bind_language(plot);
    const char *whose = BUILT_IN;
    g_autofree char *credit = NULL;

    if (!atlas_is_built_in(map->atlas))
        return;
    if (foot_disputed(map, plot))
        whose = bind_word(plot, WORD_DE_FACTO, (const char *const[]){ BUILT_IN });
    credit = language_labelled(language, WORD_BOUNDARIES, whose);
    if (!foot_has_said(plot->spec->source, credit) && !foot_has_said(plot->spec->note, credit))
        plot->credit = arena_strdup(plot->arena, credit);
}
