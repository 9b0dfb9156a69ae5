// The contact sheet as one drawing, to be printed or sent around.
#pragma once

#include "batch/sheet_figure.h"
#include "scene/node.h"
#include "text/measure.h"

/* How cards are set, by their number: the more there are, the smaller they are. */
typedef struct {
    guint columns;
    double card;  /* width of a card, px */
    double scale; /* pixels per px */
} SheetGrid;

SheetGrid sheet_grid(guint n_figures);
/* The pixels that the picture of a card may have. */
void sheet_grid_picture(const SheetGrid *grid, guint *ret_columns, guint *ret_rows);

/* figures: SheetFigure *, in the order of the plan; their images are copied. A figure that changed
 * takes two cards, with its former picture. Caller owns. */
Scene *sheet_scene(const GPtrArray *figures, const SheetGrid *grid, const char *counts,
                   TextMeasurer *measurer);
