#include "words/description.h"

static void
assert_in(const char *tag, const DescriptionFacts *facts, const char *expected)
{
    g_autofree char *text = description_write(language_find(tag), facts);

    g_assert_cmpstr(text, ==, expected);
}

static void
assert_description(const DescriptionFacts *facts, const char *expected)
{
    assert_in("en", facts, expected);
}

static void
test_a_plain_figure_is_one_sentence(void)
{
    DescriptionFacts trade = {
        .chart = "line", .measure = "Trade", .by = "year", .from = "1995", .to = "2018"
    };

    assert_description(&(DescriptionFacts){ .chart = "line" }, "Line chart.");
    assert_description(&trade, "Line chart of Trade by year, from 1995 to 2018.");
    assert_in("de", &trade, "Liniendiagramm: Trade nach year, von 1995 bis 2018.");
    assert_in("ko", &trade, "꺾은선그래프: Trade(year 기준), 1995부터 2018까지.");
    assert_in("ja", &trade, "折れ線グラフ：Trade（year別）、1995から2018まで。");
    assert_description(&(DescriptionFacts){ .chart = "sankey" }, "sankey chart.");
}

static void
test_one_thing_is_not_counted(void)
{
    assert_description(
        &(DescriptionFacts){
            .chart = "bar", .measure = "Percent", .n_places = 7, .n_values = 20, .n_panels = 2 },
        "Bar chart of Percent, 7 categories, 20 values, in 2 panels.");
    assert_description(
        &(DescriptionFacts){
            .chart = "bar", .n_places = 1, .n_values = 1, .n_entries = 1, .n_panels = 1 },
        "Bar chart.");
}

static void
test_extremes_are_named(void)
{
    DescriptionFacts two = { .chart = "bar",
                             .highest = { "12%", "Laos" },
                             .lowest = { "1%", "Japan" } };

    assert_description(&two, "Bar chart. The highest value is 12% (Laos), the lowest 1% (Japan).");
    assert_in("de", &two,
              "Balkendiagramm. Der höchste Wert ist 12% (Laos), der niedrigste 1% (Japan).");
    assert_in("zh", &two, "条形图。最大值为12%（Laos），最小值为1%（Japan）。");
    assert_description(&(DescriptionFacts){ .chart = "bar", .highest = { "12%", "Laos" } },
                       "Bar chart. The value is 12% (Laos).");
    assert_description(&(DescriptionFacts){ .chart = "bar",
                                            .one_level = TRUE,
                                            .highest = { "12%", "Laos; Japan" } },
                       "Bar chart. All values are 12%.");
}

static void
test_few_names_are_listed_many_counted(void)
{
    const char *names[] = { "A", "B", "C", "D", "E", "F", "G" };
    DescriptionFacts facts = { .chart = "bar", .compared = names, .n_compared = 2 };

    assert_description(&facts, "Bar chart. It compares A and B.");
    assert_in("es", &facts, "Gráfico de barras. Compara: A, B.");
    facts.n_compared = 6;
    assert_description(&facts, "Bar chart. It compares A, B, C, D, E and F.");
    facts.n_compared = 7;
    assert_description(&facts, "Bar chart. It compares A, B, C, D, E, and 2 more.");
    assert_in("ko", &facts, "막대그래프. 비교 대상: A, B, C, D, E, 외 2건.");
    facts.n_compared = 1;
    assert_description(&facts, "Bar chart.");
}

static void
test_trends_go_from_the_first_to_the_last(void)
{
    const DescriptionTrend trends[] = {
        { "Laos", { "1.5", "2001" }, { "2", "2003" }, 1 },
        { "Japan", { "9", "2001" }, { "8", "2002" }, -1 },
        { NULL, { "5", "2001" }, { "5", "2003" }, 0 },
    };
    DescriptionFacts facts = { .chart = "line", .trends = trends, .n_trends = 2 };

    assert_description(&facts, "Line chart. Over time: Laos up from 1.5 (2001) to 2 (2003); Japan "
                               "down from 9 (2001) to 8 (2002).");
    assert_in("de", &facts,
              "Liniendiagramm. Im Zeitverlauf: Laos, Anstieg von 1.5 (2001) auf 2 (2003); Japan, "
              "Rückgang von 9 (2001) auf 8 (2002).");
    assert_in("ko", &facts,
              "꺾은선그래프. 추이: Laos 1.5(2001)에서 2(2003)까지 증가; Japan "
              "9(2001)에서 8(2002)까지 감소.");
    facts.trends = &trends[2];
    facts.n_trends = 1;
    assert_description(&facts, "Line chart. Over time: unchanged from 5 (2001) to 5 (2003).");
}

static void
test_note_and_source_end_it(void)
{
    assert_description(
        &(DescriptionFacts){ .chart = "line", .note = "No figure: 1999.", .source = "IMF" },
        "Line chart. No figure: 1999. Source: IMF.");
    assert_description(&(DescriptionFacts){ .chart = "line", .source = "Source: IMF, n.d." },
                       "Line chart. Source: IMF, n.d.");
    assert_in("ja", &(DescriptionFacts){ .chart = "line", .source = "IMF" },
              "折れ線グラフ。出典：IMF。");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/description/a-plain-figure-is-one-sentence",
                    test_a_plain_figure_is_one_sentence);
    g_test_add_func("/description/one-thing-is-not-counted", test_one_thing_is_not_counted);
    g_test_add_func("/description/extremes-are-named", test_extremes_are_named);
    g_test_add_func("/description/few-names-are-listed-many-counted",
                    test_few_names_are_listed_many_counted);
    g_test_add_func("/description/trends-go-from-the-first-to-the-last",
                    test_trends_go_from_the_first_to_the_last);
    g_test_add_func("/description/note-and-source-end-it", test_note_and_source_end_it);
    return g_test_run();
}
