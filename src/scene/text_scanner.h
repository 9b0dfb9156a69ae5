// The words of the text form of a scene, read from left to right.
#pragma once

#include "base/error.h"
#include "scene/node.h"

typedef struct {
    const char *p;
    guint line;
    GError **error;
} TextScanner;

/* Sets the error "line N: expected …" and gives FALSE. */
gboolean scan_fail(TextScanner *s, const char *expected);

/* TRUE, and past it, when the next word is this one. Blanks in front of a word are skipped. */
gboolean scan_word(TextScanner *s, const char *word);
gboolean scan_role(TextScanner *s, Role *ret_role);

/* These set the error when the next word is none of their kind. Numbers are near (see gate.h). */
gboolean scan_number(TextScanner *s, double *ret_value);
gboolean scan_row(TextScanner *s, double *ret_row); /* or subject: a whole number from 1 to 2^53 */
gboolean scan_point(TextScanner *s, Point *ret_point);
gboolean scan_rect(TextScanner *s, Rect *ret_rect);
gboolean scan_color(TextScanner *s, Color *ret_color);
gboolean scan_string(TextScanner *s, char **ret_text);
gboolean scan_base64(TextScanner *s, guchar **ret_bytes, gsize *ret_size);

gboolean scan_is_number(const TextScanner *s);
gboolean scan_at_end(TextScanner *s); /* of the line */
gboolean scan_at_end_of_text(const TextScanner *s);
gboolean scan_line_end(TextScanner *s);

/* How many times two blanks the line begins with. */
guint scan_indent(TextScanner *s);

/* A line of this word and one string, or nothing at all (then *ret_text is untouched). */
gboolean scan_text_line(TextScanner *s, const char *word, char **ret_text);
