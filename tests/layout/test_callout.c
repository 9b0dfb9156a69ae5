#include "layout/callout_map.h"

#include <string.h>

static gboolean
map_place(Map *map, const Callout *callouts, guint n, Rect area)
{
    g_clear_pointer(&map->places, g_array_unref);
    map->places = callouts_place(callouts, n, &map->style, map->occupied, area, &map->context);
    return map->places != NULL;
}

static const CalloutPlace *
map_at(const Map *map, guint index)
{
    return &g_array_index(map->places, CalloutPlace, index);
}

static double
turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
crosses(const Point a[2], const Point b[2])
{
    return turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0 &&
           turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0;
}

static gboolean
runs_through(const Point line[2], Rect box)
{
    for (guint i = 0; i <= 200; i++) {
        double x = line[0].x + (line[1].x - line[0].x) * i / 200;
        double y = line[0].y + (line[1].y - line[0].y) * i / 200;

        if (x > box.x && x < rect_right(box) && y > box.y && y < rect_bottom(box))
            return TRUE;
    }
    return FALSE;
}

/* With the tenth that other fonts are wider. */
static Rect
wider(Rect box)
{
    box.width *= 1 + SCENE_TEXT_SLACK;
    return box;
}

static Rect
symbol_box(const Callout *callout)
{
    double reach = callout->radius * G_SQRT2 / 2;

    return rect_grow((Rect){ callout->site.x, callout->site.y, 0, 0 }, reach, reach);
}

static double
distance(Point a, Point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static Rect
line_box(const CalloutPlace *place, guint index)
{
    TextExtents extents = g_array_index(place->block->lines, BlockLine, index).extents;

    return (Rect){ place->box.x,
                   place->box.y + text_block_baseline(place->block, index) - extents.ascent,
                   extents.width, extents.ascent + extents.descent };
}

/* land: as it was before the call-outs took their places. */
static void
assert_in_order(const Map *map, const Callout *callouts, guint n, Rect area, const Occupancy *land)
{
    g_assert_cmpuint(map->places->len, ==, n);
    for (guint i = 0; i < n; i++) {
        const CalloutPlace *place = map_at(map, i);

        g_assert_true(rect_contains(area, wider(place->box)));
        g_assert_true(occupancy_is_free(land, TAKEN_SURFACE, wider(place->box)));
        g_assert_true(occupancy_is_free(land, TAKEN_INK, wider(place->box)));
        g_assert_cmpfloat_with_epsilon(distance(place->leader[0], callouts[i].site),
                                       callouts[i].radius > 0 ? callouts[i].radius + 2 : 0, 1e-9);
        for (guint k = 0; k < place->block->lines->len; k++)
            g_assert_false(runs_through(place->leader, line_box(place, k)));
        for (guint k = 0; k < n; k++) {
            const CalloutPlace *other = map_at(map, k);

            g_assert_false(rect_intersects(place->box, symbol_box(&callouts[k])));
            if (k == i)
                continue;
            g_assert_false(rect_intersects(wider(place->box), wider(other->box)));
            g_assert_false(crosses(place->leader, other->leader));
            g_assert_false(runs_through(place->leader, wider(other->box)));
        }
    }
}

static void
assert_all_placed(Map *map, const Callout *callouts, guint n)
{
    g_autoptr(Occupancy) land = occupancy_new(page);

    g_assert_true(map_place(map, callouts, n, page));
    assert_in_order(map, callouts, n, page, land);
}

static void
test_none(void)
{
    g_auto(Map) map = map_new();

    g_assert_true(map_place(&map, NULL, 0, page));
    g_assert_cmpuint(map.places->len, ==, 0);
}

static void
test_one_stands_near_its_site(void)
{
    g_auto(Map) map = map_new();
    Callout one = { { 300, 200 }, 5, "May 2018", "A summit in Singapore", 0 };
    const CalloutPlace *place;

    assert_all_placed(&map, &one, 1);
    place = map_at(&map, 0);
    g_assert_cmpfloat(distance(place->leader[0], place->leader[1]), >=, 9);
    g_assert_cmpfloat(distance(place->leader[0], place->leader[1]), <, 12);
    g_assert_false(place->plated);
    g_assert_cmpuint(place->block->lines->len, ==, 3);
    /* Others see the words and the leader. */
    g_assert_false(occupancy_is_free(map.occupied, TAKEN_WORDS, place->box));
    g_assert_false(
        occupancy_line_is_free(map.occupied, TAKEN_WORDS, place->leader[0], place->leader[1]));
}

static void
test_words_stand_in_the_sea(void)
{
    g_auto(Map) map = map_new();
    Callout one = { { 100, 200 }, 5, "May 2018", "A summit in Singapore", 0 };
    g_autoptr(Occupancy) land = occupancy_new(page);

    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 0, 0, 250, 400 });
    occupancy_add_rect(land, TAKEN_SURFACE, (Rect){ 0, 0, 250, 400 });
    g_assert_true(map_place(&map, &one, 1, page));
    assert_in_order(&map, &one, 1, page, land);
    /* The leader is level. */
    g_assert_cmpfloat_with_epsilon(map_at(&map, 0)->leader[0].y, map_at(&map, 0)->leader[1].y, 1);
}

