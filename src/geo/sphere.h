// Places, great circles and rings on the sphere.
#pragma once

#include "base/error.h"
#include "base/geometry.h"
#include "geo/sink.h"

#define SPHERE_RADIANS(degrees) ((degrees) * (G_PI / 180))
#define SPHERE_DEGREES(radians) ((radians) * (180 / G_PI))

/* FALSE with ERROR_INPUT: not a number, or out of range. The one gate through which coordinates
 * enter; everything else in this room takes for granted that they passed it. */
gboolean sphere_check(LonLat at, Where where, GError **error);

/* Central angle in degrees, exact for near and for antipodal places alike. */
double sphere_distance(LonLat a, LonLat b);

/* The narrowest extent of longitudes that holds all places: the widest gap is left out, so that
 * Fiji and Samoa are neighbours. n > 0. */
Extent sphere_extent(const LonLat *places, gsize n);
/* FALSE with ERROR_INPUT: a corner is no place, or the extent has no width or height. */
gboolean extent_check(Extent extent, Where where, GError **error);
double extent_width(Extent extent); /* degrees of longitude, 0 to 360 */

/* A longitude in radians, brought to -pi to pi; a value already there stays as it is. */
double sphere_wrap(double lambda);

/* The turn of the sphere that brings a centre to (0, 0). Angles in radians. */
typedef struct {
    double lambda, cos_phi, sin_phi;
} Rotation;

Rotation rotation_to(LonLat centre);
void rotation_forward(const Rotation *rotation, LonLat at, double *ret_lambda, double *ret_phi);
LonLat rotation_inverse(const Rotation *rotation, double lambda, double phi);

/* Area to the left of a ring of great circles on the unit sphere, 0 to 4 pi; radians in. */
double sphere_ring_area(const SinkPoint *ring, gsize n);
/* Whether the smaller side of the ring contains the place; radians. */
gboolean sphere_ring_contains(const SinkPoint *ring, gsize n, double lambda, double phi);
