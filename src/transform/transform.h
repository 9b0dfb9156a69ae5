// Table to table. Every transform is a pure function of its file; this page lists them all.
#pragma once

#include "base/report.h"
#include "data/table.h"

/* A row of transform_table.inc: what `list transforms` prints. */
typedef struct {
    const char *name;    /* "filter" */
    const char *summary; /* one line */
    const char *option;  /* the flag or expression that asks for it */
} TransformType;

extern const TransformType *const transform_types[]; /* ends with NULL */

/* filter: keeps the rows for which the condition holds (--where). Grammar:
 *
 *   or := and {or and}; and := not {and not}; not := [not] cmp
 *   cmp := sum [(= | == | != | <> | < | <= | > | >=) sum | [not] in (list) | is [not] missing]
 *   sum := product {(+|-) product}; product := unary {(*|/) unary}; unary := [-] atom
 *   atom := number | "text" | 'text' | name | `name` | (or)
 *   list := item {, item}; item := [-] number | "text" | 'text'
 *
 * Names without backquotes have letters of any script, digits and _. In quotes a doubled quote
 * stands for itself. Words are case-sensitive. A text in double quotes is a column in arithmetic,
 * and where it equals a header and stands left of a comparison, of `in` or of `is`.
 *
 * A comparison with a missing value is false (also != and not in); `not (c)` keeps exactly the rows
 * that c drops. Arithmetic with a missing value, and a division by zero, is missing. A quoted time
 * and a plain year stand for their whole period: `date = "2019-03"` is any day of March, `date <=
 * 2019` includes December, `date > 2019` begins in 2020. A column of years is a number in
 * arithmetic. Text compares with text by bytes (< in Unicode order).
 *
 * Other pairs of types and an unknown name (with the nearest ones) are ERROR_USAGE; the text names
 * the character (from 1) and shows it. A text that no level of its column equals is a warning with
 * the nearest ones. That no row is left is no error. */
Table *transform_filter(const Table *table, const char *condition, Report *report, GError **error);

/* fold: several columns of one kind to two columns `series` (text) and `value`; all other columns
 * are repeated. Rows come series by series in the order of the names (so each series keeps file
 * order). value has the symbol of the columns if it is the same for all, and the finest of their
 * units. as_years: where all names are years (four digits), `series` is a time. Unknown or repeated
 * names, and names that clash with existing columns: ERROR_USAGE. Mixed kinds: ERROR_USAGE naming
 * the odd one. n > 0. */
Table *transform_fold(const Table *table, const char *const *names, guint n, gboolean as_years,
                      GError **error);

/* calendar: cut to the start of a period, or extract a part, of a time column (whole-number years
 * too for year). Gives a new column named e.g. "month(date)". Cells coarser than the part (the
 * month of a year) are ERROR_USAGE. */
typedef enum {
    CALENDAR_YEAR,
    CALENDAR_QUARTER,
    CALENDAR_MONTH,
    CALENDAR_WEEK,
    CALENDAR_DAY,
    CALENDAR_MONTH_OF_YEAR, /* text, the names of the months, levels in that order, all twelve */
    CALENDAR_WEEKDAY,       /* text, all seven */
    CALENDAR_HOUR,          /* number 0..23 */
} CalendarPart;
gboolean calendar_part_from_name(const char *name, CalendarPart *ret_part);
/* The names that months and weekdays get: 12, from January, and 7, from Monday. */
typedef struct {
    const char *const *months, *const *days;
} CalendarNames;
Column *transform_calendar(const Table *table, const Column *column, CalendarPart part,
                           const CalendarNames *names, GError **error);

/* group: one row per distinct combination of the keys, in order of first appearance; the columns of
 * the result are the keys and one column an aggregate, named as given. Missing cells are left out
 * of all aggregates (count without a column counts rows; sum of nothing but missing is missing). A
 * missing key is a key. Sums are compensated (Neumaier 1974). sum, mean and median need numbers,
 * min and max numbers or times: else ERROR_USAGE; so are two results of one name. A sum beyond the
 * range of a double is ERROR_INPUT. */
