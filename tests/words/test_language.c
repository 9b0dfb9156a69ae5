#include "words/language.h"

#include <string.h>

static double
moment(void)
{
    double time;

    g_assert_true(calendar_make(2019, 2, 7, 9, 5, 3, &time));
    return time;
}

static void
test_all_languages_of_the_flag_are_there(void)
{
    static const char *const wanted[] = { "en", "de", "fr", "es", "pt", "id",
                                          "vi", "ko", "ja", "zh", "th" };
    g_autofree const char **tags = language_tags();

    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        g_assert_cmpstr(tags[i], ==, wanted[i]);
        g_assert_cmpstr(language_find(wanted[i])->tag, ==, wanted[i]);
    }
    g_assert_null(tags[G_N_ELEMENTS(wanted)]);
    g_assert_true(language_find("DE") == language_find("de"));
    g_assert_null(language_find("pt-PT"));
    g_assert_null(language_find("xx"));
    g_assert_null(language_find(""));
}

static void
assert_text(const char *text)
{
    g_assert_nonnull(text);
    g_assert_cmpstr(text, !=, "");
    g_assert_true(g_utf8_validate(text, -1, NULL));
}

static void
assert_texts_differ(const char *const *texts, guint n)
{
    for (guint i = 0; i < n; i++) {
        assert_text(texts[i]);
        for (guint k = 0; k < i; k++)
            g_assert_cmpstr(texts[i], !=, texts[k]);
    }
}

/* language_append_time() takes one code more than the calendar. */
static void
assert_format(const char *format, const char *code)
{
    g_autoptr(GString) known = g_string_new(format);

    assert_text(format);
    g_string_replace(known, "%-V", "%V", 0);
    g_assert_null(calendar_check_label_format(known->str));
    g_assert_nonnull(strstr(format, code));
}

static void
assert_formats(const Language *language)
{
    static const char *const codes[] = { "%S", "%M", "%H", "%-d", "%-V", "%b", "%q", "%Y" };

    for (guint u = 0; u <= TIME_YEAR; u++) {
        assert_format(language->full[u], codes[u]);
        assert_format(language->full[u], u == TIME_WEEK ? "%G" : "%Y");
        assert_format(language->in_year[u], codes[u]);
        g_assert_true(u == TIME_YEAR || strstr(language->in_year[u], "%Y") == NULL);
    }
    for (guint u = 0; u <= TIME_HOUR; u++) {
        assert_format(language->full[u], "%-d");
        assert_format(language->in_year[u], "%-d");
        assert_format(language->in_day[u], codes[u]);
        g_assert_null(strstr(language->in_day[u], "%-d"));
    }
}

/* What is filled in, in whatever order, is the same as in English. */
static void
assert_same_places(const char *english, const char *other)
{
    guint places[2][10] = { { 0 } };

    for (guint k = 0; k < 2; k++)
        for (const char *p = strchr(k == 0 ? english : other, '#'); p != NULL;
             p = strchr(p + 1, '#'))
            places[k][g_ascii_isdigit(p[1]) ? p[1] - '0' : 0]++;
    for (guint i = 0; i < 10; i++)
        if (places[0][i] != places[1][i])
            g_error("\"%s\" and \"%s\" fill in other things", english, other);
}

