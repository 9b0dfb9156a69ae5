// The encodings that --encoding may name.
#pragma once

#include "base/error.h"

/* What makes UTF-8 of them; (GIConv)-1: nothing has to be made, for it is UTF-8 (as NULL is). FALSE
 * and ERROR_USAGE: not known. Caller closes. */
gboolean csv_encoding_open(const char *encoding, GIConv *ret_converter, GError **error);
