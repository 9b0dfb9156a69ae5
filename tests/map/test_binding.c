// Fills, symbols and notes as they are bound.
#include "map/map_probe.h"

static Fixture folder;

/* "OPTION=PATH" of a file beside the data; until the folder goes. */
static const char *
file_option(const char *option, const char *name, const char *text)
{
    g_autofree char *path = fixture_path(&folder, name);
    g_autofree char *pair = g_strdup_printf("%s=%s", option, path);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    return g_intern_string(pair);
}

static void
look_at_ramp(const Map *map, G_GNUC_UNUSED const Plot *plot)
{
    const MapFills *fills = map->fills;

    g_assert_true(fills->ramp);
    g_assert_cmpuint(fills->n, ==, 3);
    g_assert_cmpstr(fills->items[0].title, ==, "China: 5");
    g_assert_cmpstr(fills->items[0].value, ==, "5");
    g_assert_cmpint(fills->items[0].row, ==, 1);
    g_assert_cmpuint(fills->items[0].panel, ==, G_MAXUINT);
    g_assert_cmpfloat(fills->items[2].color.a, ==, 0);
    g_assert_null(fills->items[2].value);
    g_assert_true(fills->misses);
}

/* Areas without a shape and rows without an area are counted, empty values are no data. */
static void
test_ramp(void)
{
    const char *areas =
        file_option("areas", "areas.csv", "k,v\nCHN,5\nTHA,1\nFrench Guiana,2\n,4\nRUS,\n");
    g_auto(Figure) figure = MAP_FIGURE(look_at_ramp, "from,to\nPRK,CHN\n", "from=from", "to=to",
                                       areas, "area-key=k", "fill=v");
    g_autofree char *remarks = figure_remarks(&figure);

    map_assert_drawn(&figure);
    g_assert_nonnull(strstr(remarks, "1 row has no value in column \"k\" and is left out\n"));
    g_assert_nonnull(strstr(remarks, "1 area (French Guiana) has no shape of its own in the "
                                     "boundaries and is not filled\n"));
}

static void
look_at_categories(const Map *map, const Plot *plot)
{
    const MapFill *items = map->fills->items;

    g_assert_false(map->fills->ramp);
    g_assert_cmpuint(map->fills->n, ==, 3);
    g_assert_cmpstr(items[0].title, ==, "China: a, visited");
    g_assert_cmpstr(items[1].title, ==, "Thailand: b");
    g_assert_true(color_equal(items[0].color, items[2].color));
    g_assert_false(color_equal(items[0].color, items[1].color));
    g_assert_false(color_equal(items[0].color, plot->theme->land));
    g_assert_cmpuint(items[0].hatch, ==, 1);
    g_assert_cmpuint(items[1].hatch, ==, 0);
    g_assert_cmpuint(items[2].hatch, ==, 2);
}

static void
test_categories(void)
{
    g_auto(Figure) figure =
        MAP_FIGURE(look_at_categories, "k,v,h\nCHN,a,visited\nTHA,b,\nRUS,a,planned\n",
                   "area-key=k", "fill=v", "hatch=h");

    map_assert_drawn(&figure);
}

static void
look_at_panels(const Map *map, const Plot *plot)
{
    g_assert_cmpuint(plot->n_panels, ==, 2);
    g_assert_cmpuint(map->fills->items[0].panel, ==, 0);
    g_assert_cmpuint(map->fills->items[1].panel, ==, 1);
    g_assert_cmpuint(map->fills->items[0].area, ==, map->fills->items[1].area);
}

static void
test_doubles(void)
{
    g_auto(Figure) names = MAP_FIGURE(NULL, "k,v\nCHN,1\nTHA,2\nChina,3\n", "area-key=k", "fill=v");
    g_auto(Figure) panels = MAP_FIGURE(look_at_panels, "k,v,p\nCHN,1,x\nChina,3,y\n", "area-key=k",
                                       "fill=v", "facet=p");
    g_auto(Figure) sums = MAP_FIGURE(NULL, "k,v\nCHN,1\nCHN,2\n", "area-key=k", "fill=sum(v)");
    g_auto(Figure) hatches =
        MAP_FIGURE(NULL, "k,h\nCHN,1a\nTHA,2a\nRUS,3a\nLAO,4a\n", "area-key=k", "hatch=h");
    g_auto(Figure) unknown = MAP_FIGURE(NULL, "k,v\nCHN,1\nHanoi,2\n", "area-key=k", "fill=v");
    g_auto(Figure) keyless = MAP_FIGURE(NULL, "k,v\nCHN,1\n", "fill=v");

    map_assert_refused(&names, ERROR_INPUT, "data.csv", 4, 1, "a second row for China");
    map_assert_drawn(&panels);
    map_assert_drawn(&sums);
    map_assert_refused(&hatches, ERROR_USAGE, NULL, 0, 0, "more than 3 hatches");
    map_assert_refused(&unknown, ERROR_INPUT, "data.csv", 3, 1, "\"Hanoi\" is no country's name");
    map_assert_refused(&keyless, ERROR_USAGE, NULL, 0, 0, "--fill needs --area-key");
}

