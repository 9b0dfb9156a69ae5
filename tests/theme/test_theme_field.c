#include "theme/theme_field.h"

#include <string.h>

static gboolean
set(const char *name, const char *value, Arena *arena, Theme *theme)
{
    const ThemeField *field = theme_field_find(name);

    g_assert_nonnull(field);
    return theme_field_set(field, value, arena, theme);
}

static void
test_fields_of_every_type_are_set(void)
{
    g_autoptr(Arena) arena = arena_new();
    Theme theme = *themes[0];

    g_assert_true(set("title-color", "#123", arena, &theme));
    g_assert_true(color_equal(theme.title.color, COLOR_RGB(0x112233)));
    g_assert_true(set("title-size", "31.5", arena, &theme));
    g_assert_cmpfloat(theme.title.size, ==, 31.5);
    g_assert_true(set("title-bold", "off", arena, &theme));
    g_assert_false(theme.title.bold);
    g_assert_true(set("font", "Noto Sans", arena, &theme));
    g_assert_cmpstr(theme.font, ==, "Noto Sans");
    g_assert_true(set("background", "none", arena, &theme));
    g_assert_cmpuint(theme.background.a, ==, 0);
    g_assert_true(set("palette", "petroff8", arena, &theme));
    g_assert_cmpstr(theme.series.name, ==, "petroff8");
    g_assert_true(set("palette", " #fff ,navy", arena, &theme));
    g_assert_null(theme.series.name);
    g_assert_cmpuint(theme.series.n, ==, 2);
    g_assert_true(color_equal(theme.series.colors[1], COLOR_RGB(0x000080)));
    g_assert_true(set("palette", "teal", arena, &theme));
    g_assert_cmpuint(theme.series.n, ==, 1);
}

static void
test_what_does_not_fit_changes_nothing(void)
{
    static const char *const bad[][2] = {
        { "title-color", "none" },
        { "title-color", "#12" },
        { "title-color", "#11223344" },
        { "title-color", "" },
        { "title-size", "3.9" },
        { "title-size", "201" },
        { "title-size", "12px" },
        { "title-size", "nan" },
        { "title-bold", "yes" },
        { "font", "" },
        { "palette", "" },
        { "palette", "#123, blu" },
        { "palette", "#12" },
        { "palette", "#123,none" },
        { "palette", "#123,,#456" },
        { "grey", "1" },
    };
    g_autoptr(Arena) arena = arena_new();
    Theme theme = *themes[0];

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(set(bad[i][0], bad[i][1], arena, &theme));
    g_assert_cmpmem(&theme, sizeof theme, themes[0], sizeof theme);
}

/* Each field's own value fits: no theme could be written down otherwise. */
static void
test_themes_lie_within_the_ranges(void)
{
    for (guint t = 0; themes[t] != NULL; t++)
        for (const ThemeField *field = theme_fields; field->name != NULL; field++) {
            double value;

            if (field->type != THEME_FIELD_NUMBER)
                continue;
            value = G_STRUCT_MEMBER(double, themes[t], field->offset);
            g_assert_cmpfloat(value, >=, field->min);
            g_assert_cmpfloat(value, <=, field->max);
        }
}

static void
test_names_are_one_each_and_ranges_are_said(void)
{
    g_autofree const char **names = theme_field_names();
    g_autofree char *size = theme_field_range(theme_field_find("title-size"));
    g_autofree char *color = theme_field_range(theme_field_find("grid"));

    g_assert_cmpstr(names[0], ==, "base");
    for (guint i = 1; names[i] != NULL; i++) {
        g_assert_true(theme_field_find(names[i]) == &theme_fields[i - 1]);
        g_assert_cmpuint(strlen(theme_fields[i - 1].help), >, 5);
    }
    g_assert_null(theme_field_find("base"));
    g_assert_null(theme_field_find("Title-size"));
    g_assert_cmpstr(size, ==, "a number from 4 to 200");
    g_assert_cmpstr(color, ==, "a colour");
}

static void
test_contrasts_name_colours(void)
{
    for (const ThemeContrast *contrast = theme_contrasts; contrast->field != NULL; contrast++) {
        const ThemeField *field = theme_field_find(contrast->field);

        g_assert_nonnull(field);
        g_assert_cmpuint(field->offset, ==, contrast->offset);
        g_assert_cmpint(field->type, ==, THEME_FIELD_COLOR);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/theme-field/fields-of-every-type-are-set", test_fields_of_every_type_are_set);
    g_test_add_func("/theme-field/what-does-not-fit-changes-nothing",
                    test_what_does_not_fit_changes_nothing);
    g_test_add_func("/theme-field/themes-lie-within-the-ranges", test_themes_lie_within_the_ranges);
    g_test_add_func("/theme-field/names-are-one-each-and-ranges-are-said",
                    test_names_are_one_each_and_ranges_are_said);
    g_test_add_func("/theme-field/contrasts-name-colours", test_contrasts_name_colours);
    return g_test_run();
}
