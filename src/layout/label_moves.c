#include "layout/labels_work.h"

/* Spots of a label that are tried here: near ones and those not far away. */
#define MAX_SPOTS 56
/* With more labels than this the order alone decides: moving costs their square. */
#define MAX_LABELS 600

/* One place of a label. */
typedef struct {
    const TextBlock *block;
    LabelSpot spot;
    Rect box, room;
    Rect reach; /* of words and leader */
    gboolean led;
    Point leader[2];
} Place;

/* Where all labels stand; those without a place have no block. By their order. */
typedef struct {
    const Labels *labels;
    const Occupancy *occupancy;
    Place *places;
} Moves;

static Place
place_new(const Label *label, const TextBlock *block, LabelSpot spot)
{
    Place place = { .block = block, .spot = spot };

    place.box = label_spot_box(&spot, block->size);
    place.room = rect_grow(label_spot_room(&spot, place.box), LABEL_AIR, 0);
    place.led = label->request.leader && label_spot_leader(&spot, place.box, place.leader);
    place.reach = place.room;
    if (place.led) {
        Point to = place.leader[0];

        place.reach =
            rect_between(MIN(to.x, place.room.x), MIN(to.y, place.room.y),
                         MAX(to.x, rect_right(place.room)), MAX(to.y, rect_bottom(place.room)));
    }
    return place;
}

/* Whether a segment touches a rectangle (Liang, Barsky, ACM TOG 3(1) 1984). */
static gboolean
segment_meets_rect(const Point ends[2], Rect rect)
{
    double dx = ends[1].x - ends[0].x, dy = ends[1].y - ends[0].y, from = 0, to = 1;
    double p[] = { -dx, dx, -dy, dy };
    double q[] = { ends[0].x - rect.x, rect_right(rect) - ends[0].x, ends[0].y - rect.y,
                   rect_bottom(rect) - ends[0].y };

    for (guint i = 0; i < 4; i++) {
        if (p[i] == 0 && q[i] < 0)
            return FALSE;
        if (p[i] < 0)
            from = MAX(from, q[i] / p[i]);
        else if (p[i] > 0)
            to = MIN(to, q[i] / p[i]);
    }
    return from <= to;
}

static double
side_of(const Point line[2], Point at)
{
    return (line[1].x - line[0].x) * (at.y - line[0].y) -
           (line[1].y - line[0].y) * (at.x - line[0].x);
}

static gboolean
segments_cross(const Point a[2], const Point b[2])
{
    return side_of(a, b[0]) * side_of(a, b[1]) <= 0 && side_of(b, a[0]) * side_of(b, a[1]) <= 0;
}

static gboolean
places_meet(const Place *a, const Place *b)
{
    return rect_intersects(a->room, b->room) ||
           (a->led && segment_meets_rect(a->leader, b->room)) ||
           (b->led && segment_meets_rect(b->leader, a->room)) ||
           (a->led && b->led && segments_cross(a->leader, b->leader));
}

/* How many of the placed labels are in the way (at most 2 are counted), and the last of them. but:
 * the label that looks for a place. */
static guint
moves_obstacles(const Moves *moves, const Place *place, guint but, guint *ret_label)
{
    guint n = 0;

    for (guint i = 0; i < moves->labels->labels->len && n < 2; i++) {
        if (i == but || moves->places[i].block == NULL || !places_meet(place, &moves->places[i]))
            continue;
        *ret_label = i;
        n++;
    }
    return n;
}

static Label *
moves_label(const Moves *moves, guint index)
{
    return moves->labels->labels->pdata[index];
}

static void
moves_take(Moves *moves, guint index, const Place *place)
{
    label_take(moves_label(moves, index), place->block, &place->spot, place->box);
    moves->places[index] = *place;
}

/* Another place for a label, off one that is about to be taken. */
static gboolean
moves_evade(Moves *moves, guint index, const Place *taken)
{
    const Label *label = moves_label(moves, index);
    guint block = 0;

    g_ptr_array_find(label->blocks, label->block, &block);
    for (guint s = 0; s < MIN(label_n_spots(label), MAX_SPOTS); s++) {
        LabelSpot spot = label_spot(label, s);
        Place place = place_new(label, label->block, spot);
        guint other;

        if (!label_spot_takes(&spot, block) || places_meet(&place, taken) ||
            moves_obstacles(moves, &place, index, &other) > 0 ||
            !label_fits(moves->labels, label, &place.spot, place.box, moves->occupancy) ||
            !label_leads(label, &place.spot, place.box, TAKEN_INK, moves->occupancy))
            continue;
        moves_take(moves, index, &place);
        return TRUE;
    }
    return FALSE;
}

/* Only a label of the same rank gives way. FALSE: there is still no room. */
static gboolean
moves_settle(Moves *moves, guint index)
{
    const Label *label = moves_label(moves, index);
    const TextBlock *block = label->blocks->pdata[0];

    for (guint s = 0; s < MIN(label_n_spots(label), MAX_SPOTS) && block->lines->len > 0; s++) {
        LabelSpot spot = label_spot(label, s);
        Place place = place_new(label, block, spot);
        guint other = 0, n;

        if (!label_spot_takes(&spot, 0) ||
            !label_fits(moves->labels, label, &place.spot, place.box, moves->occupancy) ||
            !label_leads(label, &place.spot, place.box, TAKEN_INK, moves->occupancy))
            continue;
        n = moves_obstacles(moves, &place, index, &other);
        if (n > 1 || (n == 1 && (moves_label(moves, other)->request.rank != label->request.rank ||
                                 !moves_evade(moves, other, &place))))
            continue;
        moves_take(moves, index, &place);
        return TRUE;
    }
    return FALSE;
}

static gboolean
label_lacks_room(const Label *label)
{
    return label->block == NULL && label_n_spots(label) > 1;
}

/* Where every label stands. Caller frees. */
static Place *
moves_places(const Labels *labels)
{
    Place *places = g_new0(Place, labels->labels->len);

    for (guint i = 0; i < labels->labels->len; i++) {
        const Label *label = labels->labels->pdata[i];

        if (label->block != NULL)
            places[i] = place_new(label, label->block, label->spot);
    }
    return places;
}

gboolean
labels_make_room(const Labels *labels, Label **rank, guint n, const Occupancy *occupancy)
{
    g_autofree Place *places = NULL;
    Moves moves = { labels, occupancy, NULL };
    gboolean moved = FALSE;

    for (guint i = 0; i < n && labels->labels->len <= MAX_LABELS; i++) {
        if (!label_lacks_room(rank[i]))
            continue;
        if (places == NULL)
            moves.places = places = moves_places(labels);
        moved = moves_settle(&moves, rank[i]->order) || moved;
    }
    return moved;
}
