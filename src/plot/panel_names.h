// panel=NAME of notes, rules and bands: which panels of the figure a name stands for.
#pragma once

#include "plot/plot.h"

/* FALSE and ERROR_USAGE with the nearest names for a name that no panel has, and one that a row
 * and a column of a grid share. text NULL: all panels. In a grid a name is that of a column, of a
 * row, or both in either order with ", " between them. option: who asks, for the message. */
gboolean panel_names_find(const Plot *plot, const char *option, const char *text,
                          PanelChoice *ret_choice, GError **error);

gboolean panel_choice_has(const Plot *plot, PanelChoice choice, guint panel);
/* The first panel of them, which bears what is said once. */
guint panel_choice_first(const Plot *plot, PanelChoice choice);
