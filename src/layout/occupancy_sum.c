#include "layout/occupancy_sum.h"

#include "layout/occupancy_fill.h"

/* Squares along the side of a block; a divisor of the 64 in a word. */
#define BLOCK 4

struct OccupancySum {
    Rect area;
    double pitch;
    int columns, rows;
    guint32 *sums; /* of all blocks above and left, (columns + 1) * (rows + 1) */
};

/* The words of a band of rows laid over each other, then each group of four bits joined in its
 * lowest. */
static guint64
sum_word(const Occupancy *occupancy, guint kinds, int row, int word)
{
    guint64 bits = 0;

    for (int y = row; y < MIN(row + BLOCK, occupancy->rows); y++)
        for (guint kind = 0; kind < TAKEN_KINDS; kind++)
            if (kinds & 1u << kind)
                bits |= occupancy->bits[kind][(gsize)y * occupancy->stride + word];
    bits |= bits >> 1;
    bits |= bits >> 2;
    return bits & G_GUINT64_CONSTANT(0x1111111111111111);
}

static void
sum_row(OccupancySum *sum, const Occupancy *occupancy, guint kinds, int row)
{
    const guint32 *above = sum->sums + (gsize)row * (sum->columns + 1);
    guint32 *here = sum->sums + (gsize)(row + 1) * (sum->columns + 1), line = 0;
    guint64 word = 0;

    for (int column = 0; column < sum->columns; column++) {
        if (column % (64 / BLOCK) == 0)
            word = sum_word(occupancy, kinds, row * BLOCK, column / (64 / BLOCK));
        line += word >> (column % (64 / BLOCK) * BLOCK) & 1;
        here[column + 1] = above[column + 1] + line;
    }
}

OccupancySum *
occupancy_sum_new(const Occupancy *occupancy, guint kinds)
{
    OccupancySum *sum = g_new0(OccupancySum, 1);

    sum->area = occupancy->area;
    sum->pitch = occupancy->pitch * BLOCK;
    sum->columns = (occupancy->columns + BLOCK - 1) / BLOCK;
    sum->rows = (occupancy->rows + BLOCK - 1) / BLOCK;
    sum->sums = g_new0(guint32, (gsize)(sum->columns + 1) * (sum->rows + 1));
    for (int row = 0; row < sum->rows; row++)
        sum_row(sum, occupancy, kinds, row);
    return sum;
}

void
occupancy_sum_free(OccupancySum *sum)
{
    if (sum == NULL)
        return;
    g_free(sum->sums);
    g_free(sum);
}

double
occupancy_sum_pitch(const OccupancySum *sum)
{
    return sum->pitch;
}

static guint32
sum_between(const OccupancySum *sum, int left, int top, int right, int bottom)
{
    const guint32 *first = sum->sums + (gsize)top * (sum->columns + 1);
    const guint32 *last = sum->sums + (gsize)bottom * (sum->columns + 1);

    return last[right] - last[left] - first[right] + first[left];
}

/* The blocks that a stretch touches; a hair over an edge comes from arithmetic. */
static void
sum_span(double from, double length, double pitch, int *ret_first, int *ret_end)
{
    *ret_first = (int)floor(from / pitch + 1e-6);
    *ret_end = MAX(*ret_first + 1, (int)ceil((from + length) / pitch - 1e-6));
}

static gboolean
sum_has(const OccupancySum *sum, Rect box)
{
    return rect_contains(rect_grow(sum->area, 1e-6, 1e-6), box);
}

gboolean
occupancy_sum_is_free(const OccupancySum *sum, Rect box)
{
    int left, top, right, bottom;

    if (!sum_has(sum, box))
        return FALSE;
    sum_span(box.x - sum->area.x, box.width, sum->pitch, &left, &right);
    sum_span(box.y - sum->area.y, box.height, sum->pitch, &top, &bottom);
    return sum_between(sum, CLAMP(left, 0, sum->columns), CLAMP(top, 0, sum->rows),
                       MIN(right, sum->columns), MIN(bottom, sum->rows)) == 0;
}

gboolean
occupancy_sum_span_is_free(const OccupancySum *sum, int left, int top, int columns, int rows)
{
    return left >= 0 && top >= 0 && left + columns <= sum->columns && top + rows <= sum->rows &&
           sum_between(sum, left, top, left + columns, top + rows) == 0;
}

double
occupancy_sum_share(const OccupancySum *sum, Rect box)
{
    int left, top, right, bottom;
    double all, inside, taken;
    Rect reach = rect_grow(sum->area, box.width + sum->pitch, box.height + sum->pitch);

    if (!rect_contains(reach, box))
        return 1;
    sum_span(box.x - sum->area.x, box.width, sum->pitch, &left, &right);
    sum_span(box.y - sum->area.y, box.height, sum->pitch, &top, &bottom);
    all = (double)(right - left) * (bottom - top);
    left = CLAMP(left, 0, sum->columns);
    top = CLAMP(top, 0, sum->rows);
    right = CLAMP(right, left, sum->columns);
    bottom = CLAMP(bottom, top, sum->rows);
    inside = (double)(right - left) * (bottom - top);
    taken = sum_between(sum, left, top, right, bottom);
    return (all - inside + taken) / all;
}

double
occupancy_sum_room(const OccupancySum *sum)
{
    double taken = sum_between(sum, 0, 0, sum->columns, sum->rows);

    return ((double)sum->columns * sum->rows - taken) * sum->pitch * sum->pitch;
}
