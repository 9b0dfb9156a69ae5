#include "data/csv_infer.h"

#include "base/number.h"
#include "data/csv_values.h"
#include "data/year_header.h"

#include <math.h>
#include <string.h>

/* Cells that are not understood at once cost more as numbers than as texts from about here on. */
#define ODD_SHARE 8

/* Of the numbers that were taken at once it is known only that the first rows had some with points;
 * where that is not enough, the column is read again. */
static DecimalVotes
own_votes(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey)
{
    DecimalVotes votes = {
        .point = survey->n[LEVEL_POINT],
        .comma = survey->n[LEVEL_COMMA],
    };

    if (build->mode == BUILD_NUMBER)
        votes.point += build->points == POINTS_DECIMAL ? plan->sample_point : build->n_point;
    return votes;
}

static gsize
good_numbers(const CsvBuild *build)
{
    return build->mode == BUILD_NUMBER ? build->n_good : 0;
}

void
csv_infer_vote(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
               DecimalVotes *votes)
{
    DecimalVotes own = own_votes(plan, build, survey);
    gsize numbers = good_numbers(build) + survey->n[LEVEL_NEUTRAL] + survey->n[LEVEL_BOTH];

    /* A name like "3,5" among texts says nothing about numbers. */
    if (plan->type == TYPE_TEXT || 2 * (numbers + own.point + own.comma) <= survey->n_cells)
        return;
    votes->point += own.point;
    votes->comma += own.comma;
}

static PointPolicy
point_policy(const CsvPlan *plan)
{
    if (plan->decimal == ',')
        return POINTS_ODD;
    return plan->decimal == '\0' && plan->delimiter == ';' ? POINTS_WEIGHED : POINTS_DECIMAL;
}

/* At most one cell in ODD_SHARE needs more than reading a plain number. */
static gboolean
is_plain(const CsvSurvey *survey, PointPolicy points)
{
    gsize odd = survey->n_cells - survey->n_plain;

    if (points != POINTS_DECIMAL)
        odd += survey->n[LEVEL_BOTH];
    if (points == POINTS_ODD)
        odd += survey->n[LEVEL_POINT];
    return odd <= survey->n_cells / ODD_SHARE;
}

BuildMode
csv_infer_mode(CsvPlan *plan, const CsvBuild *sample, const CsvSurvey *survey,
               PointPolicy *ret_points)
{
    *ret_points = point_policy(plan);
    plan->sample_point = survey->n[LEVEL_POINT];
    if (plan->type == TYPE_TEXT || plan->type == TYPE_YEAR || plan->date_format ||
        survey->n_cells == 0)
        return BUILD_TEXT;
    if (is_plain(survey, *ret_points))
        return plan->type == TYPE_TIME ? BUILD_TEXT : BUILD_NUMBER;
    if (plan->type == TYPE_NUMBER)
        return BUILD_TEXT;
    gsize times = csv_values_count_times(plan, sample, survey);
    return survey->n_cells - times <= survey->n_cells / ODD_SHARE ? BUILD_TIME : BUILD_TEXT;
}

static Where
where_of(const CsvPlan *plan, const LineMap *lines, gsize row)
{
    return (Where){ .file = plan->file, .line = line_map_get(lines, row), .field = plan->field };
}

static void
set_ambiguous(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
              const LineMap *lines, GError **error)
{
    gint32 code = 0;

    while (survey->kinds[code] != LEVEL_BOTH)
        code++;
    const char *text = g_ptr_array_index(levels_names(build->levels), code);
    g_autofree char *quoted = error_quote(text, -1, 40);
    error_set(error, ERROR_INPUT, where_of(plan, lines, csv_values_first_row(build, code)),
              "\"%s\" in column \"%s\" may have a decimal or a thousands mark; say --decimal . or "
              "--decimal ,",
              quoted, plan->name);
}

/* Outside semicolon files a comma is nearly always a thousands mark: where a few cells make it a
 * decimal mark, "1,234" becomes 1.234, and the cell that decided is named. */
static void
remark_decimal_comma(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
                     const LineMap *lines, Report *report)
{
    gint32 code = 0;

    if (plan->decimal != '\0' || plan->delimiter == ';' || build->mode != BUILD_TEXT ||
        survey->n[LEVEL_BOTH] == 0 || survey->n[LEVEL_COMMA] == 0)
        return;
    while (survey->kinds[code] != LEVEL_COMMA || survey->counts[code] == 0)
        code++;
    g_autofree char *quoted =
        error_quote(g_ptr_array_index(levels_names(build->levels), code), -1, 40);
    report_add(report, SEVERITY_WARNING, where_of(plan, lines, csv_values_first_row(build, code)),
               survey->n[LEVEL_BOTH],
               "\"%s\" makes the comma a decimal mark in column \"%s\": %" G_GSIZE_FORMAT
               " cells such as 1,234 are read as 1.234; say --decimal . or --decimal ,",
               quoted, plan->name, survey->n[LEVEL_BOTH]);
}

