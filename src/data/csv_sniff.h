// What the first bytes of an input tell: another kind of file, the delimiter.
#pragma once

#include <glib.h>

/* What a file is that is surely no CSV, as "a PNG image", with advice where there is some; NULL
 * when nothing speaks against CSV. Static text. */
const char *csv_sniff_other_kind(const char *bytes, gsize length);

/* The delimiter of the records in bytes, which may break off anywhere: the candidate that cuts most
 * of them into as many cells as the first; ties go to the one with more cells, then to the order
 * comma, semicolon, tab, bar. prefer (0: none) wins if the first record has it. *ret_rival is
 * another candidate that fits every record just as well, or 0. */
char csv_sniff_delimiter(const char *bytes, gsize length, char prefer, char *ret_rival);
