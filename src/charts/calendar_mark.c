#include "charts/calendar.h"

#include "base/calendar.h"
#include "guide/missing_key.h"

#define DAY 86400.0
/* Between months lies this share of a cell. */
#define MONTH_GAP 0.4
/* A cell is at most this many times as wide as high. */
#define MOST_WIDE 1.5
/* px at text of 13 px: under month names, between rows of weeks, right of weekday names. */
#define NAME_AIR 4.0
#define ROW_AIR 14.0
#define GUTTER_AIR 8.0
/* px between the days, when they are larger than eight times that. */
#define DAY_GAP 1.0
/* px between a value and the sides of its day. */
#define LABEL_AIR 1.0
/* Smaller days, px, have no room for an outline: they stay empty. */
#define LEAST_OUTLINED 6.0

/* A year is one row of weeks, or two, three or four. */
static const guint part_counts[] = { 1, 2, 3, 4 };
/* The most weeks that the months of one row can touch. */
static const guint part_weeks[] = { 54, 28, 19, 15 };

typedef struct {
    guint parts;    /* rows of weeks a year has */
    double gutter;  /* left of the weeks, px */
    double header;  /* above the weeks, px */
    double between; /* rows, px */
    Size cell;
} CalendarPlan;

static double
calendar_columns(guint k)
{
    return part_weeks[k] + MONTH_GAP * (12.0 / part_counts[k] - 1);
}

static CalendarPlan
calendar_plan_base(const Language *language, const Theme *theme, TextMeasurer *measurer)
{
    double em = theme_em(theme);
    TextStyle year = theme->axis;
    CalendarPlan plan = { .parts = 1, .between = ROW_AIR * em };

    year.bold = TRUE;
    plan.gutter = text_measure(measurer, "0000", &year).width;
    for (guint i = 0; i < 7; i += 2)
        plan.gutter =
            MAX(plan.gutter, text_measure(measurer, language->days_short[i], &theme->axis).width);
    plan.gutter += GUTTER_AIR * em;
    plan.header = text_measure(measurer, "x", &theme->axis).line_height + NAME_AIR * em;
    return plan;
}

/* As many rows of weeks a year as make the days largest. */
static CalendarPlan
calendar_plan(const CalendarLayer *calendar, Size size, const Theme *theme, TextMeasurer *measurer)
{
    CalendarPlan plan = calendar_plan_base(calendar->language, theme, measurer);
    double best = -1;

    for (guint k = 0; k < G_N_ELEMENTS(part_counts); k++) {
        double rows = (double)calendar->n_years * part_counts[k];
        double width = (size.width - plan.gutter) / calendar_columns(k);
        double height = (size.height - rows * plan.header - (rows - 1) * plan.between) / (7 * rows);
        double side = MIN(width, height);

        if (side <= best + 0.01)
            continue;
        best = side;
        plan.parts = part_counts[k];
        plan.cell =
            (Size){ MAX(0.1, MIN(width, MOST_WIDE * height)), MAX(0.1, MIN(height, width)) };
    }
    return plan;
}

double
calendar_wanted_height(const CalendarLayer *calendar, double width, const Theme *theme,
                       TextMeasurer *measurer)
{
    CalendarPlan plan = calendar_plan_base(calendar->language, theme, measurer);
    double side = (width - plan.gutter) / calendar_columns(0);

    return calendar->n_years * (7 * side + plan.header + plan.between) - plan.between;
}

/* The first day of a row of weeks. */
static double
calendar_part_start(const CalendarPlan *plan, int year, guint part)
{
    double start = 0;

    calendar_make(year, 1 + (int)(part * 12 / plan->parts), 1, 0, 0, 0, &start);
    return start;
}

static Rect
calendar_day_rect(const CalendarLayer *calendar, const CalendarPlan *plan, Rect panel, double day)
{
    TimeParts date = calendar_parts(day);
    guint months = 12 / plan->parts, part = (guint)(date.month - 1) / months;
    double start = calendar_part_start(plan, date.year, part);
    int offset = calendar_parts(start).weekday - 1;
    guint row = (guint)(date.year - calendar->first_year) * plan->parts + part;
    double column = floor((round((day - start) / DAY) + offset) / 7);
    double gaps = MONTH_GAP * ((guint)(date.month - 1) % months);
    double gap = MIN(plan->cell.width, plan->cell.height) > 8 * DAY_GAP ? DAY_GAP / 2 : 0;
    Rect rect = {
        panel.x + plan->gutter + (column + gaps) * plan->cell.width,
        panel.y + row * (plan->header + 7 * plan->cell.height + plan->between) + plan->header +
            (date.weekday - 1) * plan->cell.height,
        plan->cell.width,
        plan->cell.height,
    };

    return rect_grow(rect, -gap, -gap);
}

static CalendarPlan
calendar_context_plan(const MarkContext *context)
{
    return calendar_plan((const CalendarLayer *)context->layer,
                         (Size){ context->rect.width, context->rect.height }, context->theme,
                         context->measurer);
}

static void
calendar_draw_empty(const MarkContext *context, Rect rect)
{
    if (MIN(rect.width, rect.height) >= LEAST_OUTLINED)
        missing_key_sample(context->builder, rect, COLOR_NONE, context->theme);
}

