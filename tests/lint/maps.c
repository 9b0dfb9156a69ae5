// Random maps: links, areas, circles and dots of random countries, with files beside the data and
// options of every kind. Each is drawn or refused in words, the same way twice, and what is drawn
// passes the check of the gallery. LINT_SEED=N draws that map alone and keeps its tables in
// LINT_DUMP; LINT_COUNT=N draws more.
#include "backend/svg.h"
#include "charts/charts.h"

#include <glib/gstdio.h>

#include "choices.h"
#include "tally.h"

#define COUNT 120
/* As for other random figures: a change of the layout breaks others. */
#define SLACK 4

/* Large and tiny ones, across the antimeridian and at a pole, one without a shape, one that is
 * disputed; by names and codes of each kind. */
static const char *const countries[] = {
    "PRK",       "China",     "RUS",        "Thailand",      "SG",      "Viet Nam", "Fiji",
    "Kiribati",  "USA",       "Antarctica", "French Guiana", "VAT",     "Kosovo",   "840",
    "Brazil",    "ZAF",       "Nauru",      "Indonesia",     "NZ",      "Burma",    "IND",
    "Greenland", "Japan",     "Laos",       "Monaco",        "Germany", "Lesotho",  "Chile",
    "Canada",    "Swaziland", "Kazakhstan", "Morocco",       "Norway",  "Samoa",    "Cuba",
};
static const char *const kinds[] = { "goods", "arms", "Neither agrees nor disagrees with trade",
                                     "대한민국과 북한의 무역" };

typedef struct {
    GRand *random;
    char *folder;
    GString *csv, *areas, *places, *callouts;
    guint n;
} RandomMap;

static guint
below(GRand *random, guint n)
{
    return (guint)g_rand_int_range(random, 0, (gint32)n);
}

static void
append_value(GString *csv, GRand *random)
{
    static const char *const odd[] = { "", "0", "-3", "1e12", "NaN", "0.001" };
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_c(csv, ',');
    if (below(random, 40) == 0)
        g_string_append(csv, odd[below(random, G_N_ELEMENTS(odd))]);
    else
        g_string_append(csv, g_ascii_formatd(number, sizeof number, "%.2f",
                                             g_rand_double_range(random, 0.5, 900)));
}

/* Distinct countries, so that few are refused as twins; now and then one is unknown. */
static void
make_rows(RandomMap *map)
{
    GRand *random = map->random;
    guint from = below(random, G_N_ELEMENTS(countries)), step = 1 + 2 * below(random, 8);

    g_string_assign(map->csv, "from,to,w,kind,year,lon,lat\n");
    for (guint i = 0; i < map->n; i++) {
        const char *to = countries[(from + 1 + i * step) % G_N_ELEMENTS(countries)];

        g_string_append_printf(map->csv, "%s,%s", countries[from],
                               below(random, 400) == 0 ? "Atlantis" : to);
        append_value(map->csv, random);
        g_string_append_printf(map->csv, ",%s,%u,%u.5,%u.25\n",
                               kinds[below(random, G_N_ELEMENTS(kinds))], 2000 + i % 2,
                               below(random, 179), below(random, 89));
    }
}

static void
make_files(RandomMap *map)
{
    GRand *random = map->random;
    guint n = 1 + below(random, 30);

    g_string_assign(map->areas, "area,value,status,second\n");
    for (guint i = 0; i < n; i++) {
        g_string_append(map->areas, countries[(i * 2 + n) % G_N_ELEMENTS(countries)]);
        append_value(map->areas, random);
        g_string_append_printf(map->areas, ",%s,%s\n", kinds[below(random, G_N_ELEMENTS(kinds))],
                               below(random, 3) == 0 ? "visited" : "");
    }
    g_string_assign(map->places, "id,name,lat,lon\nPRK,Our North,39,125\nHere,Here,-10,-170\n");
    g_string_assign(map->callouts, "place,date,text\n");
    n = 1 + below(random, 12);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(
            map->callouts, "%s,20%02u-0%u-11,%s\n",
            countries[(i * 3 + n) % G_N_ELEMENTS(countries)], i, i % 9 + 1,
            i % 3 == 0 ? "A test"
                       : "The ministers met and agreed on nothing that anyone remembers");
}

