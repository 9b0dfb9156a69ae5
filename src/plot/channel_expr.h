// What stands behind --x, -y, --color …: columns, aggregates, calendar parts, literals.
#pragma once

#include "mark/channel.h"
#include "transform/transform.h"

typedef enum { TERM_COLUMN, TERM_AGGREGATE, TERM_CALENDAR, TERM_BIN, TERM_LITERAL } TermKind;

typedef struct {
    TermKind kind;
    char *name; /* the column; the text of a literal; NULL for count() */
    AggregateKind aggregate;
    CalendarPart part;
    guint bins; /* BIN: how many; 0: found out */
} ChannelTerm;

/* Splits an expression such as "a,b" or "sum(total)". An argument that equals a header is that
 * column, whatever it looks like. names ends with NULL. The columns need not exist yet (fold makes
 * some). Array of ChannelTerm *, never empty; NULL and ERROR_USAGE for a malformed one. */
GPtrArray *channel_expr_parse(Channel channel, const char *text, const char *const *names,
                              GError **error);
