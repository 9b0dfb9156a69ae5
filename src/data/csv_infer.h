// The type of a column and its values, decided over all its cells.
#pragma once

#include "data/csv_reader.h"
#include "data/csv_survey.h"

/* What is known of a column before its cells are read. All borrowed. */
typedef struct {
    const char *file, *name;
    guint field;
    char delimiter, decimal; /* decimal 0: found out */
    TypeRequest type;
    const char *date_format; /* NULL: none */
    gboolean format_is_own;  /* named for this column, not for all that are no numbers */
    gsize sample_point;      /* decisive cells with a point among the first rows */
} CsvPlan;

/* How to read the whole column, from its first rows (a TEXT build); notes in the plan what the
 * decision about all of them needs. */
BuildMode csv_infer_mode(CsvPlan *plan, const CsvBuild *sample, const CsvSurvey *survey,
                         PointPolicy *ret_points);

/* The cells of a file that decide for one decimal mark. */
void csv_infer_vote(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
                    DecimalVotes *votes);

/* The column must be read again, as TEXT, before csv_infer_column() can make it. */
gboolean csv_infer_needs_text(const CsvPlan *plan, const CsvBuild *build, const CsvSurvey *survey,
                              DecimalVotes elsewhere);

/* Whether a TEXT build is a text column, whatever the rest of the file says of decimal marks. */
gboolean csv_infer_stays_text(const CsvPlan *plan, const CsvBuild *build);

/* The finished column; takes the cells out of the build. Cells not understood go to report once. */
Column *csv_infer_column(const CsvPlan *plan, CsvBuild *build, const CsvSurvey *survey,
                         DecimalVotes elsewhere, const LineMap *lines, Report *report,
                         GError **error);
