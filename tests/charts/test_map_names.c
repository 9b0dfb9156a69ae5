#include "charts/figure.h"

static const char polls[] = "country,share,year\n"
                            "Thailand,56.5,2020\nLaos,20,2020\nVietnam,84,2020\n"
                            "Cambodia,53.8,2020\nMyanmar,48.1,2020\nMalaysia,53,2020\n"
                            "Singapore,65.8,2020\nBrunei,30.3,2020\nIndonesia,64.3,2020\n"
                            "Philippines,86.6,2020\n";
static const char visits[] = "place,year,kind\n"
                             "VNM,2012,a\nVNM,2001,a\nVNM,2019,b\nVNM,2018,b\n"
                             "SGP,2018,a\nSGP,2008,a\nMYS,2015,a\n";

/* What the lint calls an error, a line each. Caller frees. */
static char *
errors_of(const Figure *figure)
{
    g_autoptr(GPtrArray) findings = NULL;
    GString *text = g_string_new(NULL);

    g_assert_no_error(figure->error);
    findings = lint_run(figure->scene, figure->facts, figure->report, 0);
    for (guint i = 0; i < findings->len; i++) {
        const LintFinding *finding = findings->pdata[i];

        if (finding->rule->severity == SEVERITY_ERROR)
            g_string_append_printf(text, "%s: %s\n", finding->rule->name, finding->text);
    }
    return g_string_free(text, FALSE);
}

static void
assert_clean(const Figure *figure)
{
    g_autofree char *errors = errors_of(figure);

    g_assert_cmpstr(errors, ==, "");
}

/* The text, which has to be there. */
static const SceneNode *
text_node(const Figure *figure, const char *words)
{
    g_autoptr(GPtrArray) texts = figure_find(figure, ROLE_LABELS, NODE_TEXT);

    for (guint i = 0; i < texts->len; i++)
        if (strcmp(((const SceneNode *)texts->pdata[i])->text.text, words) == 0)
            return texts->pdata[i];
    g_error("no \"%s\"", words);
}

static void
test_value_stands_below_its_name(void)
{
    g_auto(Figure) figure = FIGURE("map", polls, "area-key=country", "fill=share");
    const SceneNode *name = text_node(&figure, "Thailand"), *value = text_node(&figure, "56.5");

    assert_clean(&figure);
    g_assert_cmpfloat(value->text.at.y, >, name->text.at.y);
    g_assert_cmpfloat(value->text.at.x, ==, name->text.at.x);
    g_assert_true(value->text.style.bold);
    g_assert_false(name->text.style.bold);
}

