// Inside of the reader of TopoJSON: the geometries of its objects, and what both halves know.
#pragma once

#include "geo/atlas_own.h"

typedef struct {
    Own *own;
    Json *json;
    const char *wanted; /* the object to read; NULL: all of them */
    GPtrArray *names;   /* char *, of all objects */
    GArray *begins;     /* guint: the first area of each object that was read */
    guint n_geometries;
    guint64 n_others;
    gboolean has_type, has_objects, has_arcs, has_transform;
    LonLat scale, translate;
} TopoReader;

/* Sets an ERROR_INPUT at offset; FALSE. */
gboolean topo_fail(TopoReader *reader, gsize offset, GError **error, const char *text);
/* The value of "objects": rings of references to arcs that may not be read yet. */
gboolean topo_read_objects(TopoReader *reader, GError **error);
