#include "transform/tables.h"
#include "transform/transform.h"

static Table *
sample(void)
{
    return TABLE(TEXTS("c", "d", "a", "b", "a", NULL, "e", "d", "b"),
                 NUMBERS("v", 1, 4, 3, NAN, 100, 2, 1, 2));
}

static void
check(const char *weights, guint n, const char *cells, const char *levels, const char *remark)
{
    g_autoptr(Table) table = sample(), made = NULL;
    g_autoptr(Report) report = report_new();
    g_autoptr(GString) names = g_string_new(NULL);
    const Column *column;

    made = transform_top(table, table_find(table, "c"),
                         weights == NULL ? NULL : table_find(table, weights), n, "Other", report,
                         NULL);
    assert_cells(made, "c", cells);
    column = table_find(made, "c");
    for (guint i = 0; i < column->levels->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? "|" : "",
                               (char *)g_ptr_array_index(column->levels, i));
    g_assert_cmpstr(names->str, ==, levels);
    g_assert_cmpuint(report_length(report), ==, remark == NULL ? 0 : 1);
    if (remark != NULL) {
        g_assert_cmpstr(report_entry(report, 0)->text, ==, remark);
        g_assert_cmpint(report_entry(report, 0)->severity, ==, SEVERITY_NOTE);
    }
}

static void
test_ranks(void)
{
    check("v", 1, "Other|Other|b|Other||Other|Other|b", "b|Other",
          "3 categories of \"c\" are drawn as \"Other\": a, d, e");
    check("v", 2, "Other|a|b|a||Other|Other|b", "a|b|Other",
          "2 categories of \"c\" are drawn as \"Other\": d, e");
    /* d and e are equal; d is the first level. */
    check("v", 3, "d|a|b|a||Other|d|b", "d|a|b|Other",
          "1 category of \"c\" is drawn as \"Other\": e");
    check("v", 4, "d|a|b|a||e|d|b", "d|a|b|e", NULL);
    check(NULL, 1, "d|Other|Other|Other||Other|d|Other", "d|Other",
          "3 categories of \"c\" are drawn as \"Other\": a, b, e");
}

static void
test_shares_table(void)
{
    g_autoptr(Table) table = sample();
    g_autoptr(Table) same =
        transform_top(table, table_find(table, "c"), NULL, 9, "Other", NULL, NULL);

    g_assert_true(same == table);
}

/* What is called Other in the file is one of the others, however large. */
static void
test_other_in_file(void)
{
    g_autoptr(Table) table = TABLE(TEXTS("c", "Other", "a", "b", "c"), NUMBERS("v", 99, 2, 3, 1));
    g_autoptr(Table) two = NULL, three = NULL;

    two = transform_top(table, table_find(table, "c"), table_find(table, "v"), 2, "Other", NULL,
                        NULL);
    three = transform_top(table, table_find(table, "c"), table_find(table, "v"), 3, "Other", NULL,
                          NULL);
    assert_cells(two, "c", "Other|a|b|Other");
    g_assert_true(three == table);
}

/* The mean of the others is that of their rows: 1, 1, 4 give 2, not 2.5. */
static void
test_mean_of_others(void)
{
    g_autoptr(Table) table = TABLE(TEXTS("c", "a", "b", "b", "c"), NUMBERS("v", 9, 1, 1, 4)),
                     top = NULL, grouped = NULL;
    const Column *key;
    Aggregate mean = { AGGREGATE_MEAN, NULL, "mean" };

    top =
        transform_top(table, table_find(table, "c"), table_find(table, "v"), 1, "Rest", NULL, NULL);
    key = table_find(top, "c");
    mean.column = table_find(top, "v");
    grouped = transform_group(top, &key, 1, &mean, 1, NULL);
    assert_cells(grouped, "c", "a|Rest");
    assert_cells(grouped, "mean", "9|2");
}

static void
test_errors(void)
{
    g_autoptr(Table) table = sample(), empty = TABLE(column_new("c", COLUMN_TEXT, 0)), same = NULL;
    const Column *c = table_find(table, "c"), *v = table_find(table, "v");
    GError *error = NULL;

    g_assert_null(transform_top(table, v, v, 3, "Other", NULL, &error));
    assert_error(error, ERROR_USAGE,
                 "--top keeps categories of text, and column \"v\" is of type number");
    g_assert_null(transform_top(table, c, c, 3, "Other", NULL, &error));
    assert_error(error, ERROR_USAGE,
                 "--top ranks by a sum of numbers, and column \"c\" is of type text");
    g_assert_null(transform_top(table, c, v, 0, "Other", NULL, &error));
    assert_error(error, ERROR_USAGE, "--top 0 would keep no category");
    same = transform_top(empty, table_column(empty, 0), NULL, 1, "Other", NULL, NULL);
    g_assert_true(same == empty);
}

/* The kept ones have at least the weight of any other, and nothing is lost. */
static void
test_random(void)
{
    enum { N = 2000, LEVELS = 30 };
    Column *c = column_new("c", COLUMN_TEXT, N), *v = column_new("v", COLUMN_NUMBER, N);
    g_autoptr(Table) table = NULL, top = NULL;
    double sums[LEVELS] = { 0 }, least = INFINITY, most = -INFINITY;
    gboolean kept[LEVELS] = { FALSE };
    guint n_kept = 0;
    const Column *made;

    for (guint i = 0; i < N; i++) {
        char name[8];
        int level = g_test_rand_int_range(0, LEVELS);

        g_snprintf(name, sizeof name, "n%d", level);
        c->codes[i] = column_intern(c, name, -1);
        v->values[i] = g_test_rand_int_range(-50, 100);
        sums[c->codes[i]] += v->values[i];
    }
    table = TABLE(c, v);
    top = transform_top(table, c, v, 7, "Other", NULL, NULL);
    made = table_find(top, "c");
    for (guint i = 0; i < N; i++) {
        gboolean same = strcmp(column_text(made, i), column_text(c, i)) == 0;

        g_assert_true(same || strcmp(column_text(made, i), "Other") == 0);
        kept[c->codes[i]] = same;
    }
    for (guint l = 0; l < LEVELS; l++) {
        n_kept += kept[l] != FALSE;
        if (kept[l])
            least = MIN(least, sums[l]);
        else
            most = MAX(most, sums[l]);
    }
    g_assert_cmpuint(n_kept, ==, 7);
    g_assert_cmpfloat(least, >=, most);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/top/keeps-the-largest-sums", test_ranks);
    g_test_add_func("/top/leaves-few-categories-alone", test_shares_table);
    g_test_add_func("/top/puts-an-other-of-the-file-to-the-others", test_other_in_file);
    g_test_add_func("/top/lets-others-be-aggregated-from-their-rows", test_mean_of_others);
    g_test_add_func("/top/refuses-what-cannot-be-ranked", test_errors);
    g_test_add_func("/top/keeps-no-smaller-one-than-it-renames", test_random);
    return g_test_run();
}
