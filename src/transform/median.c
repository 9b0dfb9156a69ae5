#include "transform/aggregate.h"

#include <stdlib.h>

/* Below this length, and after too many unlucky pivots, sorting is as good. */
#define SMALL 24

static int
compare_values(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void
swap(double *a, double *b)
{
    double other = *a;

    *a = *b;
    *b = other;
}

static double
pivot_of(const double *values, gsize n)
{
    double a = values[0], b = values[n / 2], c = values[n - 1];

    return MAX(MIN(a, b), MIN(MAX(a, b), c));
}

/* Puts the value that a sort would put at place k there, with none larger before it and none
 * smaller behind it (C. A. R. Hoare's FIND, CACM 4(7) 1961, with a bound on its rounds as in D.
 * Musser's introspective selection, 1997). */
static void
select_place(double *values, gsize n, gsize k)
{
    guint rounds = 2 * g_bit_storage(n);

    while (n > SMALL && rounds-- > 0) {
        double pivot = pivot_of(values, n);
        gsize i = 0, j = n - 1;

        for (;;) {
            while (values[i] < pivot)
                i++;
            while (values[j] > pivot)
                j--;
            if (i >= j)
                break;
            swap(&values[i++], &values[j--]);
        }
        /* [0, i) is not above the pivot and (j, n) not below it; between them, if i is j, stands
         * the pivot itself. */
        if (k < i) {
            n = i;
        } else if (k > j) {
            values += j + 1;
            k -= j + 1;
            n -= j + 1;
        } else {
            return;
        }
    }
    qsort(values, n, sizeof *values, compare_values);
}

double
median_of(double *values, gsize n)
{
    gsize middle = n / 2;
    double upper, lower;

    select_place(values, n, middle);
    upper = values[middle];
    if (n % 2 == 1)
        return upper;
    lower = values[0];
    for (gsize i = 1; i < middle; i++)
        lower = MAX(lower, values[i]);
    return (lower + upper) / 2;
}
