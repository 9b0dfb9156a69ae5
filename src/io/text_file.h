// A small text file as a whole: settings, not data.
#pragma once

#include "base/error.h"

/* More bytes than this are no settings. */
#define TEXT_FILE_MAX (16u << 20)

/* The text of a file ("-" has no meaning here): valid UTF-8 without NUL, a byte order mark left
 * out. Caller frees. ERROR_INPUT for a file that cannot be read, ERROR_USAGE with the line for
 * bytes that are no text, ERROR_LIMIT above TEXT_FILE_MAX. */
char *text_file_read(const char *file, GError **error);

/* The same for bytes; name stands for the file in messages. */
char *text_file_check(const char *name, const char *bytes, gsize length, GError **error);

/* Cuts the next line off *rest (ends LF, CR LF or CR; they are replaced by NUL) and moves *rest
 * behind it. NULL when nothing is left. */
char *text_file_next_line(char **rest);
