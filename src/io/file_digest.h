// What tells two versions of a file apart.
#pragma once

#include "base/shelf.h"

/* SHA-256 of the bytes of a regular file, in hexadecimal digits; computed once for all who share
 * the shelf (NULL: nobody does). NULL with ERROR_INPUT: it cannot be read. Caller frees. */
char *file_digest(Shelf *shelf, const char *file, GError **error);
