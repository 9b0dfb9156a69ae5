// What can go wrong, and where in the user's files it did.
#pragma once

#include <glib.h>

/* The codes are the exit statuses of the program (CLI: "Exit status and messages"). */
typedef enum {
    ERROR_INPUT = 1,  /* an input is missing, unreadable, or cannot be drawn */
    ERROR_USAGE = 2,  /* unknown flag, chart, column, value, extension; output equal to an input */
    ERROR_OUTPUT = 3, /* an output could not be written */
    ERROR_LIMIT = 4,  /* rows, cells, nesting, pixels; the text names the flag */
} ErrorCode;

/* A place in a user's file. Passed by value; the file name is borrowed.
 * file NULL: no place; line and field count from 1, 0 means unknown. */
typedef struct {
    const char *file;
    guint line;
    guint field;
} Where;

#define WHERE_NONE ((Where){ .file = NULL })

#define CARTOUCHE_ERROR (cartouche_error_quark())
GQuark cartouche_error_quark(void);

/* Sets *error (if error is not NULL) to code with a formatted text and a place. The text is the
 * bare sentence: neither "error:" nor the place stands in it. */
void error_set(GError **error, ErrorCode code, Where where, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The place an error speaks of; borrowed from the error. WHERE_NONE for foreign domains. */
Where error_where(const GError *error);

/* Copies text for use in a message: cut to at most max_chars characters (then "…"), control
 * characters (also those that turn the writing direction) and invalid UTF-8 escaped as \xNN byte by
 * byte. length -1: NUL-terminated. NULL gives "". Caller frees. */
char *error_quote(const char *bytes, gssize length, guint max_chars);

/* The nearest of names (at most three; edit distance <= 2 with at least one character in common
 * place, or equal but for case), nearest first and else in their order, as
 * ` (did you mean "a", "b"?)`, or "" when none is near. names ends with NULL. Caller frees. */
char *error_suggest(const char *word, const char *const *names);
