// Two thousand random tables and options, every chart type: each is drawn or refused in words, and
// what is drawn passes the same check as the gallery. LINT_SEED=N draws that figure alone and keeps
// its table in LINT_DUMP; LINT_COUNT=N draws more.
#include "backend/svg.h"
#include "charts/charts.h"

#include <string.h>

#include "choices.h"
#include "tally.h"

#define COUNT 2000
/* Which figures break depends on chance, and every change of a layout draws other figures: so many
 * more of a kind are no fall back. */
#define SLACK 6

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
    "ประเทศไทย",
    "Neither agrees nor disagrees with the statement that trade helps",
    "1,234,567",
    "Ægir & Sons <Ltd>",
    "Other",
    "gypjq",
};

typedef struct {
    GRand *random;
    guint n_names, n_years, n_groups;
    int values; /* a kind of values, see random_value() */
} RandomTable;

static guint
random_up_to(GRand *random, guint most)
{
    return (guint)g_rand_int_range(random, 1, (gint32)most + 1);
}

static double
random_value(const RandomTable *table)
{
    double value = g_rand_double(table->random);

    switch (table->values) {
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
        return pow(10, value * 9);
    case 6:
        return floor(value * 30);
    default:
        return 0;
    }
}

static void
append_name(GString *csv, guint index, const char *prefix)
{
    guint turn = index / G_N_ELEMENTS(names);

    g_string_append_printf(csv, "\"%s%s", prefix, names[index % G_N_ELEMENTS(names)]);
    if (turn > 0)
        g_string_append_printf(csv, " %u", turn + 1);
    g_string_append_c(csv, '"');
}

/* One cell in twenty is empty, but never in the first row. */
static void
append_number(GString *csv, const RandomTable *table, gboolean first, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_c(csv, ',');
    if (first || g_rand_int_range(table->random, 0, 20) > 0)
        g_string_append(csv, g_ascii_dtostr(number, sizeof number, value));
}

static void
append_row(GString *csv, const RandomTable *table, guint name, guint year, guint shift)
{
    static const char *const answers[] = { "Disagree", "Neutral", "Agree" };
    gboolean first = name == 0 && year == 0;
    double value = random_value(table);

    append_name(csv, name + shift, "");
    g_string_append_c(csv, ',');
    append_name(csv, (name % table->n_groups) + 2 * shift, "of ");
    g_string_append_printf(csv, ",%s,%u,20%02u-%02u-%02u,20%02u-%02u-%02u",
                           answers[(name + year) % 3], 2000 + year, year % 40, name % 12 + 1,
                           (name + year) % 28 + 1, year % 40 + 2, name % 12 + 1,
                           (name + year) % 28 + 1);
    append_number(csv, table, first, value);
    append_number(csv, table, first, random_value(table));
    append_number(csv, table, first, value - fabs(value) * 0.1);
    append_number(csv, table, first, value + fabs(value) * 0.1);
    g_string_append_printf(csv, ",%d\n", g_rand_int_range(table->random, 50, 2000));
}

static char *
random_csv(const RandomTable *table)
{
    GString *csv = g_string_new("name,group,answer,year,date,end,value,other,low,high,n\n");
    guint shift = (guint)g_rand_int_range(table->random, 0, G_N_ELEMENTS(names));

    for (guint name = 0; name < table->n_names; name++)
        for (guint year = 0; year < table->n_years; year++)
            append_row(csv, table, name, year, shift);
    return g_string_free(csv, FALSE);
}

/* What some charts refuse. */
static void
set_shape(Spec *spec, const ChartType *chart, GString *said, GRand *random)
{
    set_choice(spec, chart, said,
               ONE_OF(random, "orient=horizontal", "orient=vertical", NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "stack=none", "stack=normalize", "stack=center", NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "sort=value", "sort=data", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "top=3", NULL, NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "facet=group", NULL, NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "highlight=Laos", "highlight=of Laos", NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "line=step", "line=monotone", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "trend=linear", "trend=loess", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "y-scale=log", NULL, NULL, NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "grid=both", "grid=none", NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "y-unit=US$ million", "y-unit=%", NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "cumulative=on", "change=percent", NULL, NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "annotate=x=2003, y=20, text=Sanctions began, and trade ended", NULL,
                      NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "rule=y=20, label=A limit", "band=x=2003..2005, label=Sanctions",
                      NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "donut=on", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "stem=on", NULL, NULL));
}

/* A line of tests/data/ugly/commands.txt: a chart and the channels it needs, of the columns that
 * random_csv() makes. Returns the chart. */
