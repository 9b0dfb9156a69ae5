#include "plot/natural_order.h"

#include <string.h>

/* names and expected: "b|a"; expected NULL: no order of their own. */
static void
assert_order(const char *names, const char *expected)
{
    g_auto(GStrv) list = g_strsplit(names, "|", -1);
    guint n = g_strv_length(list);
    g_autofree guint *order = g_new0(guint, n + 1);
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean known = natural_order((const char *const *)list, n, order);

    g_assert_true(known == (expected != NULL));
    if (!known)
        return;
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? "|" : "", list[order[i]]);
    g_assert_cmpstr(out->str, ==, expected);
}

static void
test_months_and_days_follow_the_calendar(void)
{
    assert_order("Apr|Aug|Dec|Feb", "Feb|Apr|Aug|Dec");
    assert_order("march|JANUARY|Sept", "JANUARY|march|Sept");
    assert_order("Sun|Mon|Wed", "Mon|Wed|Sun");
    assert_order("Q3|Q1", "Q1|Q3");
}

static void
test_answers_follow_their_scale(void)
{
    assert_order("Agree|Strongly disagree|Strongly agree|No opinion",
                 "Strongly agree|Agree|Strongly disagree|No opinion");
    assert_order("High|Low|Medium", "Low|Medium|High");
    assert_order("No|Yes", "Yes|No");
    assert_order("No|Don’t know|Yes", "Yes|No|Don’t know");
    assert_order("Low|Very high|High", "Very high|High|Low");
}

static void
test_bands_follow_their_numbers(void)
{
    assert_order("65+|18-24|25–34|under 18", "under 18|18-24|25–34|65+");
    assert_order("100 to 499|0 to 9|10 to 99", "0 to 9|10 to 99|100 to 499");
    assert_order("80 and over|5|<5", "<5|5|80 and over");
    assert_order("5,000 to 9,999|1,000 to 4,999|10,000+|Under 1,000",
                 "Under 1,000|1,000 to 4,999|5,000 to 9,999|10,000+");
    assert_order("10|9|1.5", "1.5|9|10");
}

static void
test_names_have_none(void)
{
    assert_order("Thailand|Laos", NULL);
    assert_order("Jan|Feb|Total", NULL);
    assert_order("3M|7-Eleven", NULL);
    assert_order("May", NULL);
    assert_order("2nd|1st place", NULL);
    assert_order("|", NULL);
}

static void
test_leftovers_are_known(void)
{
    g_assert_true(natural_is_leftover("Other"));
    g_assert_true(natural_is_leftover("DON'T KNOW"));
    g_assert_true(natural_is_leftover("Don’t know"));
    g_assert_false(natural_is_leftover("Another"));
    g_assert_false(natural_is_leftover(""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/natural-order/months-and-days-follow-the-calendar",
                    test_months_and_days_follow_the_calendar);
    g_test_add_func("/natural-order/answers-follow-their-scale", test_answers_follow_their_scale);
    g_test_add_func("/natural-order/bands-follow-their-numbers", test_bands_follow_their_numbers);
    g_test_add_func("/natural-order/names-have-none", test_names_have_none);
    g_test_add_func("/natural-order/leftovers-are-known", test_leftovers_are_known);
    return g_test_run();
}
