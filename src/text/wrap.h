// Breaking text into lines that fit a width.
#pragma once

#include "text/measure.h"

/* Lines of text no wider than max_width px: broken at blanks, after hyphens, at '\n' always,
 * between ideographs and kana (Korean breaks at its blanks), and inside a word only if the word
 * alone is wider; never between a letter and its marks. At most max_lines (0: any); what does not
 * fit ends in "…". Never an empty list. char *, caller frees with g_ptr_array_unref. */
GPtrArray *text_wrap(const char *text, const TextStyle *style, double max_width, guint max_lines,
                     TextMeasurer *measurer);

/* As text_wrap, with lines of about equal length (the narrowest width that keeps the line count).
 */
GPtrArray *text_wrap_balanced(const char *text, const TextStyle *style, double max_width,
                              guint max_lines, TextMeasurer *measurer);

/* px of the widest piece that wrapping keeps whole unless it must break inside a word. */
double text_widest_word(const char *text, const TextStyle *style, TextMeasurer *measurer);

/* One line, cut at the end with "…" when wider than max_width. Caller frees. */
char *text_ellipsize(const char *text, const TextStyle *style, double max_width,
                     TextMeasurer *measurer);

/* Text made safe to show and to write as XML: U+FFFD for bad bytes, for C0 controls and for
 * noncharacters; C1 controls, DEL, the byte order mark, bidi overrides and isolates removed; tabs,
 * line ends and runs of blanks one blank, trimmed; '\n' kept if keep_newlines (CR, CR LF and the
 * Unicode separators become '\n'). At most max_chars characters (0: 2,000), then "…". Caller frees.
 */
char *text_clean(const char *text, gboolean keep_newlines, guint max_chars);