static void
test_every_row_is_complete(void)
{
    for (guint i = 0; languages[i].tag != NULL; i++) {
        const Language *language = &languages[i];

        g_test_message("%s", language->tag);
        assert_text(language->name);
        assert_text(language->marks.decimal);
        assert_text(language->marks.thousand);
        g_assert_cmpstr(language->marks.decimal, !=, language->marks.thousand);
        g_assert_cmpstr(language->marks.minus, ==, "−");
        assert_texts_differ(language->months, 12);
        assert_texts_differ(language->months_short, 12);
        assert_texts_differ(language->days, 7);
        assert_texts_differ(language->days_short, 7);
        assert_text(language->am);
        assert_text(language->pm);
        assert_formats(language);
        assert_texts_differ(language->words, LANGUAGE_WORD_COUNT);
        for (guint w = 0; w < LANGUAGE_WORD_COUNT; w++)
            assert_same_places(languages[0].words[w], language->words[w]);
        assert_text(language->marks.percent);
        g_assert_true(g_str_has_suffix(language->marks.percent, "%"));
        g_assert_nonnull(strchr(language->money, '#'));
        g_assert_nonnull(strstr(language->money, "¤"));
        assert_text(language->comma);
        g_assert_nonnull(language->between);
        assert_text(language->colon);
        g_assert_nonnull(language->stop);
        for (guint k = 0; k < LANGUAGE_MAGNITUDES; k++) {
            const LanguageMagnitude *magnitude = &language->magnitudes[k];

            assert_text(magnitude->word);
            assert_text(magnitude->mark);
            g_assert_cmpfloat(magnitude->multiplier, <=, magnitude->from);
            g_assert_true(k == 0 || magnitude->from < magnitude[-1].multiplier);
        }
        g_assert_cmpfloat(language->magnitudes[LANGUAGE_MAGNITUDES - 1].from, ==, 1e6);
    }
}

static void
test_english_is_what_the_calendar_writes(void)
{
    for (guint u = 0; u <= TIME_YEAR; u++) {
        g_autoptr(GString) ours = g_string_new(NULL);
        g_autoptr(GString) calendar = g_string_new(NULL);

        language_append_label(&languages[0], ours, moment(), (TimeUnit)u);
        calendar_append_label(calendar, moment(), (TimeUnit)u);
        g_assert_cmpstr(ours->str, ==, calendar->str);
    }
    for (int month = 1; month <= 12; month++) {
        g_autoptr(GString) ours = g_string_new(NULL);
        g_autoptr(GString) calendar = g_string_new(NULL);
        double time = 0;

        g_assert_true(calendar_make(2024, month, month, month * 2 - 1, 0, 0, &time));
        language_append_time(&languages[0], ours, time, "%A %a %d %B %b %p");
        calendar_append_format(calendar, time, "%A %a %d %B %b %p");
        g_assert_cmpstr(ours->str, ==, calendar->str);
    }
}

static void
assert_time(const char *tag, const char *format, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    language_append_time(language_find(tag), text, moment(), format);
    g_assert_cmpstr(text->str, ==, expected);
}

static void
assert_label(const char *tag, TimeUnit unit, const char *expected)
{
    assert_time(tag, language_find(tag)->full[unit], expected);
}

static void
test_dates_have_the_order_of_the_language(void)
{
    assert_label("de", TIME_DAY, "7. Feb. 2019");
    assert_label("de", TIME_WEEK, "KW 6 2019");
    assert_label("fr", TIME_DAY, "7 févr. 2019");
    assert_label("fr", TIME_QUARTER, "T1 2019");
    assert_label("es", TIME_MONTH, "feb 2019");
    assert_label("pt", TIME_DAY, "7 de fev. de 2019");
    assert_label("id", TIME_MINUTE, "7 Feb 2019 09.05");
    assert_label("vi", TIME_SECOND, "09:05:03 7 thg 2, 2019");
    assert_label("ko", TIME_DAY, "2019년 2월 7일");
    assert_label("ko", TIME_QUARTER, "2019년 1분기");
    assert_label("ja", TIME_MONTH, "2019年2月");
    assert_label("ja", TIME_WEEK, "2019年第6週");
    assert_label("zh", TIME_DAY, "2019年2月7日");
    assert_label("th", TIME_DAY, "7 ก.พ. 2019");
}

static void
test_formats_of_the_user_speak_the_language(void)
{
    assert_time("de", "%A, %-d. %B %Y", "Donnerstag, 7. Februar 2019");
    assert_time("ko", "%p %-I:%M (%a)", "오전 9:05 (목)");
    assert_time("fr", "100 %% %b %%b %", "100 % févr. %b %");
    assert_time("en", "%-V/%V%-", "6/06%-");
    assert_time("en", "", "");
}

