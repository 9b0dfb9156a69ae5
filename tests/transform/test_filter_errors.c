#include "transform/filter_sample.h"
#include "transform/transform.h"

static void
fails(const char *condition, const char *text)
{
    g_autoptr(Table) table = sample();
    GError *error = NULL;

    g_assert_null(transform_filter(table, condition, NULL, &error));
    assert_error(error, ERROR_USAGE, text);
}

static void
test_syntax_errors(void)
{
    fails("", "--where: the expression is empty");
    fails("  ", "--where: the expression is empty");
    fails("partner =", "--where: \"partner =\" ends where a value is expected (character 10)");
    fails("partner = ) or", "--where: \")\" stands where a value is expected (character 11)");
    fails("= 5", "--where: \"=\" stands where a value is expected (character 1)");
    fails("größe = 1 größe",
          "--where: \"größe\" stands where an operator or the end is expected (character 11)");
    fails("größe = 1 AND year = 1",
          "--where: \"AND\" stands where an operator or the end is expected (character 11); "
          "write and");
    fails("(größe = 1",
          "--where: \"(größe = 1\" ends where an operator or \")\" is expected (character 11)");
    fails("größe = 1)",
          "--where: \")\" stands where an operator or the end is expected (character 10)");
    fails("1 < größe < 3",
          "--where: \"<\" goes on with a comparison (character 11); write a < b and b < c");
    fails("total = missing",
          "--where: \"missing\" stands where a value is expected (character 9); write is missing");
    fails("total is 5",
          "--where: \"5\" stands where \"missing\" or \"not missing\" is expected (character 10)");
    fails("total is not",
          "--where: \"total is not\" ends where \"missing\" is expected (character 13)");
    fails("total not 5", "--where: \"5\" stands where \"in\" is expected (character 11)");
    fails("total in 5", "--where: \"5\" stands where \"(\" of a list is expected (character 10)");
    fails("total in ()",
          "--where: \")\" stands where a number or a text is expected (character 11)");
    fails("total in (5 6)",
          "--where: \"6\" stands where \",\" or \")\" is expected (character 13)");
    fails("total in (5,",
          "--where: \"total in (5,\" ends where a number or a text is expected (character 13)");
    fails("total in (-'a')", "--where: \"'a'\" stands where a number is expected (character 12)");
    fails("partner in (China)", "--where: \"China\" stands where a number or a text is expected "
                                "(character 13); texts stand in quotes");
    fails("total = - - 5", "--where: \"-\" stands where a value is expected (character 11)");
    fails("not", "--where: \"not\" ends where a value is expected (character 4)");
}

static void
test_character_errors(void)
{
    fails("größe = 'a", "--where: \"'a\" opens a quote that is not closed (character 9)");
    fails("a = \"it\"\"", "--where: \"\"it\"\"\" opens a quote that is not closed (character 5)");
    fails("`", "--where: \"`\" opens a quote that is not closed (character 1)");
    fails("größe @ 1", "--where: \"@\" is not understood (character 7); a name with it stands in "
                       "backquotes");
    fails("größe = 1 && year = 2", "--where: \"&&\" is not understood (character 11); write and");
    fails("größe = 1 || year = 2", "--where: \"||\" is not understood (character 11); write or");
    fails("!(größe = 1)", "--where: \"!\" is not understood (character 1); write not");
    fails("größe ≥ 1", "--where: \"≥\" is not understood (character 7); write >=");
    fails("partner = “China”",
          "--where: \"“\" is not understood (character 11); quotes are straight: \" or '");
    fails("größe = 5€", "--where: \"€\" is not understood (character 10); a name with it stands in "
                        "backquotes");
    fails("größe = 12abc",
          "--where: \"12abc\" is not a number (character 9); a name like it stands "
          "in backquotes");
    fails("größe = 1.2.3",
          "--where: \"1.2.3\" is not a number (character 9); a name like it stands "
          "in backquotes");
    fails("größe = 1e", "--where: \"1e\" is not a number (character 9); a name like it stands in "
                        "backquotes");
    fails("größe = 1e999",
          "--where: \"1e999\" is not a number (character 9); a name like it stands "
          "in backquotes");
    fails("größe = 0x10",
          "--where: \"0x10\" is not a number (character 9); a name like it stands in "
          "backquotes");
    fails("größe = 1 # 2", "--where: \"#\" is not understood (character 11); a name with it stands "
                           "in backquotes");
    fails("größe = 1 ; 2", "--where: \";\" is not understood (character 11); a name with it stands "
                           "in backquotes");
    fails("größe = . 2", "--where: \".\" is not a number (character 9); a name like it stands in "
                         "backquotes");
    fails("größe = \x01",
          "--where: \"\\x01\" is not understood (character 9); a name with it stands "
          "in backquotes");
    fails("gr\xf6\xdf", "--where: the expression is not UTF-8");
    fails("größe = 1 /* x */", "--where: \"*\" stands where a value is expected (character 12)");
}

static void
test_name_errors(void)
{
    fails("yaer = 5", "--where: \"yaer\" is not the name of a column (character 1) (did you mean "
                      "\"year\"?)");
    fails("Year = 5", "--where: \"Year\" is not the name of a column (character 1) (did you mean "
                      "\"year\"?)");
    fails("5 < xyzzy", "--where: \"xyzzy\" is not the name of a column (character 5)");
    fails("partner = China",
          "--where: \"China\" is not the name of a column (character 11); a text "
          "stands in quotes");
    fails("`no such` is missing",
          "--where: \"`no such`\" is not the name of a column (character 1)");
    fails("\"totl\" + 1 = 2",
          "--where: \"\"totl\"\" is not the name of a column (character 1) (did "
          "you mean \"total\"?)");
    fails("\"totl\" in (1)", "--where: \"\"totl\"\" is not the name of a column (character 1) (did "
                             "you mean \"total\"?)");
    fails("'total' is missing",
          "--where: \"'total'\" is text where a column is expected (character "
          "1); a name stands in backquotes");
    fails("\"partnr\" = \"China\"", "--where: \"\"partnr\" = \"China\"\" compares two texts and no "
                                    "column (character 1) (did you mean \"partner\"?)");
}

