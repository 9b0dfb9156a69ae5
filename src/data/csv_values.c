#include "data/csv_values.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static const char *
level_text(const CsvBuild *build, guint level)
{
    return g_ptr_array_index(levels_names(build->levels), level);
}

static guint
n_levels(const CsvBuild *build)
{
    return levels_names(build->levels)->len;
}

static CsvValues
values_new(const CsvBuild *build)
{
    return (CsvValues){
        .levels = g_new(double, n_levels(build)),
        .n_good = build->n_good,
        .first_bad = -1,
        .first_marked = -1,
        .first_other = -1,
        .first_rounded = -1,
        .unit = build->unit,
        .precisions = build->precisions,
    };
}

void
csv_values_clear(CsvValues *values)
{
    g_clear_pointer(&values->levels, g_free);
}

/* A level that is not understood, and does not mean missing. */
static void
set_bad(CsvValues *values, const CsvSurvey *survey, guint level)
{
    values->levels[level] = NAN;
    if (values->first_bad < 0 && survey->kinds[level] != LEVEL_WORD)
        values->first_bad = (gint32)level;
}

static void
note_symbol(CsvValues *values, const NumberCell *cell, guint level, gsize count)
{
    if (cell->symbol[0] == '\0')
        return;
    values->n_marked += count;
    if (values->first_marked < 0) {
        values->first_marked = (gint32)level;
        memcpy(values->symbol, cell->symbol, sizeof values->symbol);
    } else if (values->first_other < 0 && !g_str_equal(cell->symbol, values->symbol)) {
        values->first_other = (gint32)level;
    }
}

CsvValues
csv_values_numbers(const CsvBuild *build, const CsvSurvey *survey, char decimal)
{
    CsvValues values = values_new(build);

    for (guint i = 0; i < n_levels(build); i++) {
        const char *text = level_text(build, i);
        NumberCell cell;
        if (survey->kinds[i] == LEVEL_WORD || survey->kinds[i] == LEVEL_OTHER ||
            !number_cell_parse(text, strlen(text), decimal, &cell)) {
            set_bad(&values, survey, i);
            continue;
        }
        values.levels[i] = cell.value;
        values.n_good += survey->counts[i];
        note_symbol(&values, &cell, i, survey->counts[i]);
        if (number_is_rounded(text, strlen(text), cell.value)) {
            values.n_rounded += survey->counts[i];
            values.first_rounded = values.first_rounded < 0 ? (gint32)i : values.first_rounded;
        }
    }
    return values;
}

static gboolean
parse_time(const CsvPlan *plan, gboolean by_format, const char *text, double *ret_time,
           TimeUnit *ret_unit)
{
    gsize length = strlen(text);
    double year;

    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (by_format)
        return calendar_parse_format(text, length, plan->date_format, ret_time, ret_unit);
    if (calendar_parse(text, length, ret_time, ret_unit))
        return TRUE;
    if (plan->type != TYPE_TIME || length != 4 || !number_parse(text, length, &year) ||
        year != floor(year) || year < 1000)
        return FALSE;
    *ret_unit = TIME_YEAR;
    return calendar_make((int)year, 1, 1, 0, 0, 0, ret_time);
}

static gsize
count_times(const CsvPlan *plan, gboolean by_format, const CsvBuild *build, const CsvSurvey *survey)
{
    gsize n = build->mode == BUILD_TIME ? build->n_good : 0;
    double time;
    TimeUnit unit;

    for (guint i = 0; i < n_levels(build); i++)
        if (survey->kinds[i] != LEVEL_WORD &&
            parse_time(plan, by_format, level_text(build, i), &time, &unit))
            n += survey->counts[i];
    return n;
}

/* A format for all columns rules only where most cells follow it. */
static gboolean
goes_by_format(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey)
{
    if (!plan->date_format)
        return FALSE;
    return plan->format_is_own || 2 * count_times(plan, TRUE, build, survey) > survey->n_cells;
}

