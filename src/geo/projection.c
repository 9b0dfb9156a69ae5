#include "geo/projection_type.h"

#include <string.h>

static const ProjectionType *const types[] = {
#define PROJECTION(id, name) &projection_##id,
#include "geo/projection_table.inc"
#undef PROJECTION
};

const char *const projection_type_names[] = {
#define PROJECTION(id, name) name,
#include "geo/projection_table.inc"
#undef PROJECTION
    NULL,
};

const ProjectionType *
projection_type_from_name(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(projection_type_names[i], name) == 0)
            return types[i];
    return NULL;
}

void
projection_from_angle(Point p, double rho, double c, double *ret_lambda, double *ret_phi)
{
    double y, z;

    if (rho == 0) {
        *ret_lambda = *ret_phi = 0;
        return;
    }
    y = p.x / rho * sin(c);
    z = p.y / rho * sin(c);
    *ret_lambda = atan2(y, cos(c));
    *ret_phi = atan2(z, hypot(y, cos(c)));
}

Point
projection_cone_forward(const ProjectionCone *cone, double lambda, double rho)
{
    double theta = cone->n * lambda;

    return (Point){ rho * sin(theta), cone->rho - rho * cos(theta) };
}

gboolean
projection_cone_inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_rho)
{
    double sign = cone->n < 0 ? -1 : 1, y = cone->rho - p.y;
    double lambda = atan2(sign * p.x, sign * y) / cone->n;

    if (!(fabs(lambda) <= G_PI + 1e-9))
        return FALSE;
    *ret_lambda = CLAMP(lambda, -G_PI, G_PI);
    *ret_rho = sign * hypot(p.x, y);
    return TRUE;
}

/* Snyder's rule of thumb (the manual, page 99): a sixth inside the span of latitudes. */
static void
set_parallels(Projection *projection, double south, double north)
{
    projection->parallels[0] = south + (north - south) / 6;
    projection->parallels[1] = north - (north - south) / 6;
}

/* The centre and the parallels are set. */
static gboolean
derive(Projection *projection)
{
    const ProjectionType *type = projection->type;
    double phi0 = SPHERE_RADIANS(projection->centre.lat);
    LonLat turn = { projection->centre.lon,
                    type->family == PROJECTION_PLANE ? projection->centre.lat : 0 };

    projection->rotation = rotation_to(turn);
    projection->scale = 1;
    projection->translate = (Point){ 0, 0 };
    projection->phi_min = type->family == PROJECTION_PLANE ? -G_PI_2 : -type->reach;
    projection->phi_max = type->family == PROJECTION_PLANE ? G_PI_2 : type->reach;
    if (type->set_cone == NULL)
        return TRUE;
    if (!type->set_cone(SPHERE_RADIANS(projection->parallels[0]),
                        SPHERE_RADIANS(projection->parallels[1]), phi0, &projection->cone))
        return FALSE;
    if (projection->cone.n > 0)
        projection->phi_max = G_PI_2;
    else
        projection->phi_min = -G_PI_2;
    return isfinite(projection->cone.rho);
}

gboolean
projection_init(const ProjectionType *type, LonLat centre, const double *parallels,
                Projection *ret_projection, GError **error)
{
    Projection projection = { .type = type, .centre = centre };

    if (!sphere_check(centre, WHERE_NONE, error))
        return FALSE;
    if (parallels != NULL) {
        for (int i = 0; i < 2; i++)
            if (!sphere_check((LonLat){ 0, parallels[i] }, WHERE_NONE, error))
                return FALSE;
        memcpy(projection.parallels, parallels, sizeof projection.parallels);
    } else {
        set_parallels(&projection, centre.lat - 15, centre.lat + 15);
    }
    if (!derive(&projection)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "projection %s needs standard parallels that are not at the poles and not "
                  "symmetric to the equator",
                  type->name);
        return FALSE;
    }
    *ret_projection = projection;
    return TRUE;
}

Projection
projection_for_extent(const ProjectionType *type, Extent extent)
{
    double width = extent_width(extent), middle = (extent.south + extent.north) / 2;
    LonLat centre = { SPHERE_DEGREES(sphere_wrap(SPHERE_RADIANS(extent.west + width / 2))),
                      middle };
    Projection projection = { .type = type };

    /* The whole round and more towards one pole than the other: the view from that pole. */
    if (width > 180 && fabs(middle) > 30)
        centre.lat = copysign(90, middle);
    projection.centre = centre;
    set_parallels(&projection, extent.south, extent.north);
    if (type->set_cone != NULL) {
        projection.centre.lat = CLAMP(middle, -75, 75);
        /* A cone stands on one half; across the equator it leans to the larger one. */
        if (fabs(projection.parallels[0] + projection.parallels[1]) < 10) {
            projection.parallels[0] = middle < 0 ? -20 : 0;
            projection.parallels[1] = middle < 0 ? 0 : 20;
        }
        for (int i = 0; i < 2; i++)
            projection.parallels[i] = CLAMP(projection.parallels[i], -80, 80);
    }
    if (!derive(&projection))
        g_assert_not_reached();
    return projection;
}

gboolean
projection_forward(const Projection *projection, LonLat at, Point *ret_point)
{
    const ProjectionType *type = projection->type;
    double lambda, phi;
    Point p;

    rotation_forward(&projection->rotation, at, &lambda, &phi);
    if (type->family == PROJECTION_PLANE) {
        if (atan2(hypot(cos(phi) * sin(lambda), sin(phi)), cos(phi) * cos(lambda)) > type->reach)
            return FALSE;
    } else if (phi < projection->phi_min || phi > projection->phi_max) {
        return FALSE;
    }
    p = type->forward(&projection->cone, lambda, phi);
    *ret_point = (Point){ projection->translate.x + projection->scale * p.x,
                          projection->translate.y - projection->scale * p.y };
    return TRUE;
}

gboolean
projection_inverse(const Projection *projection, Point at, LonLat *ret_place)
{
    Point p = { (at.x - projection->translate.x) / projection->scale,
                (projection->translate.y - at.y) / projection->scale };
    double lambda, phi;

    if (!projection->type->inverse(&projection->cone, p, &lambda, &phi))
        return FALSE;
    *ret_place = rotation_inverse(&projection->rotation, lambda, phi);
    return TRUE;
}