static void
test_no_sea_no_place_but_on_plates(void)
{
    g_auto(Map) map = map_new();
    Callout one = { { 100, 200 }, 5, "May 2018", "A summit in Singapore", 0 };

    occupancy_add_rect(map.occupied, TAKEN_SURFACE, page);
    g_assert_false(map_place(&map, &one, 1, page));
    map.style.covers_surfaces = TRUE;
    g_assert_true(map_place(&map, &one, 1, page));
    g_assert_true(map_at(&map, 0)->plated);
}

static void
test_a_leader_goes_round_a_name(void)
{
    g_auto(Map) map = map_new();
    Callout one = { { 300, 200 }, 5, "May 2018", "A summit in Singapore", 0 };

    /* Land all around but for a sea in the east and one in the west, behind a river of ink. */
    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 180, 0, 260, 400 });
    occupancy_add_rect(map.occupied, TAKEN_INK, (Rect){ 200, 0, 40, 400 });
    g_assert_true(map_place(&map, &one, 1, page));
    g_assert_cmpfloat(map_at(&map, 0)->box.x, >, 300);
}

static void
test_one_place_thrice(void)
{
    g_auto(Map) map = map_new();
    Callout three[] = { { { 300, 200 }, 4, "May 2018", "A summit in Singapore", 0 },
                        { { 300, 200 }, 4, "June 2018", "Another one, with a longer text", 0 },
                        { { 300, 200 }, 4, "July 2018", "The third", 0 } };

    assert_all_placed(&map, three, 3);
    for (guint i = 0; i < 3; i++)
        three[i].radius = 0;
    assert_all_placed(&map, three, 3);
}

static void
test_symbols_without_words(void)
{
    g_auto(Map) map = map_new();
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(Scene) scene = NULL;
    Callout three[] = { { { 200, 150 }, 3, NULL, "", 0 },
                        { { 100, 200 }, 5, "May 2018", "A summit", 0 },
                        { { 500, 100 }, 0, NULL, NULL, 0 } };

    /* A sea in the east that has room for two lines. */
    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 0, 0, 300, 400 });
    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 300, 0, 300, 188 });
    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 300, 220, 300, 180 });
    three[0].site.y = 197;
    g_assert_false(map_place(&map, three, 3, page));
    three[0].site.y = 194;
    g_assert_true(map_place(&map, three, 3, page));
    g_assert_cmpuint(map.places->len, ==, 3);
    g_assert_null(map_at(&map, 0)->block);
    callouts_draw(three, map.places, &map.style, builder);
    scene = scene_builder_finish(builder);
    g_assert_null(scene->root->group.first->next);
}