/* What the cells make of the column. */
typedef enum { AS_NUMBER, AS_TIME, AS_TEXT, AS_AGAIN, AS_ERROR } Outcome;

static Outcome
decide_number(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
              DecimalVotes elsewhere, char *ret_decimal)
{
    DecimalVotes own = own_votes(plan, build, survey);
    char decimal = plan->decimal;
    gboolean forced = plan->type == TYPE_NUMBER || plan->type == TYPE_YEAR;

    if (decimal == '\0')
        decimal = csv_survey_decimal(survey, own, elsewhere, plan->delimiter);
    *ret_decimal = decimal;
    if (2 * csv_survey_numbers(survey, decimal, good_numbers(build)) <= survey->n_cells && !forced)
        return build->mode == BUILD_NUMBER ? AS_AGAIN : AS_TEXT;
    if (decimal == '\0')
        return AS_ERROR;
    /* The points that were read as decimal marks were none, or that is not sure. */
    if (decimal == ',' && build->mode == BUILD_NUMBER &&
        (build->points == POINTS_DECIMAL || build->n_point > 0))
        return AS_AGAIN;
    return AS_NUMBER;
}

static Outcome
decide(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey, DecimalVotes elsewhere,
       char *ret_decimal)
{
    Outcome outcome = AS_TEXT;
    gboolean forced_time = plan->type == TYPE_TIME || plan->format_is_own;

    if (build->given_up)
        return AS_AGAIN;
    if (plan->type == TYPE_TEXT)
        return AS_TEXT;
    if (!forced_time && build->mode != BUILD_TIME)
        outcome = decide_number(plan, build, survey, elsewhere, ret_decimal);
    if (outcome != AS_TEXT)
        return outcome;
    if (forced_time || 2 * csv_values_count_times(plan, build, survey) > survey->n_cells)
        return AS_TIME;
    return build->mode == BUILD_TEXT ? AS_TEXT : AS_AGAIN;
}

static void
report_bad(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
           const CsvValues *values, const char *what, const LineMap *lines, Report *report)
{
    gsize bad = survey->n_cells - values->n_good;

    if (bad == 0)
        return;
    const char *text = g_ptr_array_index(levels_names(build->levels), values->first_bad);
    g_autofree char *quoted = error_quote(text, -1, 40);
    report_add(report, SEVERITY_WARNING,
               where_of(plan, lines, csv_values_first_row(build, values->first_bad)), bad,
               "\"%s\" in column \"%s\" is not a %s (%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
               " are); %" G_GSIZE_FORMAT " cell%s left out",
               quoted, plan->name, what, values->n_good, survey->n_cells, bad, bad == 1 ? "" : "s");
}

static void
report_rounded(const CsvPlan *plan, const CsvBuild *build, const CsvValues *values,
               const LineMap *lines, Report *report)
{
    g_autoptr(GString) number = g_string_new(NULL);
    g_autofree char *quoted = NULL;

    if (values->n_rounded == 0)
        return;
    quoted =
        error_quote(g_ptr_array_index(levels_names(build->levels), values->first_rounded), -1, 40);
    number_append_exact(number, values->levels[values->first_rounded]);
    report_add(report, SEVERITY_WARNING,
               where_of(plan, lines, csv_values_first_row(build, values->first_rounded)),
               values->n_rounded,
               "\"%s\" in column \"%s\" has more digits than a number can hold: read as %s "
               "(%" G_GSIZE_FORMAT " cell%s so; --type %s=text keeps them as names)",
               quoted, plan->name, number->str, values->n_rounded,
               values->n_rounded == 1 ? "" : "s", plan->name);
}

static gboolean
check_units(const CsvPlan *plan, const CsvBuild *build, const CsvValues *values,
            const LineMap *lines, Report *report, GError **error)
{
    GPtrArray *names = levels_names(build->levels);

    if (values->first_marked < 0)
        return TRUE;
    gsize row = csv_values_first_row(build, values->first_marked);
    g_autofree char *first = error_quote(g_ptr_array_index(names, values->first_marked), -1, 40);
    if (values->first_other >= 0) {
        g_autofree char *other = error_quote(g_ptr_array_index(names, values->first_other), -1, 40);
        error_set(error, ERROR_INPUT,
                  where_of(plan, lines, csv_values_first_row(build, values->first_other)),
                  "\"%s\" in column \"%s\" has another unit than \"%s\" in line %u", other,
                  plan->name, first, line_map_get(lines, row));
        return FALSE;
    }
    if (values->n_marked < values->n_good)
        report_add(report, SEVERITY_WARNING, where_of(plan, lines, row), values->n_marked,
                   "only %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                   " numbers in column \"%s\" have the unit of \"%s\"; the others are taken to be "
                   "in it too",
                   values->n_marked, values->n_good, plan->name, first);
    return TRUE;
}

