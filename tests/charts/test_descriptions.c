// The generated description of every chart type in English, German and Korean. The numbers in the
// expected sentences come from the table, not from the program.
#include "charts/figure.h"

/* Shares of a period add up to 100; whole numbers, so that every chart takes them. */
static const struct {
    int year;
    const char *who;
    int share;
} cells[] = {
    { 2001, "Japan", 20 }, { 2001, "France", 47 }, { 2001, "Kenya", 33 },
    { 2002, "Japan", 26 }, { 2002, "France", 44 }, { 2002, "Kenya", 30 },
    { 2003, "Japan", 41 }, { 2003, "France", 36 }, { 2003, "Kenya", 23 },
};
enum { N_SERIES = 3 };

/* All rows, those of the first and the last year, or those of the first year only. */
typedef enum { ALL_YEARS, TWO_YEARS, ONE_YEAR } Years;

static gboolean
is_in(Years years, guint i)
{
    return years == ALL_YEARS || cells[i].year == 2001 ||
           (years == TWO_YEARS && cells[i].year == 2003);
}

static char *
make_csv(Years years)
{
    GString *csv = g_string_new("year,region,share\n");

    for (guint i = 0; i < G_N_ELEMENTS(cells); i++)
        if (is_in(years, i))
            g_string_append_printf(csv, "%d,%s,%d\n", cells[i].year, cells[i].who, cells[i].share);
    return g_string_free(csv, FALSE);
}

/* {HIGH}, {LOW}: the number; {HIGH_WHO}, {HIGH_YEAR}, …: where it stands; {N}: how many there are;
 * {FIRST0}, {LAST0}: the ends of the first series. */
static char *
fill_in(const char *pattern, Years years)
{
    GString *text = g_string_new(pattern);
    guint high = 0, low = 0, n = 0;
    const struct {
        const char *name;
        guint *at;
    } ends[] = { { "HIGH", &high }, { "LOW", &low } };

    for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
        if (!is_in(years, i))
            continue;
        n++;
        high = cells[i].share > cells[high].share ? i : high;
        low = cells[i].share < cells[low].share ? i : low;
    }
    for (guint k = 0; k < G_N_ELEMENTS(ends); k++) {
        g_autofree char *name = g_strdup_printf("{%s}", ends[k].name);
        g_autofree char *who = g_strdup_printf("{%s_WHO}", ends[k].name);
        g_autofree char *year = g_strdup_printf("{%s_YEAR}", ends[k].name);
        g_autofree char *number = g_strdup_printf("%d", cells[*ends[k].at].share);
        g_autofree char *when = g_strdup_printf("%d", cells[*ends[k].at].year);

        g_string_replace(text, name, number, 0);
        g_string_replace(text, who, cells[*ends[k].at].who, 0);
        g_string_replace(text, year, when, 0);
    }
    for (guint s = 0; s < N_SERIES; s++) {
        g_autofree char *first = g_strdup_printf("{FIRST%u}", s);
        g_autofree char *last = g_strdup_printf("{LAST%u}", s);
        g_autofree char *from = g_strdup_printf("%d", cells[s].share);
        g_autofree char *to = g_strdup_printf("%d", cells[2 * N_SERIES + s].share);

        g_string_replace(text, first, from, 0);
        g_string_replace(text, last, to, 0);
    }
    {
        g_autofree char *number = g_strdup_printf("%u", n);

        g_string_replace(text, "{N}", number, 0);
    }
    return g_string_free(text, FALSE);
}

#define COMPARES_EN " It compares Japan, France and Kenya."
#define COMPARES_DE " Verglichen werden Japan, France und Kenya."
#define COMPARES_KO " 비교 대상: Japan, France, Kenya."
/* With a period, and without. */
#define EXTREMES_EN                                                                           \
    " The highest value is {HIGH}% ({HIGH_WHO}, {HIGH_YEAR}), the lowest {LOW}% ({LOW_WHO}, " \
    "{LOW_YEAR})."
#define EXTREMES_DE                                                                                \
    " Der höchste Wert ist {HIGH}\u00a0% ({HIGH_WHO}, {HIGH_YEAR}), der niedrigste {LOW}\u00a0% " \
    "({LOW_WHO}, {LOW_YEAR})."
#define EXTREMES_KO \
    " 최댓값은 {HIGH}%({HIGH_WHO}, {HIGH_YEAR}년), 최솟값은 {LOW}%({LOW_WHO}, {LOW_YEAR}년)이다."
#define NAMED_EN " The highest value is {HIGH}% ({HIGH_WHO}), the lowest {LOW}% ({LOW_WHO})."
#define NAMED_DE \
    " Der höchste Wert ist {HIGH}\u00a0% ({HIGH_WHO}), der niedrigste {LOW}\u00a0% ({LOW_WHO})."
