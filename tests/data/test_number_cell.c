#include "data/csv_reader.h"

#include <string.h>

typedef struct {
    const char *text;
    char decimal;
    double value;
    const char *symbol;
    gboolean grouped, ambiguous;
} Good;

static const Good good[] = {
    { "12", '.', 12, "", FALSE, FALSE },
    { "-12.5", '.', -12.5, "", FALSE, FALSE },
    { "+3", '.', 3, "", FALSE, FALSE },
    { "\u22123", '.', -3, "", FALSE, FALSE },
    { "1e6", '.', 1e6, "", FALSE, FALSE },
    { "1.5E-3", ',', 0, NULL, FALSE, FALSE },
    { "1,5E-3", ',', 1.5e-3, "", FALSE, FALSE },
    { ".5", '.', 0.5, "", FALSE, FALSE },
    { "(123)", '.', -123, "", FALSE, FALSE },
    { "( 123 )", '.', -123, "", FALSE, FALSE },
    { "(0)", '.', 0, "", FALSE, FALSE },
    { "1,234", '.', 1234, "", TRUE, TRUE },
    { "1,234", ',', 1.234, "", FALSE, TRUE },
    { "1.234", '.', 1.234, "", FALSE, TRUE },
    { "1.234", ',', 1234, "", TRUE, TRUE },
    { "0,123", ',', 0.123, "", FALSE, FALSE },
    { "1234,567", ',', 1234.567, "", FALSE, FALSE },
    { "1,234,567", '.', 1234567, "", TRUE, FALSE },
    { "1,234.5", '.', 1234.5, "", TRUE, FALSE },
    { "1.234,5", ',', 1234.5, "", TRUE, FALSE },
    { "12 345", '.', 12345, "", TRUE, FALSE },
    { "12\u00a0345\u00a0678,5", ',', 12345678.5, "", TRUE, FALSE },
    { "1\u202f234", '.', 1234, "", TRUE, FALSE },
    { "1'234.50", '.', 1234.5, "", TRUE, FALSE },
    { "1\u2019234", '.', 1234, "", TRUE, FALSE },
    { "12%", '.', 12, "%", FALSE, FALSE },
    { "12.5 %", '.', 12.5, "%", FALSE, FALSE },
    { "(12)%", '.', -12, "%", FALSE, FALSE },
    { "(12%)", '.', -12, "%", FALSE, FALSE },
    { "$5", '.', 5, "$", FALSE, FALSE },
    { "-$5", '.', -5, "$", FALSE, FALSE },
    { "$-5", '.', -5, "$", FALSE, FALSE },
    { "($1,234.50)", '.', -1234.5, "$", TRUE, FALSE },
    { "US$5", '.', 5, "US$", FALSE, FALSE },
    { "5 US$", '.', 5, "US$", FALSE, FALSE },
    { "1.234,50 €", ',', 1234.5, "€", TRUE, FALSE },
    { "€ 5", '.', 5, "€", FALSE, FALSE },
    { "THB 5", '.', 5, "THB", FALSE, FALSE },
    { "₩1,000,000", '.', 1e6, "₩", TRUE, FALSE },
    { " 7 ", '.', 7, "", FALSE, FALSE },
    { "\u00a07\t", '.', 7, "", FALSE, FALSE },
    { "1,5", '\0', 1.5, "", FALSE, FALSE },
    { "1,500", '\0', 1500, "", TRUE, TRUE },
};

static const char *const bad[] = {
    "",      " ",   "x",   "12a",   "1 2",     "12,34",  "1,2345", "1,234,56", ",",
    ".",     "-",   "()",  "(",     "(-5)",    "5-",     "--5",    "1.2.3",    "1,234.5.6",
    "1e309", "inf", "nan", "0x1F",  "1,234e5", "12-15",  "~5",     "700 g",    "28.8M",
    "$€5",   "5%%", "$5%", "１２",  "1_000",   "1,,234", "$",      "%",        "1, 234",
    "1 23",  "e5",  "1e",  "0,123", "1.234,5", "= 5",    "5 $ 5",  "1,234.",   "- 5",
};

static void
test_good(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
        NumberCell cell = { .value = 77 };
        gboolean ok = number_cell_parse(good[i].text, strlen(good[i].text), good[i].decimal, &cell);
        g_test_message("\"%s\" with %c", good[i].text, good[i].decimal);
        g_assert_cmpint(ok, ==, good[i].symbol != NULL);
        if (!ok)
            continue;
        g_assert_cmpfloat(cell.value, ==, good[i].value);
        g_assert_cmpstr(cell.symbol, ==, good[i].symbol);
        g_assert_cmpint(cell.grouped, ==, good[i].grouped);
        g_assert_cmpint(cell.ambiguous, ==, good[i].ambiguous);
    }
}

static void
test_bad(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        NumberCell cell = { .value = 77 };
        g_test_message("\"%s\"", bad[i]);
        g_assert_false(number_cell_parse(bad[i], strlen(bad[i]), '.', &cell));
        g_assert_cmpfloat(cell.value, ==, 77);
    }
}

static void
test_long(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    NumberCell cell;

    for (int i = 0; i < 1000000; i++)
        g_string_append_c(text, ' ');
    g_assert_false(number_cell_parse(text->str, text->len, '.', &cell));
    g_string_append_c(text, '5');
    g_assert_true(number_cell_parse(text->str, text->len, '.', &cell));
    g_assert_cmpfloat(cell.value, ==, 5);
    for (int i = 0; i < 1000; i++)
        g_string_append_c(text, '5');
    g_assert_false(number_cell_parse(text->str, text->len, '.', &cell));
}

static void
test_missing(void)
{
    static const char *const words[] = { "",  " ",      "NA",  "N/A",    "n/a", "-",
                                         "–", "\u00a0", "nan", " null ", "NaN", "NULL" };
    static const char *const others[] = { "0", "NAN5", "x", "--", "none", "N", "—", ".." };

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_true(cell_is_missing(words[i], strlen(words[i])));
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(cell_is_missing(others[i], strlen(others[i])));
    g_assert_true(cell_is_blank(" \t", 2));
    g_assert_false(cell_is_blank("NA", 2));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number-cell/notations-are-understood", test_good);
    g_test_add_func("/number-cell/all-else-is-no-number", test_bad);
    g_test_add_func("/number-cell/long-cells-do-no-harm", test_long);
    g_test_add_func("/number-cell/words-that-mean-missing", test_missing);
    return g_test_run();
}
