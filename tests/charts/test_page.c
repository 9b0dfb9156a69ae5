// Ugly data on every kind of page: nothing may stand beyond the edge, and no words over words.
// PAGE_SEED=N draws that figure alone (PAGE_DUMP=FILE keeps its CSV), PAGE_COUNT=N draws more.
#include "charts/figure.h"

#include <stdio.h>

static const char *const names[] = {
    "A",
    "Laos",
    "Thailand",
    "Viet Nam",
    "Lao People's Democratic Republic",
    "Bosnia and Herzegovina, Federation of, and other places",
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
    "조선민주주의인민공화국",
    "대한민국과 북한의 무역",
    "สาธารณรัฐประชาธิปไตยประชาชนลาว",
    "ประเทศไทย",
    "The share of respondents who neither agree nor disagree with the statement that trade helps",
    "two\nlines of a name",
    "1,234,567",
    "Ægir & Sons <Ltd> \"x\"",
    "Other",
};

typedef enum { X_NAMES, X_YEARS, X_MONTHS, X_DAYS, X_NUMBERS, X_KINDS } XKind;

typedef struct {
    GRand *random;
    guint n_places, n_series, n_panels;
    XKind x;
    int values; /* a kind of values, see page_value() */
} PageData;

static void
page_append_name(GString *csv, guint kind, guint index)
{
    g_autofree char *quoted = NULL;
    g_auto(GStrv) parts = g_strsplit(names[kind % G_N_ELEMENTS(names)], "\"", -1);

    quoted = g_strjoinv("\"\"", parts);
    g_string_append_printf(csv, "\"%s", quoted);
    if (index > 0)
        g_string_append_printf(csv, " %u", index);
    g_string_append_c(csv, '"');
}

static void
page_append_place(GString *csv, const PageData *data, guint place, guint shift)
{
    switch (data->x) {
    case X_NAMES:
        page_append_name(csv, place + shift, place / (guint)G_N_ELEMENTS(names));
        return;
    case X_YEARS:
        g_string_append_printf(csv, "%u", 1950 + place);
        return;
    case X_MONTHS:
        g_string_append_printf(csv, "%u-%02u", 2000 + place / 12, place % 12 + 1);
        return;
    case X_DAYS:
        g_string_append_printf(csv, "2021-%02u-%02u", place / 28 + 1, place % 28 + 1);
        return;
    case X_NUMBERS:
        g_string_append_printf(csv, "%u", place * 7);
        return;
    case X_KINDS:
        break;
    }
    g_assert_not_reached();
}

static double
page_value(const PageData *data)
{
    double value = g_rand_double(data->random);

    switch (data->values) {
    case 0:
        return value * 100;
    case 1:
        return (value - 0.5) * 4e13;
    case 2:
        return value * 1e-9;
    case 3:
        return -value * 123456;
    case 4:
        return 5;
    case 5:
        return pow(10, value * 14);
    default:
        return 0;
    }
}

static char *
page_csv(const PageData *data)
{
    GString *csv = g_string_new(data->x == X_YEARS ? "year" : "place");
    guint shift = (guint)g_rand_int_range(data->random, 0, G_N_ELEMENTS(names));

    g_string_append(csv, ",group of the series,panel,value_of_something_rather_long\n");
    for (guint panel = 0; panel < data->n_panels; panel++)
        for (guint series = 0; series < data->n_series; series++)
            for (guint place = 0; place < data->n_places; place++) {
                char number[G_ASCII_DTOSTR_BUF_SIZE];

                /* The first row is whole, so that no column is empty. */
                if (csv->len > 200 && g_rand_int_range(data->random, 0, 12) == 0)
                    continue;
                page_append_place(csv, data, place, shift);
                g_string_append_c(csv, ',');
                page_append_name(csv, series + 2 * shift, series);
                g_string_append_c(csv, ',');
                page_append_name(csv, panel + 3 * shift, panel);
                g_string_append_printf(csv, ",%s\n",
                                       g_ascii_dtostr(number, sizeof number, page_value(data)));
            }
    return g_string_free(csv, FALSE);
}

static const char *
page_one_of(GRand *random, const char *const *choices, guint n)
{
    return choices[g_rand_int_range(random, 0, (gint32)n)];
}

#define ONE_OF(random, ...)                                   \
    page_one_of(random, (const char *const[]){ __VA_ARGS__ }, \
                G_N_ELEMENTS(((const char *const[]){ __VA_ARGS__ })))

