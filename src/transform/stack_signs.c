#include "transform/stack_signs.h"

#include "transform/grouping.h"

gboolean *
stack_signs_find(const Column *const *keys, guint n_keys, const Column *series, const Column *value)
{
    gsize n = value->length;
    g_autoptr(Grouping) panels =
        grouping_new(n_keys > 1 ? keys + 1 : NULL, n_keys > 1 ? n_keys - 1 : 0, n);
    g_autoptr(Grouping) lines = series != NULL ? grouping_refine(panels, series) : NULL;
    const Grouping *groups = lines != NULL ? lines : panels;
    g_autofree gboolean *above = g_new0(gboolean, groups->n_groups + 1);
    g_autofree gboolean *below = g_new0(gboolean, groups->n_groups + 1);
    gboolean *down = g_new0(gboolean, n + 1);

    for (gsize i = 0; i < n; i++) {
        above[groups->ids[i]] |= value->values[i] > 0;
        below[groups->ids[i]] |= value->values[i] < 0;
    }
    for (gsize i = 0; i < n; i++)
        down[i] = value->values[i] < 0 ||
                  (value->values[i] == 0 && below[groups->ids[i]] && !above[groups->ids[i]]);
    return down;
}
