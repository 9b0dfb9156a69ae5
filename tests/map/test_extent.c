#include "map/map_probe.h"

static Extent seen;
static char *projection; /* its name and centre */
static gboolean world;

static void
look_at_extent(const Map *map, G_GNUC_UNUSED const Plot *plot)
{
    seen = map->extent;
    world = map->world;
    g_free(projection);
    projection = g_strdup_printf("%s %.0f,%.0f", map->projection.type->name,
                                 map->projection.centre.lon, map->projection.centre.lat);
}

static void
assert_extent(double west, double south, double east, double north)
{
    g_assert_cmpfloat_with_epsilon(seen.west, west, 0.01);
    g_assert_cmpfloat_with_epsilon(seen.south, south, 0.01);
    g_assert_cmpfloat_with_epsilon(seen.east, east, 0.01);
    g_assert_cmpfloat_with_epsilon(seen.north, north, 0.01);
}

#define DRAW(csv, ...)                                                        \
    do {                                                                      \
        g_auto(Figure) figure = MAP_FIGURE(look_at_extent, csv, __VA_ARGS__); \
        map_assert_drawn(&figure);                                            \
    } while (0)
#define REFUSED(words, ...)                                                                        \
    do {                                                                                           \
        g_auto(Figure) figure = MAP_FIGURE(NULL, "a,b\nPRK,CHN\n", "from=a", "to=b", __VA_ARGS__); \
        map_assert_refused(&figure, ERROR_USAGE, NULL, 0, 0, words);                               \
    } while (0)

/* A point has enough around it to be recognised; round it the longitudes are wider. */
static void
test_point(void)
{
    DRAW("x,y\n100,0\n", "x=x", "y=y");
    assert_extent(94, -6, 106, 6);
    g_assert_false(world);
    DRAW("x,y\n100,60\n", "x=x", "y=y");
    assert_extent(88, 54, 112, 66);
    DRAW("x,y\n180,0\n", "x=x", "y=y");
    assert_extent(174, -6, -174, 6);
    DRAW("x,y\n20,90\n", "x=x", "y=y");
    g_assert_cmpfloat(seen.north, ==, 90);
    g_assert_cmpfloat(seen.south, ==, 84);
}

/* The shorter way, across the dateline. */
static void
test_dateline(void)
{
    DRAW("x,y\n170,-20\n-170,-10\n", "x=x", "y=y");
    g_assert_cmpfloat(seen.west, <, 170);
    g_assert_cmpfloat(seen.west, >, 165);
    g_assert_cmpfloat(seen.east, >, -170);
    g_assert_cmpfloat(seen.east, <, -165);
    DRAW("a,b\nFJI,WSM\n", "from=a", "to=b");
    g_assert_cmpfloat(seen.west, >, 170);
    g_assert_cmpfloat(seen.east, <, -165);
    DRAW("a,b\nJapan,Peru\n", "from=a", "to=b");
    g_assert_cmpfloat(seen.west, >, 100);
    g_assert_cmpfloat(seen.east, <, -50);
}

/* The main land of a country, not its islands in all oceans; 6 % of air. */
static void
test_one_country(void)
{
    DRAW("k,v\nFRA,1\n", "area-key=k", "fill=v");
    g_assert_cmpfloat(seen.west, >, -10);
    g_assert_cmpfloat(seen.east, <, 12);
    g_assert_cmpfloat(seen.south, >, 38);
    g_assert_cmpfloat(seen.north, <, 54);
    DRAW("k,v\nFJI,1\n", "area-key=k", "fill=v");
    g_assert_cmpfloat(seen.west, >, 170);
    g_assert_cmpfloat(extent_width(seen), <, 15);
}

static void
test_world(void)
{
    DRAW("x,y\n-120,20\n60,30\n0,-30\n150,0\n", "x=x", "y=y");
    g_assert_true(world);
    DRAW("a,b\nPRK,CHN\n", "from=a", "to=b", "extent=world");
    g_assert_true(world);
    g_assert_cmpstr(projection, ==, "natural-earth 10,0");
    /* The middle of the map breaks few links. */
    DRAW("a,b\nJapan,Peru\nFJI,WSM\n", "from=a", "to=b", "extent=world");
    g_assert_cmpstr(projection, ==, "natural-earth 150,0");
    DRAW("k,v\nRUS,1\n", "area-key=k", "fill=v", "extent=world");
    g_assert_cmpstr(projection, ==, "equal-earth 10,0");
    DRAW("k,v\nRUS,1\n", "area-key=k", "fill=v", "extent=world", "center=-180");
    g_assert_cmpstr(projection, ==, "equal-earth -180,0");
}

static void
test_asked_for(void)
{
    DRAW("a,b\nPRK,CHN\n", "from=a", "to=b", "extent= 90, -10 ,150,50 ", "center=100,20",
         "projection=orthographic");
    assert_extent(90, -10, 150, 50);
    g_assert_cmpstr(projection, ==, "orthographic 100,20");
    REFUSED("is not W,S,E,N", "extent=1,2,3");
    REFUSED("is not W,S,E,N", "extent=1,2,3,4,5");
    REFUSED("is not W,S,E,N", "extent=");
    REFUSED("is not W,S,E,N", "extent=1,2,inf,4");
    REFUSED("and have a size", "extent=10,0,10,20");
    REFUSED("and have a size", "extent=10,20,20,0");
    REFUSED("--extent: the longitude 200", "extent=10,0,200,20");
    REFUSED("--inset: the latitude 91", "inset=10,0,20,91");
    REFUSED("is not LON or LON,LAT", "center=1,2,3");
    REFUSED("is not LON or LON,LAT", "center=north");
    REFUSED("--center: the latitude -91", "center=0,-91");
    REFUSED("no projection \"flat\"", "projection=flat");
    REFUSED("shows nothing of this extent", "projection=mercator", "extent=0,86,20,90");
    REFUSED("shows nothing of this extent", "projection=orthographic", "center=-60,-30",
            "extent=100,20,140,50");
}

/* What any projection makes of extents that hardly suit it is a map or a sentence. */
static void
test_any(void)
{
    static const char *const extents[] = {
        "world",           "0,85,10,90",       "-180,-90,180,-60",
        "170,-20,-170,20", "100,-20,100.1,20", "-180,0,180,1"
    };
    static const char *const centers[] = { "0", "-180,-90" };

    for (guint p = 0; projection_type_names[p] != NULL; p++)
        for (guint e = 0; e < G_N_ELEMENTS(extents); e++)
            for (guint c = 0; c < G_N_ELEMENTS(centers); c++) {
                g_autofree char *type = g_strconcat("projection=", projection_type_names[p], NULL);
                g_autofree char *extent = g_strconcat("extent=", extents[e], NULL);
                g_autofree char *center = g_strconcat("center=", centers[c], NULL);
                g_auto(Figure) figure = MAP_FIGURE(NULL, "a,b\nPRK,CHN\n", "from=a", "to=b",
                                                   "width=200", "height=150", type, extent, center);

                if (figure.error != NULL)
                    g_assert_error(figure.error, CARTOUCHE_ERROR, (int)ERROR_USAGE);
            }
}

int
main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/extent/point", test_point);
    g_test_add_func("/extent/dateline", test_dateline);
    g_test_add_func("/extent/one-country", test_one_country);
    g_test_add_func("/extent/world", test_world);
    g_test_add_func("/extent/asked-for", test_asked_for);
    g_test_add_func("/extent/any", test_any);
    status = g_test_run();
    g_free(projection);
    return status;
}
