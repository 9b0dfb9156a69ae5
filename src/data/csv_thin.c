#include "data/csv_thin.h"

#include <math.h>
#include <string.h>

/* So many rows with the greatest and with the least value stay, whatever stands beside them. */
#define MOST_TIES 3

/* An end of the values of y, and the rows that have it. */
typedef struct {
    double value;
    gsize n;               /* cells */
    gsize rows[MOST_TIES]; /* the first of them */
} End;

typedef struct {
    CsvFewer fewer;
    guint x, y;
    gsize steps;
    double start, step;       /* along x; step 0: nothing was left out yet */
    double last;              /* x of the last row */
    gsize n_rows;             /* looked at */
    GArray *kept;             /* guint32: the numbers of the rows that the builds hold */
    End lowest, highest;      /* of y */
    gsize broken_x, broken_y; /* the first row whose x or y has a fraction; G_MAXSIZE: none */
} CsvThin;

static void
end_add(End *end, double value, gsize row, gboolean beyond)
{
    if (beyond || end->n == 0)
        *end = (End){ .value = value };
    if (end->n < MOST_TIES)
        end->rows[end->n] = row;
    end->n++;
}

/* Looks at the rows from `from` on. */
static gboolean
look_at(CsvThin *thin, const double *x, const double *y, gsize from, gsize n)
{
    double last = thin->last;

    for (gsize i = from; i < n; i++) {
        gsize row = thin->n_rows + (i - from);

        if (!(x[i] > last) || isnan(y[i]))
            return FALSE;
        last = x[i];
        if (!(y[i] > thin->lowest.value) || row == 0)
            end_add(&thin->lowest, y[i], row, y[i] < thin->lowest.value);
        if (!(y[i] < thin->highest.value) || row == 0)
            end_add(&thin->highest, y[i], row, y[i] > thin->highest.value);
        if (thin->broken_x == G_MAXSIZE && x[i] != floor(x[i]))
            thin->broken_x = row;
        if (thin->broken_y == G_MAXSIZE && y[i] != floor(y[i]))
            thin->broken_y = row;
    }
    thin->last = last;
    thin->n_rows += n - from;
    return TRUE;
}

/* Steps wide enough that there are not too many of them. FALSE when x goes too far for a number. */
static gboolean
widen(CsvThin *thin, const double *x)
{
    if (thin->step == 0) {
        thin->start = x[0];
        thin->step = (x[CSV_THIN_ROWS - 1] - x[0]) / (double)thin->steps;
    }
    if (!(thin->step > 0) || !isfinite(thin->last - thin->start))
        return FALSE;
    while ((thin->last - thin->start) / thin->step >= 2.0 * (double)thin->steps)
        thin->step *= 2;
    return TRUE;
}

/* The rows that show in each step. */
static void
mark_steps(const CsvThin *thin, const double *x, const double *y, gsize n, guint8 *keep)
{
    for (gsize first = 0, end; first < n; first = end) {
        double step = floor((x[first] - thin->start) / thin->step);
        double edge = thin->start + (step + 1) * thin->step;
        gsize low = first, high = first;

        for (end = first + 1; end < n && x[end] < edge; end++) {
            low = y[end] < y[low] ? end : low;
            high = y[end] > y[high] ? end : high;
        }
        keep[first] = keep[low] = keep[high] = keep[end - 1] = TRUE;
    }
}

