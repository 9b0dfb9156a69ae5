// What stands around a map and in its corners: keys, credit, scale bar, degrees, insets.
#include "charts/figure.h"

#define AREAS "iso,status,share\nTHA,open,20\nVNM,open,40\nLAO,closed,\nMMR,,20\nSGP,open,60\n"
#define LINKS "a,b,w,kind\nPRK,THA,2500000,old\nPRK,SGP,800000,new\nPRK,MMR,30000,old\n"

static void
assert_footer(const Figure *figure, const char *expected)
{
    g_autofree char *words = figure_texts(figure, ROLE_FOOTER);

    g_assert_cmpstr(words, ==, expected);
}

static void
test_kinds_widths_and_fills_have_keys(void)
{
    g_auto(Figure) figure = FIGURE("map", LINKS, "from=a", "to=b", "weight=w", "color=kind",
                                   "weight-label=Trade", "weight-unit=US$");
    g_autofree char *words = figure_texts(&figure, ROLE_LEGEND);

    g_assert_cmpstr(words, ==, "Kind|old|new|Trade, US$|2.5m|1.0m|200,000");
}

static void
test_a_single_key_of_kinds_needs_no_title(void)
{
    g_auto(Figure) figure = FIGURE("map", LINKS, "from=a", "to=b", "color=kind");
    g_autofree char *words = figure_texts(&figure, ROLE_LEGEND);

    g_assert_cmpstr(words, ==, "old|new");
}

/* Land without a row, and areas whose cell is empty, are one class, and no category. */
static void
test_no_data_is_a_class(void)
{
    g_auto(Figure) areas = FIGURE("map", AREAS, "area-key=iso", "fill=status");
    g_auto(Figure) numbers = FIGURE("map", AREAS, "area-key=iso", "fill=share", "lang=de");
    g_auto(Figure) all = FIGURE("map", "iso,v\nAUS,1\n", "area-key=iso", "fill=v",
                                "extent=120,-32,140,-20", "width=600", "height=400");
    g_autofree char *words = figure_texts(&areas, ROLE_LEGEND);

    g_assert_cmpstr(words, ==, "Status|open|closed|No data");
    g_assert_true(figure_has_text(&numbers, "Keine Daten"));
    g_assert_false(figure_has_text(&all, "No data"));
}

static void
test_the_credit_is_said_once(void)
{
    g_auto(Figure) here = FIGURE("map", "iso,v\nAUS,1\n", "area-key=iso", "fill=v",
                                 "extent=120,-32,140,-20", "source=X");
    g_auto(Figure) disputed = FIGURE("map", AREAS, "area-key=iso", "fill=status");
    g_auto(Figure) french =
        FIGURE("map", AREAS, "area-key=iso", "fill=status", "lang=fr", "source=X");
    g_auto(Figure) said = FIGURE("map", "iso,v\nAUS,1\n", "area-key=iso", "fill=v",
                                 "extent=120,-32,140,-20", "source=X. Boundaries: Natural Earth");

    assert_footer(&here, "Source: X|Boundaries: Natural Earth");
    assert_footer(&disputed, "Boundaries: Natural Earth, de facto; no position implied");
    assert_footer(&french, "Source\u00a0: X|Frontières\u00a0: Natural Earth, de facto\u00a0; sans "
                           "prise de position");
    assert_footer(&said, "Source: X. Boundaries: Natural Earth");
}

/* An inset may show what the map does not. */
static void
test_the_credit_sees_insets(void)
{
    g_auto(Figure) figure = FIGURE("map", "iso,v\nAUS,1\n", "area-key=iso", "fill=v",
                                   "extent=120,-32,140,-20", "inset=32,44,37,47");

    assert_footer(&figure, "Boundaries: Natural Earth, de facto; no position implied");
}

static void
test_a_scale_bar_is_round(void)
{
    g_auto(Figure) near =
        FIGURE("map", AREAS, "area-key=iso", "fill=status", "scale-bar=on", "extent=98,8,106,18");
    g_auto(Figure) world =
        FIGURE("map", AREAS, "area-key=iso", "fill=status", "scale-bar=on", "extent=world");
    g_autofree char *remarks = figure_remarks(&world);
    const SceneNode *words = figure_text_node(&near, "100 km");

    g_assert_cmpint(words->text.anchor, ==, ANCHOR_START);
    g_assert_nonnull(strstr(remarks, "--scale-bar: one scale would mislead"));
}

