#include "geo/boundaries.h"

#include "geo/country.h"

enum { DPRK = 408, ROK = 410, RUSSIA = 643, FIJI = 242, SINGAPORE = 702, BRUNEI = 96 };

static GArray *
ring_points(const Boundary *area, guint ring)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(LonLat));

    boundary_ring_points(area, ring, NULL, points, NULL);
    return points;
}

static double
step(double from, double to)
{
    return remainder(to - from, 360);
}

/* Crossings of the meridian through at, north of it; longitudes told from at, so no seam is near.
 */
static gboolean
ring_holds(const GArray *points, LonLat at)
{
    gboolean inside = FALSE;

    for (guint i = 1; i < points->len; i++) {
        LonLat a = g_array_index(points, LonLat, i - 1), b = g_array_index(points, LonLat, i);
        double x0 = step(at.lon, a.lon), x1 = x0 + step(a.lon, b.lon);

        if ((x0 > 0) == (x1 > 0))
            continue;
        if (a.lat + (b.lat - a.lat) * x0 / (x0 - x1) > at.lat)
            inside = !inside;
    }
    return inside;
}

static gboolean
area_holds(const Boundary *area, LonLat at)
{
    gboolean inside = FALSE;

    for (guint i = 0; i < boundary_ring_count(area); i++) {
        g_autoptr(GArray) points = ring_points(area, i);

        inside ^= ring_holds(points, at);
    }
    return inside;
}

static void
assert_rings_sound(const Boundary *area)
{
    for (guint i = 0; i < boundary_ring_count(area); i++) {
        g_autoptr(GArray) points = ring_points(area, i);
        const LonLat *at = &g_array_index(points, LonLat, 0);
        Ring ring = boundary_ring(area, i);
        LonLat end = at[points->len - 1];

        g_assert_cmpuint(points->len, >=, 4);
        g_assert_true(at->lon == end.lon && at->lat == end.lat);
        g_assert_cmpfloat(ring.area_km2, >, 0);
        for (guint k = 0; k < points->len; k++) {
            Extent here = { at[k].lon, at[k].lat, at[k].lon, at[k].lat };

            g_assert_true(at[k].lon >= -180 && at[k].lon < 180 && fabs(at[k].lat) <= 90);
            g_assert_true(extent_meets(ring.extent, here));
            g_assert_true(extent_meets(boundary_extent(area), here));
            if (k > 0) {
                g_assert_true(at[k].lon != at[k - 1].lon || at[k].lat != at[k - 1].lat);
                g_assert_cmpfloat(fabs(step(at[k - 1].lon, at[k].lon)), <, 35);
            }
        }
    }
}

static void
test_rings_are_closed_and_within_their_extents(void)
{
    g_assert_cmpuint(boundaries_count(), >=, 240);
    for (guint i = 0; i < boundaries_count(); i++)
        assert_rings_sound(boundaries_at(i));
    assert_rings_sound(boundaries_land());
}

static void
test_areas_are_found_by_id(void)
{
    for (guint i = 0; i < boundaries_count(); i++) {
        const Boundary *area = boundaries_at(i);

        g_assert_true(boundaries_find(boundary_id(area)) == area);
        if (i > 0)
            g_assert_cmpuint(boundary_id(area), >, boundary_id(boundaries_at(i - 1)));
    }
    g_assert_null(boundaries_find(0));
    g_assert_null(boundaries_find(999));
    g_assert_cmpstr(boundary_name(boundaries_find(DPRK)), ==, "North Korea");
}

static void
assert_area(guint id, double km2, double share)
{
    double is = boundary_area_km2(boundaries_find(id));

    g_assert_cmpfloat(fabs(is - km2), <, share * km2);
}

static void
test_areas_are_those_of_the_world(void)
{
    double sum = 0, land = boundary_area_km2(boundaries_land());

    assert_area(DPRK, 120540, 0.03);
    assert_area(ROK, 100210, 0.05);
    assert_area(SINGAPORE, 600, 0.2);
    assert_area(RUSSIA, 17.0e6, 0.02);
    assert_area(840, 9.5e6, 0.03);
    assert_area(10, 12.3e6, 0.03); /* Antarctica without its shelves */
    assert_area(426, 30355, 0.03);
    assert_area(710, 1.221e6, 0.02); /* South Africa without Lesotho */
    for (guint i = 0; i < boundaries_count(); i++)
        sum += boundary_area_km2(boundaries_at(i));
    g_assert_cmpfloat(fabs(sum - land), <, 0.001 * land);
}

