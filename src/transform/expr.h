// Expressions over the columns of a table: text to tokens, tokens to a tree, the tree bound to a
// table, and the bound tree run over blocks of rows. Private to this room; the grammar stands at
// transform_filter() in transform.h.
#pragma once

#include "base/arena.h"
#include "base/report.h"
#include "data/table.h"

/* Parentheses, `not` and so on that may stand in one another; more is ERROR_USAGE. A chain of any
 * number of `and`, `or`, `+` is one level. */
#define EXPR_MAX_DEPTH 64

/* An expression as the user gave it. Borrowed strings. */
typedef struct {
    const char *flag; /* "--where": what begins every message */
    const char *text;
} ExprSource;

/* Bytes of the text, the end not included. */
typedef struct {
    gsize start, end;
} ExprSpan;

/* ERROR_USAGE with the text `FLAG: "PIECE" SENTENCE (character N)HINT`; N counts from 1. */
void expr_error(GError **error, const ExprSource *source, ExprSpan span, const char *hint,
                const char *format, ...) G_GNUC_PRINTF(5, 6);

typedef enum {
    EXPR_TOKEN_END,
    EXPR_TOKEN_NUMBER,
    EXPR_TOKEN_TEXT, /* 'x' or "x" */
    EXPR_TOKEN_NAME, /* x or `x` */
    EXPR_TOKEN_AND,
    EXPR_TOKEN_OR,
    EXPR_TOKEN_NOT,
    EXPR_TOKEN_IN,
    EXPR_TOKEN_IS,
    EXPR_TOKEN_MISSING,
    EXPR_TOKEN_EQUAL,
    EXPR_TOKEN_UNEQUAL,
    EXPR_TOKEN_LESS,
    EXPR_TOKEN_AT_MOST,
    EXPR_TOKEN_MORE,
    EXPR_TOKEN_AT_LEAST,
    EXPR_TOKEN_PLUS,
    EXPR_TOKEN_MINUS,
    EXPR_TOKEN_TIMES,
    EXPR_TOKEN_OVER,
    EXPR_TOKEN_OPEN,
    EXPR_TOKEN_CLOSE,
    EXPR_TOKEN_COMMA,
} ExprTokenType;

typedef struct {
    ExprTokenType type;
    ExprSpan span;
    double number;
    const char *text;       /* TEXT, NAME: without its quotes; lives in the arena */
    gboolean double_quoted; /* TEXT */
} ExprToken;

/* All tokens (ExprToken), the last of type END. NULL and ERROR_USAGE on failure. */
GArray *expr_lex(const ExprSource *source, Arena *arena, GError **error);

typedef enum {
    EXPR_NUMBER,
    EXPR_TEXT,
    EXPR_NAME,
    EXPR_NEGATE,
    EXPR_SUM,     /* operators: + and - */
    EXPR_PRODUCT, /* operators: * and / */
    EXPR_COMPARE,
    EXPR_IN, /* the first child in the list of the others, which are NUMBER or TEXT */
    EXPR_MISSING,
    EXPR_NOT,
    EXPR_AND,
    EXPR_OR,
} ExprKind;

typedef enum {
    EXPR_EQUAL,
    EXPR_UNEQUAL,
    EXPR_LESS,
    EXPR_AT_MOST,
    EXPR_MORE,
    EXPR_AT_LEAST,
} ExprComparison;

typedef struct ExprNode ExprNode;
struct ExprNode {
    ExprKind kind;
    ExprSpan span;
    guint n_children;
    ExprNode **children;
    const char
        *operators;   /* SUM, PRODUCT: the one before each child; that of the first is + or * */
    double number;    /* NUMBER */
    const char *text; /* TEXT, NAME */
    gboolean double_quoted; /* TEXT */
    gboolean negated;       /* IN, MISSING: has a `not` */
    ExprComparison comparison;
};

/* The tree of a whole text; it lives in the arena. */
ExprNode *expr_parse(const ExprSource *source, Arena *arena, GError **error);

