// How many px a kilometre is on a map, where, and the bar of a round length that says so.
#pragma once

#include "geo/projection.h"

/* The radius of the sphere with the area of the earth (authalic), km. */
#define SPHERE_RADIUS_KM 6371.0072
#define KM_A_MILE 1.609344

/* px a kilometre around a place: along its parallel, and along its meridian. FALSE: the place (or
 * one just beside it) cannot be drawn. */
gboolean scale_at(const Projection *projection, LonLat at, double *ret_along, double *ret_across);

/* How one page is scaled. */
typedef struct {
    LonLat middle;    /* what the page shows in its middle */
    double along;     /* px a km along the parallel there */
    double variation; /* the largest scale on the page, in any direction, by the smallest; from 1 */
} PageScale;

/* Above this variation a bar that is true in the middle is plainly wrong elsewhere: it misleads,
 * and a map does without it. Between SCALE_NEARLY_TRUE and this the bar says where it holds. */
#define SCALE_MISLEADS 1.6
#define SCALE_NEARLY_TRUE 1.1

/* FALSE: the middle of the page shows no place. */
gboolean page_scale(const Projection *projection, Rect page, PageScale *ret_scale);

typedef enum { SCALE_BAR_KM, SCALE_BAR_MILES } ScaleBarUnit;

typedef struct {
    double length; /* 1, 2 or 5 times a power of ten, in the unit asked for */
    double px;
} ScaleBar;

/* The longest round bar that is at most longest px long. longest > 0. */
ScaleBar scale_bar(const PageScale *scale, ScaleBarUnit unit, double longest);
