// The rows of the table of projections.
#pragma once

#include "geo/projection.h"

#define PROJECTION(id, name) extern const ProjectionType projection_##id;
#include "geo/projection_table.inc"
#undef PROJECTION

/* From the plane of an azimuthal projection back to the sphere: the point at the angle c from the
 * centre, in the direction of p. */
void projection_from_angle(Point p, double rho, double c, double *ret_lambda, double *ret_phi);
/* Around the tip of a cone, at a signed radius. */
Point projection_cone_forward(const ProjectionCone *cone, double lambda, double rho);
/* From polar coordinates of a cone: the longitude and the signed radius; FALSE outside the fan. */
gboolean projection_cone_inverse(const ProjectionCone *cone, Point p, double *ret_lambda,
                                 double *ret_rho);