#define NAMED_KO " 최댓값은 {HIGH}%({HIGH_WHO}), 최솟값은 {LOW}%({LOW_WHO})이다."
#define TRENDS_EN                                                                                \
    " Over time: Japan up from {FIRST0}% (2001) to {LAST0}% (2003); France down from {FIRST1}% " \
    "(2001) to {LAST1}% (2003); Kenya down from {FIRST2}% (2001) to {LAST2}% (2003)."
#define TRENDS_DE                                                                            \
    " Im Zeitverlauf: Japan, Anstieg von {FIRST0}\u00a0% (2001) auf {LAST0}\u00a0% (2003); " \
    "France, "                                                                               \
    "Rückgang von {FIRST1}\u00a0% (2001) auf {LAST1}\u00a0% (2003); Kenya, Rückgang von "  \
    "{FIRST2}\u00a0% (2001) auf {LAST2}\u00a0% (2003)."
#define TRENDS_KO                                                                                              \
    " 추이: Japan {FIRST0}%(2001년)에서 {LAST0}%(2003년)까지 증가; France {FIRST1}%(2001년)에서 " \
    "{LAST1}%(2003년)까지 감소; Kenya {FIRST2}%(2001년)에서 {LAST2}%(2003년)까지 감소."
#define SOURCE_EN " Source: WTO."
#define SOURCE_DE " Quelle: WTO."
#define SOURCE_KO " 자료: WTO."

#define OVER_YEARS(en, de, ko)                                                                  \
    en " of Share by year, from 2001 to 2003." COMPARES_EN EXTREMES_EN TRENDS_EN SOURCE_EN,     \
        de ": Share nach year, von 2001 bis 2003." COMPARES_DE EXTREMES_DE TRENDS_DE SOURCE_DE, \
        ko                                                                                      \
        ": Share(year 기준), 2001년부터 2003년까지." COMPARES_KO EXTREMES_KO TRENDS_KO SOURCE_KO
#define BY_YEAR(en, de, ko)                                                           \
    en " of Share by year, from 2001 to 2003." COMPARES_EN EXTREMES_EN SOURCE_EN,     \
        de ": Share nach year, von 2001 bis 2003." COMPARES_DE EXTREMES_DE SOURCE_DE, \
        ko ": Share(year 기준), 2001년부터 2003년까지." COMPARES_KO EXTREMES_KO SOURCE_KO
#define BY_REGION(en, de, ko)                                     \
    en " of Share by region." COMPARES_EN NAMED_EN SOURCE_EN,     \
        de ": Share nach region." COMPARES_DE NAMED_DE SOURCE_DE, \
        ko ": Share(region 기준)." COMPARES_KO NAMED_KO SOURCE_KO
#define OF_ALL(en, de, ko)                                                   \
    en " of Share by region, {N} values." COMPARES_EN NAMED_EN SOURCE_EN,    \
        de ": Share nach region, {N} Werte." COMPARES_DE NAMED_DE SOURCE_DE, \
        ko ": Share(region 기준), 값 {N}개." COMPARES_KO NAMED_KO SOURCE_KO

typedef struct {
    const char *chart;
    Years years;
    const char *english, *german, *korean;
    const char *options[5];
} Row;