static void
test_sizes_and_themes(void)
{
    static const char *const pages[][4] = {
        { "theme=light", "width=400", "height=300", "label-places=all" },
        { "theme=dark", "width=800", "height=800", "label-places=auto" },
        { "theme=print", "width=1200", "height=800", "label-places=all" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_auto(Figure) colors = FIGURE("map", polls, "area-key=country", "fill=share", pages[i][0],
                                       pages[i][1], pages[i][2], pages[i][3]);
        g_auto(Figure) dots = FIGURE("map", visits, "place=place", "label=year", pages[i][0],
                                     pages[i][1], pages[i][2], pages[i][3]);

        assert_clean(&colors);
        assert_clean(&dots);
    }
}

static void
test_no_names_are_wanted(void)
{
    g_auto(Figure) colors =
        FIGURE("map", polls, "area-key=country", "fill=share", "label-places=none");
    g_auto(Figure) dots = FIGURE("map", visits, "place=place", "label=year", "label-places=none");
    g_autofree char *words = figure_texts(&dots, ROLE_LABELS);

    g_assert_false(figure_has_text(&colors, "Thailand"));
    /* What --label asks for is no name of a place. */
    g_assert_nonnull(strstr(words, "\u201912"));
    g_assert_null(strstr(words, "Vietnam"));
}

/* Only the neighbours that have room are named, in another style. */
static void
test_neighbours(void)
{
    g_auto(Figure) without = FIGURE("map", polls, "area-key=country", "fill=share");
    g_auto(Figure) with =
        FIGURE("map", polls, "area-key=country", "fill=share", "label-places=all");

    g_assert_false(figure_has_text(&without, "China"));
    g_assert_cmpfloat(text_node(&with, "China")->text.style.size, <,
                      text_node(&with, "Thailand")->text.style.size);
}

/* Dots of one place, in the order of their years, side by side; none over another. */
static void
test_dots_of_one_place(void)
{
    g_auto(Figure) figure = FIGURE("map", visits, "place=place", "label=year");
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);
    g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);

    g_assert_nonnull(
        strstr(words, "Vietnam|\u201901|\u201912|\u201918|\u201919|Singapore|\u201908|\u201918"));
    g_assert_nonnull(strstr(words, "Malaysia|\u201915"));
    g_assert_cmpuint(circles->len, ==, 7);
    for (guint i = 0; i < circles->len; i++)
        for (guint k = 0; k < i; k++) {
            const SceneNode *a = circles->pdata[i], *b = circles->pdata[k];

            g_assert_cmpfloat(hypot(a->circle.centre.x - b->circle.centre.x,
                                    a->circle.centre.y - b->circle.centre.y),
                              >=, a->circle.radius + b->circle.radius);
        }
}

/* Other words stand beside the dots, those of one place below each other. */
static void
test_words_beside_dots(void)
{
    static const char meetings[] = "place,what\nVNM,Summit\nVNM,Talks\nVNM,Visit\n";
    g_auto(Figure) figure = FIGURE("map", meetings, "place=place", "label=what");
    const SceneNode *first = text_node(&figure, "Summit"), *second = text_node(&figure, "Talks");

    assert_clean(&figure);
    g_assert_cmpfloat(first->text.at.x, ==, second->text.at.x);
    g_assert_cmpfloat(first->text.at.y, <, second->text.at.y);
    g_assert_cmpfloat(second->text.at.y, <, text_node(&figure, "Visit")->text.at.y);
    g_assert_true(text_node(&figure, "Vietnam")->text.style.bold);
}

static void
test_symbols_beyond_the_map_are_counted(void)
{
    g_auto(Figure) figure = FIGURE("map", visits, "place=place", "label=year", "extent=102,0,106,3",
                                   "width=600", "height=600");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(remarks, "5 of 7 dots lie beyond this map and are left out"));
}

/* By the cell, and by the name that its code stands for; neighbours too, when they are named. */
static void
test_renamed(void)
{
    g_auto(Figure) figure = FIGURE("map", polls, "area-key=country", "fill=share",
                                   "label-places=all", "rename=Thailand=ประเทศไทย",
                                   "rename=China=중국", "rename=Chile=칠레", "rename=Atlantis=A");
    g_autofree char *remarks = figure_remarks(&figure);

    assert_clean(&figure);
    g_assert_true(figure_has_text(&figure, "ประเทศไทย"));
    g_assert_true(figure_has_text(&figure, "중국"));
    g_assert_false(figure_has_text(&figure, "Thailand"));
    g_assert_nonnull(strstr(remarks, "Atlantis"));
    g_assert_null(strstr(remarks, "Chile"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/map/names/value-below-name", test_value_stands_below_its_name);
    g_test_add_func("/map/names/sizes-and-themes", test_sizes_and_themes);
    g_test_add_func("/map/names/no-names", test_no_names_are_wanted);
    g_test_add_func("/map/names/neighbours", test_neighbours);
    g_test_add_func("/map/names/dots-of-one-place", test_dots_of_one_place);
    g_test_add_func("/map/names/words-beside-dots", test_words_beside_dots);
    g_test_add_func("/map/names/beyond-the-map", test_symbols_beyond_the_map_are_counted);
    g_test_add_func("/map/names/renamed", test_renamed);
    return g_test_run();
}
