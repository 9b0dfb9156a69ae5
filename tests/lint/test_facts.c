// Rules about what the figure says and shows, which its facts tell.
#include "lint/scenes.h"

#define HEADING \
    "group heading\n  text 10 20 \"Five values rose\" 20 bold fill #222 extents 90 15 5 25\n"
#define KEY                                                            \
    "group legend\n  text 10 50 \"A\" 12 fill #222 extents 9 9 3 15\n" \
    "  text 10 70 \"B\" 12 fill #222 extents 9 9 3 15\n"

static LintSeries two[] = {
    { .name = "A", .color = COLOR_INIT(0x0856a6), .end = 5 },
    { .name = "B", .color = COLOR_INIT(0xcc4422), .end = 9 },
};

static void
test_words(void)
{
    LintFacts *facts = good_facts();

    facts->title = facts->subtitle = facts->source = NULL;
    facts->y = (LintAxis){ .kind = LINT_AXIS_NUMBERS, .least = NAN, .measures = TRUE };
    ASSERT_FINDINGS("", facts,
                    "title heading: the figure has no title; --title states the finding\n"
                    "subtitle heading: the figure has no subtitle; --subtitle says measure, place "
                    "and period\n"
                    "source footer: the figure names no source; --source does\n"
                    "unit y: nothing says what the y axis measures; --y-label, --y-unit or "
                    "--subtitle do");
    ASSERT_FINDINGS("", NULL, "");
}

static void
test_long_words(void)
{
    LintFacts *facts = good_facts();

    facts->title = "One two three four five six seven eight nine ten eleven twelve thirteen "
                   "fourteen fifteen sixteen";
    ASSERT_FINDINGS(
        "group annotation\n  text 10 150 \"Sanctions of the United Nations begin and\" "
        "12 fill #222 extents 200 9 3 15\n"
        "  text 10 170 \"trade with all of them ended\" 12 fill #222 extents 150 9 3 "
        "15\n",
        facts,
        "title heading: the title has 16 words; 15 are enough\n"
        "annotation-length annotation@10,141: the note \"Sanctions of the United "
        "Nations begin and …\" has 70 characters; about 50 can be taken in at a glance");
    ASSERT_FINDINGS("group heading\n  text 10 20 \"a\" 20 bold fill #222 extents 9 15 5 25\n"
                    "  text 10 50 \"b\" 20 bold fill #222 extents 9 15 5 25\n"
                    "  text 10 80 \"c\" 20 bold fill #222 extents 9 15 5 25\n"
                    "  text 10 110 \"d\" 15 fill #222 extents 9 15 5 25\n",
                    NULL, "title heading: the title takes 3 lines; 2 are enough");
}

static void
test_baseline(void)
{
    LintFacts *facts = good_facts();

    facts->y =
        (LintAxis){ .kind = LINT_AXIS_NUMBERS, .from = 5, .to = 9, .least = NAN, .lengths = TRUE };
    ASSERT_FINDINGS(HEADING, facts,
                    "baseline y: the axis begins at 5, and lengths are read from zero");
    facts = good_facts();
    facts->x = (LintAxis){ .kind = LINT_AXIS_NUMBERS, .from = -9, .to = 0, .lengths = TRUE };
    ASSERT_FINDINGS(HEADING, facts, "");
}

static void
test_crop(void)
{
    LintFacts *facts = good_facts();

    facts->y = (LintAxis){ .kind = LINT_AXIS_NUMBERS, .from = 50, .to = 100, .least = 51 };
    ASSERT_FINDINGS(HEADING, facts,
                    "crop y: the axis begins at 50, and the lowest point has 2 % of the height "
                    "below it; a quarter to a third would show that the axis is cropped");
    facts = good_facts();
    facts->y = (LintAxis){ .kind = LINT_AXIS_NUMBERS, .from = 50, .to = 100, .least = 62 };
    ASSERT_FINDINGS(HEADING, facts, "");
    facts = good_facts();
    facts->y = (LintAxis){ .kind = LINT_AXIS_NUMBERS, .from = 0, .to = 100, .least = 2 };
    ASSERT_FINDINGS(HEADING, facts, "");
}

static void
test_log(void)
{
    LintFacts *facts = good_facts();

    facts->x.kind = LINT_AXIS_LOG;
    ASSERT_FINDINGS(HEADING, facts,
                    "log x: nothing says that the scale is logarithmic; the label, the subtitle or "
                    "a note should");
    facts = good_facts();
    facts->x.kind = LINT_AXIS_LOG;
    ASSERT_FINDINGS("text 10 50 \"US$, Log scale\" 12 fill #222 extents 90 9 3 15\n", facts, "");
}

static void
test_sorting(void)
{
    LintCategory mixed[] = { { "a", 3, FALSE }, { "b", 9, FALSE }, { "c", 5, FALSE } };
    LintCategory sorted[] = {
        { "Other", 7, TRUE }, { "b", 9, FALSE },      { "c", 5, FALSE },
        { NULL, NAN, FALSE }, { "Total", 99, FALSE },
    };
    LintFacts *facts = good_facts();

    facts->x.kind = LINT_AXIS_CATEGORIES;
    facts->categories = mixed;
    facts->n_categories = 3;
    ASSERT_FINDINGS(HEADING, facts,
                    "sorting x: the categories are not in the order of their values; --sort -value "
                    "puts the largest first");
    facts = good_facts();
    facts->y.kind = LINT_AXIS_CATEGORIES;
    facts->categories = mixed;
    facts->n_categories = 3;
    facts->sorted_by_kind = TRUE;
    ASSERT_FINDINGS(HEADING, facts, "");
    facts = good_facts();
    facts->y.kind = LINT_AXIS_CATEGORIES;
    facts->categories = sorted;
    facts->n_categories = 5;
    ASSERT_FINDINGS(HEADING, facts,
                    "other-last y: \"Other\" stands before \"b\"; what is left over stands last");
}