static const Row rows[] = {
    { "line",
      ALL_YEARS,
      OVER_YEARS("Line chart", "Liniendiagramm", "꺾은선그래프"),
      { "x=year", "y=share", "color=region" } },
    { "area",
      ALL_YEARS,
      OVER_YEARS("Area chart", "Flächendiagramm", "영역 그래프"),
      { "x=year", "y=share", "color=region" } },
    { "bump",
      ALL_YEARS,
      OVER_YEARS("Bump chart", "Rangdiagramm", "순위 변화 그래프"),
      { "x=year", "y=share", "color=region" } },
    { "slope",
      TWO_YEARS,
      OVER_YEARS("Slope chart", "Steigungsdiagramm", "기울기 그래프"),
      { "x=year", "y=share", "color=region" } },
    { "dumbbell",
      ALL_YEARS,
      BY_YEAR("Dumbbell chart", "Hanteldiagramm", "덤벨 그래프"),
      { "x=share", "y=year", "color=region" } },
    { "likert",
      ALL_YEARS,
      BY_YEAR("Likert chart", "Likert-Diagramm", "리커트 그래프"),
      { "x=share", "y=year", "color=region", "neutral=France" } },
    { "heatmap",
      ALL_YEARS,
      BY_YEAR("Heat map", "Heatmap", "히트맵"),
      { "x=year", "y=region", "color=share", "color-unit=%" } },
    { "bar",
      ONE_YEAR,
      BY_REGION("Bar chart", "Balkendiagramm", "막대그래프"),
      { "x=region", "y=share" } },
    { "dot",
      ONE_YEAR,
      BY_REGION("Dot plot", "Punktdiagramm", "점그래프"),
      { "x=share", "y=region" } },
    { "pie",
      ONE_YEAR,
      BY_REGION("Pie chart", "Kreisdiagramm", "원그래프"),
      { "color=region", "y=share", "sort=data" } },
    { "waffle",
      ONE_YEAR,
      BY_REGION("Waffle chart", "Waffeldiagramm", "와플 그래프"),
      { "color=region", "y=share", "sort=data" } },
    { "map",
      ONE_YEAR,
      "Map of Share, 3 areas." NAMED_EN SOURCE_EN,
      "Karte: Share, 3 Gebiete." NAMED_DE SOURCE_DE,
      "지도: Share, 지역 3개." NAMED_KO SOURCE_KO,
      { "area-key=region", "fill=share" } },
    { "network",
      ONE_YEAR,
      "Network of Share, 3 links between Total and 3 places. The highest value is {HIGH}% (Total – "
      "{HIGH_WHO}), the lowest {LOW}% (Total – {LOW_WHO})." SOURCE_EN,
      "Netzwerk: Share, 3 Verbindungen zwischen Total und 3 Orten. Der höchste Wert ist {HIGH} % "
      "(Total – {HIGH_WHO}), der niedrigste {LOW} % (Total – {LOW_WHO})." SOURCE_DE,
      "네트워크: Share, Total 및 다른 3곳 사이의 연결 3개. 최댓값은 {HIGH}%(Total – {HIGH_WHO}), "
      "최솟값은 {LOW}%(Total – {LOW_WHO})이다." SOURCE_KO,
      { "from==Total", "to=region", "weight=share", "weight-unit=%" } },
    { "treemap",
      ONE_YEAR,
      BY_REGION("Treemap", "Kacheldiagramm", "트리맵"),
      { "x=region", "y=share", "sort=data" } },
    { "units",
      ONE_YEAR,
      BY_REGION("Unit chart", "Symboldiagramm", "단위 그래프"),
      { "x=region", "y=share", "sort=data" } },
    { "parliament",
      ONE_YEAR,
      BY_REGION("Parliament chart", "Sitzverteilung", "의석 분포도"),
      { "x=region", "y=share", "sort=data" } },
    { "waterfall",
      ONE_YEAR,
      BY_REGION("Waterfall chart", "Wasserfalldiagramm", "폭포 그래프"),
      { "x=region", "y=share" } },
    { "box", ALL_YEARS, OF_ALL("Box plot", "Boxplot", "상자그림"), { "x=region", "y=share" } },
    { "violin",
      ALL_YEARS,
      OF_ALL("Violin plot", "Violinplot", "바이올린 그림"),
      { "x=region", "y=share" } },
    { "strip",
      ALL_YEARS,
      OF_ALL("Strip plot", "Streifendiagramm", "범주별 점그래프"),
      { "x=region", "y=share" } },
    { "ridgeline",
      ALL_YEARS,
      OF_ALL("Ridgeline plot", "Gratliniendiagramm", "능선 그래프"),
      { "x=share", "y=region" } },
    { "density",
      ALL_YEARS,
      "Density plot of Share, {N} values. The highest value is {HIGH}%, the lowest "
      "{LOW}%." SOURCE_EN,
      "Dichtediagramm: Share, {N} Werte. Der höchste Wert ist {HIGH}\u00a0%, der niedrigste "
      "{LOW}\u00a0%." SOURCE_DE,
      "밀도 그래프: Share, 값 {N}개. 최댓값은 {HIGH}%, 최솟값은 {LOW}%이다." SOURCE_KO,
      { "x=share" } },
    { "histogram",
      ALL_YEARS,
      "Histogram of Share, {N} values. The highest value is {HIGH}%, the lowest {LOW}%." SOURCE_EN,
      "Histogramm: Share, {N} Werte. Der höchste Wert ist {HIGH}\u00a0%, der niedrigste "
      "{LOW}\u00a0%." SOURCE_DE,
      "히스토그램: Share, 값 {N}개. 최댓값은 {HIGH}%, 최솟값은 {LOW}%이다." SOURCE_KO,
      { "x=share" } },
    { "scatter",
      ALL_YEARS,
      "Scatter plot of Share by year, from 2001 to 2003." COMPARES_EN EXTREMES_EN TRENDS_EN
          SOURCE_EN,
      "Streudiagramm: Share nach year, von 2001 bis 2003." COMPARES_DE EXTREMES_DE TRENDS_DE
          SOURCE_DE,
      "산점도: Share(year 기준), 2001년부터 2003년까지." COMPARES_KO EXTREMES_KO TRENDS_KO
          SOURCE_KO,
      { "x=year", "y=share", "color=region" } },
    { "timeline",
      ONE_YEAR,
      "Timeline by year, {N} entries." SOURCE_EN,
      "Zeitleiste nach year, {N} Einträge." SOURCE_DE,
      "연표(year 기준), 항목 {N}개." SOURCE_KO,
      { "x=year", "label=region" } },
};