static void
set_file(Spec *spec, const ChartType *chart, GString *said, const RandomMap *map,
         const char *option, const GString *text)
{
    g_autofree char *path = g_strdup_printf("%s/%s.csv", map->folder, option);
    g_autofree char *choice = g_strdup_printf("%s=%s", option, path);

    g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    set_choice(spec, chart, said, choice);
}

/* What the map shows: links, dots or nothing of the rows; areas of a file or of the rows. */
static void
set_content(Spec *spec, const ChartType *chart, GString *said, const RandomMap *map)
{
    static const char *const rows[][4] = {
        { "from=from", "to=to", "weight=w", "color=kind" },
        { "from=from", "to=to", NULL, NULL },
        { "from=from", "to=to", "weight=sum(w)", NULL },
        { "place=to", "size=w", "label=kind", "color=kind" },
        { "x=lon", "y=lat", "label=year", NULL },
        { "area-key=to", "fill=w", NULL, NULL },
        { "area-key=to", "fill=kind", "symbols=w", NULL },
    };
    guint kind = below(map->random, G_N_ELEMENTS(rows));

    for (guint i = 0; i < 4; i++)
        set_choice(spec, chart, said, rows[kind][i]);
    if (kind < 5 && below(map->random, 2) == 0) {
        set_file(spec, chart, said, map, "areas", map->areas);
        set_choice(spec, chart, said, "area-key=area");
        set_choice(spec, chart, said,
                   ONE_OF(map->random, "fill=value", "fill=status", "fill=status", NULL));
        set_choice(spec, chart, said, ONE_OF(map->random, "hatch=second", NULL, NULL));
        if (kind < 3)
            set_choice(spec, chart, said, ONE_OF(map->random, "symbols=value", NULL, NULL));
    }
    if (below(map->random, 3) == 0)
        set_file(spec, chart, said, map, "callouts", map->callouts);
    if (below(map->random, 4) == 0)
        set_file(spec, chart, said, map, "places", map->places);
    set_choice(spec, chart, said, ONE_OF(map->random, "facet=year", NULL, NULL, NULL, NULL, NULL));
}

static void
set_map(Spec *spec, const ChartType *chart, GString *said, GRand *random)
{
    set_choice(spec, chart, said,
               ONE_OF(random, "extent=world", "extent=88,-12,150,55", "extent=170,-30,-150,10",
                      "extent=-180,60,180,90", "extent=20,-89,60,-60", NULL, NULL, NULL, NULL, NULL,
                      NULL, NULL));
    set_choice(
        spec, chart, said,
        ONE_OF(random, "center=150", "center=-100,40", "center=0,-90", NULL, NULL, NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "projection=equal-earth", "projection=orthographic",
                      "projection=mercator", "projection=albers", "projection=conformal-conic",
                      "projection=azimuthal-equidistant", "projection=robinson", NULL, NULL, NULL,
                      NULL, NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "direction=arrow", NULL));
    set_choice(spec, chart, said, ONE_OF(random, "curve=geodesic", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "anchor=capital", NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "label-places=all", "label-places=none", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "inset=100,0,110,8", NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "graticule=on", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "scale-bar=on", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "weight-label=Trade", "weight-unit=US$", NULL));
    set_choice(spec, chart, said, ONE_OF(random, "fill-label=Trust", "fill-unit=%", NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "ramp=blue", "classes=4", "midpoint=100", "fill-domain=0..500", NULL,
                      NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "highlight=arms", NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "rename=China=Middle Kingdom", NULL, NULL));
}

