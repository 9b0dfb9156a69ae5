#include "base/color.h"

#include <math.h>
#include <string.h>

static void
assert_hex(Color color, const char *expected)
{
    char hex[8];

    color_to_hex(color, hex);
    g_assert_cmpstr(hex, ==, expected);
}

static void
assert_parsed(const char *text, const char *expected, guint8 alpha)
{
    Color color = COLOR_NONE;

    g_assert_true(color_parse(text, &color));
    assert_hex(color, expected);
    g_assert_cmpuint(color.a, ==, alpha);
}

static void
test_hexadecimal_is_read(void)
{
    assert_parsed("#fff", "#fff", 255);
    assert_parsed("#1aF", "#1af", 255);
    assert_parsed("#0856a6", "#0856a6", 255);
    assert_parsed("#0856A680", "#0856a6", 128);
    assert_parsed("none", "#000", 0);
    assert_parsed("transparent", "#000", 0);
}

static void
test_names_are_read_in_any_case(void)
{
    assert_parsed("aliceblue", "#f0f8ff", 255);
    assert_parsed("yellowgreen", "#9acd32", 255);
    assert_parsed("RebeccaPurple", "#639", 255);
    assert_parsed("gray", "#808080", 255);
    assert_parsed("GREY", "#808080", 255);
    assert_parsed("lightgoldenrodyellow", "#fafad2", 255);
    assert_parsed("darkslategrey", "#2f4f4f", 255);
    assert_parsed("tan", "#d2b48c", 255);
    assert_parsed("red", "#f00", 255);
    assert_parsed("green", "#008000", 255);
}

static void
test_all_names_of_css_are_found(void)
{
    /* The search needs its table sorted: every name is looked up, not only some. */
    const char *names =
        "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue "
        "blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk "
        "crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki "
        "darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen "
        "darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue "
        "dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite "
        "gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki "
        "lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan "
        "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen "
        "lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen "
        "linen "
        "magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen "
        "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream "
        "mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid "
        "palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum "
        "powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown "
        "seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen "
        "steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow "
        "yellowgreen";
    g_auto(GStrv) list = g_strsplit(names, " ", -1);
    Color color;

    g_assert_cmpuint(g_strv_length(list), ==, 148);
    for (guint i = 0; list[i] != NULL; i++)
        g_assert_true(color_parse(list[i], &color));
}

static void
test_everything_else_is_refused(void)
{
    const char *bad[] = { "",      "#",     "#12",   "#1234",      "#12345",  "#1234567", "#ggg",
                          "#fff ", " #fff", "fff",   "rgb(1,2,3)", "reddish", "re",       "#12345é",
                          "#+12",  "none ", "red\n", "#123456789", "\xff\xff" };
    g_autofree char *endless = g_strnfill(10000, 'a');

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        Color color = COLOR_RGB(0x123456);

        g_assert_false(color_parse(bad[i], &color));
        assert_hex(color, "#123456");
        g_assert_cmpuint(color.a, ==, 255);
    }
    g_assert_false(color_parse(endless, &(Color){ 0 }));
}

static void
test_hexadecimal_is_short_only_when_exact(void)
{
    assert_hex(COLOR_RGB(0x112233), "#123");
    assert_hex(COLOR_RGB(0x112234), "#112234");
    assert_hex(COLOR_RGB(0x000000), "#000");
}

static void
test_mixing_runs_from_one_to_the_other(void)
{
    const Color a = COLOR_RGB(0x0856a6), b = { 0xcd, 0x46, 0x26, 55 };

    g_assert_true(color_equal(color_mix(a, b, 0), a));
    g_assert_true(color_equal(color_mix(a, b, 1), b));
    g_assert_true(color_equal(color_mix(a, b, -5), a));
    g_assert_true(color_equal(color_mix(a, b, 5), b));
    g_assert_cmpuint(color_mix(a, b, 0.5).a, ==, 155);
    /* Half way in OKLab is L 0.5, which is darker than half way in sRGB. */
    assert_hex(color_mix(COLOR_RGB(0x000000), COLOR_RGB(0xffffff), 0.5), "#636363");
}

