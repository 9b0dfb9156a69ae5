// JSON (RFC 8259) as a stream of tokens: strict, without a tree and without recursion, so that
// neither memory nor the stack depends on what a file says.
//
//   { "a": [1, true] }   is   OBJECT NAME ARRAY NUMBER TRUE ARRAY_END OBJECT_END DONE
//
// Refused besides what the grammar refuses: bytes that are no UTF-8, halves of surrogate pairs, and
// numbers that no double holds. A byte order mark is skipped. Names that stand twice are for the
// caller to judge.
#pragma once

#include "base/error.h"

typedef enum {
    JSON_ERROR, /* the error is set; ask no further */
    JSON_OBJECT,
    JSON_OBJECT_END,
    JSON_ARRAY,
    JSON_ARRAY_END,
    JSON_NAME, /* of a member; its value comes next */
    JSON_STRING,
    JSON_NUMBER,
    JSON_TRUE,
    JSON_FALSE,
    JSON_NULL,
    JSON_DONE, /* the file was one value and nothing else */
} JsonToken;

/* Brackets within brackets. People write a dozen. */
#define JSON_DEPTH 64

typedef struct Json Json;

/* file stands for the bytes in messages; both are borrowed. */
Json *json_new(const char *file, const char *bytes, gsize length, guint max_depth);
void json_free(Json *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Json, json_free)

/* ERROR_INPUT with line and column for what is no JSON, ERROR_LIMIT for brackets nested deeper than
 * max_depth. */
JsonToken json_next(Json *json, GError **error);
/* The same, where only one kind of token will do: FALSE with ERROR_INPUT for others. */
gboolean json_expect(Json *json, JsonToken wanted, GError **error);
/* Passes over the rest of the value that the token began. */
gboolean json_skip(Json *json, JsonToken token, GError **error);
/* Passes over the next value, such as that of a member whose name was read. */
gboolean json_skip_value(Json *json, GError **error);

/* The text of the last name or string, UTF-8, NUL-terminated, perhaps with NUL inside; borrowed
 * until the next call. */
const char *json_text(Json *json, gsize *ret_length);
gboolean json_text_is(const Json *json, const char *text);
/* The value of the last number. */
double json_number(const Json *json);

/* Where the last token begins, in bytes, and the same as line and column (the field of Where; in
 * characters from 1). Finding the line costs a pass over the file. */
gsize json_offset(const Json *json);
Where json_where(const Json *json, gsize offset);
