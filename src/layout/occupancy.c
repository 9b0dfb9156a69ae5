#include "layout/occupancy_fill.h"

#include <string.h>

/* No more squares than this: larger areas have larger squares. */
#define MAX_SQUARES (1 << 23)
/* A disc of a smaller radius is a symbol, px: no words stand on it. */
#define LEAST_SURFACE 9.0
/* Fills with more alpha hide what lies under them. */
#define LEAST_OPAQUE 230
/* Pixels of an image that are fainter than this take nothing. */
#define LEAST_ALPHA 24

Occupancy *
occupancy_new(Rect area)
{
    Occupancy *occupancy = g_new0(Occupancy, 1);
    double pitch;

    area.width = MAX(1, area.width);
    area.height = MAX(1, area.height);
    pitch = rect_pitch(area, MAX_SQUARES);
    occupancy->area = area;
    occupancy->pitch = pitch;
    occupancy->columns = (int)ceil(area.width / pitch);
    occupancy->rows = (int)ceil(area.height / pitch);
    occupancy->stride = (occupancy->columns + 63) / 64;
    for (guint i = 0; i < TAKEN_KINDS; i++)
        occupancy->bits[i] = g_new0(guint64, (gsize)occupancy->stride * occupancy->rows);
    return occupancy;
}

void
occupancy_free(Occupancy *occupancy)
{
    if (occupancy == NULL)
        return;
    for (guint i = 0; i < TAKEN_KINDS; i++)
        g_free(occupancy->bits[i]);
    g_free(occupancy);
}

Rect
occupancy_area(const Occupancy *occupancy)
{
    return occupancy->area;
}

void
occupancy_clear(Occupancy *occupancy, Taken kind)
{
    memset(occupancy->bits[kind], 0,
           (gsize)occupancy->stride * occupancy->rows * sizeof *occupancy->bits[kind]);
}

/* The bits of one word between two columns, both within it. */
static guint64
occupancy_mask(int first, int end)
{
    guint64 mask = ~G_GUINT64_CONSTANT(0) << (first & 63);

    return end - (first & ~63) < 64 ? mask & ((G_GUINT64_CONSTANT(1) << (end & 63)) - 1) : mask;
}

void
occupancy_take(Occupancy *occupancy, Taken kind, int row, double from, double to)
{
    guint64 *words, *ink;
    gboolean hides = kind == TAKEN_SURFACE && occupancy->hides;
    int first, end;

    if (row < 0 || row >= occupancy->rows || !(to > 0) || !(from < occupancy->columns))
        return;
    first = (int)MAX(0, floor(from));
    end = (int)MIN(occupancy->columns, ceil(to));
    words = occupancy->bits[kind] + (gsize)row * occupancy->stride;
    ink = occupancy->bits[TAKEN_INK] + (gsize)row * occupancy->stride;
    for (int column = first; column < end; column = (column | 63) + 1) {
        guint64 mask = occupancy_mask(column, MIN(end, (column | 63) + 1));

        words[column / 64] |= mask;
        ink[column / 64] &= hides ? ~mask : ~G_GUINT64_CONSTANT(0);
    }
}

Point
occupancy_square(const Occupancy *occupancy, Point at)
{
    return (Point){ (at.x - occupancy->area.x) / occupancy->pitch,
                    (at.y - occupancy->area.y) / occupancy->pitch };
}

void
occupancy_add_rect(Occupancy *occupancy, Taken kind, Rect rect)
{
    Point from = occupancy_square(occupancy, (Point){ rect.x, rect.y });
    Point to = occupancy_square(occupancy, (Point){ rect_right(rect), rect_bottom(rect) });
    int first = (int)CLAMP(floor(from.y), 0, occupancy->rows);
    int end = (int)CLAMP(ceil(to.y), 0, occupancy->rows);

    for (int row = first; row < end; row++)
        occupancy_take(occupancy, kind, row, from.x, to.x);
}

void
occupancy_add_disc(Occupancy *occupancy, Taken kind, Point centre, double radius)
{
    Point at = occupancy_square(occupancy, centre);
    double r = radius / occupancy->pitch;
    int first = (int)CLAMP(floor(at.y - r), 0, occupancy->rows);
    int end = (int)CLAMP(ceil(at.y + r), 0, occupancy->rows);

    for (int row = first; row < end; row++) {
        /* Where the row comes nearest to the centre the disc is widest. */
        double dy = MAX(0, MAX(row - at.y, at.y - row - 1));
        double half = sqrt(MAX(0, r * r - dy * dy));

        occupancy_take(occupancy, kind, row, at.x - half, at.x + half);
    }
}