static gsize
find_row(const CsvThin *thin, gsize row)
{
    gsize low = 0, high = thin->kept->len;

    while (low < high) {
        gsize middle = low + (high - low) / 2;

        if (g_array_index(thin->kept, guint32, middle) < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Rows that stand for what is said of all of them: extremes and their ties, a fraction. */
static void
mark_witnesses(const CsvThin *thin, guint8 *keep)
{
    const End *ends[] = { &thin->lowest, &thin->highest };

    for (guint e = 0; e < G_N_ELEMENTS(ends); e++)
        for (guint i = 0; i < MIN(ends[e]->n, MOST_TIES); i++)
            keep[find_row(thin, ends[e]->rows[i])] = TRUE;
    if (thin->broken_x != G_MAXSIZE)
        keep[find_row(thin, thin->broken_x)] = TRUE;
    if (thin->broken_y != G_MAXSIZE)
        keep[find_row(thin, thin->broken_y)] = TRUE;
}

static void
leave_out(CsvThin *thin, const guint8 *keep, CsvBuild *builds, guint n)
{
    guint32 *kept = (guint32 *)(gpointer)thin->kept->data;
    gsize n_kept = 0;

    for (gsize i = 0; i < thin->kept->len; i++)
        if (keep[i])
            kept[n_kept++] = kept[i];
    for (guint b = 0; b < n; b++) {
        double *values = builds[b].values;

        n_kept = 0;
        for (gsize i = 0; i < builds[b].length; i++)
            if (keep[i])
                values[n_kept++] = values[i];
        builds[b].length = n_kept;
    }
    g_array_set_size(thin->kept, (guint)n_kept);
}

static gsize
thin_most(const CsvFewer *fewer)
{
    const CsvThin *thin = (const CsvThin *)fewer;

    return MAX(CSV_THIN_ROWS, 2 * (gsize)thin->kept->len);
}

static gboolean
thin_take(CsvFewer *fewer, CsvBuild *builds, guint n)
{
    CsvThin *thin = (CsvThin *)fewer;
    const double *x = builds[thin->x].values, *y = builds[thin->y].values;
    gsize before = thin->kept->len, length = builds[thin->x].length;
    g_autofree guint8 *keep = NULL;

    if (length == before)
        return TRUE;
    /* A column that has given up holds no cells. */
    for (guint b = 0; b < n; b++)
        if (builds[b].length != length || builds[b].values == NULL)
            return FALSE;
    if (length < before || !look_at(thin, x, y, before, length))
        return FALSE;
    g_array_set_size(thin->kept, (guint)length);
    for (gsize i = before; i < length; i++)
        g_array_index(thin->kept, guint32, i) = (guint32)(thin->n_rows - (length - i));
    if (!widen(thin, x))
        return FALSE;
    keep = g_new0(guint8, length);
    mark_steps(thin, x, y, length, keep);
    mark_witnesses(thin, keep);
    leave_out(thin, keep, builds, n);
    return TRUE;
}

static LineMap *
thin_lines(const CsvFewer *fewer, const LineMap *all)
{
    const CsvThin *thin = (const CsvThin *)fewer;
    LineMap *lines = line_map_new();

    for (guint i = 0; i < thin->kept->len; i++)
        line_map_add(lines, i, line_map_get(all, g_array_index(thin->kept, guint32, i)));
    return lines;
}

static void
thin_describe(const CsvFewer *fewer, guint column, Column *ret_column)
{
    const CsvThin *thin = (const CsvThin *)fewer;

    if (column != thin->x && column != thin->y)
        return;
    ret_column->whole = g_new(ColumnWhole, 1);
    *ret_column->whole = (ColumnWhole){
        .n = thin->n_rows,
        .n_lowest = column == thin->y ? thin->lowest.n : 1,
        .n_highest = column == thin->y ? thin->highest.n : 1,
    };
}

static void
thin_free(CsvFewer *fewer)
{
    g_array_free(((CsvThin *)fewer)->kept, TRUE);
    g_free(fewer);
}

CsvFewer *
csv_thin_new(guint x, guint y, gsize steps)
{
    static const CsvFewerType type = { thin_most,  thin_take,     thin_take,
                                       thin_lines, thin_describe, thin_free };
    CsvThin *thin = g_new0(CsvThin, 1);

    thin->fewer.type = &type;
    thin->x = x;
    thin->y = y;
    thin->steps = steps;
    thin->last = -INFINITY;
    thin->kept = g_array_new(FALSE, FALSE, sizeof(guint32));
    thin->broken_x = thin->broken_y = G_MAXSIZE;
    return &thin->fewer;
}
