#include "base/calendar_scan.h"

#include "base/calendar_names.h"

#include <string.h>

/* 0001-01-01 and 10000-01-01. */
#define FIRST_TIME (-62135596800.0)
#define END_TIME 253402300800.0

gboolean
take_char(Cursor *cursor, char c)
{
    if (cursor->p == cursor->end || *cursor->p != c)
        return FALSE;
    cursor->p++;
    return TRUE;
}

int
take_number(Cursor *cursor, int least, int most)
{
    const char *p = cursor->p;
    int value = 0, count = 0;

    for (; count < most && p < cursor->end && g_ascii_isdigit(*p); p++, count++)
        value = value * 10 + (*p - '0');
    if (count < least)
        return -1;
    cursor->p = p;
    return value;
}

int
take_month_name(Cursor *cursor)
{
    gsize letters = 0, left = (gsize)(cursor->end - cursor->p);

    while (letters < left && g_ascii_isalpha(cursor->p[letters]))
        letters++;
    for (int i = 0; i < 12; i++) {
        const char *name = calendar_months[i];
        gboolean sept = i == 8 && letters == 4;

        if ((letters == 3 || sept || letters == strlen(name)) &&
            g_ascii_strncasecmp(cursor->p, name, letters) == 0) {
            cursor->p += letters;
            return i + 1;
        }
    }
    return 0;
}

double
take_fraction(Cursor *cursor)
{
    const char *start = cursor->p;
    double value = 0, scale = 1;

    /* A double of this size has no room for more than nine digits. */
    for (; cursor->p < cursor->end && g_ascii_isdigit(*cursor->p); cursor->p++)
        if (scale < 1e9) {
            value = value * 10 + (*cursor->p - '0');
            scale *= 10;
        }
    return cursor->p == start ? -1 : value / scale;
}

gboolean
take_offset(Cursor *cursor, int *ret_minutes)
{
    Cursor c = *cursor;
    gboolean west, colon;
    int hours, minutes;

    if (take_char(cursor, 'Z')) {
        *ret_minutes = 0;
        return TRUE;
    }
    west = take_char(&c, '-');
    if (!west && !take_char(&c, '+'))
        return FALSE;
    hours = take_number(&c, 2, 2);
    colon = take_char(&c, ':');
    minutes = take_number(&c, 2, 2);
    if (hours < 0 || hours > 23 || minutes > 59 || (colon && minutes < 0))
        return FALSE;
    *ret_minutes = (hours * 60 + MAX(minutes, 0)) * (west ? -1 : 1);
    *cursor = c;
    return TRUE;
}

gboolean
date_fields_resolve(const DateFields *fields, double *ret_time)
{
    double time;

    if (!calendar_make(fields->year, fields->month, fields->day, fields->hour, fields->minute,
                       fields->second, &time))
        return FALSE;
    time -= fields->offset * 60;
    if (time < FIRST_TIME || time >= END_TIME)
        return FALSE;
    *ret_time = time;
    return TRUE;
}
