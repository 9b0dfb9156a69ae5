// What stands in a figure beside the data is in the figure's language.
#include "charts/figure.h"

/* One figure at least of every chart type. The data hold no Latin letters, so that each one in a
 * figure is of the program's own words. */
#define PERIODS                                                                                              \
    "시기,대상,값,몫\n2001,갑,5,50\n2001,을,7,50\n2002,갑,9,30\n2002,을,,70\n2003,갑,4,20\n2003," \
    "을,6,80\n"
#define DAYS "날,값\n2019-01-07,3\n2019-02-05,\n2019-03-06,1234567\n2019-12-30,5\n"
#define VALUES \
    "대상,값\n갑,1\n갑,2\n갑,3\n갑,4\n갑,5\n갑,8\n갑,40\n을,2\n을,3\n을,5\n을,5\n을,6\n을,9\n"
#define STEPS "단계,변화\n시작,10\n더하기,5\n빼기,-3\n끝,\n"
#define ANSWERS                                                                                                         \
    "물음,답,몫\n하나,그렇다,30\n하나,모름,30\n하나,아니다,40\n둘,그렇다,10\n둘,모름,50\n둘," \
    "아니다,40\n"
#define SHARES "대상,몫,표본\n갑,40,1000\n을,35,800\n병,25,900\n"
#define WHOLES "대상,수\n갑,30\n을,21\n,4\n"
#define EVENTS "날,끝,일\n2001-02-03,2001-05-06,하나\n2004-01-01,,둘\n"
#define LINKS "가,나,수\n갑,을,3\n갑,병,5\n을,병,8\n"
#define PAIRS "가로,세로,크기\n1,2,3\n2,3,5\n3,5,8\n4,4,9\n5,9,12\n6,8,1\n"

typedef struct {
    const char *chart, *csv;
    const char *options[8];
} Row;

static const Row rows[] = {
    { "line", PERIODS, { "x=시기", "y=값", "color=대상", "y-unit=€", "cumulative=on" } },
    { "line", PERIODS, { "x=시기", "y=몫", "color=대상", "y-unit=%", "change=absolute,first" } },
    { "line", PERIODS, { "x=시기", "y=값", "color=대상", "rolling=2" } },
    { "line", PERIODS, { "x=시기", "y=몫", "color=대상", "y-unit=%", "change=absolute" } },
    { "area", PERIODS, { "x=시기", "y=값", "color=대상" } },
    { "area", PERIODS, { "x=시기", "y=몫", "color=대상", "stack=normalize" } },
    { "bar", PERIODS, { "x=시기", "y=값", "color=대상" } },
    { "bar", PERIODS, { "x=몫", "y=시기", "color=대상", "stack=normalize", "orient=horizontal" } },
    { "bar", SHARES, { "x=대상", "y=몫", "y-unit=%", "sample-size=표본" } },
    { "bar", DAYS, { "x=month_of_year(날)", "y=max(값)" } },
    { "bar", DAYS, { "x=weekday(날)", "y=min(값)" } },
    { "bar", DAYS, { "x=quarter(날)", "y=mean(값)" } },
    { "bar", VALUES, { "x=대상", "y=median(값)" } },
    { "bar", VALUES, { "x=대상", "y=distinct(값)" } },
    { "bar", VALUES, { "x=대상", "y=count(값)" } },
    { "bar", WHOLES, { "x=대상", "y=수", "top=1" } },
    { "scatter", PAIRS, { "x=가로", "y=세로", "size=크기", "trend=linear" } },
    { "scatter", PAIRS, { "x=가로", "y=세로", "trend=loess" } },
    { "histogram", VALUES, { "x=값" } },
    { "density", VALUES, { "x=값", "color=대상", "y-ticks=3" } },
    { "box", VALUES, { "x=대상", "y=값" } },
    { "violin", VALUES, { "x=대상", "y=값" } },
    { "strip", VALUES, { "x=대상", "y=값" } },
    { "ridgeline", VALUES, { "x=값", "y=대상" } },
    { "heatmap", PERIODS, { "x=시기", "y=대상", "color=값" } },
    { "calendar", DAYS, { "x=날", "color=값" } },
    { "pie", WHOLES, { "y=수", "color=대상" } },
    { "pie", WHOLES, { "y=수", "color=대상", "donut=on" } },
    { "slope", PERIODS, { "x=시기", "y=몫", "color=대상", "where=시기 != 2002" } },
    { "dumbbell", PERIODS, { "x=몫", "y=시기", "color=대상" } },
    { "bump", PERIODS, { "x=시기", "y=값", "color=대상" } },
    { "dot", SHARES, { "x=몫", "y=대상", "x-unit=%", "stem=on" } },
    { "waterfall", STEPS, { "x=단계", "y=변화", "total=시작,끝" } },
    { "likert", ANSWERS, { "x=몫", "y=물음", "color=답", "neutral=모름" } },
    { "waffle", WHOLES, { "y=수", "color=대상" } },
    { "waffle", WHOLES, { "y=수", "color=대상", "cell-value=5" } },
    { "units", WHOLES, { "y=수", "x=대상" } },
    { "parliament", WHOLES, { "y=수", "color=대상" } },
    { "timeline", EVENTS, { "x=날", "end=끝", "label=일" } },
    { "map", PAIRS, { "x=가로", "y=세로", "size=크기" } },
    { "network", LINKS, { "from=가", "to=나", "weight=수" } },
    { "network", LINKS, { "from=가", "to=나", "weight=수", "view=matrix" } },
    { "network", LINKS, { "from=가", "to=나", "direction=arrow", "view=arc" } },
    { "treemap", WHOLES, { "y=수", "x=대상" } },
};

