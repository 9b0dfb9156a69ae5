#include "scale/scheme.h"

static const Color paper = COLOR_INIT(0xffffff), night = COLOR_INIT(0x15191f);

static const Color *
colors_of(const Palette *palette, gboolean dark)
{
    return dark ? palette->dark : palette->light;
}

/* The least distance between two of the first n colours as seen with one kind of vision; neighbours
 * only when asked. */
static double
least_distance(const Color *colors, guint n, CvdKind kind, gboolean neighbours)
{
    double least = 100;

    for (guint i = 0; i < n; i++) {
        for (guint j = i + 1; j < (neighbours ? MIN(i + 2, n) : n); j++) {
            double distance = color_distance(color_simulate_cvd(colors[i], kind),
                                             color_simulate_cvd(colors[j], kind));

            least = MIN(least, distance);
        }
    }
    return least;
}

static void
test_the_default_is_cartouche_with_eight_colours(void)
{
    g_assert_cmpstr(palettes[0]->name, ==, "cartouche");
    g_assert_cmpuint(palettes[0]->n, ==, 8);
}

static void
test_the_default_has_contrast_on_paper_and_at_night(void)
{
    for (guint i = 0; i < palettes[0]->n; i++) {
        g_assert_cmpfloat(color_contrast(palettes[0]->light[i], paper), >=, 3);
        g_assert_cmpfloat(color_contrast(palettes[0]->dark[i], night), >=, 3);
    }
}

static void
test_the_default_is_told_apart_with_every_colour_vision(void)
{
    for (int dark = FALSE; dark <= TRUE; dark++) {
        const Color *colors = colors_of(palettes[0], dark);

        for (int kind = CVD_PROTAN; kind <= CVD_TRITAN; kind++) {
            g_assert_cmpfloat(least_distance(colors, 6, (CvdKind)kind, FALSE), >=, 8.5);
            g_assert_cmpfloat(least_distance(colors, 8, (CvdKind)kind, FALSE), >=, 5.8);
            g_assert_cmpfloat(least_distance(colors, 8, (CvdKind)kind, TRUE), >=, 11);
        }
        g_assert_cmpfloat(least_distance(colors, 8, CVD_NONE, FALSE), >=, 11.5);
    }
}

static void
test_every_dark_row_has_contrast_at_night(void)
{
    for (guint p = 0; palettes[p] != NULL; p++) {
        for (guint i = 0; i < palettes[p]->n; i++)
            g_assert_cmpfloat(color_contrast(palettes[p]->dark[i], night), >=, 3);
    }
}

static void
test_palettes_with_pale_colours_say_so(void)
{
    for (guint p = 0; palettes[p] != NULL; p++) {
        guint n_pale = 0;

        for (guint i = 0; i < palettes[p]->n; i++)
            n_pale += color_contrast(palettes[p]->light[i], paper) < 3;
        g_assert_cmpint(n_pale > 0, ==,
                        g_str_has_suffix(palettes[p]->summary, "under 3:1 on white"));
    }
}

static void
test_published_palettes_are_told_apart(void)
{
    /* The least that Petroff's ten and the Analysis Function's six reach. */
    for (guint p = 0; palettes[p] != NULL; p++) {
        for (int kind = CVD_NONE; kind <= CVD_TRITAN; kind++)
            g_assert_cmpfloat(
                least_distance(palettes[p]->light, palettes[p]->n, (CvdKind)kind, FALSE), >=, 5);
    }
}

static void
assert_light(const char *name, guint n, const guint32 *rgb)
{
    const Palette *palette = palette_find(name);

    g_assert_nonnull(palette);
    g_assert_cmpuint(palette->n, ==, n);
    for (guint i = 0; i < n; i++)
        g_assert_true(color_equal(palette->light[i], COLOR_RGB(rgb[i])));
}

#define COLORS(...) \
    G_N_ELEMENTS(((const guint32[]){ __VA_ARGS__ })), ((const guint32[]){ __VA_ARGS__ })

static void
test_published_palettes_have_their_published_colours(void)
{
    assert_light("okabe-ito", COLORS(0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00,
                                     0xf0e442, 0x000000));
    assert_light("petroff6", COLORS(0x5790fc, 0xf89c20, 0xe42536, 0x964a8b, 0x9c9ca1, 0x7a21dd));
    assert_light("petroff8", COLORS(0x1845fb, 0xff5e02, 0xc91f16, 0xc849a9, 0xadad7d, 0x86c8dd,
                                    0x578dff, 0x656364));
    assert_light("petroff10", COLORS(0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6, 0xa96b59,
                                     0xe76300, 0xb9ac70, 0x717581, 0x92dadd));
    assert_light("analysis-function",
                 COLORS(0x12436d, 0x28a197, 0x801650, 0xf46a25, 0x3d3d3d, 0xa285d1));
}

static void
test_a_palette_is_found_by_its_name_only(void)
{
    for (guint p = 0; palettes[p] != NULL; p++)
        g_assert_true(palette_find(palettes[p]->name) == palettes[p]);
    g_assert_null(palette_find("rainbow"));
    g_assert_null(palette_find("Cartouche"));
    g_assert_null(palette_find(""));
}

static void
test_colours_past_the_end_are_new_shades(void)
{
    for (int dark = FALSE; dark <= TRUE; dark++) {
        Color colors[40];

        for (guint i = 0; i < G_N_ELEMENTS(colors); i++) {
            colors[i] = palette_color(palettes[0], i, dark);
            for (guint j = 0; j < i; j++)
                g_assert_false(color_equal(colors[i], colors[j]));
        }
        for (guint i = 0; i < 8; i++) {
            const Color background = dark ? night : paper;
            double first = color_contrast(colors[i], background);

            g_assert_true(color_equal(colors[i], colors_of(palettes[0], dark)[i]));
            g_assert_cmpfloat(color_contrast(colors[i + 8], background), >, first);
            g_assert_cmpfloat(color_contrast(colors[i + 16], background), <, first);
        }
    }
    g_assert_cmpuint(palette_color(palettes[0], G_MAXUINT, FALSE).a, ==, 255);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scheme/the-default-is-cartouche-with-eight-colours",
                    test_the_default_is_cartouche_with_eight_colours);
    g_test_add_func("/scheme/the-default-has-contrast-on-paper-and-at-night",
                    test_the_default_has_contrast_on_paper_and_at_night);
    g_test_add_func("/scheme/the-default-is-told-apart-with-every-colour-vision",
                    test_the_default_is_told_apart_with_every_colour_vision);
    g_test_add_func("/scheme/every-dark-row-has-contrast-at-night",
                    test_every_dark_row_has_contrast_at_night);
    g_test_add_func("/scheme/pale-colours-are-counted", test_palettes_with_pale_colours_say_so);
    g_test_add_func("/scheme/published-palettes-are-told-apart",
                    test_published_palettes_are_told_apart);
    g_test_add_func("/scheme/published-palettes-have-their-published-colours",
                    test_published_palettes_have_their_published_colours);
    g_test_add_func("/scheme/a-palette-is-found-by-its-name-only",
                    test_a_palette_is_found_by_its_name_only);
    g_test_add_func("/scheme/colours-past-the-end-are-new-shades",
                    test_colours_past_the_end_are_new_shades);
    return g_test_run();
}
