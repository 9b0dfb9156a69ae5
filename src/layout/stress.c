#include "layout/stress.h"

#include "layout/stress_work.h"

gboolean
stress_lay_out(const Size *boxes, guint n, const NetworkEdge *edges, guint n_edges, Rect area,
               Point *ret_at)
{
    g_autoptr(GPtrArray) parts = stress_parts(boxes, n, edges, n_edges);

    for (guint p = 0; p < parts->len; p++) {
        StressPart *part = g_ptr_array_index(parts, p);
        double share = sqrt((double)part->n / n);

        if (part->n == 1)
            continue;
        stress_majorize(part);
        stress_fan_leaves(part);
        stress_turn(part, (Size){ share * area.width, share * area.height });
    }
    stress_pack(parts, area, ret_at);
    return stress_push_apart(boxes, n, area, ret_at);
}
