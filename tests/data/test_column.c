#include "data/column.h"

#include <math.h>

static Column *
text_column(const char *const *texts, gsize n)
{
    Column *column = column_new("name", COLUMN_TEXT, n);

    for (gsize i = 0; i < n; i++)
        if (texts[i])
            column->codes[i] = column_intern(column, texts[i], -1);
    return column;
}

static char *
cell(const Column *column, gsize row)
{
    GString *out = g_string_new(NULL);

    column_append_cell(column, row, out);
    return g_string_free(out, FALSE);
}

static void
assert_cell(const Column *column, gsize row, const char *expected)
{
    g_autofree char *got = cell(column, row);

    g_assert_cmpstr(got, ==, expected);
}

static void
test_new_is_missing(void)
{
    g_autoptr(Column) number = column_new("n", COLUMN_NUMBER, 3);
    g_autoptr(Column) text = column_new("t", COLUMN_TEXT, 2);

    g_assert_cmpuint(column_count_missing(number), ==, 3);
    g_assert_cmpuint(column_count_missing(text), ==, 2);
    g_assert_null(column_text(text, 0));
    assert_cell(number, 0, "");
    assert_cell(text, 0, "");
}

static void
test_whole(void)
{
    double whole[] = { 1, NAN, -3, 1e300 }, broken[] = { 1, 2.5 };
    g_autoptr(Column) numbers =
        column_new_values("n", COLUMN_NUMBER, g_memdup2(whole, sizeof whole), 4);
    g_autoptr(Column) fractions =
        column_new_values("n", COLUMN_NUMBER, g_memdup2(broken, sizeof broken), 2);
    g_autoptr(Column) times =
        column_new_values("n", COLUMN_TIME, g_memdup2(whole, sizeof whole), 4);

    g_assert_true(column_is_whole(numbers));
    g_assert_false(column_is_whole(fractions));
    g_assert_false(column_is_whole(times));
}

static void
test_interns_in_order(void)
{
    static const char *const texts[] = { "Thailand", "Laos", NULL, "Thailand", "" };
    g_autoptr(Column) column = text_column(texts, 5);

    g_assert_cmpuint(column->levels->len, ==, 3);
    g_assert_cmpstr(g_ptr_array_index(column->levels, 0), ==, "Thailand");
    g_assert_cmpstr(g_ptr_array_index(column->levels, 1), ==, "Laos");
    g_assert_cmpint(column->codes[2], ==, -1);
    g_assert_cmpint(column->codes[3], ==, 0);
    g_assert_cmpstr(column_text(column, 4), ==, "");
    g_assert_cmpint(column_intern(column, "Laosxyz", 4), ==, 1);
}

static void
test_interns_many(void)
{
    g_autoptr(Column) column = column_new("n", COLUMN_TEXT, 0);
    char text[32];

    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 20000; i++) {
            g_snprintf(text, sizeof text, "level number %d", i);
            g_assert_cmpint(column_intern(column, text, -1), ==, i);
        }
    }
    g_assert_cmpuint(column->levels->len, ==, 20000);
}

static void
test_take(void)
{
    static const char *const texts[] = { "a", "b", NULL };
    static const gsize rows[] = { 2, 1, 1, 0 };
    g_autoptr(Column) column = text_column(texts, 3);
    g_autoptr(Column) taken = column_take(column, rows, 4);

    g_assert_cmpuint(taken->length, ==, 4);
    g_assert_null(column_text(taken, 0));
    g_assert_cmpstr(column_text(taken, 1), ==, "b");
    g_assert_cmpstr(column_text(taken, 2), ==, "b");
    g_assert_cmpstr(column_text(taken, 3), ==, "a");
}

static void
test_adding_to_a_copy_leaves_the_source(void)
{
    static const char *const texts[] = { "a", "b" };
    static const gsize rows[] = { 0 };
    g_autoptr(Column) column = text_column(texts, 2);
    g_autoptr(Column) taken = column_take(column, rows, 1);

    g_assert_cmpint(column_intern(taken, "c", -1), ==, 2);
    g_assert_cmpuint(column->levels->len, ==, 2);
    g_assert_cmpuint(taken->levels->len, ==, 3);
    g_assert_cmpstr(column_text(taken, 0), ==, "a");
}

static void
test_renamed(void)
{
    double *values = g_new(double, 2);
    values[0] = 1.5;
    values[1] = NAN;
    g_autoptr(Column) column = column_new_values("share", COLUMN_NUMBER, values, 2);
    column->symbol = g_strdup("%");
    column->field = 3;
    g_autoptr(Column) renamed = column_renamed(column, "Share");

    g_assert_cmpstr(renamed->name, ==, "Share");
    g_assert_cmpstr(renamed->symbol, ==, "%");
    g_assert_cmpuint(renamed->field, ==, 3);
    g_assert_cmpfloat(renamed->values[0], ==, 1.5);
    g_assert_true(column_is_missing(renamed, 1));
}

static void
test_numbers_as_text_in_order_of_value(void)
{
    static const double given[] = { 10, 9, NAN, 10, -0.5 };
    g_autoptr(Column) column = column_new("n", COLUMN_NUMBER, 5);
    for (int i = 0; i < 5; i++)
        column->values[i] = given[i];
    g_autoptr(Column) text = column_as_text(column);

    g_assert_cmpint(text->type, ==, COLUMN_TEXT);
    g_assert_cmpuint(text->levels->len, ==, 3);
    g_assert_cmpstr(g_ptr_array_index(text->levels, 0), ==, "-0.5");
    g_assert_cmpstr(g_ptr_array_index(text->levels, 1), ==, "9");
    g_assert_cmpstr(g_ptr_array_index(text->levels, 2), ==, "10");
    g_assert_cmpstr(column_text(text, 0), ==, "10");
    g_assert_null(column_text(text, 2));
    g_assert_cmpstr(column_text(text, 3), ==, "10");
}

static void
test_times_as_text(void)
{
    g_autoptr(Column) column = column_new("t", COLUMN_TIME, 2);
    column->unit = TIME_MONTH;
    g_assert_true(calendar_make(2019, 2, 1, 0, 0, 0, &column->values[0]));
    g_autoptr(Column) text = column_as_text(column);

    assert_cell(column, 0, "2019-02");
    g_assert_cmpstr(column_text(text, 0), ==, "2019-02");
}

static void
test_text_as_text_is_itself(void)
{
    g_autoptr(Column) column = column_new("t", COLUMN_TEXT, 0);
    g_autoptr(Column) text = column_as_text(column);

    g_assert_true(text == column);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/column/new-cells-are-missing", test_new_is_missing);
    g_test_add_func("/column/whole-numbers-have-no-fraction", test_whole);
    g_test_add_func("/column/levels-come-in-order-of-appearance", test_interns_in_order);
    g_test_add_func("/column/many-levels-keep-their-codes", test_interns_many);
    g_test_add_func("/column/take-repeats-and-reorders", test_take);
    g_test_add_func("/column/adding-to-a-copy-leaves-the-source",
                    test_adding_to_a_copy_leaves_the_source);
    g_test_add_func("/column/renamed-keeps-all-else", test_renamed);
    g_test_add_func("/column/numbers-as-text-come-in-order-of-value",
                    test_numbers_as_text_in_order_of_value);
    g_test_add_func("/column/times-as-text-have-their-precision", test_times_as_text);
    g_test_add_func("/column/text-as-text-is-itself", test_text_as_text_is_itself);
    return g_test_run();
}
