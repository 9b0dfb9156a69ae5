// What the cells of a built column could be, counted, and which decimal mark they use.
#pragma once

#include "data/csv_build.h"

typedef enum {
    LEVEL_WORD,    /* means missing, unless the column is text: NA, n/a, - … */
    LEVEL_NEUTRAL, /* a number with either decimal mark: 12, 12%, 1 234 */
    LEVEL_POINT,   /* a number only when the mark is a point: 1.5, 1,234.5 */
    LEVEL_COMMA,   /* only when it is a comma: 1,5, 1.234,5 */
    LEVEL_BOTH,    /* a different number with each: 1,234 and 1.234 */
    LEVEL_OTHER,   /* no number */
    N_LEVEL_KINDS
} LevelKind;

typedef struct {
    guint32 *counts; /* cells of each level of the build */
    guint8 *kinds;   /* LevelKind of each */
    gsize n[N_LEVEL_KINDS];
    gsize n_plain; /* cells of levels that are numbers without any notation */
    gsize n_cells; /* cells that are not missing in a number column, those understood at once too */
} CsvSurvey;

CsvSurvey csv_survey_build(const CsvBuild *build);
void csv_survey_clear(CsvSurvey *survey);

/* Decisive cells of a whole file. */
typedef struct {
    gsize point, comma;
} DecimalVotes;

/* '.' or ','. '\0' when every marked number could be read both ways in a file with semicolons and
 * the rest of the file does not tell. */
char csv_survey_decimal(const CsvSurvey *survey, DecimalVotes own, DecimalVotes elsewhere,
                        char delimiter);

/* Cells that are numbers with that mark; good is how many the build understood as numbers. */
gsize csv_survey_numbers(const CsvSurvey *survey, char decimal, gsize good);
