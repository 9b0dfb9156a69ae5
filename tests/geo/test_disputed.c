#include "geo/disputed.h"

#include "geo/country.h"

static const Extent earth = { -180, -90, 180, 90 };

static const Disputed *
row(const char *name)
{
    for (const Disputed *at = disputed_next_in(earth, NULL); at; at = disputed_next_in(earth, at))
        if (g_strcmp0(at->name, name) == 0)
            return at;
    g_test_message("no row %s", name);
    g_test_fail();
    return disputed_next_in(earth, NULL);
}

static gboolean
listed(Extent shown, const Disputed *wanted)
{
    for (const Disputed *at = disputed_next_in(shown, NULL); at; at = disputed_next_in(shown, at))
        if (at == wanted)
            return TRUE;
    return FALSE;
}

static guint
country_of(const Atlas *atlas, guint area)
{
    return area == ATLAS_NONE ? 0 : atlas_area(atlas, area).country;
}

/* Whether the boundaries draw a line between two countries inside the extent. */
static gboolean
has_border(const Atlas *atlas, const guint16 border[2], Extent extent)
{
    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        AtlasLine line = atlas_line(atlas, i);
        guint a = country_of(atlas, line.owners[0]), b = country_of(atlas, line.owners[1]);

        if (MIN(a, b) == border[0] && MAX(a, b) == border[1] && extent_meets(line.extent, extent))
            return TRUE;
    }
    return FALSE;
}

static void
test_every_row_speaks_of_something_drawn(void)
{
    g_autoptr(Atlas) atlas = atlas_new_countries();

    for (const Disputed *at = disputed_next_in(earth, NULL); at; at = disputed_next_in(earth, at)) {
        g_test_message("%s", at->name);
        g_assert_true(at->extent.west < at->extent.east && at->extent.south < at->extent.north);
        g_assert_cmpuint(atlas_next_in(atlas, at->extent, ATLAS_NONE), !=, ATLAS_NONE);
        g_assert_true(row(at->name) == at);
        for (guint k = 0; k < DISPUTED_MAX_BORDERS && at->borders[k][0] != 0; k++) {
            g_assert_cmpuint(at->borders[k][0], <, at->borders[k][1]);
            g_assert_true(has_border(atlas, at->borders[k], at->extent));
        }
    }
}

static void
test_what_is_in_view_is_named(void)
{
    Extent korea_to_java = { 88, -13, 150, 55 }, iberia = { -10, 36, 4, 44 };
    Extent pacific = { 140, -30, -120, 60 };

    g_assert_true(listed(korea_to_java, row("Taiwan")));
    g_assert_true(listed(korea_to_java, row("Southern Kuril Islands")));
    g_assert_true(listed(korea_to_java, row("Arunachal Pradesh")));
    g_assert_false(listed(korea_to_java, row("Crimea")));
    g_assert_true(listed(pacific, row("Southern Kuril Islands")));
    g_assert_false(listed(pacific, row("Falkland Islands")));
    g_assert_null(disputed_next_in(iberia, NULL));
    g_assert_true(listed((Extent){ -180, -90, 180, 90 }, row("Essequibo")));
}

static void
test_borders_are_told_by_their_owners_and_place(void)
{
    enum { INDIA = 356, PAKISTAN = 586, CHINA = 156, FRANCE = 250, SPAIN = 724 };
    Extent kashmir = { 74, 33, 75, 34 }, gujarat = { 68, 23, 70, 25 }, anywhere = { 0, 40, 5, 45 };

    g_assert_true(disputed_border(INDIA, PAKISTAN, kashmir));
    g_assert_true(disputed_border(PAKISTAN, INDIA, kashmir));
    g_assert_false(disputed_border(INDIA, PAKISTAN, gujarat));
    g_assert_true(disputed_border(CHINA, INDIA, (Extent){ 92, 27, 93, 28 }));
    g_assert_false(disputed_border(FRANCE, SPAIN, anywhere));
    g_assert_false(disputed_border(0, 0, kashmir));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/disputed/drawn", test_every_row_speaks_of_something_drawn);
    g_test_add_func("/disputed/shown", test_what_is_in_view_is_named);
    g_test_add_func("/disputed/borders", test_borders_are_told_by_their_owners_and_place);
    return g_test_run();
}