static const ChartType *
set_command(Spec *spec, const char *line, GString *said)
{
    g_auto(GStrv) words = NULL;
    const ChartType *chart;

    g_assert_true(g_shell_parse_argv(line, NULL, &words, NULL));
    chart = chart_type_find(words[0]);
    g_assert_nonnull(chart);
    g_string_append(said, line);
    for (guint i = 1; words[i] != NULL; i += 2)
        set_option(spec, chart, words[i] + strspn(words[i], "-"), words[i + 1]);
    return chart;
}

static GPtrArray *
commands_read(void)
{
    GPtrArray *commands = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    g_assert_true(
        g_file_get_contents(SOURCE_ROOT "/tests/data/ugly/commands.txt", &text, NULL, NULL));
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '\0' && lines[i][0] != '#')
            g_ptr_array_add(commands, g_strdup(lines[i]));
    return commands;
}

/* What is drawn can be written, and the check is the same the second time. */
static void
check_drawn(const Scene *scene, const LintFacts *facts, const Report *report, const char *chart,
            const char *said, Tally *tally)
{
    const OutputOptions options = { .scale = 1 };
    g_autoptr(GPtrArray) findings = lint_run(scene, facts, report, 0);
    g_autoptr(GPtrArray) few = lint_run(scene, facts, report, LINT_MOST);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) svg = svg_write_with(scene, &options, NULL, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(few->len, <=, findings->len);
    g_assert_cmpuint(g_bytes_get_size(svg), >, 100);
    tally_add(tally, chart, said, "", findings);
}

static RandomTable
random_table(GRand *random)
{
    gboolean many = g_rand_int_range(random, 0, 5) == 0;

    return (RandomTable){
        .random = random,
        .n_names = random_up_to(random, many ? 40 : 8),
        .n_years = random_up_to(random, many ? 5 : 12),
        .n_groups = random_up_to(random, 6),
        .values = g_rand_int_range(random, 0, 8),
    };
}

/* TRUE when the figure was drawn, FALSE when it was refused. shapes: with options that not every
 * chart can follow. */
static gboolean
random_draw(const char *command, const char *csv, guint seed, GRand *random, gboolean shapes,
            Tally *tally)
{
    const CsvOptions csv_options = { 0 };
    g_autoptr(GString) said = g_string_new(NULL);
    g_autoptr(Spec) spec = spec_new();
    const ChartType *chart = set_command(spec, command, said);
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Table) table = NULL;
    g_autoptr(LintFacts) facts = NULL;
    g_autoptr(Scene) scene = NULL;

    if (shapes)
        set_shape(spec, chart, said, random);
    set_words(spec, chart, said, random);
    set_look(spec, chart, said, random);
    g_string_append_printf(said, " (seed %u)", seed);
    /* A crash or a hang is then that of the last figure named. */
    g_test_message("%s", said->str);
    table = csv_read_bytes("random.csv", csv, strlen(csv), &csv_options, report, &error);
    g_assert_no_error(error);
    scene = plot_draw(spec, chart, table, measurer, report, &facts, NULL, &error);
    g_assert_true((scene == NULL) == (error != NULL));
    if (scene != NULL)
        check_drawn(scene, facts, report, chart->name, said->str, tally);
    else
        g_test_message("refused: %s", error->message);
    return scene != NULL;
}

/* What is refused with all its options is drawn with fewer. */
static gboolean
random_figure(guint seed, const GPtrArray *commands, Tally *tally)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    RandomTable table = random_table(random);
    g_autofree char *csv = random_csv(&table);
    const char *command = commands->pdata[seed % commands->len];

    if (g_getenv("LINT_DUMP") != NULL)
        g_file_set_contents(g_getenv("LINT_DUMP"), csv, -1, NULL);
    return random_draw(command, csv, seed, random, TRUE, tally) ||
           random_draw(command, csv, seed, random, FALSE, tally);
}

static void
test_random(void)
{
    const char *one = g_getenv("LINT_SEED"), *many = g_getenv("LINT_COUNT");
    const char *list = g_getenv("CARTOUCHE_LINT_LIST");
    guint count = many != NULL ? (guint)g_ascii_strtoull(many, NULL, 10) : COUNT, drawn = 0;
    g_autoptr(Tally) tally = tally_new(list != NULL ? list : LIST_FILE);
    g_autoptr(GPtrArray) commands = commands_read();

    if (one != NULL) {
        random_figure((guint)g_ascii_strtoull(one, NULL, 10), commands, tally);
        return;
    }
    for (guint seed = 0; seed < count; seed++)
        drawn += random_figure(seed, commands, tally);
    g_test_message("%u of %u figures drawn, the others refused", drawn, count);
    g_assert_cmpuint(drawn, >, count * 4 / 5);
    g_assert_true(tally_holds(tally, SOURCE_ROOT "/tests/lint/random.allowed", SLACK));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/random-tables-and-options", test_random);
    return g_test_run();
}
