#include "geo/geometry_type.h"

GeometryType
geometry_type_read(const Json *json)
{
    static const struct {
        const char *name;
        GeometryType type;
    } TYPES[] = {
        { "FeatureCollection", GEOMETRY_FEATURE_COLLECTION },
        { "Feature", GEOMETRY_FEATURE },
        { "GeometryCollection", GEOMETRY_COLLECTION },
        { "Polygon", GEOMETRY_POLYGON },
        { "MultiPolygon", GEOMETRY_MULTI_POLYGON },
        { "Point", GEOMETRY_OTHER },
        { "MultiPoint", GEOMETRY_OTHER },
        { "LineString", GEOMETRY_OTHER },
        { "MultiLineString", GEOMETRY_OTHER },
    };

    for (guint i = 0; i < G_N_ELEMENTS(TYPES); i++)
        if (json_text_is(json, TYPES[i].name))
            return TYPES[i].type;
    return GEOMETRY_NONE;
}