/* What a bound node does with a block of rows. */
typedef enum {
    EVAL_CONSTANT, /* a number or a time in every row */
    EVAL_LITERAL,  /* a text in quotes; takes part in comparisons only and is never run */
    EVAL_COLUMN,
    EVAL_YEAR, /* the calendar year of a time, as a number */
    EVAL_NEGATE,
    EVAL_SUM,
    EVAL_PRODUCT,
    EVAL_COMPARE, /* two numbers, or two times */
    EVAL_WITHIN,  /* a number or time that lies in one of the intervals */
    EVAL_LOOKUP,  /* a text by its code; the answer for each level was found beforehand */
    EVAL_RANKS,   /* two texts by their places in the order of all levels of both */
    EVAL_ABSENT,  /* a number or time that is missing */
    EVAL_NOT,
    EVAL_AND,
    EVAL_OR,
} EvalKind;

typedef enum { EVAL_NUMBER, EVAL_TIME, EVAL_TEXT, EVAL_MASK } EvalType;

/* Both ends belong to it. */
typedef struct {
    double low, high;
} EvalInterval;

/* Rows are run through the tree by blocks, so that what passes between nodes stays in the cache. */
#define EVAL_BLOCK 512

typedef struct EvalNode EvalNode;
struct EvalNode {
    EvalKind kind;
    EvalType type;
    const ExprNode *source;
    guint n_children;
    EvalNode **children;
    const Column *column; /* COLUMN, LOOKUP; borrowed from the table */
    double constant;
    const char *operators;
    ExprComparison comparison;
    gboolean negated;
    guint n_intervals;
    EvalInterval *intervals; /* ascending, apart */
    guint8 *answers;         /* LOOKUP: by code + 1, so that missing comes first */
    guint32 *ranks[2];       /* RANKS: by code + 1 of each child's column */
    const double *values;    /* of the block: NUMBER, TIME */
    double *buffer;          /* where values is not the column itself */
    guint8 *mask;            /* of the block: MASK, 0 or 1 */
};

/* Finds the columns, checks the types and looks texts up. The result lives in the arena and borrows
 * the table. Texts that no level equals are remarked in the report. */
EvalNode *expr_bind(const ExprSource *source, const ExprNode *root, const Table *table,
                    Arena *arena, Report *report, GError **error);
/* The same for an expression whose result is a number in every row. */
EvalNode *expr_bind_number(const ExprSource *source, const ExprNode *root, const Table *table,
                           Arena *arena, Report *report, GError **error);

/* A new node of this type with room for its block. */
EvalNode *eval_node_new(Arena *arena, EvalKind kind, EvalType type, const ExprNode *source,
                        guint n_children);

/* The comparison of two bound values, of a value with a list (`in`; items are NUMBER or TEXT
 * nodes), and the test for missing; NULL and ERROR_USAGE where the types do not go together. */
typedef struct {
    const ExprSource *source;
    const Table *table;
    Arena *arena;
    Report *report;
} ExprBinder;
EvalNode *expr_bind_comparison(const ExprBinder *binder, const ExprNode *node, EvalNode *left,
                               EvalNode *right, GError **error);
EvalNode *expr_bind_in(const ExprBinder *binder, const ExprNode *node, EvalNode *value,
                       GError **error);
EvalNode *expr_bind_missing(const ExprBinder *binder, const ExprNode *node, EvalNode *value);
/* A list item (NUMBER, TEXT) as the span of times it stands for: 2019 and "2019" are the whole
 * year, "2019-03" is the whole month. */
gboolean expr_time_interval(const ExprBinder *binder, const ExprNode *item,
                            EvalInterval *ret_interval, GError **error);
/* Remarks that no level of the column equals a text, with near ones. */
void expr_remark_unknown(const ExprBinder *binder, const Column *column, const char *text);
/* A time as its year; numbers stay. */
EvalNode *expr_bind_year(const ExprBinder *binder, EvalNode *value);

/* Runs a bound condition; out[i] becomes 1 where it holds in row i, else 0. Cannot fail. */
void expr_run_mask(EvalNode *root, gsize n_rows, guint8 *out);
/* Runs a bound number; out[i] becomes its value in row i, NaN where it is missing. Cannot fail. */
void expr_run_number(EvalNode *root, gsize n_rows, double *out);