static void
test_numbers_have_the_marks_of_the_language(void)
{
    static const struct {
        const char *tag, *expected;
    } rows[] = { { "en", "−1,234,567.5" },
                 { "de", "−1.234.567,5" },
                 { "fr", "−1\u202f234\u202f567,5" },
                 { "th", "−1,234,567.5" } };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new(NULL);

        number_append_label(text, &language_find(rows[i].tag)->marks, -1234567.5, 1);
        g_assert_cmpstr(text->str, ==, rows[i].expected);
    }
    g_assert_cmpstr(language_find("de")->magnitudes[2].word, ==, "Millionen");
    g_assert_cmpstr(language_find("ko")->magnitudes[1].word, ==, "억");
}

static void
test_the_rest_of_a_list_is_counted(void)
{
    g_autoptr(GString) text = g_string_new("a; ");

    language_append_more(language_find("es"), text, 12);
    g_assert_cmpstr(text->str, ==, "a; y 12 más");
    g_string_truncate(text, 0);
    language_append_more(language_find("ko"), text, 3);
    g_assert_cmpstr(text->str, ==, "외 3건");
}

static void
assert_filled(const char *tag, const char *expected)
{
    static const char *const filled[] = { "4", "20", "3", "8", NULL };
    g_autoptr(GString) text = g_string_new(NULL);

    language_append_word(language_find(tag), text, WORD_MIDDLE_HALF, filled);
    g_assert_cmpstr(text->str, ==, expected);
}

static void
test_words_are_filled_in(void)
{
    g_autofree char *mean = language_word_with(language_find("en"), WORD_MEAN_OF, "age #2");

    g_assert_cmpstr(mean, ==, "Mean age #2");
    assert_filled("en", "median 4, half of 20 values from 3 to 8");
    assert_filled("de", "Median 4, die Hälfte der 20 Werte von 3 bis 8");
    assert_filled("ko", "중앙값 4, 값 20개의 절반은 3~8");
}

static void
assert_money(const char *tag, const char *before, const char *after)
{
    g_autofree char *ours_before = NULL, *ours_after = NULL;

    language_money(language_find(tag), "€", &ours_before, &ours_after);
    g_assert_cmpstr(ours_before, ==, before);
    g_assert_cmpstr(ours_after, ==, after);
}

static void
test_money_has_its_sign_where_the_language_has_it(void)
{
    assert_money("en", "€", NULL);
    assert_money("de", NULL, "\u00a0€");
    assert_money("pt", "€\u00a0", NULL);
    assert_money("ko", "€", NULL);
}

static void
assert_initials(const char *tag, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (int month = 1; month <= 12; month++)
        language_append_initial(language_find(tag), text, month);
    g_assert_cmpstr(text->str, ==, expected);
}

static void
test_months_have_initials_or_numbers(void)
{
    assert_initials("en", "JFMAMJJASOND");
    assert_initials("fr", "jfmamjjasond");
    assert_initials("de", "JFMAMJJASOND");
    assert_initials("vi", "123456789101112");
    assert_initials("ko", "123456789101112");
    assert_initials("th", "123456789101112");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/language/all-languages-of-the-flag-are-there",
                    test_all_languages_of_the_flag_are_there);
    g_test_add_func("/language/every-row-is-complete", test_every_row_is_complete);
    g_test_add_func("/language/english-is-what-the-calendar-writes",
                    test_english_is_what_the_calendar_writes);
    g_test_add_func("/language/dates-have-the-order-of-the-language",
                    test_dates_have_the_order_of_the_language);
    g_test_add_func("/language/formats-of-the-user-speak-the-language",
                    test_formats_of_the_user_speak_the_language);
    g_test_add_func("/language/numbers-have-the-marks-of-the-language",
                    test_numbers_have_the_marks_of_the_language);
    g_test_add_func("/language/the-rest-of-a-list-is-counted", test_the_rest_of_a_list_is_counted);
    g_test_add_func("/language/words-are-filled-in", test_words_are_filled_in);
    g_test_add_func("/language/money-has-its-sign-where-the-language-has-it",
                    test_money_has_its_sign_where_the_language_has_it);
    g_test_add_func("/language/months-have-initials-or-numbers",
                    test_months_have_initials_or_numbers);
    return g_test_run();
}
