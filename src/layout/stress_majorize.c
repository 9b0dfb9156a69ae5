#include "layout/stress_work.h"

#include <string.h>

#define STEPS 150
/* A step that takes less of the stress than this is the last. */
#define GAIN 2e-5
/* Steps of conjugate gradients a step of majorisation: each takes stress, more cost time. */
#define GRADIENTS 8

/* A number for each axis: what a pair weighs is read once for both. */
typedef double Axes __attribute__((vector_size(16)));

/* The weighted Laplacian of the terms times a vector. Two rows go together, as each alone would
 * wait for its sum; every number is added to in the order of the rows. */
static void
majorize_multiply(const StressTerms *terms, const Axes *vector, Axes *product)
{
    gsize n = terms->n;

    memset(product, 0, n * sizeof *product);
    for (gsize r = 0; r < terms->rows; r += 2) {
        const double *weight = terms->weight + r * n;
        gboolean paired = r + 1 < terms->rows;
        Axes sum = { 0 }, next_sum = { 0 }, low = vector[r], next = vector[MIN(r + 1, n - 1)];
        gsize i = r + 1;

        if (paired) {
            Axes first = weight[i] * (low - next);

            sum += first;
            product[i] -= first;
            for (i++; i < n; i++) {
                Axes pull = weight[i] * (low - vector[i]);
                Axes next_pull = weight[n + i] * (next - vector[i]);

                sum += pull;
                next_sum += next_pull;
                product[i] = product[i] - pull - next_pull;
            }
            product[r + 1] += next_sum;
        }
        for (; i < n; i++) {
            Axes pull = weight[i] * (low - vector[i]);

            sum += pull;
            product[i] -= pull;
        }
        product[r] += sum;
    }
    for (gsize k = 0; k < terms->n_near; k++) {
        guint a = terms->near[2 * k], b = terms->near[2 * k + 1];
        Axes pull = vector[a] - vector[b];

        product[a] += pull;
        product[b] -= pull;
    }
}

static Axes
majorize_dot(const Axes *a, const Axes *b, gsize n)
{
    Axes dot = { 0 };

    for (gsize i = 0; i < n; i++)
        dot += a[i] * b[i];
    return dot;
}

/* Moves `at` towards the solution of L at = b by conjugate gradients, each axis for itself; work
 * holds 3 n. The majorant falls with each step, so that it is no matter where it ends. */
static void
majorize_solve(const StressTerms *terms, const Axes *b, Axes *at, Axes *work)
{
    gsize n = terms->n;
    Axes *rest = work, *way = work + n, *product = work + 2 * n, square, size;
    gboolean goes[2] = { TRUE, TRUE };

    majorize_multiply(terms, at, product);
    for (gsize i = 0; i < n; i++)
        way[i] = rest[i] = b[i] - product[i];
    square = majorize_dot(rest, rest, n);
    size = majorize_dot(b, b, n);
    for (guint k = 0; k < GRADIENTS; k++) {
        Axes before = square, along, share, turn;

        for (guint axis = 0; axis < 2; axis++) {
            /* What is left of rounding must not be followed: L does not hold the whole in its
             * place. */
            if (k == 0)
                size[axis] = MAX(square[axis] * 1e-6, size[axis] * 1e-20);
            goes[axis] = goes[axis] && square[axis] > size[axis] && square[axis] > 0;
        }
        if (!goes[0] && !goes[1])
            return;
        majorize_multiply(terms, way, product);
        along = majorize_dot(way, product, n);
        for (guint axis = 0; axis < 2; axis++) {
            goes[axis] = goes[axis] && along[axis] > 0;
            /* An axis that has ended stays where it is. */
            share[axis] = goes[axis] ? square[axis] / along[axis] : 0;
        }
        for (gsize i = 0; i < n; i++) {
            at[i] += share * way[i];
            rest[i] -= share * product[i];
        }
        square = majorize_dot(rest, rest, n);
        for (guint axis = 0; axis < 2; axis++)
            turn[axis] = goes[axis] ? square[axis] / before[axis] : 0;
        for (gsize i = 0; i < n; i++)
            way[i] = rest[i] + turn * way[i];
    }
}

/* One pair's share in the stress; *ret_pull: its weight over its distance, 0 on one point. */
static inline double
majorize_pair(Axes way, double length, double weight, double *ret_pull)
{
    Axes square = way * way;
    double distance = sqrt(square[0] + square[1]);

    *ret_pull = distance > 1e-9 ? weight * length / distance : 0;
    return weight * (length - distance) * (length - distance);
}

/* The stress, and the right-hand sides of the majorant, added to b. */
static double
majorize_measure(const StressTerms *terms, const Axes *at, Axes *b)
{
    gsize n = terms->n;
    double stress = 0, pull = 0;

    for (gsize r = 0; r < terms->rows; r++) {
        const double *length = terms->length + r * n, *weight = terms->weight + r * n;
        Axes from = at[r], sum = b[r];

        for (gsize i = r + 1; i < n; i++) {
            Axes way = from - at[i];

            stress += majorize_pair(way, length[i], weight[i], &pull);
            sum += pull * way;
            b[i] -= pull * way;
        }
        b[r] = sum;
    }
    for (gsize k = 0; k < terms->n_near; k++) {
        guint from = terms->near[2 * k], to = terms->near[2 * k + 1];
        Axes way = at[from] - at[to];

        stress += majorize_pair(way, 1, 1, &pull);
        b[from] += pull * way;
        b[to] -= pull * way;
    }
    return stress;
}

static void
majorize_read(const StressTerms *terms, Axes *ret_at)
{
    for (guint i = 0; i < terms->n; i++)
        ret_at[i] = (Axes){ terms->x[i], terms->y[i] };
}

double
stress_of(const StressTerms *terms)
{
    g_autofree Axes *at = g_new(Axes, terms->n);
    g_autofree Axes *unused = g_new0(Axes, terms->n);

    majorize_read(terms, at);
    return majorize_measure(terms, at, unused);
}

double
stress_step(StressTerms *terms)
{
    gsize n = terms->n;
    g_autofree Axes *at = g_new(Axes, n);
    g_autofree Axes *b = g_new0(Axes, n);
    g_autofree Axes *work = g_new(Axes, 3 * n);
    double stress;

    majorize_read(terms, at);
    stress = majorize_measure(terms, at, b);
    majorize_solve(terms, b, at, work);
    for (gsize i = 0; i < n; i++) {
        terms->x[i] = at[i][0];
        terms->y[i] = at[i][1];
    }
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
