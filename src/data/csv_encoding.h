// The encodings that --encoding may name.
#pragma once

#include "base/error.h"

/* UTF-8 by any of its names; NULL is one. */
gboolean csv_encoding_is_utf8(const char *encoding);
/* What makes UTF-8 of them; (GIConv)-1: nothing has to be made, for it is UTF-8. FALSE
 * and ERROR_USAGE: not known. Caller closes. */
gboolean csv_encoding_open(const char *encoding, GIConv *ret_converter, GError **error);
