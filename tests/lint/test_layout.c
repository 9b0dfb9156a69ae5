// Rules about the drawn page: a broken one is found, a good one is not.
#include "lint/scenes.h"

#define BAR                                                                                      \
    "group panel\n  group marks\n    group mark series \"A\" subject 257\n      rect 50 50 200 " \
    "30 fill #0856a6\n"

static void
test_overlap(void)
{
    ASSERT_FINDINGS("text 10 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n"
                    "text 30 52 \"Beta\" 12 fill #222 extents 30 9 3 15\n",
                    NULL, "overlap figure@10,41: \"Alpha\" and \"Beta\" overlap");
    /* 12 % of 40 px are 4.8: a gap of 4 is too small, one of 6 is not. */
    ASSERT_FINDINGS("text 10 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n"
                    "text 54 50 \"Beta\" 12 fill #222 extents 30 9 3 15\n",
                    NULL, "overlap figure@10,41: \"Alpha\" and \"Beta\" overlap in a wider font");
    ASSERT_FINDINGS("text 10 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n"
                    "text 56 50 \"Beta\" 12 fill #222 extents 30 9 3 15\n",
                    NULL, "");
    /* Lines of one text may be set solid: only letters count. */
    ASSERT_FINDINGS("text 10 50 \"Type\" 12 fill #222 extents 40 9 3 15\n"
                    "text 10 62 \"more\" 12 fill #222 extents 30 9 3 15\n",
                    NULL, "");
}

static void
test_halo(void)
{
    ASSERT_FINDINGS("text 10 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n"
                    "text 10 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n",
                    NULL, "");
}

static void
test_off_page(void)
{
    ASSERT_FINDINGS("group labels\n  text 380 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n", NULL,
                    "off-page labels@380,41: \"Alpha\" leaves the page of 400x300 px");
    ASSERT_FINDINGS("text 390 50 \"Alpha\" 12 end fill #222 extents 40 9 3 15\n", NULL, "");
}

static void
test_covers(void)
{
    /* Half on the bar, half beside it. */
    ASSERT_FINDINGS(
        BAR "  group labels\n    text 240 70 \"Alpha\" 12 fill #777 extents 40 9 3 15\n", NULL,
        "covers labels@240,61: \"Alpha\" covers a mark: A\n"
        "text-contrast labels@240,61: \"Alpha\" has a contrast of 1.6:1; text needs "
        "4.5");
    ASSERT_FINDINGS(
        BAR "  group labels\n    text 255 70 \"Alpha\" 12 fill #222 extents 40 9 3 15\n", NULL, "");
}

static void
test_covers_own(void)
{
    ASSERT_FINDINGS(
        BAR "  group labels\n    text 100 70 \"Alpha\" 12 fill #fff extents 40 9 3 15\n", NULL, "");
    ASSERT_FINDINGS(BAR "  group labels\n    text 100 70 \"Alpha\" 12 fill #fff extents 40 9 3 15 "
                        "subject 257\n",
                    NULL, "");
    ASSERT_FINDINGS(BAR "  group labels\n    text 100 70 \"Alpha\" 12 fill #fff extents 40 9 3 15 "
                        "subject 513\n",
                    NULL, "covers labels@100,61: \"Alpha\" covers a mark: A");
}

static void
test_covers_line(void)
{
    const char *nodes = "group panel\n"
                        "  group grid\n    path stroke #ddd 1 d M 0 66 L 400 66\n"
                        "  group marks\n    group mark series \"A\"\n"
                        "      path stroke #0856a6 2 d M 0 0 L 400 %d\n"
                        "  group axis\n    path stroke #333 1 d M 0 64 L 400 64\n"
                        "  group labels\n"
                        "    text 100 70 \"Alpha\" 12 fill #222 extents 40 9 3 15\n";
    g_autofree char *through = g_strdup_printf(nodes, 220), *over = g_strdup_printf(nodes, 120);

    ASSERT_FINDINGS(through, NULL, "covers labels@100,61: \"Alpha\" covers a mark: A");
    ASSERT_FINDINGS(over, NULL, "");
}

/* A bar hides the line that runs under it. */
static void
test_covers_hidden(void)
{
    ASSERT_FINDINGS("group panel\n  group marks\n"
                    "    path stroke #333 2 d M 120 0 L 120 300\n"
                    "    group mark series \"A\"\n      rect 50 50 200 30 fill #0856a6\n"
                    "  group labels\n"
                    "    text 100 70 \"Alpha\" 12 fill #fff extents 40 9 3 15\n",
                    NULL, "");
}

static void
test_contrast(void)
{
    ASSERT_FINDINGS("text 10 50 \"Alpha\" 12 fill #777 extents 40 9 3 15\n", NULL, "");
    ASSERT_FINDINGS(
        "text 10 50 \"Alpha\" 12 fill #888 extents 40 9 3 15\n", NULL,
        "text-contrast figure@10,41: \"Alpha\" has a contrast of 3.5:1; text needs 4.5");
    /* Under half of blue on white there is a lighter blue. */
    ASSERT_FINDINGS("group panel\n  group marks\n    group mark series \"A\"\n"
                    "      rect 50 50 200 30 fill #0856a680 stroke #0856a6 1\n"
                    "  group labels\n    text 100 70 \"Alpha\" 12 fill #fff extents 40 9 3 15\n",
                    NULL,
                    "text-contrast labels@100,61: \"Alpha\" has a contrast of 2.4:1; text needs "
                    "4.5");
}