static gboolean
stroke_is_seen(const Stroke *stroke)
{
    return stroke->color.a > 0 && stroke->width > 0;
}

static void
occupancy_add_rect_node(Occupancy *occupancy, const SceneNode *node)
{
    Rect rect = node->rect.rect;
    Point corners[] = { { rect.x, rect.y },
                        { rect_right(rect), rect.y },
                        { rect_right(rect), rect_bottom(rect) },
                        { rect.x, rect_bottom(rect) } };

    if (node->fill.a > 0)
        occupancy_add_rect(occupancy, TAKEN_SURFACE, rect);
    for (guint i = 0; i < 4 && stroke_is_seen(&node->stroke); i++)
        occupancy_add_line(occupancy, TAKEN_INK, corners[i], corners[(i + 1) % 4],
                           node->stroke.width);
}

static void
occupancy_add_circle_node(Occupancy *occupancy, const SceneNode *node)
{
    double radius = node->circle.radius;

    /* A ring round nothing takes its middle as well: it marks a point. */
    occupancy_add_disc(
        occupancy, node->fill.a > 0 && radius >= LEAST_SURFACE ? TAKEN_SURFACE : TAKEN_INK,
        node->circle.centre, radius + (stroke_is_seen(&node->stroke) ? node->stroke.width / 2 : 0));
}

static void
occupancy_add_image(Occupancy *occupancy, const SceneNode *node)
{
    Rect rect = node->image.rect;
    double width = rect.width / node->image.columns, height = rect.height / node->image.rows;

    for (guint row = 0; row < node->image.rows; row++)
        for (guint column = 0; column < node->image.columns; column++)
            if (node->image.rgba[((gsize)row * node->image.columns + column) * 4 + 3] >=
                LEAST_ALPHA)
                occupancy_add_rect(
                    occupancy, TAKEN_INK,
                    (Rect){ rect.x + column * width, rect.y + row * height, width, height });
}

/* What words may stand on: the page, the grid, bands of reference, and the areas of a map. */
static gboolean
occupancy_is_ground(Role role)
{
    return role == ROLE_GRID || role == ROLE_BACKGROUND || role == ROLE_BAND || role == ROLE_GROUND;
}

static void
occupancy_add_node(Occupancy *occupancy, const SceneNode *node)
{
    occupancy->hides = node->kind != NODE_GROUP && node->fill.a >= LEAST_OPAQUE;
    switch (node->kind) {
    case NODE_GROUP:
        if (!occupancy_is_ground(node->group.role))
            occupancy_add_nodes(occupancy, node->group.first);
        return;
    case NODE_PATH:
        if (node->fill.a > 0)
            occupancy_add_polygon(occupancy, TAKEN_SURFACE, node->path.segments, node->path.n);
        if (stroke_is_seen(&node->stroke))
            occupancy_add_stroke(occupancy, node->path.segments, node->path.n, node->stroke.width);
        return;
    case NODE_RECT:
        occupancy_add_rect_node(occupancy, node);
        return;
    case NODE_CIRCLE:
        occupancy_add_circle_node(occupancy, node);
        return;
    case NODE_TEXT:
        occupancy_add_rect(occupancy, TAKEN_INK, scene_text_room(node));
        return;
    case NODE_IMAGE:
        occupancy_add_image(occupancy, node);
        return;
    }
}

void
occupancy_add_nodes(Occupancy *occupancy, const SceneNode *first)
{
    for (const SceneNode *node = first; node != NULL; node = node->next)
        occupancy_add_node(occupancy, node);
}

