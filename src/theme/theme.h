// One struct of sizes, spacings, colours and text styles: all that makes the look of a figure.
#pragma once

#include "text/text_style.h"

/* A palette by its name, or colours of the theme's own; neither: NULL and NULL. */
typedef struct {
    const char *name;
    const Color *colors;
    guint n;
} ThemeColors;

/* All lengths in px. Text sizes fall strictly: title > subtitle > label > axis > source. */
typedef struct {
    const char *name;
    const char *summary;
    gboolean dark;
    gboolean grey; /* no hues: series have a code beside their colour, and charts no own colours */
    /* Colours of series and numbers where none are asked for; NULL: the defaults. */
    ThemeColors series;
    const char *ramp, *ramp_diverging; /* names */
    const char *font;                  /* family; NULL: the default */

    Color background;
    Color grid;              /* light lines on the value axis */
    Color zero;              /* the line of zero, darker than the grid */
    Color muted;             /* series that are not highlighted */
    Color sea, land, border; /* of maps: borders part countries, and land from the sea */
    TextStyle title, subtitle, label, axis, source;
    TextStyle panel_title, annotation;

    double margin;      /* around the whole figure */
    double gap;         /* between blocks: heading, legend, panels, source */
    double line_gap;    /* between lines of one block that speak together */
    double tick_length; /* of the marks under a horizontal axis */
    double label_gap;   /* between axis labels and the panel */
    double panel_gap;   /* between panels of facets */
    double grid_width, zero_width;
    double line_width;                     /* of lines that carry data */
    double point_radius;                   /* of a point alone, or marked */
    double band_padding;                   /* share of a category that is gap between bars */
    double tick_spacing_x, tick_spacing_y; /* wished distance of ticks */
} Theme;

/* How much larger the words at marks are than the article's, for lengths that grow with them. */
static inline double
theme_em(const Theme *theme)
{
    return theme->label.size / 13;
}

/* What lies behind the figure: the background, or what a page is likely to have when there is none.
 */
static inline Color
theme_paper(const Theme *theme)
{
    return theme->background.a > 0 ? theme->background
                                   : COLOR_RGB(theme->dark ? 0x000000 : 0xffffff);
}

extern const Theme *const themes[];        /* ends with NULL; the first is the default */
const Theme *theme_find(const char *name); /* NULL: none */
/* All names, ending with NULL, for error_suggest(). Caller frees the array. */
const char **theme_names(void);