static void
test_type_errors(void)
{
    fails("partner > 5", "--where: \"partner > 5\" compares text on the left with a number on the "
                         "right (character 1); a text stands in quotes");
    fails("größe = 1 and 5 > partner",
          "--where: \"5 > partner\" compares a number on the left with "
          "text on the right (character 15); a text stands in quotes");
    fails("total = \"5\"", "--where: \"total = \"5\"\" compares a number on the left with text on "
                           "the right (character 1); a number stands without quotes");
    fails("\"x\" = total", "--where: \"\"x\" = total\" compares text on the left with a number on "
                           "the right (character 1)");
    fails("total = \"year\"",
          "--where: \"total = \"year\"\" compares a number on the left with text "
          "on the right (character 1); the name of a column stands in "
          "backquotes");
    fails("total = partner", "--where: \"total = partner\" compares a number on the left with text "
                             "on the right (character 1)");
    fails("date = partner", "--where: \"date = partner\" compares a time on the left with text on "
                            "the right (character 1)");
    fails("date > total", "--where: \"date > total\" compares a time on the left with a number on "
                          "the right (character 1)");
    fails("date = \"2019-13\"", "--where: \"\"2019-13\"\" is not a time (character 8); write it as "
                                "2019, 2019-03 or 2019-03-27");
    fails("date in (2019.5)", "--where: \"2019.5\" is not a year (character 10)");
    fails("partner in (5)", "--where: \"5\" is a number in a list that is compared with text "
                            "(character 13); a text stands in quotes");
    fails("total in (1, 'a')", "--where: \"'a'\" is text in a list that is compared with a number "
                               "(character 14)");
    fails("partner + 1 = 2",
          "--where: \"partner\" is text where a number is expected (character 1)");
    fails("date + 1 = 2", "--where: \"date\" is a time where a number is expected (character 1)");
    fails("1 + 'a' = 2", "--where: \"'a'\" is text where a number is expected (character 5)");
    fails("year",
          "--where: \"year\" is a time where a condition is expected (character 1); compare "
          "it with something");
    fails("total = 1 or total", "--where: \"total\" is a number where a condition is expected "
                                "(character 14); compare it with something");
    fails("not 'a'",
          "--where: \"'a'\" is text where a condition is expected (character 5); compare "
          "it with something");
    fails("(total = 1) = 1", "--where: \"total = 1\" is a condition where a value is expected "
                             "(character 2)");
    fails("1 = (total = 1)", "--where: \"total = 1\" is a condition where a value is expected "
                             "(character 6)");
    fails("(total = 1) + 1 = 2", "--where: \"total = 1\" is a condition where a number is expected "
                                 "(character 2)");
    fails("(total = 1) in (1)", "--where: \"total = 1\" is a condition where a value is expected "
                                "(character 2)");
}

static char *
nested(guint depth)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < depth; i++)
        g_string_append_c(text, '(');
    g_string_append(text, "größe = 1");
    for (guint i = 0; i < depth; i++)
        g_string_append_c(text, ')');
    return g_string_free(text, FALSE);
}

static void
test_depth(void)
{
    g_autoptr(Table) table = sample(), filtered = NULL;
    g_autofree char *deep = nested(64), *deeper = nested(65), *deepest = nested(100000);

    filtered = transform_filter(table, deep, NULL, NULL);
    assert_cells(filtered, "größe", "1");
    fails(deeper, "--where: \"(\" is nested deeper than 64 (character 65)");
    fails(deepest, "--where: \"(\" is nested deeper than 64 (character 65)");
}

static void
test_long_messages_are_cut(void)
{
    fails("partner = \"a very long text that goes on and on and on\" and year = ",
          "--where: \"… that goes on and on and on\" and year = \" ends where a value is expected "
          "(character 68)");
}

/* Whatever the bytes, there is a table or an error that shows a character. */
static void
test_any_bytes(void)
{
    static const char *const pieces[] = { "year", "(",  ")",     "not ", " and ",  "or",
                                          "=",    "<",  "'a'",   "\"",   "`",      "5",
                                          ".",    "-",  "in",    " is ", "ß",      "\n",
                                          ",",    "1e", "total", "/ *",  "missing" };
    g_autoptr(Table) table = sample();

    for (guint round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        GError *error = NULL;
        Table *filtered;

        for (gint n = g_test_rand_int_range(0, 9); n > 0; n--)
            g_string_append(text, pieces[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(pieces))]);
        filtered = transform_filter(table, text->str, NULL, &error);
        g_assert_true((filtered == NULL) == (error != NULL));
        if (error != NULL)
            g_assert_cmpint(error->code, ==, ERROR_USAGE);
        g_clear_error(&error);
        table_unref(filtered);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/filter-errors/points-at-syntax-errors", test_syntax_errors);
    g_test_add_func("/filter-errors/points-at-strange-characters", test_character_errors);
    g_test_add_func("/filter-errors/points-at-unknown-names", test_name_errors);
    g_test_add_func("/filter-errors/tells-which-side-has-which-type", test_type_errors);
    g_test_add_func("/filter-errors/bounds-nesting", test_depth);
    g_test_add_func("/filter-errors/cuts-long-messages", test_long_messages_are_cut);
    g_test_add_func("/filter-errors/survives-any-text", test_any_bytes);
    return g_test_run();
}
