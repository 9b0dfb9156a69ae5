// Timeline: lanes without collisions, spans, and what has no room.
#include "charts/figure.h"
#include "charts/timeline.h"

static void
test_events_take_the_first_free_lane(void)
{
    TimelineEvent events[] = {
        { .from = 0, .to = 0, .width = 50, .n_lines = 1 },
        { .from = 30, .to = 30, .width = 50, .n_lines = 1 },
        { .from = 80, .to = 80, .width = 10, .n_lines = 1 },
    };

    g_assert_cmpuint(timeline_lanes(events, 3, 0, 200, 5, 10, FALSE), ==, 2);
    g_assert_cmpuint(events[0].lane, ==, 0);
    g_assert_cmpuint(events[1].lane, ==, 1);
    g_assert_cmpuint(events[2].lane, ==, 0);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpint(events[i].side, ==, EVENT_RIGHT);
}

static void
test_words_stand_left_at_the_right_end(void)
{
    TimelineEvent events[] = { { .from = 180, .to = 180, .width = 50, .n_lines = 1 },
                               { .from = 0, .to = 100, .width = 60, .n_lines = 1 } };

    g_assert_cmpuint(timeline_lanes(events, 2, 0, 200, 5, 10, FALSE), ==, 1);
    g_assert_cmpint(events[0].side, ==, EVENT_LEFT);
    g_assert_cmpint(events[1].side, ==, EVENT_INSIDE);
}

static void
test_without_room_events_are_bare_or_nowhere(void)
{
    TimelineEvent events[] = { { .from = 10, .to = 10, .width = 300, .n_lines = 1 },
                               { .from = 12, .to = 12, .width = 300, .n_lines = 1 },
                               { .from = 60, .to = 60, .width = 100, .n_lines = 1 },
                               { .from = 100, .to = 100, .width = 500, .n_lines = 1 } };

    g_assert_cmpuint(timeline_lanes(events, 4, 0, 200, 5, 1, FALSE), ==, 1);
    g_assert_cmpint(events[0].side, ==, EVENT_BARE);
    g_assert_cmpint(events[1].side, ==, EVENT_BARE);
    g_assert_cmpint(events[2].side, ==, EVENT_RIGHT);
    g_assert_cmpint(events[3].side, ==, EVENT_NOWHERE);
}

static void
test_events_apart_have_lanes_of_their_own(void)
{
    TimelineEvent events[] = { { .from = 0, .to = 0, .width = 10, .n_lines = 2 },
                               { .from = 80, .to = 80, .width = 10, .n_lines = 1 },
                               { .from = 180, .to = 180, .width = 30, .n_lines = 1 } };

    g_assert_cmpuint(timeline_lanes(events, 3, 0, 200, 5, 10, TRUE), ==, 4);
    g_assert_cmpuint(events[1].lane, ==, 2);
    g_assert_cmpuint(events[2].lane, ==, 3);
    g_assert_cmpint(events[2].side, ==, EVENT_LEFT);
}

/* A cell without a day is never given one, and a year that all share is said by the axis. */
static void
test_dates_stand_before_the_words(void)
{
    static const char events[] = "when,end,what\n2001-02-03,,War\n2004-02,2005-03-01,Peace\n";
    g_auto(Figure) figure = FIGURE("timeline", events, "x=when", "label=what", "end=end");
    g_auto(Figure) german = FIGURE("timeline", "when,what\n2001-02-03,War\n2001-10-04,Ende\n",
                                   "x=when", "label=what", "lang=de");
    g_auto(Figure) without =
        FIGURE("timeline", events, "x=when", "label=what", "end=end", "dates=off");

    g_assert_true(figure_has_text(&figure, "3 Feb 2001: War"));
    g_assert_true(figure_has_text(&figure, "Feb 2004–1 Mar 2005: Peace"));
    g_assert_true(figure_has_text(&german, "3. Feb.: War"));
    g_assert_true(figure_has_text(&without, "War"));
}

static void
test_without_room_for_all_there_are_no_dates(void)
{
    g_autoptr(GString) csv = g_string_new("date,event\n");

    for (int i = 0; i < 12; i++)
        g_string_append_printf(csv, "2010-%02d-01,Event number %d of 12 or more\n", i + 1, i);
    {
        g_auto(Figure) high = FIGURE("timeline", csv->str, "x=date", "label=event", "height=600");
        g_auto(Figure) low =
            FIGURE("timeline", csv->str, "x=date", "label=event", "height=170", "width=700");
        g_autofree char *dated = figure_texts(&high, ROLE_LABELS);
        g_autofree char *plain = figure_texts(&low, ROLE_LABELS);

        g_assert_nonnull(strstr(dated, "1 Mar: Event"));
        g_assert_null(strstr(plain, "1 Mar: Event"));
    }
}