static void
test_wishes_that_cross(void)
{
    g_auto(Map) map = map_new();
    /* Two places one above the other, with a sea on one side only. */
    Callout two[] = { { { 100, 220 }, 4, "May 2018", "A summit in Singapore", 0 },
                      { { 100, 180 }, 4, "June 2018", "Another one", 0 } };

    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 0, 0, 300, 400 });
    g_assert_true(map_place(&map, two, 2, page));
    g_assert_cmpfloat(map_at(&map, 1)->box.y, <, map_at(&map, 0)->box.y);
    g_assert_false(crosses(map_at(&map, 0)->leader, map_at(&map, 1)->leader));
}

static void
test_scripts_and_long_words(void)
{
    g_auto(Map) map = map_new();
    Callout odd[] = {
        { { 300, 200 }, 4, "2019년 2월", "하노이: 두 번째 정상회담이 합의 없이 끝났다", 0 },
        { { 150, 100 },
          4,
          "กรกฎาคม 2543",
          "กรุงเทพฯเกาหลีเหนือเข้าร่วมการประชุมอาเซียนว่าด้วยความร่วมมือ",
          0 },
        { { 450, 300 },
          4,
          NULL,
          "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          0 },
        { { 100, 300 }, 4, "1983", "", 0 },
    };

    assert_all_placed(&map, odd, G_N_ELEMENTS(odd));
    g_assert_cmpuint(map_at(&map, 3)->block->lines->len, ==, 1);
}

static void
test_what_does_not_fit(void)
{
    g_auto(Map) map = map_new();
    Callout one = { { 30, 20 }, 4, "May 2018", "A summit in Singapore", 0 }, many[40], odd;

    g_assert_false(map_place(&map, &one, 1, (Rect){ 0, 0, 60, 40 }));
    g_assert_false(map_place(&map, &one, 1, (Rect){ 0, 0, 0, 0 }));
    /* Beyond the longest leader. */
    g_assert_false(map_place(&map, &one, 1, (Rect){ 400, 300, 200, 100 }));
    odd = one;
    odd.site.x = NAN;
    g_assert_false(map_place(&map, &odd, 1, page));
    odd = one;
    odd.site.x = 1e300;
    g_assert_false(map_place(&map, &odd, 1, page));
    for (guint i = 0; i < G_N_ELEMENTS(many); i++)
        many[i] = (Callout){ { 280 + i % 8 * 5, 180 + i / 8 * 5 },
                             2,
                             "May 2018",
                             "A text that takes room, as texts of call-outs do",
                             0 };
    g_assert_false(map_place(&map, many, G_N_ELEMENTS(many), page));
}

static guint32
next_random(guint32 *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void
add_land(Occupancy *occupied, Rect land)
{
    occupancy_add_rect(occupied, TAKEN_SURFACE, land);
    occupancy_add_line(occupied, TAKEN_INK, (Point){ land.x, land.y },
                       (Point){ rect_right(land), rect_bottom(land) }, 2);
}

/* Sites and islands anywhere; whatever is placed is in order. */
static void
test_random_maps(void)
{
    static const char *const texts[] = { "A summit", "Trade is suspended until further notice",
                                         "The ambassador is recalled, travel without a visa ends, "
                                         "and flights to the capital are cancelled" };
    guint32 state = 7;
    guint placed = 0;

    for (guint round = 0; round < 120; round++) {
        g_auto(Map) map = map_new();
        g_autoptr(Occupancy) land = occupancy_new(page);
        Callout callouts[16];
        guint n = 1 + next_random(&state) % G_N_ELEMENTS(callouts);
        Rect area = { next_random(&state) % 40, next_random(&state) % 40, 500, 350 };

        for (guint i = next_random(&state) % 8; i > 0; i--) {
            Rect island = { next_random(&state) % 600, next_random(&state) % 400,
                            next_random(&state) % 160, next_random(&state) % 120 };

            add_land(map.occupied, island);
            add_land(land, island);
        }
        for (guint i = 0; i < n; i++)
            callouts[i] =
                (Callout){ { 50 + next_random(&state) % 480, 50 + next_random(&state) % 300 },
                           next_random(&state) % 3 * 3,
                           "May 2018",
                           texts[next_random(&state) % G_N_ELEMENTS(texts)],
                           0 };
        if (!map_place(&map, callouts, n, area))
            continue;
        assert_in_order(&map, callouts, n, area, land);
        placed++;
    }
    g_assert_cmpuint(placed, >=, 60);
}

static void
test_same_input_same_places(void)
{
    g_auto(Map) first = map_new(), second = map_new();
    Callout callouts[8];

    for (guint i = 0; i < G_N_ELEMENTS(callouts); i++)
        callouts[i] = (Callout){ { 100 + i * 50, 100 + i * i * 53 % 200 },
                                 3,
                                 "May 2018",
                                 "Trade is suspended until further notice",
                                 0 };
    g_assert_true(map_place(&first, callouts, G_N_ELEMENTS(callouts), page));
    g_assert_true(map_place(&second, callouts, G_N_ELEMENTS(callouts), page));
    for (guint i = 0; i < G_N_ELEMENTS(callouts); i++)
        g_assert_cmpmem(&map_at(&first, i)->box, sizeof(Rect), &map_at(&second, i)->box,
                        sizeof(Rect));
}

static guint
count_kind(const SceneNode *node, NodeKind kind)
{
    guint count = 0;

    for (; node != NULL; node = node->next) {
        count += node->kind == kind;
        if (node->kind == NODE_GROUP)
            count += count_kind(node->group.first, kind);
    }
    return count;
}

static void
test_drawing(void)
{
    g_auto(Map) map = map_new();
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(Scene) scene = NULL;
    const SceneNode *group;
    Callout three[] = { { { 300, 200 }, 0, "May 2018", "A summit", 9 },
                        { { 300, 200 }, 0, "June 2018", "Another", 9 },
                        { { 100, 100 }, 5, "July 2018", "Trade ends", 0 } };

    occupancy_add_rect(map.occupied, TAKEN_SURFACE, (Rect){ 0, 0, 270, 400 });
    map.style.covers_surfaces = TRUE;
    g_assert_true(map_place(&map, three, 3, page));
    callouts_draw(three, map.places, &map.style, builder);
    scene = scene_builder_finish(builder);
    group = scene->root->group.first;
    g_assert_cmpint(group->group.role, ==, ROLE_ANNOTATION);
    /* Leaders are lines; one dot for the place of two; a plate on the land. */
    g_assert_cmpuint(count_kind(group, NODE_PATH), ==, 3);
    g_assert_cmpuint(count_kind(group, NODE_CIRCLE), ==, 1);
    g_assert_cmpuint(count_kind(group, NODE_RECT), ==, 1);
    g_assert_cmpuint(count_kind(group, NODE_TEXT), ==, 6);
    for (const SceneNode *node = group->group.first; node != NULL; node = node->next)
        if (node->kind == NODE_TEXT)
            g_assert_cmpuint(node->text.subject, ==, 9);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/callout/none", test_none);
    g_test_add_func("/callout/one-stands-near-its-site", test_one_stands_near_its_site);
    g_test_add_func("/callout/words-stand-in-the-sea", test_words_stand_in_the_sea);
    g_test_add_func("/callout/no-sea-no-place-but-on-plates", test_no_sea_no_place_but_on_plates);
    g_test_add_func("/callout/a-leader-goes-round-a-name", test_a_leader_goes_round_a_name);
    g_test_add_func("/callout/one-place-thrice", test_one_place_thrice);
    g_test_add_func("/callout/symbols-without-words", test_symbols_without_words);
    g_test_add_func("/callout/wishes-that-cross", test_wishes_that_cross);
    g_test_add_func("/callout/scripts-and-long-words", test_scripts_and_long_words);
    g_test_add_func("/callout/what-does-not-fit", test_what_does_not_fit);
    g_test_add_func("/callout/random-maps", test_random_maps);
    g_test_add_func("/callout/same-input-same-places", test_same_input_same_places);
    g_test_add_func("/callout/drawing", test_drawing);
    return g_test_run();
}
