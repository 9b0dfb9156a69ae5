#include "geo/atlas.h"

#include "geo/country.h"

struct Atlas {
    CountryNames *names; /* NULL until the first look-up */
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

void
atlas_free(Atlas *atlas)
{
    if (atlas == NULL)
        return;
    country_names_free(atlas->names);
    g_free(atlas);
}

static guint
index_of(const Boundary *boundary)
{
    return boundary == NULL ? ATLAS_NONE : boundary_index(boundary);
}

guint
atlas_count(const Atlas *atlas)
{
    (void)atlas;
    return boundaries_count();
}

AtlasArea
atlas_area(const Atlas *atlas, guint area)
{
    const Boundary *boundary = boundaries_at(area);

    (void)atlas;
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
    (void)atlas;
    return index_of(boundaries_find(country));
}

guint
atlas_next_in(const Atlas *atlas, Extent extent, guint previous)
{
    (void)atlas;
    return index_of(
        boundaries_next_in(extent, previous == ATLAS_NONE ? NULL : boundaries_at(previous)));
}

Ring
atlas_ring(const Atlas *atlas, guint area, guint ring)
{
    (void)atlas;
    return boundary_ring(boundaries_at(area), ring);
}

void
atlas_ring_points(const Atlas *atlas, guint area, guint ring, GArray *points, GArray *keep)
{
    (void)atlas;
    boundary_ring_points(boundaries_at(area), ring, points, keep);
}

guint
atlas_line_count(const Atlas *atlas)
{
    (void)atlas;
    return boundaries_line_count();
}

AtlasLine
atlas_line(const Atlas *atlas, guint line)
{
    BoundaryLine boundary = boundaries_line(line);

    (void)atlas;
    return (AtlasLine){ { index_of(boundary.owners[0]), index_of(boundary.owners[1]) },
                        boundaries_line_extent(line) };
}

void
atlas_line_points(const Atlas *atlas, guint line, GArray *points)
{
    (void)atlas;
    boundaries_line_points(line, points);
}
