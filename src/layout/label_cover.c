// Words that cover what is drawn, on a plate: those without room that must be written all the same.
#include "layout/labels_work.h"

/* Covered ink is worse than covered surface, and words are worst. */
#define INK_COST 6.0
#define WORDS_COST 60.0
/* Of words that may stand over lines, this share of their box may be taken. */
#define MOST_COVERED 0.2

/* On a plate of the ground there, else of paper, which their own colour is made for. */
static void
label_take_plated(Label *label, const TextBlock *block, const LabelSpot *spot, Rect box)
{
    label_take(label, block, spot, box);
    label->plated = TRUE;
    if (spot->ground.a == 0)
        label->spot.color = COLOR_NONE;
}

void
label_place_anyhow(const Labels *labels, Label *label, Occupancy *occupancy)
{
    const TextBlock *block = label->blocks->pdata[0];
    Rect bounds = label_bounds(labels, label), best_box = { 0 };
    LabelSpot best = { 0 };
    double best_cost = G_MAXDOUBLE;

    for (guint s = 0; s < label_n_spots(label) && block->lines->len > 0; s++) {
        LabelSpot spot = label_spot(label, s);
        Rect box = label_spot_box(&spot, block->size);
        double cost;

        if (!label_spot_takes(&spot, 0))
            continue;
        box.x = CLAMP(box.x, bounds.x, MAX(bounds.x, rect_right(bounds) - box.width));
        box.y = CLAMP(box.y, bounds.y, MAX(bounds.y, rect_bottom(bounds) - box.height));
        cost = WORDS_COST * occupancy_share(occupancy, TAKEN_WORDS, box) +
               INK_COST * occupancy_share(occupancy, TAKEN_INK, box) +
               occupancy_share(occupancy, TAKEN_SURFACE, box);
        if (cost < best_cost - 1e-9) {
            best_cost = cost;
            best_box = box;
            best = spot;
        }
    }
    if (best_cost == G_MAXDOUBLE)
        return;
    label_take_plated(label, block, &best, best_box);
    label_hold(label, occupancy);
}

void
label_place_over(const Labels *labels, Label *label, Occupancy *occupancy)
{
    const TextBlock *block = label->blocks->pdata[0];
    Rect bounds = label_bounds(labels, label), best_box = { 0 };
    LabelSpot best = { 0 };
    double best_cost = MOST_COVERED;

    for (guint s = 0; s < label->spots->len && block->lines->len > 0; s++) {
        LabelSpot spot = label_spot(label, s);
        Rect box = label_spot_box(&spot, block->size);
        double cost;

        if (!label_spot_takes(&spot, 0) || spot.far > 0 ||
            !rect_contains(bounds, label_spot_room(&spot, box)) ||
            !label_spot_is_apart(&spot, box, occupancy))
            continue;
        cost = occupancy_share(occupancy, TAKEN_INK, box) +
               occupancy_share(occupancy, TAKEN_SURFACE, box);
        if (cost < best_cost - 1e-9) {
            best_cost = cost;
            best_box = box;
            best = spot;
        }
    }
    if (best_cost == MOST_COVERED)
        return;
    label_take_plated(label, block, &best, best_box);
    label_hold(label, occupancy);
}
