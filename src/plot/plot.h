// A figure between the table and the scene: layers, axes, series, panels. Charts fill it, the
// pipeline lays it out and draws it.
#pragma once

#include "guide/axis.h"
#include "lint/lint.h"
#include "mark/mark.h"
#include "plot/color_names.h"
#include "plot/frame.h"
#include "words/description.h"

typedef struct ChartType ChartType;
typedef struct Plot Plot;
typedef struct DataTable DataTable; /* plot/data_table.h */
typedef struct Overlay Overlay;     /* plot/overlay.h */
typedef struct Reference Reference; /* plot/references.h */

/* Some of the panels: a column and a row of them; G_MAXUINT: any. Panels that are no grid are the
 * columns of one row. */
typedef struct {
    guint column, row;
} PanelChoice;

/* A note at a data point, as parsed from --annotate. */
typedef struct {
    double x, y; /* data space; NaN: could not be read */
    PanelChoice panels;
    const char *text;
} Annotation;

/* What a panel of its own scale shows: from min to max, or these categories. In the arena. */
typedef struct {
    double min, max;
    guint n_categories;
    const char **categories;
    const double *times, *places; /* see AxisSpec */
} PanelDomain;

typedef struct {
    guint n; /* a panel each, or a row or column of a grid; 0: all panels share one */
    PanelDomain *domains;
} PanelDomains;

struct Plot {
    Arena *arena; /* holds all that layers, axes and series point to */
    const Spec *spec;
    const ChartType *chart;
    const Theme *theme;       /* with the user's font and background */
    const Language *language; /* NULL: english */
    const TickWords *words;   /* the language's way to write axes; NULL: english */
    TextMeasurer *measurer;
    Report *report;
    Size size; /* px */
    gboolean fixed_height;
    Frame *frame;
    /* Of other files: areas, symbols of a map. In the arena. */
    const Frame *beside[2];
    guint n_beside;

    GPtrArray *layers; /* Layer *, in the arena, in painting order */
    AxisSpec x, y;
    AxisSpec color; /* how numbers on the color channel are written, where a ramp shows them */
    const AxisSpec *fill; /* the same for the areas of a map, which have a ramp; NULL */
    gboolean upright;     /* the value axis is y */
    gboolean thousands;   /* numbers have thousands marks: thousands.h */
    /* Values stand at the marks because they seem to have room: the axis that shows them, as it is
     * without them. NULL: there are none, or they were asked for. */
    AxisSpec *values_axis;
    AxisSpec plain_axis;

    Series *series;
    guint n_series;
    /* Colours of the series where they mean something (sides, ups and downs), set before
     * bind_series(); --colors goes before them. NULL: the palette. */
    const Color *own_colors;
    ColorName *color_names; /* of --colors, as palette_read() leaves them; in the arena */
    guint n_color_names;
    GPtrArray *place_names; /* const char *: what --highlight may pick besides series and
                             * categories; owned by the arena; NULL: nothing */
    /* The options of series speak to another part of the figure: links beside coloured areas. */
    gboolean shares_options;
    const guint *own_codes; /* the same for the code beside colour; NULL: their order */
    gboolean key_beside; /* the panels would leave the page's width unused: the key may have it */
    gboolean key_above;  /* the key was to stand beside the panels and is too high for that */
    gboolean named;      /* the marks write the names of the series: a key only when asked for */
    gboolean direct;     /* names may stand at the right ends of the series */

    guint n_panels;
    double panel_aspect;       /* width over height that panels would like; 0: as upright has it */
    const char **panel_titles; /* NULL entries: none */
    gsize *panel_rows;         /* how many rows of the frame each panel has */
    /* A grid of panels, row by row; 0: they follow each other and wrap. */
    guint grid_rows, grid_columns;
    const char **row_titles, **column_titles; /* of a grid; NULL entries: none */
    PanelDomains free_x, free_y;

    const MarkType *key_mark; /* draws the samples of the legend; NULL: the first layer's mark */
    /* A guide of the chart's own (a colour ramp, sizes) above the panels; NULL: none. Makes a new
     * box at each call. */
    Box *(*make_guide)(const Plot *plot);
    gconstpointer guide_data; /* for make_guide; in the arena */
    gboolean guide_names;     /* it has the samples of the series as well */

