// The bytes of one token of JSON. Private to io/json.c.
#pragma once

#include <glib.h>

/* The end of a number of the JSON grammar, which is narrower than that of number_parse(); NULL:
 * there is none. */
const char *json_scan_number(const char *at, const char *end);

/* Appends what stands between two quotation marks, with its escapes resolved. NULL, or where an
 * escape begins that is none. */
const char *json_scan_text(const char *at, const char *end, GString *out);
