// Map projections of the unit sphere, as a table of const descriptors, and how one is chosen,
// placed on the page and drawn through.
#pragma once

#include "geo/clip.h"

/* What the formulas need, worked out once. */
typedef struct {
    double n, c, rho; /* of cones: the constant, the factor, the radius at the centre */
} ProjectionCone;

typedef enum { PROJECTION_CYLINDER, PROJECTION_CONE, PROJECTION_PLANE } ProjectionFamily;

/* One row of projection_table.inc. Angles in radians around the centre; results on the unit sphere,
 * y to the north. */
typedef struct {
    const char *name;   /* "equal-earth" */
    const char *title;  /* "Equal Earth" */
    const char *source; /* the published method */
    ProjectionFamily family;
    gboolean is_equal_area, is_conformal;
    /* Planes: how far from the centre can be drawn. Others: the latitudes that can (cones: towards
     * the far pole only). */
    double reach;
    Point (*forward)(const ProjectionCone *cone, double lambda, double phi);
    /* FALSE: the point is outside the map. */
    gboolean (*inverse)(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi);
    /* NULL: takes no parallels. Radians; FALSE: they make no cone. */
    gboolean (*set_cone)(double phi1, double phi2, double phi0, ProjectionCone *ret_cone);
} ProjectionType;

/* NULL: no such projection. */
const ProjectionType *projection_type_from_name(const char *name);
extern const char *const projection_type_names[]; /* ends with NULL, for error_suggest() */

/* Plain values. Until it is fitted, one px is the radius of the sphere and the origin the centre.
 */
typedef struct {
    const ProjectionType *type;
    LonLat centre;
    double parallels[2]; /* degrees; cones only */
    Rotation rotation;
    ProjectionCone cone;
    double phi_min, phi_max; /* radians; latitudes beyond are drawn here (not planes) */
    double scale;            /* px a radius */
    Point translate;         /* where the origin lands, px */
} Projection;

/* parallels NULL: 10 degrees south and north of the centre. Fails with ERROR_INPUT when the centre
 * or a parallel is out of range, with ERROR_USAGE when the parallels make no cone: symmetric to the
 * equator, or at a pole. Cylinders keep the equator straight: they take the centre's longitude
 * only. */
gboolean projection_init(const ProjectionType *type, LonLat centre, const double *parallels,
                         Projection *ret_projection, GError **error);

/* A projection that suits the extent: world, hemisphere, pole, or region; equal in area when
 * is_fill (colours of areas are compared by eye), else true in shape for regions. */
Projection projection_choose(Extent extent, gboolean is_fill);
/* The centre and parallels that suit an extent, for a projection chosen by name. */
Projection projection_for_extent(const ProjectionType *type, Extent extent);

/* px; FALSE: the place is beyond the horizon or the latitudes that can be drawn. */
gboolean projection_forward(const Projection *projection, LonLat at, Point *ret_point);
gboolean projection_inverse(const Projection *projection, Point at, LonLat *ret_place);

/* Sets scale and translate so that what is asked for fills the rectangle as far as it can, in its
 * middle. FALSE, and nothing changed: none of it can be seen, or it has no size. */
gboolean projection_fit_extent(Projection *projection, Extent extent, Rect rect);
/* The inverse of the fit: the extent of all that the rectangle shows, rounded outwards by up to two
 * percent of its size; all longitudes (-180 to 180) where a pole is in view or the map goes round.
 * FALSE: the rectangle lies beside the map. */
gboolean projection_shown_extent(const Projection *projection, Rect rect, Extent *ret_extent);

/* For each of n bands of latitudes from the south pole on, how many degrees of a great circle are
 * nowhere in the extent longer than px; 0: none of the band is seen. */
void projection_finest(const Projection *projection, Extent extent, double px, guint n,
                       double *ret_degrees);

/* From degrees to a path: rotate, clip, project with resampling (to tolerance px), simplify (to
 * tolerance px) and cut to the page. The path is borrowed. */
typedef struct ProjectionStream ProjectionStream;
ProjectionStream *projection_stream_new(const Projection *projection, Rect page, double tolerance,
                                        Path *path);
void projection_stream_free(ProjectionStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ProjectionStream, projection_stream_free)

Sink *projection_stream_sink(ProjectionStream *stream); /* borrowed; takes degrees */
/* The edge of the map: the ellipse of the world, the disc of a hemisphere. */
void projection_stream_outline(ProjectionStream *stream);
