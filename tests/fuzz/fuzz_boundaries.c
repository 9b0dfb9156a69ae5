// The whole input is a file of boundaries: JSON, and perhaps GeoJSON or TopoJSON.
#include "fuzz.h"
#include "geo/atlas.h"
#include "io/json.h"

#include <math.h>
#include <string.h>

/* Every token lies behind the one before, and an error says where it is. */
static void
check_tokens(const char *text, gsize size)
{
    g_autoptr(Json) json = json_new("fuzz.json", text, size, JSON_DEPTH);
    g_autoptr(GError) error = NULL;
    gsize before = 0;
    JsonToken token;

    while ((token = json_next(json, &error)) != JSON_ERROR && token != JSON_DONE) {
        g_assert_cmpuint(json_offset(json), >=, before);
        before = json_offset(json);
        if (token == JSON_NAME || token == JSON_STRING) {
            gsize length;
            const char *value = json_text(json, &length);

            g_assert_true(g_utf8_validate_len(value, length, NULL) || memchr(value, 0, length));
        }
        if (token == JSON_NUMBER)
            g_assert_true(isfinite(json_number(json)));
    }
    g_assert_true((token == JSON_ERROR) == (error != NULL));
    if (error != NULL)
        g_assert_true(error->code == ERROR_INPUT || error->code == ERROR_LIMIT);
}

static void
check_points(const GArray *points)
{
    g_assert_cmpuint(points->len, >=, 2);
    for (guint i = 0; i < points->len; i++) {
        LonLat at = g_array_index(points, LonLat, i);

        g_assert_true(at.lon >= -180 && at.lon < 180 && at.lat >= -90 && at.lat <= 90);
    }
}

static void
check_area(const Atlas *atlas, guint index)
{
    AtlasArea area = atlas_area(atlas, index);

    g_assert_nonnull(area.name);
    g_assert_cmpuint(area.main_ring, <, area.n_rings);
    g_assert_true(isfinite(area.area_km2));
    g_assert_true(isfinite(area.label.lon) && isfinite(area.label.lat));
    for (guint i = 0; i < area.n_rings; i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
        g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));

        atlas_ring_points(atlas, index, i, NULL, points, keep);
        g_assert_cmpuint(points->len, ==, keep->len);
        check_points(points);
        g_assert_true(isfinite(atlas_ring(atlas, index, i).area_km2));
    }
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    g_autoptr(Report) report = report_new();
    g_autoptr(Atlas) atlas = NULL;
    guint area = 0;

    check_tokens((const char *)data, size);
    atlas = atlas_new_from_bytes(bytes, "fuzz.json", NULL, NULL, report, &error);
    g_assert_true((atlas == NULL) == (error != NULL));
    if (atlas == NULL)
        return 0;
    for (guint i = 0; i < atlas_count(atlas); i++)
        check_area(atlas, i);
    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));

        g_assert_cmpuint(atlas_line(atlas, i).owners[0], <, atlas_count(atlas));
        atlas_line_points(atlas, i, NULL, points);
        check_points(points);
    }
    atlas_next_in(atlas, (Extent){ 170, -20, -170, 20 }, ATLAS_NONE);
    atlas_find(atlas, "Kent", WHERE_NONE, &area, NULL);
    return 0;
}
