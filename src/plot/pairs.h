// "x=2017, y=28.8, text=Exports fell, then stopped": pairs of a key and a value in any order.
#pragma once

#include "base/error.h"

/* Reads text into values[i] of keys[i] (ends with NULL); values not given stay NULL. A value ends
 * at
 * ", key=" of a known key, or is in double quotes ("" is a quote); \n becomes a line break. Caller
 * frees the values. option is for the error's text. */
gboolean pairs_parse(const char *option, const char *text, const char *const *keys, char **values,
                     GError **error);

/* For values that hold no free text: FALSE when one holds ", word=", a key that is none of keys. */
gboolean pairs_check_value(const char *option, const char *value, const char *const *keys,
                           GError **error);
