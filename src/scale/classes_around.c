#include "scale/classes.h"

#include "scale/classes_internal.h"

#include <math.h>

/* What the classes are made from: how far the finite values lie from the middle. */
typedef struct {
    double *values;
    gsize n;
    double greatest, low, high; /* low and high: of the values themselves */
} Distances;

static Distances
distances_new(const double *values, gsize n, double middle)
{
    Distances distances = { .values = g_new(double, n + 1), .low = INFINITY, .high = -INFINITY };

    for (gsize i = 0; i < n; i++) {
        if (!isfinite(values[i]))
            continue;
        distances.values[distances.n++] = fabs(values[i] - middle);
        distances.greatest = MAX(distances.greatest, fabs(values[i] - middle));
        distances.low = MIN(distances.low, values[i]);
        distances.high = MAX(distances.high, values[i]);
    }
    return distances;
}

/* The edges on one side, as distances, ascending; of an odd number the first is half the class in
 * the middle. Returns how many. */
static guint
side_edges(ClassMethod method, const Distances *distances, guint wished, gboolean round,
           double ret_edges[CLASSES_MAX])
{
    gboolean odd = wished % 2 == 1, equal = method == CLASSES_EQUAL;
    double span[] = { 0, distances->greatest * (odd ? 2 : 1) };
    g_autoptr(Classes) side = classes_new(method, equal ? span : distances->values,
                                          equal ? G_N_ELEMENTS(span) : distances->n,
                                          equal && odd ? wished : wished / 2 + wished % 2, round);
    double step = side->edges[1] - side->edges[0];
    guint n = equal && odd ? wished / 2 + 1 : side->n;

    for (guint i = 0; i < n; i++)
        ret_edges[i] = equal && odd ? (i + 0.5) * step : side->edges[i + 1];
    while (n > 1 && ret_edges[n - 2] >= distances->greatest)
        n--;
    return n;
}

/* Classes beyond all values are left out, and counted. */
static void
classes_trim(Classes *classes, double low, double high)
{
    while (classes->n > 1 && high < classes->edges[classes->n - 1]) {
        classes->n--;
        classes->after++;
    }
    while (classes->n > 1 && low >= classes->edges[1]) {
        for (guint i = 0; i < classes->n; i++)
            classes->edges[i] = classes->edges[i + 1];
        classes->n--;
        classes->before++;
    }
}

Classes *
classes_new_around(ClassMethod method, const double *values, gsize n, guint wished, double middle,
                   gboolean round)
{
    g_autofree double *owned = NULL;
    Distances distances = distances_new(values, n, middle);
    double side[CLASSES_MAX];
    guint n_side, n_edges = 0;
    g_autoptr(Classes) classes = NULL;

    owned = distances.values;
    wished = CLAMP(wished, 1, CLASSES_MAX);
    if (!(distances.greatest > 0) || !isfinite(distances.greatest * 2) || wished < 2)
        return classes_new(method, values, n, 1, round);
    n_side = side_edges(method, &distances, wished, round, side);
    classes = g_new0(Classes, 1);
    classes->edges = g_new0(double, 2 * n_side + 1);
    for (guint i = n_side; i-- > 0;)
        classes->edges[n_edges++] = middle - side[i];
    if (wished % 2 == 0)
        classes->edges[n_edges++] = middle;
    for (guint i = 0; i < n_side; i++)
        classes->edges[n_edges++] = middle + side[i];
    classes->n = n_edges - 1;
    for (guint i = 0; i < classes->n; i++)
        if (!(classes->edges[i] < classes->edges[i + 1]))
            return classes_new(method, values, n, 1, round);
    classes_trim(classes, distances.low, distances.high);
    return g_steal_pointer(&classes);
}
