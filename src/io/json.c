#include "io/json.h"

#include "base/number.h"
#include "io/json_scan.h"

#include <string.h>

typedef enum { VALUE, VALUE_OR_END, NAME_OR_END, COMMA_OR_END } Expected;

struct Json {
    const char *file, *begin, *at, *end;
    const char *token; /* where the last token begins */
    Expected expected;
    guint depth, max_depth;
    GByteArray *open; /* '{' or '[' for each bracket that is open */

    const char *raw; /* the last text as it stands in the file */
    gsize raw_length;
    gboolean is_raw; /* it has no escapes, and text was not filled yet */
    GString *text;
    double number;
};

Json *
json_new(const char *file, const char *bytes, gsize length, guint max_depth)
{
    Json *json = g_new0(Json, 1);
    gboolean has_mark = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;

    json->file = file;
    json->begin = bytes;
    json->at = json->token = length == 0 ? bytes : bytes + (has_mark ? 3 : 0);
    json->end = length == 0 ? bytes : bytes + length;
    json->max_depth = max_depth;
    json->open = g_byte_array_new();
    json->text = g_string_new(NULL);
    return json;
}

void
json_free(Json *json)
{
    if (json == NULL)
        return;
    g_byte_array_unref(json->open);
    g_string_free(json->text, TRUE);
    g_free(json);
}

gsize
json_offset(const Json *json)
{
    return (gsize)(json->token - json->begin);
}

