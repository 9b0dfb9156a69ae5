#include "plot/value_room.h"

#include "plot/spec.h"

void
value_room_keep(Plot *plot, const ValueRoom *room)
{
    AxisSpec *axis = room->axis;

    if (plot->spec->values == SWITCH_AUTO)
        plot->values_axis = axis;
    plot->plain_axis = *axis;
    for (gsize i = 0; i < room->n; i++) {
        TextExtents text;
        double needed;

        if (room->labels[i] == NULL)
            continue;
        text = text_measure(plot->measurer, room->labels[i], &plot->theme->label);
        needed = (room->upright ? text.ascent + text.descent : text.width) + room->gap;
        if (room->ends[i] < 0)
            axis->room_before = MAX(axis->room_before, needed);
        else
            axis->room_after = MAX(axis->room_after, needed);
    }
    if (!room->alone)
        return;
    axis->keep_units = TRUE;
    axis->hidden = plot->spec->grid == GRID_AUTO && plot->n_overlays == 0 &&
                   axis->n_tick_values == 0 && axis->tick_count == 0;
    axis->widen = axis->widen && !axis->hidden;
}
