#include "layout/callout_number.h"

#include "layout/callout_map.h"

static GArray *
map_discs(Map *map, const Callout *callouts, guint n)
{
    return callout_discs_place(callouts, n, &map->style, map->occupied, page, &map->context);
}

static const CalloutDisc *
disc_at(const GArray *discs, guint index)
{
    return &g_array_index(discs, CalloutDisc, index);
}

static void
assert_apart(const GArray *discs)
{
    for (guint i = 0; i < discs->len; i++) {
        const CalloutDisc *disc = disc_at(discs, i);
        Rect box = rect_grow((Rect){ disc->centre.x, disc->centre.y, 0, 0 }, disc->radius - 1e-6,
                             disc->radius - 1e-6);

        g_assert_true(rect_contains(page, box));
        for (guint k = 0; k < i; k++)
            g_assert_cmpfloat(hypot(disc->centre.x - disc_at(discs, k)->centre.x,
                                    disc->centre.y - disc_at(discs, k)->centre.y),
                              >=, 2 * disc->radius - 1e-6);
    }
}

static void
test_discs_on_their_sites(void)
{
    g_auto(Map) map = map_new();
    Callout two[] = { { { 100, 100 }, 3, "1", "a", 0 }, { { 200, 100 }, 0, "2", "b", 0 } };
    g_autoptr(GArray) discs = map_discs(&map, two, 2), none = map_discs(&map, NULL, 0);

    g_assert_cmpuint(none->len, ==, 0);
    for (guint i = 0; i < 2; i++) {
        g_assert_cmpfloat(disc_at(discs, i)->centre.x, ==, two[i].site.x);
        g_assert_cmpfloat(disc_at(discs, i)->centre.y, ==, two[i].site.y);
        g_assert_false(disc_at(discs, i)->has_line);
        /* One figure is 4 px wide and 8 px high. */
        g_assert_cmpfloat_with_epsilon(disc_at(discs, i)->radius, hypot(2, 4) + 1, 1e-9);
    }
    g_assert_false(occupancy_is_free(map.occupied, TAKEN_WORDS, (Rect){ 100, 100, 1, 1 }));
}

static void
test_a_large_symbol_stays_in_view(void)
{
    g_auto(Map) map = map_new();
    Callout one = { { 100, 100 }, 20, "1", "a", 0 };
    g_autoptr(GArray) discs = map_discs(&map, &one, 1);
    const CalloutDisc *disc = disc_at(discs, 0);

    g_assert_cmpfloat(hypot(disc->centre.x - 100, disc->centre.y - 100), >=, 20 + disc->radius);
    g_assert_cmpfloat(hypot(disc->centre.x - 100, disc->centre.y - 100), <, 30 + disc->radius);
    g_assert_false(disc->has_line);
}

static void
test_one_place_side_by_side(void)
{
    g_auto(Map) map = map_new();
    Callout five[5];
    g_autoptr(GArray) discs = NULL;

    for (guint i = 0; i < 5; i++)
        five[i] = (Callout){ { 100, 100 }, 2, "1", "a", 0 };
    discs = map_discs(&map, five, 5);
    assert_apart(discs);
    for (guint i = 1; i < 4; i++) {
        g_assert_cmpfloat(disc_at(discs, i)->centre.y, ==, disc_at(discs, 0)->centre.y);
        g_assert_cmpfloat(disc_at(discs, i)->centre.x, >, disc_at(discs, i - 1)->centre.x);
    }
    g_assert_cmpfloat(disc_at(discs, 4)->centre.y, >, disc_at(discs, 0)->centre.y);
}

static void
test_a_crowd_spreads(void)
{
    g_auto(Map) map = map_new();
    Callout crowd[60];
    g_autoptr(GArray) discs = NULL;
    guint lines = 0;

    for (guint i = 0; i < G_N_ELEMENTS(crowd); i++)
        crowd[i] = (Callout){ { i % 8 * 4, i / 8 * 4 }, 2, "1", "a", 0 };
    discs = map_discs(&map, crowd, G_N_ELEMENTS(crowd));
    assert_apart(discs);
    for (guint i = 0; i < discs->len; i++)
        lines += disc_at(discs, i)->has_line;
    g_assert_cmpuint(lines, >, 20);
}

static void
test_the_list_is_as_high_as_its_words(void)
{
    g_auto(Map) map = map_new();
    Callout four[4];
    g_autoptr(CalloutList) none = callout_list_new(NULL, 0, &map.style, 200, 1, &map.context);
    g_autoptr(CalloutList) one = NULL, two = NULL;

    for (guint i = 0; i < 4; i++)
        four[i] = (Callout){ { 0, 0 }, 0, "May 2018", "A summit", 0 };
    one = callout_list_new(four, 4, &map.style, 200, 1, &map.context);
    two = callout_list_new(four, 4, &map.style, 200, 2, &map.context);
    g_assert_cmpfloat(callout_list_height(none), ==, 0);
    /* Two lines are 22.5 px; the disc is 0.472 px higher than the first line on either side; 7 px
     * between items. */
    g_assert_cmpfloat_with_epsilon(callout_list_height(one), 4 * 22.972 + 3 * 7, 0.01);
    g_assert_cmpfloat_with_epsilon(callout_list_height(two), 2 * 22.972 + 7, 0.01);
}

static void
test_the_list_is_drawn(void)
{
    g_auto(Map) map = map_new();
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(Scene) scene = NULL;
    Callout two[] = { { { 0, 0 }, 0, "May", "A summit", 7 }, { { 0, 0 }, 0, "June", NULL, 0 } };
    g_autoptr(CalloutList) list = callout_list_new(two, 2, &map.style, 200, 2, &map.context);
    const SceneNode *node;

    callout_list_draw(list, (Point){ 50, 60 }, builder, &map.context);
    scene = scene_builder_finish(builder);
    g_assert_cmpint(scene->root->group.first->group.role, ==, ROLE_LEGEND);
    node = scene->root->group.first->group.first;
    g_assert_cmpint(node->kind, ==, NODE_CIRCLE);
    g_assert_cmpfloat_with_epsilon(node->circle.centre.x, 50 + 5.472, 0.01);
    g_assert_cmpfloat_with_epsilon(node->circle.centre.y, 60 + 5.472, 0.01);
    node = node->next;
    g_assert_cmpstr(node->text.text, ==, "1");
    g_assert_cmpuint(node->text.subject, ==, 0);
    node = node->next;
    g_assert_cmpstr(node->text.text, ==, "May");
    g_assert_cmpuint(node->text.subject, ==, 7);
    g_assert_cmpfloat_with_epsilon(node->text.at.x, 50 + 2 * 5.472 + 5, 0.01);
    node = node->next->next;
    /* The second column begins half of the width and half of the gap further right. */
    g_assert_cmpfloat_with_epsilon(node->circle.centre.x, 50 + 109 + 5.472, 0.01);
    g_assert_cmpfloat_with_epsilon(node->circle.centre.y, 60 + 5.472, 0.01);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/callout-number/discs-on-their-sites", test_discs_on_their_sites);
    g_test_add_func("/callout-number/a-large-symbol-stays-in-view",
                    test_a_large_symbol_stays_in_view);
    g_test_add_func("/callout-number/one-place-side-by-side", test_one_place_side_by_side);
    g_test_add_func("/callout-number/a-crowd-spreads", test_a_crowd_spreads);
    g_test_add_func("/callout-number/the-list-is-as-high-as-its-words",
                    test_the_list_is_as_high_as_its_words);
    g_test_add_func("/callout-number/the-list-is-drawn", test_the_list_is_drawn);
    return g_test_run();
}
