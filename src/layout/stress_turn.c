#include "layout/stress_work.h"

#include <stdlib.h>

/* A direction must be so much better to be preferred to an earlier one; the axes of a part come
 * first, as what is long reads best lying or standing. */
#define BETTER 1.02
#define BETTER_THAN_AXES 1.3
/* Directions are tried this far apart. */
#define TRIES 24
/* A part of which the shorter axis is at least so much of the longer has no direction. */
#define ROUND 0.95

typedef struct {
    double angle;
    guint node;
} FanNode;

static gint
fan_compare(gconstpointer a, gconstpointer b)
{
    const FanNode *left = a, *right = b;

    if (left->angle != right->angle)
        return left->angle < right->angle ? -1 : 1;
    return left->node < right->node ? -1 : left->node > right->node;
}

static gint
fan_compare_numbers(gconstpointer a, gconstpointer b)
{
    const guint *left = a, *right = b;

    return *left < *right ? -1 : *left > *right;
}

static guint
fan_degree(const StressPart *part, guint i)
{
    return part->first[i + 1] - part->first[i];
}

/* Leaves between two neighbours that are none, evenly: n nodes from the angle `from` on. */
static void
fan_spread(StressPart *part, guint hub, double radius, double from, double step, const FanNode *fan,
           guint n)
{
    g_autofree guint *leaves = g_new(guint, n);

    if (n == 0)
        return;
    for (guint k = 0; k < n; k++)
        leaves[k] = fan[k].node;
    qsort(leaves, n, sizeof *leaves, fan_compare_numbers);
    for (guint k = 0; k < n; k++) {
        double angle = from + step * k;

        part->at[leaves[k]] =
            (Point){ part->at[hub].x + radius * cos(angle), part->at[hub].y + radius * sin(angle) };
    }
}

/* A hub with nothing but leaves around it is a star: its first leaf stands at the top. */
static void
fan_hub(StressPart *part, guint hub)
{
    guint n = fan_degree(part, hub), n_stems = 0, n_leaves = 0;
    g_autofree FanNode *stems = g_new(FanNode, n + 1);
    g_autofree FanNode *leaves = g_new(FanNode, n);
    double radius = 0;

    for (guint k = 0; k < n; k++) {
        guint node = part->next[part->first[hub] + k];
        double dx = part->at[node].x - part->at[hub].x, dy = part->at[node].y - part->at[hub].y;
        FanNode found = { atan2(dy, dx), node };

        if (fan_degree(part, node) == 1) {
            leaves[n_leaves++] = found;
            radius += hypot(dx, dy);
        } else {
            stems[n_stems++] = found;
        }
    }
    if (n_leaves < 2)
        return;
    radius /= n_leaves;
    qsort(stems, n_stems, sizeof *stems, fan_compare);
    qsort(leaves, n_leaves, sizeof *leaves, fan_compare);
    part->turned = n_stems == 0 && n_leaves > 2;
    if (n_stems == 0) {
        fan_spread(part, hub, radius, -G_PI / 2, 2 * G_PI / n_leaves, leaves, n_leaves);
        return;
    }
    stems[n_stems] = (FanNode){ stems[0].angle + 2 * G_PI, stems[0].node };
    /* Leaves before the first stem come after the last one. */
    for (guint k = 0; k < n_leaves; k++)
        if (leaves[k].angle < stems[0].angle)
            leaves[k].angle += 2 * G_PI;
    qsort(leaves, n_leaves, sizeof *leaves, fan_compare);
    for (guint s = 0, from = 0; s < n_stems; s++) {
        double room = stems[s + 1].angle - stems[s].angle;
        guint to = from;

        while (to < n_leaves && leaves[to].angle <= stems[s + 1].angle)
            to++;
        fan_spread(part, hub, radius, stems[s].angle + room / (to - from + 1),
                   room / (to - from + 1), leaves + from, to - from);
        from = to;
    }
}

void
stress_fan_leaves(StressPart *part)
{
    for (guint i = 0; i < part->n; i++)
        if (fan_degree(part, i) > 1)
            fan_hub(part, i);
}

double
stress_fit(const double *at, const double *sizes, guint n, double room, double most)
{
    double low = 0, high = most;

    for (guint k = 0; k < 24; k++) {
        double factor = k == 0 ? most : (low + high) / 2;
        double from = G_MAXDOUBLE, to = -G_MAXDOUBLE;

        for (guint i = 0; i < n; i++) {
            from = MIN(from, factor * at[i] - sizes[i] / 2);
            to = MAX(to, factor * at[i] + sizes[i] / 2);
        }
        if (to - from <= room)
            low = factor;
        else
            high = factor;
        if (low == high)
            break;
    }
    return low;
}

