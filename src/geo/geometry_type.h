// What the "type" of an object of GeoJSON (RFC 7946) or of a geometry of TopoJSON may be. Private
// to the readers of both.
#pragma once

#include "io/json.h"

typedef enum {
    GEOMETRY_NONE,
    GEOMETRY_OTHER, /* points and lines */
    GEOMETRY_POLYGON,
    GEOMETRY_MULTI_POLYGON,
    GEOMETRY_COLLECTION,
    GEOMETRY_FEATURE, /* no geometries, but what GeoJSON puts them in */
    GEOMETRY_FEATURE_COLLECTION,
} GeometryType;

/* The type that the text just read names; GEOMETRY_NONE: none. */
GeometryType geometry_type_read(const Json *json);