/* Days of the years shown that lie before or after all data are no part of the range: nothing is
 * drawn there. */
static void
calendar_draw(const MarkContext *context)
{
    const CalendarLayer *calendar = (const CalendarLayer *)context->layer;
    const Layer *layer = &calendar->layer;
    CalendarPlan plan = calendar_context_plan(context);

    for (gsize i = 0; i < layer->n; i++) {
        Rect rect;

        if (!mark_is_here(context, i))
            continue;
        rect = calendar_day_rect(calendar, &plan, context->rect, layer->x[i]);
        mark_push(context, i);
        if (layer->colors[i].a > 0)
            scene_builder_rect(context->builder, rect, 0, layer->colors[i], STROKE_NONE);
        else
            calendar_draw_empty(context, rect);
        scene_builder_pop(context->builder);
    }
}

/* A name over a row of weeks. */
static void
calendar_draw_name(const MarkContext *context, const char *name, Point top, const TextStyle *style)
{
    TextExtents text = text_measure(context->measurer, name, style);

    top.y -= NAME_AIR * style->size / 12 + (text.ascent + text.descent) / 2;
    text_line_draw(name, top, ANCHOR_START, style, context->builder, context->measurer);
}

/* Above the first week that begins in a month: its name, or its letter where names have no room. */
static void
calendar_draw_months(const MarkContext *context, const CalendarPlan *plan, int year)
{
    const CalendarLayer *calendar = (const CalendarLayer *)context->layer;
    const TextStyle *style = &context->theme->axis;
    double room = 4 * plan->cell.width;
    const Language *language = calendar->language;
    double wide = 0;

    for (int month = 0; month < 12; month++) {
        g_autofree char *name = g_strconcat(language->months_short[month], " ", NULL);

        wide = MAX(wide, text_measure(context->measurer, name, style).width);
    }
    for (int month = 1; month <= 12; month++) {
        g_autoptr(GString) name = g_string_new(NULL);
        double day = 0;
        Rect rect;

        calendar_make(year, month, 1, 0, 0, 0, &day);
        if (wide > room)
            language_append_initial(language, name, month);
        else
            g_string_append(name, language->months_short[month - 1]);
        if (text_measure(context->measurer, name->str, style).width > room)
            return;
        day += (8 - calendar_parts(day).weekday) % 7 * DAY;
        rect = calendar_day_rect(calendar, plan, context->rect, day);
        calendar_draw_name(context, name->str, (Point){ rect.x, rect.y }, style);
    }
}

/* Every second weekday, where lines of text are not higher than two days. */
static void
calendar_draw_weekdays(const MarkContext *context, const CalendarPlan *plan, double top)
{
    const TextStyle *style = &context->theme->axis;
    TextExtents line = text_measure(context->measurer, "x", style);
    const char *const *names = ((const CalendarLayer *)context->layer)->language->days_short;

    if (line.line_height > 2 * plan->cell.height)
        return;
    for (guint i = 0; i < 7; i += 2)
        text_line_draw(names[i], (Point){ context->rect.x, top + (i + 0.5) * plan->cell.height },
                       ANCHOR_START, style, context->builder, context->measurer);
}

static const LabelKind day_values = { "value", "values", "in the days",
                                      "a larger figure or fewer years would show more", FALSE };

static void
calendar_ask_values(const MarkContext *context, const CalendarPlan *plan)
{
    const CalendarLayer *calendar = (const CalendarLayer *)context->layer;
    const Layer *layer = &calendar->layer;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        LabelSpot spot;

        if (!mark_is_here(context, i))
            continue;
        spot = label_spot_inside(calendar_day_rect(calendar, plan, context->rect, layer->x[i]),
                                 LABEL_AIR, mark_ink_on(layer->colors[i]));
        mark_ask(context, i, (LabelRequest){ .kind = &day_values }, &spot, 1);
    }
}

static void
calendar_draw_labels(const MarkContext *context)
{
    const CalendarLayer *calendar = (const CalendarLayer *)context->layer;
    CalendarPlan plan = calendar_context_plan(context);
    TextStyle style = context->theme->axis;
    double row = plan.header + 7 * plan.cell.height + plan.between;

    style.bold = TRUE;
    style.color = context->theme->label.color;
    for (guint year = 0; year < calendar->n_years; year++) {
        double top = context->rect.y + row * year * plan.parts + plan.header;
        g_autofree char *name = g_strdup_printf("%d", calendar->first_year + (int)year);

        calendar_draw_name(context, name, (Point){ context->rect.x, top }, &style);
        calendar_draw_months(context, &plan, calendar->first_year + (int)year);
        for (guint part = 0; part < plan.parts; part++)
            calendar_draw_weekdays(context, &plan, top + part * row);
    }
    calendar_ask_values(context, &plan);
}

const MarkType calendar_mark = {
    .name = "calendar",
    .summary = "a cell a day: weeks as columns, weekdays as rows",
    .over_zero = TRUE,
    .draw = calendar_draw,
    .draw_labels = calendar_draw_labels,
    .draw_key = mark_key_swatch,
};
