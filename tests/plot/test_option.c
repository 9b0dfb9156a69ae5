#include "plot/option.h"
#include "plot/option_text.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *option, *value, *message; /* message NULL: the value is taken */
} SetCase;

static gboolean
set(Spec *spec, const char *option, const char *value, GError **error)
{
    const OptionDef *def = option_find(option);

    g_assert_nonnull(def);
    return option_set(spec, def, value, error);
}

static void
assert_set(Spec *spec, const char *option, const char *value)
{
    g_autoptr(GError) error = NULL;
    gboolean ok = set(spec, option, value, &error);

    g_assert_no_error(error);
    g_assert_true(ok);
}

static void
assert_refused(const char *option, const char *value, const char *message)
{
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(GError) error = NULL;

    g_assert_false(set(spec, option, value, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_false(option_is_given(spec, option));
}

static void
test_names_are_unique(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    g_assert_cmpuint(option_count, >, 40);
    for (const OptionDef *def = option_defs; def->name != NULL; def++) {
        g_assert_true(g_hash_table_add(seen, (gpointer)def->name));
        if (def->alias != NULL)
            g_assert_true(g_hash_table_add(seen, (gpointer)def->alias));
        /* --no-x is the negation of a switch. */
        g_assert_false(g_str_has_prefix(def->name, "no-"));
    }
}

static void
test_rows_are_complete(void)
{
    OptionGroup group = OPTION_GROUP_CHANNELS;

    for (const OptionDef *def = option_defs; def->name != NULL; def++) {
        g_assert_cmpstr(def->help, !=, "");
        g_assert_true((def->type == OPTION_CHOICE || def->type == OPTION_MODE) ==
                      (def->choices != NULL));
        g_assert_true(
            (def->metavar == NULL) ==
            (def->type == OPTION_CHOICE || def->type == OPTION_SWITCH || def->type == OPTION_MODE));
        if (def->type == OPTION_INTEGER || def->type == OPTION_NUMBER || def->type == OPTION_LENGTH)
            g_assert_cmpfloat(def->min, <, def->max);
        /* Groups stand together, in their order. */
        g_assert_cmpint(def->group, >=, group);
        group = def->group;
    }
    for (int i = 0; i < OPTION_GROUP_COUNT; i++)
        g_assert_nonnull(option_group_title((OptionGroup)i));
}

static void
test_defaults(void)
{
    g_autoptr(Spec) spec = spec_new();

    g_assert_cmpfloat(spec->width, ==, 800);
    g_assert_cmpfloat(spec->height, ==, 500);
    g_assert_cmpfloat(spec->scale, ==, 2);
    g_assert_cmpint(spec->stack, ==, STACK_CHOICE_AUTO);
    g_assert_cmpint(spec->gaps, ==, GAPS_BREAK);
    g_assert_true(spec->metadata);
    g_assert_false(spec->strict);
    g_assert_cmpstr(spec->encoding, ==, "UTF-8");
    g_assert_null(spec->title);
    g_assert_null(spec->where);
    for (const OptionDef *def = option_defs; def->name != NULL; def++)
        g_assert_false(option_is_given(spec, def->name));
}

static void
test_options_can_be_cleared(void)
{
    g_autoptr(Spec) spec = spec_new();
    const char *const given[][2] = { { "title", "a" },        { "where", "a > 1" },
                                     { "highlight", "a,b" },  { "y-domain", "1..2" },
                                     { "metadata", "off" },   { "stack", "none" },
                                     { "free-scales", "on" }, { "top", "3" },
                                     { "width", "300" },      { "fill-color", "red" },
                                     { "delimiter", "tab" } };
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(given); i++)
        assert_set(spec, given[i][0], given[i][1]);
    for (guint i = 0; i < G_N_ELEMENTS(given); i++)
        option_clear(spec, option_find(given[i][0]));
    option_append_given(spec, text);
    g_assert_cmpstr(text->str, ==, "");
    g_assert_null(spec->title);
    g_assert_null(spec->where);
    g_assert_false(spec->y.domain.given);
    g_assert_true(spec->metadata);
    g_assert_cmpfloat(spec->width, ==, 800);
    /* What does not repeat may be given again. */
    assert_set(spec, "title", "b");
}

static void
test_find(void)
{
    g_assert_cmpstr(option_find("title")->name, ==, "title");
    g_assert_true(option_find("colour") == option_find("color"));
    g_assert_true(option_find("o") == option_find("output"));
    g_assert_null(option_find("tit"));
    g_assert_null(option_find(""));
    g_assert_null(option_find("Title"));
}

static void
test_texts(void)
{
    g_autoptr(Spec) spec = spec_new();

    assert_set(spec, "title", "-2 % = less");
    assert_set(spec, "note", "");
    assert_set(spec, "where", "a > 1");
    assert_set(spec, "where", "b < 2");
    g_assert_cmpstr(spec->title, ==, "-2 % = less");
    g_assert_cmpstr(spec->note, ==, "");
    g_assert_true(option_is_given(spec, "note"));
    g_assert_cmpuint(spec->where->len, ==, 2);
    g_assert_cmpstr(spec->where->pdata[1], ==, "b < 2");
}

static void
test_second_value(void)
{
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(GError) error = NULL;

    assert_set(spec, "colour", "partner");
    g_assert_false(set(spec, "color", "partner", &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, "--color was given twice");
}

static void
test_lists(void)
{
    static const struct {
        const char *text;
        const char *items[5];
    } cases[] = {
        { "a,b", { "a", "b" } },
        { " a , b c ,", { "a", "b c" } },
        { "\"Korea, North\",China", { "Korea, North", "China" } },
        { "\"a \"\"b\"\" c\",d", { "a \"b\" c", "d" } },
        { "", { NULL } },
        { ",,", { NULL } },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) items = option_split_list(cases[i].text);

        for (guint k = 0; k < items->len; k++)
            g_assert_cmpstr(items->pdata[k], ==, cases[i].items[k]);
        g_assert_null(cases[i].items[items->len]);
    }
}

static void
test_lengths(void)
{
    static const struct {
        const char *text;
        double px;
    } cases[] = {
        { "800", 800 },
        { "800px", 800 },
        { "160mm", 160 * 96 / 25.4 },
        { "16cm", 160 * 96 / 25.4 },
        { "6in", 576 },
        { "450pt", 600 },
        { "1e3", 1000 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Spec) spec = spec_new();

        assert_set(spec, "width", cases[i].text);
        g_assert_cmpfloat_with_epsilon(spec->width, cases[i].px, 1e-9);
    }
}

static void
test_ranges(void)
{
    g_autoptr(Spec) spec = spec_new();

    assert_set(spec, "x-domain", "2019-01..2020-06");
    assert_set(spec, "y-domain", "-20..");
    g_assert_true(spec->x.domain.given && spec->x.domain.has_from && spec->x.domain.has_to);
    g_assert_cmpstr(spec->x.domain.from_text, ==, "2019-01");
    g_assert_cmpstr(spec->x.domain.to_text, ==, "2020-06");
    g_assert_true(spec->y.domain.has_from);
    g_assert_false(spec->y.domain.has_to);
    g_assert_cmpfloat(spec->y.domain.from, ==, -20);
}

static void
test_other_values(void)
{
    g_autoptr(Spec) spec = spec_new();

    assert_set(spec, "stack", "normalize");
    assert_set(spec, "strict", "on");
    assert_set(spec, "metadata", "off");
    assert_set(spec, "max-rows", "1e6");
    assert_set(spec, "dpi", "300");
    assert_set(spec, "delimiter", "tab");
    assert_set(spec, "fill-color", "#0856a6");
    g_assert_cmpint(spec->stack, ==, STACK_CHOICE_NORMALIZE);
    g_assert_true(spec->strict);
    g_assert_false(spec->metadata);
    g_assert_cmpint(spec->max_rows, ==, 1000000);
    g_assert_cmpfloat(spec->dpi, ==, 300);
    g_assert_cmpint(spec->delimiter, ==, '\t');
    g_assert_true(color_equal(spec->fill_color, COLOR_RGB(0x0856a6)));
}

/* Every word of a choice is its number. */
static void
test_choices_are_enumerators(void)
{
    static const SetCase cases[] = {
        { "legend", "none", NULL },       { "grid", "none", NULL },
        { "orient", "horizontal", NULL }, { "x-scale", "band", NULL },
        { "gaps", "zero", NULL },         { "preset", "wide", NULL },
        { "values", "off", NULL },        { "quotes", "lenient", NULL },
        { "ragged", "pad", NULL },
    };
    g_autoptr(Spec) spec = spec_new();

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_set(spec, cases[i].option, cases[i].value);
    g_assert_cmpint(spec->legend, ==, LEGEND_NONE);
    g_assert_cmpint(spec->grid, ==, GRID_NONE);
    g_assert_cmpint(spec->orient, ==, ORIENT_HORIZONTAL);
    g_assert_cmpint(spec->x.scale, ==, SCALE_CHOICE_BAND);
    g_assert_cmpint(spec->gaps, ==, GAPS_ZERO);
    g_assert_cmpint(spec->preset, ==, PRESET_WIDE);
    g_assert_cmpint(spec->values, ==, SWITCH_OFF);
    g_assert_cmpint(spec->quotes, ==, QUOTES_LENIENT);
    g_assert_cmpint(spec->ragged, ==, RAGGED_PAD);
}

static void
test_bad_values(void)
{
    static const SetCase cases[] = {
        { "stack", "normalise",
          "--stack: \"normalise\" is not one of auto, none, zero, normalize, center (did you mean "
          "\"normalize\"?)" },
        { "stack", "", "--stack: \"\" is not one of auto, none, zero, normalize, center" },
        { "strict", "yes", "--strict: \"yes\" is not on or off" },
        { "max-rows", "0", "--max-rows: \"0\" is not a number from 1 to 2147483647" },
        { "max-rows", "ten", "--max-rows: \"ten\" is not a number from 1 to 2147483647" },
        { "max-rows", "1.5", "--max-rows: \"1.5\" is not a whole number" },
        { "scale", "nan", "--scale: \"nan\" is not a number from 0.1 to 32" },
        { "scale", "-2", "--scale: \"-2\" is not a number from 0.1 to 32" },
        { "width", "wide", "--width: \"wide\" is not a length such as 800, 160mm or 6in" },
        { "width", "mm", "--width: \"mm\" is not a length such as 800, 160mm or 6in" },
        { "width", "5mm", "--width: \"5mm\" is not a length from 80 to 20000 px" },
        { "width", "1e9", "--width: \"1e9\" is not a length from 80 to 20000 px" },
        { "y-domain", "5",
          "--y-domain: \"5\" is not a range such as 0..100, 2000.. or "
          "2019-01..2020-06" },
        { "y-domain", "1..b",
          "--y-domain: \"1..b\" is not a range such as 0..100, 2000.. or "
          "2019-01..2020-06" },
        { "delimiter", "::", "--delimiter: \"::\" is not one character" },
        { "delimiter", "\"", "--delimiter: \"\"\" is not one character" },
        { "fill-color", "bleu", "--fill-color: \"bleu\" is not a colour" },
        { "title", "a\xff", "--title: \"a\\xFF\" is not valid UTF-8" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_refused(cases[i].option, cases[i].value, cases[i].message);
}

static void
test_output_is_bytes(void)
{
    g_autoptr(Spec) spec = spec_new();

    assert_set(spec, "o",
               "Gr\xf6\xdf"
               "e.svg");
    g_assert_cmpstr(spec->outputs->pdata[0], ==,
                    "Gr\xf6\xdf"
                    "e.svg");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/option/names-are-unique", test_names_are_unique);
    g_test_add_func("/option/rows-are-complete-and-groups-stand-together", test_rows_are_complete);
    g_test_add_func("/option/defaults-are-those-of-the-table", test_defaults);
    g_test_add_func("/option/can-be-cleared", test_options_can_be_cleared);
    g_test_add_func("/option/is-found-by-name-or-alias-never-by-abbreviation", test_find);
    g_test_add_func("/option/texts-are-kept-as-typed", test_texts);
    g_test_add_func("/option/takes-a-second-value-only-if-it-repeats", test_second_value);
    g_test_add_func("/option/lists-split-at-commas-outside-quotes", test_lists);
    g_test_add_func("/option/lengths-have-units", test_lengths);
    g_test_add_func("/option/ranges-may-be-open", test_ranges);
    g_test_add_func("/option/other-values-are-parsed", test_other_values);
    g_test_add_func("/option/choices-are-their-enumerators", test_choices_are_enumerators);
    g_test_add_func("/option/bad-values-are-named", test_bad_values);
    g_test_add_func("/option/file-names-are-bytes", test_output_is_bytes);
    return g_test_run();
}
