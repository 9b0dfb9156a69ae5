// How points are joined: straight, in steps, or by a smooth curve that never overshoots them.
#pragma once

#include "base/geometry.h"

typedef enum { CURVE_LINEAR, CURVE_STEP, CURVE_MONOTONE } Curve;

/* The polyline to draw through n finite points with x ascending. STEP: a value holds until the next
 * point. MONOTONE: piecewise cubics (F. N. Fritsch, R. E. Carlson, SIAM J. Numer. Anal. 17(2),
 * 1980, with the three-point slopes of M. Steffen, Astron. Astrophys. 239, 1990), sampled finely
 * enough for the page. Caller frees; LINEAR gives a copy. */
Point *curve_points(const Point *points, gsize n, Curve curve, gsize *ret_n);
