// What fitting and drawing of panels share. Private to the panels box.
#pragma once

#include "plot/panels_box.h"

/* Beside, above and below the panels of one column or row, px. */
typedef struct {
    double before; /* columns: labels of the axis; rows: titles */
    double after;  /* columns: names at the right ends; rows: labels of the axis */
} PanelsTrack;

typedef struct {
    Box box;
    const Plot *plot;
    PanelNames place;
    guint columns, rows;
    AxisSpec *x_specs, *y_specs;     /* owned: the plot's, or one for each domain */
    GPtrArray *x, *y;                /* Axis: fitted, in the order of the specs */
    PanelsTrack *across, *down;      /* owned: by column, by row */
    double left, right, top, bottom; /* px around all panels */
    double names;                    /* for the names at the right ends of each panel */
    double row_titles;               /* left of a grid, with the gap to the labels; 0: none */
    gboolean row_titles_above;       /* each row of a grid */
    double column_gap, row_gap;      /* between panels with all that belongs to them */
    guint title_lines;               /* of a panel, at most */
    TextStyle title;                 /* of a panel */
    Size panel;
} PanelsBox;

/* No panel is smaller than this, px. */
#define PANELS_LEAST_SIDE 10.0

/* Fits the axes into the box, and with them the panels; columns, rows and names are chosen. */
void panels_fit(PanelsBox *panels, const LayoutContext *context);
/* All of the height but the panels themselves. */
double panels_height_around(const PanelsBox *panels);
/* On a page that is too narrow for its labels they stay on it, and off those of the next panel. */
void panels_hold_ends(PanelsBox *panels);

const Axis *panels_x(const PanelsBox *panels, guint index);
const Axis *panels_y(const PanelsBox *panels, guint index);
/* Inner axes carry labels only where they differ, or where no other panel stands between them and
 * the edge. */
gboolean panels_have_x_labels(const PanelsBox *panels, guint index);
gboolean panels_have_y_labels(const PanelsBox *panels, guint index);
Rect panels_rect(const PanelsBox *panels, guint index);
/* What marks of a panel need to know; builder may be NULL for those that only measure. */
MarkContext panels_mark_context(const PanelsBox *panels, guint index, Rect rect, const Scale *x,
                                const Scale *y, SceneBuilder *builder,
                                const LayoutContext *context);

/* The value axis says what is measured above the panels, wherever its labels stand. */
const char *panels_top_title(const PanelsBox *panels);
const char *panels_bottom_title(const PanelsBox *panels);

/* Titles of panels; in a grid those of the columns stand above the first row. All lines are wrapped
 * to their room. Caller frees; no lines where there is no title. */
void panels_fit_titles(PanelsBox *panels, const LayoutContext *context);
void panels_draw_panel_title(const PanelsBox *panels, guint index, SceneBuilder *builder,
                             const LayoutContext *context);
void panels_draw_row_titles(const PanelsBox *panels, SceneBuilder *builder,
                            const LayoutContext *context);
double panels_line_height(const TextStyle *style, const LayoutContext *context);

/* The lines of all other panels; marks: those of the panel. */
void panels_draw_context(const PanelsBox *panels, const MarkContext *marks);

void panels_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context);
