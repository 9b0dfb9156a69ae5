#include "plot/channel_expr.h"

#include "base/error.h"

static const char *const names[] = { "year", "total", "a, b", "sum(x)", "=odd", NULL };

/* The terms as one text: "sum:total|year". */
static void
assert_terms(const char *text, const char *expected)
{
    static const char *const kinds[] = { [TERM_COLUMN] = "",
                                         [TERM_AGGREGATE] = "aggregate:",
                                         [TERM_CALENDAR] = "calendar:",
                                         [TERM_LITERAL] = "text:" };
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) terms = channel_expr_parse(CHANNEL_X, text, names, &error);
    g_autoptr(GString) out = g_string_new(NULL);

    g_assert_no_error(error);
    for (guint i = 0; i < terms->len; i++) {
        const ChannelTerm *term = terms->pdata[i];

        g_string_append_printf(out, "%s%s%s", i > 0 ? "|" : "", kinds[term->kind],
                               term->name != NULL ? term->name : "(none)");
    }
    g_assert_cmpstr(out->str, ==, expected);
}

static void
assert_refused(const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *terms = channel_expr_parse(CHANNEL_Y, text, names, &error);

    g_assert_null(terms);
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, message);
}

static void
test_a_header_is_that_column(void)
{
    assert_terms("year", "year");
    assert_terms("a, b", "a, b");
    assert_terms("sum(x)", "sum(x)");
    assert_terms("=odd", "=odd");
}

static void
test_functions_have_a_column(void)
{
    assert_terms("sum(total)", "aggregate:total");
    assert_terms("mean( \"a, b\" )", "aggregate:a, b");
    assert_terms("count()", "aggregate:(none)");
    assert_terms("month(day of arrival)", "calendar:day of arrival");
}

static void
test_several_are_split_at_commas(void)
{
    assert_terms("Thailand, Viet Nam,\"Lao, PDR\"", "Thailand|Viet Nam|Lao, PDR");
    assert_terms("sum(a),sum(b)", "aggregate:a|aggregate:b");
}

static void
test_a_literal_is_a_text(void)
{
    assert_terms("=North Korea, so called", "text:North Korea, so called");
}

static void
test_quotes_double(void)
{
    assert_terms("\"say \"\"so\"\"\"", "say \"so\"");
}

static void
test_mistakes_have_a_place(void)
{
    assert_refused("sum(total", "--y: \")\" is missing at character 10 of \"sum(total\"");
    assert_refused("sum()", "--y: a column is missing at character 5 of \"sum()\"");
    assert_refused("a,,b", "--y: this is no name at character 3 of \"a,,b\"");
    assert_refused("a,", "--y: a name is missing at character 3 of \"a,\"");
    assert_refused("\"a", "--y: a quote is never closed at character 3 of \"\"a\"");
    assert_refused("summ(total)", "--y: no function \"summ\" (did you mean \"sum\"?)");
}

static const ChannelTerm *
only_term(GPtrArray *terms)
{
    g_assert_cmpuint(terms->len, ==, 1);
    return terms->pdata[0];
}

static void
test_functions_have_names(void)
{
    static const struct {
        const char *text;
        AggregateKind kind;
    } aggregates[] = {
        { "count(x)", AGGREGATE_COUNT },       { "sum( x )", AGGREGATE_SUM },
        { "mean(x)", AGGREGATE_MEAN },         { "median(x)", AGGREGATE_MEDIAN },
        { "min(x)", AGGREGATE_MIN },           { "max(x)", AGGREGATE_MAX },
        { "distinct(x)", AGGREGATE_DISTINCT }, { "first(x)", AGGREGATE_FIRST },
        { "last(x)", AGGREGATE_LAST },
    };
    static const struct {
        const char *text;
        CalendarPart part;
    } parts[] = {
        { "year(x)", CALENDAR_YEAR },       { "quarter(x)", CALENDAR_QUARTER },
        { "month(x)", CALENDAR_MONTH },     { "week(x)", CALENDAR_WEEK },
        { "day(x)", CALENDAR_DAY },         { "month_of_year(x)", CALENDAR_MONTH_OF_YEAR },
        { "weekday(x)", CALENDAR_WEEKDAY }, { "hour(x)", CALENDAR_HOUR },
    };

    for (guint i = 0; i < G_N_ELEMENTS(aggregates); i++) {
        g_autoptr(GPtrArray) terms = channel_expr_parse(CHANNEL_X, aggregates[i].text, names, NULL);

        g_assert_cmpint(only_term(terms)->kind, ==, TERM_AGGREGATE);
        g_assert_cmpint(only_term(terms)->aggregate, ==, aggregates[i].kind);
    }
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(GPtrArray) terms = channel_expr_parse(CHANNEL_X, parts[i].text, names, NULL);

        g_assert_cmpint(only_term(terms)->kind, ==, TERM_CALENDAR);
        g_assert_cmpint(only_term(terms)->part, ==, parts[i].part);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/channel-expr/a-header-is-that-column", test_a_header_is_that_column);
    g_test_add_func("/channel-expr/functions-have-a-column", test_functions_have_a_column);
    g_test_add_func("/channel-expr/several-are-split-at-commas", test_several_are_split_at_commas);
    g_test_add_func("/channel-expr/a-literal-is-a-text", test_a_literal_is_a_text);
    g_test_add_func("/channel-expr/quotes-double", test_quotes_double);
    g_test_add_func("/channel-expr/mistakes-have-a-place", test_mistakes_have_a_place);
    g_test_add_func("/channel-expr/functions-have-names", test_functions_have_names);
    return g_test_run();
}
