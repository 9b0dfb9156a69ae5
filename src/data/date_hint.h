// How to read a column of texts that look like dates: what a message can suggest.
#pragma once

#include "data/column.h"

/* 01/02/2020, 1.2.20, 2020-13-01: three groups of digits, one of them as long as a year. */
gboolean date_looks_like(const char *text);

/* The very flag that reads most of the column's texts: "--date-format 'day=%d.%m.%Y'"; where the
 * day and the month could be either, both ways. Caller frees; NULL: no text column, most of it does
 * not look like dates, or no format reads them. */
char *date_hint(const Column *column);