static void
test_degrees_stand_at_the_edge(void)
{
    g_auto(Figure) english =
        FIGURE("map", "x,y\n-20,-10\n", "x=x", "y=y", "graticule=on", "extent=-30,-20,-10,0");
    g_auto(Figure) indonesian = FIGURE("map", "x,y\n-20,-10\n", "x=x", "y=y", "graticule=on",
                                       "extent=-30,-20,-10,0", "lang=id");

    g_assert_true(figure_has_text(&english, "10° S"));
    g_assert_true(figure_has_text(&english, "20° W"));
    g_assert_true(figure_has_text(&indonesian, "10° LS"));
    g_assert_true(figure_has_text(&indonesian, "20° BB"));
}

/* Circles over a ramp are in a colour of their own, and each area is named once. */
static void
test_circles_over_a_ramp_are_told_apart(void)
{
    g_auto(Figure) figure =
        FIGURE("map", AREAS, "area-key=iso", "fill=share", "symbols=share", "values=off");
    g_auto(Figure) alone = FIGURE("map", AREAS, "area-key=iso", "symbols=share");
    g_autoptr(GPtrArray) over = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autoptr(GPtrArray) bare = figure_find(&alone, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);
    const SceneNode *last = over->pdata[over->len - 1], *first = bare->pdata[0];

    g_assert_cmpfloat(color_distance(last->fill, first->fill), >, 12);
    g_assert_true(strstr(words, "Thailand") == g_strrstr(words, "Thailand"));
}

static guint
count_frames(const Figure *figure)
{
    g_autoptr(GPtrArray) nodes = figure_find(figure, ROLE_GROUND, NODE_RECT);
    guint n = 0;

    for (guint i = 0; i < nodes->len; i++)
        n += ((const SceneNode *)nodes->pdata[i])->stroke.width > 0;
    return n;
}

/* What the inset is of lies outside of it, and its frame on the page. */
static void
test_insets_have_frames_and_names(void)
{
    g_auto(Figure) figure =
        FIGURE("map", AREAS, "area-key=iso", "fill=status", "inset=103,0.8,105,2", "width=500");
    g_auto(Figure) two = FIGURE("map", AREAS, "area-key=iso", "fill=status", "inset=103,0.8,105,2",
                                "inset=100,13,101,14");
    g_autofree char *remarks = figure_remarks(&two);

    g_assert_cmpuint(count_frames(&figure), ==, 1);
    g_assert_cmpuint(count_frames(&two), ==, 2);
    g_assert_true(figure_has_text(&figure, "Singapore"));
    g_assert_null(strstr(remarks, "--inset"));
}

static void
test_an_inset_of_more_than_the_map_is_said(void)
{
    g_auto(Figure) figure =
        FIGURE("map", AREAS, "area-key=iso", "fill=status", "inset=60,-40,160,60");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(remarks, "--inset: 60,-40,160,60 is smaller in its corner"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/map-keys/kinds", test_kinds_widths_and_fills_have_keys);
    g_test_add_func("/map-keys/single", test_a_single_key_of_kinds_needs_no_title);
    g_test_add_func("/map-keys/no-data", test_no_data_is_a_class);
    g_test_add_func("/map-keys/credit", test_the_credit_is_said_once);
    g_test_add_func("/map-keys/credit-insets", test_the_credit_sees_insets);
    g_test_add_func("/map-keys/scale-bar", test_a_scale_bar_is_round);
    g_test_add_func("/map-keys/degrees", test_degrees_stand_at_the_edge);
    g_test_add_func("/map-keys/circles", test_circles_over_a_ramp_are_told_apart);
    g_test_add_func("/map-keys/insets", test_insets_have_frames_and_names);
    g_test_add_func("/map-keys/inset-smaller", test_an_inset_of_more_than_the_map_is_said);
    return g_test_run();
}
