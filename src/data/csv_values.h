// The values of a built column once its type is decided.
#pragma once

#include "data/csv_infer.h"

typedef struct {
    double *levels;       /* value of each level of the build; NaN: missing or not understood */
    gsize n_good;         /* cells understood */
    gint32 first_bad;     /* the first level that is not; -1: none */
    char symbol[8];       /* of the first level that has one; "": none */
    gint32 first_marked;  /* that level */
    gint32 first_other;   /* the first with another symbol; -1: none */
    gsize n_marked;       /* cells with a symbol */
    gsize n_rounded;      /* cells with more digits than a number holds */
    gint32 first_rounded; /* their first level; -1: none */
    TimeUnit unit;        /* the finest of the times */
    guint precisions;     /* 1 << unit of each of the times */
} CsvValues;

CsvValues csv_values_numbers(const CsvBuild *build, const CsvSurvey *survey, char decimal);
CsvValues csv_values_times(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey);
void csv_values_clear(CsvValues *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CsvValues, csv_values_clear)

/* How many cells csv_values_times() would understand. */
gsize csv_values_count_times(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey);

/* All numbers are whole, 1000 to 2999, and without notation. */
gboolean csv_values_are_years(const CsvBuild *build, const CsvSurvey *survey,
                              const CsvValues *values);
/* Whole numbers 1 to 9999 become the starts of years; the others are no longer understood. Those
 * that the build understood at once must be years. */
void csv_values_to_years(CsvBuild *build, const CsvSurvey *survey, CsvValues *values);

/* One value a row, of exactly the length of the build; caller frees. Takes what the build holds. */
double *csv_values_take(CsvBuild *build, const CsvValues *values);

/* The first row whose cell has that level. */
gsize csv_values_first_row(const CsvBuild *build, gint32 level);
