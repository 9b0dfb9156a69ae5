// Which columns are years by their name: whole numbers alone might be anything.
#pragma once

#include <glib.h>

/* The header is or ends in year, yr, jahr, année, or is the word of another language; but "tonnes
 * per year" and "t/yr" are no years. */
gboolean header_is_year(const char *name);
