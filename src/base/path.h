// A path of moves, lines, cubic curves and closes, in px. Grows on the heap; the scene copies it.
#pragma once

#include "base/geometry.h"

typedef enum { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE } PathVerb;

/* p[0] is the end point of MOVE and LINE; CURVE has two control points and then the end point. */
typedef struct {
    PathVerb verb;
    Point p[3];
} PathSegment;

typedef struct Path Path;

Path *path_new(void);
void path_free(Path *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Path, path_free)

/* A line or a curve on an empty path starts with a move. */
void path_move_to(Path *path, double x, double y);
void path_line_to(Path *path, double x, double y);
void path_curve_to(Path *path, Point control1, Point control2, Point end);
void path_close(Path *path);

/* All of another path after what is there. */
void path_append(Path *path, const Path *other);

/* Moves every point to the nearest multiple of step: fewer digits to write. step > 0. */
void path_snap(Path *path, double step);

/* A circular arc as cubics of at most 90 degrees each. Angles in radians, clockwise on the page
 * (y downwards), 0 at three o'clock; end < start runs counter-clockwise. A sweep of more than one
 * turn is one turn. Starts with a line to the first point, or a move if the path is empty. Not
 * finite or radius < 0: nothing is added. */
void path_arc(Path *path, Point centre, double radius, double start, double end);

guint path_verb_points(PathVerb verb); /* how many of p[] count: 0, 1 or 3 */

guint path_length(const Path *path);
const PathSegment *path_segments(const Path *path); /* borrowed */
Rect path_bounds(const Path *path);                 /* of the control polygon */

/* A polyline clipped to a rectangle (Liang, Barsky, ACM TOG 3(1) 1984): the parts inside are
 * appended as separate runs, none of them of zero length. Points that are not finite break the
 * line. */
void path_add_clipped_line(Path *path, const Point *points, gsize n, Rect clip);

/* A polygon clipped to a rectangle (Sutherland, Hodgman, CACM 17(1) 1974), closed. Points must be
 * finite. Nothing is added when nothing is left. */
void path_add_clipped_polygon(Path *path, const Point *points, gsize n, Rect clip);

/* The lines of a hatch that lie within a shape (even-odd): parallel to `along`, which may have any
 * length but 0, and `spacing` px apart. One of them passes through the origin of the page, so that
 * the hatches of shapes side by side go on from one to the next. */
void path_add_hatch(Path *path, const Path *shape, Point along, double spacing);
