// Parts of a whole: what pie, waffle, units, parliament and treemap share. No axes: parts have a
// name, a value of zero or more, a colour and a panel.
#pragma once

#include "layout/label_column.h"
#include "plot/plot.h"

/* How a chart wants its parts. */
typedef enum {
    PARTS_NAMED = 1u << 0,      /* --color groups the parts that -x names; else one of them names */
    PARTS_KEEP_ORDER = 1u << 1, /* as in the data, unless --sort or --order speak */
    PARTS_COUNTS = 1u << 2,     /* values are whole numbers */
    PARTS_OF_WHOLE = 1u << 3,   /* percentages must add to 100 in every panel */
} PartsFlags;

/* One item a part: by panel, then by rank. The layer comes first, so that a mark can find the rest.
 * All in the plot's arena. */
typedef struct {
    Layer layer;         /* y: the values; series: rank of the colour */
    const char **names;  /* of each item, safe to show; equal names are one string */
    const char **values; /* of each item, as text with its unit */
    double *totals;      /* of each panel */
    AxisSpec axis;       /* format and unit of the values, title of the measure */
    guint n_names;       /* different names */
    gboolean percent;    /* the values are percentages */
    gboolean direct;     /* the names stand in the panel; else a legend has them */
    double cell;         /* waffle: what a cell is worth; 0: one percent */
    gboolean hole;       /* pie: a ring with the total in the middle */
    const char **middle; /* of each panel: its total as text */
} Parts;

/* Chooses the channels, leaves out rows without name or value, refuses negative values and what
 * has no meaning without axes, orders the parts and adds the layer of the mark to the plot. NULL
 * and an error: ERROR_USAGE or ERROR_INPUT. */
Parts *parts_new(Plot *plot, const MarkType *mark, PartsFlags flags, GError **error);

/* Its first step: the values on y, the names on color, or on x beside colours that group them; rows
 * without name or value are left out. The format and unit of the values go to axis. */
gboolean parts_take_channels(Plot *plot, PartsFlags flags, AxisSpec *axis, GError **error);

/* Names in the panel and no legend, or the legend that was asked for. direct: they have room. */
void parts_choose_names(Plot *plot, Parts *parts, gboolean direct);

/* The items of a panel: from *ret_first, as many as returned. */
gsize parts_of_panel(const Parts *parts, guint panel, gsize *ret_first);

/* Divides `whole` units among n values so that the units add to whole: the method of the largest
 * remainder (Hamilton); ties go to the first. values are >= 0, their sum is > 0. */
void parts_apportion(const double *values, gsize n, guint whole, guint *ret_units);

/* "28%" for each item, adding to 100 in every panel; with a decimal where a part would read 0%.
 * The figure has a note when one of them is not what it would be rounded alone. Percentages as they
 * are. */
const char **parts_shares(Plot *plot, const Parts *parts);

/* How the words of a part stand: its value and its name on one line, the name on a few lines over
 * the value, or on one line that is cut to the width. */
typedef enum { PART_LINE, PART_STACKED, PART_CUT } PartForm;

/* The words of a part: its value (bold, in its colour, or in its own ink for a mark) and, where
 * names stand in the panel, its name. ended: the words end at the mark, the value last. Empty when
 * not even the value is as narrow as the width. Caller frees. */
TextBlock *parts_block(const MarkContext *context, gsize item, PartForm form, double width,
                       gboolean ended);

/* px that the words of a panel's widest part take on one line, with the slack of other fonts. */
double parts_widest(const MarkContext *context, PartForm form);

/* Places the words of n parts beside the marks, in a form and no wider than width px: fills in
 * kind, block and result of the labels, whose data point into the layer's y. FALSE when some have
 * no room. Then draws and counts them, and frees the blocks. */
gboolean parts_place_column(const MarkContext *context, const LabelColumn *column,
                            ColumnLabel *labels, guint n, PartForm form, double width);
void parts_draw_column(const MarkContext *context, const LabelColumn *column, ColumnLabel *labels,
                       guint n);

/* Asks for the total of the panel and its measure in an empty circle among the marks, or in its
 * upper half, in letters of `most` px at most. */
void parts_ask_total(const MarkContext *context, Point centre, double radius, gboolean half,
                     double most);

/* The marks of these charts, each in a file of its own. */
extern const MarkType mark_pie, mark_waffle, mark_units, mark_parliament, mark_treemap;
