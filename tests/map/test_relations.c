#include "map/map_probe.h"

static const char trade[] = "from,to,w,kind\n"
                            "PRK,China,40,goods\n"
                            "DPRK,Thailand,20,goods\n"
                            "Hanoi,PRK,0.001,arms\n"
                            "CHN,THA,10,arms\n";

static void
look_at_nodes(const Map *map, const Plot *plot)
{
    static const char *const names[] = { "North Korea", "Hanoi", "China", "Thailand" };
    static const guint ends[][2] = { { 0, 2 }, { 0, 3 }, { 1, 0 }, { 2, 3 } };
    const Relations *relations = map->relations;

    g_assert_cmpuint(relations->n_nodes, ==, G_N_ELEMENTS(names));
    for (guint i = 0; i < relations->n_nodes; i++)
        g_assert_cmpstr(relations->nodes[i].name, ==, names[i]);
    g_assert_cmpuint(relations->n_links, ==, 4);
    for (guint i = 0; i < 4; i++) {
        g_assert_cmpuint(relations->links[i].from, ==, ends[i][0]);
        g_assert_cmpuint(relations->links[i].to, ==, ends[i][1]);
        g_assert_cmpint(relations->links[i].row, ==, i + 1);
    }
    g_assert_cmpuint(plot->n_series, ==, 2);
    g_assert_cmpuint(relations->links[2].series, ==, relations->links[3].series);
    g_assert_cmpuint(relations->links[0].series, !=, relations->links[2].series);
    g_assert_cmpfloat(relations->least, ==, 0.001);
    g_assert_cmpfloat(relations->most, ==, 40);
    g_assert_cmpstr(relations->links[1].title, ==, "North Korea – Thailand: 20");
}

/* Each place is one node by whatever names: where links begin, then where the others end. */
static void
test_nodes(void)
{
    g_auto(Figure) figure =
        MAP_FIGURE(look_at_nodes, trade, "from=from", "to=to", "weight=w", "color=kind");

    map_assert_drawn(&figure);
}

static void
look_at_widths(const Map *map, const Plot *plot)
{
    const RelationLink *links = map->relations->links;
    double widths[4];

    for (guint i = 0; i < 4; i++)
        widths[i] = relations_width(map->relations, plot->theme, links[i].weight);
    g_assert_cmpfloat_with_epsilon(widths[0], 13, 1e-9);
    g_assert_cmpfloat_with_epsilon(widths[1], 6.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(widths[3], 3.25, 1e-9);
    /* In proportion, but never too thin to be seen. */
    g_assert_cmpfloat_with_epsilon(widths[2], 0.75, 1e-9);
}

static void
look_at_plain_widths(const Map *map, const Plot *plot)
{
    g_assert_false(map->relations->weighted);
    for (guint i = 0; i < map->relations->n_links; i++) {
        g_assert_cmpfloat(map->relations->links[i].weight, ==, 1);
        g_assert_cmpfloat(relations_width(map->relations, plot->theme, 1), ==, 1.75);
        g_assert_null(map->relations->links[i].value);
    }
}

static void
test_widths(void)
{
    g_auto(Figure) figure = MAP_FIGURE(look_at_widths, trade, "from=from", "to=to", "weight=w");
    g_auto(Figure) plain = MAP_FIGURE(look_at_plain_widths, trade, "from=from", "to=to");

    map_assert_drawn(&figure);
    map_assert_drawn(&plain);
}

static void
look_at_one_pair(const Map *map, G_GNUC_UNUSED const Plot *plot)
{
    g_assert_cmpuint(map->relations->n_nodes, ==, 2);
    g_assert_cmpuint(map->relations->n_links, ==, 2);
    g_assert_true(map->relations->directed);
    g_assert_cmpstr(map->relations->links[0].title, ==, "North Korea → China");
    g_assert_cmpstr(map->relations->links[1].title, ==, "China → North Korea");
}

/* A pair in both directions is two links with arrows, and one too many without. */
static void
test_both_ways(void)
{
    static const char both[] = "from,to\nPRK,CHN\nCHN,PRK\n";
    g_auto(Figure) arrows =
        MAP_FIGURE(look_at_one_pair, both, "from=from", "to=to", "direction=arrow");
    g_auto(Figure) lines = MAP_FIGURE(NULL, both, "from=from", "to=to");
    g_auto(Figure) kinds =
        MAP_FIGURE(NULL, "from,to,k\nPRK,CHN,a\nCHN,PRK,b\n", "from=from", "to=to", "color=k");

    map_assert_drawn(&arrows);
    map_assert_refused(&lines, ERROR_INPUT, "data.csv", 3, 0, "(in either direction)");
    map_assert_drawn(&kinds);
}

static void
test_refused(void)
{
    g_auto(Figure) self = MAP_FIGURE(NULL, "a,b\nPRK,CHN\nKP,408\n", "from=a", "to=b");
    g_auto(Figure) names =
        MAP_FIGURE(NULL, "a,b\nPRK,CHN\nKP,China\n", "from=a", "to=b", "direction=arrow");
    g_auto(Figure) zero =
        MAP_FIGURE(NULL, "a,b,w\nPRK,CHN,1\nPRK,RUS,0\n", "from=a", "to=b", "weight=w");
    g_auto(Figure) below =
        MAP_FIGURE(NULL, "a,b,w\nPRK,CHN,1\nPRK,RUS,-0.5\n", "from=a", "to=b", "weight=w");
    g_auto(Figure) half = MAP_FIGURE(NULL, "a,b\nPRK,CHN\n", "from=a");

    map_assert_refused(&self, ERROR_INPUT, "data.csv", 3, 0, "North Korea to itself");
    map_assert_refused(&names, ERROR_INPUT, "data.csv", 3, 0, "North Korea and China");
    map_assert_refused(&zero, ERROR_INPUT, "data.csv", 3, 3, "0 is no width");
    map_assert_refused(&below, ERROR_INPUT, "data.csv", 3, 3, "-0.5 is no width");
    map_assert_refused(&half, ERROR_USAGE, NULL, 0, 0, "--from and --to");
}

static void
look_at_names(const Map *map, G_GNUC_UNUSED const Plot *plot)
{
    g_assert_cmpstr(map->relations->nodes[0].name, ==, "North");
    g_assert_cmpstr(map->relations->nodes[1].name, ==, "Middle");
}

/* By the code in the data, and by the name that the map would show. */
static void
test_renamed(void)
{
    g_auto(Figure) figure = MAP_FIGURE(look_at_names, "a,b\nPRK,CHN\n", "from=a", "to=b",
                                       "rename=PRK=North", "rename=China=Middle");
    g_auto(Figure) same =
        MAP_FIGURE(NULL, "a,b\nPRK,CHN\nPRK,RUS\n", "from=a", "to=b", "rename=RUS=China");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==, "");
    map_assert_drawn(&figure);
    map_assert_refused(&same, ERROR_INPUT, "data.csv", 3, 2, "another place than the \"China\"");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/relations/nodes", test_nodes);
    g_test_add_func("/relations/widths", test_widths);
    g_test_add_func("/relations/both-ways", test_both_ways);
    g_test_add_func("/relations/refused", test_refused);
    g_test_add_func("/relations/renamed", test_renamed);
    return g_test_run();
}
