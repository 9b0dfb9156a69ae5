// All bytes of a file, for readers that need them at once.
#pragma once

#include "base/error.h"

/* The bytes of a file or pipe; the caller owns them. ERROR_INPUT for what cannot be read, a folder
 * or a device, ERROR_LIMIT above max_bytes: the message ends with advice ("--max-bytes raises the
 * limit"). */
GBytes *whole_file_read(const char *file, guint64 max_bytes, const char *advice, GError **error);
