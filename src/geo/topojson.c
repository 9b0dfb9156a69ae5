/* TopoJSON 1.0 (https://github.com/topojson/topojson-specification), in one pass: objects refer to
 * arcs that may stand before or behind them, and "transform" may come last. */
#include "geo/topojson.h"

#include <math.h>

/* The opening bracket was read. */
static gboolean
read_arc(TopoReader *reader, GError **error)
{
    Own *own = reader->own;
    OwnLine line = { .offset = json_offset(reader->json), .first_point = own->points->len };
    JsonToken token;

    while ((token = json_next(reader->json, error)) == JSON_ARRAY) {
        LonLat at;

        if (!json_expect(reader->json, JSON_NUMBER, error))
            return FALSE;
        at.lon = json_number(reader->json);
        if (!json_expect(reader->json, JSON_NUMBER, error))
            return FALSE;
        at.lat = json_number(reader->json);
        do
            token = json_next(reader->json, error);
        while (token == JSON_NUMBER);
        if (token != JSON_ARRAY_END)
            break;
        g_array_append_val(own->points, at);
    }
    if (token == JSON_ERROR)
        return FALSE;
    if (token != JSON_ARRAY_END)
        return topo_fail(reader, json_offset(reader->json), error,
                         "an arc is a list of positions of numbers");
    line.n_points = own->points->len - line.first_point;
    if (line.n_points < 2)
        return topo_fail(reader, line.offset, error, "an arc has fewer than two positions");
    g_array_append_val(own->lines, line);
    return TRUE;
}

static gboolean
read_arcs(TopoReader *reader, GError **error)
{
    JsonToken token;

    if (!json_expect(reader->json, JSON_ARRAY, error))
        return FALSE;
    while ((token = json_next(reader->json, error)) == JSON_ARRAY)
        if (!read_arc(reader, error))
            return FALSE;
    if (token == JSON_ERROR || token == JSON_ARRAY_END)
        return token == JSON_ARRAY_END;
    return topo_fail(reader, json_offset(reader->json), error, "what stands here is no arc");
}

static gboolean
read_pair(TopoReader *reader, LonLat *pair, GError **error)
{
    if (!json_expect(reader->json, JSON_ARRAY, error) ||
        !json_expect(reader->json, JSON_NUMBER, error))
        return FALSE;
    pair->lon = json_number(reader->json);
    if (!json_expect(reader->json, JSON_NUMBER, error))
        return FALSE;
    pair->lat = json_number(reader->json);
    return json_expect(reader->json, JSON_ARRAY_END, error);
}

static gboolean
read_transform(TopoReader *reader, GError **error)
{
    gboolean has_scale = FALSE, has_translate = FALSE;
    gsize offset = json_offset(reader->json);
    JsonToken token;

    if (!json_expect(reader->json, JSON_OBJECT, error))
        return FALSE;
    while ((token = json_next(reader->json, error)) == JSON_NAME) {
        gboolean done;

        if (json_text_is(reader->json, "scale"))
            has_scale = done = read_pair(reader, &reader->scale, error);
        else if (json_text_is(reader->json, "translate"))
            has_translate = done = read_pair(reader, &reader->translate, error);
        else
            done = json_skip_value(reader->json, error);
        if (!done)
            return FALSE;
    }
    if (token == JSON_ERROR || (has_scale && has_translate))
        return token != JSON_ERROR;
    return topo_fail(reader, offset, error, "\"transform\" needs \"scale\" and \"translate\"");
}

/* From steps on a grid to degrees, when there is a transform. */
static gboolean
place_arcs(TopoReader *reader, GError **error)
{
    Own *own = reader->own;

    for (guint i = 0; i < own->lines->len; i++) {
        const OwnLine *line = own_line_at(own, i);
        LonLat sum = { 0, 0 };

        for (guint k = 0; k < line->n_points; k++) {
            LonLat *at = &g_array_index(own->points, LonLat, line->first_point + k);

            if (reader->has_transform) {
                sum.lon += at->lon;
                sum.lat += at->lat;
                at->lon = sum.lon * reader->scale.lon + reader->translate.lon;
                at->lat = sum.lat * reader->scale.lat + reader->translate.lat;
            }
            if (!own_check_position(reader->json, line->offset, at, error))
                return FALSE;
        }
    }
    own->step = MAX(fabs(reader->scale.lon), fabs(reader->scale.lat));
    own->cell = fabs(reader->scale.lon * reader->scale.lat);
    own->shares_lines = TRUE;
    own->drops_specks = reader->has_transform;
    return TRUE;
}

