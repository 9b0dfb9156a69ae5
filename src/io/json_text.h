// JSON as text: what a program writes for other programs.
#pragma once

#include <glib.h>

/* Appends a string in quotes, or null for NULL. Bytes that are no UTF-8 become U+FFFD. */
void json_append_string(GString *out, const char *text);