static void
test_every_grey_survives_oklab(void)
{
    for (guint v = 0; v < 256; v++) {
        Color grey = COLOR_RGB(v * 0x010101u);

        g_assert_true(color_equal(color_mix(grey, COLOR_RGB(0x0856a6), 0), grey));
    }
}

static void
test_contrast_is_that_of_wcag(void)
{
    const Color white = COLOR_RGB(0xffffff), black = COLOR_RGB(0x000000);

    g_assert_cmpfloat_with_epsilon(color_contrast(white, black), 21, 1e-9);
    g_assert_cmpfloat_with_epsilon(color_contrast(black, white), 21, 1e-9);
    g_assert_cmpfloat_with_epsilon(color_contrast(white, white), 1, 1e-9);
    /* Published examples: #767676 is the lightest grey with 4.5:1 on white, red has 4.00. */
    g_assert_cmpfloat_with_epsilon(color_contrast(COLOR_RGB(0x767676), white), 4.54, 0.005);
    g_assert_cmpfloat_with_epsilon(color_contrast(COLOR_RGB(0xff0000), white), 4.00, 0.005);
    g_assert_cmpfloat_with_epsilon(color_contrast(COLOR_RGB(0x0000ff), white), 8.59, 0.005);
}

static void
test_text_is_readable_on_its_background(void)
{
    const Color dark = COLOR_RGB(0x222222), light = COLOR_RGB(0xffffff);

    g_assert_true(color_equal(color_readable_on(COLOR_RGB(0xf0e442), dark, light), dark));
    g_assert_true(color_equal(color_readable_on(COLOR_RGB(0x0856a6), dark, light), light));
    /* Neither of the two is enough on a middle grey: black is. */
    g_assert_cmpfloat(color_contrast(COLOR_RGB(0x777777), light), <, 4.5);
    g_assert_true(color_equal(color_readable_on(COLOR_RGB(0x777777), COLOR_RGB(0x333333), light),
                              COLOR_RGB(0x000000)));
}

static void
test_contrast_is_ensured_with_the_least_change(void)
{
    const guint32 backgrounds[] = { 0xffffff, 0x15191f, 0x777777, 0xf0e442, 0x0856a6 };

    for (guint b = 0; b < G_N_ELEMENTS(backgrounds); b++) {
        Color background = COLOR_RGB(backgrounds[b]);

        for (guint32 rgb = 0; rgb < 0x1000000; rgb += 0x0e3d51) {
            Color color = COLOR_RGB(rgb), fixed = color_ensure_contrast(color, background, 4);
            double contrast = color_contrast(fixed, background);

            g_assert_cmpfloat(contrast, >=, 4);
            if (color_contrast(color, background) >= 4)
                g_assert_true(color_equal(color, fixed));
            else
                g_assert_cmpfloat(contrast, <, 4.3);
        }
    }
}

static void
test_a_contrast_out_of_reach_gives_the_extreme(void)
{
    assert_hex(color_ensure_contrast(COLOR_RGB(0x336699), COLOR_RGB(0xffffff), 30), "#000");
    assert_hex(color_ensure_contrast(COLOR_RGB(0x336699), COLOR_RGB(0x000000), 30), "#fff");
}

static void
test_a_colour_stays_on_its_side_of_the_background(void)
{
    const Color background = COLOR_RGB(0x6a6a6a);
    Color lighter = color_ensure_contrast(COLOR_RGB(0x909090), background, 3);
    Color darker = color_ensure_contrast(COLOR_RGB(0x404040), background, 3);

    g_assert_cmpuint(lighter.r, >, 0x90);
    g_assert_cmpuint(darker.r, <, 0x40);
}

static void
test_greys_look_alike_to_everyone(void)
{
    for (int kind = CVD_NONE; kind <= CVD_TRITAN; kind++) {
        for (guint v = 0; v < 256; v += 5) {
            Color grey = COLOR_RGB(v * 0x010101u);

            g_assert_true(color_equal(color_simulate_cvd(grey, (CvdKind)kind), grey));
        }
    }
}

