#include "io/json.h"

#include <math.h>
#include <string.h>

/* The tokens as letters, so that a whole document is one line of a test. */
static char *
tokens(const char *text, gsize length, GError **error)
{
    static const char LETTERS[] = "!{}[]NS#tf0.";
    g_autoptr(Json) json = json_new("a.json", text, length, JSON_DEPTH);
    g_autoptr(GString) out = g_string_new(NULL);
    JsonToken token;

    do {
        token = json_next(json, error);
        g_string_append_c(out, LETTERS[token]);
    } while (token != JSON_ERROR && token != JSON_DONE);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
test_documents_are_streams_of_tokens(void)
{
    static const char *const ROWS[][2] = {
        { "{\"a\": [1, true], \"b\": {}}", "{N[#t]N{}}." },
        { " \r\n\t[ ] ", "[]." },
        { "\"x\"", "S." },
        { "-0.5e+3", "#." },
        { "null", "0." },
        { "[[],{},[{\"\":false}]]", "[[]{}[{Nf}]]." },
        { "\xef\xbb\xbf{}", "{}." },
    };

    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *got = tokens(ROWS[i][0], strlen(ROWS[i][0]), &error);

        g_assert_no_error(error);
        g_assert_cmpstr(got, ==, ROWS[i][1]);
    }
}

static void
test_what_is_no_json_is_refused_with_its_place(void)
{
    static const struct {
        const char *text, *message;
        guint line, field;
    } ROWS[] = {
        { "", "the file is empty", 0, 0 },
        { "  ", "the file ends where a value should stand", 1, 3 },
        { "{\"a\": [1", "the file ends too early: 2 brackets are still open; is it cut off?", 1,
          9 },
        { "[", "the file ends too early: 1 bracket is still open; is it cut off?", 1, 2 },
        { "[1,]", "this is no JSON: a value should stand where ] does", 1, 4 },
        { "[1 2]", "this is no JSON: a comma or ] should stand where 2 does", 1, 4 },
        { "{\"a\":1,}", "this is no JSON: a name in quotation marks should stand where } does", 1,
          8 },
        { "{a:1}", "this is no JSON: a name in quotation marks should stand where a does", 1, 2 },
        { "{\"a\" 1}", "this is no JSON: a colon should stand where 1 does", 1, 6 },
        { "{} []", "this is no JSON: the end of the file should stand where [ does", 1, 4 },
        { "[}", "this is no JSON: a value should stand where } does", 1, 2 },
        { "{]", "this is no JSON: a name in quotation marks should stand where ] does", 1, 2 },
        { "[NaN]", "this is no JSON: a value should stand where NaN does", 1, 2 },
        { "[-Infinity]", "this is no JSON: a number should stand where -Infinity does", 1, 2 },
        { "[1e999]", "the number 1e999 is too large", 1, 2 },
        { "[01]", "this is no JSON: a number should stand where 01 does", 1, 2 },
        { "[1.]", "this is no JSON: a number should stand where 1. does", 1, 2 },
        { "[.5]", "this is no JSON: a value should stand where .5 does", 1, 2 },
        { "[+1]", "this is no JSON: a value should stand where +1 does", 1, 2 },
        { "[1e]", "this is no JSON: a number should stand where 1e does", 1, 2 },
        { "[0x1]", "this is no JSON: a comma or ] should stand where x1 does", 1, 3 },
        { "[tru]", "this is no JSON: a value should stand where tru does", 1, 2 },
        { "[1, // no\n 2]", "this is no JSON: a value should stand where // does", 1, 5 },
        { "['a']", "this is no JSON: a value should stand where 'a' does", 1, 2 },
        { "[\"a]", "this text has no closing quotation mark", 1, 2 },
        { "[\"a\\", "this text has no closing quotation mark", 1, 2 },
        { "[\"a\nb\"]", "a control character stands in a text of JSON", 1, 4 },
        { "[\"\\x\"]", "this is no escape of JSON, or half a character", 1, 3 },
        { "[\"\\ud800\"]", "this is no escape of JSON, or half a character", 1, 3 },
        { "[\"\\udc00\"]", "this is no escape of JSON, or half a character", 1, 3 },
        { "[\"\\ud800\\u0041\"]", "this is no escape of JSON, or half a character", 1, 3 },
        { "[\"\\u12g4\"]", "this is no escape of JSON, or half a character", 1, 3 },
        { "[\n\"\xc3\xa9\",\n \"a\xff\"]", "the text is not UTF-8", 3, 4 },
        { "\xff\xfe[", "this is no JSON: a value should stand where \\xFF\\xFE does", 1, 1 },
        { "{\"\xc3\xa9\":\r\n\r\n1,]",
          "this is no JSON: a name in quotation marks should stand where ] does", 3, 3 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *exact = g_memdup2(ROWS[i].text, strlen(ROWS[i].text));
        g_autofree char *got = tokens(exact, strlen(ROWS[i].text), &error);

        g_test_message("%s", ROWS[i].text);
        g_assert_true(g_str_has_suffix(got, "!"));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_cmpstr(error->message, ==, ROWS[i].message);
        g_assert_cmpstr(error_where(error).file, ==, "a.json");
        g_assert_cmpuint(error_where(error).line, ==, ROWS[i].line);
        g_assert_cmpuint(error_where(error).field, ==, ROWS[i].field);
    }
}

static void
test_depth_is_a_limit(void)
{
    g_autofree char *deep = g_strnfill(100000, '[');
    g_autoptr(GError) error = NULL;
    g_autofree char *got = tokens(deep, 100000, &error);

    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
    g_assert_cmpstr(error->message, ==, "brackets are nested deeper than 64");
    g_assert_cmpuint(error_where(error).field, ==, JSON_DEPTH + 1);
    g_assert_cmpuint(strlen(got), ==, JSON_DEPTH + 1);
}

static Json *
first(const char *text, JsonToken wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Json) json = json_new("a.json", text, strlen(text), JSON_DEPTH);

    g_assert_cmpint(json_next(json, &error), ==, wanted);
    g_assert_no_error(error);
    return g_steal_pointer(&json);
}

