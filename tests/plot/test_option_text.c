#include "plot/option_text.h"

#include <stdarg.h>
#include <string.h>

static void
assert_given(const char *expected, ...)
{
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(GString) out = g_string_new(NULL);
    va_list options;

    va_start(options, expected);
    for (const char *name = va_arg(options, const char *); name != NULL;
         name = va_arg(options, const char *)) {
        g_autoptr(GError) error = NULL;

        option_set(spec, option_find(name), va_arg(options, const char *), &error);
        g_assert_no_error(error);
    }
    va_end(options);
    option_append_given(spec, out);
    g_assert_cmpstr(out->str, ==, expected);
}

static void
test_options_stand_in_the_order_of_the_table(void)
{
    assert_given("", NULL);
    assert_given(" --x=year --y=total --title=Trade", "title", "Trade", "y", "total", "x", "year",
                 NULL);
    assert_given(" --colors='A=#ff0000' --colors=B=blue", "colors", "A=#ff0000", "colors", "B=blue",
                 NULL);
}

static void
test_values_have_one_form(void)
{
    assert_given(" --width=604.724409448819", "width", "160mm", NULL);
    assert_given(" --width=576", "width", "6in", NULL);
    assert_given(" --fill-color='#ff0000'", "fill-color", "red", NULL);
    assert_given(" --highlight='Laos,\"a,b\",\"say \"\"so\"\"\"'", "highlight",
                 " Laos , \"a,b\",\"say \"\"so\"\"\"", NULL);
    assert_given(" --x-domain=2000..", "x-domain", "2000..", NULL);
    assert_given(" --delimiter=tab", "delimiter", "\\t", NULL);
    assert_given(" --cumulative=on", "cumulative", "on", NULL);
    assert_given(" --free-scales=both", "free-scales", "on", NULL);
}

static void
test_defaults_are_left_out_unless_they_mean_something(void)
{
    assert_given("", "scale", "2", "legend", "auto", "cumulative", "off", "width", "800", NULL);
    assert_given(" --midpoint=0", "midpoint", "0", NULL);
    assert_given(" --preset=slide --width=800", "preset", "slide", "width", "800", NULL);
}

static void
test_outputs_and_folders_are_left_out(void)
{
    assert_given(" --join=b.csv --on=id --theme=./house.ini --colors=@names.csv", "output",
                 "/tmp/a.svg", "join", "/home/me/b.csv", "on", "id", "theme", "/etc/house.ini",
                 "colors", "@/srv/names.csv", "strict", "on", "mkdir", "on", NULL);
}

static void
test_words_are_quoted_for_a_shell(void)
{
    assert_given(" --title='It'\\''s $5 \"net\"'", "title", "It's $5 \"net\"", NULL);
    assert_given(" --title=''", "title", "", NULL);
    assert_given(" --title='한국'", "title", "한국", NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/option-text/order", test_options_stand_in_the_order_of_the_table);
    g_test_add_func("/option-text/one-form", test_values_have_one_form);
    g_test_add_func("/option-text/defaults", test_defaults_are_left_out_unless_they_mean_something);
    g_test_add_func("/option-text/no-folders", test_outputs_and_folders_are_left_out);
    g_test_add_func("/option-text/shell", test_words_are_quoted_for_a_shell);
    return g_test_run();
}
