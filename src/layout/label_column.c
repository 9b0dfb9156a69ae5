#include "layout/label_column.h"

#include "layout/spread.h"

#include <stdlib.h>

/* Between the end of a leader and the words, px. */
#define LEADER_AIR 3.0

static double
column_label_size(const LabelColumn *column, const ColumnLabel *label)
{
    return label->block->size.height + column->gap;
}

static int
column_compare_height(const void *a, const void *b)
{
    const ColumnLabel *left = a, *right = b;

    if (left->leader[1].y != right->leader[1].y)
        return left->leader[1].y < right->leader[1].y ? -1 : 1;
    return left->subject < right->subject ? -1 : left->subject > right->subject;
}

static int
column_compare_weight(const void *a, const void *b)
{
    const ColumnLabel *left = *(const ColumnLabel *const *)a,
                      *right = *(const ColumnLabel *const *)b;

    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* Marks those as placed that have room together, the weightiest first. */
static void
column_choose(const LabelColumn *column, ColumnLabel *labels, guint n)
{
    g_autofree ColumnLabel **order = g_new(ColumnLabel *, n + 1);
    double room = column->end - column->top + column->gap;

    for (guint i = 0; i < n; i++)
        order[i] = &labels[i];
    qsort(order, n, sizeof *order, column_compare_weight);
    for (guint i = 0; i < n; i++) {
        double size = column_label_size(column, order[i]);

        order[i]->placed = order[i]->block->lines->len > 0 && size <= room + 1e-6;
        room -= order[i]->placed ? size : 0;
    }
}

void
label_column_place(const LabelColumn *column, ColumnLabel *labels, guint n)
{
    g_autofree SpreadItem *items = g_new0(SpreadItem, n + 1);
    guint count = 0;

    if (n > 1)
        qsort(labels, n, sizeof *labels, column_compare_height);
    column_choose(column, labels, n);
    for (guint i = 0; i < n; i++)
        if (labels[i].placed)
            items[count++] = (SpreadItem){ .wanted = labels[i].leader[1].y,
                                           .size = column_label_size(column, &labels[i]) };
    spread_place(items, count, column->top - column->gap / 2, column->end + column->gap / 2);
    count = 0;
    for (guint i = 0; i < n; i++)
        if (labels[i].placed)
            labels[i].middle = items[count++].placed;
}

static gboolean
column_label_has_leader(const LabelColumn *column, const ColumnLabel *label)
{
    return label->placed && !label->bare &&
           (label->far || fabs(label->middle - label->leader[1].y) > column->still);
}

gboolean
label_column_has_leaders(const LabelColumn *column, const ColumnLabel *labels, guint n)
{
    for (guint i = 0; i < n; i++)
        if (column_label_has_leader(column, &labels[i]))
            return TRUE;
    return FALSE;
}

/* From the mark to its bend, and level into the words. */
static void
column_draw_leader(const LabelColumn *column, const ColumnLabel *label, SceneBuilder *builder)
{
    double way = column->left ? -1 : 1, x = column->x - way * LEADER_AIR;
    g_autoptr(Path) path = path_new();

    if (way * (x - label->leader[0].x) < LEADER_AIR)
        return;
    path_move_to(path, label->leader[0].x, label->leader[0].y);
    if (label->leader[1].x != label->leader[0].x || label->leader[1].y != label->leader[0].y)
        path_line_to(path, label->leader[1].x, label->leader[1].y);
    if (way * (x - way * LEADER_AIR - label->leader[1].x) > 0)
        path_line_to(path, x - way * LEADER_AIR, label->middle);
    path_line_to(path, x, label->middle);
    scene_builder_path(builder, path, COLOR_NONE, stroke_solid(label->color, 1));
}

void
label_column_draw(const LabelColumn *column, const ColumnLabel *labels, guint n, LabelTally *tally,
                  SceneBuilder *builder)
{
    for (guint i = 0; i < n; i++) {
        const ColumnLabel *label = &labels[i];
        Size size = label->block->size;
        double x = column->left ? column->x - size.width : column->x + label->indent;

        label_tally_add(tally, label->kind, 1, label->placed);
        if (!label->placed)
            continue;
        if (column_label_has_leader(column, label))
            column_draw_leader(column, label, builder);
        scene_builder_set_subject(builder, label->subject);
        text_block_draw(label->block,
                        (Rect){ x, label->middle - size.height / 2, size.width, size.height },
                        column->left ? ANCHOR_END : ANCHOR_START, COLOR_NONE, builder);
        scene_builder_set_subject(builder, 0);
    }
}
