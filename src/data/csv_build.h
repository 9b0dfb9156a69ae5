// One column while its cells are read: numbers and times at once where the first rows promise them.
#pragma once

#include "base/calendar.h"
#include "data/levels.h"

/* TEXT keeps every cell as it stands and so can become anything; the others are faster and smaller,
 * but a column that turns out to be something else must be read again as TEXT. */
typedef enum { BUILD_SKIP, BUILD_TEXT, BUILD_NUMBER, BUILD_TIME } BuildMode;

/* What a point in a plain number is. */
typedef enum {
    POINTS_DECIMAL, /* the decimal mark */
    POINTS_WEIGHED, /* that too, but counted; "1.234", which may be meant as 1234, is odd */
    POINTS_ODD,     /* perhaps a thousands mark: every number with one is odd */
} PointPolicy;

/* A cell of a NUMBER or TIME build that is not simply one. */
typedef struct {
    guint32 row;
    gint32 code; /* of its text in levels */
} OddCell;

typedef struct {
    BuildMode mode;
    const char *const *na;  /* borrowed, ends with NULL; NULL: none */
    PointPolicy points;     /* NUMBER */
    gsize length, capacity; /* rows */
    gint32 *codes;          /* TEXT; -1: empty or one of na */
    double *values;         /* NUMBER, TIME; NaN: missing, or odd */
    Levels *levels;         /* of all texts in TEXT, else of the odd cells */
    guint32 *left_out;      /* TEXT: cells of each level that are not in codes any more; or NULL */
    guint n_left_out;       /* levels with a count */
    GArray *odd;            /* OddCell, rows ascending */
    gsize n_good;           /* NUMBER, TIME: cells understood at once */
    gsize n_point;          /* POINTS_WEIGHED: those of them with a point */
    TimeUnit unit;          /* TIME: the finest among them */
    guint precisions;       /* TIME: 1 << unit of each */
    gboolean given_up;      /* too many odd cells; the rest was skipped */
} CsvBuild;

/* Frees what was built and starts again at row 0. */
void csv_build_start(CsvBuild *build, BuildMode mode);
void csv_build_clear(CsvBuild *build);
/* The same as starting, but the room for rows stays. */
void csv_build_restart(CsvBuild *build, BuildMode mode);

/* Room for rows; FALSE when there is no memory. A cell may only be added where there is room. */
gboolean csv_build_reserve(CsvBuild *build, gsize rows);

/* Adds the cell that starts at p; returns where it ends: at the delimiter or at end. */
const char *csv_build_take(CsvBuild *build, const char *p, const char *end, char delimiter);
void csv_build_add(CsvBuild *build, const char *text, gsize length);
/* The same for a TEXT build, with LEVELS_PADDING bytes readable from the text on. */
void csv_build_add_text(CsvBuild *build, const char *text, gsize length);

/* Adds all cells of a build of the same mode without odd cells, as if each were added here; there
 * must be room. A build that has given up takes none. */
void csv_build_append(CsvBuild *build, const CsvBuild *more);