typedef enum {
    AGGREGATE_COUNT,
    AGGREGATE_SUM,
    AGGREGATE_MEAN,
    AGGREGATE_MEDIAN,
    AGGREGATE_MIN,
    AGGREGATE_MAX,
    AGGREGATE_DISTINCT,
    AGGREGATE_FIRST,
    AGGREGATE_LAST,
} AggregateKind;
typedef struct {
    AggregateKind kind;
    const Column *column; /* NULL only for COUNT */
    const char *name;     /* of the resulting column */
} Aggregate;
gboolean aggregate_from_name(const char *name, AggregateKind *ret_kind);
Table *transform_group(const Table *table, const Column *const *keys, guint n_keys,
                       const Aggregate *aggregates, guint n_aggregates, GError **error);

/* The rule of one row per mark: the first combination of keys (by its first row) that stands on
 * several rows. FALSE when there is none. ret_row has the row of its second appearance and
 * ret_count their number. Rows with a missing cell in `value` (may be NULL) do not count. */
gboolean transform_find_duplicate(const Table *table, const Column *const *keys, guint n_keys,
                                  const Column *value, gsize *ret_row, gsize *ret_count);

/* stack: for each position, values piled from zero in the order of the series' levels (numbers and
 * times: by value; NULL: as the rows stand); positives up, negatives down. Adds the columns `low`
 * and `high`: low <= high also for negatives, and where a part ends the next begins with the very
 * same number. normalize: shares of 100 within a position, symbol "%"; center: the pile is centred
 * on zero; none: every value from zero by itself. A missing value adds nothing and has missing low
 * and high.
 *
 * A part is missing when its cell is, or, on a time axis, when its row is while the series has rows
 * at other times (of the same facet). Stacks that lack a part are drawn from the others; one
 * warning counts them and names the series. With normalize a position with a missing part, or with
 * a negative one, or with nothing but zeros, is left out (missing); a warning a reason counts them.
 * Not a number: ERROR_USAGE; a pile beyond the range of a double: ERROR_INPUT. */
typedef enum { STACK_NONE, STACK_ZERO, STACK_NORMALIZE, STACK_CENTER } StackMode;
Table *transform_stack(const Table *table, const Column *const *position_keys, guint n_keys,
                       const Column *series, const Column *value, StackMode mode, Report *report,
                       GError **error);

/* join: adds the columns of another table, its key excepted, to each row of the same key (left: all
 * rows stay, in their order; without a match the added cells are missing). Keys are names of
 * columns of one type; texts are equal byte by byte, and a column of years equals one of numbers.
 * A missing key has no match. A key that stands twice in `other` is ERROR_INPUT at its second line;
 * an unknown name and keys of two types are ERROR_USAGE. A column whose name the table has already
 * is not added, and a note names it. One warning counts the keys without a match and names the
 * first three, with near ones. */
Table *transform_join(const Table *table, const Table *other, const char *left_key,
                      const char *right_key, Report *report, GError **error);

/* let: a new column, or one instead of that name, by `NAME = SUM` in the grammar of
 * transform_filter(): numbers, columns of numbers and years, + - * / and parentheses. Arithmetic
 * with a missing value is missing; so is a division by zero or a result too large for a number, and
 * one warning counts those. A condition or a text is ERROR_USAGE. */
Table *transform_let(const Table *table, const char *assignment, Report *report, GError **error);

/* bin: numbers and times to the start of the bin they fall into, in a column "bin(NAME)".
 *
 * The wished width is that of D. Freedman, P. Diaconis, Z. Wahrscheinlichkeitstheorie 57 (1981), 2
 * IQR n^(-1/3); where the quartiles are equal that of D. W. Scott, Biometrika 66 (1979), 3.49 s
 * n^(-1/3); below 30 values that of H. A. Sturges, JASA 21 (1926), range / (1 + log2 n); it is at
 * least a 200th of the range. With n > 0 it is range / n.
 *
 * Numbers take the nearest of 1, 2, 2.5 and 5 times a power of ten that is a multiple of the
 * precision of the cells, so that no bin of whole numbers has room for more of them than its
 * neighbour. Times take the nearest of 1, 5, 15, 30 seconds and minutes, 1, 3, 6, 12 hours, a day,
 * a week from Monday, a month, a quarter, and 1, 2, 5, 10, 20, 50, 100 years that is not finer than
 * the cells. Edges are multiples of the width. A bin has its lower edge and not its upper one; of
 * numbers the last also has its upper one where the greatest value would be alone in the next bin
 * and the width is ten times the precision or more.
 *
 * Text, and n above 1,000, are ERROR_USAGE; values whose bins would have no number for an edge are
 * ERROR_INPUT. A column without values has no bins. */
