#include "scale/ramp.h"

#include <math.h>
#include <string.h>

static const Color paper = COLOR_INIT(0xffffff), night = COLOR_INIT(0x15191f);
static const Color black = COLOR_INIT(0x000000);

static void
test_names_find_ramps(void)
{
    g_autofree const char **names = ramp_names();
    guint n = 0;

    for (; ramps[n] != NULL; n++) {
        g_assert_true(ramp_find(ramps[n]->name) == ramps[n]);
        g_assert_cmpstr(names[n], ==, ramps[n]->name);
        g_assert_cmpuint(ramps[n]->n, >=, 2);
        g_assert_cmpuint(strlen(ramps[n]->summary), >, 0);
    }
    g_assert_cmpuint(n, ==, 13);
    g_assert_null(names[n]);
    g_assert_cmpstr(ramps[0]->name, ==, "blue");
    g_assert_null(ramp_find("rainbow"));
    g_assert_cmpint(ramp_diverging->kind, ==, RAMP_DIVERGING);
}

static void
assert_color(Color color, const char *expected)
{
    char hex[8];

    color_to_hex(color, hex);
    g_assert_cmpstr(hex, ==, expected);
}

static void
test_ends_are_the_colours_of_the_table(void)
{
    assert_color(ramp_color(ramp_find("viridis"), 0, FALSE), "#fde725");
    assert_color(ramp_color(ramp_find("viridis"), 1, FALSE), "#440154");
    assert_color(ramp_color(ramp_find("viridis"), 1, TRUE), "#fde725");
    assert_color(ramp_color(ramp_find("viridis"), 0.5, FALSE), "#21918c");
    assert_color(ramp_color(ramp_find("blue"), -3, FALSE), "#d8edfc");
    assert_color(ramp_color(ramp_find("blue"), INFINITY, FALSE), "#0c336a");
    assert_color(ramp_color(ramp_find("blue-red"), 0.5, FALSE), "#edeff1");
    assert_color(ramp_color(ramp_find("blue-red"), 0.5, TRUE), "#2c2e30");
    g_assert_cmpuint(ramp_color(ramp_find("blue"), NAN, FALSE).a, ==, 0);
}

/* Between the stops of the tables the published colours are met. */
static void
test_published_colours_lie_on_the_way(void)
{
    g_assert_cmpfloat(color_distance(ramp_color(ramp_find("viridis"), 1 - 60 / 255.0, FALSE),
                                     COLOR_RGB(0x3d4e8a)),
                      <, 1);
    g_assert_cmpfloat(color_distance(ramp_color(ramp_find("magma"), (241 - 128) / 200.0, FALSE),
                                     COLOR_RGB(0xb73779)),
                      <, 1.2);
    g_assert_cmpfloat(color_distance(ramp_color(ramp_find("inferno"), (241 - 128) / 200.0, FALSE),
                                     COLOR_RGB(0xbc3754)),
                      <, 1.2);
    g_assert_cmpfloat(color_distance(ramp_color(ramp_find("plasma"), (255 - 128) / 240.0, FALSE),
                                     COLOR_RGB(0xcc4778)),
                      <, 1.2);
    g_assert_cmpfloat(color_distance(ramp_color(ramp_find("cividis"), 1 - 128 / 255.0, FALSE),
                                     COLOR_RGB(0x7d7c78)),
                      <, 1);
}

static double
contrast_at(const Ramp *ramp, double t, gboolean dark, CvdKind vision)
{
    return color_contrast(color_simulate_cvd(ramp_color(ramp, t, dark), vision),
                          dark ? night : paper);
}

static void
test_more_stands_out_more(void)
{
    for (guint r = 0; ramps[r] != NULL; r++)
        for (int dark = FALSE; dark <= TRUE; dark++) {
            double from = ramps[r]->kind == RAMP_DIVERGING ? 0.5 : 0;

            for (int vision = CVD_NONE; vision <= CVD_TRITAN; vision++)
                for (guint i = 0; i < 64; i++) {
                    double a = from + (1 - from) * i / 64, b = from + (1 - from) * (i + 1) / 64;

                    /* Eight bits a channel leave a little noise. */
                    g_assert_cmpfloat(contrast_at(ramps[r], b, dark, (CvdKind)vision), >,
                                      contrast_at(ramps[r], a, dark, (CvdKind)vision) * 0.995);
                    if (from > 0)
                        g_assert_cmpfloat(contrast_at(ramps[r], 1 - b, dark, (CvdKind)vision), >,
                                          contrast_at(ramps[r], 1 - a, dark, (CvdKind)vision) *
                                              0.995);
                }
            g_assert_cmpfloat(contrast_at(ramps[r], from, dark, CVD_NONE), >=, 1.1);
            g_assert_cmpfloat(contrast_at(ramps[r], 1, dark, CVD_NONE), >=, 8);
        }
}