/* The options of one figure; the strings are static. */
static GPtrArray *
page_options(const char *chart, const PageData *data)
{
    GRand *random = data->random;
    gboolean lies = strcmp(chart, "bar") == 0 && g_rand_boolean(random);
    GPtrArray *options = g_ptr_array_new();
    const char *const may[] = {
        ONE_OF(random, "preset=none", "preset=article", "preset=slide", "preset=square",
               "preset=wide"),
        ONE_OF(random, "theme=light", "theme=dark", "theme=slide", NULL),
        ONE_OF(random, "title=Short", NULL,
               "title=A title that says so much about the data that it needs more than one line of "
               "any page, even of a wide one, and then goes on and on"),
        ONE_OF(random, "subtitle=Percent of respondents in ten countries", NULL),
        ONE_OF(random, "source=Source: a ministry", NULL),
        ONE_OF(random, "note=Remarks", NULL),
        ONE_OF(random, "legend=auto", "legend=bottom", "legend=none", "legend=top",
               "legend=direct"),
        data->n_panels < 4 ? ONE_OF(random, "width=360", NULL, NULL, NULL) : NULL,
        data->n_panels < 4 ? ONE_OF(random, "height=260", NULL, NULL, NULL) : NULL,
        ONE_OF(random, "grid=auto", "grid=both", "grid=none"),
    };

    for (guint i = 0; i < G_N_ELEMENTS(may); i++)
        if (may[i] != NULL)
            g_ptr_array_add(options, (gpointer)may[i]);
    g_ptr_array_add(options, (gpointer)(lies ? "y=place" : "x=place"));
    if (data->x == X_YEARS)
        options->pdata[options->len - 1] = (gpointer)(lies ? "y=year" : "x=year");
    g_ptr_array_add(options, (gpointer)(lies ? "x=value_of_something_rather_long"
                                             : "y=value_of_something_rather_long"));
    if (lies)
        g_ptr_array_add(options, (gpointer) "orient=horizontal");
    if (lies && data->x == X_NUMBERS)
        g_ptr_array_add(options, (gpointer) "y-scale=band");
    if (data->n_series > 1)
        g_ptr_array_add(options, (gpointer) "color=group of the series");
    if (data->n_panels > 1)
        g_ptr_array_add(options, (gpointer) "facet=panel");
    if (strcmp(chart, "line") != 0)
        g_ptr_array_add(options,
                        (gpointer)ONE_OF(random, "stack=auto", "stack=none",
                                         data->n_series > 1 ? "stack=normalize" : "stack=zero"));
    if (strcmp(chart, "bar") == 0)
        g_ptr_array_add(options, (gpointer)ONE_OF(random, "values=auto", "values=off"));
    g_ptr_array_add(options, NULL);
    return options;
}

static guint
page_count(GRand *random, guint most)
{
    return g_rand_boolean(random) ? 1 : (guint)g_rand_int_range(random, 1, (gint32)most + 1);
}

/* One seeded figure; a fault is printed with all that is needed to draw it again. */
static gboolean
page_check(const char *chart, guint seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    PageData data = {
        .random = random,
        .n_places = (guint)g_rand_int_range(random, 1, 61),
        .n_series = page_count(random, 12),
        .n_panels = page_count(random, 9),
        .x = (XKind)g_rand_int_range(random, 0, X_KINDS),
        .values = g_rand_int_range(random, 0, 7),
    };
    g_autofree char *csv = page_csv(&data);
    g_autoptr(GPtrArray) options = page_options(chart, &data);
    g_auto(Figure) figure = figure_draw(chart, csv, (const char *const *)options->pdata);
    g_autofree char *fault = NULL;
    g_autofree char *words = g_strjoinv(" --", (char **)options->pdata);

    if (figure.error != NULL) {
        /* Shares of negative values, and bands that would cross, are refused in words. */
        if (strstr(figure.error->message, "negative") != NULL ||
            strstr(figure.error->message, "above and below zero") != NULL)
            return TRUE;
        fault = g_strdup(figure.error->message);
    } else {
        fault = figure_fault(&figure);
    }
    if (fault == NULL)
        return TRUE;
    g_test_message("seed %u: %s\n  %u places (kind %d), %u series, %u panels, values %d\n  %s --%s",
                   seed, fault, data.n_places, (int)data.x, data.n_series, data.n_panels,
                   data.values, chart, words);
    if (g_getenv("PAGE_DUMP") != NULL)
        g_file_set_contents(g_getenv("PAGE_DUMP"), csv, -1, NULL);
    return FALSE;
}

static void
test_page(gconstpointer data)
{
    const char *chart = data;
    const char *one = g_getenv("PAGE_SEED"), *many = g_getenv("PAGE_COUNT");
    guint count = many != NULL ? (guint)g_ascii_strtoull(many, NULL, 10) : 300, bad = 0;

    if (one != NULL) {
        g_assert_true(page_check(chart, (guint)g_ascii_strtoull(one, NULL, 10)));
        return;
    }
    for (guint seed = 0; seed < count; seed++)
        bad += page_check(chart, seed) ? 0 : 1;
    if (bad > 0)
        g_test_message("%u of %u figures have a fault", bad, count);
    g_assert_cmpuint(bad, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/page/bars-keep-words-apart-and-inside", "bar", test_page);
    g_test_add_data_func("/page/lines-keep-words-apart-and-inside", "line", test_page);
    g_test_add_data_func("/page/areas-keep-words-apart-and-inside", "area", test_page);
    return g_test_run();
}
