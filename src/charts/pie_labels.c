#include "charts/pie.h"

#include "text/wrap.h"

/* Names beside the pie may take this share of the panel's width on each side. */
#define SIDE_SHARE 0.29
/* A name that is to stand on two lines is no narrower than this share of it. */
#define HALF_SHARE 0.55
/* From the rim to where a leader begins, to its bend, and to where one may turn that first runs out
 * to the side, px. */
#define LEADER_BEGIN 2.0
#define LEADER_BEND 9.0
#define LEADER_SIDE 13.0
/* From the words to where their leader ends, px. */
#define LEADER_END 6.0
/* Leaders may touch so close to their bends, px. */
#define TOUCH 12.0
#define LABEL_GAP 3.0
/* Between a name and its value, px. */
#define VALUE_AIR 8.0

/* px that a name needs beside a pie: on one line where that costs the pie nothing, else on two. */
static double
pie_name_width(const MarkContext *context, const char *name, double free)
{
    const TextStyle *style = &context->theme->label;
    double whole = text_measure(context->measurer, name, style).width;
    g_autoptr(TextBlock) block = text_block_new();

    if (whole <= free)
        return whole;
    text_block_add_wrapped(
        block, name, style,
        MAX(whole * HALF_SHARE, text_widest_word(name, style, context->measurer)), 0,
        context->measurer);
    return MAX(block->size.width, MIN(whole, free));
}

double
pie_labels_width(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    Rect rect = context->rect;
    double free = (rect.width - MIN(rect.width, rect.height)) / 2 - PIE_RIM_GAP, widest = 0;
    TextStyle bold = context->theme->label;
    gsize first, n = parts_of_panel(parts, context->panel, &first);

    bold.bold = TRUE;
    /* Where many names stand one above the other, each has its value beside it. */
    for (gsize i = first; i < first + n; i++) {
        double width = 0;

        if (parts->direct)
            width = pie_name_width(context, parts->names[i], free / (1 + SCENE_TEXT_SLACK));
        if (parts->layer.labels != NULL)
            width += text_measure(context->measurer, parts->layer.labels[i], &bold).width +
                     (width > 0 ? VALUE_AIR : 0);
        widest = MAX(widest, width);
    }
    return MIN(widest * (1 + SCENE_TEXT_SLACK), MAX(free, rect.width * SIDE_SHARE));
}

static ColumnLabel
pie_label(const MarkContext *context, const PieShape *shape, gsize slice)
{
    double angle = (shape->angles[slice] + shape->angles[slice + 1]) / 2;
    double begin = shape->radius + LEADER_BEGIN, bend = shape->radius + LEADER_BEND;
    Point out = { cos(angle), sin(angle) };

    return (ColumnLabel){
        .data = &context->layer->y[shape->first + slice],
        .leader = { { shape->centre.x + begin * out.x, shape->centre.y + begin * out.y },
                    { shape->centre.x + bend * out.x, shape->centre.y + bend * out.y } },
        .color = context->theme->axis.color,
        .far = TRUE,
    };
}

/* Where the leader to words ends. */
static Point
pie_leader_end(const LabelColumn *column, const ColumnLabel *label)
{
    return (Point){ column->x + (column->left ? LEADER_END : -LEADER_END), label->middle };
}

/* Twice the area of the triangle, with the sign of its turn. */
static double
pie_turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* A little beyond the bend: neighbours that begin together may touch there. */
static Point
pie_leader_way(Point bend, Point end)
{
    double length = hypot(end.x - bend.x, end.y - bend.y), share = MIN(1, TOUCH / MAX(1, length));

    return (Point){ bend.x + share * (end.x - bend.x), bend.y + share * (end.y - bend.y) };
}

static gboolean
pie_leaders_cross(const LabelColumn *column, const ColumnLabel *one, const ColumnLabel *other)
{
    Point b = pie_leader_end(column, one), d = pie_leader_end(column, other);
    Point a = pie_leader_way(one->leader[1], b), c = pie_leader_way(other->leader[1], d);

    return pie_turn(a, b, c) * pie_turn(a, b, d) < 0 && pie_turn(c, d, a) * pie_turn(c, d, b) < 0;
}

/* Whether a straight leader from its bend to its words crosses the pie. */
static gboolean
pie_leader_crosses(const PieShape *shape, const LabelColumn *column, const ColumnLabel *label)
{
    Point from = label->leader[1], end = pie_leader_end(column, label), way;
    double length, share;

    way = (Point){ end.x - from.x, end.y - from.y };
    from = (Point){ from.x - shape->centre.x, from.y - shape->centre.y };
    length = way.x * way.x + way.y * way.y;
    share = length > 0 ? CLAMP(-(from.x * way.x + from.y * way.y) / length, 0, 1) : 0;
    return hypot(from.x + share * way.x, from.y + share * way.y) < shape->radius + LEADER_BEGIN;
}

/* Whether straight leaders run free of the pie and of each other. */
static gboolean
pie_leaders_are_clear(const PieShape *shape, const LabelColumn *column, const ColumnLabel *labels,
                      guint n)
{
    for (guint i = 0; i < n; i++) {
        if (labels[i].placed && pie_leader_crosses(shape, column, &labels[i]))
            return FALSE;
        for (guint k = 0; k < i; k++)
            if (labels[i].placed && labels[k].placed &&
                pie_leaders_cross(column, &labels[i], &labels[k]))
                return FALSE;
    }
    return TRUE;
}

/* The words of one side, one below the other, each near its slice. Where straight leaders would
 * cross the pie, or each other, all of them first run out to the side, where nothing is to cross.
 */
static void
pie_draw_side(const MarkContext *context, const PieShape *shape, gboolean right)
{
    g_autofree ColumnLabel *labels = g_new0(ColumnLabel, shape->n + 1);
    double away = shape->radius + PIE_RIM_GAP, side = shape->radius + LEADER_SIDE;
    LabelColumn column = { .x = shape->centre.x + (right ? away : -away),
                           .left = !right,
                           .top = context->rect.y,
                           .end = rect_bottom(context->rect),
                           .gap = LABEL_GAP };
    gboolean fits = FALSE, clear = FALSE;
    guint n = 0;

    for (gsize i = 0; i < shape->n; i++)
        if (shape->angles[i + 1] > shape->angles[i] &&
            pie_is_right((shape->angles[i] + shape->angles[i + 1]) / 2) == right)
            labels[n++] = pie_label(context, shape, i);
    for (PartForm form = PART_LINE; form <= PART_CUT && !(fits && clear); form++) {
        fits =
            parts_place_column(context, &column, labels, n, form, context->rect.width / 2 - away);
        clear = pie_leaders_are_clear(shape, &column, labels, n);
    }
    for (guint i = 0; i < n && !clear; i++)
        labels[i].leader[1].x = shape->centre.x + (right ? side : -side);
    parts_draw_column(context, &column, labels, n);
}

void
pie_labels_draw(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    g_auto(PieShape) shape = pie_shape_new(context);

    if (shape.inside) {
        pie_ask_inside(context, &shape);
    } else if (parts->direct || parts->layer.labels != NULL) {
        pie_draw_side(context, &shape, TRUE);
        pie_draw_side(context, &shape, FALSE);
    }
    if (shape.hole > 0)
        parts_ask_total(context, shape.centre, shape.hole, FALSE,
                        MAX(context->theme->title.size,
                            MIN(shape.hole * 0.4, 1.8 * context->theme->title.size)));
}
