/* The geometries of a topology: brackets around references to arcs, in members of any order. */
#include "geo/topojson.h"

#include "geo/geometry_type.h"

#include <math.h>

gboolean
topo_fail(TopoReader *reader, gsize offset, GError **error, const char *text)
{
    error_set(error, ERROR_INPUT, json_where(reader->json, offset), "%s", text);
    return FALSE;
}

typedef struct {
    GeometryType type;
    gsize offset;
    guint first_ring, first_ref;
    gboolean has_arcs, has_geometries;
    guint levels; /* of brackets around references; 0: none was read */
    gboolean has_empty;
} Geometry;

static gboolean
set_type(TopoReader *reader, Geometry *geometry, GError **error)
{
    JsonToken token = json_next(reader->json, error);

    if (geometry->type != GEOMETRY_NONE && token != JSON_ERROR)
        return topo_fail(reader, json_offset(reader->json), error, "\"type\" stands twice");
    if (token == JSON_NULL) { /* a geometry that is none, as the specification writes it */
        geometry->type = GEOMETRY_OTHER;
        return TRUE;
    }
    if (token == JSON_ERROR)
        return FALSE;
    if (token == JSON_STRING)
        geometry->type = geometry_type_read(reader->json);
    if (geometry->type != GEOMETRY_NONE && geometry->type < GEOMETRY_FEATURE)
        return TRUE;
    return topo_fail(reader, json_offset(reader->json), error,
                     "this is no type of TopoJSON geometry");
}

static gboolean
add_ref(TopoReader *reader, GError **error)
{
    double value = json_number(reader->json);
    gint32 ref;

    if (value != floor(value) || fabs(value) > 1e9)
        return topo_fail(reader, json_offset(reader->json), error,
                         "a reference to an arc is a whole number");
    ref = (gint32)value;
    g_array_append_val(reader->own->refs, ref);
    return TRUE;
}

static void
add_ring(TopoReader *reader, gsize offset, guint first_ref, gboolean hole)
{
    OwnRing ring = { .offset = offset,
                     .first_ref = first_ref,
                     .n_refs = reader->own->refs->len - first_ref,
                     .hole = hole };

    g_array_append_val(reader->own->rings, ring);
}

/* The bracket around references is a ring, the one around rings a polygon. */
static gboolean
read_refs(TopoReader *reader, Geometry *geometry, GError **error)
{
    guint level = 0, first_ref = 0;
    gboolean hole = FALSE, was_open = FALSE;
    gsize offset = 0;

    geometry->has_arcs = TRUE;
    do {
        JsonToken token = json_next(reader->json, error);

        if (token == JSON_ERROR)
            return FALSE;
        if (token == JSON_ARRAY) {
            level++;
            first_ref = reader->own->refs->len;
            offset = json_offset(reader->json);
            if (level + 1 == geometry->levels)
                hole = FALSE;
            was_open = TRUE;
            continue;
        }
        if (token == JSON_NUMBER && level > 0 && geometry->levels == 0)
            geometry->levels = level;
        if (token == JSON_NUMBER && level == geometry->levels && level > 0) {
            if (!add_ref(reader, error))
                return FALSE;
        } else if (token != JSON_ARRAY_END) {
            return topo_fail(reader, json_offset(reader->json), error,
                             "\"arcs\" are references in brackets, all at one depth");
        } else {
            if (level == geometry->levels && level >= 2) {
                add_ring(reader, offset, first_ref, hole);
                hole = TRUE;
            }
            geometry->has_empty = geometry->has_empty || (was_open && level > 1);
            level--;
        }
        was_open = FALSE;
    } while (level > 0);
    return TRUE;
}

static gboolean read_geometry(TopoReader *reader, gboolean is_area, GError **error);

static gboolean
read_geometries(TopoReader *reader, gboolean are_areas, GError **error)
{
    JsonToken token;

    if (!json_expect(reader->json, JSON_ARRAY, error))
        return FALSE;
    while ((token = json_next(reader->json, error)) == JSON_OBJECT)
        if (!read_geometry(reader, are_areas, error))
            return FALSE;
    if (token == JSON_ERROR || token == JSON_ARRAY_END)
        return token == JSON_ARRAY_END;
    return topo_fail(reader, json_offset(reader->json), error, "what stands here is no geometry");
}