static void
look_at_circles(const Map *map, const Plot *plot)
{
    const MapSymbol *symbols = map->symbols;

    g_assert_cmpuint(map->n_symbols, ==, 4);
    g_assert_true(map->sized);
    /* The largest first, so that small ones lie on them; areas in proportion; never too small. */
    g_assert_cmpfloat_with_epsilon(symbols[0].radius, 34, 1e-9);
    g_assert_cmpfloat_with_epsilon(symbols[1].radius, 17, 1e-9);
    g_assert_cmpfloat_with_epsilon(symbols[2].radius, 17, 1e-9);
    g_assert_cmpfloat_with_epsilon(symbols[3].radius, 2, 1e-9);
    g_assert_cmpint(symbols[0].row, ==, 2);
    g_assert_cmpint(symbols[1].row, ==, 1);
    g_assert_cmpint(symbols[2].row, ==, 3);
    g_assert_cmpstr(symbols[1].title, ==, "China: 25");
    g_assert_cmpfloat(plot->size.width, ==, 800);
}

static void
test_circles(void)
{
    static const char values[] = "k,v\nCHN,25\nRUS,100\nTHA,25\nLAO,0\nVNM,\n";
    g_auto(Figure) areas =
        MAP_FIGURE(look_at_circles, values, "area-key=k", "symbols=v", "height=800");
    g_auto(Figure) rows = MAP_FIGURE(look_at_circles, values, "place=k", "size=v", "height=800");
    g_auto(Figure) below = MAP_FIGURE(NULL, "k,v\nCHN,25\nRUS,-1\n", "area-key=k", "symbols=v");
    g_auto(Figure) text = MAP_FIGURE(NULL, "k,v\nCHN,a\n", "area-key=k", "symbols=v");
    g_autofree char *remarks = figure_remarks(&areas);

    g_assert_nonnull(strstr(remarks, "--symbols: 1 of 5 rows have no value and no circle\n"));
    map_assert_drawn(&areas);
    map_assert_drawn(&rows);
    map_assert_refused(&below, ERROR_INPUT, "data.csv", 3, 2, "below zero");
    map_assert_refused(&text, ERROR_USAGE, NULL, 0, 0, "\"v\" is text");
}

static void
look_at_dots(const Map *map, G_GNUC_UNUSED const Plot *plot)
{
    g_assert_cmpuint(map->n_symbols, ==, 2);
    g_assert_false(map->sized);
    g_assert_cmpfloat(map->symbols[0].radius, ==, 4.5);
    g_assert_cmpfloat(map->symbols[1].place.at.lon, ==, -180);
    g_assert_cmpfloat(map->symbols[1].place.at.lat, ==, 90);
}

static void
test_coordinates(void)
{
    g_auto(Figure) dots = MAP_FIGURE(look_at_dots, "x,y\n100,20\n-180,90\n,3\n", "x=x", "y=y");
    g_auto(Figure) swapped = MAP_FIGURE(NULL, "x,y\n100,20\n39,125\n", "x=x", "y=y");
    g_auto(Figure) beyond = MAP_FIGURE(NULL, "x,y\n100,20\n181,12\n", "x=x", "y=y");
    g_auto(Figure) half = MAP_FIGURE(NULL, "x,y\n100,20\n", "y=y");
    g_auto(Figure) both = MAP_FIGURE(NULL, "x,y,p\n100,20,CHN\n", "x=x", "y=y", "place=p");
    g_auto(Figure) links = MAP_FIGURE(NULL, "x,y,p\n100,20,CHN\n", "from=p", "to==PRK", "place=p");

    map_assert_drawn(&dots);
    map_assert_refused(&swapped, ERROR_INPUT, "data.csv", 3, 2, "the latitude 125");
    map_assert_refused(&beyond, ERROR_INPUT, "data.csv", 3, 1, "the longitude 181");
    map_assert_refused(&half, ERROR_USAGE, NULL, 0, 0, "both are needed");
    map_assert_refused(&both, ERROR_USAGE, NULL, 0, 0, "not at both");
    map_assert_refused(&links, ERROR_USAGE, NULL, 0, 0, "either symbols");
}

static void
look_at_notes(const Map *map, G_GNUC_UNUSED const Plot *plot)
{
    g_assert_cmpuint(map->n_callouts, ==, 3);
    g_assert_cmpstr(map->callouts[0].place.name, ==, "Hanoi");
    g_assert_cmpstr(map->callouts[0].date, ==, "27 Feb 2019");
    g_assert_cmpstr(map->callouts[0].text, ==, "A summit");
    g_assert_null(map->callouts[1].date);
    g_assert_cmpint(map->callouts[2].row, ==, 3);
}

static void
test_notes(void)
{
    const char *notes = file_option("callouts", "notes.csv",
                                    "Place,TEXT,date\nHanoi,A summit,2019-02-27\nPRK,A test,\n"
                                    "Hanoi,And again,2020-02-27\n");
    const char *empty = file_option("callouts", "empty.csv", "place,text\nHanoi,A\n,B\n");
    g_auto(Figure) figure = MAP_FIGURE(look_at_notes, "a,b\nPRK,THA\n", "from=a", "to=b", notes);
    g_auto(Figure) blank = MAP_FIGURE(NULL, "a,b\nPRK,THA\n", "from=a", "to=b", empty);

    map_assert_drawn(&figure);
    map_assert_refused(&blank, ERROR_INPUT, "empty.csv", 3, 1, "a note without a place");
}

int
main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    fixture_set_up(&folder, NULL);
    g_test_add_func("/map/ramp", test_ramp);
    g_test_add_func("/map/categories", test_categories);
    g_test_add_func("/map/doubles", test_doubles);
    g_test_add_func("/map/circles", test_circles);
    g_test_add_func("/map/coordinates", test_coordinates);
    g_test_add_func("/map/notes", test_notes);
    status = g_test_run();
    fixture_tear_down(&folder, NULL);
    return status;
}
