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

/* filter: keeps the rows for which the condition holds (CLI.md "Shaping": --where). Grammar:
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
 * units. Unknown or repeated names, and names that clash with existing columns: ERROR_USAGE. Mixed
 * kinds: ERROR_USAGE naming the odd one. n > 0. */
Table *transform_fold(const Table *table, const char *const *names, guint n, GError **error);

/* calendar: cut to the start of a period, or extract a part, of a time column (whole-number years
 * too for year). Gives a new column named e.g. "month(date)". Cells coarser than the part (the
 * month of a year) are ERROR_USAGE. */
typedef enum {
    CALENDAR_YEAR,
    CALENDAR_QUARTER,
    CALENDAR_MONTH,
    CALENDAR_WEEK,
    CALENDAR_DAY,
    CALENDAR_MONTH_OF_YEAR, /* text Jan..Dec, levels in that order, all twelve */
    CALENDAR_WEEKDAY,       /* text Mon..Sun, all seven */
    CALENDAR_HOUR,          /* number 0..23 */
} CalendarPart;
gboolean calendar_part_from_name(const char *name, CalendarPart *ret_part);
Column *transform_calendar(const Table *table, const Column *column, CalendarPart part,
                           GError **error);

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

/* sort: rows ordered by one column (stable); missing last. Text by order of levels if by_level,
 * else by Unicode bytes. */
Table *transform_sort(const Table *table, const Column *by, gboolean descending, gboolean by_level);

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
