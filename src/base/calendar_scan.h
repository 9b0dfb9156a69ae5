// The pieces that written dates consist of. For base/calendar only.
#pragma once

#include "base/calendar.h"

/* What is left of a cell. Every take_ function moves on only when it succeeds. */
typedef struct {
    const char *p, *end;
} Cursor;

/* A date in the making: complete but for its check against the calendar. */
typedef struct {
    int year, month, day, hour, minute;
    double second;
    int offset; /* minutes east of UTC */
    TimeUnit unit;
} DateFields;

#define DATE_FIELDS_START ((DateFields){ .month = 1, .day = 1, .unit = TIME_YEAR })

gboolean take_char(Cursor *cursor, char c);

/* least to most digits, as many as there are; -1 when there are too few. */
int take_number(Cursor *cursor, int least, int most);

/* A full or short English name, any case: 1 to 12; 0 when there is none. */
int take_month_name(Cursor *cursor);

/* The digits after a decimal mark, as a number below 1; -1 when there are none. */
double take_fraction(Cursor *cursor);

/* Z, +hh:mm, +hhmm or +hh. */
gboolean take_offset(Cursor *cursor, int *ret_minutes);

/* FALSE for a date that cannot be, or that its offset moves out of the years 1 to 9999. */
gboolean date_fields_resolve(const DateFields *fields, double *ret_time);
