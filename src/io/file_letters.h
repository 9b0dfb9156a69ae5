// Which characters a file has, for those who have to know what it will need before it is read.
#pragma once

#include "base/shelf.h"

/* The characters beyond ASCII (base/letters.h) of a regular file in an encoding (NULL: UTF-8);
 * computed once for all who share the shelf (NULL: nobody does). "" when it cannot be read so: who
 * reads it says why. Caller frees. */
char *file_letters(Shelf *shelf, const char *file, const char *encoding);