#define BINS_MAX 1000
typedef struct {
    guint n;
    double *edges; /* n + 1, ascending */
    double width;  /* numbers: of every bin; else 0 */
    TimeUnit unit; /* times: each bin is `step` units long */
    guint step;
} Bins;
void bins_free(Bins *bins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bins, bins_free)
Column *transform_bin(const Table *table, const Column *column, guint n, Bins **ret_bins,
                      GError **error);

/* top: keeps the n categories of a text column with the largest sums of `weights` over all rows
 * (NULL: the most rows; equal ones in order of their levels) and renames the others, so that what
 * is grouped later is aggregated from their rows. A category that is called other_name already is
 * one of the others and takes no place. The kept levels stay in their order, other_name comes last;
 * missing cells stay missing. A note counts the renamed ones and names the first three. With n or
 * fewer the table is returned as it is. ERROR_USAGE: a column that is no text, weights that are no
 * numbers, n = 0. */
Table *transform_top(const Table *table, const Column *column, const Column *weights, guint n,
                     const char *other_name, Report *report, GError **error);

/* cumulative, rolling, index-to, change: each value anew from those of its series (the rows with
 * the same keys) in order of `order` (text by its levels; rows of one x as they stand). Rows keep
 * their places; a row without a position has no result. Gaps are missing values and, where
 * `between` is given, absent periods.
 *
 * cumulative: the sum of all values so far (Neumaier 1974); a missing one stays missing, the sum
 * goes on, and one warning counts them.
 * rolling: the mean of the last `size` values, missing until they exist and after each gap. center:
 * of as many before as after; an even size takes half of the outermost two (R. J. Hyndman, G.
 * Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, 3.3).
 * index-to: 100 times the value over the series' own value at x = base. base is written as a cell
 * is; a coarser time stands for its whole period, and a series with several values there is
 * ERROR_USAGE. A series whose value there is missing, zero or negative is missing; a warning a
 * reason names the first three. When all are, the table is refused: ERROR_USAGE when no row has
 * that x, else ERROR_INPUT.
 * change: less the value of the period before (missing after a gap), or less the first of the
 * series; percent: over it, times 100, and missing with a warning where it is zero or negative.
 *
 * Values that are no numbers, size 0 and a base that is no cell of `order`'s type are ERROR_USAGE;
 * a result too large for a number is ERROR_INPUT. */
typedef enum { WINDOW_CUMULATIVE, WINDOW_ROLLING, WINDOW_INDEX_TO, WINDOW_CHANGE } WindowKind;
typedef struct {
    WindowKind kind;
    guint size;          /* ROLLING */
    gboolean center;     /* ROLLING */
    const char *base;    /* INDEX_TO */
    gboolean percent;    /* CHANGE */
    gboolean from_first; /* CHANGE */
    /* How many periods lie between two positions, 1 for neighbours; NULL: rows are neighbours. */
    gint64 (*between)(gconstpointer periods, double from, double to);
    gconstpointer periods;
} WindowSpec;
Table *transform_window(const Table *table, const Column *const *keys, guint n_keys,
                        const Column *order, const Column *value, const WindowSpec *spec,
                        Report *report, GError **error);

/* Rounds shares to decimals (0 to 12) so that they add up to what their sum rounds to, which is 100
 * for shares of a whole: each goes down, and those with the largest remainders go up instead
 * (Hamilton's method; M. L. Balinski, H. P. Young, Fair Representation, 1982). Equal remainders:
 * the first. Missing shares stay missing. */
void shares_round(double *shares, gsize n, int decimals);
