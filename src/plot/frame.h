// The shaped table: one column a channel, ready for a chart. The steps come in
// the order of transform/transform_table.inc.
#pragma once

#include "base/report.h"
#include "plot/rename.h"

typedef struct {
    Table *table;                   /* owned */
    Column *columns[CHANNEL_COUNT]; /* borrowed from the table; NULL: channel not given */
    char *titles[CHANNEL_COUNT];    /* for people; NULL: none worth saying */
    char *units[CHANNEL_COUNT];     /* NULL: none */
    gboolean adds_up;               /* the values may be piled up: no mean, median, minimum … */
    gboolean counts;                /* of rows: where there is none, the count is 0 */
    Bins *bins[CHANNEL_COUNT];      /* owned; NULL: the channel holds no bins */
    char *measure;                  /* the column behind the value, for messages */
    char *measure_title; /* the same for people, whatever the axis is called; NULL: none */
    /* Kept for frames beside this one (--layer), else NULL: the rows before they were grouped, the
     * columns in them that the channels without an aggregate show, and whether several columns were
     * folded. Owned. */
    Table *rows;
    char *keys[CHANNEL_COUNT];
    gboolean folds;
    NamesFound found; /* what of --rename and --order has been found; owned */
} Frame;

/* where, fold, calendar, group, rename, order. NULL and an error naming option, column or cell.
 * Where there are places (rename_has_places()) the chart calls rename_report(). */
Frame *frame_new(const Spec *spec, const Table *table, Report *report, GError **error);
/* The rows that --join, --let and --where leave. Caller owns. */
Table *frame_rows(const Spec *spec, const Table *table, Report *report, GError **error);
/* A frame of another file: the expressions of some channels (bits 1 << Channel), grouped and
 * renamed; nothing else is done to its rows. The caller joins what it has found. */
Frame *frame_of_file(const Spec *spec, guint channels, const Table *table, Report *report,
                     GError **error);
/* A frame of other columns beside it: expressions for some channels, value among them or low, the
 * columns of the main frame for others (those set in keeps, bits 1 << Channel); filtered, folded,
 * grouped, renamed and put through the windows as the main frame was. Its errors name the channels
 * of --layer. */
Frame *frame_beside(const Frame *frame, const Spec *spec, const char *const exprs[CHANNEL_COUNT],
                    Channel value, guint keeps, Report *report, GError **error);
/* What an expression is called for people; NULL: nothing, or it is none. Caller frees. */
char *frame_expr_title(const Frame *frame, const Spec *spec, const char *expr);
void frame_free(Frame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Frame, frame_free)

/* Rows without a position cannot be drawn: they are left out and counted in the report. */
void frame_leave_out_missing(Frame *frame, Channel position, Report *report);

/* One row per mark: refuses several rows with the same position, color and facet. */
gboolean frame_check_unique(const Frame *frame, Channel value, GError **error);
/* The same for places of other channels. measure: the column to name in the advice; NULL: nothing
 * is measured. */
gboolean frame_check_places(const Frame *frame, const Channel *channels, guint n_channels,
                            const char *measure, Channel value, GError **error);

/* "dprk_exports" -> "Dprk exports". Caller frees. */
char *frame_title_of(const char *header);

/* Whether a name asked for (--highlight, --colors) is the one shown, or the header that it was made
 * from. */
gboolean frame_name_matches(const char *shown, const char *asked);
