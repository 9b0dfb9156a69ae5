// How high a page is, or becomes, for what its panels show. Before the layout, about.
#pragma once

#include "plot/plot.h"

/* No page grows higher than this by itself, px. */
#define PAGE_MOST_HEIGHT 20000.0

/* How many panels stand one above the other on the page. */
guint page_rows(const Plot *plot);
/* px of width that each column of panels has with its axis labels, and px of height that each row
 * has with its titles and axis labels. */
double page_column_width(const Plot *plot);
double page_row_height(const Plot *plot);

/* px that the page is high when each of `rows` rows of panels takes `height` px, its titles and
 * axis labels among them. */
double page_height(const Plot *plot, guint rows, double height);

/* Makes the page so high at least; a height that was asked for stays. */
void page_grow(Plot *plot, double height);
