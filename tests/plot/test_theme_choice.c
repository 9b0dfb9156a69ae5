#include "plot/theme_choice.h"

#include "plot/option.h"

#include <glib/gstdio.h>

/* The theme of a preset and a theme by name; NULL: not given. */
static Theme
choose(Arena *arena, const char *preset, const char *name)
{
    Spec *spec = spec_new();
    g_autoptr(GError) error = NULL;
    Theme theme;

    if (preset != NULL)
        g_assert_true(option_set(spec, option_find("preset"), preset, &error));
    if (name != NULL)
        g_assert_true(option_set(spec, option_find("theme"), name, &error));
    g_assert_true(theme_choose(spec, arena, NULL, &theme, &error));
    g_assert_no_error(error);
    spec_free(spec);
    return theme;
}

/* A slide of some width. */
static Theme
choose_wide(Arena *arena, const char *width)
{
    Spec *spec = spec_new();
    Theme theme;

    g_assert_true(option_set(spec, option_find("preset"), "slide", NULL));
    g_assert_true(option_set(spec, option_find("width"), width, NULL));
    g_assert_true(theme_choose(spec, arena, NULL, &theme, NULL));
    spec_free(spec);
    return theme;
}

static void
test_a_slide_in_the_colours_of_a_theme(void)
{
    g_autoptr(Arena) arena = arena_new();
    Theme plain = choose(arena, "slide", NULL), dark = choose(arena, "slide", "dark");
    Theme print = choose(arena, "slide", "print");

    g_assert_cmpfloat(plain.label.size, ==, theme_find("slide")->label.size);
    g_assert_cmpfloat(dark.label.size, ==, plain.label.size);
    g_assert_true(color_equal(dark.background, theme_find("dark")->background));
    g_assert_true(dark.dark);
    g_assert_true(print.grey);
    g_assert_cmpstr(print.series.name, ==, "grey");
    g_assert_cmpfloat(print.line_width, ==, plain.line_width);
    /* The words of a smaller slide are smaller. */
    g_assert_cmpfloat(choose_wide(arena, "640").label.size, ==, plain.label.size / 2);
    g_assert_cmpfloat(choose_wide(arena, "200").label.size, ==, plain.label.size / 2);
    g_assert_cmpfloat(choose_wide(arena, "1920").label.size, ==, plain.label.size * 1.5);
}

static void
test_a_square_is_larger_and_keeps_its_proportions(void)
{
    g_autoptr(Arena) arena = arena_new();
    Theme article = choose(arena, "article", "dark"), square = choose(arena, "square", "dark");
    Theme slide = choose(arena, "square", "slide");

    g_assert_cmpfloat(square.title.size, >, article.title.size * 1.2);
    g_assert_cmpfloat(square.title.size / article.title.size, ==,
                      square.source.size / article.source.size);
    g_assert_cmpfloat(square.margin / article.margin, ==, square.label.size / article.label.size);
    g_assert_cmpfloat(square.band_padding, ==, article.band_padding);
    /* What is made for a slide is large enough. */
    g_assert_cmpfloat(slide.label.size, ==, theme_find("slide")->label.size);
}

static void
test_sizes_of_a_file_are_as_they_stand_there(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "cartouche-theme-XXXXXX.ini", NULL);
    int fd = g_mkstemp(path);
    Theme theme;

    g_assert_cmpint(fd, >=, 0);
    g_close(fd, NULL);
    g_assert_true(g_file_set_contents(path, "[theme]\nlabel-size = 17\n", -1, NULL));
    theme = choose(arena, "square", path);
    g_assert_cmpfloat(theme.label.size, ==, 17);
    g_assert_cmpfloat(theme.title.size, >, theme_find("light")->title.size);
    theme = choose(arena, "slide", path);
    g_assert_cmpfloat(theme.label.size, ==, 17);
    g_assert_cmpfloat(theme.title.size, ==, theme_find("slide")->title.size);
    g_unlink(path);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/theme-choice/a-slide-in-the-colours-of-a-theme",
                    test_a_slide_in_the_colours_of_a_theme);
    g_test_add_func("/theme-choice/a-square-is-larger-and-keeps-its-proportions",
                    test_a_square_is_larger_and_keeps_its_proportions);
    g_test_add_func("/theme-choice/sizes-of-a-file-are-as-they-stand-there",
                    test_sizes_of_a_file_are_as_they_stand_there);
    return g_test_run();
}
