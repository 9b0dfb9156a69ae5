#include "transform/transform.h"

#include "data/date_hint.h"

#include <math.h>

const TransformType calendar_transform = {
    "calendar",
    "cuts times to the start of a period, or takes a part of them",
    "month(COLUMN), weekday(COLUMN), …",
};

/* By CalendarPart. unit is the coarsest precision of cells that still have the part. */
static const struct {
    const char *name;
    TimeUnit unit;
} parts[] = {
    [CALENDAR_YEAR] = { "year", TIME_YEAR },
    [CALENDAR_QUARTER] = { "quarter", TIME_QUARTER },
    [CALENDAR_MONTH] = { "month", TIME_MONTH },
    [CALENDAR_WEEK] = { "week", TIME_WEEK },
    [CALENDAR_DAY] = { "day", TIME_DAY },
    [CALENDAR_MONTH_OF_YEAR] = { "month_of_year", TIME_MONTH },
    [CALENDAR_WEEKDAY] = { "weekday", TIME_DAY },
    [CALENDAR_HOUR] = { "hour", TIME_HOUR },
};

gboolean
calendar_part_from_name(const char *name, CalendarPart *ret_part)
{
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (g_str_equal(parts[i].name, name)) {
            *ret_part = (CalendarPart)i;
            return TRUE;
        }
    }
    return FALSE;
}

static Column *
cut(const Column *column, const char *name, TimeUnit unit)
{
    Column *starts = column_new(name, COLUMN_TIME, column->length);
    double start = NAN, end = NAN; /* of the last period: rows in order fall into it again */

    starts->unit = unit;
    for (gsize i = 0; i < column->length; i++) {
        double time = column->values[i];

        if (isnan(time))
            continue;
        if (!(time >= start && time < end)) {
            start = calendar_floor(time, unit);
            end = calendar_add(start, unit, 1);
        }
        starts->values[i] = start;
    }
    return starts;
}

/* The names are levels even when no row has them: the slots of a cycle are all drawn. */
static Column *
part_of_cycle(const Column *column, const char *name, gboolean weekday, const CalendarNames *names)
{
    Column *cycle = column_new(name, COLUMN_TEXT, column->length);
    guint n = weekday ? 7 : 12;

    for (guint i = 0; i < n; i++)
        column_intern(cycle, weekday ? names->days[i] : names->months[i], -1);
    for (gsize i = 0; i < column->length; i++) {
        TimeParts time;

        if (isnan(column->values[i]))
            continue;
        time = calendar_parts(column->values[i]);
        cycle->codes[i] = (weekday ? time.weekday : time.month) - 1;
    }
    return cycle;
}

static Column *
hours(const Column *column, const char *name)
{
    Column *numbers = column_new(name, COLUMN_NUMBER, column->length);

    for (gsize i = 0; i < column->length; i++) {
        if (!isnan(column->values[i]))
            numbers->values[i] = calendar_parts(column->values[i]).hour;
    }
    return numbers;
}

/* Numbers that are years. NULL and an error that names the cell where one cannot be a year. */
static Column *
years_of_numbers(const Table *table, const Column *column, const char *name, GError **error)
{
    g_autoptr(Column) years = column_new(name, COLUMN_TIME, column->length);

    years->unit = TIME_YEAR;
    for (gsize i = 0; i < column->length; i++) {
        double year = column->values[i];

        if (isnan(year))
            continue;
        if (year != floor(year) || year < 1 || year > 9999 ||
            !calendar_make((int)year, 1, 1, 0, 0, 0, &years->values[i])) {
            g_autoptr(GString) cell = g_string_new(NULL);

            column_append_cell(column, i, cell);
            error_set(error, ERROR_USAGE, table_where(table, i, column),
                      "%s needs times or years, and %s in column \"%s\" is neither", name,
                      cell->str, column->name);
            return NULL;
        }
    }
    return g_steal_pointer(&years);
}

static gboolean
check_times(const Table *table, const Column *column, CalendarPart part, const char *name,
            GError **error)
{
    if (column->type != COLUMN_TIME) {
        g_autofree char *hint = date_hint(column);

        error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                  "%s needs times, and column \"%s\" is of type %s%s%s", name, column->name,
                  column_type_name(column->type),
                  hint != NULL ? "; say how they are written: " : "", hint != NULL ? hint : "");
        return FALSE;
    }
    if (column->unit > parts[part].unit) {
        error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                  "%s needs finer times than column \"%s\" has: its cells are to the %s", name,
                  column->name, calendar_unit_name(column->unit));
        return FALSE;
    }
    return TRUE;
}

Column *
transform_calendar(const Table *table, const Column *column, CalendarPart part,
                   const CalendarNames *names, GError **error)
{
    g_autofree char *name = g_strdup_printf("%s(%s)", parts[part].name, column->name);

    if (part == CALENDAR_YEAR && column->type == COLUMN_NUMBER)
        return years_of_numbers(table, column, name, error);
    if (!check_times(table, column, part, name, error))
        return NULL;
    switch (part) {
    case CALENDAR_YEAR:
    case CALENDAR_QUARTER:
    case CALENDAR_MONTH:
    case CALENDAR_WEEK:
    case CALENDAR_DAY:
        return cut(column, name, parts[part].unit);
    case CALENDAR_MONTH_OF_YEAR:
    case CALENDAR_WEEKDAY:
        return part_of_cycle(column, name, part == CALENDAR_WEEKDAY, names);
    case CALENDAR_HOUR:
        return hours(column, name);
    }
    g_assert_not_reached();
}
