// What the tests of boundaries share.
#pragma once

#include "geo/atlas.h"

#include <string.h>

static inline Atlas *
read_text(const char *text, const char *key, const char *object, Report *report, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return atlas_new_from_bytes(bytes, "own.json", key, object, report, error);
}

static inline Atlas *
read_good(const char *text)
{
    g_autoptr(GError) error = NULL;
    Atlas *atlas = read_text(text, NULL, NULL, NULL, &error);

    g_assert_no_error(error);
    g_assert_nonnull(atlas);
    g_assert_false(atlas_is_built_in(atlas));
    return atlas;
}

static inline void
assert_refused(const char *text, int code, const char *message, guint line, guint field)
{
    g_autoptr(GError) error = NULL;

    g_test_message("%s", text);
    g_assert_null(read_text(text, NULL, NULL, NULL, &error));
    g_assert_error(error, CARTOUCHE_ERROR, code);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpstr(error_where(error).file, ==, "own.json");
    g_assert_cmpuint(error_where(error).line, ==, line);
    g_assert_cmpuint(error_where(error).field, ==, field);
}

static inline guint
find_area(Atlas *atlas, const char *text)
{
    g_autoptr(GError) error = NULL;
    guint area = ATLAS_NONE;

    atlas_find(atlas, text, WHERE_NONE, &area, &error);
    g_assert_no_error(error);
    return area;
}

static inline void
assert_not_found(Atlas *atlas, const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    guint area = 7;

    g_assert_false(atlas_find(atlas, text, (Where){ "data.csv", 3, 2 }, &area, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpuint(error_where(error).line, ==, 3);
    g_assert_cmpuint(area, ==, 7);
}

static inline void
assert_extent(Extent is, double west, double south, double east, double north)
{
    g_assert_cmpfloat_with_epsilon(is.west, west, 1e-9);
    g_assert_cmpfloat_with_epsilon(is.south, south, 1e-9);
    g_assert_cmpfloat_with_epsilon(is.east, east, 1e-9);
    g_assert_cmpfloat_with_epsilon(is.north, north, 1e-9);
}

static inline GArray *
ring_of(const Atlas *atlas, guint area, guint ring)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(LonLat));

    atlas_ring_points(atlas, area, ring, NULL, points, NULL);
    return points;
}

/* Rings begin and end at one place, and say so. */
static inline void
assert_sound(const Atlas *atlas)
{
    for (guint i = 0; i < atlas_count(atlas); i++) {
        AtlasArea area = atlas_area(atlas, i);

        g_assert_cmpuint(area.n_rings, >, area.main_ring);
        g_assert_cmpfloat(area.area_km2, >, 0);
        for (guint k = 0; k < area.n_rings; k++) {
            g_autoptr(GArray) points = ring_of(atlas, i, k);
            LonLat first = g_array_index(points, LonLat, 0);
            LonLat last = g_array_index(points, LonLat, points->len - 1);

            g_assert_cmpuint(points->len, >=, 4);
            g_assert_cmpfloat_with_epsilon(first.lat, last.lat, 0.01);
            for (guint p = 0; p < points->len; p++) {
                LonLat at = g_array_index(points, LonLat, p);

                g_assert_true(at.lon >= -180 && at.lon < 180 && at.lat >= -90 && at.lat <= 90);
            }
        }
    }
    for (guint i = 0; i < atlas_line_count(atlas); i++)
        g_assert_cmpuint(atlas_line(atlas, i).owners[0], <, atlas_count(atlas));
}