/* NULL: refused. */
static GBytes *
map_draw(const RandomMap *map, guint seed, Tally *tally)
{
    const CsvOptions csv_options = { 0 };
    const OutputOptions options = { .scale = 1 };
    const ChartType *chart = chart_type_find("map");
    g_autoptr(GRand) random = g_rand_copy(map->random);
    RandomMap again = *map;
    g_autoptr(GString) said = g_string_new("map");
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Table) table = NULL;
    g_autoptr(LintFacts) facts = NULL;
    g_autoptr(Scene) scene = NULL;
    g_autoptr(GPtrArray) findings = NULL;

    again.random = random;
    set_content(spec, chart, said, &again);
    set_map(spec, chart, said, random);
    set_words(spec, chart, said, random);
    set_look(spec, chart, said, random);
    g_string_append_printf(said, " (seed %u)", seed);
    /* A crash or a hang is then that of the last figure named. */
    if (tally != NULL)
        g_test_message("%s", said->str);
    table =
        csv_read_bytes("random.csv", map->csv->str, map->csv->len, &csv_options, report, &error);
    g_assert_no_error(error);
    scene = plot_draw(spec, chart, table, measurer, report, &facts, NULL, &error);
    g_assert_true((scene == NULL) == (error != NULL));
    if (scene == NULL) {
        g_assert_true(error->domain == CARTOUCHE_ERROR &&
                      (error->code == ERROR_INPUT || error->code == ERROR_USAGE));
        if (tally != NULL)
            g_test_message("refused: %s", error->message);
        return NULL;
    }
    if (tally != NULL) {
        findings = lint_run(scene, facts, report, 0);
        tally_add(tally, chart->name, said->str, "", findings);
    }
    return svg_write_with(scene, &options, NULL, NULL);
}

static void
map_dump(const RandomMap *map)
{
    const char *to = g_getenv("LINT_DUMP");

    if (to != NULL)
        g_file_set_contents(to, map->csv->str, (gssize)map->csv->len, NULL);
}

/* Whether it was drawn. Every tenth is drawn twice, to the same bytes. */
static gboolean
random_map(guint seed, const char *folder, Tally *tally)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(GString) csv = g_string_new(NULL), areas = g_string_new(NULL);
    g_autoptr(GString) places = g_string_new(NULL), callouts = g_string_new(NULL);
    RandomMap map = { .random = random,
                      .folder = (char *)folder,
                      .csv = csv,
                      .areas = areas,
                      .places = places,
                      .callouts = callouts,
                      .n = 1 + below(random, below(random, 4) == 0 ? 30 : 8) };
    g_autoptr(GBytes) first = NULL, second = NULL;

    make_rows(&map);
    make_files(&map);
    map_dump(&map);
    first = map_draw(&map, seed, tally);
    if (seed % 10 == 0) {
        second = map_draw(&map, seed, NULL);
        g_assert_true((first == NULL) == (second == NULL));
        g_assert_true(first == NULL || g_bytes_equal(first, second));
    }
    return first != NULL;
}

static void
remove_folder(const char *folder)
{
    static const char *const files[] = { "areas.csv", "places.csv", "callouts.csv" };

    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(folder, files[i], NULL);

        g_remove(path);
    }
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_maps(void)
{
    const char *one = g_getenv("LINT_SEED"), *many = g_getenv("LINT_COUNT");
    const char *list = g_getenv("CARTOUCHE_LINT_LIST");
    guint count = many != NULL ? (guint)g_ascii_strtoull(many, NULL, 10) : COUNT, drawn = 0;
    g_autofree char *folder = g_dir_make_tmp("cartouche-maps-XXXXXX", NULL);
    g_autoptr(Tally) tally = tally_new(list != NULL ? list : LIST_FILE);

    g_assert_nonnull(folder);
    if (one != NULL) {
        random_map((guint)g_ascii_strtoull(one, NULL, 10), folder, tally);
        return;
    }
    for (guint seed = 0; seed < count; seed++)
        drawn += random_map(seed, folder, tally);
    remove_folder(folder);
    g_test_message("%u of %u maps drawn, the others refused", drawn, count);
    g_assert_cmpuint(drawn, >, count / 2);
    g_assert_true(tally_holds(tally, SOURCE_ROOT "/tests/lint/maps.allowed", SLACK));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/random-maps", test_maps);
    return g_test_run();
}
