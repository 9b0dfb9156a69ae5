#include "charts/parts.h"
#include "mark/surface.h"

#include <stdlib.h>

/* The innermost row, as a share of the outermost. */
#define INNER_SHARE 0.42
#define SEAT_SHARE 0.42
/* Radius, px, for labels of 13 px: few seats make a small arc. */
#define LARGEST_SEAT 18.0
/* Names and counts under the arc take at most this share of the panel. */
#define KEY_SHARE 0.45
#define KEY_AIR 16.0
#define SWATCH_AIR 5.0
#define LINE_AIR 3.0

typedef struct {
    double angle;  /* radians, clockwise from nine o'clock */
    double radius; /* of the outermost row: 1 */
} Seat;

typedef struct {
    gsize first, n;
    guint n_seats, n_rows;
    Seat *seats;
    double dot; /* share of the outer radius */
} Chamber;

static void
chamber_clear(Chamber *chamber)
{
    g_clear_pointer(&chamber->seats, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Chamber, chamber_clear)

static int
seat_compare(const void *a, const void *b)
{
    const Seat *left = a, *right = b;

    if (fabs(left->angle - right->angle) > 1e-9)
        return left->angle < right->angle ? -1 : 1;
    return left->radius > right->radius ? -1 : left->radius < right->radius;
}

static double
chamber_row_radius(guint row, guint n_rows)
{
    return n_rows == 1 ? 1 : 1 - (1 - INNER_SHARE) * row / n_rows;
}

/* The fewest rows whose seats are no closer along the arc than the rows are to each other. */
static guint
chamber_count_rows(guint n_seats)
{
    for (guint rows = 1;; rows++) {
        double gap = (1 - INNER_SHARE) / rows, room = 0;

        for (guint i = 0; i < rows; i++)
            room += floor(G_PI * chamber_row_radius(i, rows) / gap) + 1;
        if (room >= n_seats)
            return rows;
    }
}

/* Seats in rows, as many as the radius of each row has room for, then all of them by angle: parties
 * are wedges from the left to the right. */
static Chamber
chamber_new(const Parts *parts, guint panel)
{
    Chamber chamber = { .dot = 1 };
    g_autofree double *radii = NULL;
    g_autofree guint *counts = NULL;
    guint seat = 0;

    chamber.n = parts_of_panel(parts, panel, &chamber.first);
    chamber.n_seats = (guint)parts->totals[panel];
    chamber.n_rows = chamber_count_rows(chamber.n_seats);
    chamber.seats = g_new0(Seat, chamber.n_seats + 1);
    radii = g_new(double, chamber.n_rows);
    counts = g_new(guint, chamber.n_rows);
    for (guint i = 0; i < chamber.n_rows; i++)
        radii[i] = chamber_row_radius(i, chamber.n_rows);
    parts_apportion(radii, chamber.n_rows, chamber.n_seats, counts);
    chamber.dot = (1 - INNER_SHARE) / chamber.n_rows * SEAT_SHARE;
    for (guint i = 0; i < chamber.n_rows; i++)
        for (guint k = 0; k < counts[i]; k++, seat++) {
            double share = counts[i] > 1 ? (double)k / (counts[i] - 1) : 0.5;

            chamber.seats[seat] = (Seat){ G_PI * share, radii[i] };
            if (counts[i] > 1)
                chamber.dot = MIN(chamber.dot, G_PI * radii[i] / (counts[i] - 1) * SEAT_SHARE);
        }
    qsort(chamber.seats, chamber.n_seats, sizeof *chamber.seats, seat_compare);
    return chamber;
}

static const LabelKind seat_names = { "name", "names", "under the seats",
                                      "a larger figure would show them", FALSE };

/* One entry of the key under the arc: a seat, its count and its name. Returns its width. */
static double
parliament_entry(const MarkContext *context, gsize item, Point at, gboolean draws)
{
    double em = context->theme->label.size, indent = em * 0.7 + SWATCH_AIR;
    double room = (context->rect.width - indent) / (1 + SCENE_TEXT_SLACK);
    g_autoptr(TextBlock) block = parts_block(context, item, PART_CUT, room, FALSE);
    Size size = block->size;

    if (draws) {
        const Surface surface = mark_surface(context, item);

        surface_circle(context->builder, &surface, (Point){ at.x + em * 0.35, at.y }, em * 0.35);
        scene_builder_set_subject(context->builder, mark_subject(context, item));
        text_block_draw(block,
                        (Rect){ at.x + indent, at.y - size.height / 2, size.width, size.height },
                        ANCHOR_START, COLOR_NONE, context->builder);
        scene_builder_set_subject(context->builder, 0);
    }
    return indent + MAX(size.width, size.width * (1 + SCENE_TEXT_SLACK) + SWATCH_AIR - KEY_AIR);
}

/* px from one line of entries to the next; scripts differ in height. */
static double
parliament_line(const MarkContext *context, const Chamber *chamber)
{
    double line = text_measure(context->measurer, "x", &context->theme->label).line_height;

    for (gsize i = chamber->first; i < chamber->first + chamber->n; i++) {
        g_autoptr(TextBlock) block = parts_block(context, i, PART_LINE, 0, FALSE);

        line = MAX(line, block->size.height);
    }
    return line + LINE_AIR;
}

/* Lines of entries from the middle outwards, in the order of the seats. Returns how many lines;
 * when it draws, those that end above bottom, and counts all. */
static guint
parliament_key(const MarkContext *context, const Chamber *chamber, double top, double bottom,
               gboolean draws)
{
    const Parts *parts = (const Parts *)context->layer;
    double line = parliament_line(context, chamber);
    guint lines = 0;

    if (!parts->direct && parts->layer.labels == NULL)
        return 0;
    for (gsize i = 0, end; i < chamber->n; i = end, lines++) {
        double width = 0, x, y = top + (lines + 0.5) * line;
        gboolean fits = y + line / 2 <= bottom + 0.5;

        for (end = i; end < chamber->n; end++) {
            double entry = parliament_entry(context, chamber->first + end, (Point){ 0, 0 }, FALSE);

            if (end > i && width + KEY_AIR + entry > context->rect.width)
                break;
            width += (end > i ? KEY_AIR : 0) + entry;
        }
        x = context->rect.x + MAX(0, context->rect.width - width) / 2;
        for (gsize k = i; draws && fits && k < end; k++)
            x += parliament_entry(context, chamber->first + k, (Point){ x, y }, TRUE) + KEY_AIR;
        if (draws)
            label_tally_add(context->tally, &seat_names, end - i, fits ? end - i : 0);
    }
    return lines;
}

/* Where the arc stands above its key: the middle of its base, and the radius of the outer row. */
static double
parliament_place(const MarkContext *context, const Chamber *chamber, Point *ret_base,
                 double *ret_dot)
{
    double line = parliament_line(context, chamber);
    guint lines = parliament_key(context, chamber, 0, 0, FALSE);
    Rect rect = context->rect;
    double key = lines > 0 ? MIN(lines * line + 10, rect.height * KEY_SHARE) : 0;
    double height = rect.height - key;
    double radius = MIN(rect.width / 2 / (1 + chamber->dot), height / (1 + 2 * chamber->dot));

    radius = MIN(radius, LARGEST_SEAT * theme_em(context->theme) / chamber->dot);
    *ret_base =
        (Point){ rect.x + rect.width / 2, rect.y + (height - radius * (1 + 2 * chamber->dot)) / 2 +
                                              radius * (1 + chamber->dot) };
    *ret_dot = radius * chamber->dot;
    return radius;
}

static void
parliament_draw(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    const Layer *layer = context->layer;
    g_auto(Chamber) chamber = chamber_new(parts, context->panel);
    guint seat = 0;
    Point base;
    double dot, radius = parliament_place(context, &chamber, &base, &dot);

    for (gsize i = chamber.first; i < chamber.first + chamber.n; i++) {
        const Surface surface = mark_surface(context, i);

        mark_push(context, i);
        for (guint k = 0; k < (guint)layer->y[i]; k++, seat++) {
            const Seat *at = &chamber.seats[seat];

            surface_circle(context->builder, &surface,
                           (Point){ base.x - radius * at->radius * cos(at->angle),
                                    base.y - radius * at->radius * sin(at->angle) },
                           dot);
        }
        scene_builder_pop(context->builder);
    }
}

/* The total stands in the hollow of the arc. */
static void
parliament_draw_labels(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    g_auto(Chamber) chamber = chamber_new(parts, context->panel);
    Point base;
    double dot, radius = parliament_place(context, &chamber, &base, &dot), inner;

    inner = radius * chamber_row_radius(chamber.n_rows - 1, chamber.n_rows) - 2 * dot;
    parts_ask_total(context, base, inner, TRUE,
                    context->theme->title.size * (chamber.n_rows > 1 ? 1.5 : 1));
    parliament_key(context, &chamber, base.y + dot + 10, rect_bottom(context->rect), TRUE);
}

const MarkType mark_parliament = {
    .name = "parliament",
    .summary = "seats in an arc",
    .draw = parliament_draw,
    .draw_labels = parliament_draw_labels,
    .draw_key = mark_key_disc,
};
