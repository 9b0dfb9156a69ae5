// What fitting and drawing of panels share. Private to the panels box.
#pragma once

#include "plot/panels_box.h"

typedef struct {
    Box box;
    const Plot *plot;
    gboolean direct;
    guint columns, rows;
    Axis *x, *y;                     /* fitted to one panel; all panels are alike */
    double left, right, top, bottom; /* px around all panels */
    double title_height;             /* above each panel */
    double gap;                      /* between columns of panels */
    Size panel;
} PanelsBox;

/* The value axis says what is measured above the panels, wherever its labels stand. */
const char *panels_top_title(const PanelsBox *panels);
const char *panels_bottom_title(const PanelsBox *panels);
/* The title of a panel, wrapped to its width. Caller frees. */
GPtrArray *panels_title_lines(const PanelsBox *panels, guint index, const LayoutContext *context);
void panels_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context);
