#include "geo/disputed.h"

static const Disputed DISPUTED[] = {
#include "geo/disputed_table.inc"
};

const Disputed *
disputed_next_in(Extent shown, const Disputed *previous)
{
    const Disputed *row = previous == NULL ? DISPUTED : previous + 1;

    while (row < DISPUTED + G_N_ELEMENTS(DISPUTED) && !extent_meets(row->extent, shown))
        row++;
    return row < DISPUTED + G_N_ELEMENTS(DISPUTED) ? row : NULL;
}

gboolean
disputed_has_border(const Disputed *row, guint a, guint b)
{
    for (guint k = 0; k < DISPUTED_MAX_BORDERS && row->borders[k][0] != 0; k++)
        if (row->borders[k][0] == MIN(a, b) && row->borders[k][1] == MAX(a, b))
            return TRUE;
    return FALSE;
}

gboolean
disputed_border(guint a, guint b, Extent extent)
{
    for (guint i = 0; i < G_N_ELEMENTS(DISPUTED); i++)
        if (extent_meets(DISPUTED[i].extent, extent) && disputed_has_border(&DISPUTED[i], a, b))
            return TRUE;
    return FALSE;
}
