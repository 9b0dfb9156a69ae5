// Memory for the pixels of a picture: the kernel hands it out in large pages where it has them.
// Page by page, the six megabytes of an ordinary picture took a sixth of a cold start. What a
// thread gives back it gets again for its next picture, so that a batch does not wait for clear
// pages.
#pragma once

#include <glib.h>

typedef struct {
    guint8 *pixels; /* on a boundary of any vector */
    void *mapping;
    gsize mapped; /* bytes */
} PixelMemory;

/* All zero with clear, else with whatever was there before. FALSE when there is no room for so many
 * bytes; then there is nothing to free. */
gboolean pixel_memory_take(PixelMemory *memory, gsize size, gboolean clear);
void pixel_memory_free(PixelMemory *memory);