    /* Of bins and curves, whose items are no rows: the values behind them, and their axis. NULL:
     * the items of the layers are the values. */
    const Column *spread;
    const AxisSpec *spread_axis;

    /* Likewise: what they show, its columns named as people read them; owned. NULL: the rows. */
    Table *shown;

    Overlay *overlays; /* --layer; in the arena */
    guint n_overlays;
    guint n_overlay_series; /* the last ones of the series are theirs */

    Reference *references; /* --rule and --band; in the arena */
    guint n_references;

    Annotation *annotations;
    guint n_annotations;
    const char *credit;    /* a line after the source, in full; NULL */
    const char *auto_note; /* what the figure has to say about itself; NULL */
    char *title;           /* never empty: the headline, or one made from the headers */
    char *description;
};

/* The key stands beside the panels, not above: as asked, or on a page that is wide and low. */
gboolean plot_key_is_beside(const Plot *plot);
/* The most that a lying bar and its gap may take, px: `px` with the article's text, more with
 * larger text and where the page is as high as it is wide. */
double plot_bar_room(const Plot *plot, double px);

/* A recipe that turns columns into layers. One file and one row (chart_table.inc) each. */
struct ChartType {
    const char *name;           /* "bar" */
    const char *summary;        /* one line */
    const char *example;        /* options of an example, for describe */
    const char *wide_example;   /* of one with periods as headings; NULL: none */
    const ChannelDef *channels; /* ends with CHANNEL_COUNT */
    /* Which channels hold the numbers that the figure shows, and where they stand, the first that
     * is there: for its text alternative. End with CHANNEL_COUNT; NULL: those of charts with axes.
     */
    const Channel *value_channels, *place_channels;
    gboolean thins; /* a long table may be read without the rows that cannot be seen: thin_plan.h */
    /* Fills layers, axes, series. Everything a user can get wrong is found here at the latest. */
    gboolean (*expand)(Plot *plot, GError **error);
    /* Facts for the text alternative, where rows are no marks along an axis. NULL: they come from
     * the channels above. */
    void (*describe)(const Plot *plot, DescriptionFacts *facts);
};

/* The whole way: shape, bind, train, lay out, draw. Caller owns the scene, and what a check of it
 * has to know, and what it shows (ret_facts, ret_table may be NULL). NULL and an error that names
 * file, line and column, or the option. */
Scene *plot_draw(const Spec *spec, const ChartType *chart, const Table *table,
                 TextMeasurer *measurer, Report *report, LintFacts **ret_facts,
                 DataTable **ret_table, GError **error);

/* Where an axis begins and ends, as its figure would be drawn. */
typedef struct {
    gboolean has;     /* it shows numbers or times, the same in all panels */
    gboolean periods; /* no ends that can be set: a slot for each period from min to max */
    gboolean is_time; /* text as ISO 8601, to the unit */
    gboolean rounds;  /* it may grow to round ticks */
    ScaleKind kind;
    TimeUnit unit;
    double min, max;
} PlotDomain;

/* What figures beside each other can have in common. */
typedef struct {
    PlotDomain x, y, ramp, fill; /* ramp, fill: of numbers that are colours, of marks and areas */
    GPtrArray *names;            /* char *, owned: of the series that the palette colours */
    GArray *colors;              /* Color: one a name */
} PlotScales;

void plot_scales_clear(PlotScales *scales);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PlotScales, plot_scales_clear)

/* What --x-domain, --y-domain, --color-domain, --fill-domain and --colors would have to say so that
 * the figure stays as it is; the same errors as plot_draw(). Nothing is drawn. */
gboolean plot_scales(const Spec *spec, const ChartType *chart, const Table *table,
                     TextMeasurer *measurer, Report *report, PlotScales *ret_scales,
                     GError **error);
/* The colours that n series would have in this figure: n of them, caller frees. NULL and an error
 * as plot_draw(). */
Color *plot_palette(const Spec *spec, const ChartType *chart, const Table *table,
                    TextMeasurer *measurer, Report *report, guint n, GError **error);