/* OKLab's lightness, by the distance of the grey that is as bright. */
static double
lightness(Color color)
{
    double low = 0, high = 255;

    for (guint i = 0; i < 30; i++) {
        guint8 grey = (guint8)((low + high) / 2);
        Color try = { grey, grey, grey, 255 };

        if (color_contrast(try, black) < color_contrast(color, black))
            low = (low + high) / 2;
        else
            high = (low + high) / 2;
    }
    return high;
}

static void
test_both_arms_are_equally_strong(void)
{
    for (guint r = 0; ramps[r] != NULL; r++)
        for (int dark = FALSE; dark <= TRUE && ramps[r]->kind == RAMP_DIVERGING; dark++)
            for (guint i = 0; i <= 32; i++) {
                Color less = ramp_color(ramps[r], i / 64.0, dark);
                Color more = ramp_color(ramps[r], 1 - i / 64.0, dark);

                g_assert_cmpfloat(fabs(lightness(less) - lightness(more)), <, 15);
            }
}

static void
test_ends_of_diverging_ramps_differ_with_every_vision(void)
{
    for (guint r = 0; ramps[r] != NULL; r++)
        for (int vision = CVD_NONE; vision < CVD_TRITAN; vision++)
            for (int dark = FALSE; dark <= TRUE && ramps[r]->kind == RAMP_DIVERGING; dark++)
                g_assert_cmpfloat(
                    color_distance(
                        color_simulate_cvd(ramp_color(ramps[r], 0, dark), (CvdKind)vision),
                        color_simulate_cvd(ramp_color(ramps[r], 1, dark), (CvdKind)vision)),
                    >, 9);
}

static void
test_steps_are_even(void)
{
    for (guint r = 0; r < 5; r++) {
        double least = 100, most = 0;

        for (guint i = 0; i < 6; i++) {
            double step = color_distance(ramp_color(ramps[r], i / 6.0, FALSE),
                                         ramp_color(ramps[r], (i + 1) / 6.0, FALSE));

            least = MIN(least, step);
            most = MAX(most, step);
        }
        g_assert_cmpfloat(most / least, <, 1.35);
    }
}

static void
test_classes_take_the_whole_ramp(void)
{
    const Ramp *blue = ramp_find("blue");

    g_assert_true(color_equal(ramp_class_color(blue, 0, 4, FALSE), ramp_color(blue, 0, FALSE)));
    g_assert_true(color_equal(ramp_class_color(blue, 3, 4, FALSE), ramp_color(blue, 1, FALSE)));
    g_assert_true(color_equal(ramp_class_color(blue, 0, 1, TRUE), ramp_color(blue, 1, TRUE)));
    g_assert_true(color_equal(ramp_class_color(ramp_diverging, 0, 1, TRUE),
                              ramp_color(ramp_diverging, 0.5, TRUE)));
}

static void
test_a_middle_has_equal_distances_on_both_sides(void)
{
    g_assert_cmpfloat(ramp_place(5, 0, NAN, 20), ==, 0.25);
    g_assert_cmpfloat(ramp_place(-4, 0, NAN, 20), ==, 0);
    g_assert_cmpfloat(ramp_place(0, -10, 0, 40), ==, 0.5);
    g_assert_cmpfloat(ramp_place(40, -10, 0, 40), ==, 1);
    g_assert_cmpfloat(ramp_place(-10, -10, 0, 40), ==, 0.375);
    g_assert_cmpfloat(ramp_place(3, 5, 2, 10), ==, 0.5625);
    g_assert_cmpfloat(ramp_place(5, 20, NAN, 0), ==, 0.75);
    g_assert_cmpfloat(ramp_place(7, 7, NAN, 7), ==, 0.5);
    g_assert_cmpfloat(ramp_place(7, 7, 7, 7), ==, 0.5);
    g_assert_true(isnan(ramp_place(NAN, 0, NAN, 1)));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ramp/names-find-ramps", test_names_find_ramps);
    g_test_add_func("/ramp/ends-are-the-colours-of-the-table",
                    test_ends_are_the_colours_of_the_table);
    g_test_add_func("/ramp/published-colours-lie-on-the-way",
                    test_published_colours_lie_on_the_way);
    g_test_add_func("/ramp/more-stands-out-more", test_more_stands_out_more);
    g_test_add_func("/ramp/both-arms-are-equally-strong", test_both_arms_are_equally_strong);
    g_test_add_func("/ramp/ends-of-diverging-ramps-differ-with-every-vision",
                    test_ends_of_diverging_ramps_differ_with_every_vision);
    g_test_add_func("/ramp/steps-are-even", test_steps_are_even);
    g_test_add_func("/ramp/classes-take-the-whole-ramp", test_classes_take_the_whole_ramp);
    g_test_add_func("/ramp/a-middle-has-equal-distances-on-both-sides",
                    test_a_middle_has_equal_distances_on_both_sides);
    return g_test_run();
}
