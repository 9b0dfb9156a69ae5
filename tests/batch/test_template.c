#include "batch/template.h"

static const TemplateName names[] = {
    { "stem", "a b", NULL },
    { "dir", "my data/x", NULL },
    { "partner", "Korea, Rep. (한국)", NULL },
    { "who", "KOR", "South Korea" },
    { "nobody", NULL, NULL },
    { NULL, NULL, NULL },
};

static void
assert_filled(TemplateKind kind, const char *text, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *filled = template_fill(text, kind, names, &error);

    g_assert_no_error(error);
    g_assert_cmpstr(filled, ==, expected);
}

static void
assert_refused(const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *filled = template_fill(text, TEMPLATE_TEXT, names, &error);

    g_assert_null(filled);
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, message);
}

static void
test_names_are_filled_in(void)
{
    assert_filled(TEMPLATE_TEXT, "To {partner}: {stem}", "To Korea, Rep. (한국): a b");
    assert_filled(TEMPLATE_PATH, "{dir}/{stem}-{partner}.svg",
                  "my data/x/a-b-Korea--Rep.--한국-.svg");
    assert_filled(TEMPLATE_PATH, "out of/x.svg", "out of/x.svg");
    assert_filled(TEMPLATE_TEXT, "To {who}", "To South Korea");
    assert_filled(TEMPLATE_PATH, "to-{who}.svg", "to-KOR.svg");
    assert_filled(TEMPLATE_TEXT, "", "");
}

static void
test_braces_can_be_said(void)
{
    assert_filled(TEMPLATE_TEXT, "{{stem} = {stem}", "{stem} = a b");
    assert_filled(TEMPLATE_TEXT, "{{{stem}}", "{a b}");
    assert_filled(TEMPLATE_TEXT, "a } b", "a } b");
    assert_filled(TEMPLATE_TEXT, "{{", "{");
    g_assert_true(template_has_names("a {{"));
    g_assert_false(template_has_names("a }"));
}

static void
test_what_stands_for_nothing_is_refused(void)
{
    assert_refused("{steam}", "{steam} stands for nothing (did you mean \"stem\"?); there are "
                              "{stem}, {dir}, {partner}, {who}, {nobody}, and {{ for a brace");
    assert_refused("{nobody}", "{nobody} stands for nothing here");
    assert_refused("a {stem", "\"a {stem\": a brace is not closed; {{ stands for a brace");
}

static void
test_names_are_safe_in_paths(void)
{
    const char *const cases[][2] = {
        { "Thailand", "Thailand" },
        { "a/b\\c", "a-b-c" },
        { "..", "--" },
        { "...", "---" },
        { "..a", "..a" },
        { "", "-" },
        { "a\nb\x01", "a-b-" },
        { "ไทย ที่", "ไทย-ที่" },
        { "caf\xe9", "caf-" },
        { "A_1.5-x", "A_1.5-x" },
        { "C:*?\"<>|", "C-------" },
        { "é", "é" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *safe = template_safe_name(cases[i][0]);

        g_assert_cmpstr(safe, ==, cases[i][1]);
    }
}

static void
test_stems(void)
{
    const char *const cases[][2] = {
        { "data/trade.2019.csv", "trade.2019" },
        { "trade", "trade" },
        { "a.b/trade", "trade" },
        { ".hidden", ".hidden" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *stem = template_stem(cases[i][0]);

        g_assert_cmpstr(stem, ==, cases[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template/names-are-filled-in", test_names_are_filled_in);
    g_test_add_func("/template/braces-can-be-said", test_braces_can_be_said);
    g_test_add_func("/template/what-stands-for-nothing-is-refused",
                    test_what_stands_for_nothing_is_refused);
    g_test_add_func("/template/names-are-safe-in-paths", test_names_are_safe_in_paths);
    g_test_add_func("/template/stems", test_stems);
    return g_test_run();
}
