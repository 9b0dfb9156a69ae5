#include "geo/atlas.h"

#include "geo/atlas_own.h"
#include "geo/country.h"

struct Atlas {
    CountryNames *names; /* NULL until the first look-up */
    Own *own;            /* NULL: the built-in countries */
};

/* Countries that the boundaries draw with another one, or not at all (whole 0). */
static const struct {
    guint16 country, whole;
} SHAPELESS[] = {
    { 74, 578 },  { 162, 36 },  { 166, 36 },  { 175, 250 }, { 254, 250 }, { 292, 0 },
    { 312, 250 }, { 474, 250 }, { 535, 528 }, { 638, 250 }, { 744, 578 }, { 772, 0 },
};

Atlas *
atlas_new_countries(void)
{
    return g_new0(Atlas, 1);
}

/* What is no JSON is left to the reader of GeoJSON to complain about. */
static gboolean
is_topology(const char *text, gsize length)
{
    g_autoptr(Json) json = json_new("", text, length, JSON_DEPTH);

    if (json_next(json, NULL) != JSON_OBJECT)
        return FALSE;
    while (json_next(json, NULL) == JSON_NAME) {
        gboolean is_type = json_text_is(json, "type");
        JsonToken token = json_next(json, NULL);

        if (is_type && token == JSON_STRING)
            return json_text_is(json, "Topology");
        if (token == JSON_ERROR || !json_skip(json, token, NULL))
            return FALSE;
    }
    return FALSE;
}

Atlas *
atlas_new_from_bytes(GBytes *bytes, const char *file, const char *key, const char *object,
                     Report *report, GError **error)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    g_autoptr(Json) json = json_new(file, text, length, JSON_DEPTH);
    g_autoptr(Own) own = own_new(file);
    gboolean is_topo = is_topology(text, length);
    Atlas *atlas;

    own->key = key == NULL ? NULL : g_string_chunk_insert(own->strings, key);
    if (!is_topo && object != NULL) {
        g_autofree char *quoted = error_quote(object, -1, 60);

        error_set(error, ERROR_INPUT, (Where){ .file = file },
                  "the file is no topology and has no object \"%s\"", quoted);
        return NULL;
    }
    if (!(is_topo ? topojson_read(own, json, object, report, error)
                  : geojson_read(own, json, report, error)) ||
        !own_finish(own, json, report, error))
        return NULL;
    atlas = g_new0(Atlas, 1);
    atlas->own = g_steal_pointer(&own);
    return atlas;
}

Atlas *
atlas_share(const Atlas *atlas)
{
    Atlas *other = g_new0(Atlas, 1);

    other->own = atlas->own != NULL ? own_ref(atlas->own) : NULL;
    return other;
}

gboolean
atlas_is_built_in(const Atlas *atlas)
{
    return atlas->own == NULL;
}

gboolean
atlas_is_of_countries(const Atlas *atlas)
{
    for (guint i = 0; atlas->own != NULL && i < atlas->own->areas->len; i++)
        if (own_area_at(atlas->own, i)->country != 0)
            return TRUE;
    return atlas->own == NULL;
}

void
atlas_free(Atlas *atlas)
{
    if (atlas == NULL)
        return;
    own_free(atlas->own);
    country_names_free(atlas->names);
    g_free(atlas);
}

static guint
index_of(const Boundary *boundary)
{
    return boundary == NULL ? ATLAS_NONE : boundary_index(boundary);
}

/* ---- the boundaries of a user, as the atlas has them */

/* The place of the label is looked for when an area is first asked for. */
static AtlasArea
own_area(Own *own, guint index)
{
    OwnArea *area;

    g_assert(index < own->areas->len);
    area = own_area_at(own, index);
    g_mutex_lock(&own->label_lock);
    if (!area->has_label)
        area->label = own_label_point(own, area);
    area->has_label = TRUE;
    g_mutex_unlock(&own->label_lock);
    return (AtlasArea){ .name = area->name,
                        .country = area->country,
                        .extent = area->extent,
                        .area_km2 = area->area_km2,
                        .label = area->label,
                        .n_rings = area->n_rings,
                        .main_ring = area->main_ring };
}

static guint
own_find_country(const Own *own, guint country)
{
    for (guint i = 0; i < own->areas->len && country != 0; i++)
        if (own_area_at(own, i)->country == country)
            return i;
    return ATLAS_NONE;
}

static gboolean
own_meets(const Own *own, const OwnArea *area, Extent extent)
{
    if (!extent_meets(area->extent, extent))
        return FALSE;
    for (guint i = 0; i < area->n_rings; i++)
        if (extent_meets(own_ring_at(own, area->first_ring + i)->extent, extent))
            return TRUE;
    return FALSE;
}

static guint
own_next_in(const Own *own, Extent extent, guint previous)
{
    for (guint i = previous == ATLAS_NONE ? 0 : previous + 1; i < own->areas->len; i++)
        if (own_meets(own, own_area_at(own, i), extent))
            return i;
    return ATLAS_NONE;
}

static Ring
own_ring(const Own *own, guint area, guint ring)
{
    const OwnRing *data;

    g_assert(area < own->areas->len && ring < own_area_at(own, area)->n_rings);
    data = own_ring_at(own, own_area_at(own, area)->first_ring + ring);
    return (Ring){ data->extent, data->area_km2, data->hole };
}

