// Every theme can be read: sizes fall, and words stand out from the page.
#include "theme/theme.h"

#include <string.h>

static void
test_sizes_fall_strictly(void)
{
    for (guint i = 0; themes[i] != NULL; i++) {
        const Theme *theme = themes[i];
        const double sizes[] = { theme->title.size, theme->subtitle.size, theme->annotation.size,
                                 theme->label.size, theme->axis.size,     theme->source.size };

        for (guint k = 1; k < G_N_ELEMENTS(sizes); k++)
            g_assert_cmpfloat(sizes[k - 1], >, sizes[k]);
        g_assert_cmpfloat(theme->title.size, >, theme->panel_title.size);
        g_assert_cmpfloat(theme->panel_title.size, >, theme->label.size);
        g_assert_cmpfloat(theme->source.size, >=, 11);
    }
}

/* WCAG 2.2: 4.5 for text (1.4.3), 3 for what must be seen (1.4.11). */
static void
test_words_stand_out(void)
{
    for (guint i = 0; themes[i] != NULL; i++) {
        const Theme *theme = themes[i];
        const TextStyle *styles[] = { &theme->title,     &theme->subtitle, &theme->label,
                                      &theme->axis,      &theme->source,   &theme->panel_title,
                                      &theme->annotation };

        for (guint k = 0; k < G_N_ELEMENTS(styles); k++)
            g_assert_cmpfloat(color_contrast(styles[k]->color, theme->background), >=, 4.5);
        g_assert_cmpfloat(color_contrast(theme->zero, theme->background), >=, 3);
        /* The grid lies behind the data: seen, and lighter than the line of zero. */
        g_assert_cmpfloat(color_contrast(theme->grid, theme->background), >, 1.1);
        g_assert_cmpfloat(color_contrast(theme->grid, theme->background), <,
                          color_contrast(theme->zero, theme->background));
        g_assert_cmpfloat(color_contrast(theme->muted, theme->background), >, 1.5);
    }
}

static void
test_a_dark_theme_is_dark(void)
{
    for (guint i = 0; themes[i] != NULL; i++)
        g_assert_true(themes[i]->dark ==
                      (color_contrast(themes[i]->background, COLOR_RGB(0xffffff)) > 4.5));
}

static void
test_every_row_is_whole(void)
{
    g_assert_cmpstr(themes[0]->name, ==, "light");
    for (guint i = 0; themes[i] != NULL; i++) {
        const Theme *theme = themes[i];

        g_assert_true(theme_find(theme->name) == theme);
        g_assert_cmpuint(strlen(theme->summary), >, 10);
        g_assert_cmpfloat(theme->margin, >, 0);
        g_assert_cmpfloat(theme->band_padding, >, 0);
        g_assert_cmpfloat(theme->band_padding, <, 1);
        g_assert_cmpfloat(theme->line_width, >, theme->grid_width);
    }
    g_assert_null(theme_find("Light"));
    g_assert_null(theme_find(""));
}

static void
test_a_slide_is_larger(void)
{
    const Theme *slide = theme_find("slide"), *light = theme_find("light");

    g_assert_cmpfloat(slide->axis.size, >=, 1.5 * light->axis.size);
    g_assert_cmpfloat(slide->tick_spacing_x, >, light->tick_spacing_x);
}

static void
test_print_has_no_hue(void)
{
    const Theme *print = theme_find("print");
    const Color colors[] = { print->background, print->grid,           print->zero,
                             print->muted,      print->title.color,    print->label.color,
                             print->axis.color, print->subtitle.color, print->source.color };

    for (guint i = 0; i < G_N_ELEMENTS(colors); i++)
        g_assert_true(color_is_grey(colors[i]));
    g_assert_true(print->grey);
    for (guint i = 0; themes[i] != NULL; i++)
        g_assert_true(themes[i] == print || themes[i]->line_width > print->line_width);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/theme/text-sizes-fall-strictly", test_sizes_fall_strictly);
    g_test_add_func("/theme/words-stand-out-from-the-page", test_words_stand_out);
    g_test_add_func("/theme/a-dark-theme-is-dark", test_a_dark_theme_is_dark);
    g_test_add_func("/theme/every-row-is-whole", test_every_row_is_whole);
    g_test_add_func("/theme/a-slide-is-larger", test_a_slide_is_larger);
    g_test_add_func("/theme/print-has-no-hue", test_print_has_no_hue);
    return g_test_run();
}
