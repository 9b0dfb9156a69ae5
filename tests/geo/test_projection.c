#include "geo/projection.h"

#include <glib/gstdio.h>

#define POINTS 1200 /* a projection; 10,800 over all */

/* Evenly over the sphere, and none on a round degree. */
static LonLat
spiral(int i, int n)
{
    double z = 1 - (2.0 * i + 1) / n, turn = fmod(i * 0.61803398874989484820, 1);

    return (LonLat){ 360 * turn - 180, SPHERE_DEGREES(asin(z)) };
}

static Projection
make(const char *name, double lon, double lat, double p1, double p2)
{
    g_autoptr(GError) error = NULL;
    Projection projection;

    g_assert_true(projection_init(projection_type_from_name(name), (LonLat){ lon, lat },
                                  (double[]){ p1, p2 }, &projection, &error));
    g_assert_no_error(error);
    return projection;
}

static const struct {
    const char *name, *proj;
    double lon, lat;
} references[] = {
    { "equal-earth", "+proj=eqearth +lon_0=150", 150, 0 },
    { "natural-earth", "+proj=natearth +lon_0=-20", -20, 0 },
    { "robinson", "+proj=robin +lon_0=10", 10, 0 },
    { "mercator", "+proj=merc +lon_0=100", 100, 0 },
    { "azimuthal-equal-area", "+proj=laea +lon_0=110 +lat_0=15", 110, 15 },
    { "albers", "+proj=aea +lon_0=-96 +lat_0=37.5 +lat_1=29.5 +lat_2=45.5", -96, 37.5 },
    { "conformal-conic", "+proj=lcc +lon_0=-96 +lat_0=37.5 +lat_1=29.5 +lat_2=45.5", -96, 37.5 },
    { "orthographic", "+proj=ortho +lon_0=20 +lat_0=-35", 20, -35 },
    { "azimuthal-equidistant", "+proj=aeqd +lon_0=125.75 +lat_0=39", 125.75, 39 },
};

static void
compare_with_proj(const char *program, guint row)
{
    g_autoptr(GString) input = g_string_new(NULL);
    g_autofree char *file = NULL, *command = NULL, *output = NULL;
    g_auto(GStrv) lines = NULL;
    g_autoptr(GError) error = NULL;
    Projection projection =
        make(references[row].name, references[row].lon, references[row].lat, 29.5, 45.5);
    double worst = 0;
    int seen = 0;
    int handle = g_file_open_tmp("proj-XXXXXX", &file, NULL);

    for (int i = 0; i < POINTS; i++) {
        char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
        LonLat at = spiral(i, POINTS);

        g_string_append_printf(input, "%s %s\n", g_ascii_formatd(lon, sizeof lon, "%.15f", at.lon),
                               g_ascii_formatd(lat, sizeof lat, "%.15f", at.lat));
    }
    g_close(handle, NULL);
    g_assert_true(g_file_set_contents(file, input->str, -1, NULL));
    command = g_strdup_printf("%s -f %%.12f +R=1 %s %s", program, references[row].proj, file);
    g_assert_true(g_spawn_command_line_sync(command, &output, NULL, NULL, &error));
    g_assert_no_error(error);
    g_remove(file);

    lines = g_strsplit(output, "\n", -1);
    for (int i = 0; i < POINTS; i++) {
        char *end;
        Point p;
        gboolean is_visible = projection_forward(&projection, spiral(i, POINTS), &p);

        if (lines[i][0] == '*') {
            g_assert_false(is_visible);
            continue;
        }
        if (!is_visible) /* Latitudes beyond what is drawn. */
            continue;
        seen++;
        worst = MAX(worst, fabs(p.x - g_ascii_strtod(lines[i], &end)));
        worst = MAX(worst, fabs(-p.y - g_ascii_strtod(end, NULL)));
    }
    g_test_message("%s: %d points, worst %.2g of the radius", references[row].name, seen, worst);
    g_assert_cmpint(seen, >=, POINTS * 49 / 100);
    g_assert_cmpfloat(worst, <, 1e-6);
}

static void
test_against_proj(void)
{
    g_autofree char *program = g_find_program_in_path("proj");

    if (program == NULL) {
        g_test_skip("proj (Debian: proj-bin) is not installed");
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS(references); i++)
        compare_with_proj(program, i);
}

