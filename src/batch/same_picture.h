// Whether two files of a figure show the same.
#pragma once

#include <glib.h>

/* Compares what is shown and not what the files say of how they were made (command and hash of an
 * SVG, texts of a PNG): data may change without a mark that moves. Files of two formats are never
 * alike; a PDF is compared as it is. */
gboolean same_picture(GBytes *a, GBytes *b);