static gboolean
land_has_point(LonLat at)
{
    return area_holds(boundaries_land(), at);
}

static void
test_land_is_told_from_sea(void)
{
    g_assert_true(land_has_point((LonLat){ 126, 39 }));
    g_assert_true(land_has_point((LonLat){ 28.2, -29.5 })); /* Lesotho is land, no hole of it */
    g_assert_false(land_has_point((LonLat){ 50.5, 40 }));   /* the Caspian Sea */
    g_assert_false(land_has_point((LonLat){ 160, 20 }));
    g_assert_true(area_holds(boundaries_find(710), (LonLat){ 25, -30 }));
    g_assert_false(area_holds(boundaries_find(710), (LonLat){ 28.2, -29.5 }));
}

static void
test_label_points_lie_in_the_largest_polygon(void)
{
    for (guint i = 0; i < boundaries_count(); i++) {
        const Boundary *area = boundaries_at(i);
        g_autoptr(GArray) points = ring_points(area, boundary_main_ring(area));

        if (boundary_id(area) == 10)
            continue; /* round the pole: every meridian crosses it once */
        g_assert_true(ring_holds(points, boundary_label(area)));
        g_assert_true(area_holds(area, boundary_label(area)));
        for (guint ring = 0; ring < boundary_ring_count(area); ring++)
            g_assert_cmpfloat(boundary_ring(area, ring).area_km2, <=,
                              boundary_ring(area, boundary_main_ring(area)).area_km2);
    }
    g_assert_cmpfloat(boundary_label(boundaries_find(10)).lat, <, -80);
}

static void
test_neighbours_share_lines(void)
{
    guint shared = 0;

    for (guint i = 0; i < boundaries_line_count(); i++) {
        BoundaryLine line = boundaries_line(i);
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));

        if (!line.owners[1] || boundary_id(line.owners[0]) + boundary_id(line.owners[1]) != 818 ||
            MIN(boundary_id(line.owners[0]), boundary_id(line.owners[1])) != DPRK)
            continue;
        boundaries_line_points(i, NULL, points);
        g_assert_cmpuint(points->len, ==, 23);
        shared++;
    }
    g_assert_cmpuint(shared, ==, 1);
}

static void
test_ends_of_lines_are_kept(void)
{
    const Boundary *area = boundaries_find(DPRK);
    guint ring = boundary_main_ring(area), kept = 0, n;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));

    boundary_ring_points(area, ring, NULL, points, keep);
    g_assert_cmpuint(keep->len, ==, points->len);
    for (guint i = 0; i < keep->len; i++)
        kept += g_array_index(keep, gboolean, i);
    boundary_ring_lines(area, ring, &n);
    g_assert_cmpuint(n, >=, 4); /* China, Russia, a coast, the ROK, a coast */
    g_assert_cmpuint(kept, ==, n + 1);
}

static double
degrees_off(LonLat p, LonLat a, LonLat b)
{
    const LonLat places[] = { p, a, b };
    double v[3][3], along[3], from[3], length2 = 0, t = 0, off = 0;

    for (guint i = 0; i < 3; i++) {
        double lambda = places[i].lon * G_PI / 180, phi = places[i].lat * G_PI / 180;

        v[i][0] = cos(phi) * cos(lambda);
        v[i][1] = cos(phi) * sin(lambda);
        v[i][2] = sin(phi);
    }
    for (guint i = 0; i < 3; i++) {
        along[i] = v[2][i] - v[1][i];
        from[i] = v[0][i] - v[1][i];
        length2 += along[i] * along[i];
        t += along[i] * from[i];
    }
    t = length2 > 0 ? CLAMP(t / length2, 0, 1) : 0;
    for (guint i = 0; i < 3; i++)
        off += (from[i] - t * along[i]) * (from[i] - t * along[i]);
    return sqrt(off) * 180 / G_PI;
}