static Figure
draw(const Row *row, const char *tag)
{
    g_autofree char *lang = g_strconcat("lang=", tag, NULL), *csv = make_csv(row->years);
    const char *options[G_N_ELEMENTS(row->options) + 4] = { lang, "source=WTO" };
    guint n = 2;

    for (guint i = 0; i < G_N_ELEMENTS(row->options) && row->options[i] != NULL; i++)
        options[n++] = row->options[i];
    if (strcmp(row->chart, "map") == 0)
        options[n++] = "fill-unit=%";
    else if (strcmp(row->chart, "heatmap") != 0 && strcmp(row->chart, "network") != 0 &&
             strcmp(row->chart, "timeline") != 0)
        options[n++] = g_str_has_prefix(row->options[0], "x=share") ? "x-unit=%" : "y-unit=%";
    return figure_draw(row->chart, csv, options);
}

static void
test_every_chart_is_described(void)
{
    static const char *const tags[] = { "en", "de", "ko" };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        for (guint k = 0; k < G_N_ELEMENTS(tags); k++) {
            g_auto(Figure) figure = draw(&rows[i], tags[k]);
            const char *const patterns[] = { rows[i].english, rows[i].german, rows[i].korean };
            g_autofree char *expected = fill_in(patterns[k], rows[i].years);

            g_assert_no_error(figure.error);
            g_assert_cmpstr(figure.scene->description, ==, expected);
        }
}

/* A calendar has days, not years. */
static void
test_a_calendar_is_described(void)
{
    const char *csv = "day,n\n2019-01-07,3\n2019-02-05,5\n";
    g_auto(Figure) english = FIGURE("calendar", csv, "x=day", "color=n");
    g_auto(Figure) german = FIGURE("calendar", csv, "x=day", "color=n", "lang=de");
    g_auto(Figure) korean = FIGURE("calendar", csv, "x=day", "color=n", "lang=ko");

    g_assert_cmpstr(english.scene->description, ==,
                    "Calendar chart of N by day, from 7 Jan 2019 to 5 Feb 2019. The highest value "
                    "is 5 (5 Feb 2019), the lowest 3 (7 Jan 2019).");
    g_assert_cmpstr(german.scene->description, ==,
                    "Kalenderdiagramm: N nach day, von 7. Jan. 2019 bis 5. Feb. 2019. Der höchste "
                    "Wert ist 5 (5. Feb. 2019), der niedrigste 3 (7. Jan. 2019).");
    g_assert_cmpstr(korean.scene->description, ==,
                    "달력 그래프: N(day 기준), 2019년 1월 7일부터 2019년 2월 5일까지. 최댓값은 "
                    "5(2019년 2월 5일), 최솟값은 3(2019년 1월 7일)이다.");
}

/* Shares of 100 show something else than the data; the description keeps to the data. */
static void
test_shares_are_described_by_their_values(void)
{
    g_auto(Figure) figure =
        FIGURE("area", "t,k,v\n2001,a,€300\n2001,b,€100\n2002,a,€200\n2002,b,€200\n", "x=t", "y=v",
               "color=k", "stack=normalize");

    g_assert_nonnull(strstr(figure.scene->description, "The highest value is €300 (a, 2001)"));
}

static void
test_every_chart_is_here(void)
{
    for (guint c = 0; chart_types[c] != NULL; c++) {
        gboolean here = strcmp(chart_types[c]->name, "calendar") == 0;

        for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
            here = here || strcmp(rows[i].chart, chart_types[c]->name) == 0;
        if (!here)
            g_error("no description of %s is tested", chart_types[c]->name);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/descriptions/every-chart-is-described", test_every_chart_is_described);
    g_test_add_func("/descriptions/a-calendar-is-described", test_a_calendar_is_described);
    g_test_add_func("/descriptions/shares-are-described-by-their-values",
                    test_shares_are_described_by_their_values);
    g_test_add_func("/descriptions/every-chart-is-here", test_every_chart_is_here);
    return g_test_run();
}