static gboolean
read_member(TopoReader *reader, GError **error)
{
    Json *json = reader->json;

    if (json_text_is(json, "type")) {
        reader->has_type = json_expect(json, JSON_STRING, error);
        return reader->has_type;
    }
    if (json_text_is(json, "objects") && !reader->has_objects)
        return reader->has_objects = topo_read_objects(reader, error);
    if (json_text_is(json, "arcs") && !reader->has_arcs)
        return reader->has_arcs = read_arcs(reader, error);
    if (json_text_is(json, "transform") && !reader->has_transform)
        return reader->has_transform = read_transform(reader, error);
    if (json_text_is(json, "objects") || json_text_is(json, "arcs") ||
        json_text_is(json, "transform"))
        return topo_fail(reader, json_offset(json), error, "a member of the topology stands twice");
    return json_skip_value(reader->json, error);
}

static gboolean
check_refs(TopoReader *reader, GError **error)
{
    Own *own = reader->own;

    for (guint i = 0; i < own->rings->len; i++) {
        const OwnRing *ring = own_ring_at(own, i);

        for (guint k = 0; k < ring->n_refs; k++) {
            gint32 ref = own_ref_at(own, ring->first_ref + k);

            if ((guint)(ref < 0 ? ~ref : ref) < own->lines->len)
                continue;
            error_set(error, ERROR_INPUT, json_where(reader->json, ring->offset),
                      "arc %d is asked for, and there are %u", ref, own->lines->len);
            return FALSE;
        }
    }
    return TRUE;
}

static guint
end_of_object(const TopoReader *reader, guint object)
{
    return object + 1 < reader->begins->len ? g_array_index(reader->begins, guint, object + 1)
                                            : reader->own->areas->len;
}

/* Keeps the areas of one object, the one with most of them (the first of these). */
static void
choose_object(TopoReader *reader, Report *report)
{
    g_autofree gboolean *is_kept = g_new0(gboolean, reader->own->areas->len + 1);
    guint best = 0, most = 0;

    for (guint i = 0; i < reader->begins->len; i++) {
        guint n = end_of_object(reader, i) - g_array_index(reader->begins, guint, i);

        if (n > most) {
            most = n;
            best = i;
        }
    }
    if (reader->begins->len < 2 || most == 0)
        return;
    for (guint i = g_array_index(reader->begins, guint, best); i < end_of_object(reader, best); i++)
        is_kept[i] = TRUE;
    own_keep_areas(reader->own, is_kept);
    {
        g_autofree char *quoted = error_quote(reader->names->pdata[best], -1, 60);

        report_add(report, SEVERITY_NOTE, (Where){ .file = reader->own->file }, 1,
                   "the areas are those of the object \"%s\", which has most of %u objects", quoted,
                   reader->begins->len);
    }
}

static gboolean
check_wanted(TopoReader *reader, GError **error)
{
    g_autofree char *near = NULL, *quoted = error_quote(reader->wanted, -1, 60);

    if (reader->wanted == NULL || reader->begins->len > 0)
        return TRUE;
    g_ptr_array_add(reader->names, NULL);
    near = error_suggest(reader->wanted, (const char *const *)reader->names->pdata);
    error_set(error, ERROR_INPUT, (Where){ .file = reader->own->file },
              "the topology has no object \"%s\"%s", quoted, near);
    return FALSE;
}

static gboolean
read_topology(TopoReader *reader, Report *report, GError **error)
{
    JsonToken token;

    if (!json_expect(reader->json, JSON_OBJECT, error))
        return FALSE;
    while ((token = json_next(reader->json, error)) == JSON_NAME)
        if (!read_member(reader, error))
            return FALSE;
    if (token == JSON_ERROR || !json_expect(reader->json, JSON_DONE, error))
        return FALSE;
    if (!reader->has_objects || !reader->has_arcs)
        return topo_fail(reader, 0, error, "a topology needs \"objects\" and \"arcs\"");
    if (!check_wanted(reader, error) || !check_refs(reader, error) || !place_arcs(reader, error))
        return FALSE;
    choose_object(reader, report);
    own_report_others(reader->own, reader->n_others, report);
    return TRUE;
}

gboolean
topojson_read(Own *own, Json *json, const char *object, Report *report, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) begins = g_array_new(FALSE, FALSE, sizeof(guint));
    TopoReader reader = {
        .own = own, .json = json, .wanted = object, .names = names, .begins = begins
    };

    return read_topology(&reader, report, error);
}
