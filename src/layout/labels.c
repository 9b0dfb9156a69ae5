#include "layout/labels_work.h"

/* So near to its symbol a leader meets the squares of it, px. */
#define RIM 2.0
/* So many labels of a rank look for room further away: more leaders than that are a thicket. */
#define MAX_ROAMERS 250
/* Around words on a plate, px. */
#define PLATE_AIR 2.0

static void
label_free(gpointer data)
{
    Label *label = data;

    g_ptr_array_unref(label->blocks);
    g_array_unref(label->spots);
    g_free(label);
}

Labels *
labels_new(Rect area, LabelTally *tally)
{
    Labels *labels = g_new0(Labels, 1);

    labels->area = area;
    labels->tally = tally;
    labels->kept = g_array_new(FALSE, FALSE, sizeof(Rect));
    labels->labels = g_ptr_array_new_with_free_func(label_free);
    labels->protected = g_array_new(FALSE, FALSE, sizeof(Rect));
    return labels;
}

void
labels_free(Labels *labels)
{
    if (labels == NULL)
        return;
    g_ptr_array_unref(labels->labels);
    g_array_unref(labels->kept);
    g_array_unref(labels->protected);
    g_free(labels);
}

void
labels_keep_off(Labels *labels, Rect rect)
{
    g_array_append_val(labels->kept, rect);
}

void
labels_protect(Labels *labels, Rect rect)
{
    g_array_append_val(labels->protected, rect);
}

void
labels_add(Labels *labels, const LabelRequest *request, TextBlock **blocks, guint n_blocks,
           const LabelSpot *spots, guint n_spots)
{
    Label *label = g_new0(Label, 1);

    label->request = *request;
    label->order = labels->labels->len;
    label->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)text_block_free);
    label->spots = g_array_sized_new(FALSE, FALSE, sizeof(LabelSpot), n_spots);
    g_array_append_vals(label->spots, spots, n_spots);
    for (guint i = 0; i < n_blocks; i++)
        g_ptr_array_add(label->blocks, blocks[i]);
    g_ptr_array_add(labels->labels, label);
}

void
labels_add_line(Labels *labels, const LabelRequest *request, const char *text,
                const TextStyle *style, const LabelSpot *spots, guint n_spots,
                TextMeasurer *measurer)
{
    TextBlock *block = text_block_line(text, style, measurer);

    labels_add(labels, request, &block, 1, spots, n_spots);
}

gboolean
label_leads(const Label *label, const LabelSpot *spot, Rect box, Taken kind,
            const Occupancy *occupancy)
{
    Point ends[2], from;
    double dx, dy, rim;

    if (!label->request.leader || !label_spot_leader(spot, box, ends))
        return TRUE;
    dx = ends[1].x - ends[0].x;
    dy = ends[1].y - ends[0].y;
    rim = MIN(1, RIM / MAX(MAX(fabs(dx), fabs(dy)), 1e-9));
    from = (Point){ ends[0].x + dx * rim, ends[0].y + dy * rim };
    return occupancy_line_is_free(occupancy, kind, from, ends[1]);
}

Rect
label_bounds(const Labels *labels, const Label *label)
{
    Rect bounds = label->request.bounds;

    return bounds.width > 0 && bounds.height > 0 ? bounds : labels->area;
}

gboolean
label_fits(const Labels *labels, const Label *label, const LabelSpot *spot, Rect box,
           const Occupancy *occupancy)
{
    Rect room = label_spot_room(spot, box);

    if (!isfinite(box.x + box.y) || !rect_contains(label_bounds(labels, label), box))
        return FALSE;
    if (spot->inside) {
        /* The width is measured; what other fonts take more may come as near as the edge. */
        Rect mark = rect_grow(spot->anchor, -spot->gap, -spot->gap);

        return rect_contains(rect_grow(mark, 1e-6, 1e-6), box) &&
               rect_contains(rect_grow(spot->anchor, 1e-6, 1e-6), room) &&
               (spot->plate.a > 0 || occupancy_is_free(occupancy, TAKEN_INK, box));
    }
    room = rect_clip(room, labels->area);
    return occupancy_is_free(occupancy, TAKEN_INK, room) &&
           occupancy_is_free(occupancy, TAKEN_SURFACE, room);
}