/* With the points that a detail leaves, no line is farther from what it was than that allows; and
 * few points are enough. */
static void
check_detail(double degrees, double least, double most)
{
    double all[DETAIL_BANDS];
    BoundaryDetail detail;
    guint n_full = 0, n_left = 0;

    for (guint i = 0; i < DETAIL_BANDS; i++)
        all[i] = degrees;
    detail = boundary_detail(all);
    for (guint i = 0; i < boundaries_line_count(); i++) {
        g_autoptr(GArray) full = g_array_new(FALSE, FALSE, sizeof(LonLat));
        g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(LonLat));
        guint at = 0;

        boundaries_line_points(i, NULL, full);
        boundaries_line_points(i, &detail, left);
        for (guint k = 0; k < full->len; k++) {
            const LonLat *p = &g_array_index(full, LonLat, k);
            const LonLat *kept = &g_array_index(left, LonLat, at);

            if (p->lon == kept->lon && p->lat == kept->lat)
                at++;
            else
                g_assert_cmpfloat(degrees_off(*p, kept[-1], *kept), <, degrees);
        }
        g_assert_cmpuint(at, ==, left->len);
        n_full += full->len;
        n_left += left->len;
    }
    g_assert_cmpfloat(n_left, >, least * n_full);
    g_assert_cmpfloat(n_left, <, most * n_full);
}

static void
test_detail(void)
{
    const Boundary *area = boundaries_find(DPRK);
    g_autoptr(GArray) full = ring_points(area, boundary_main_ring(area));
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    double none[DETAIL_BANDS] = { 0 };
    BoundaryDetail detail = boundary_detail(none);

    check_detail(0.04, 0.3, 0.4);
    check_detail(1, 0.05, 0.08);
    boundary_ring_points(area, boundary_main_ring(area), &detail, points, NULL);
    g_assert_cmpuint(points->len, ==, full->len);
}

static void
test_small_countries_have_their_shape(void)
{
    g_autoptr(GArray) singapore = ring_points(boundaries_find(SINGAPORE), 0);

    g_assert_cmpuint(singapore->len, >, 30);
    g_assert_true(area_holds(boundaries_find(SINGAPORE), (LonLat){ 103.82, 1.35 }));
    g_assert_true(area_holds(boundaries_find(BRUNEI), (LonLat){ 114.6, 4.5 }));
    g_assert_nonnull(boundaries_find(798)); /* Tuvalu is in the 1:10m source only */
}

static gboolean
listed(Extent extent, guint id)
{
    for (const Boundary *area = boundaries_next_in(extent, NULL); area;
         area = boundaries_next_in(extent, area))
        if (boundary_id(area) == id)
            return TRUE;
    return FALSE;
}

static guint
count_in(Extent extent)
{
    guint n = 0;

    for (const Boundary *area = boundaries_next_in(extent, NULL); area;
         area = boundaries_next_in(extent, area))
        n++;
    return n;
}

static void
test_extents_find_countries_over_the_dateline(void)
{
    Extent fiji = boundary_extent(boundaries_find(FIJI));

    g_assert_cmpfloat(fiji.west, >, 174);
    g_assert_cmpfloat(fiji.east, <, -178);
    g_assert_true(listed((Extent){ 175, -20, 178, -15 }, FIJI));
    g_assert_true(listed((Extent){ -179.9, -20, -178.5, -15 }, FIJI));
    g_assert_true(listed((Extent){ 170, -20, -170, -10 }, FIJI));
    g_assert_false(listed((Extent){ -170, -20, 170, -10 }, FIJI));
    g_assert_true(listed((Extent){ -175, 60, -170, 70 }, RUSSIA));
    g_assert_false(listed((Extent){ -160, 60, -150, 70 }, RUSSIA));
    g_assert_true(listed((Extent){ 100, -89, 101, -88 }, 10));
    g_assert_cmpuint(count_in((Extent){ -180, -90, 180, 90 }), ==, boundaries_count());
    g_assert_cmpuint(count_in((Extent){ -135, -40, -130, -35 }), ==, 0);
}

