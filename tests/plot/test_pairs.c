#include "plot/pairs.h"

static const char *const keys[] = { "x", "y", "text", NULL };

static void
assert_pairs(const char *text, const char *x, const char *y, const char *words)
{
    char *values[3] = { NULL };
    g_autoptr(GError) error = NULL;
    gboolean ok = pairs_parse("annotate", text, keys, values, &error);

    g_assert_no_error(error);
    g_assert_true(ok);
    g_assert_cmpstr(values[0], ==, x);
    g_assert_cmpstr(values[1], ==, y);
    g_assert_cmpstr(values[2], ==, words);
    for (guint i = 0; i < 3; i++)
        g_free(values[i]);
}

static void
assert_refused(const char *text, const char *message)
{
    char *values[3] = { NULL };
    g_autoptr(GError) error = NULL;

    g_assert_false(pairs_parse("annotate", text, keys, values, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
    if (message != NULL)
        g_assert_cmpstr(error->message, ==, message);
    for (guint i = 0; i < 3; i++)
        g_free(values[i]);
}

static void
test_pairs_come_in_any_order(void)
{
    assert_pairs("x=2017, y=28.8, text=Peak", "2017", "28.8", "Peak");
    assert_pairs("text=Peak,y=28.8,x=2017", "2017", "28.8", "Peak");
    assert_pairs("  x = 1 ", "1", NULL, NULL);
}

static void
test_commas_need_no_quotes(void)
{
    assert_pairs("text=Exports fell, then stopped, x=1", "1", NULL, "Exports fell, then stopped");
    assert_pairs("text=a=b, c=d, y=2", NULL, "2", "a=b, c=d");
}

static void
test_quotes_hold_keys(void)
{
    assert_pairs("text=\"x=1, \"\"y\"\"=2\", x=3", "3", NULL, "x=1, \"y\"=2");
}

static void
test_backslash_n_breaks_a_line(void)
{
    assert_pairs("text=one\\ntwo", NULL, NULL, "one\ntwo");
}

static void
test_wrong_pairs_are_named(void)
{
    assert_refused("z=1", "--annotate: no key \"z\"; keys are x=, y=, text=");
    assert_refused("x=1, x=2", "--annotate: \"x\" is given twice");
    assert_refused("", NULL);
    assert_refused("peak", NULL);
}

static void
test_a_long_text_is_cut_between_letters(void)
{
    char *values[3] = { NULL };
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < 50; i++)
        g_string_append(text, "ไ");
    g_assert_false(pairs_parse("annotate", text->str, keys, values, &error));
    g_assert_true(g_utf8_validate(error->message, -1, NULL));
}

static void
test_unknown_keys_bring_the_nearest(void)
{
    g_autoptr(GError) error = NULL;

    assert_refused("texte=a", "--annotate: no key \"texte\" (did you mean \"text\"?); keys are x=, "
                              "y=, text=");
    g_assert_false(pairs_check_value("annotate", "1, texte=a", keys, &error));
    g_assert_cmpstr(error->message, ==,
                    "--annotate: no key \"texte\" (did you mean \"text\"?); keys are x=, y=, "
                    "text=");
    g_assert_true(pairs_check_value("annotate", "sum(a), b", keys, NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pairs/come-in-any-order", test_pairs_come_in_any_order);
    g_test_add_func("/pairs/commas-need-no-quotes", test_commas_need_no_quotes);
    g_test_add_func("/pairs/quotes-hold-keys", test_quotes_hold_keys);
    g_test_add_func("/pairs/backslash-n-breaks-a-line", test_backslash_n_breaks_a_line);
    g_test_add_func("/pairs/wrong-ones-are-named", test_wrong_pairs_are_named);
    g_test_add_func("/pairs/unknown-keys-bring-the-nearest", test_unknown_keys_bring_the_nearest);
    g_test_add_func("/pairs/a-long-text-is-cut-between-letters",
                    test_a_long_text_is_cut_between_letters);
    return g_test_run();
}