static void
test_round_trips(void)
{
    for (guint row = 0; row < G_N_ELEMENTS(references); row++) {
        Projection projection =
            make(references[row].name, references[row].lon, references[row].lat, 29.5, 45.5);
        double worst = 0;

        projection.scale = 300;
        projection.translate = (Point){ 400, 300 };
        for (int i = 0; i < POINTS; i++) {
            LonLat at = spiral(i, POINTS), back;
            Point p;

            if (!projection_forward(&projection, at, &p))
                continue;
            g_assert_true(projection_inverse(&projection, p, &back));
            worst = MAX(worst, sphere_distance(at, back));
        }
        g_test_message("%s: worst %.2g degrees", references[row].name, worst);
        /* Robinson's pieces do not meet: a jump in height is up to a few ten thousandths. */
        g_assert_cmpfloat(worst, <, 1e-5);
        g_assert_false(
            projection_inverse(&projection, (Point){ 400 + 6000, 300 + 30 }, &(LonLat){ 0 }) &&
            projection.type->family == PROJECTION_PLANE);
    }
}

/* The Jacobian by differences, in px of the unit sphere. */
static void
derivatives(const Projection *projection, LonLat at, Point *ret_east, Point *ret_north)
{
    double h = 1e-4, cosine = cos(SPHERE_RADIANS(at.lat)), unit = 2 * SPHERE_RADIANS(h);
    Point e, w, n, s;

    g_assert_true(projection_forward(projection, (LonLat){ at.lon + h, at.lat }, &e));
    g_assert_true(projection_forward(projection, (LonLat){ at.lon - h, at.lat }, &w));
    g_assert_true(projection_forward(projection, (LonLat){ at.lon, at.lat + h }, &n));
    g_assert_true(projection_forward(projection, (LonLat){ at.lon, at.lat - h }, &s));
    *ret_east = (Point){ (e.x - w.x) / unit / cosine, (e.y - w.y) / unit / cosine };
    *ret_north = (Point){ (n.x - s.x) / unit, (n.y - s.y) / unit };
}

static void
test_properties(void)
{
    for (guint row = 0; row < G_N_ELEMENTS(references); row++) {
        Projection projection =
            make(references[row].name, references[row].lon, references[row].lat, 29.5, 45.5);
        gboolean keeps_area = TRUE, keeps_shape = TRUE;

        for (double lat = -50; lat <= 60; lat += 11)
            for (double lon = -40; lon <= 40; lon += 9.7) {
                double at_lon = references[row].lon + lon;
                LonLat at = { at_lon > 180 ? at_lon - 360 : at_lon, lat };
                Point e, n;

                if (sphere_distance(at, projection.centre) > 80 || fabs(fabs(at.lon) - 180) < 1)
                    continue;
                derivatives(&projection, at, &e, &n);
                keeps_area = keeps_area && fabs(fabs(e.x * n.y - e.y * n.x) - 1) < 1e-5;
                keeps_shape = keeps_shape && fabs(hypot(e.x, e.y) - hypot(n.x, n.y)) < 1e-4 &&
                              fabs(e.x * n.x + e.y * n.y) < 1e-4;
            }
        g_assert_cmpint(keeps_area, ==, projection.type->is_equal_area);
        g_assert_cmpint(keeps_shape, ==, projection.type->is_conformal);
    }
}

static void
test_table(void)
{
    for (guint i = 0; projection_type_names[i] != NULL; i++) {
        const ProjectionType *type = projection_type_from_name(projection_type_names[i]);

        g_assert_cmpstr(type->name, ==, projection_type_names[i]);
        g_assert_cmpstr(references[i].name, ==, projection_type_names[i]);
    }
    g_assert_null(projection_type_from_name("gall-peters"));
}

