#include "layout/stress_work.h"

#include <string.h>

#define STEPS 150
/* A step that takes less of the stress than this is the last. */
#define GAIN 2e-5
/* Steps of conjugate gradients a step of majorisation: each takes stress, more cost time. */
#define GRADIENTS 8

/* The weighted Laplacian of the terms times a vector. */
static void
majorize_multiply(const StressTerms *terms, const double *vector, double *product)
{
    gsize n = terms->n;

    memset(product, 0, n * sizeof *product);
    for (gsize r = 0; r < terms->rows; r++) {
        const double *weight = terms->weight + r * n;
        double sum = 0;

        for (gsize i = r + 1; i < n; i++) {
            double pull = weight[i] * (vector[r] - vector[i]);

            sum += pull;
            product[i] -= pull;
        }
        product[r] += sum;
    }
    for (gsize k = 0; k < terms->n_near; k++) {
        guint a = terms->near[2 * k], b = terms->near[2 * k + 1];
        double pull = vector[a] - vector[b];

        product[a] += pull;
        product[b] -= pull;
    }
}

static double
majorize_dot(const double *a, const double *b, gsize n)
{
    double dot = 0;

    for (gsize i = 0; i < n; i++)
        dot += a[i] * b[i];
    return dot;
}

/* Moves x towards the solution of L x = b; work holds 3 n numbers. The majorant falls with each
 * step, so that it is no matter where it ends. */
static void
majorize_solve(const StressTerms *terms, const double *b, double *x, double *work)
{
    gsize n = terms->n;
    double *rest = work, *way = work + n, *product = work + 2 * n, square, least;

    majorize_multiply(terms, x, product);
    for (gsize i = 0; i < n; i++)
        way[i] = rest[i] = b[i] - product[i];
    square = majorize_dot(rest, rest, n);
    /* What is left of rounding must not be followed: L does not hold the whole in its place. */
    least = MAX(square * 1e-6, majorize_dot(b, b, n) * 1e-20);
    for (guint k = 0; k < GRADIENTS && square > least && square > 0; k++) {
        double before = square, along, share;

        majorize_multiply(terms, way, product);
        along = majorize_dot(way, product, n);
        if (!(along > 0))
            return;
        share = square / along;
        for (gsize i = 0; i < n; i++) {
            x[i] += share * way[i];
            rest[i] -= share * product[i];
        }
        square = majorize_dot(rest, rest, n);
        for (gsize i = 0; i < n; i++)
            way[i] = rest[i] + square / before * way[i];
    }
}

/* One pair's share in the stress; *ret_pull: its weight over its distance, 0 on one point. */
static inline double
majorize_pair(const StressTerms *terms, gsize a, gsize b, double length, double weight,
              double *ret_pull)
{
    double dx = terms->x[a] - terms->x[b], dy = terms->y[a] - terms->y[b];
    double distance = sqrt(dx * dx + dy * dy);

    *ret_pull = distance > 1e-9 ? weight * length / distance : 0;
    return weight * (length - distance) * (length - distance);
}

/* The stress, and the right-hand sides of the majorant where bx and by are given. */
static double
majorize_measure(const StressTerms *terms, double *bx, double *by)
{
    gsize n = terms->n;
    double stress = 0, pull = 0;

    for (gsize r = 0; r < terms->rows; r++) {
        for (gsize i = r + 1; i < n; i++) {
            stress += majorize_pair(terms, r, i, terms->length[r * n + i], terms->weight[r * n + i],
                                    &pull);
            bx[r] += pull * (terms->x[r] - terms->x[i]);
            bx[i] -= pull * (terms->x[r] - terms->x[i]);
            by[r] += pull * (terms->y[r] - terms->y[i]);
            by[i] -= pull * (terms->y[r] - terms->y[i]);
        }
    }
    for (gsize k = 0; k < terms->n_near; k++) {
        guint a = terms->near[2 * k], b = terms->near[2 * k + 1];

        stress += majorize_pair(terms, a, b, 1, 1, &pull);
        bx[a] += pull * (terms->x[a] - terms->x[b]);
        bx[b] -= pull * (terms->x[a] - terms->x[b]);
        by[a] += pull * (terms->y[a] - terms->y[b]);
        by[b] -= pull * (terms->y[a] - terms->y[b]);
    }
    return stress;
}

double
stress_of(const StressTerms *terms)
{
    g_autofree double *unused = g_new0(double, 2 * (gsize)terms->n);

    return majorize_measure(terms, unused, unused + terms->n);
}

double
stress_step(StressTerms *terms)
{
    gsize n = terms->n;
    g_autofree double *work = g_new0(double, 5 * n);
    double stress = majorize_measure(terms, work, work + n);

    majorize_solve(terms, work, terms->x, work + 2 * n);
    majorize_solve(terms, work + n, terms->y, work + 2 * n);
    return stress;
}

void
stress_majorize(StressPart *part)
{
    g_autoptr(StressTerms) terms = stress_terms_new(part);
    double stress = 0, before = G_MAXDOUBLE;

    stress_start(terms);
    for (guint k = 0; k < STEPS; k++, before = stress) {
        stress = stress_step(terms);
        if (before - stress < GAIN * before)
            break;
    }
    for (guint i = 0; i < part->n; i++)
        part->at[terms->order[i]] = (Point){ terms->x[i], terms->y[i] };
}
