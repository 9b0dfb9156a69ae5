// A calendar of days: calendar.c binds them, calendar_mark.c places and draws them.
#pragma once

#include "plot/plot.h"

/* Items are the days from the first to the last with a value, x their starts; several panels have
 * the same days each. */
typedef struct {
    Layer layer;
    int first_year;
    guint n_years;
    const Language *language; /* of the names of months and weekdays */
} CalendarLayer;

extern const MarkType calendar_mark;

/* px of height that all years take in a width when each is one row of weeks. */
double calendar_wanted_height(const CalendarLayer *calendar, double width, const Theme *theme,
                              TextMeasurer *measurer);