static void
test_no_words_collide(void)
{
    g_autoptr(GString) csv = g_string_new("date,event\n");

    for (int i = 0; i < 60; i++)
        g_string_append_printf(csv, "20%02d-%02d-01,Event number %d of some length\n", i % 20,
                               i % 12 + 1, i);
    for (guint size = 0; size < 3; size++) {
        const char *heights[] = { "height=200", "height=500", "height=2000" };
        g_auto(Figure) figure =
            FIGURE("timeline", csv->str, "x=date", "label=event", heights[size]);
        g_autofree char *fault = figure_fault(&figure);
        g_autofree char *remarks = figure_remarks(&figure);

        g_assert_null(fault);
        g_assert_true((strstr(remarks, "labels have no room at the events") == NULL) ==
                      (size == 2));
    }
}

static void
test_a_free_height_has_room_for_all(void)
{
    g_autoptr(GString) csv = g_string_new("date,event\n");

    for (int i = 0; i < 200; i++)
        g_string_append_printf(csv, "20%02d-%02d-01,Event number %d of some length\n", i % 20,
                               i % 12 + 1, i);
    {
        g_auto(Figure) figure = FIGURE("timeline", csv->str, "x=date", "label=event");
        g_autofree char *remarks = figure_remarks(&figure);

        g_assert_cmpstr(remarks, ==, "");
        g_assert_cmpfloat(figure.scene->size.height, >, 500);
    }
}

static void
test_spans_are_bars_and_points_are_dots(void)
{
    g_auto(Figure) figure =
        FIGURE("timeline", "a,b,t\n2001-01-01,2005-01-01,Long\n2003-01-01,,Short\n", "x=a", "end=b",
               "label=t");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);

    g_assert_cmpuint(bars->len, ==, 1);
    g_assert_cmpuint(dots->len, ==, 1);
}

/* Words in a span stand in it, in ink that can be read on it, and say which event they are about.
 */
static void
test_words_in_a_span_are_about_it(void)
{
    g_auto(Figure) figure =
        FIGURE("timeline", "a,b,t\n2001-01-01,2009-01-01,Long\n2003-01-01,,Short\n", "x=a", "end=b",
               "label=t", "dates=off");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) groups = figure_find(&figure, ROLE_MARK, NODE_GROUP);
    g_autoptr(GPtrArray) texts = figure_find(&figure, ROLE_LABELS, NODE_TEXT);
    const SceneNode *bar = bars->pdata[0], *group = groups->pdata[0], *words = NULL;

    for (guint i = 0; i < texts->len; i++)
        if (strcmp(((const SceneNode *)texts->pdata[i])->text.text, "Long") == 0)
            words = texts->pdata[i];
    g_assert_nonnull(words);
    g_assert_true(rect_contains(bar->rect.rect, scene_node_bounds(words)));
    g_assert_cmpuint(words->text.subject, ==, group->group.subject);
    g_assert_cmpfloat(color_contrast(bar->fill, words->text.style.color), >, 4.5);
}

static void
test_an_end_before_the_start_is_counted(void)
{
    g_auto(Figure) figure =
        FIGURE("timeline", "a,b,t\n2001-01-01,2000-01-01,Back\n2003-01-01,2004-01-01,On\n", "x=a",
               "end=b", "label=t");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==, "1 event ends before it begins and is drawn as a point\n");
}

static void
test_ends_of_another_kind_are_refused(void)
{
    g_auto(Figure) figure =
        FIGURE("timeline", "a,b,t\n2001-01-01,5,Back\n", "x=a", "end=b", "label=t");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/timeline/events-take-the-first-free-lane",
                    test_events_take_the_first_free_lane);
    g_test_add_func("/timeline/words-stand-left-at-the-right-end",
                    test_words_stand_left_at_the_right_end);
    g_test_add_func("/timeline/without-room-events-are-bare-or-nowhere",
                    test_without_room_events_are_bare_or_nowhere);
    g_test_add_func("/timeline/events-apart-have-lanes-of-their-own",
                    test_events_apart_have_lanes_of_their_own);
    g_test_add_func("/timeline/dates-stand-before-the-words", test_dates_stand_before_the_words);
    g_test_add_func("/timeline/without-room-for-all-there-are-no-dates",
                    test_without_room_for_all_there_are_no_dates);
    g_test_add_func("/timeline/no-words-collide", test_no_words_collide);
    g_test_add_func("/timeline/a-free-height-has-room-for-all",
                    test_a_free_height_has_room_for_all);
    g_test_add_func("/timeline/spans-are-bars-and-points-are-dots",
                    test_spans_are_bars_and_points_are_dots);
    g_test_add_func("/timeline/words-in-a-span-are-about-it", test_words_in_a_span_are_about_it);
    g_test_add_func("/timeline/an-end-before-the-start-is-counted",
                    test_an_end_before_the_start_is_counted);
    g_test_add_func("/timeline/ends-of-another-kind-are-refused",
                    test_ends_of_another_kind_are_refused);
    return g_test_run();
}