static const OwnLine *
own_shown_line(const Own *own, guint line)
{
    g_assert(line < own->shown->len);
    return own_line_at(own, g_array_index(own->shown, guint, line));
}

/* ---- both */

guint
atlas_count(const Atlas *atlas)
{
    return atlas->own != NULL ? atlas->own->areas->len : boundaries_count();
}

AtlasArea
atlas_area(const Atlas *atlas, guint area)
{
    const Boundary *boundary;

    if (atlas->own != NULL)
        return own_area(atlas->own, area);
    boundary = boundaries_at(area);
    return (AtlasArea){ .name = boundary_name(boundary),
                        .country = boundary_id(boundary),
                        .extent = boundary_extent(boundary),
                        .area_km2 = boundary_area_km2(boundary),
                        .label = boundary_label(boundary),
                        .n_rings = boundary_ring_count(boundary),
                        .main_ring = boundary_main_ring(boundary) };
}

static void
refuse_shapeless(const Country *country, Where where, GError **error)
{
    guint whole = 0;

    for (guint i = 0; i < G_N_ELEMENTS(SHAPELESS); i++)
        if (SHAPELESS[i].country == country->id)
            whole = SHAPELESS[i].whole;
    if (whole != 0)
        error_set(error, ERROR_INPUT, where,
                  "%s has no shape of its own in the built-in boundaries, which draw it as a part "
                  "of %s",
                  country->name, countries_find(whole)->name);
    else
        error_set(error, ERROR_INPUT, where,
                  "%s is too small for the built-in boundaries and has no shape there",
                  country->name);
}

gboolean
atlas_find(Atlas *atlas, const char *text, Where where, guint *ret_area, GError **error)
{
    const Country *country;
    guint area;

    if (atlas->names == NULL)
        atlas->names = country_names_new();
    if (atlas->own != NULL) {
        country = country_names_find(atlas->names, text, where, NULL);
        return own_find(atlas->own, text, country == NULL ? 0 : country->id, where, ret_area,
                        error);
    }
    country = country_names_find(atlas->names, text, where, error);
    if (country == NULL)
        return FALSE;
    area = atlas_find_country(atlas, country->id);
    if (area == ATLAS_NONE) {
        refuse_shapeless(country, where, error);
        return FALSE;
    }
    *ret_area = area;
    return TRUE;
}

guint
atlas_find_country(const Atlas *atlas, guint country)
{
    if (atlas->own != NULL)
        return own_find_country(atlas->own, country);
    return index_of(boundaries_find(country));
}

guint
atlas_next_in(const Atlas *atlas, Extent extent, guint previous)
{
    if (atlas->own != NULL)
        return own_next_in(atlas->own, extent, previous);
    return index_of(
        boundaries_next_in(extent, previous == ATLAS_NONE ? NULL : boundaries_at(previous)));
}

Ring
atlas_ring(const Atlas *atlas, guint area, guint ring)
{
    if (atlas->own != NULL)
        return own_ring(atlas->own, area, ring);
    return boundary_ring(boundaries_at(area), ring);
}

void
atlas_ring_points(const Atlas *atlas, guint area, guint ring, const BoundaryDetail *detail,
                  GArray *points, GArray *keep)
{
    if (atlas->own == NULL) {
        boundary_ring_points(boundaries_at(area), ring, detail, points, keep);
        return;
    }
    own_ring(atlas->own, area, ring); /* checks the indices */
    own_ring_points(atlas->own,
                    own_ring_at(atlas->own, own_area_at(atlas->own, area)->first_ring + ring),
                    points, keep);
}

guint
atlas_line_count(const Atlas *atlas)
{
    return atlas->own != NULL ? atlas->own->shown->len : boundaries_line_count();
}

void
atlas_line_owners(const Atlas *atlas, guint line, guint ret_owners[2])
{
    const OwnLine *own;
    BoundaryLine boundary;

    if (atlas->own == NULL) {
        boundary = boundaries_line(line);
        ret_owners[0] = index_of(boundary.owners[0]);
        ret_owners[1] = index_of(boundary.owners[1]);
        return;
    }
    own = own_shown_line(atlas->own, line);
    ret_owners[0] = own->owners[0];
    ret_owners[1] = own->owners[1];
}

AtlasLine
atlas_line(const Atlas *atlas, guint line)
{
    BoundaryLine boundary;

    if (atlas->own != NULL) {
        const OwnLine *own = own_shown_line(atlas->own, line);

        return (AtlasLine){ { own->owners[0], own->owners[1] }, own->extent };
    }
    boundary = boundaries_line(line);
    return (AtlasLine){ { index_of(boundary.owners[0]), index_of(boundary.owners[1]) },
                        boundaries_line_extent(line) };
}

void
atlas_line_points(const Atlas *atlas, guint line, const BoundaryDetail *detail, GArray *points)
{
    const OwnLine *own;

    if (atlas->own == NULL) {
        boundaries_line_points(line, detail, points);
        return;
    }
    own = own_shown_line(atlas->own, line);
    g_array_append_vals(points, &g_array_index(atlas->own->points, LonLat, own->first_point),
                        own->n_points);
}
