// Words on a map: a broken rule is found, a good place is not.
#include "lint/scenes.h"

/* Two areas side by side, and a dot that stands for a third. */
#define MAP                                                                 \
    "group panel\n  group marks\n    group ground\n"                        \
    "      rect 0 0 400 200 fill #e8eff4\n"                                 \
    "      group mark title \"Aland: 1\" subject 1\n"                       \
    "        path fill #d8edfc d M 40 40 L 140 40 L 140 120 L 40 120 Z\n"   \
    "      group mark title \"Beland: 2\" subject 2\n"                      \
    "        path fill #a6d1f3 d M 140 40 L 240 40 L 240 120 L 140 120 Z\n" \
    "      group mark title \"Celand: 3\" subject 3\n"                      \
    "        circle 300 80 4 fill #a6d1f3\n"                                \
    "  group labels\n"

#define NAME(x, y, subject) \
    "    text " #x " " #y " \"Aland\" 12 fill #222 extents 40 9 3 15 subject " #subject "\n"

static void
test_in_its_area(void)
{
    ASSERT_FINDINGS(MAP NAME(60, 80, 1), NULL, "");
}

static void
test_beside_its_area(void)
{
    ASSERT_FINDINGS(MAP NAME(60, 150, 1), NULL, "");
}

static void
test_half_on_its_area(void)
{
    ASSERT_FINDINGS(MAP NAME(20, 80, 1), NULL,
                    "ground labels@20,71: \"Aland\" stands half on its area and half beside it");
}

static void
test_on_another_area(void)
{
    ASSERT_FINDINGS(MAP NAME(170, 80, 1), NULL,
                    "ground labels@170,71: \"Aland\" stands on Beland: 2, which it does not name");
    ASSERT_FINDINGS(MAP NAME(125, 80, 1), NULL,
                    "ground labels@125,71: \"Aland\" stands half on its area and half beside it\n"
                    "ground labels@125,71: \"Aland\" stands on Beland: 2, which it does not name");
}

/* Names of places may stand on any area, but hide no dot. */
static void
test_over_a_dot(void)
{
    ASSERT_FINDINGS(MAP NAME(170, 80, 9), NULL, "");
    ASSERT_FINDINGS(MAP NAME(280, 84, 9), NULL,
                    "ground labels@280,75: \"Aland\" stands on Celand: 3, which it does not name");
    ASSERT_FINDINGS(MAP NAME(306, 84, 3), NULL, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/ground/in-its-area", test_in_its_area);
    g_test_add_func("/lint/ground/beside-its-area", test_beside_its_area);
    g_test_add_func("/lint/ground/half-on-its-area", test_half_on_its_area);
    g_test_add_func("/lint/ground/on-another-area", test_on_another_area);
    g_test_add_func("/lint/ground/over-a-dot", test_over_a_dot);
    return g_test_run();
}