static void
assert_no_letters(const Row *row, const char *tag, const char *text)
{
    /* The names of a method and of who drew the boundaries are the same in all scripts. */
    static const char *const names[] = { "loess", "Natural Earth" };
    g_autofree char *own = g_strdup(text != NULL ? text : "");

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        char *name = strstr(own, names[i]);

        if (name != NULL)
            memset(name, ' ', strlen(names[i]));
    }
    for (const char *p = own; *p != '\0'; p++)
        if (g_ascii_isalpha(*p))
            g_error("%s in %s: \"%s\" is of another language", row->chart, tag, text);
}

static Figure
draw(const Row *row, const char *tag)
{
    g_autofree char *lang = g_strconcat("lang=", tag, NULL);
    const char *options[G_N_ELEMENTS(row->options) + 2] = { lang };

    for (guint i = 0; i < G_N_ELEMENTS(row->options) && row->options[i] != NULL; i++)
        options[i + 1] = row->options[i];
    return figure_draw(row->chart, row->csv, options);
}

static void
test_no_word_is_english(void)
{
    static const char *const tags[] = { "ko", "ja", "zh", "th" };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        for (guint k = 0; k < G_N_ELEMENTS(tags); k++) {
            g_auto(Figure) figure = draw(&rows[i], tags[k]);
            g_autoptr(GPtrArray) nodes = figure_nodes(&figure);

            for (guint n = 0; n < nodes->len; n++) {
                const SceneNode *node = nodes->pdata[n];

                if (node->kind == NODE_TEXT)
                    assert_no_letters(&rows[i], tags[k], node->text.text);
                else if (node->kind == NODE_GROUP)
                    assert_no_letters(&rows[i], tags[k], node->group.title);
            }
        }
}

static void
test_every_chart_is_here(void)
{
    for (guint c = 0; chart_types[c] != NULL; c++) {
        gboolean here = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
            here = here || strcmp(rows[i].chart, chart_types[c]->name) == 0;
        if (!here)
            g_error("no figure of %s is drawn here", chart_types[c]->name);
    }
}

#define MONEY "x,y\n2001,€1000\n2002,€3000\n2003,€2000\n"
#define PERCENT "대상,몫\n갑,12%\n을,37.5%\n"

/* The labels at the bars and the ticks are made in two places and have to look alike. */
static void
assert_units(const char *tag, const char *csv, const char *label, const char *tick)
{
    g_autofree char *lang = g_strconcat("lang=", tag, NULL);
    const char *x = csv[0] == 'x' ? "x=x" : "x=대상", *y = csv[0] == 'x' ? "y=y" : "y=몫";
    g_auto(Figure) values = FIGURE("bar", csv, lang, x, y, "values=on", "orient=vertical");
    g_auto(Figure) ticks = FIGURE("bar", csv, lang, x, y, "values=off", "orient=vertical");

    if (!figure_has_text(&values, label))
        g_error("%s: no value \"%s\"", tag, label);
    if (!figure_has_text(&ticks, tick))
        g_error("%s: no tick \"%s\"", tag, tick);
}

static void
test_units_stand_where_the_language_has_them(void)
{
    assert_units("en", MONEY, "€3000", "€3000");
    assert_units("de", MONEY, "3000\u00a0€", "3000\u00a0€");
    assert_units("fr", MONEY, "3000\u00a0€", "3000\u00a0€");
    assert_units("es", MONEY, "3000\u00a0€", "3000\u00a0€");
    assert_units("pt", MONEY, "€\u00a03000", "€\u00a03000");
    assert_units("id", MONEY, "€\u00a03000", "€\u00a03000");
    assert_units("vi", MONEY, "3000\u00a0€", "3000\u00a0€");
    assert_units("ko", MONEY, "€3000", "€3000");
    assert_units("en", PERCENT, "37.5%", "30%");
    assert_units("de", PERCENT, "37,5\u00a0%", "30\u00a0%");
    assert_units("fr", PERCENT, "37,5\u202f%", "30\u202f%");
    assert_units("es", PERCENT, "37,5\u00a0%", "30\u00a0%");
    assert_units("pt", PERCENT, "37,5%", "30%");
    assert_units("ja", PERCENT, "37.5%", "30%");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/no-word-is-english", test_no_word_is_english);
    g_test_add_func("/words/every-chart-is-here", test_every_chart_is_here);
    g_test_add_func("/words/units-stand-where-the-language-has-them",
                    test_units_stand_where_the_language_has_them);
    return g_test_run();
}