/* The squares that a box touches; FALSE when it leaves the area. */
static gboolean
occupancy_span(const Occupancy *occupancy, Rect box, int span[4])
{
    Point from = occupancy_square(occupancy, (Point){ box.x, box.y });
    Point to = occupancy_square(occupancy, (Point){ rect_right(box), rect_bottom(box) });

    /* A hair over the edge comes from arithmetic, not from words that stick out. */
    if (!(from.x > -1e-6) || !(from.y > -1e-6) || !(to.x < occupancy->columns + 1e-6) ||
        !(to.y < occupancy->rows + 1e-6))
        return FALSE;
    span[0] = (int)CLAMP(floor(from.x), 0, occupancy->columns);
    span[1] = (int)CLAMP(ceil(to.x), 0, occupancy->columns);
    span[2] = (int)CLAMP(floor(from.y), 0, occupancy->rows);
    span[3] = (int)CLAMP(ceil(to.y), 0, occupancy->rows);
    return TRUE;
}

gboolean
occupancy_is_free(const Occupancy *occupancy, Taken kind, Rect box)
{
    int span[4];

    if (!occupancy_span(occupancy, box, span))
        return FALSE;
    for (int row = span[2]; row < span[3]; row++) {
        const guint64 *words = occupancy->bits[kind] + (gsize)row * occupancy->stride;

        for (int column = span[0]; column < span[1]; column = (column | 63) + 1)
            if (words[column / 64] & occupancy_mask(column, MIN(span[1], (column | 63) + 1)))
                return FALSE;
    }
    return TRUE;
}

double
occupancy_share(const Occupancy *occupancy, Taken kind, Rect box)
{
    Rect inside = rect_clip(box, occupancy->area);
    double all = box.width * box.height / (occupancy->pitch * occupancy->pitch), taken = 0;
    int span[4];

    if (!(all > 0) || !occupancy_span(occupancy, inside, span))
        return 1;
    for (int row = span[2]; row < span[3]; row++) {
        const guint64 *words = occupancy->bits[kind] + (gsize)row * occupancy->stride;

        for (int column = span[0]; column < span[1]; column = (column | 63) + 1)
            taken += __builtin_popcountll(words[column / 64] &
                                          occupancy_mask(column, MIN(span[1], (column | 63) + 1)));
    }
    return MIN(1, taken / all + (1 - inside.width * inside.height / (box.width * box.height)));
}

gboolean
occupancy_line_is_free(const Occupancy *occupancy, Taken kind, Point from, Point to)
{
    Point at = occupancy_square(occupancy, from), end = occupancy_square(occupancy, to);
    double steps = ceil(MAX(fabs(end.x - at.x), fabs(end.y - at.y))) + 1;
    Point step = { (end.x - at.x) / steps, (end.y - at.y) / steps };

    if (!(MIN(at.x, end.x) >= 0) || !(MIN(at.y, end.y) >= 0) ||
        !(MAX(at.x, end.x) < occupancy->columns) || !(MAX(at.y, end.y) < occupancy->rows))
        return FALSE;
    for (guint i = 0; i <= (guint)steps; i++, at.x += step.x, at.y += step.y) {
        int column = CLAMP((int)at.x, 0, occupancy->columns - 1);
        int row = CLAMP((int)at.y, 0, occupancy->rows - 1);

        if (occupancy->bits[kind][(gsize)row * occupancy->stride + column / 64] >> (column & 63) &
            1)
            return FALSE;
    }
    return TRUE;
}

void
occupancy_line_taken(const Occupancy *occupancy, Point from, Point to,
                     double ret_taken[TAKEN_KINDS])
{
    Point at = occupancy_square(occupancy, from), end = occupancy_square(occupancy, to);
    double steps = ceil(MAX(fabs(end.x - at.x), fabs(end.y - at.y))) + 1;
    Point step = { (end.x - at.x) / steps, (end.y - at.y) / steps };
    guint taken[TAKEN_KINDS] = { 0 };

    for (guint i = 0; i < (guint)steps; i++, at.x += step.x, at.y += step.y) {
        gsize word;

        if (at.x < 0 || at.x >= occupancy->columns || at.y < 0 || at.y >= occupancy->rows)
            continue;
        word = (gsize)(guint)at.y * occupancy->stride + (guint)at.x / 64;
        for (guint kind = 0; kind < TAKEN_KINDS; kind++)
            taken[kind] += occupancy->bits[kind][word] >> ((guint)at.x & 63) & 1;
    }
    for (guint kind = 0; kind < TAKEN_KINDS; kind++)
        ret_taken[kind] = taken[kind] / steps * hypot(to.x - from.x, to.y - from.y);
}
