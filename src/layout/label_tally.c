#include "layout/labels.h"

typedef struct {
    const LabelKind *kind;
    gsize asked, placed, covering;
} TallyRow;

struct LabelTally {
    GArray *rows; /* of TallyRow, in the order in which the kinds came up */
};

LabelTally *
label_tally_new(void)
{
    LabelTally *tally = g_new0(LabelTally, 1);

    tally->rows = g_array_new(FALSE, TRUE, sizeof(TallyRow));
    return tally;
}

void
label_tally_free(LabelTally *tally)
{
    if (tally == NULL)
        return;
    g_array_unref(tally->rows);
    g_free(tally);
}

static TallyRow *
label_tally_row(LabelTally *tally, const LabelKind *kind)
{
    TallyRow row = { .kind = kind };

    for (guint i = 0; i < tally->rows->len; i++)
        if (g_array_index(tally->rows, TallyRow, i).kind == kind)
            return &g_array_index(tally->rows, TallyRow, i);
    g_array_append_val(tally->rows, row);
    return &g_array_index(tally->rows, TallyRow, tally->rows->len - 1);
}

void
label_tally_add(LabelTally *tally, const LabelKind *kind, gsize asked, gsize placed)
{
    TallyRow *row;

    if (tally == NULL || kind == NULL)
        return;
    row = label_tally_row(tally, kind);
    row->asked += asked;
    row->placed += placed;
}

void
label_tally_add_covering(LabelTally *tally, const LabelKind *kind)
{
    if (tally != NULL && kind != NULL)
        label_tally_row(tally, kind)->covering++;
}

void
label_tally_report(const LabelTally *tally, Report *report)
{
    for (guint i = 0; i < tally->rows->len; i++) {
        const TallyRow *row = &g_array_index(tally->rows, TallyRow, i);
        const LabelKind *kind = row->kind;
        gsize lost = row->asked - row->placed;

        if (row->covering > 0)
            report_add(report, SEVERITY_WARNING, WHERE_NONE, row->covering,
                       "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " %s %s no free place %s and %s "
                       "over data; a larger figure would help",
                       row->covering, row->asked, row->asked == 1 ? kind->one : kind->many,
                       row->covering == 1 ? "has" : "have", kind->where,
                       row->covering == 1 ? "stands" : "stand");
        if (lost == 0)
            continue;
        report_add(report, kind->expected ? SEVERITY_NOTE : SEVERITY_WARNING, WHERE_NONE, lost,
                   "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " %s %s no room %s and %s left out; "
                   "%s",
                   lost, row->asked, row->asked == 1 ? kind->one : kind->many,
                   lost == 1 ? "has" : "have", kind->where, lost == 1 ? "is" : "are", kind->advice);
    }
}
