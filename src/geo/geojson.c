/* GeoJSON (RFC 7946), in one pass: members come in any order, so coordinates are read before it is
 * known what they are of, and thrown away when they are of no area. */
#include "geo/atlas_own.h"
#include "geo/geometry_type.h"

/* Where an object stands, and so what it may be. */
typedef enum { ROLE_TOP, ROLE_FEATURE, ROLE_GEOMETRY } Role;

typedef struct {
    Own *own;
    Json *json;
    guint n_features;
    guint64 n_others, n_without;
} Reader;

/* What the members of one object said. */
typedef struct {
    GeometryType type;
    gsize offset;
    guint first_ring, first_ref, first_line, first_point; /* of what it adds */
    gboolean has_coordinates, has_geometries, has_geometry, has_features, is_null;
    guint levels;       /* of brackets around positions; 0: no positions */
    gboolean has_empty; /* a bracket with nothing in it, within others */
} Object;

static gboolean read_object(Reader *reader, Role role, GError **error);

static gboolean
fail(Reader *reader, gsize offset, GError **error, const char *text)
{
    error_set(error, ERROR_INPUT, json_where(reader->json, offset), "%s", text);
    return FALSE;
}

static gboolean
set_type(Reader *reader, Object *object, GError **error)
{
    g_autofree char *quoted = NULL;

    if (object->type != GEOMETRY_NONE)
        return fail(reader, json_offset(reader->json), error, "\"type\" stands twice");
    if (!json_expect(reader->json, JSON_STRING, error))
        return FALSE;
    object->type = geometry_type_read(reader->json);
    if (object->type != GEOMETRY_NONE)
        return TRUE;
    quoted = error_quote(json_text(reader->json, NULL), -1, 40);
    error_set(error, ERROR_INPUT, json_where(reader->json, json_offset(reader->json)),
              "\"%s\" is no type of GeoJSON", quoted);
    return FALSE;
}

/* The first number was read. Further ones (heights) have no meaning on a map. */
static gboolean
read_position(Reader *reader, GError **error)
{
    LonLat at = { json_number(reader->json), 0 };
    gsize offset = json_offset(reader->json);
    JsonToken token = json_next(reader->json, error);

    if (token == JSON_ARRAY_END)
        return fail(reader, offset, error, "a position needs a longitude and a latitude");
    if (token == JSON_NUMBER)
        at.lat = json_number(reader->json);
    while (token == JSON_NUMBER)
        token = json_next(reader->json, error);
    if (token == JSON_ERROR)
        return FALSE;
    if (token != JSON_ARRAY_END)
        return fail(reader, json_offset(reader->json), error,
                    "a position has something in it that is no number");
    if (!own_check_position(reader->json, offset, &at, error))
        return FALSE;
    g_array_append_val(reader->own->points, at);
    return TRUE;
}

static void
add_ring(Reader *reader, gsize offset, guint first_point, gboolean hole)
{
    Own *own = reader->own;
    OwnLine line = { .offset = offset,
                     .first_point = first_point,
                     .n_points = own->points->len - first_point };
    OwnRing ring = { .offset = offset, .first_ref = own->refs->len, .n_refs = 1, .hole = hole };
    gint32 ref = (gint32)own->lines->len;

    g_array_append_val(own->lines, line);
    g_array_append_val(own->refs, ref);
    g_array_append_val(own->rings, ring);
}

/* Brackets within brackets around positions. Where the first position stands says what the brackets
 * mean: the one around positions is a ring, the one around rings a polygon. */
static gboolean
read_coordinates(Reader *reader, Object *object, GError **error)
{
    guint level = 0, first_point = 0;
    gboolean hole = FALSE, was_open = FALSE;
    gsize offset = 0;

    object->has_coordinates = TRUE;
    do {
        JsonToken token = json_next(reader->json, error);

        if (token == JSON_ERROR)
            return FALSE;
        if (token == JSON_NULL && level == 0)
            return TRUE;
        if (token == JSON_ARRAY) {
            level++;
            if (level + 1 == object->levels || object->levels == 0) {
                first_point = reader->own->points->len;
                offset = json_offset(reader->json);
            }
            if (level + 2 == object->levels)
                hole = FALSE;
            was_open = TRUE;
            continue;
        }
        if (token == JSON_NUMBER && was_open && (object->levels == 0 || object->levels == level)) {
            object->levels = level;
            if (!read_position(reader, error))
                return FALSE;
        } else if (token != JSON_ARRAY_END) {
            return fail(reader, json_offset(reader->json), error,
                        "coordinates are positions in brackets, all at one depth");
        } else if (was_open && level > 1) {
            object->has_empty = TRUE;
        } else if (level + 1 == object->levels && level >= 2) {
            add_ring(reader, offset, first_point, hole);
            hole = TRUE;
        }
        was_open = FALSE;
        level--;
    } while (level > 0);
    return TRUE;
}