void
label_take(Label *label, const TextBlock *block, const LabelSpot *spot, Rect box)
{
    label->block = block;
    label->spot = *spot;
    label->box = box;
}

gboolean
label_spot_is_apart(const LabelSpot *spot, Rect box, const Occupancy *occupancy)
{
    Rect room =
        spot->inside ? box : rect_clip(label_spot_room(spot, box), occupancy_area(occupancy));

    return occupancy_is_free(occupancy, TAKEN_WORDS, room);
}

void
label_hold(const Label *label, Occupancy *occupancy)
{
    Point ends[2];

    if (label->request.leader && label_spot_leader(&label->spot, label->box, ends))
        occupancy_add_line(occupancy, TAKEN_WORDS, ends[0], ends[1], LEADER_WIDTH);
    occupancy_add_rect(occupancy, TAKEN_WORDS,
                       rect_grow(label_spot_room(&label->spot, label->box), LABEL_AIR, 0));
}

/* The first of its spots so far away that is free, for the largest block that finds one. */
static gboolean
label_place(const Labels *labels, Label *label, guint far, Occupancy *occupancy)
{
    for (guint b = 0; b < label->blocks->len; b++)
        for (guint s = 0; s < label_n_spots(label); s++) {
            const TextBlock *block = label->blocks->pdata[b];
            LabelSpot spot = label_spot(label, s);
            Rect box = label_spot_box(&spot, block->size);

            if (block->lines->len == 0 || spot.far != far || !label_spot_takes(&spot, b) ||
                !label_spot_is_apart(&spot, box, occupancy) ||
                !label_fits(labels, label, &spot, box, occupancy) ||
                !label_leads(label, &spot, box, TAKEN_INK, occupancy) ||
                !label_leads(label, &spot, box, TAKEN_WORDS, occupancy))
                continue;
            label_take(label, block, &spot, box);
            label_hold(label, occupancy);
            return TRUE;
        }
    return FALSE;
}

static void
labels_hold_protected(const Labels *labels, Occupancy *occupancy)
{
    for (guint i = 0; i < labels->protected->len; i++)
        occupancy_add_rect(occupancy, TAKEN_WORDS, g_array_index(labels->protected, Rect, i));
}

static void
labels_hold_again(const Labels *labels, Occupancy *occupancy)
{
    occupancy_clear(occupancy, TAKEN_WORDS);
    labels_hold_protected(labels, occupancy);
    for (guint i = 0; i < labels->labels->len; i++)
        if (((const Label *)labels->labels->pdata[i])->block != NULL)
            label_hold(labels->labels->pdata[i], occupancy);
}

/* Labels of one rank: at first near their anchors, then those that are left where they can. */
static void
labels_place_rank(const Labels *labels, Label **rank, guint n, Occupancy *occupancy)
{
    guint roamers = 0;

    for (guint i = 0; i < n; i++)
        label_place(labels, rank[i], 0, occupancy);
    if (labels_make_room(labels, rank, n, occupancy))
        labels_hold_again(labels, occupancy);
    for (guint far = 1; far <= 2; far++)
        for (guint i = 0; i < n; i++) {
            if (rank[i]->block == NULL && roamers++ < 2 * MAX_ROAMERS)
                label_place(labels, rank[i], far, occupancy);
            if (rank[i]->block == NULL && rank[i]->request.overlays && far == 1)
                label_place_over(labels, rank[i], occupancy);
            if (rank[i]->block == NULL && rank[i]->request.insists && far == 1)
                label_place_anyhow(labels, rank[i], occupancy);
        }
}

