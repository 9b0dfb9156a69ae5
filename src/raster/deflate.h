// The samples of a picture as a zlib stream (RFC 1950, 1951).
//
// A general compressor looks at every byte of the blank parts of a chart, which are nearly all of
// it. This one steps over runs of one colour as fast as they can be compared, searches only where
// there is ink, and only at whole pixels: the bytes of libdeflate's level 6 in a third of its time
// or less.
#pragma once

#include <glib.h>

/* The stream of rows of the same size, each a filter byte and whole pixels. Caller frees; NULL when
 * memory is short. The same samples give the same stream. */
guint8 *deflate_samples(const guint8 *samples, guint n_rows, gsize row_size, guint pixel_size,
                        gsize *ret_length);