static void
test_bad_parameters(void)
{
    const ProjectionType *albers = projection_type_from_name("albers");
    Projection projection;
    static const struct {
        double lon, lat, p1, p2;
    } bad[] = {
        { 0, 0, 20, -20 },  { 0, 0, NAN, 20 },     { NAN, 0, 20, 40 }, { 0, 91, 20, 40 },
        { 181, 0, 20, 40 }, { 0, INFINITY, 1, 2 }, { 0, 0, 20, 95 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(projection_init(albers, (LonLat){ bad[i].lon, bad[i].lat },
                                       (double[]){ bad[i].p1, bad[i].p2 }, &projection, &error));
        g_assert_nonnull(error);
    }
}

static const char *
chosen(double west, double south, double east, double north, gboolean is_fill)
{
    return projection_choose((Extent){ west, south, east, north }, is_fill).type->name;
}

static void
test_choice(void)
{
    Projection fiji = projection_choose((Extent){ 170, -25, -170, -10 }, TRUE);

    g_assert_cmpstr(chosen(-180, -90, 180, 90, TRUE), ==, "equal-earth");
    g_assert_cmpstr(chosen(-180, -60, 180, 85, FALSE), ==, "natural-earth");
    g_assert_cmpstr(chosen(-180, 50, 180, 90, TRUE), ==, "azimuthal-equal-area");
    g_assert_cmpstr(chosen(-180, -90, 180, -60, TRUE), ==, "azimuthal-equal-area");
    g_assert_cmpstr(chosen(-15, 35, 40, 70, TRUE), ==, "azimuthal-equal-area");
    g_assert_cmpstr(chosen(-125, 25, -66, 50, TRUE), ==, "albers");
    g_assert_cmpstr(chosen(-125, 25, -66, 50, FALSE), ==, "conformal-conic");
    g_assert_cmpstr(chosen(92, -11, 142, 43, TRUE), ==, "azimuthal-equal-area");
    g_assert_cmpstr(chosen(92, -11, 142, 20, FALSE), ==, "mercator");
    g_assert_cmpfloat_with_epsilon(fabs(fiji.centre.lon), 180, 1e-9);
    /* Every name can be asked for with every extent. */
    for (guint i = 0; projection_type_names[i] != NULL; i++)
        for (double south = -90; south < 90; south += 15)
            for (double north = south + 15; north <= 90; north += 15) {
                const ProjectionType *type = projection_type_from_name(projection_type_names[i]);
                Extent extent = { 100, south, -100, north };
                Projection p = projection_for_extent(type, extent);

                g_assert_true(projection_fit_extent(&p, extent, (Rect){ 0, 0, 400, 300 }) ||
                              fabs(south + north) >= 150);
                g_assert_true(isfinite(p.scale) && isfinite(p.translate.x + p.translate.y));
            }
}

static void
test_fit(void)
{
    Projection world = make("equal-earth", 0, 0, 0, 0), globe = make("orthographic", 10, 50, 0, 0);
    const Extent hidden = { -175, -55, -165, -45 };
    Rect page = { 10, 20, 800, 600 };
    Point p;

    g_assert_true(projection_fit_extent(&world, (Extent){ -180, -90, 180, 90 }, page));
    g_assert_true(projection_forward(&world, (LonLat){ -180, 0 }, &p));
    g_assert_cmpfloat_with_epsilon(p.x, 10, 1e-9);
    g_assert_cmpfloat_with_epsilon(p.y, 320, 1e-9);
    g_assert_true(projection_fit_extent(&globe, (Extent){ -180, -90, 180, 90 }, page));
    g_assert_cmpfloat_with_epsilon(globe.scale, 300, 0.01);
    g_assert_cmpfloat_with_epsilon(globe.translate.x, 410, 0.01);
    g_assert_false(projection_fit_extent(&globe, hidden, page));
    g_assert_cmpfloat_with_epsilon(globe.scale, 300, 0.01);
    g_assert_true(projection_fit_extent(&world, (Extent){ 0, 0, 90, 1 }, page));
    g_assert_true(projection_forward(&world, (LonLat){ 90, 0 }, &p));
    g_assert_cmpfloat_with_epsilon(p.x, 810, 1e-9);
}

/* On Mercator's map a way is the secant of its latitude longer than at the equator. */
static void
test_finest(void)
{
    Projection projection;
    double degrees[36], at_equator;

    g_assert_true(projection_init(projection_type_from_name("mercator"), (LonLat){ 0, 0 }, NULL,
                                  &projection, NULL));
    projection.scale = 100;
    at_equator = 0.5 / (100 * G_PI / 180);
    projection_finest(&projection, (Extent){ -30, -20, 40, 65 }, 0.5, 36, degrees);
    g_assert_cmpfloat_with_epsilon(degrees[18], at_equator * cos(SPHERE_RADIANS(5)), 1e-5);
    g_assert_cmpfloat_with_epsilon(degrees[30], at_equator * cos(SPHERE_RADIANS(65)), 1e-5);
    g_assert_cmpfloat(degrees[12], ==, 0); /* South of the extent. */
    g_assert_cmpfloat(degrees[13], >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/projection/against-proj", test_against_proj);
    g_test_add_func("/projection/finest", test_finest);
    g_test_add_func("/projection/round-trips", test_round_trips);
    g_test_add_func("/projection/properties", test_properties);
    g_test_add_func("/projection/table", test_table);
    g_test_add_func("/projection/bad-parameters", test_bad_parameters);
    g_test_add_func("/projection/choice", test_choice);
    g_test_add_func("/projection/fit", test_fit);
    return g_test_run();
}