static void
test_series(void)
{
    static LintSeries six[6];
    LintFacts *facts = good_facts();

    for (guint i = 0; i < 6; i++)
        six[i] =
            (LintSeries){ .name = "s", .color = { (guint8)(i * 40), 80, 90, 255 }, .end = NAN };
    facts->series = six;
    facts->n_series = 6;
    ASSERT_FINDINGS(HEADING, facts,
                    "series figure: 6 colours are hard to tell apart; --highlight shows the ones "
                    "that matter, --facet gives each a panel, --top adds up the rest");
    six[0].muted = six[1].muted = TRUE;
    facts = good_facts();
    facts->series = six;
    facts->n_series = 6;
    ASSERT_FINDINGS(HEADING, facts, "");
    facts = good_facts();
    facts->n_slices = 7;
    ASSERT_FINDINGS(HEADING, facts,
                    "slices figure: a pie of 7 slices; bars compare so many, or --top adds up the "
                    "smallest");
}

static void
test_key(void)
{
    LintFacts *facts = good_facts();

    facts->series = two;
    facts->n_series = 2;
    ASSERT_FINDINGS(KEY, facts,
                    "direct-labels key: 2 lines can bear their names; --legend direct writes them\n"
                    "key-order key: \"A\" stands over \"B\" in the key and ends below it; --order "
                    "puts the key into the order of the data");
    facts = good_facts();
    facts->series = two;
    facts->n_series = 2;
    ASSERT_FINDINGS(HEADING, facts, "");
}

/* Red and green of one lightness are told apart by most people only; so are a red and its twin. */
static void
test_color_distance(void)
{
    LintSeries alike[] = {
        { .name = "A", .color = COLOR_INIT(0x9c7a3c), .end = NAN },
        { .name = "B", .color = COLOR_INIT(0x6f8c3a), .end = NAN },
    };
    LintFacts *facts = good_facts();
    g_autofree char *found = NULL;

    facts->series = alike;
    facts->n_series = 2;
    found = findings_of(KEY, facts);
    g_assert_true(g_str_has_prefix(found, "color-distance key: A and B look alike to people "
                                          "without "));
    alike[1].code = 1;
    alike[0].code = 2;
    facts = good_facts();
    facts->series = alike;
    facts->n_series = 2;
    ASSERT_FINDINGS(KEY, facts, "");
}

static void
test_rest(void)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(Scene) mute =
        scene_from_text("scene 400 300 background #fff text #222 size 12\ntitle \"T\"\n", NULL);
    LintFacts *facts = good_facts();
    g_autoptr(GPtrArray) findings = NULL;
    g_autoptr(LintFacts) own = good_facts();

    findings = lint_run(mute, own, report, 0);
    g_assert_cmpuint(findings->len, ==, 1);
    g_assert_cmpstr(((LintFinding *)findings->pdata[0])->rule->name, ==, "alt");
    facts->x = (LintAxis){ .kind = LINT_AXIS_CATEGORIES, .padding = 0.6, .least = NAN };
    facts->y = (LintAxis){ .kind = LINT_AXIS_NUMBERS, .to = 9, .least = NAN, .lengths = TRUE };
    ASSERT_FINDINGS(HEADING, facts, "bar-gap x: 60 % of each category is gap");
    facts = good_facts();
    facts->free_scales = TRUE;
    ASSERT_FINDINGS(HEADING, facts,
                    "free-scales figure: panels have scales of their own, and nothing says so; a "
                    "note should");
}

static void
test_report(void)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(LintFacts) facts = good_facts();
    g_autoptr(Scene) scene = scene_from_text(PAGE, NULL);
    g_autoptr(GPtrArray) findings = NULL;

    report_add(report, SEVERITY_WARNING, (Where){ "a.csv", 7, 2 }, 1, "a cell is no number");
    report_add(report, SEVERITY_NOTE, (Where){ .file = "a.csv" }, 1, "two rows are equal");
    report_add(report, SEVERITY_NOTE, WHERE_NONE, 3, "3 names have no room");
    findings = lint_run(scene, facts, report, 0);
    g_assert_cmpuint(findings->len, ==, 2);
    g_assert_cmpstr(((LintFinding *)findings->pdata[0])->where, ==, "a.csv:7");
    g_assert_cmpstr(((LintFinding *)findings->pdata[1])->where, ==, "figure");
    g_assert_cmpstr(((LintFinding *)findings->pdata[1])->text, ==, "3 names have no room");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/words", test_words);
    g_test_add_func("/lint/long-words", test_long_words);
    g_test_add_func("/lint/baseline", test_baseline);
    g_test_add_func("/lint/crop", test_crop);
    g_test_add_func("/lint/log", test_log);
    g_test_add_func("/lint/sorting", test_sorting);
    g_test_add_func("/lint/series", test_series);
    g_test_add_func("/lint/key", test_key);
    g_test_add_func("/lint/color-distance", test_color_distance);
    g_test_add_func("/lint/rest", test_rest);
    g_test_add_func("/lint/report", test_report);
    return g_test_run();
}
