#include "data/csv_survey.h"

#include "base/number.h"
#include "data/csv_reader.h"

#include <string.h>

/* A number needs a digit, and its letters are those of a currency and an exponent. */
#define MOST_LETTERS 4

static gboolean
may_be_number(const char *text, gsize length)
{
    guint letters = 0, digits = 0;

    for (gsize i = 0; i < length && letters <= MOST_LETTERS; i++) {
        letters += g_ascii_isalpha(text[i]);
        digits += g_ascii_isdigit(text[i]);
    }
    return digits > 0 && letters <= MOST_LETTERS;
}

static LevelKind
classify(const char *text, gsize length, gboolean *ret_plain)
{
    NumberCell point, comma;
    double value;
    gboolean with_point, with_comma;

    *ret_plain = FALSE;
    if (cell_is_missing(text, length))
        return LEVEL_WORD;
    if (!may_be_number(text, length))
        return LEVEL_OTHER;
    *ret_plain = number_parse(text, length, &value);
    if (*ret_plain && !memchr(text, '.', length))
        return LEVEL_NEUTRAL;
    with_point = number_cell_parse(text, length, '.', &point);
    with_comma = number_cell_parse(text, length, ',', &comma);
    if (with_point && with_comma)
        return point.ambiguous ? LEVEL_BOTH : LEVEL_NEUTRAL;
    if (with_point)
        return LEVEL_POINT;
    return with_comma ? LEVEL_COMMA : LEVEL_OTHER;
}

static guint32 *
count_levels(const CsvBuild *build, guint n)
{
    guint32 *counts = g_new0(guint32, n);

    if (build->mode == BUILD_TEXT) {
        for (gsize i = 0; i < build->length; i++)
            if (build->codes[i] >= 0)
                counts[build->codes[i]]++;
        for (guint i = 0; i < build->n_left_out; i++)
            counts[i] += build->left_out[i];
    } else {
        for (guint i = 0; i < build->odd->len; i++)
            counts[g_array_index(build->odd, OddCell, i).code]++;
    }
    return counts;
}

CsvSurvey
csv_survey_build(const CsvBuild *build)
{
    CsvSurvey survey = { .counts = NULL };

    if (build->mode == BUILD_SKIP)
        return survey;

    GPtrArray *names = levels_names(build->levels);
    survey.counts = count_levels(build, names->len);
    survey.kinds = g_new(guint8, names->len);
    survey.n_cells = build->n_good;
    for (guint i = 0; i < names->len; i++) {
        const char *text = g_ptr_array_index(names, i);
        gboolean plain;
        LevelKind kind = classify(text, strlen(text), &plain);
        survey.kinds[i] = (guint8)kind;
        survey.n[kind] += survey.counts[i];
        survey.n_plain += plain ? survey.counts[i] : 0;
        survey.n_cells += kind == LEVEL_WORD ? 0 : survey.counts[i];
    }
    return survey;
}

void
csv_survey_clear(CsvSurvey *survey)
{
    g_clear_pointer(&survey->counts, g_free);
    g_clear_pointer(&survey->kinds, g_free);
}

char
csv_survey_decimal(const CsvSurvey *survey, DecimalVotes own, DecimalVotes elsewhere,
                   char delimiter)
{
    if (own.comma > own.point)
        return ',';
    if (own.point > 0 || survey->n[LEVEL_BOTH] == 0 || delimiter != ';')
        return '.';
    if (elsewhere.comma > elsewhere.point)
        return ',';
    return elsewhere.point > elsewhere.comma ? '.' : '\0';
}

gsize
csv_survey_numbers(const CsvSurvey *survey, char decimal, gsize good)
{
    gsize marked = decimal == ',' ? survey->n[LEVEL_COMMA] : survey->n[LEVEL_POINT];

    return good + survey->n[LEVEL_NEUTRAL] + survey->n[LEVEL_BOTH] + marked;
}