static const char *
find_fault(const Geometry *geometry)
{
    switch (geometry->type) {
    case GEOMETRY_NONE:
    case GEOMETRY_FEATURE:
    case GEOMETRY_FEATURE_COLLECTION:
        return "this geometry has no \"type\"";
    case GEOMETRY_COLLECTION:
        return geometry->has_geometries && !geometry->has_arcs
                   ? NULL
                   : "a GeometryCollection has \"geometries\" and no \"arcs\"";
    case GEOMETRY_POLYGON:
    case GEOMETRY_MULTI_POLYGON:
        if (!geometry->has_arcs || geometry->has_geometries)
            return "this geometry needs \"arcs\", and nothing else";
        if (geometry->has_empty)
            return "a ring or polygon has nothing in it";
        return geometry->levels == 0 ||
                       geometry->levels == (geometry->type == GEOMETRY_POLYGON ? 2 : 3)
                   ? NULL
                   : "the brackets around the references are not those of this type";
    case GEOMETRY_OTHER:
        return NULL;
    }
    g_assert_not_reached();
}

/* The members of a geometry. areas: what stands in "geometries" are areas by themselves. */
static gboolean
read_members(TopoReader *reader, Geometry *geometry, gboolean is_area, gboolean areas,
             GError **error)
{
    Json *json = reader->json;
    JsonToken token;

    while ((token = json_next(json, error)) == JSON_NAME) {
        gboolean done;

        if (json_text_is(json, "type"))
            done = set_type(reader, geometry, error);
        else if (json_text_is(json, "arcs") && geometry->has_arcs)
            done = topo_fail(reader, json_offset(json), error, "\"arcs\" stands twice");
        else if (json_text_is(json, "arcs"))
            done = read_refs(reader, geometry, error);
        else if (json_text_is(json, "geometries"))
            geometry->has_geometries = done = read_geometries(reader, areas, error);
        else if (is_area && json_text_is(json, "id"))
            done = own_read_id(reader->own, json, error);
        else if (is_area && json_text_is(json, "properties"))
            done = own_read_properties(reader->own, json, error);
        else
            done = json_skip_value(reader->json, error);
        if (!done)
            return FALSE;
    }
    return token == JSON_OBJECT_END;
}

static Geometry
geometry_begin(const TopoReader *reader)
{
    return (Geometry){ .offset = json_offset(reader->json),
                       .first_ring = reader->own->rings->len,
                       .first_ref = reader->own->refs->len };
}

static gboolean
geometry_end(TopoReader *reader, const Geometry *geometry, gboolean is_area, GError **error)
{
    const char *fault = find_fault(geometry);

    if (fault != NULL)
        return topo_fail(reader, geometry->offset, error, fault);
    if (geometry->type == GEOMETRY_OTHER) {
        reader->n_others++;
        g_array_set_size(reader->own->rings, geometry->first_ring);
        g_array_set_size(reader->own->refs, geometry->first_ref);
    }
    if (!is_area)
        return TRUE;
    reader->n_geometries++;
    if (reader->own->rings->len > geometry->first_ring)
        own_add_area(reader->own, reader->n_geometries, geometry->offset, geometry->first_ring);
    else
        own_drop_labels(reader->own);
    return TRUE;
}

/* The opening bracket was read. Nested no deeper than the brackets may be. */
static gboolean
read_geometry(TopoReader *reader, gboolean is_area, GError **error)
{
    Geometry geometry = geometry_begin(reader);

    return read_members(reader, &geometry, is_area, FALSE, error) &&
           geometry_end(reader, &geometry, is_area, error);
}

/* An object is a collection of areas, or one. */
static gboolean
read_named_object(TopoReader *reader, GError **error)
{
    Geometry geometry = geometry_begin(reader);
    guint begin = reader->own->areas->len;

    g_array_append_val(reader->begins, begin);
    reader->n_geometries = 0;
    if (!read_members(reader, &geometry, FALSE, TRUE, error))
        return FALSE;
    return geometry_end(reader, &geometry, geometry.type != GEOMETRY_COLLECTION, error);
}

gboolean
topo_read_objects(TopoReader *reader, GError **error)
{
    JsonToken token;

    if (!json_expect(reader->json, JSON_OBJECT, error))
        return FALSE;
    while ((token = json_next(reader->json, error)) == JSON_NAME) {
        const char *name = json_text(reader->json, NULL);
        gboolean is_wanted = reader->wanted == NULL || g_strcmp0(reader->wanted, name) == 0;

        g_ptr_array_add(reader->names, g_strdup(name));
        if (!is_wanted) {
            if (!json_skip_value(reader->json, error))
                return FALSE;
        } else if (!json_expect(reader->json, JSON_OBJECT, error) ||
                   !read_named_object(reader, error)) {
            return FALSE;
        }
    }
    return token == JSON_OBJECT_END;
}