static Column *
make_number(const CsvPlan *plan, CsvBuild *build, const CsvSurvey *survey, char decimal,
            const LineMap *lines, Report *report, GError **error)
{
    g_auto(CsvValues) values = csv_values_numbers(build, survey, decimal);
    gboolean years =
        plan->type == TYPE_YEAR || (plan->type == TYPE_AUTO && header_is_year(plan->name) &&
                                    csv_values_are_years(build, survey, &values));
    g_autofree char *symbol = NULL;
    gsize length = build->length;

    if (!check_units(plan, build, &values, lines, report, error))
        return NULL;
    if (years)
        csv_values_to_years(build, survey, &values);
    report_bad(plan, build, survey, &values, years ? "year" : "number", lines, report);
    report_rounded(plan, build, &values, lines, report);
    symbol = g_strdup(values.symbol);

    Column *column = column_new_values(plan->name, years ? COLUMN_TIME : COLUMN_NUMBER,
                                       csv_values_take(build, &values), length);
    column->unit = years ? TIME_YEAR : TIME_SECOND;
    if (!years && symbol[0] != '\0')
        column->symbol = g_steal_pointer(&symbol);
    return column;
}

static Column *
make_time(const CsvPlan *plan, CsvBuild *build, const CsvSurvey *survey, const LineMap *lines,
          Report *report)
{
    g_auto(CsvValues) values = csv_values_times(plan, build, survey);
    gsize length = build->length;
    TimeUnit unit = values.unit;
    guint precisions = values.precisions;

    report_bad(plan, build, survey, &values, "date", lines, report);
    Column *column =
        column_new_values(plan->name, COLUMN_TIME, csv_values_take(build, &values), length);
    column->unit = unit;
    column->precisions = precisions;
    return column;
}

/* Names that differ in blanks at their ends look the same and are two: said with the place of the
 * one that has them. */
static void
report_blank_twins(const CsvPlan *plan, const CsvBuild *build, const LineMap *lines, Report *report)
{
    const GPtrArray *names = levels_names(build->levels);
    gint32 first = -1;
    guint n = 0;

    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        gsize length = strlen(name);
        g_autofree char *bare = NULL;

        if (length == 0 || (!g_ascii_isspace(name[0]) && !g_ascii_isspace(name[length - 1])))
            continue;
        bare = g_strstrip(g_strdup(name));
        if (*bare == '\0' || levels_find(build->levels, bare, strlen(bare)) < 0)
            continue;
        first = first < 0 ? (gint32)i : first;
        n++;
    }
    if (first >= 0) {
        g_autofree char *quoted = error_quote(names->pdata[first], -1, 40);

        report_add(report, SEVERITY_WARNING,
                   where_of(plan, lines, csv_values_first_row(build, first)), n,
                   "\"%s\" in column \"%s\" differs only in blanks from another name (%u such "
                   "name%s); they are two names, --rename joins them",
                   quoted, plan->name, n, n == 1 ? "" : "s");
    }
}

static Column *
make_text(const CsvPlan *plan, CsvBuild *build, const LineMap *lines, Report *report)
{
    report_blank_twins(plan, build, lines, report);

    gint32 *codes = g_renew(gint32, g_steal_pointer(&build->codes), build->length);

    return column_new_codes(plan->name, codes, g_steal_pointer(&build->levels), build->length);
}

gboolean
csv_infer_needs_text(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
                     DecimalVotes elsewhere)
{
    char decimal;

    return build->mode != BUILD_TEXT &&
           decide(plan, build, survey, elsewhere, &decimal) == AS_AGAIN;
}

gboolean
csv_infer_stays_text(const CsvPlan *plan, const CsvBuild *build)
{
    static const DecimalVotes votes[] = { { 0, 0 }, { 1, 0 }, { 0, 1 } };
    CsvSurvey survey = csv_survey_build(build);
    gboolean stays = TRUE;
    char decimal;

    for (guint i = 0; i < G_N_ELEMENTS(votes); i++)
        stays = stays && decide(plan, build, &survey, votes[i], &decimal) == AS_TEXT;
    csv_survey_clear(&survey);
    return stays;
}

Column *
csv_infer_column(const CsvPlan *plan, CsvBuild *build, const CsvSurvey *survey,
                 DecimalVotes elsewhere, const LineMap *lines, Report *report, GError **error)
{
    char decimal = '.';
    Column *column = NULL;

    switch (decide(plan, build, survey, elsewhere, &decimal)) {
    case AS_NUMBER:
        if (decimal == ',')
            remark_decimal_comma(plan, build, survey, lines, report);
        column = make_number(plan, build, survey, decimal, lines, report, error);
        break;
    case AS_TIME:
        column = make_time(plan, build, survey, lines, report);
        break;
    case AS_TEXT:
        column = make_text(plan, build, lines, report);
        break;
    case AS_AGAIN:
        g_assert_not_reached();
    case AS_ERROR:
        set_ambiguous(plan, build, survey, lines, error);
        break;
    }
    if (column)
        column->field = plan->field;
    return column;
}