static gboolean
read_list(Reader *reader, Role role, GError **error)
{
    JsonToken token;

    if (!json_expect(reader->json, JSON_ARRAY, error))
        return FALSE;
    while ((token = json_next(reader->json, error)) == JSON_OBJECT)
        if (!read_object(reader, role, error))
            return FALSE;
    if (token == JSON_ERROR || token == JSON_ARRAY_END)
        return token == JSON_ARRAY_END;
    return fail(reader, json_offset(reader->json), error,
                role == ROLE_FEATURE ? "what stands here is no Feature"
                                     : "what stands here is no geometry");
}

static gboolean
read_geometry(Reader *reader, Object *object, GError **error)
{
    JsonToken token = json_next(reader->json, error);

    object->has_geometry = TRUE;
    if (token == JSON_NULL) {
        object->is_null = TRUE;
        return TRUE;
    }
    if (token == JSON_OBJECT)
        return read_object(reader, ROLE_GEOMETRY, error);
    return token != JSON_ERROR && fail(reader, json_offset(reader->json), error,
                                       "\"geometry\" is neither an object nor null");
}

/* Degrees of WGS 84 under the names that files give it, and of two systems that differ by less than
 * a metre. */
static gboolean
is_wgs84(const char *name)
{
    static const char *const ENDS[] = { "CRS84",  ":4326", "/4326", "WGS84",
                                        "WGS 84", ":4258", "/4258", ":4269" };

    for (guint i = 0; i < G_N_ELEMENTS(ENDS); i++)
        if (g_str_has_suffix(name, ENDS[i]))
            return TRUE;
    return FALSE;
}

/* "crs" is of the GeoJSON of 2008; RFC 7946 knows WGS 84 only. */
static gboolean
read_crs(Reader *reader, GError **error)
{
    gsize offset = json_offset(reader->json);
    JsonToken token = json_next(reader->json, error);
    guint depth = token == JSON_OBJECT;
    g_autofree char *name = NULL, *quoted = NULL;

    if (token == JSON_NULL)
        return TRUE;
    while (depth > 0 && (token = json_next(reader->json, error)) != JSON_ERROR) {
        gboolean is_name = token == JSON_NAME && json_text_is(reader->json, "name");

        depth += token == JSON_OBJECT || token == JSON_ARRAY;
        depth -= token == JSON_OBJECT_END || token == JSON_ARRAY_END;
        if (is_name) {
            if (!json_expect(reader->json, JSON_STRING, error))
                return FALSE;
            g_free(name);
            name = g_strdup(json_text(reader->json, NULL));
        }
    }
    if (token == JSON_ERROR || (name != NULL && is_wgs84(name)))
        return token != JSON_ERROR;
    quoted = error_quote(name, -1, 60);
    error_set(error, ERROR_INPUT, json_where(reader->json, offset),
              "the coordinates are in \"%s\"; convert the file to WGS 84 (EPSG:4326)", quoted);
    return FALSE;
}

/* The name of a member was read. */
static gboolean
read_member(Reader *reader, Role role, Object *object, GError **error)
{
    Json *json = reader->json;

    if (json_text_is(json, "type"))
        return set_type(reader, object, error);
    if (json_text_is(json, "coordinates"))
        return object->has_coordinates
                   ? fail(reader, json_offset(json), error, "\"coordinates\" stands twice")
                   : read_coordinates(reader, object, error);
    if (json_text_is(json, "geometries")) {
        object->has_geometries = TRUE;
        return read_list(reader, ROLE_GEOMETRY, error);
    }
    if (json_text_is(json, "crs"))
        return read_crs(reader, error);
    if (role == ROLE_GEOMETRY)
        return json_skip_value(reader->json, error);
    if (json_text_is(json, "geometry"))
        return object->has_geometry
                   ? fail(reader, json_offset(json), error, "\"geometry\" stands twice")
                   : read_geometry(reader, object, error);
    if (json_text_is(json, "properties"))
        return own_read_properties(reader->own, json, error);
    if (json_text_is(json, "id"))
        return own_read_id(reader->own, json, error);
    if (role == ROLE_TOP && json_text_is(json, "features")) {
        object->has_features = TRUE;
        own_drop_labels(reader->own); /* of the collection: they name none of its areas */
        return read_list(reader, ROLE_FEATURE, error);
    }
    return json_skip_value(reader->json, error);
}

