#include "layout/labels_work.h"

/* Words closer to their anchor than this need no leader, px. */
#define LEADER_LEAST 8.0
/* Between a leader and what it joins, px. */
#define LEADER_AIR 1.5
/* Between an anchor and words that stand further away, besides the distance, px. */
#define FAR_GAP 2.0
/* Directions that are nearer to an axis than this lie on it. */
#define LEVEL 0.3

/* px to words that roam, and the directions at each: right above first, then by turns to both sides
 * of it. */
static const double distances[] = { 4, 8, 13, 20, 28, 38, 50, 66, 86, 110, 140 };
static const Point directions[] = {
    { 0.707, -0.707 },  { 0.924, -0.383 }, { 0.383, -0.924 },  { 1, 0 },
    { 0, -1 },          { 0.924, 0.383 },  { -0.383, -0.924 }, { 0.707, 0.707 },
    { -0.707, -0.707 }, { 0.383, 0.924 },  { -0.924, -0.383 }, { 0, 1 },
    { -1, 0 },          { -0.383, 0.924 }, { -0.924, 0.383 },  { -0.707, 0.707 },
};

guint
label_spots_around(Point at, double radius, LabelSpot spots[8])
{
    static const double sides[8][2] = { { 1, -1 }, { 1, 0 },   { 1, 1 },  { 0, -1 },
                                        { 0, 1 },  { -1, -1 }, { -1, 0 }, { -1, 1 } };

    for (guint i = 0; i < 8; i++) {
        gboolean corner = sides[i][0] != 0 && sides[i][1] != 0;
        /* At a corner the words come as near as the round symbol lets them. */
        double r = MAX(0, radius), less = corner ? r * (1 - G_SQRT2 / 2) : 0;

        spots[i] = (LabelSpot){ .anchor = { at.x - r, at.y - r, 2 * r, 2 * r },
                                .dx = sides[i][0],
                                .dy = sides[i][1],
                                .gap = corner ? 2 : 3,
                                .shift = { -sides[i][0] * less, -sides[i][1] * less } };
    }
    return 8;
}

guint
label_n_spots(const Label *label)
{
    return label->spots->len +
           (label->request.roams ? G_N_ELEMENTS(directions) * G_N_ELEMENTS(distances) : 0);
}

gboolean
label_spot_takes(const LabelSpot *spot, guint block)
{
    return spot->block == 0 || spot->block == block + 1;
}

static double
spot_side(double d)
{
    return d > 0 ? 1 : d < 0 ? -1 : 0;
}

LabelSpot
label_spot(const Label *label, guint index)
{
    guint far = index - label->spots->len;
    LabelSpot spot;
    Point out;

    if (index < label->spots->len)
        return g_array_index(label->spots, LabelSpot, index);
    spot = g_array_index(label->spots, LabelSpot, 0);
    out = directions[far % G_N_ELEMENTS(directions)];
    /* Level and upright directions set the middle of the words against the anchor. */
    spot.dx = fabs(out.x) < LEVEL ? 0 : out.x;
    spot.dy = fabs(out.y) < LEVEL ? 0 : out.y;
    spot.gap = FAR_GAP;
    spot.far = 1;
    /* From the rim of a round symbol, not from the corner of the box around it. */
    spot.shift.x = out.x * (distances[far / G_N_ELEMENTS(directions)] + spot.anchor.width / 2) -
                   spot_side(spot.dx) * spot.anchor.width / 2;
    spot.shift.y = out.y * (distances[far / G_N_ELEMENTS(directions)] + spot.anchor.height / 2) -
                   spot_side(spot.dy) * spot.anchor.height / 2;
    return spot;
}

LabelSpot
label_spot_inside(Rect box, double gap, Color color)
{
    return (LabelSpot){ .anchor = box, .gap = gap, .inside = TRUE, .color = color };
}

/* Where a stretch of words begins beside, or in, the stretch of its anchor. */
static double
spot_along(double from, double length, double words, double side, double gap, gboolean inside)
{
    if (side == 0)
        return from + (length - words) / 2;
    if (inside)
        return side < 0 ? from + gap : from + length - gap - words;
    return side < 0 ? from - gap - words : from + length + gap;
}

Rect
label_spot_box(const LabelSpot *spot, Size size)
{
    Rect anchor = spot->anchor;
    double x = spot_along(anchor.x, anchor.width, size.width, spot->dx, spot->gap, spot->inside);
    double y = spot_along(anchor.y, anchor.height, size.height, spot->dy, spot->gap, spot->inside);

    return (Rect){ x + spot->shift.x, y + spot->shift.y, size.width, size.height };
}

Anchor
label_spot_align(const LabelSpot *spot)
{
    if (spot->dx == 0)
        return ANCHOR_MIDDLE;
    return (spot->dx < 0) == spot->inside ? ANCHOR_START : ANCHOR_END;
}

Rect
label_spot_room(const LabelSpot *spot, Rect box)
{
    double more = box.width * SCENE_TEXT_SLACK;

    switch (label_spot_align(spot)) {
    case ANCHOR_START:
        break;
    case ANCHOR_MIDDLE:
        box.x -= more / 2;
        break;
    case ANCHOR_END:
        box.x -= more;
        break;
    }
    box.width += more;
    return box;
}

gboolean
label_spot_leader(const LabelSpot *spot, Rect box, Point ends[2])
{
    Rect anchor = spot->anchor;
    Point from = { anchor.x + anchor.width / 2, anchor.y + anchor.height / 2 };
    Point to = { CLAMP(from.x, box.x, rect_right(box)), CLAMP(from.y, box.y, rect_bottom(box)) };
    double dx = to.x - from.x, dy = to.y - from.y, length = sqrt(dx * dx + dy * dy);
    double radius = MAX(anchor.width, anchor.height) / 2 + LEADER_AIR;

    if (spot->inside || length - radius < LEADER_LEAST)
        return FALSE;
    ends[0] = (Point){ from.x + dx * radius / length, from.y + dy * radius / length };
    ends[1] = (Point){ to.x - dx * LEADER_AIR / length, to.y - dy * LEADER_AIR / length };
    return TRUE;
}