static int
label_compare(gconstpointer a, gconstpointer b)
{
    const Label *left = *(const Label *const *)a, *right = *(const Label *const *)b;

    if (left->request.rank != right->request.rank)
        return left->request.rank < right->request.rank ? -1 : 1;
    if (left->request.weight != right->request.weight)
        return left->request.weight > right->request.weight ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

static guint
labels_rank_end(const GPtrArray *order, guint first)
{
    LabelRank rank = ((const Label *)order->pdata[first])->request.rank;
    guint end = first;

    while (end < order->len && ((const Label *)order->pdata[end])->request.rank == rank)
        end++;
    return end;
}

/* One without room takes those along that only make sense with it. */
static void
labels_drop_together(const Labels *labels)
{
    g_autoptr(GHashTable) broken = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < labels->labels->len; i++) {
        const Label *label = labels->labels->pdata[i];

        if (label->block == NULL && label->request.together != NULL)
            g_hash_table_add(broken, (gpointer)label->request.together);
    }
    for (guint i = 0; i < labels->labels->len; i++) {
        Label *label = labels->labels->pdata[i];

        if (label->request.together != NULL &&
            g_hash_table_contains(broken, label->request.together))
            label->block = NULL;
    }
}

static void
label_draw(const Label *label, SceneBuilder *builder, const LayoutContext *context)
{
    Point ends[2];

    if (label->request.leader && label_spot_leader(&label->spot, label->box, ends))
        scene_builder_line(builder, ends[0], ends[1],
                           stroke_solid(context->theme->axis.color, LEADER_WIDTH));
    if (label->plated)
        scene_builder_rect(builder, rect_grow(label->box, PLATE_AIR, PLATE_AIR), 2,
                           color_with_alpha(label->spot.ground.a > 0 ? label->spot.ground
                                                                     : theme_paper(context->theme),
                                            1),
                           STROKE_NONE);
    if (label->spot.plate.a > 0)
        scene_builder_rect(builder, rect_grow(label->box, PLATE_AIR, PLATE_AIR), 0,
                           label->spot.plate, STROKE_NONE);
    scene_builder_set_subject(builder, label->request.subject);
    text_block_draw(label->block, label->box, label_spot_align(&label->spot), label->spot.color,
                    builder);
    scene_builder_set_subject(builder, 0);
}

static Role
label_role(const Label *label)
{
    return label->request.role == ROLE_NONE ? ROLE_LABELS : label->request.role;
}

static gboolean
label_is_whole(const Label *label)
{
    for (guint i = 0; i < MIN(label->request.n_whole, label->blocks->len); i++)
        if (label->blocks->pdata[i] == label->block)
            return TRUE;
    return FALSE;
}

/* Neighbours of one role share a group. */
static void
labels_draw(const Labels *labels, SceneBuilder *builder, const LayoutContext *context)
{
    Role role = ROLE_NONE;

    for (guint i = 0; i < labels->labels->len; i++) {
        const Label *label = labels->labels->pdata[i];

        label_tally_add(labels->tally, label->request.kind, 1, label->block != NULL);
        if (label->plated && !label->request.overlays)
            label_tally_add_covering(labels->tally, label->request.kind);
        if (label->block == NULL)
            continue;
        label_tally_add(labels->tally, label->request.shortened, 1, label_is_whole(label));
        if (role != ROLE_NONE && role != label_role(label))
            scene_builder_pop(builder);
        if (role != label_role(label))
            scene_builder_push(builder, label_role(label), NULL);
        role = label_role(label);
        label_draw(label, builder, context);
    }
    if (role != ROLE_NONE)
        scene_builder_pop(builder);
}

void
labels_place(Labels *labels, const SceneNode *drawn, SceneBuilder *builder,
             const LayoutContext *context)
{
    g_autoptr(Occupancy) occupancy = NULL;
    g_autoptr(GPtrArray) order = NULL;

    if (labels->labels->len == 0)
        return;
    occupancy = occupancy_new(labels->area);
    occupancy_add_nodes(occupancy, drawn);
    for (guint i = 0; i < labels->kept->len; i++)
        occupancy_add_rect(occupancy, TAKEN_SURFACE, g_array_index(labels->kept, Rect, i));
    labels_hold_protected(labels, occupancy);
    order = g_ptr_array_copy(labels->labels, NULL, NULL);
    g_ptr_array_set_free_func(order, NULL);
    g_ptr_array_sort(order, label_compare);
    for (guint i = 0, end; i < order->len; i = end) {
        end = labels_rank_end(order, i);
        labels_place_rank(labels, (Label **)order->pdata + i, end - i, occupancy);
    }
    labels_drop_together(labels);
    labels_draw(labels, builder, context);
}
