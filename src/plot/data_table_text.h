// Letters of the data in files that are markup.
#pragma once

#include <glib.h>

/* A letter as itself; &, < and > as HTML, which Markdown knows as well, writes them, the end of a
 * line as <br>. What turns the direction of the text around it is written by its number, so
 * that no line of the file reads otherwise than it is; a control character, which neither HTML nor
 * Markdown can hold, becomes U+FFFD. */
void data_table_append_char(GString *out, gunichar c);
