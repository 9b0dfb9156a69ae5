// Which characters a file has, for those who have to know what it will need before it is read.
#pragma once

#include "base/shelf.h"

/* The characters of a text beyond ASCII, each once, ascending; bytes that are no UTF-8 are passed
 * over. Caller frees. */
char *letters_of(const char *text, gsize length);

/* The same of a regular file in an encoding (NULL: UTF-8); computed once for all who share the
 * shelf (NULL: nobody does). "" when it cannot be read so: who reads it says why. Caller frees. */
char *file_letters(Shelf *shelf, const char *file, const char *encoding);
