#include "base/error.h"

#include <string.h>

static void
test_an_error_knows_its_place(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) copy = NULL;
    char file[] = "trade.csv";

    error_set(&error, ERROR_INPUT, (Where){ file, 12, 3 }, "cell %d is bad", 7);
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, "cell 7 is bad");

    /* The error keeps its own copy of the name. */
    file[0] = 'X';
    copy = g_error_copy(error);
    g_clear_error(&error);
    g_assert_cmpstr(error_where(copy).file, ==, "trade.csv");
    g_assert_cmpuint(error_where(copy).line, ==, 12);
    g_assert_cmpuint(error_where(copy).field, ==, 3);
}

static void
test_an_error_may_have_no_place(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) foreign = g_error_new_literal(G_FILE_ERROR, G_FILE_ERROR_IO, "foreign");

    error_set(&error, ERROR_LIMIT, WHERE_NONE, "too many rows");
    g_assert_null(error_where(error).file);
    g_assert_null(error_where(foreign).file);
    g_assert_null(error_where(NULL).file);
    error_set(NULL, ERROR_LIMIT, WHERE_NONE, "nobody listens");
}

static void
assert_quote(const char *bytes, gssize length, guint max_chars, const char *expected)
{
    g_autofree char *quoted = error_quote(bytes, length, max_chars);

    g_assert_cmpstr(quoted, ==, expected);
}

static void
test_quoted_text_is_cut_and_escaped(void)
{
    assert_quote("plain", -1, 20, "plain");
    assert_quote("12345", -1, 5, "12345");
    assert_quote("123456", -1, 5, "12345…");
    assert_quote("äöüß€", -1, 3, "äöü…");
    assert_quote("abc", 2, 20, "ab");
    assert_quote("a\0b", 3, 20, "a\\x00b");
    assert_quote("a\nb\x1b[31m\x7f", -1, 20, "a\\x0Ab\\x1B[31m\\x7F");
    assert_quote("\xff\xc3", -1, 20, "\\xFF\\xC3");
    assert_quote("caf\xe9!", -1, 20, "caf\\xE9!");
    assert_quote("\xe2\x82\xac", 2, 20, "\\xE2\\x82");
    assert_quote("a\xe2\x80\xae"
                 "b",
                 -1, 20,
                 "a\\xE2\\x80\\xAE"
                 "b");
    assert_quote("\xc2\x85", -1, 20, "\\xC2\\x85");
    assert_quote("\xf0\x9f\x98\x80", -1, 1, "\xf0\x9f\x98\x80");
    assert_quote("", -1, 20, "");
    assert_quote("abc", -1, 0, "…");
    assert_quote(NULL, -1, 20, "");
}

static void
assert_suggest(const char *word, const char *expected, const char *const *names)
{
    g_autofree char *text = error_suggest(word, names);

    g_assert_cmpstr(text, ==, expected);
}

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_near_names_are_suggested(void)
{
    assert_suggest("yaer", " (did you mean \"year\"?)", NAMES("country", "year", "total"));
    assert_suggest("YEAR", " (did you mean \"year\"?)", NAMES("month", "year"));
    assert_suggest("total", "", NAMES("country", "year"));
    assert_suggest("contry", " (did you mean \"country\"?)", NAMES("country"));
    assert_suggest("countries", "", NAMES("country"));
    assert_suggest("größe", " (did you mean \"Große\"?)", NAMES("Große", "Gr"));
    assert_suggest("lin", " (did you mean \"line\"?)", NAMES("line", "histogram"));
    assert_suggest("line", "", (const char *const[]){ NULL });
}

static void
test_the_nearest_comes_first_and_three_are_enough(void)
{
    assert_suggest("abcd", " (did you mean \"ABCD\", \"abcx\", \"abxx\"?)",
                   NAMES("abxx", "abcx", "ABCD", "xxcd"));
}

static void
test_names_that_share_nothing_are_no_hint(void)
{
    assert_suggest("cd", "", NAMES("ab", "x"));
    assert_suggest("", "", NAMES("a", "ab", ""));
    assert_suggest("us", " (did you mean \"uk\"?)", NAMES("uk", "de"));
}

static void
test_hostile_names_are_suggested_safely(void)
{
    g_autofree char *longer = g_strnfill(200000, 'a');
    g_autofree char *word = g_strnfill(199999, 'a');
    g_autofree char *text = NULL;

    assert_suggest("ab\xff", " (did you mean \"ab\\xFE\"?)", NAMES("ab\xfe"));
    text = error_suggest(word, NAMES(longer));
    g_assert_true(g_str_has_suffix(text, "a…\"?)"));
    g_assert_cmpuint(strlen(text), <, 100);
}

/* The plain recurrence over all prefixes, to check the banded one against. */
static guint
plain_distance(const char *a, const char *b)
{
    guint same, deleted, inserted;

    if (*a == '\0' || *b == '\0')
        return (guint)(strlen(a) + strlen(b));
    same = plain_distance(a + 1, b + 1) + (*a != *b);
    deleted = plain_distance(a + 1, b) + 1;
    inserted = plain_distance(a, b + 1) + 1;
    return MIN(same, MIN(deleted, inserted));
}

static void
test_the_distance_is_that_of_levenshtein(void)
{
    /* All pairs of words of up to four letters over two: the rule on common letters never bites
     * when both begin alike. */
    for (guint a = 0; a < 16; a++) {
        for (guint b = 0; b < 16; b++) {
            for (guint n = 1; n <= 4; n++) {
                char word[8] = "zz", name[8] = "zz";
                g_autofree char *text = NULL;

                for (guint i = 0; i < 4; i++)
                    word[2 + i] = a >> i & 1 ? 'p' : 'q';
                for (guint i = 0; i < n; i++)
                    name[2 + i] = b >> i & 1 ? 'p' : 'q';
                text = error_suggest(word, NAMES(name));
                g_assert_cmpint(text[0] != '\0', ==, plain_distance(word, name) <= 2);
                g_free(g_steal_pointer(&text));
                text = error_suggest(name, NAMES(word));
                g_assert_cmpint(text[0] != '\0', ==, plain_distance(word, name) <= 2);
            }
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/error/an-error-knows-its-place", test_an_error_knows_its_place);
    g_test_add_func("/error/an-error-may-have-no-place", test_an_error_may_have_no_place);
    g_test_add_func("/error/quoted-text-is-cut-and-escaped", test_quoted_text_is_cut_and_escaped);
    g_test_add_func("/error/near-names-are-suggested", test_near_names_are_suggested);
    g_test_add_func("/error/the-nearest-comes-first-and-three-are-enough",
                    test_the_nearest_comes_first_and_three_are_enough);
    g_test_add_func("/error/names-that-share-nothing-are-no-hint",
                    test_names_that_share_nothing_are_no_hint);
    g_test_add_func("/error/hostile-names-are-suggested-safely",
                    test_hostile_names_are_suggested_safely);
    g_test_add_func("/error/the-distance-is-that-of-levenshtein",
                    test_the_distance_is_that_of_levenshtein);
    return g_test_run();
}
