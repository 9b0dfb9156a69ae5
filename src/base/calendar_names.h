// The English names that the calendar reads and writes. For base/calendar only.
#pragma once

/* January first; the short names are the first three letters. */
extern const char *const calendar_months[12];
