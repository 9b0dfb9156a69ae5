#include "text/wrap.h"

#include <string.h>

#include "text/breaks.h"

/* 5 px a character, 10 px a wide one. */
static const TextStyle style = { .size = 10 };

typedef GPtrArray *(*WrapFunc)(const char *text, const TextStyle *style, double max_width,
                               guint max_lines, TextMeasurer *measurer);

static char *
wrapped(WrapFunc wrap, const char *text, double max_width, guint max_lines)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(GPtrArray) lines = wrap(text, &style, max_width, max_lines, measurer);

    g_ptr_array_add(lines, NULL);
    return g_strjoinv("|", (char **)lines->pdata);
}

static void
assert_wraps(const char *text, double max_width, guint max_lines, const char *expected)
{
    g_autofree char *lines = wrapped(text_wrap, text, max_width, max_lines);

    g_assert_cmpstr(lines, ==, expected);
}

static void
test_blanks(void)
{
    assert_wraps("one two three", 35, 0, "one two|three");
    assert_wraps("one two three", 34, 0, "one|two|three");
    assert_wraps("one", 500, 0, "one");
    assert_wraps("", 500, 0, "");
    assert_wraps("   ", 500, 0, "");
    assert_wraps("a\u00a0b c", 16, 0, "a\u00a0b|c");
}

static void
test_newlines(void)
{
    assert_wraps("one\ntwo", 500, 0, "one|two");
    assert_wraps("one\n\ntwo", 500, 0, "one||two");
}

static void
test_hyphens(void)
{
    assert_wraps("well-known fact", 30, 0, "well-|known|fact");
    assert_wraps("2019-2020", 25, 0, "2019-|2020");
    assert_wraps("minus -5 and", 30, 0, "minus|-5 and");
    assert_wraps("1990–2023", 25, 0, "1990–|2023");
}

static void
test_cjk(void)
{
    assert_wraps("日本語の文章", 30, 0, "日本語|の文章");
    /* The comma may not begin a line, so a character comes down with it. */
    assert_wraps("日本語、文章", 30, 0, "日本|語、文|章");
    assert_wraps("「日本」語", 30, 0, "「日|本」語");
    assert_wraps("서울 부산", 30, 0, "서울|부산");
}

static void
test_long_words(void)
{
    assert_wraps("abcdefgh", 20, 0, "abcd|efgh");
    assert_wraps("a abcdefgh", 20, 0, "a|abcd|efgh");
    assert_wraps("abc", 0, 0, "a|b|c");
}

static void
test_letters_stay_whole(void)
{
    assert_wraps("e\u0301e\u0301e\u0301", 5, 0, "e\u0301|e\u0301|e\u0301");
    assert_wraps("🇰🇷🇹🇭", 5, 0, "🇰🇷|🇹🇭");
    assert_wraps("👩\u200d👧x", 5, 0, "👩\u200d👧|x");
    assert_wraps("क्षक", 5, 0, "क्ष|क");
    assert_wraps("น้ำน้ำ", 5, 0, "น้ำ|น้ำ");
}

static void
test_max_lines(void)
{
    assert_wraps("one two three four", 35, 1, "one tw…");
    assert_wraps("one two three four", 35, 2, "one two|three…");
    assert_wraps("one two three", 40, 2, "one two|three");
    assert_wraps("one\ntwo", 500, 1, "one…");
    assert_wraps("one two", 1, 1, "…");
}

/* Counts what is measured. */
typedef struct {
    TextMeasurer measurer;
    TextMeasurer *fixed;
    gsize n_bytes;
} CountingMeasurer;

static TextExtents
counting_measure(TextMeasurer *measurer, const char *text, const TextStyle *text_style)
{
    CountingMeasurer *counting = (CountingMeasurer *)measurer;

    counting->n_bytes += strlen(text);
    return text_measure(counting->fixed, text, text_style);
}

static void
test_long_lines(void)
{
    g_autoptr(TextMeasurer) fixed = fixed_measurer_new();
    CountingMeasurer counting = { .measurer.measure = counting_measure, .fixed = fixed };
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) lines = NULL;

    for (guint i = 0; i < 5000; i++)
        g_string_append(text, "y ");
    /* 1,000 words of a letter and a blank, 10 px, without the last blank. */
    lines = text_wrap_balanced(text->str, &style, 9995, 0, &counting.measurer);
    g_assert_cmpuint(lines->len, ==, 5);
    for (guint i = 0; i < lines->len; i++)
        g_assert_cmpuint(strlen(lines->pdata[i]), ==, 1999);
    g_assert_cmpuint(counting.n_bytes, <, 300 * text->len);

    g_ptr_array_unref(lines);
    counting.n_bytes = 0;
    lines = text_wrap_balanced(text->str, &style, 105, 0, &counting.measurer);
    g_assert_cmpuint(lines->len, ==, 455);
    g_assert_cmpstr(lines->pdata[453], ==, "y y y y y y y y y y y");
    g_assert_cmpstr(lines->pdata[454], ==, "y y y y y y");
    g_assert_cmpuint(counting.n_bytes, <, 20 * text->len);
}

static void
test_balanced(void)
{
    g_autofree char *greedy = wrapped(text_wrap, "aaaa bbbb cccc dddd", 75, 0);
    g_autofree char *lines = wrapped(text_wrap_balanced, "aaaa bbbb cccc dddd", 75, 0);
    g_autofree char *single = wrapped(text_wrap_balanced, "aaaa", 75, 0);
    g_autofree char *cut = wrapped(text_wrap_balanced, "aaaa bbbb cccc dddd", 50, 1);

    g_assert_cmpstr(greedy, ==, "aaaa bbbb cccc|dddd");
    g_assert_cmpstr(lines, ==, "aaaa bbbb|cccc dddd");
    g_assert_cmpstr(single, ==, "aaaa");
    g_assert_cmpstr(cut, ==, "aaaa bbbb…");
}