static void
test_texts_are_unescaped(void)
{
    static const char *const ROWS[][2] = {
        { "\"\"", "" },
        { "\"plain\"", "plain" },
        { "\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\"", "a\"b\\c/d\b\f\n\r\t" },
        { "\"\\u00e9\\uD83D\\uDE00x\"", "\xc3\xa9\xf0\x9f\x98\x80x" },
        { "\"\xed\x95\x9c\"", "\xed\x95\x9c" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(Json) json = first(ROWS[i][0], JSON_STRING);
        gsize length;

        g_assert_true(json_text_is(json, ROWS[i][1]));
        g_assert_false(json_text_is(json, "other"));
        g_assert_cmpstr(json_text(json, &length), ==, ROWS[i][1]);
        g_assert_cmpuint(length, ==, strlen(ROWS[i][1]));
        g_assert_true(json_text_is(json, ROWS[i][1]));
    }
    {
        g_autoptr(Json) json = first("\"a\\u0000b\"", JSON_STRING);
        gsize length;

        g_assert_cmpmem(json_text(json, &length), 3, "a\0b", 3);
        g_assert_cmpuint(length, ==, 3);
    }
}

static void
test_numbers_are_exact(void)
{
    static const struct {
        const char *text;
        double value;
    } ROWS[] = {
        { "0", 0 },        { "-0", 0 },
        { "-12", -12 },    { "0.1", 0.1 },
        { "1E2", 100 },    { "123456789012345678", 123456789012345678.0 },
        { "1e-400", 0 },   { "-85.22193775799991", -85.22193775799991 },
        { "1.5e+2", 150 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(Json) json = first(ROWS[i].text, JSON_NUMBER);

        g_assert_cmpfloat(json_number(json), ==, ROWS[i].value);
        g_assert_false(signbit(json_number(json)) && ROWS[i].value == 0);
    }
}

static void
test_values_are_skipped_and_expected(void)
{
    g_autoptr(Json) json = first("{\"a\": [1, {\"b\": [2]}], \"c\": 3}", JSON_OBJECT);
    g_autoptr(GError) error = NULL;

    g_assert_true(json_expect(json, JSON_NAME, &error));
    g_assert_true(json_skip(json, json_next(json, &error), &error));
    g_assert_true(json_expect(json, JSON_NAME, &error));
    g_assert_true(json_text_is(json, "c"));
    g_assert_cmpuint(json_offset(json), ==, 23);
    g_assert_false(json_expect(json, JSON_STRING, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, "a text should stand where a number does");
    g_assert_cmpuint(error_where(error).field, ==, 29);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/tokens", test_documents_are_streams_of_tokens);
    g_test_add_func("/json/refused", test_what_is_no_json_is_refused_with_its_place);
    g_test_add_func("/json/depth", test_depth_is_a_limit);
    g_test_add_func("/json/texts", test_texts_are_unescaped);
    g_test_add_func("/json/numbers", test_numbers_are_exact);
    g_test_add_func("/json/skip", test_values_are_skipped_and_expected);
    return g_test_run();
}