Where
json_where(const Json *json, gsize offset)
{
    Where where = { .file = json->file, .line = 1, .field = 1 };
    gsize start =
        json->end - json->begin >= 3 && memcmp(json->begin, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    for (gsize i = start; i < offset; i++) {
        guint8 byte = (guint8)json->begin[i];

        if (byte == '\n' ||
            (byte == '\r' && (json->begin + i + 1 == json->end || json->begin[i + 1] != '\n'))) {
            where.line++;
            where.field = 1;
        } else if (byte != '\r' && (byte & 0xc0) != 0x80) {
            where.field++;
        }
    }
    return where;
}

static JsonToken
fail_at(const Json *json, const char *at, const char *what, GError **error)
{
    error_set(error, ERROR_INPUT, json_where(json, (gsize)(at - json->begin)), "%s", what);
    return JSON_ERROR;
}

/* What stands at the token is not what the grammar wants. */
static JsonToken
fail_expected(const Json *json, const char *wanted, GError **error)
{
    g_autofree char *quoted = NULL;
    const char *end = json->at;

    if (json->at == json->end) {
        Where where = json_where(json, (gsize)(json->end - json->begin));

        if (json->begin == json->end)
            error_set(error, ERROR_INPUT, (Where){ .file = json->file }, "the file is empty");
        else if (json->depth > 0)
            error_set(error, ERROR_INPUT, where,
                      "the file ends too early: %u %s still open; is it cut off?", json->depth,
                      json->depth == 1 ? "bracket is" : "brackets are");
        else
            error_set(error, ERROR_INPUT, where, "the file ends where %s should stand", wanted);
        return JSON_ERROR;
    }
    while (end < json->end && end - json->at < 24 && strchr(" \t\r\n,:]}[{\"", *end) == NULL)
        end++;
    quoted = error_quote(json->at, MAX(1, end - json->at), 20);
    error_set(error, ERROR_INPUT, json_where(json, json_offset(json)),
              "this is no JSON: %s should stand where %s does", wanted, quoted);
    return JSON_ERROR;
}

static void
skip_blanks(Json *json)
{
    while (json->at < json->end &&
           (*json->at == ' ' || *json->at == '\n' || *json->at == '\r' || *json->at == '\t'))
        json->at++;
    json->token = json->at;
}

static gboolean
in_object(const Json *json)
{
    return json->depth > 0 && json->open->data[json->depth - 1] == '{';
}

static JsonToken
open_bracket(Json *json, GError **error)
{
    guint8 bracket = (guint8)*json->at;

    if (json->depth == json->max_depth) {
        error_set(error, ERROR_LIMIT, json_where(json, json_offset(json)),
                  "brackets are nested deeper than %u", json->max_depth);
        return JSON_ERROR;
    }
    json->at++;
    g_byte_array_set_size(json->open, ++json->depth);
    json->open->data[json->depth - 1] = bracket;
    json->expected = bracket == '{' ? NAME_OR_END : VALUE_OR_END;
    return bracket == '{' ? JSON_OBJECT : JSON_ARRAY;
}

static JsonToken
close_bracket(Json *json)
{
    JsonToken token = *json->at == '}' ? JSON_OBJECT_END : JSON_ARRAY_END;

    json->at++;
    json->depth--;
    json->expected = COMMA_OR_END;
    return token;
}

static JsonToken
read_number(Json *json, GError **error)
{
    const char *end = json_scan_number(json->at, json->end);

    if (end == NULL)
        return fail_expected(json, "a number", error);
    if (!number_parse(json->at, (gsize)(end - json->at), &json->number)) {
        g_autofree char *quoted = error_quote(json->at, end - json->at, 20);

        error_set(error, ERROR_INPUT, json_where(json, json_offset(json)),
                  "the number %s is too large", quoted);
        return JSON_ERROR;
    }
    json->at = end;
    json->expected = COMMA_OR_END;
    return JSON_NUMBER;
}

static JsonToken
read_word(Json *json, const char *word, JsonToken token, GError **error)
{
    gsize length = strlen(word);

    if ((gsize)(json->end - json->at) < length || memcmp(json->at, word, length) != 0)
        return fail_expected(json, "a value", error);
    json->at += length;
    json->expected = COMMA_OR_END;
    return token;
}

static gboolean
fill_text(Json *json, GError **error)
{
    const char *bad;

    g_string_truncate(json->text, 0);
    bad = json_scan_text(json->raw, json->raw + json->raw_length, json->text);
    if (bad != NULL)
        fail_at(json, bad, "this is no escape of JSON, or half a character", error);
    return bad == NULL;
}

/* at is the quotation mark. */
static JsonToken
read_text(Json *json, JsonToken token, GError **error)
{
    const char *at = json->at + 1, *bad;
    gboolean has_escapes = FALSE, is_ascii = TRUE;

    json->raw = at;
    for (; at < json->end && *at != '"'; at++) {
        if ((guint8)*at < 0x20)
            return fail_at(json, at, "a control character stands in a text of JSON", error);
        if ((guint8)*at >= 0x80)
            is_ascii = FALSE;
        if (*at == '\\') {
            has_escapes = TRUE;
            if (++at == json->end)
                break;
        }
    }
    if (at == json->end)
        return fail_at(json, json->token, "this text has no closing quotation mark", error);
    json->raw_length = (gsize)(at - json->raw);
    json->is_raw = !has_escapes;
    if (!is_ascii && !g_utf8_validate_len(json->raw, json->raw_length, &bad))
        return fail_at(json, bad, "the text is not UTF-8", error);
    if (has_escapes && !fill_text(json, error))
        return JSON_ERROR;
    json->at = at + 1;
    json->expected = COMMA_OR_END;
    return token;
}

static JsonToken
read_value(Json *json, GError **error)
{
    if (json->at == json->end)
        return fail_expected(json, "a value", error);
    switch (*json->at) {
    case '{':
    case '[':
        return open_bracket(json, error);
    case '"':
        return read_text(json, JSON_STRING, error);
    case 't':
        return read_word(json, "true", JSON_TRUE, error);
    case 'f':
        return read_word(json, "false", JSON_FALSE, error);
    case 'n':
        return read_word(json, "null", JSON_NULL, error);
    default:
        if (*json->at == '-' || g_ascii_isdigit(*json->at))
            return read_number(json, error);
        return fail_expected(json, "a value", error);
    }
}

static JsonToken
read_name(Json *json, GError **error)
{
    JsonToken token;
    const char *begin = json->token;

    if (json->at == json->end || *json->at != '"')
        return fail_expected(json, "a name in quotation marks", error);
    token = read_text(json, JSON_NAME, error);
    if (token == JSON_ERROR)
        return token;
    skip_blanks(json);
    if (json->at == json->end || *json->at != ':')
        return fail_expected(json, "a colon", error);
    json->at++;
    json->token = begin;
    json->expected = VALUE;
    return JSON_NAME;
}

static gboolean
is_closing(const Json *json)
{
    return json->at < json->end && json->depth > 0 && *json->at == (in_object(json) ? '}' : ']');
}

/* What follows a value: the end, a bracket, or a comma and the next one. */
static JsonToken
read_on(Json *json, GError **error)
{
    if (json->depth == 0)
        return json->at == json->end ? JSON_DONE
                                     : fail_expected(json, "the end of the file", error);
    if (is_closing(json))
        return close_bracket(json);
    if (json->at == json->end || *json->at != ',')
        return fail_expected(json, in_object(json) ? "a comma or }" : "a comma or ]", error);
    json->at++;
    skip_blanks(json);
    return in_object(json) ? read_name(json, error) : read_value(json, error);
}

JsonToken
json_next(Json *json, GError **error)
{
    skip_blanks(json);
    switch (json->expected) {
    case VALUE_OR_END:
        return is_closing(json) ? close_bracket(json) : read_value(json, error);
    case VALUE:
        return read_value(json, error);
    case NAME_OR_END:
        return is_closing(json) ? close_bracket(json) : read_name(json, error);
    case COMMA_OR_END:
        return read_on(json, error);
    }
    g_assert_not_reached();
}

static const char *
token_name(JsonToken token)
{
    static const char *const NAMES[] = { "",       "{",        "}",    "[",     "]",    "a name",
                                         "a text", "a number", "true", "false", "null", "the end" };

    return NAMES[token];
}

gboolean
json_expect(Json *json, JsonToken wanted, GError **error)
{
    JsonToken token = json_next(json, error);

    if (token == JSON_ERROR || token == wanted)
        return token == wanted;
    error_set(error, ERROR_INPUT, json_where(json, json_offset(json)),
              "%s should stand where %s does", token_name(wanted), token_name(token));
    return FALSE;
}

gboolean
json_skip(Json *json, JsonToken token, GError **error)
{
    guint outside = json->depth - 1;

    if (token != JSON_OBJECT && token != JSON_ARRAY)
        return TRUE;
    while (json->depth > outside)
        if (json_next(json, error) == JSON_ERROR)
            return FALSE;
    return TRUE;
}

gboolean
json_skip_value(Json *json, GError **error)
{
    JsonToken token = json_next(json, error);

    return token != JSON_ERROR && json_skip(json, token, error);
}

const char *
json_text(Json *json, gsize *ret_length)
{
    if (json->is_raw) {
        g_string_truncate(json->text, 0);
        g_string_append_len(json->text, json->raw, (gssize)json->raw_length);
        json->is_raw = FALSE;
    }
    if (ret_length != NULL)
        *ret_length = json->text->len;
    return json->text->str;
}

gboolean
json_text_is(const Json *json, const char *text)
{
    gsize length = strlen(text);

    if (json->is_raw)
        return json->raw_length == length && memcmp(json->raw, text, length) == 0;
    return json->text->len == length && memcmp(json->text->str, text, length) == 0;
}

double
json_number(const Json *json)
{
    return json->number;
}
