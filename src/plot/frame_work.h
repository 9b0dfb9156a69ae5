// What the steps of frame.c hand to each other. Private to the frame.
#pragma once

#include "plot/channel_expr.h"
#include "plot/frame.h"

/* The work of one call: terms a channel, and the table as it changes. */
typedef struct {
    const Spec *spec;
    Report *report;
    guint channels;                  /* those that the table drives, bits 1 << Channel */
    GPtrArray *terms[CHANNEL_COUNT]; /* ChannelTerm *; NULL: not given */
    Table *kept;                     /* the rows that --where leaves, before any reshaping */
    Table *table;
    Frame *frame;
    gboolean folds,
        folds_percent; /* several columns were folded; all in percent by their headers */
} FrameWork;

void frame_work_clear(FrameWork *work);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FrameWork, frame_work_clear)

/* Puts the column of each term that is not an aggregate into the table and remembers its name. */
gboolean frame_resolve(FrameWork *work, char *names[CHANNEL_COUNT], GError **error);
/* Groups by all channels that hold no aggregate. */
gboolean frame_group(FrameWork *work, char *names[CHANNEL_COUNT], GError **error);
/* What a term is called for people; NULL: nothing worth saying. Caller frees. */
char *frame_term_title(const Spec *spec, const ChannelTerm *term);

/* A header that says percent: "share_percent", "turnout %". */
gboolean frame_header_is_percent(const char *header);

/* Columns, titles and units into the frame. names: the column of each channel in the shaped table.
 */
void frame_say(FrameWork *work, char *names[CHANNEL_COUNT]);

/* Takes over the table as the one to work on; FALSE for NULL. */
gboolean frame_take_table(FrameWork *work, Table *table);
/* Takes over a table whose columns have the names of the frame's. */
void frame_set_table(Frame *frame, Table *table);
