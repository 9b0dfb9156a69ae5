// Several keys of one figure, each with its title.
#pragma once

#include "layout/box.h"

/* A title over a key that has none itself. Takes the key (NULL: NULL is returned), borrows the
 * title (NULL: the key alone is returned). */
Box *titled_key_new(const char *title, Box *key);

/* Keys side by side as far as they fit, then in the next row; or one below the other. */
Box *key_row_new(gboolean column);
void key_row_add(Box *row, Box *key); /* takes the key; NULL is ignored */
gboolean key_row_is_empty(const Box *row);
