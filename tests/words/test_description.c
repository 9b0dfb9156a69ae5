#include "words/description.h"

static void
assert_description(const DescriptionFacts *facts, const char *expected)
{
    g_autofree char *text = description_write(facts);

    g_assert_cmpstr(text, ==, expected);
}

static void
test_a_plain_figure_is_one_sentence(void)
{
    assert_description(&(DescriptionFacts){ .chart = "Line chart" }, "Line chart.");
    assert_description(
        &(DescriptionFacts){
            .chart = "Line chart", .measure = "Trade", .by = "year", .from = "1995", .to = "2018" },
        "Line chart of Trade by year, 1995 to 2018.");
    assert_description(
        &(DescriptionFacts){
            .chart = "Bar chart", .measure = "Percent", .by = "option", .n_places = 7 },
        "Bar chart of Percent by option, 7 categories.");
}

static void
test_extremes_are_named(void)
{
    assert_description(&(DescriptionFacts){ .chart = "Bar chart",
                                            .highest = "12%",
                                            .highest_at = "Laos",
                                            .lowest = "1%",
                                            .lowest_at = "Japan" },
                       "Bar chart. Highest: 12% (Laos); lowest: 1% (Japan).");
    assert_description(&(DescriptionFacts){ .chart = "Bar chart", .highest = "12%" },
                       "Bar chart. Highest: 12%.");
}

static void
test_few_series_are_listed_many_counted(void)
{
    const char *names[] = { "A", "B", "C", "D", "E", "F", "G" };

    assert_description(
        &(DescriptionFacts){ .chart = "Area chart", .series = names, .n_series = 3, .n_panels = 2 },
        "Area chart, in 2 panels. 3 series: A, B and C.");
    assert_description(&(DescriptionFacts){ .chart = "Area chart", .series = names, .n_series = 2 },
                       "Area chart. 2 series: A and B.");
    assert_description(&(DescriptionFacts){ .chart = "Area chart", .series = names, .n_series = 1 },
                       "Area chart.");
    assert_description(&(DescriptionFacts){ .chart = "Area chart", .series = names, .n_series = 7 },
                       "Area chart. 7 series, among them A, B, C, D and E.");
}

static void
test_the_note_comes_last(void)
{
    assert_description(&(DescriptionFacts){ .chart = "Line chart", .note = "No figure: Laos." },
                       "Line chart. No figure: Laos.");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/description/a-plain-figure-is-one-sentence",
                    test_a_plain_figure_is_one_sentence);
    g_test_add_func("/description/extremes-are-named", test_extremes_are_named);
    g_test_add_func("/description/few-series-are-listed-many-counted",
                    test_few_series_are_listed_many_counted);
    g_test_add_func("/description/the-note-comes-last", test_the_note_comes_last);
    return g_test_run();
}
