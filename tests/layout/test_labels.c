#include "layout/labels.h"

#include <string.h>

static const Rect area = { 0, 0, 200, 100 };
static const TextStyle style = { .size = 10, .color = { 0, 0, 0, 255 } };
static const LabelKind names = { "name", "names", "at the points", "be larger", FALSE };

typedef struct {
    TextMeasurer *measurer;
    SceneBuilder *builder;
    LabelTally *tally;
    Labels *labels;
    Scene *scene;
    GPtrArray *texts; /* nodes */
} Page;

static Page
page_new(void)
{
    Page page = { .measurer = fixed_measurer_new(),
                  .builder = scene_builder_new((Size){ 200, 100 }),
                  .tally = label_tally_new(),
                  .texts = g_ptr_array_new() };

    page.labels = labels_new(area, page.tally);
    return page;
}

static void
page_clear(Page *page)
{
    scene_free(page->scene);
    scene_builder_free(page->builder);
    text_measurer_free(page->measurer);
    label_tally_free(page->tally);
    labels_free(page->labels);
    g_ptr_array_unref(page->texts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, page_clear)

static void
page_collect(Page *page, const SceneNode *node)
{
    for (; node != NULL; node = node->next)
        if (node->kind == NODE_GROUP)
            page_collect(page, node->group.first);
        else if (node->kind == NODE_TEXT)
            g_ptr_array_add(page->texts, (gpointer)node);
}

static void
page_place(Page *page)
{
    LayoutContext context = { theme_find("light"), page->measurer };

    labels_place(page->labels, scene_builder_peek(page->builder), page->builder, &context);
    page->scene = scene_builder_finish(page->builder);
    page_collect(page, page->scene->root);
}

/* Letters are 5 px wide, 7.5 px above and 2.5 px below the baseline. */
static void
page_ask(Page *page, const char *text, LabelRequest request, const LabelSpot *spots, guint n)
{
    request.kind = &names;
    labels_add_line(page->labels, &request, text, &style, spots, n, page->measurer);
}

static void
page_ask_point(Page *page, const char *text, Point at)
{
    LabelSpot spots[8];
    guint n = label_spots_around(at, 3, spots);

    scene_builder_circle(page->builder, at, 3, COLOR_RGB(0), STROKE_NONE);
    page_ask(page, text, (LabelRequest){ .leader = TRUE, .roams = TRUE }, spots, n);
}

static const SceneNode *
page_text(const Page *page, guint index)
{
    g_assert_cmpuint(index, <, page->texts->len);
    return page->texts->pdata[index];
}

static char *
page_remarks(const Page *page)
{
    g_autoptr(Report) report = report_new();
    const ReportEntry *entry;

    label_tally_report(page->tally, report);
    entry = report_length(report) > 0 ? report_entry(report, 0) : NULL;
    return g_strdup(entry != NULL ? entry->text : "");
}

static void
test_right_above_first(void)
{
    g_auto(Page) page = page_new();
    const SceneNode *text;

    page_ask_point(&page, "Laos", (Point){ 100, 50 });
    page_place(&page);
    text = page_text(&page, 0);
    g_assert_cmpfloat_with_epsilon(text->text.at.x, 100 + 3 * G_SQRT2 / 2 + 2, 1e-9);
    g_assert_cmpfloat_with_epsilon(text->text.at.y, 50 - 3 * G_SQRT2 / 2 - 2 - 2.5, 1e-9);
}

/* Forty points on one spot: those that find room do not touch, the others are counted. */
static void
test_names_never_touch_and_the_lost_are_counted(void)
{
    g_auto(Page) page = page_new();
    g_autofree char *remarks = NULL, *expected = NULL;

    for (guint i = 0; i < 40; i++)
        page_ask_point(&page, "Thailand", (Point){ 100 + i % 3, 50 + i % 2 });
    page_place(&page);
    for (guint i = 0; i < page.texts->len; i++)
        for (guint k = 0; k < i; k++)
            g_assert_false(rect_intersects(scene_text_room(page_text(&page, i)),
                                           scene_text_room(page_text(&page, k))));
    g_assert_cmpuint(page.texts->len, >=, 4);
    expected = g_strdup_printf("%u of 40 names have no room at the points and are left out; "
                               "be larger",
                               40 - page.texts->len);
    remarks = page_remarks(&page);
    g_assert_cmpstr(remarks, ==, expected);
}

/* The first name would stand where the second must; it moves. */
static void
test_one_that_has_a_choice_gives_way(void)
{
    g_auto(Page) page = page_new();
    LabelSpot both[] = { { .anchor = { 50, 50, 0, 0 }, .dx = 1, .gap = 2 },
                         { .anchor = { 50, 50, 0, 0 }, .dx = -1, .gap = 2 } };

    page_ask(&page, "one", (LabelRequest){ 0 }, both, 2);
    page_ask(&page, "two", (LabelRequest){ 0 },
             (LabelSpot[]){ both[0], { .anchor = { 500, 50, 0, 0 } } }, 2);
    page_place(&page);
    g_assert_cmpuint(page.texts->len, ==, 2);
    g_assert_cmpint(page_text(&page, 0)->text.anchor, ==, ANCHOR_END);
    g_assert_cmpint(page_text(&page, 1)->text.anchor, ==, ANCHOR_START);
}

static void
test_what_counts_more_goes_first(void)
{
    g_auto(Page) page = page_new();
    LabelSpot spot = { .anchor = { 50, 50, 0, 0 }, .dx = 1 };

    page_ask(&page, "weak", (LabelRequest){ .rank = LABEL_WEAK }, &spot, 1);
    page_ask(&page, "light", (LabelRequest){ .rank = LABEL_PLAIN, .weight = 1 }, &spot, 1);
    page_ask(&page, "heavy", (LabelRequest){ .rank = LABEL_PLAIN, .weight = 2 }, &spot, 1);
    page_place(&page);
    g_assert_cmpuint(page.texts->len, ==, 1);
    g_assert_cmpstr(page_text(&page, 0)->text.text, ==, "heavy");
}

/* Inside its own mark, and only where it fits with its air. */
static void
test_words_stand_in_their_mark(void)
{
    g_auto(Page) page = page_new();
    Rect large = { 10, 10, 60, 30 }, small = { 80, 10, 20, 30 };
    LabelSpot in_large = label_spot_inside(large, 1, COLOR_RGB(0xffffff));
    LabelSpot in_small = label_spot_inside(small, 1, COLOR_RGB(0xffffff));

    scene_builder_rect(page.builder, large, 0, COLOR_RGB(0x333333), STROKE_NONE);
    scene_builder_rect(page.builder, small, 0, COLOR_RGB(0x333333), STROKE_NONE);
    page_ask(&page, "12345", (LabelRequest){ .subject = 7 }, &in_large, 1);
    page_ask(&page, "12345", (LabelRequest){ .subject = 8 }, &in_small, 1);
    page_place(&page);
    g_assert_cmpuint(page.texts->len, ==, 1);
    g_assert_cmpuint(page_text(&page, 0)->text.subject, ==, 7);
    g_assert_cmpfloat(page_text(&page, 0)->text.at.x, ==, 40);
    g_assert_cmpint(page_text(&page, 0)->fill.r, ==, 255);
}

/* A smaller block is tried where the larger one finds no room. */
static void
test_blocks_are_tried_in_order(void)
{
    g_auto(Page) page = page_new();
    TextBlock *blocks[] = { text_block_line("a long name", &style, page.measurer),
                            text_block_line("short", &style, page.measurer) };
    LabelSpot spot = label_spot_inside((Rect){ 10, 10, 40, 20 }, 1, COLOR_NONE);

    labels_add(page.labels, &(LabelRequest){ .kind = &names }, blocks, 2, &spot, 1);
    page_place(&page);
    g_assert_cmpstr(page_text(&page, 0)->text.text, ==, "short");
}

/* Spots that are meant for one block are no spots of the others. */
static void
test_spots_of_one_block(void)
{
    g_auto(Page) page = page_new();
    TextBlock *blocks[] = { text_block_line("a long name", &style, page.measurer),
                            text_block_line("short", &style, page.measurer) };
    LabelRequest request = { .kind = &names };
    LabelSpot spots[] = { { .anchor = { 100, 20, 0, 0 }, .block = 2 },
                          { .anchor = { 100, 70, 0, 0 }, .block = 1 } };

    labels_add(page.labels, &request, blocks, 2, spots, 2);
    labels_add_line(page.labels, &request, "other", &style, &spots[1], 1, page.measurer);
    page_place(&page);
    g_assert_cmpuint(page.texts->len, ==, 1);
    g_assert_cmpstr(page_text(&page, 0)->text.text, ==, "a long name");
    g_assert_cmpfloat(page_text(&page, 0)->text.at.y, >, 60);
}

/* Far spots are for those that find no near one, when all have tried theirs. */
static void
test_far_spots_come_last(void)
{
    g_auto(Page) page = page_new();
    LabelSpot spots[] = { { .anchor = { 50, 50, 0, 0 }, .far = 1 },
                          { .anchor = { 150, 50, 0, 0 } } };
    LabelSpot near = { .anchor = { 50, 50, 0, 0 } };

    page_ask(&page, "first", (LabelRequest){ .weight = 2 }, spots, 2);
    page_ask(&page, "second", (LabelRequest){ .weight = 1 }, &near, 1);
    page_place(&page);
    g_assert_cmpuint(page.texts->len, ==, 2);
    g_assert_cmpfloat(page_text(&page, 0)->text.at.x, ==, 150);
    g_assert_cmpfloat(page_text(&page, 1)->text.at.x, ==, 50);
}

/* Over a thin line the words stand on a plate of their ground; over much they are left out. */
static void
test_covers_lines_only(void)
{
    LabelRequest request = { .overlays = TRUE };
    LabelSpot spot = { .anchor = { 100, 50, 0, 0 }, .ground = COLOR_RGB(0xe8eff4) };

    for (guint wide = 0; wide < 2; wide++) {
        g_auto(Page) page = page_new();

        scene_builder_line(page.builder, (Point){ 100, 0 }, (Point){ 100, 100 },
                           stroke_solid(COLOR_RGB(0x333333), wide ? 40 : 2));
        page_ask(&page, "a name", request, &spot, 1);
        page_place(&page);
        g_assert_cmpuint(page.texts->len, ==, wide ? 0 : 1);
    }
}

static void
test_all_together_or_none(void)
{
    g_auto(Page) page = page_new();
    LabelSpot good = { .anchor = { 50, 50, 0, 0 }, .dx = 1 };
    LabelSpot bad = { .anchor = { 190, 50, 0, 0 }, .dx = 1 };

    page_ask(&page, "here", (LabelRequest){ .together = &page }, &good, 1);
    page_ask(&page, "there", (LabelRequest){ .together = &page }, &bad, 1);
    page_place(&page);
    g_assert_cmpuint(page.texts->len, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/labels/right-above-first", test_right_above_first);
    g_test_add_func("/labels/names-never-touch-and-the-lost-are-counted",
                    test_names_never_touch_and_the_lost_are_counted);
    g_test_add_func("/labels/one-that-has-a-choice-gives-way",
                    test_one_that_has_a_choice_gives_way);
    g_test_add_func("/labels/what-counts-more-goes-first", test_what_counts_more_goes_first);
    g_test_add_func("/labels/words-stand-in-their-mark", test_words_stand_in_their_mark);
    g_test_add_func("/labels/blocks-are-tried-in-order", test_blocks_are_tried_in_order);
    g_test_add_func("/labels/spots-of-one-block", test_spots_of_one_block);
    g_test_add_func("/labels/far-spots-come-last", test_far_spots_come_last);
    g_test_add_func("/labels/covers-lines-only", test_covers_lines_only);
    g_test_add_func("/labels/all-together-or-none", test_all_together_or_none);
    return g_test_run();
}
