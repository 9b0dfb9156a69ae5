// Letters of the data in files that are markup.
#pragma once

#include <glib.h>

/* A letter as itself. What turns the direction of the text around it is written by its number, so
 * that no line of the file reads otherwise than it is; a control character, which neither HTML nor
 * Markdown can hold, becomes U+FFFD. */
void data_table_append_char(GString *out, gunichar c);
