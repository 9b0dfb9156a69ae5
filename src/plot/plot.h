// A figure between the table and the scene: layers, axes, series, panels. Charts fill it, the
// pipeline lays it out and draws it.
#pragma once

#include "guide/axis.h"
#include "mark/mark.h"
#include "plot/frame.h"

typedef struct ChartType ChartType;

/* A note at a data point, as parsed from --annotate. */
typedef struct {
    double x, y; /* data space; NaN: could not be read */
    guint panel;
    const char *text;
} Annotation;

typedef struct {
    Arena *arena; /* holds all that layers, axes and series point to */
    const Spec *spec;
    const ChartType *chart;
    const Theme *theme; /* with the user's font and background */
    TextMeasurer *measurer;
    Report *report;
    Size size; /* px */
    gboolean fixed_height;
    Frame *frame;

    GPtrArray *layers; /* Layer *, in the arena, in painting order */
    AxisSpec x, y;
    gboolean upright; /* the value axis is y */
    /* Values stand at the marks because they seem to have room: the axis that shows them, as it is
     * without them. NULL: there are none, or they were asked for. */
    AxisSpec *values_axis;
    AxisSpec plain_axis;

    Series *series;
    guint n_series;
    gboolean direct; /* names may stand at the right ends of the series */

    guint n_panels;
    const char **panel_titles; /* NULL entries: none */

    Annotation *annotations;
    guint n_annotations;
    const char *auto_note; /* what the figure has to say about itself; NULL */
    char *title;           /* never empty: the headline, or one made from the headers */
    char *description;
} Plot;

/* A recipe that turns columns into layers. One file and one row (chart_table.inc) each. */
struct ChartType {
    const char *name;           /* "bar" */
    const char *summary;        /* one line */
    const char *example;        /* options of an example, for describe */
    const ChannelDef *channels; /* ends with CHANNEL_COUNT */
    /* Fills layers, axes, series. Everything a user can get wrong is found here at the latest. */
    gboolean (*expand)(Plot *plot, GError **error);
};

/* The whole way: shape, bind, train, lay out, draw. Caller owns the scene. NULL and an error that
 * names file, line and column, or the option. */
Scene *plot_draw(const Spec *spec, const ChartType *chart, const Table *table,
                 TextMeasurer *measurer, Report *report, GError **error);