static void
drop_rings(Own *own, const Object *object)
{
    g_array_set_size(own->rings, object->first_ring);
    g_array_set_size(own->refs, object->first_ref);
    g_array_set_size(own->lines, object->first_line);
    g_array_set_size(own->points, object->first_point);
}

/* What is missing from the object, or too much; NULL: nothing. */
static const char *
find_fault(const Object *object, Role role)
{
    switch (object->type) {
    case GEOMETRY_NONE:
        return "this object has no \"type\"";
    case GEOMETRY_FEATURE_COLLECTION:
        if (role != ROLE_TOP)
            return "a FeatureCollection stands within something";
        return object->has_features && !object->has_coordinates && !object->has_geometry
                   ? NULL
                   : "a FeatureCollection has \"features\", and nothing else is drawn";
    case GEOMETRY_FEATURE:
        if (role == ROLE_GEOMETRY)
            return "a Feature stands where a geometry should";
        return object->has_geometry && !object->has_coordinates && !object->has_features
                   ? NULL
                   : "a Feature has one \"geometry\", and nothing else is drawn";
    case GEOMETRY_COLLECTION:
        return object->has_geometries && !object->has_coordinates
                   ? NULL
                   : "a GeometryCollection has \"geometries\", and nothing else is drawn";
    case GEOMETRY_POLYGON:
    case GEOMETRY_MULTI_POLYGON:
        if (!object->has_coordinates)
            return "this geometry has no \"coordinates\"";
        if (object->has_empty)
            return "a ring or polygon has nothing in it";
        return object->levels == 0 || object->levels == (object->type == GEOMETRY_POLYGON ? 3 : 4)
                   ? NULL
                   : "the brackets around the positions are not those of this type";
    case GEOMETRY_OTHER:
        return NULL;
    }
    g_assert_not_reached();
}

static void
finish_feature(Reader *reader, const Object *object)
{
    Own *own = reader->own;

    reader->n_features++;
    if (own->rings->len > object->first_ring) {
        own_add_area(own, reader->n_features, object->offset, object->first_ring);
        return;
    }
    reader->n_without += object->is_null;
    own_drop_labels(own);
}

/* The opening bracket was read. Nested no deeper than the brackets may be. */
static gboolean
read_object(Reader *reader, Role role, GError **error)
{
    Own *own = reader->own;
    Object object = { .offset = json_offset(reader->json),
                      .first_ring = own->rings->len,
                      .first_ref = own->refs->len,
                      .first_line = own->lines->len,
                      .first_point = own->points->len };
    JsonToken token;
    const char *fault;

    while ((token = json_next(reader->json, error)) == JSON_NAME)
        if (!read_member(reader, role, &object, error))
            return FALSE;
    if (token == JSON_ERROR)
        return FALSE;
    fault = find_fault(&object, role);
    if (fault != NULL)
        return fail(reader, object.offset, error, fault);
    if (role == ROLE_FEATURE && object.type != GEOMETRY_FEATURE)
        return fail(reader, object.offset, error, "what stands here is no Feature");
    if (object.type == GEOMETRY_OTHER) {
        drop_rings(own, &object);
        reader->n_others++;
    }
    if (object.type == GEOMETRY_FEATURE ||
        (role == ROLE_TOP && object.type != GEOMETRY_FEATURE_COLLECTION))
        finish_feature(reader, &object);
    if (object.type == GEOMETRY_FEATURE_COLLECTION)
        own_drop_labels(own);
    return TRUE;
}

gboolean
geojson_read(Own *own, Json *json, Report *report, GError **error)
{
    Reader reader = { .own = own, .json = json };
    JsonToken token;
    gsize offset;

    token = json_next(json, error);
    offset = json_offset(json);
    /* What is no JSON says so first. */
    if (token == JSON_ERROR || (token != JSON_OBJECT && !json_skip(json, token, error)))
        return FALSE;
    if (token != JSON_OBJECT)
        return fail(&reader, offset, error, "the file is no object of GeoJSON or TopoJSON");
    if (!read_object(&reader, ROLE_TOP, error) || !json_expect(json, JSON_DONE, error))
        return FALSE;
    own_report_others(own, reader.n_others, report);
    if (reader.n_without > 0)
        report_add(report, SEVERITY_WARNING, (Where){ .file = own->file }, reader.n_without,
                   "%" G_GUINT64_FORMAT " %s without a geometry left out", reader.n_without,
                   reader.n_without == 1 ? "feature" : "features");
    return TRUE;
}