static void
test_rings_not_countries_meet_an_extent(void)
{
    /* France is drawn with Guiana: a map of Brazil shows it, a map of the ocean between does not.
     */
    g_assert_true(listed((Extent){ -60, -10, -45, 5 }, 250));
    g_assert_false(listed((Extent){ -40, 10, -25, 30 }, 250));
}

static double
degrees_to_edge(LonLat at, LonLat a, LonLat b)
{
    double ax = step(at.lon, a.lon), ay = a.lat - at.lat;
    double dx = step(a.lon, b.lon), dy = b.lat - a.lat;
    double t = CLAMP(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0, 1);

    return hypot(ax + t * dx, ay + t * dy);
}

static double
degrees_to(const Boundary *area, LonLat at)
{
    double least = G_MAXDOUBLE;

    for (guint i = 0; i < boundary_ring_count(area); i++) {
        g_autoptr(GArray) points = ring_points(area, i);

        for (guint k = 1; k < points->len; k++)
            least = MIN(least, degrees_to_edge(at, g_array_index(points, LonLat, k - 1),
                                               g_array_index(points, LonLat, k)));
    }
    return least;
}

static void
test_capitals_lie_in_their_countries(void)
{
    for (guint i = 0; i < countries_count(); i++) {
        const Country *country = countries_at(i);
        const Boundary *area = boundaries_find(country->id);
        LonLat at = { country->lon, country->lat };

        if (!area || !country->capital || area_holds(area, at))
            continue;
        if (country->id == 732)
            continue; /* Western Sahara is drawn without what Morocco holds, El Aaiún among it */
        g_test_message("%s: %.3f degrees outside", country->name, degrees_to(area, at));
        g_assert_cmpfloat(degrees_to(area, at), <, 0.12);
    }
}

static void
test_countries_and_boundaries_belong_together(void)
{
    /* Drawn as parts of France, the Netherlands, Norway and Australia; Gibraltar has a land border
     * only in the finer source; Tokelau is too small for both. */
    static const guint without[] = { 254, 312, 474, 638, 175, 535, 744, 74, 162, 166, 292, 772 };
    guint missing = 0;

    for (guint i = 0; i < boundaries_count(); i++) {
        guint id = boundary_id(boundaries_at(i));

        if (id != 986 && id != 987) /* Siachen Glacier; Christmas and Cocos Islands in one */
            g_assert_nonnull(countries_find(id));
    }
    for (guint i = 0; i < countries_count(); i++) {
        gboolean expected = TRUE;

        for (guint k = 0; k < G_N_ELEMENTS(without); k++)
            expected = expected && without[k] != countries_at(i)->id;
        if (expected != (boundaries_find(countries_at(i)->id) != NULL))
            g_test_message("%s: %s", countries_at(i)->name, expected ? "no boundary" : "is drawn");
        missing += expected != (boundaries_find(countries_at(i)->id) != NULL);
    }
    g_assert_cmpuint(missing, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/boundaries/rings", test_rings_are_closed_and_within_their_extents);
    g_test_add_func("/boundaries/find", test_areas_are_found_by_id);
    g_test_add_func("/boundaries/areas", test_areas_are_those_of_the_world);
    g_test_add_func("/boundaries/land", test_land_is_told_from_sea);
    g_test_add_func("/boundaries/labels", test_label_points_lie_in_the_largest_polygon);
    g_test_add_func("/boundaries/lines", test_neighbours_share_lines);
    g_test_add_func("/boundaries/keep", test_ends_of_lines_are_kept);
    g_test_add_func("/boundaries/detail", test_detail);
    g_test_add_func("/boundaries/small", test_small_countries_have_their_shape);
    g_test_add_func("/boundaries/extent", test_extents_find_countries_over_the_dateline);
    g_test_add_func("/boundaries/extent-rings", test_rings_not_countries_meet_an_extent);
    g_test_add_func("/boundaries/capitals", test_capitals_lie_in_their_countries);
    g_test_add_func("/boundaries/countries", test_countries_and_boundaries_belong_together);
    return g_test_run();
}
