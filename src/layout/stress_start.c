#include "layout/stress_work.h"

#include <string.h>

/* So many pivots give the first two axes well enough. */
#define START_ROWS 50
#define ITERATIONS 40
#define VECTORS 4
/* Nodes closer than this, in lengths of an edge, would never part. */
#define TOGETHER 1e-6

/* The squared distances to the pivots, centred over both nodes and pivots. */
static double *
start_centred(const StressTerms *terms, guint rows)
{
    gsize n = terms->n;
    double *centred = g_new(double, rows *n), total = 0;
    g_autofree double *columns = g_new0(double, n);

    for (gsize r = 0; r < rows; r++) {
        double sum = 0;

        for (gsize i = 0; i < n; i++) {
            double length = terms->length[r * n + i];

            centred[r * n + i] = -0.5 * length * length;
            sum += centred[r * n + i];
        }
        for (gsize i = 0; i < n; i++) {
            columns[i] += centred[r * n + i] / rows;
            centred[r * n + i] -= sum / n;
        }
        total += sum / n / rows;
    }
    for (gsize r = 0; r < rows; r++)
        for (gsize i = 0; i < n; i++)
            centred[r * n + i] -= columns[i] - total;
    return centred;
}

/* Clockwise around a circle from the top by number, as alike nodes should stand; then what has a
 * part in every axis, whatever the numbering. */
static void
start_vectors(const StressTerms *terms, double *vectors)
{
    gsize n = terms->n;
    guint32 state = 1;

    for (gsize i = 0; i < n; i++) {
        double turn = 2 * G_PI * terms->order[i] / n;

        state = state * 1664525 + 1013904223;
        vectors[i] = sin(turn);
        vectors[n + i] = -cos(turn);
        vectors[2 * n + i] = terms->order[i];
        vectors[3 * n + i] = state / 4294967296.0;
    }
}

/* Makes each vector upright to the ones before, without mean, of length 1; what vanishes is 0. */
static void
start_orthonormal(double *vectors, gsize n)
{
    for (gsize v = 0; v < VECTORS; v++) {
        double *vector = vectors + v * n, mean = 0, before = 0, square = 0;

        for (gsize i = 0; i < n; i++) {
            mean += vector[i] / n;
            before += vector[i] * vector[i];
        }
        for (gsize i = 0; i < n; i++)
            vector[i] -= mean;
        for (gsize u = 0; u < v; u++) {
            double share = 0;

            for (gsize i = 0; i < n; i++)
                share += vector[i] * vectors[u * n + i];
            for (gsize i = 0; i < n; i++)
                vector[i] -= share * vectors[u * n + i];
        }
        for (gsize i = 0; i < n; i++)
            square += vector[i] * vector[i];
        for (gsize i = 0; i < n; i++)
            vector[i] = square > 1e-20 * before ? vector[i] / sqrt(square) : 0;
    }
}

/* vector becomes C C' vector; returns the length of C' vector, the singular value in the end. */
static double
start_multiply(const double *centred, guint rows, gsize n, double *vector)
{
    g_autofree double *product = g_new0(double, n);
    double square = 0;

    for (gsize r = 0; r < rows; r++) {
        const double *row = centred + r * n;
        double dot = 0;

        for (gsize i = 0; i < n; i++)
            dot += row[i] * vector[i];
        for (gsize i = 0; i < n; i++)
            product[i] += dot * row[i];
        square += dot * dot;
    }
    memcpy(vector, product, n * sizeof *vector);
    return sqrt(square);
}

/* The two axes of the largest spread. */
static void
start_axes(StressTerms *terms)
{
    guint rows = MIN(terms->rows, START_ROWS), best[2] = { 0, 1 };
    gsize n = terms->n;
    g_autofree double *centred = start_centred(terms, rows);
    g_autofree double *vectors = g_new(double, VECTORS *n);
    double spread[VECTORS];

    start_vectors(terms, vectors);
    for (guint k = 0; k <= ITERATIONS; k++) {
        start_orthonormal(vectors, n);
        if (k < ITERATIONS)
            for (guint v = 0; v < VECTORS; v++)
                spread[v] = start_multiply(centred, rows, n, vectors + v * n);
    }
    for (guint v = 1; v < VECTORS; v++)
        if (spread[v] > spread[best[0]] * (1 + 1e-6))
            best[0] = v;
    best[1] = best[0] == 0 ? 1 : 0;
    for (guint v = 1; v < VECTORS; v++)
        if (v != best[0] && spread[v] > spread[best[1]] * (1 + 1e-6))
            best[1] = v;
    for (gsize i = 0; i < n; i++) {
        terms->x[i] = vectors[MIN(best[0], best[1]) * n + i] * sqrt(spread[MIN(best[0], best[1])]);
        terms->y[i] = vectors[MAX(best[0], best[1]) * n + i] * sqrt(spread[MAX(best[0], best[1])]);
    }
}

/* Nodes with the same distances to all others fall on one point: they go around it. */
static void
start_part(StressTerms *terms)
{
    gsize n = terms->n;
    g_autofree guint *group = g_new(guint, n);
    g_autofree guint *size = g_new0(guint, n);
    g_autofree guint *place = g_new(guint, n);

    for (gsize i = 0; i < n; i++) {
        gsize k = 0;

        while (k < i && (fabs(terms->x[k] - terms->x[i]) > TOGETHER ||
                         fabs(terms->y[k] - terms->y[i]) > TOGETHER))
            k++;
        group[i] = k < i ? group[k] : i;
        place[i] = size[group[i]]++;
    }
    for (gsize i = 0; i < n; i++) {
        double turn = 2 * G_PI * (place[i] + 0.5) / size[group[i]];

        if (size[group[i]] == 1)
            continue;
        terms->x[i] += 0.3 * sin(turn);
        terms->y[i] -= 0.3 * cos(turn);
    }
}

void
stress_start(StressTerms *terms)
{
    double wanted = 0, found = 0;

    start_axes(terms);
    start_part(terms);
    for (gsize r = 0; r < terms->rows; r++) {
        for (gsize i = r + 1; i < terms->n; i++) {
            double distance = hypot(terms->x[r] - terms->x[i], terms->y[r] - terms->y[i]);
            double weight = terms->weight[r * terms->n + i];

            wanted += weight * terms->length[r * terms->n + i] * distance;
            found += weight * distance * distance;
        }
    }
    for (gsize i = 0; found > 0 && i < terms->n; i++) {
        terms->x[i] *= wanted / found;
        terms->y[i] *= wanted / found;
    }
}
