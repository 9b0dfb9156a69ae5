// What maps say of themselves: links, areas, circles, dots and notes.
#include "charts/figure.h"

#include <glib/gstdio.h>

#define LINKS "a,b,w\nPRK,THA,2500000\nPRK,SGP,800000\nPRK,MMR,30000\n"

static void
assert_description(const Figure *figure, const char *expected)
{
    g_assert_no_error(figure->error);
    g_assert_cmpstr(figure->scene->description, ==, expected);
}

/* One end that all links share is named; the extremes name both ends. */
static void
test_links_of_one_place(void)
{
    g_auto(Figure) english = FIGURE("map", LINKS, "from=a", "to=b", "weight=w", "weight-unit=US$");
    g_auto(Figure) german = FIGURE("map", LINKS, "from=a", "to=b", "weight=w", "lang=de");
    g_auto(Figure) korean = FIGURE("map", LINKS, "from=a", "to=b", "weight=w", "lang=ko");

    assert_description(
        &english, "Map of W (US$), 3 links between North Korea and 3 places. The highest value "
                  "is 2.5m (North Korea – Thailand), the lowest 30,000 (North Korea – "
                  "Myanmar).");
    g_assert_cmpstr(english.scene->title, ==, "W (US$)");
    assert_description(
        &german, "Karte: W, 3 Verbindungen zwischen North Korea und 3 Orten. Der höchste Wert "
                 "ist 2,5\u00a0Mio. (North Korea – Thailand), der niedrigste 30.000 (North Korea – "
                 "Myanmar).");
    assert_description(
        &korean, "지도: W, North Korea 및 다른 3곳 사이의 연결 3개. 최댓값은 250만(North Korea – "
                 "Thailand), 최솟값은 30,000(North Korea – Myanmar)이다.");
}

static void
test_other_links(void)
{
    const char *pairs = "a,b,kind\nFJ,WS,air\nJP,PE,sea\nPE,FJ,air\n";
    g_auto(Figure) kinds = FIGURE("map", pairs, "from=a", "to=b", "color=kind", "direction=arrow");
    g_auto(Figure) one = FIGURE("map", "a,b\nFJ,WS\n", "from=a", "to=b");
    g_auto(Figure) same =
        FIGURE("map", "a,b,w\nFJ,WS,2\nFJ,PE,2\n", "from=a", "to=b", "weight=w", "direction=arrow");

    assert_description(&kinds, "Map, 3 links between 4 places. It compares air and sea.");
    assert_description(&one, "Map, Fiji – Samoa.");
    g_assert_cmpstr(one.scene->title, ==, "Fiji – Samoa");
    assert_description(&same, "Map of W, 2 links between Fiji and 2 places. All values are 2.");
}

static void
test_areas(void)
{
    const char *csv = "iso,status,share\nTHA,open,20\nVNM,open,40\nLAO,closed,\nMMR,,20\n";
    g_auto(Figure) categories = FIGURE("map", csv, "area-key=iso", "fill=status");
    g_auto(Figure) numbers = FIGURE("map", csv, "area-key=iso", "fill=share", "fill-unit=%");
    g_auto(Figure) circles =
        FIGURE("map", csv, "area-key=iso", "fill=status", "symbols=share", "symbols-unit=%");

    assert_description(&categories,
                       "Map of Status, 4 areas. Areas by Status: open (2), closed (1) and No data "
                       "(1).");
    assert_description(&numbers,
                       "Map of Share, 4 areas. The highest value is 40% (Vietnam), the lowest 20% "
                       "(Thailand; Myanmar).");
    assert_description(
        &circles, "Map of Share, 3 circles. The highest value is 40% (Vietnam), the lowest 20% "
                  "(Thailand; Myanmar). Areas by Status: open (2), closed (1) and No data (1).");
}

static void
test_dots(void)
{
    const char *towns = "town,lon,lat,people\nBergen,5.3,60.4,270\nOslo,10.7,59.9,700\n";
    g_auto(Figure) named = FIGURE("map", towns, "x=lon", "y=lat", "label=town");
    g_auto(Figure) sized = FIGURE("map", towns, "x=lon", "y=lat", "label=town", "size=people");

    assert_description(&named, "Map, 2 dots. Dots by place: Bergen and Oslo.");
    assert_description(&sized, "Map of People, 2 circles. The highest value is 700 (Oslo), the "
                               "lowest 270 (Bergen).");
}

static void
test_dots_of_one_place(void)
{
    const char *visits = "place,what\nHanoi,a\nVienna,b\nHanoi,c\n";
    g_auto(Figure) dots = FIGURE("map", visits, "place=place");
    g_auto(Figure) renamed = FIGURE("map", visits, "place=place", "rename=Hanoi=Hà Nội");

    assert_description(&dots, "Map, 3 dots. Dots by place: Hanoi (2) and Vienna (1).");
    assert_description(&renamed, "Map, 3 dots. Dots by place: Hà Nội (2) and Vienna (1).");
    g_assert_cmpuint(report_length(renamed.report), ==, 0);
}

/* All that the notes say belongs to what the figure says. */
static void
test_notes(void)
{
    g_autofree char *folder = g_dir_make_tmp("map-words-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "notes.csv", NULL);
    g_autofree char *option = g_strconcat("callouts=", file, NULL);
    const char *notes = "place,text,date\nHanoi,\"A summit, no agreement\",2019-02\nBangkok,"
                        "North Korea joins.,\n";
    Figure figure;

    g_assert_true(g_file_set_contents(file, notes, -1, NULL));
    figure = FIGURE("map", "a,b\nPRK,THA\nPRK,VNM\n", "from=a", "to=b", option);
    assert_description(&figure,
                       "Map, 2 links between North Korea and 2 places. Notes on the map: Feb 2019, "
                       "Hanoi: A summit, no agreement; Bangkok: North Korea joins.");
    figure_clear(&figure);
    g_unlink(file);
    g_rmdir(folder);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/map-words/links-of-one-place", test_links_of_one_place);
    g_test_add_func("/map-words/other-links", test_other_links);
    g_test_add_func("/map-words/areas", test_areas);
    g_test_add_func("/map-words/dots", test_dots);
    g_test_add_func("/map-words/dots-of-one-place", test_dots_of_one_place);
    g_test_add_func("/map-words/notes", test_notes);
    return g_test_run();
}