static void
test_ellipsize(void)
{
    static const struct {
        const char *text;
        double width;
        const char *expected;
    } cases[] = {
        { "Hello", 25, "Hello" },        { "Hello", 24, "Hel…" },   { "Hello", 3, "…" },
        { "Hello world", 35, "Hello…" }, { "ae\u0301e", 10, "a…" }, { "", 0, "" },
    };
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *line = text_ellipsize(cases[i].text, &style, cases[i].width, measurer);

        g_assert_cmpstr(line, ==, cases[i].expected);
    }
}

/* What comes out is what went in, blanks apart, and no line is wider than it may. */
static void
test_nothing_is_lost(void)
{
    static const char *const pieces[] = { "a",  "word",    "-",  " ",  "  ", "語",
                                          "、", "e\u0301", "서", "🇰🇷", "\n" };
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(GRand) random = g_rand_new_with_seed(7);

    for (int run = 0; run < 2000; run++) {
        g_autoptr(GString) text = g_string_new(NULL), want = g_string_new(NULL);
        g_autoptr(GString) got = g_string_new(NULL);
        double width = g_rand_int_range(random, 20, 80);

        for (int i = 0; i < 20; i++)
            g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(GPtrArray) lines = text_wrap(text->str, &style, width, 0, measurer);
        for (guint i = 0; i < lines->len; i++) {
            g_assert_cmpfloat(text_measure(measurer, lines->pdata[i], &style).width, <=, width);
            for (const char *p = lines->pdata[i]; *p != '\0'; p++)
                if (*p != ' ')
                    g_string_append_c(got, *p);
        }
        for (const char *p = text->str; *p != '\0'; p++)
            if (*p != ' ' && *p != '\n')
                g_string_append_c(want, *p);
        g_assert_cmpstr(got->str, ==, want->str);
    }
}

static void
assert_cleans(const char *text, gboolean keep_newlines, guint max_chars, const char *expected)
{
    g_autofree char *clean = text_clean(text, keep_newlines, max_chars);

    g_assert_cmpstr(clean, ==, expected);
}

static void
test_clean(void)
{
    assert_cleans("plain", FALSE, 0, "plain");
    assert_cleans("  a \t b  ", FALSE, 0, "a b");
    assert_cleans("a\nb\r\nc\rd\u2028e", FALSE, 0, "a b c d e");
    assert_cleans("a\001b\033c", FALSE, 0, "a\ufffdb\ufffdc");
    assert_cleans("a\xff\xc3(", FALSE, 0, "a\ufffd\ufffd(");
    assert_cleans("\xed\xa0\x80", FALSE, 0, "\ufffd\ufffd\ufffd");
    assert_cleans("a\xef\xbf\xbe", FALSE, 0, "a\ufffd");
    assert_cleans("a\xc2\x85"
                  "b\177c",
                  FALSE, 0, "abc");
    assert_cleans("user\u202egpj.exe\u202c \u2066x\u2069", FALSE, 0, "usergpj.exe x");
    assert_cleans("\ufeffa", FALSE, 0, "a");
    assert_cleans("", FALSE, 0, "");
    assert_cleans(" \n ", TRUE, 0, "");
}

static void
test_clean_newlines(void)
{
    assert_cleans("a\nb", TRUE, 0, "a\nb");
    assert_cleans("a \r\n b", TRUE, 0, "a\nb");
    assert_cleans("\n\na\n\nb\n\n", TRUE, 0, "a\n\nb");
}

static void
test_clean_cuts(void)
{
    g_autoptr(GString) text = g_string_new(NULL);

    assert_cleans("abcdef", FALSE, 3, "abc…");
    assert_cleans("abc def", FALSE, 3, "abc…");
    assert_cleans("abc", FALSE, 3, "abc");
    assert_cleans("äöü", FALSE, 2, "äö…");
    for (int i = 0; i < 3000; i++)
        g_string_append_c(text, 'x');
    g_autofree char *clean = text_clean(text->str, FALSE, 0);
    g_assert_cmpint(g_utf8_strlen(clean, -1), ==, 2001);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wrap/lines-end-at-blanks", test_blanks);
    g_test_add_func("/wrap/newlines-always-break", test_newlines);
    g_test_add_func("/wrap/lines-end-after-hyphens-but-keep-signs", test_hyphens);
    g_test_add_func("/wrap/ideographs-break-and-korean-does-not", test_cjk);
    g_test_add_func("/wrap/only-too-long-words-are-split", test_long_words);
    g_test_add_func("/wrap/letters-keep-their-marks", test_letters_stay_whole);
    g_test_add_func("/wrap/what-does-not-fit-ends-in-an-ellipsis", test_max_lines);
    g_test_add_func("/wrap/balanced-lines-are-alike", test_balanced);
    g_test_add_func("/wrap/long-lines-are-measured-a-few-times", test_long_lines);
    g_test_add_func("/wrap/ellipsize-cuts-one-line", test_ellipsize);
    g_test_add_func("/wrap/nothing-is-lost", test_nothing_is_lost);
    g_test_add_func("/clean/hostile-characters-go", test_clean);
    g_test_add_func("/clean/newlines-stay-when-asked", test_clean_newlines);
    g_test_add_func("/clean/long-text-is-cut", test_clean_cuts);
    return g_test_run();
}
