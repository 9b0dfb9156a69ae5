// --rule and --band: lines and stretches of an axis that data are compared with.
#pragma once

#include "plot/plot.h"

/* One of them. Places are in data space of the axis; a band that is open at an end has an infinite
 * one. */
struct Reference {
    const char *option; /* "rule", "band" */
    gboolean is_band;
    Channel channel;                 /* X or Y: whose axis it stands on */
    const char *from_text, *to_text; /* as typed; NULL: open. A rule has from only */
    const char *label, *title;       /* NULL: none; the title is the label on one line */
    const char *panel_text;          /* NULL: every panel */
    gboolean has_color;
    Color color;

    double from, to;    /* from here on after references_bind(); to = from for a rule */
    PanelChoice panels; /* the first of them has the label */
    gboolean outside;   /* the axis does not reach it: it is not drawn */
};

/* Reads the options. ERROR_USAGE for unknown keys and colours, for both x and y, or none. */
gboolean references_parse(Plot *plot, GError **error);
/* A continuous axis grows to hold what stands on it; a domain that was asked for goes before. */
void references_extend(const Plot *plot, Channel channel, AxisSpec *axis);
/* Finds the places, once the axes are known; what lies outside a domain that was asked for is
 * warned of. ERROR_USAGE for places that the axes do not have, and unknown panels. */
gboolean references_bind(Plot *plot, GError **error);
/* Places as people write them, "100", "2016 – 2018"; in the arena. */
const char *reference_words(const Plot *plot, const Reference *reference);

/* The three times at which a panel draws them: before the grid, with the words at marks, and last
 * of all. */
void references_draw_bands(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                           SceneBuilder *builder);
void references_draw_rules(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                           SceneBuilder *builder);
void references_add_labels(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                           Labels *labels);
