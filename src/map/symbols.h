// What binds the symbols of a map. Private to it.
#pragma once

#include "map/map.h"

/* A symbol for each row of the data, without its radius. panels: of each row. */
gboolean symbols_of_rows(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                         GError **error);
/* A circle for each area, or place, that has a number; the same. */
gboolean symbols_of_areas(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                          GError **error);

/* ERROR_INPUT: a number is below zero, which no area can show. */
gboolean symbols_check_sizes(const Table *table, const Column *size, Channel channel,
                             GError **error);
/* What the symbol says of itself: "Hanoi, 27 Feb 2019: 12". */
void symbols_title(Plot *plot, MapSymbol *symbol, const AxisSpec *axis);