gsize
csv_values_count_times(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey)
{
    return count_times(plan, goes_by_format(plan, build, survey), build, survey);
}

CsvValues
csv_values_times(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey)
{
    CsvValues values = values_new(build);
    gboolean by_format = goes_by_format(plan, build, survey);

    for (guint i = 0; i < n_levels(build); i++) {
        TimeUnit unit;
        if (survey->kinds[i] == LEVEL_WORD ||
            !parse_time(plan, by_format, level_text(build, i), &values.levels[i], &unit)) {
            set_bad(&values, survey, i);
            continue;
        }
        values.n_good += survey->counts[i];
        values.unit = MIN(values.unit, unit);
        values.precisions |= 1u << unit;
    }
    if (values.n_good == 0)
        values.unit = TIME_DAY;
    return values;
}

static gboolean
is_year(double value, double from, double to)
{
    return value >= from && value <= to && value == floor(value);
}

gboolean
csv_values_are_years(const CsvBuild *build, const CsvSurvey *survey, const CsvValues *values)
{
    double plain;

    if (values->n_good == 0)
        return FALSE;
    for (guint i = 0; i < n_levels(build); i++) {
        const char *text = level_text(build, i);
        if (isnan(values->levels[i]) || survey->counts[i] == 0)
            continue;
        if (!is_year(values->levels[i], 1000, 2999) || !number_parse(text, strlen(text), &plain))
            return FALSE;
    }
    if (build->mode != BUILD_NUMBER)
        return TRUE;
    for (gsize i = 0; i < build->length; i++)
        if (!isnan(build->values[i]) && !is_year(build->values[i], 1000, 2999))
            return FALSE;
    return TRUE;
}

static double
start_of_year(double year)
{
    double time = NAN;

    if (is_year(year, 1, 9999))
        calendar_make((int)year, 1, 1, 0, 0, 0, &time);
    return time;
}

/* Of whole numbers 1000 to 2999 and NaN; each year is computed once. */
static void
years_to_times(double *values, gsize length)
{
    g_autofree double *starts = g_new(double, 2000);

    for (int i = 0; i < 2000; i++)
        starts[i] = start_of_year(1000 + i);
    for (gsize i = 0; i < length; i++)
        if (!isnan(values[i]))
            values[i] = starts[(int)values[i] - 1000];
}

void
csv_values_to_years(CsvBuild *build, const CsvSurvey *survey, CsvValues *values)
{
    values->first_bad = -1;
    for (guint i = 0; i < n_levels(build); i++) {
        gboolean was_number = !isnan(values->levels[i]);
        double start = start_of_year(values->levels[i]);
        values->levels[i] = start;
        if (isnan(start))
            set_bad(values, survey, i);
        if (was_number && isnan(start))
            values->n_good -= survey->counts[i];
    }
    if (build->mode != BUILD_NUMBER)
        return;
    years_to_times(build->values, build->length);
}

double *
csv_values_take(CsvBuild *build, const CsvValues *values)
{
    double *rows;

    if (build->mode == BUILD_TEXT) {
        rows = g_new(double, build->length);
        for (gsize i = 0; i < build->length; i++)
            rows[i] = build->codes[i] < 0 ? NAN : values->levels[build->codes[i]];
        return rows;
    }
    rows = g_renew(double, g_steal_pointer(&build->values), build->length);
    for (guint i = 0; i < build->odd->len; i++) {
        const OddCell *odd = &g_array_index(build->odd, OddCell, i);
        rows[odd->row] = values->levels[odd->code];
    }
    return rows;
}

gsize
csv_values_first_row(const CsvBuild *build, gint32 level)
{
    gsize row = 0;

    if (build->mode == BUILD_TEXT) {
        while (build->codes[row] != level)
            row++;
        return row;
    }
    while (g_array_index(build->odd, OddCell, row).code != level)
        row++;
    return g_array_index(build->odd, OddCell, row).row;
}
