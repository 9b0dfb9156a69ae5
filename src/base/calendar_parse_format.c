#include "base/calendar_scan.h"

/* What a code tells. %Y and %y tell the same, so do %d and %e, and so on. */
typedef enum {
    TELLS_YEAR = 1 << 0,
    TELLS_QUARTER = 1 << 1,
    TELLS_MONTH = 1 << 2,
    TELLS_DAY = 1 << 3,
    TELLS_DAY_OF_YEAR = 1 << 4,
    TELLS_HOUR = 1 << 5,
    TELLS_MINUTE = 1 << 6,
    TELLS_SECOND = 1 << 7,
    TELLS_OFFSET = 1 << 8,
} Tells;

/* 0 when code is none (but for '%', which tells nothing). */
static guint
code_tells(char code)
{
    static const struct {
        char code;
        Tells tells;
    } codes[] = {
        { 'Y', TELLS_YEAR },   { 'y', TELLS_YEAR },   { 'q', TELLS_QUARTER },
        { 'm', TELLS_MONTH },  { 'b', TELLS_MONTH },  { 'B', TELLS_MONTH },
        { 'd', TELLS_DAY },    { 'e', TELLS_DAY },    { 'j', TELLS_DAY_OF_YEAR },
        { 'H', TELLS_HOUR },   { 'M', TELLS_MINUTE }, { 'S', TELLS_SECOND },
        { 'z', TELLS_OFFSET },
    };

    for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
        if (codes[i].code == code)
            return codes[i].tells;
    return 0;
}

/* Whether what a format tells makes one date, and no more than one. */
static const char *
check_told(guint told)
{
    gboolean has_day = (told & (TELLS_DAY | TELLS_DAY_OF_YEAR)) != 0;

    if (!(told & TELLS_YEAR))
        return "it has no year (%Y or %y)";
    if ((told & TELLS_DAY_OF_YEAR) && (told & (TELLS_MONTH | TELLS_DAY | TELLS_QUARTER)))
        return "the day of the year (%j) leaves no place for %m, %d or %q";
    if ((told & TELLS_QUARTER) && (told & (TELLS_MONTH | TELLS_DAY)))
        return "the quarter (%q) leaves no place for %m or %d";
    if ((told & TELLS_DAY) && !(told & TELLS_MONTH))
        return "it has a day but no month";
    if ((told & TELLS_HOUR) && !has_day)
        return "it has an hour but no day";
    if ((told & TELLS_MINUTE) && !(told & TELLS_HOUR))
        return "it has minutes (%M) but no hour; the month is %m";
    if ((told & TELLS_SECOND) && !(told & TELLS_MINUTE))
        return "it has seconds (%S) but no minutes (%M)";
    if ((told & TELLS_OFFSET) && !(told & TELLS_HOUR))
        return "it has an offset (%z) but no hour";
    return NULL;
}

const char *
calendar_check_format(const char *format)
{
    guint told = 0;

    for (const char *p = format; *p != '\0'; p++) {
        guint tells;

        if (*p != '%')
            continue;
        p++;
        if (*p == '\0')
            return "a % stands at its end";
        tells = code_tells(*p);
        if (tells == 0 && *p != '%')
            return "it has a % code that is not known";
        if (told & tells)
            return "it says one thing twice";
        told |= tells;
    }
    return check_told(told);
}

static int
take_year(Cursor *cursor, char code)
{
    int year = code == 'Y' ? take_number(cursor, 4, 4) : take_number(cursor, 2, 2);

    if (code == 'Y' || year < 0)
        return year;
    return year + (year >= 69 ? 1900 : 2000);
}

/* next is what follows in the format: "%S.%Y" has no fraction. */
static gboolean
take_second(Cursor *cursor, char next, DateFields *fields)
{
    Cursor c;

    fields->second = take_number(cursor, 1, 2);
    if (fields->second < 0)
        return FALSE;
    c = *cursor;
    if (next != '.' && take_char(&c, '.')) {
        double fraction = take_fraction(&c);

        if (fraction >= 0) {
            fields->second += fraction;
            *cursor = c;
        }
    }
    return TRUE;
}

/* What the code at format tells; *day_of_year is set by %j. FALSE when the cell does not have it.
 */
static gboolean
take_code(Cursor *cursor, const char *format, DateFields *fields, int *day_of_year)
{
    switch (*format) {
    case 'Y':
    case 'y':
        return (fields->year = take_year(cursor, *format)) >= 0;
    case 'q':
        fields->month = take_number(cursor, 1, 1) * 3 - 2;
        return fields->month >= 1;
    case 'm':
        return (fields->month = take_number(cursor, 1, 2)) >= 0;
    case 'b':
    case 'B':
        return (fields->month = take_month_name(cursor)) > 0;
    case 'e':
        if (take_char(cursor, ' '))
            return (fields->day = take_number(cursor, 1, 1)) >= 0;
        return (fields->day = take_number(cursor, 1, 2)) >= 0;
    case 'd':
        return (fields->day = take_number(cursor, 1, 2)) >= 0;
    case 'j':
        return (*day_of_year = take_number(cursor, 1, 3)) > 0;
    case 'H':
        return (fields->hour = take_number(cursor, 1, 2)) >= 0;
    case 'M':
        return (fields->minute = take_number(cursor, 1, 2)) >= 0;
    case 'S':
        return take_second(cursor, format[1], fields);
    case 'z':
        return take_offset(cursor, &fields->offset);
    default:
        return take_char(cursor, '%');
    }
}

static TimeUnit
finest_unit(guint told)
{
    static const struct {
        guint tells;
        TimeUnit unit;
    } units[] = {
        { TELLS_SECOND, TIME_SECOND }, { TELLS_MINUTE, TIME_MINUTE },
        { TELLS_HOUR, TIME_HOUR },     { TELLS_DAY | TELLS_DAY_OF_YEAR, TIME_DAY },
        { TELLS_MONTH, TIME_MONTH },   { TELLS_QUARTER, TIME_QUARTER },
    };

    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (told & units[i].tells)
            return units[i].unit;
    return TIME_YEAR;
}

/* Turns the day of the year into month and day; a day 366 of a common year fails. */
static gboolean
place_day_of_year(DateFields *fields, int day)
{
    for (fields->month = 1; day > calendar_days_in_month(fields->year, fields->month);
         fields->month++) {
        if (fields->month == 12)
            return FALSE;
        day -= calendar_days_in_month(fields->year, fields->month);
    }
    fields->day = day;
    return TRUE;
}

gboolean
calendar_parse_format(const char *text, gsize length, const char *format, double *ret_time,
                      TimeUnit *ret_unit)
{
    Cursor c = { text, text + length };
    DateFields fields = DATE_FIELDS_START;
    int day_of_year = 0;
    guint told = 0;

    for (const char *p = format; *p != '\0'; p++) {
        if (*p != '%') {
            if (!take_char(&c, *p))
                return FALSE;
            continue;
        }
        p++;
        if ((code_tells(*p) == 0 && *p != '%') || (told & code_tells(*p)) ||
            !take_code(&c, p, &fields, &day_of_year))
            return FALSE;
        told |= code_tells(*p);
    }
    if (c.p != c.end || check_told(told) != NULL ||
        (day_of_year > 0 && !place_day_of_year(&fields, day_of_year)) ||
        !date_fields_resolve(&fields, ret_time))
        return FALSE;
    *ret_unit = finest_unit(told);
    return TRUE;
}
