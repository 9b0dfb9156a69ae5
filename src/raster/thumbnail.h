// A PNG made smaller, for a sheet of many.
#pragma once

#include "base/error.h"

/* The picture within columns x rows pixels, its shape kept, never larger than it is: straight RGBA,
 * ret_columns * ret_rows * 4 bytes. ERROR_INPUT when the bytes are no PNG that can be read. Caller
 * owns. */
GBytes *raster_thumbnail(GBytes *png, guint columns, guint rows, guint *ret_columns,
                         guint *ret_rows, GError **error);