/* Middle and principal axis; *ret_round: the axes are of about one length. */
static double
turn_axis(const StressPart *part, Point *ret_middle, gboolean *ret_round)
{
    double xx = 0, xy = 0, yy = 0, half, root;
    Point middle = { 0, 0 };

    for (guint i = 0; i < part->n; i++) {
        middle.x += part->at[i].x / part->n;
        middle.y += part->at[i].y / part->n;
    }
    for (guint i = 0; i < part->n; i++) {
        double dx = part->at[i].x - middle.x, dy = part->at[i].y - middle.y;

        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    half = (xx + yy) / 2;
    root = hypot((xx - yy) / 2, xy);
    *ret_middle = middle;
    *ret_round = half - root >= ROUND * ROUND * (half + root);
    return 0.5 * atan2(2 * xy, xx - yy);
}

/* The angle of the node farthest from the middle, the first of several. */
static double
turn_farthest(const StressPart *part, Point middle)
{
    double most = -1, angle = 0;

    for (guint i = 0; i < part->n; i++) {
        double dx = part->at[i].x - middle.x, dy = part->at[i].y - middle.y;

        if (hypot(dx, dy) > most * (1 + 1e-6)) {
            most = hypot(dx, dy);
            angle = atan2(dy, dx);
        }
    }
    return angle;
}

/* Writes the places turned so that `angle` points to the right; returns how much they may grow. */
static double
turn_try(const StressPart *part, Point middle, double angle, Size room, double *x, double *y)
{
    g_autofree double *widths = g_new(double, part->n);
    g_autofree double *heights = g_new(double, part->n);
    double c = cos(angle), s = sin(angle), most = MAX(room.width, room.height);

    for (guint i = 0; i < part->n; i++) {
        double dx = part->at[i].x - middle.x, dy = part->at[i].y - middle.y;

        x[i] = c * dx + s * dy;
        y[i] = c * dy - s * dx;
        widths[i] = part->boxes[i].width;
        heights[i] = part->boxes[i].height;
    }
    return MIN(stress_fit(x, widths, part->n, room.width, most),
               stress_fit(y, heights, part->n, room.height, most));
}

/* Mirrors the places where they come against the order of the nodes: clockwise around what has no
 * direction, else from left to right and from the top. */
static void
turn_mirror(double *x, double *y, guint n, gboolean is_round)
{
    double along_x = 0, along_y = 0, around = 0;

    for (guint i = 0; i < n; i++) {
        guint next = (i + 1) % n;

        along_x += x[i] * (i - (n - 1) / 2.0);
        along_y += y[i] * (i - (n - 1) / 2.0);
        around += x[i] * y[next] - y[i] * x[next];
    }
    if (is_round)
        along_x = around;
    for (guint i = 0; i < n; i++) {
        x[i] = along_x < -1e-9 ? -x[i] : x[i];
        y[i] = along_y < -1e-9 && !is_round ? -y[i] : y[i];
    }
}

void
stress_turn(StressPart *part, Size room)
{
    g_autofree double *x = g_new(double, part->n);
    g_autofree double *y = g_new(double, part->n);
    double axis, farthest, best = 0, best_fit = -1;
    gboolean is_round, on_axis = FALSE;
    Point middle;

    axis = turn_axis(part, &middle, &is_round);
    farthest = turn_farthest(part, middle) + G_PI / 2;
    for (guint k = is_round ? 2 : 0; k < TRIES + 2 && !part->turned; k++) {
        double angle = k < 2 ? axis + k * G_PI / 2 : farthest + (k - 2) * 2 * G_PI / TRIES;
        double fit = turn_try(part, middle, angle, room, x, y);

        if (fit > best_fit * (k >= 2 && on_axis ? BETTER_THAN_AXES : BETTER)) {
            best_fit = fit;
            best = angle;
            on_axis = k < 2;
        }
    }
    turn_try(part, middle, best, room, x, y);
    if (!part->turned)
        turn_mirror(x, y, part->n, is_round);
    for (guint i = 0; i < part->n; i++)
        part->at[i] = (Point){ x[i], y[i] };
}
