// What two call-outs must keep off each other.
#include "layout/callout_work.h"

/* Between the words of two call-outs, px. */
#define GAP_ACROSS 10.0
#define GAP_DOWN 9.0
/* Between a leader and words of another call-out, and between two leaders, px. */
#define LEADER_CLEAR 4.0
#define LEADERS_APART 5.0
/* Two leaders from one place open by this angle at least: its cosine (14 degrees). */
#define LEAST_OPENING 0.970
#define SAME_PLACE 0.5

double
callout_line_distance2(Point at, Point from, Point to)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy, t = 0;

    if (length > 0)
        t = CLAMP(((at.x - from.x) * dx + (at.y - from.y) * dy) / length, 0, 1);
    dx = from.x + t * dx - at.x;
    dy = from.y + t * dy - at.y;
    return dx * dx + dy * dy;
}

static double
turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
lines_cross(const Point a[2], const Point b[2])
{
    return turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) <= 0 &&
           turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) <= 0 &&
           rect_intersects(rect_grow(rect_between(a[0].x, a[0].y, a[1].x, a[1].y), 1e-9, 1e-9),
                           rect_grow(rect_between(b[0].x, b[0].y, b[1].x, b[1].y), 1e-9, 1e-9));
}

static double
lines_distance2(const Point a[2], const Point b[2])
{
    return MIN(
        MIN(callout_line_distance2(a[0], b[0], b[1]), callout_line_distance2(a[1], b[0], b[1])),
        MIN(callout_line_distance2(b[0], a[0], a[1]), callout_line_distance2(b[1], a[0], a[1])));
}

static double
square(double length)
{
    return length * length;
}

/* From one place leaders open like a fan; from others they keep apart, as far as their sites do. */
static gboolean
leaders_conflict(const Callout *a, const Point p[2], const Callout *b, const Point q[2])
{
    Point u = { p[1].x - a->site.x, p[1].y - a->site.y };
    Point v = { q[1].x - b->site.x, q[1].y - b->site.y };
    double apart = square(a->site.x - b->site.x) + square(a->site.y - b->site.y);

    if (apart < square(SAME_PLACE)) {
        double dot = u.x * v.x + u.y * v.y;

        return dot > 0 && square(dot) > square(LEAST_OPENING) * (square(u.x) + square(u.y)) *
                                            (square(v.x) + square(v.y));
    }
    return lines_cross(p, q) || lines_distance2(p, q) < MIN(square(LEADERS_APART), apart / 9);
}

gboolean
callouts_conflict(const Callout *a, const CalloutCandidate *p, const Callout *b,
                  const CalloutCandidate *q)
{
    return rect_intersects(p->bounds, q->bounds) &&
           (rect_intersects(rect_grow(p->room, GAP_ACROSS, GAP_DOWN), q->room) ||
            rect_meets_line(rect_grow(q->room, LEADER_CLEAR, LEADER_CLEAR), p->leader[0],
                            p->leader[1]) ||
            rect_meets_line(rect_grow(p->room, LEADER_CLEAR, LEADER_CLEAR), q->leader[0],
                            q->leader[1]) ||
            leaders_conflict(a, p->leader, b, q->leader));
}

static void
bounds_add(Rect *bounds, Point at)
{
    double right = MAX(rect_right(*bounds), at.x), bottom = MAX(rect_bottom(*bounds), at.y);

    bounds->x = MIN(bounds->x, at.x);
    bounds->y = MIN(bounds->y, at.y);
    bounds->width = right - bounds->x;
    bounds->height = bottom - bounds->y;
}

void
callout_candidate_bound(CalloutCandidate *candidate)
{
    candidate->room = candidate->bounds = callout_room(candidate->box);
    bounds_add(&candidate->bounds, candidate->leader[0]);
    bounds_add(&candidate->bounds, candidate->leader[1]);
    candidate->bounds = rect_grow(candidate->bounds, GAP_ACROSS / 2, GAP_ACROSS / 2);
}
