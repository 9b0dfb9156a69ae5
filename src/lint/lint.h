// The program checks its own figure: design rules asked of the drawn scene, of the report, and of a
// few facts that neither of them tells.
#pragma once

#include "base/report.h"
#include "scene/node.h"

typedef enum {
    LINT_AXIS_NONE,
    LINT_AXIS_NUMBERS,
    LINT_AXIS_LOG,
    LINT_AXIS_TIMES,
    LINT_AXIS_CATEGORIES,
} LintAxisKind;

typedef struct {
    LintAxisKind kind;
    double from, to;         /* ends of the domain; numbers only */
    double least;            /* of the values that lines pass through; NaN: there are no lines */
    double padding;          /* categories: share of each that is gap */
    gboolean lengths;        /* marks are lengths or surfaces that begin at zero */
    gboolean measures;       /* it shows what was measured, not where or when */
    gboolean says_something; /* a title or a unit stands at it */
} LintAxis;

typedef struct {
    const char *name; /* NULL: none */
    Color color;
    gboolean muted; /* grey beside highlighted ones */
    guint code;     /* a dash or a symbol beside the colour; 0: none */
    double end;     /* where it ends on the value axis, for a name beside it; NaN: nowhere */
} LintSeries;

typedef struct {
    const char *name;  /* NULL: an empty slot */
    double value;      /* the sum of what is drawn there; NaN: nothing */
    gboolean leftover; /* "Other" and its kin */
} LintCategory;

/* What the scene does not say. Names are borrowed from `arena`. */
typedef struct {
    Arena *arena; /* owned */
    const char *chart;
    const char *title, *subtitle, *source, *note; /* as asked for; NULL: none */
    Color background;   /* behind the page, when the figure has none of its own: the theme's */
    Color muted;        /* grey on purpose */
    double least_text;  /* px: smaller text cannot be read where the figure is meant to be shown */
    LintAxis x, y;      /* left to right, bottom to top */
    LintSeries *series; /* in the order of the key */
    guint n_series;
    LintCategory *categories; /* of the one axis that has names; in the order of the axis */
    guint n_categories;
    gboolean named;          /* the marks, an axis or the panels bear the names of the series */
    gboolean sorted_by_kind; /* categories follow from each other, or an order was asked for */
    gboolean ramp;           /* colours show numbers */
    gboolean free_scales;    /* panels have scales of their own */
    guint n_slices;          /* of the fullest pie; 0: it is none */
} LintFacts;

LintFacts *lint_facts_new(void);
void lint_facts_free(LintFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LintFacts, lint_facts_free)

typedef struct Lint Lint;

typedef struct {
    const char *name;    /* "overlap" */
    Severity severity;   /* SEVERITY_ERROR or SEVERITY_WARNING */
    const char *summary; /* one line */
    void (*check)(Lint *lint);
} LintRule;

extern const LintRule lint_rules[]; /* ends with name NULL */

typedef struct {
    const LintRule *rule;
    char *where; /* a part of the figure: "figure", "x", "labels@120,48" (px); or file:line */
    char *text;  /* one sentence, one line */
} LintFinding;

/* So many findings of one rule are worth reading. */
#define LINT_MOST 20

/* All rules, in the order of their table; LintFinding *, the caller owns the array and what it
 * holds. most: so many findings a rule, the last of them counts the rest; 0: all. */
GPtrArray *lint_run(const Scene *scene, const LintFacts *facts, const Report *report, guint most);