static void
test_mark_contrast(void)
{
    const char *pale = "group marks\n  group mark series \"A\"\n    rect 50 50 200 30 fill #cde\n";
    LintFacts *ramp = good_facts(), *muted = good_facts();

    ramp->ramp = TRUE;
    muted->muted = COLOR_RGB(0xccddee);
    ASSERT_FINDINGS(pale, NULL,
                    "mark-contrast mark@50,50: the marks of A have a contrast of 1.4:1; they need "
                    "3");
    ASSERT_FINDINGS(pale, ramp, "");
    ASSERT_FINDINGS(pale, muted, "");
    /* A pale band beside a strong line of its series. */
    ASSERT_FINDINGS("group marks\n  group mark series \"A\"\n    rect 50 50 200 30 fill #cde\n"
                    "  group mark series \"A\"\n    path stroke #0856a6 2 d M 0 0 L 9 9\n",
                    NULL, "");
}

static void
test_sizes(void)
{
    ASSERT_FINDINGS("group labels\n  text 10 50 \"Alpha\" 11 fill #222 extents 40 9 3 15\n", NULL,
                    "small-text labels@10,42: 1 text is smaller than 12 px, down to 11 px: "
                    "\"Alpha\"");
    ASSERT_FINDINGS("group labels\n  text 10 50 \"Alpha\" 12 fill #222 extents 40 9 3 15\n"
                    "group footer\n  text 10 90 \"Beta\" 13 fill #222 extents 40 9 3 15\n",
                    NULL,
                    "text-order footer@10,81: the source is larger than a label: \"Alpha\" has 12 "
                    "px and \"Beta\" 13 px");
    ASSERT_FINDINGS("text 90 90 \"Alpha\" 12 rotate -90 fill #222 extents 40 9 3 15\n", NULL,
                    "rotated-text figure@81,50: \"Alpha\" is not horizontal");
    ASSERT_FINDINGS("text 10 50 \"Alph…\" 12 fill #222 extents 40 9 3 15\n", NULL,
                    "cut-text figure@10,41: \"Alph…\" is cut for want of room");
    ASSERT_FINDINGS("group labels\n  text 10 50 \"120000\" 12 fill #222 extents 40 9 3 15\n"
                    "  text 10 90 \"1.20000\" 12 fill #222 extents 40 9 3 15\n"
                    "  text 90 90 \"Room 12345\" 12 fill #222 extents 60 9 3 15\n",
                    NULL,
                    "long-number labels@10,41: \"120000\" is hard to read; thousands marks or one "
                    "multiplier for all help");
}

static void
test_text_sizes(void)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < 7; i++)
        g_string_append_printf(text, "text 10 %u \"a\" %u fill #222 extents 9 9 3 15\n",
                               30 + 30 * i, 12 + i);
    ASSERT_FINDINGS(text->str, NULL, "");
    g_string_append(text, "text 200 30 \"a\" 40 fill #222 extents 9 9 3 15\n");
    ASSERT_FINDINGS(text->str, NULL, "text-sizes figure: text has 8 sizes; 7 are enough");
}

static void
test_guides(void)
{
    g_autoptr(GString) many = g_string_new("group panel\n  group grid\n");

    for (guint i = 0; i < 16; i++)
        g_string_append_printf(many, "    path stroke #ddd 1 d M 0 %u L 400 %u\n", i * 10, i * 10);
    ASSERT_FINDINGS(many->str, NULL,
                    "grid grid@-0,-0: 16 grid lines side by side; a few are enough");
    ASSERT_FINDINGS("group panel\n  group grid\n    path stroke #888 1 d M 0 9 L 400 9\n"
                    "  group axis\n    path stroke #999 1 d M 0 99 L 400 99\n",
                    NULL,
                    "grid grid@-0,8: grid lines with a contrast of 3.5:1 compete with the data\n"
                    "zero-line axis@-0,98: the line of zero is no darker than the grid");
}

/* So many findings of a rule are enough: the last one counts the rest. */
static void
test_most(void)
{
    g_autoptr(GString) text = g_string_new(PAGE);
    g_autoptr(Report) report = report_new();
    g_autoptr(LintFacts) facts = good_facts();
    g_autoptr(Scene) scene = NULL;
    g_autoptr(GPtrArray) findings = NULL;

    for (guint i = 0; i < 7; i++)
        g_string_append_printf(text, "text 390 %u \"Alpha\" 12 fill #222 extents 40 9 3 15\n",
                               20 + i * 30);
    scene = scene_from_text(text->str, NULL);
    findings = lint_run(scene, facts, report, 3);
    g_assert_cmpuint(findings->len, ==, 3);
    g_assert_cmpstr(((LintFinding *)findings->pdata[2])->text, ==, "5 more like these");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/overlap", test_overlap);
    g_test_add_func("/lint/halo", test_halo);
    g_test_add_func("/lint/off-page", test_off_page);
    g_test_add_func("/lint/covers", test_covers);
    g_test_add_func("/lint/covers/its-own-mark", test_covers_own);
    g_test_add_func("/lint/covers/a-line", test_covers_line);
    g_test_add_func("/lint/covers/what-is-hidden", test_covers_hidden);
    g_test_add_func("/lint/text-contrast", test_contrast);
    g_test_add_func("/lint/mark-contrast", test_mark_contrast);
    g_test_add_func("/lint/sizes", test_sizes);
    g_test_add_func("/lint/text-sizes", test_text_sizes);
    g_test_add_func("/lint/guides", test_guides);
    g_test_add_func("/lint/most", test_most);
    return g_test_run();
}
