// What lies under words on a map, and in which colour they can be read there.
#include "map/map_draw.h"

/* Shapes are exact to this, px: as they are drawn, for what is a dot there is one here. */
#define TOLERANCE 0.25
/* Of a ground that has less of a box nothing is asked: a letter's edge. */
#define LEAST_SHARE 0.02
/* Colours that are nearer than this are taken for each other, OKLab times 100. */
#define NEAR 14.0
/* WCAG 2.2, 1.4.3. */
#define TEXT_CONTRAST 4.5

static void
ground_send_area(const MapDraw *draw, guint area, Ground *ground)
{
    const Path *path = map_area_path(draw, area);
    Point at;
    double radius;

    if (map_area_dot(draw, area, path, &at, &radius))
        ground_add_dot(ground, area, at, radius);
    else
        ground_add_area(ground, area, path);
}

Ground *
map_make_ground(const MapDraw *draw)
{
    const MapView *view = draw->view;
    const Atlas *atlas = draw->map->atlas;
    gboolean round = draw->map->world && !draw->is_inset;
    Ground *ground = ground_new(view->rect, atlas_count(atlas), round ? GROUND_PAPER : GROUND_SEA);
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&view->projection, view->rect, TOLERANCE, path);

    if (round) {
        projection_stream_outline(stream);
        ground_add_sea(ground, path);
    }
    for (guint pass = 0; pass < 2; pass++) /* coloured ones lie on top */
        for (guint area = atlas_next_in(atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
             area = atlas_next_in(atlas, draw->shown, area))
            if ((map_draw_fill(draw, area) != NULL) == (pass == 1)) {
                ground_send_area(draw, area, ground);
                if (pass == 1)
                    ground_mark(ground, area);
            }
    return ground;
}

/* The colour of what has a share of a box. */
static Color
ground_color(const MapDraw *draw, const GroundShare *share)
{
    const Theme *theme = draw->context->theme;
    const MapFill *fill;

    switch (share->kind) {
    case GROUND_PAPER:
        return theme_paper(theme);
    case GROUND_SEA:
        return theme->sea;
    case GROUND_AREA:
        break;
    }
    fill = map_draw_fill(draw, share->area);
    return fill != NULL ? map_fill_ground(draw, fill) : theme->land;
}

/* The lowest contrast of a colour with all that lies under the words. */
static double
footing_contrast(const MapDraw *draw, const GroundCensus *census, Color color)
{
    double least = G_MAXDOUBLE;

    for (guint i = 0; i < census->n; i++)
        if (census->shares[i].share >= LEAST_SHARE)
            least = MIN(least, color_contrast(color, ground_color(draw, &census->shares[i])));
    return least;
}

Color
map_ground_most(const MapDraw *draw, const GroundCensus *census, double *ret_share)
{
    Color most = COLOR_NONE;

    *ret_share = 0;
    for (guint i = 0; i < census->n; i++) {
        Color color = ground_color(draw, &census->shares[i]);
        double share = 0;

        for (guint k = 0; k < census->n; k++)
            if (color_equal(color, ground_color(draw, &census->shares[k])))
                share += census->shares[k].share;
        if (share > *ret_share) {
            *ret_share = share;
            most = color;
        }
    }
    return most;
}

gboolean
map_ground_ink(const MapDraw *draw, const GroundCensus *census, Color own, Color *ret_color)
{
    Color most = ground_color(draw, &census->shares[0]), strong;

    if (footing_contrast(draw, census, own) >= TEXT_CONTRAST) {
        *ret_color = own;
        return TRUE;
    }
    strong = color_ensure_contrast(own, most, TEXT_CONTRAST);
    /* A little more of their own colour, but no mere grey between it and the ink of the page. */
    const Color choices[] = { color_distance(own, strong) < NEAR ? strong : own, mark_ink_on(most),
                              COLOR_RGB(0xffffff), COLOR_RGB(0x000000) };

    for (guint i = 0; i < G_N_ELEMENTS(choices); i++)
        if (footing_contrast(draw, census, choices[i]) >= TEXT_CONTRAST) {
            *ret_color = choices[i];
            return TRUE;
        }
    return FALSE;
}

gboolean
map_ground_footing(const MapDraw *draw, Rect box, guint area, MapFooting *ret_footing)
{
    MapFooting footing = { .hatched = FALSE };

    if (!ground_census(draw->view->ground, box, &footing.census))
        return FALSE;
    for (guint i = 0; i < footing.census.n; i++) {
        const GroundShare *share = &footing.census.shares[i];
        const MapFill *fill = share->kind == GROUND_AREA ? map_draw_fill(draw, share->area) : NULL;

        if (share->kind == GROUND_PAPER)
            footing.paper = share->share;
        if (share->kind != GROUND_AREA)
            continue;
        footing.hatched =
            footing.hatched || (fill != NULL && fill->hatch > 0 && share->share >= LEAST_SHARE);
        if (share->area == area)
            footing.own += share->share;
        else if (fill == NULL)
            footing.neutral += share->share;
        else
            footing.foreign += ground_is_dot(draw->view->ground, share->area) ? 1 : share->share;
    }
    *ret_footing = footing;
    return TRUE;
}
