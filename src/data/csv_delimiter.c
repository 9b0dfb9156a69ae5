#include "data/csv_sniff.h"

#include <string.h>

#define MOST_RECORDS 100
#define N_CANDIDATES 4

static const char candidates[N_CANDIDATES + 1] = ",;\t|";

/* How often each candidate stands in a record, outside quotes. */
typedef struct {
    guint counts[N_CANDIDATES];
} Counts;

/* How the records of a sample agree with the first. */
typedef struct {
    Counts first;
    guint agreeing[N_CANDIDATES];
    guint n_records;
} Survey;

static void
count(Counts *counts, char c)
{
    const char *found = c == '\0' ? NULL : strchr(candidates, c);

    if (found)
        counts->counts[found - candidates]++;
}

static void
survey_add(Survey *survey, const Counts *record)
{
    if (survey->n_records == 0)
        survey->first = *record;
    for (int i = 0; i < N_CANDIDATES; i++)
        survey->agreeing[i] += record->counts[i] == survey->first.counts[i];
    survey->n_records++;
}

/* Quotes are counted as they come: a doubled quote leaves and enters again. A record that breaks
 * off does not count unless it is the only one. */
static Survey
survey_sample(const char *bytes, gsize length)
{
    Survey survey = { .n_records = 0 };
    Counts record = { .counts = { 0 } };
    gboolean quoted = FALSE, empty = TRUE;

    for (gsize i = 0; i < length && survey.n_records < MOST_RECORDS; i++) {
        if (bytes[i] == '"')
            quoted = !quoted;
        else if (!quoted && (bytes[i] == '\n' || bytes[i] == '\r')) {
            if (!empty)
                survey_add(&survey, &record);
            record = (Counts){ .counts = { 0 } };
            empty = TRUE;
            continue;
        } else if (!quoted)
            count(&record, bytes[i]);
        empty = FALSE;
    }
    if (survey.n_records == 0)
        survey_add(&survey, &record);
    return survey;
}

static gboolean
is_better(const Survey *survey, int i, int best)
{
    if (survey->agreeing[i] != survey->agreeing[best])
        return survey->agreeing[i] > survey->agreeing[best];
    return survey->first.counts[i] > survey->first.counts[best];
}

char
csv_sniff_delimiter(const char *bytes, gsize length, char prefer, char *ret_rival)
{
    Survey survey = survey_sample(bytes, length);
    int best = -1;

    *ret_rival = '\0';
    for (int i = 0; i < N_CANDIDATES; i++) {
        if (survey.first.counts[i] == 0)
            continue;
        if (candidates[i] == prefer)
            return prefer;
        if (best < 0 || is_better(&survey, i, best))
            best = i;
    }
    for (int i = 0; best >= 0 && i < N_CANDIDATES; i++)
        if (i != best && survey.first.counts[i] > 0 && survey.n_records > 1 &&
            survey.agreeing[i] == survey.n_records && survey.agreeing[best] == survey.n_records)
            *ret_rival = candidates[i];
    if (best >= 0)
        return candidates[best];
    return prefer != '\0' ? prefer : ',';
}
