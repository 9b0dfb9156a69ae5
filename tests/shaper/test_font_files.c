// The files that Pango takes for a text.
#include "shaper/font_files.h"

static void
add_name(const char *file, G_GNUC_UNUSED int index, gpointer data)
{
    g_ptr_array_add(data, g_path_get_basename(file));
}

static GPtrArray *
names_of(const char *text, const TextStyle *style)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(PangoText) pango = pango_text_new(FALSE);

    font_files(pango, text, style, add_name, names);
    return names;
}

static void
test_styles_have_their_files(void)
{
    const TextStyle plain = { .size = 12 }, bold = { .size = 12, .bold = TRUE };
    g_autoptr(GPtrArray) of_plain = names_of("Aa0", &plain), of_bold = names_of("Aa0", &bold);
    g_autoptr(GPtrArray) of_nothing = names_of("", &plain);

    g_assert_cmpuint(of_nothing->len, ==, 0);
    if (of_plain->len == 0 || !g_str_equal(of_plain->pdata[0], "LiberationSans-Regular.ttf")) {
        g_test_skip("Liberation Sans is not installed");
        return;
    }
    g_assert_cmpuint(of_plain->len, ==, 1);
    g_assert_cmpuint(of_bold->len, ==, 1);
    g_assert_cmpstr(of_bold->pdata[0], ==, "LiberationSans-Bold.ttf");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/font-files/styles-have-their-files", test_styles_have_their_files);
    return g_test_run();
}