static void
test_colour_vision_deficiency_is_that_of_machado(void)
{
    const Color red = COLOR_RGB(0xff0000), green = COLOR_RGB(0x00ff00);

    /* encode(0.152286) = 0.4278 and so on; what is below 0 becomes 0. */
    assert_hex(color_simulate_cvd(red, CVD_NONE), "#f00");
    assert_hex(color_simulate_cvd(red, CVD_PROTAN), "#6d5f00");
    assert_hex(color_simulate_cvd(red, CVD_DEUTAN), "#a39000");
    assert_hex(color_simulate_cvd(green, CVD_DEUTAN), "#efd63a");
    assert_hex(color_simulate_cvd(red, CVD_TRITAN), "#ff000f");
    g_assert_cmpuint(color_simulate_cvd((Color){ 9, 9, 9, 77 }, CVD_PROTAN).a, ==, 77);
}

static void
test_distance_is_that_of_oklab(void)
{
    const Color black = COLOR_RGB(0x000000), white = COLOR_RGB(0xffffff);

    g_assert_cmpfloat_with_epsilon(color_distance(black, white), 100, 1e-3);
    g_assert_cmpfloat(color_distance(white, white), ==, 0);
    /* Ottosson's values: red is L 0.62796, a 0.22486, b 0.12585. */
    g_assert_cmpfloat_with_epsilon(
        color_distance(black, COLOR_RGB(0xff0000)),
        100 * sqrt(0.62796 * 0.62796 + 0.22486 * 0.22486 + 0.12585 * 0.12585), 0.01);
}

static void
test_alpha_is_rounded_and_clamped(void)
{
    g_assert_cmpuint(color_with_alpha(COLOR_RGB(0), 0.5).a, ==, 128);
    g_assert_cmpuint(color_with_alpha(COLOR_RGB(0), 2).a, ==, 255);
    g_assert_cmpuint(color_with_alpha(COLOR_RGB(0), -1).a, ==, 0);
}

/* IEC 61966-2-1, of every value of a channel. */
static void
test_linear_light(void)
{
    for (guint i = 0; i < 256; i++) {
        double v = i / 255.0, light = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        Color grey = { (guint8)i, (guint8)i, (guint8)i, 255 };

        g_assert_cmpfloat_with_epsilon(color_contrast(grey, COLOR_RGB(0x000000)),
                                       (light + 0.05) / 0.05, 1e-12);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/color/hexadecimal-is-read", test_hexadecimal_is_read);
    g_test_add_func("/color/names-are-read-in-any-case", test_names_are_read_in_any_case);
    g_test_add_func("/color/all-names-of-css-are-found", test_all_names_of_css_are_found);
    g_test_add_func("/color/everything-else-is-refused", test_everything_else_is_refused);
    g_test_add_func("/color/hexadecimal-is-short-only-when-exact",
                    test_hexadecimal_is_short_only_when_exact);
    g_test_add_func("/color/mixing-runs-from-one-to-the-other",
                    test_mixing_runs_from_one_to_the_other);
    g_test_add_func("/color/every-grey-survives-oklab", test_every_grey_survives_oklab);
    g_test_add_func("/color/contrast-is-that-of-wcag", test_contrast_is_that_of_wcag);
    g_test_add_func("/color/text-is-readable-on-its-background",
                    test_text_is_readable_on_its_background);
    g_test_add_func("/color/contrast-is-ensured-with-the-least-change",
                    test_contrast_is_ensured_with_the_least_change);
    g_test_add_func("/color/a-contrast-out-of-reach-gives-the-extreme",
                    test_a_contrast_out_of_reach_gives_the_extreme);
    g_test_add_func("/color/a-colour-stays-on-its-side-of-the-background",
                    test_a_colour_stays_on_its_side_of_the_background);
    g_test_add_func("/color/greys-look-alike-to-everyone", test_greys_look_alike_to_everyone);
    g_test_add_func("/color/deficiency-is-that-of-machado",
                    test_colour_vision_deficiency_is_that_of_machado);
    g_test_add_func("/color/distance-is-that-of-oklab", test_distance_is_that_of_oklab);
    g_test_add_func("/color/alpha-is-rounded-and-clamped", test_alpha_is_rounded_and_clamped);
    g_test_add_func("/color/linear-light", test_linear_light);
    return g_test_run();
}
