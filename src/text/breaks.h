// Where a line of text may be cut.
#pragma once

#include <glib.h>

/* The byte length of the first letter (grapheme cluster) of text; 0 at its end. */
gsize break_letter_length(const char *text);

/* TRUE when a line may end after a and the next begin with b, neither being blank: after hyphens
 * and between wide East Asian characters, except before closing and after opening punctuation (a
 * part of Unicode Standard Annex 14). before is the character in front of a, or 0. Korean breaks at
 * blanks. */
gboolean break_is_allowed(gunichar before, gunichar a, gunichar b);

/* Blanks at which a line may end. */
gboolean break_is_blank(gunichar c);
