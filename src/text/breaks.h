// Where a line of text may be cut.
#pragma once

#include <glib.h>

/* TRUE when a and b, in this order, belong to one letter as people see it: a base and its marks, a
 * joined emoji, two halves of a flag, a conjunct of an Indic script (the common cases of Unicode
 * Standard Annex 29, extended grapheme clusters). flag_open tells whether a is the first half of a
 * flag. */
gboolean break_is_inside_letter(gunichar a, gunichar b, gboolean flag_open);

/* The byte length of the first letter (grapheme cluster) of text; 0 at its end. */
gsize break_letter_length(const char *text);

/* TRUE when a line may end after a and the next begin with b, neither being blank: after hyphens
 * and between wide East Asian characters, except before closing and after opening punctuation (a
 * part of Unicode Standard Annex 14). before is the character in front of a, or 0. Korean breaks at
 * blanks. */
gboolean break_is_allowed(gunichar before, gunichar a, gunichar b);

/* Blanks at which a line may end. */
gboolean break_is_blank(gunichar c);
