#include "guide/key_page.h"
#include "guide/key_row.h"
#include "guide/sample_legend.h"

static const SampleKey WIDTHS[] = { { 13, "40bn" }, { 4, "10bn" }, { 1, "2bn" } };
static const SampleKey SIZES[] = { { 20, "400" }, { 10, "100" } };

static Box *
two_keys(gboolean column)
{
    Box *row = key_row_new(column);

    key_row_add(row, titled_key_new("Trade", sample_legend_new(SAMPLE_LINES, NULL, WIDTHS, 3,
                                                               COLOR_RGB(0), column)));
    key_row_add(row, NULL);
    key_row_add(row, titled_key_new("People", sample_legend_new(SAMPLE_CIRCLES, NULL, SIZES, 2,
                                                                COLOR_RGB(0), column)));
    return row;
}

/* The place of a text, "text X Y", of the page. */
static Point
place_of(const KeyPage *page, const char *words)
{
    g_autofree char *quoted = g_strdup_printf("\"%s\"", words);
    const char *at = strstr(page->text, quoted), *line = at;
    Point p;

    g_assert_nonnull(at);
    while (line > page->text && line[-1] != '\n')
        line--;
    line = strstr(line, "text ") + strlen("text ");
    p.x = g_ascii_strtod(line, (char **)&line);
    p.y = g_ascii_strtod(line, NULL);
    return p;
}

static void
test_keys_stand_side_by_side(void)
{
    g_auto(KeyPage) page = key_page_draw(two_keys(FALSE), 580, "light");
    Point trade = place_of(&page, "Trade"), people = place_of(&page, "People");

    g_assert_cmpfloat(trade.y, ==, people.y);
    g_assert_cmpfloat(trade.x, ==, 10);
    g_assert_cmpfloat(people.x, >, place_of(&page, "2bn").x + 34);
    g_assert_cmpfloat(place_of(&page, "40bn").y, ==, place_of(&page, "2bn").y);
    g_assert_cmpuint(key_page_count(&page, "circle "), ==, 2);
    /* A title with its air, and the largest circle with its edge. */
    g_assert_cmpfloat(page.size.height, ==, 15 + 3 + 42);
}

static void
test_keys_wrap(void)
{
    g_auto(KeyPage) page = key_page_draw(two_keys(FALSE), 290, "light");

    g_assert_cmpfloat(place_of(&page, "People").x, ==, 10);
    g_assert_cmpfloat(place_of(&page, "People").y, >, place_of(&page, "Trade").y);
    g_assert_cmpfloat(page.size.height, ==, 15 + 3 + 15 + 9 + 15 + 3 + 42);
}

static void
test_keys_in_a_column(void)
{
    g_auto(KeyPage) page = key_page_draw(two_keys(TRUE), 580, "light");

    g_assert_cmpfloat(place_of(&page, "People").x, ==, 10);
    g_assert_cmpfloat(place_of(&page, "40bn").x, ==, place_of(&page, "2bn").x);
    g_assert_cmpfloat(place_of(&page, "10bn").y - place_of(&page, "40bn").y, ==, 18);
    g_assert_cmpfloat(place_of(&page, "400").x, ==, place_of(&page, "100").x);
}

static void
test_a_key_without_a_title_is_bare(void)
{
    Box *bare = sample_legend_new(SAMPLE_LINES, NULL, WIDTHS, 3, COLOR_RGB(0), FALSE);

    g_assert_true(titled_key_new(NULL, bare) == bare);
    g_assert_true(titled_key_new("", bare) == bare);
    g_assert_null(titled_key_new("Trade", NULL));
    box_free(bare);
}

static void
test_samples_without_room_are_left_out(void)
{
    g_auto(KeyPage) page = key_page_draw(
        sample_legend_new(SAMPLE_CIRCLES, "People", SIZES, 2, COLOR_RGB(0), FALSE), 120, "light");

    g_assert_cmpuint(key_page_count(&page, "circle "), ==, 1);
    g_assert_null(strstr(page.text, "\"100\""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/key-row/side-by-side", test_keys_stand_side_by_side);
    g_test_add_func("/key-row/wrap", test_keys_wrap);
    g_test_add_func("/key-row/column", test_keys_in_a_column);
    g_test_add_func("/key-row/bare", test_a_key_without_a_title_is_bare);
    g_test_add_func("/key-row/left-out", test_samples_without_room_are_left_out);
    return g_test_run();
}
