// What a figure says about itself, read back from its file.
#pragma once

#include "base/error.h"

typedef struct {
    char *command;      /* draws it again; of a PDF of several figures a line a page */
    char *hash;         /* of all that it was made from, likewise; NULL: a pipe was read */
    const char *format; /* of the file, as in output_format.h; static */
} Shown;

void shown_clear(Shown *shown);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Shown, shown_clear)

/* Reads an SVG, PNG or PDF. ERROR_INPUT for a file that is not there or was not drawn here with
 * metadata, ERROR_LIMIT for one too large; *ret_shown stays untouched then. */
gboolean shown_read(const char *path, Shown *ret_shown, GError **error);
