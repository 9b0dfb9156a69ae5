#include "charts/parts.h"
#include "mark/surface.h"
#include "text/wrap.h"

#include <stdlib.h>

#define TILE_GAP 1.0
#define GROUP_GAP 2.0
#define PADDING 6.0
/* Large words stand in tiles whose sides are longer than so many times their size. */
#define LARGE_TILE 8

/* A value with its rectangle to be. */
typedef struct {
    double value;
    gsize item;
    Rect rect;
} Tile;

static int
tile_compare(const void *a, const void *b)
{
    const Tile *left = a, *right = b;

    if (left->value != right->value)
        return left->value > right->value ? -1 : 1;
    return left->item < right->item ? -1 : left->item > right->item;
}

/* The worst ratio of sides in a row of tiles along a side. */
static double
treemap_worst(const Tile *tiles, gsize n, double sum, double side)
{
    double large = tiles[0].value, small = tiles[n - 1].value;

    return MAX(side * side * large / (sum * sum), sum * sum / (side * side * small));
}

/* Squarified treemap (Bruls, Huizing, van Wijk, Data Visualization 2000): tiles, largest first and
 * as areas, are put in rows along the shorter side, each as long as its tiles get squarer. */
static void
treemap_squarify(Tile *tiles, gsize n, Rect rect)
{
    for (gsize first = 0, end; first < n; first = end) {
        double side = MIN(rect.width, rect.height), sum = tiles[first].value, at = 0, depth;
        gboolean across = rect.width >= rect.height;

        for (end = first + 1; end < n; end++) {
            double more = sum + tiles[end].value;

            if (treemap_worst(tiles + first, end - first + 1, more, side) >
                treemap_worst(tiles + first, end - first, sum, side))
                break;
            sum = more;
        }
        depth = side > 0 ? sum / side : 0;
        for (gsize i = first; i < end; i++) {
            double length = sum > 0 ? side * tiles[i].value / sum : 0;

            tiles[i].rect = across ? (Rect){ rect.x, rect.y + at, depth, length }
                                   : (Rect){ rect.x + at, rect.y, length, depth };
            at += length;
        }
        if (across)
            rect = (Rect){ rect.x + depth, rect.y, MAX(0, rect.width - depth), rect.height };
        else
            rect = (Rect){ rect.x, rect.y + depth, rect.width, MAX(0, rect.height - depth) };
    }
}

/* The tiles of some items in a rectangle, with areas in px. */
static void
treemap_fill(Tile *tiles, gsize n, Rect rect)
{
    double total = 0;

    for (gsize i = 0; i < n; i++)
        total += tiles[i].value;
    for (gsize i = 0; i < n; i++)
        tiles[i].value *= rect.width * rect.height / total;
    qsort(tiles, n, sizeof *tiles, tile_compare);
    treemap_squarify(tiles, n, rect);
}

/* Each colour has a rectangle of its own, and its tiles stand in it. Zeros have no tile. Caller
 * frees. */
static Tile *
treemap_tiles(const MarkContext *context, gsize *ret_n)
{
    const Parts *parts = (const Parts *)context->layer;
    const Layer *layer = context->layer;
    gsize first, all = parts_of_panel(parts, context->panel, &first), n = 0, n_groups = 0;
    g_autofree Tile *groups = g_new0(Tile, context->n_series + 1);
    Tile *tiles = g_new0(Tile, all + 1);

    for (guint s = 0; s < context->n_series; s++) {
        groups[n_groups] = (Tile){ .item = s };
        for (gsize i = first; i < first + all; i++)
            groups[n_groups].value += layer->series[i] == s ? layer->y[i] : 0;
        n_groups += groups[n_groups].value > 0 ? 1 : 0;
    }
    treemap_fill(groups, n_groups, context->rect);
    for (gsize g = 0; g < n_groups; g++) {
        Rect rect = n_groups > 1 ? rect_grow(groups[g].rect, -GROUP_GAP / 2, -GROUP_GAP / 2)
                                 : groups[g].rect;
        gsize begin = n;

        for (gsize i = first; i < first + all; i++)
            if (layer->series[i] == groups[g].item && layer->y[i] > 0)
                tiles[n++] = (Tile){ .value = layer->y[i], .item = i };
        treemap_fill(tiles + begin, n - begin, rect);
    }
    *ret_n = n;
    return tiles;
}

static Rect
treemap_inner(const Tile *tile)
{
    gboolean small = MIN(tile->rect.width, tile->rect.height) < 4 * TILE_GAP;

    return small ? tile->rect : rect_grow(tile->rect, -TILE_GAP / 2, -TILE_GAP / 2);
}

static void
treemap_draw(const MarkContext *context)
{
    gsize n;
    g_autofree Tile *tiles = treemap_tiles(context, &n);

    for (gsize i = 0; i < n; i++) {
        gsize item = tiles[i].item;
        const Surface surface = mark_surface(context, item);

        mark_push(context, item);
        surface_rect(context->builder, &surface, treemap_inner(&tiles[i]));
        scene_builder_pop(context->builder);
    }
}

static const LabelKind tile_names = { "name", "names", "in the tiles",
                                      "a larger figure would show more", FALSE };

/* The words of a tile in one size; none when a word of the name is wider than the tile. */
static TextBlock *
treemap_block(const MarkContext *context, gsize item, double width, double size, gboolean bold,
              gboolean valued)
{
    const Parts *parts = (const Parts *)context->layer;
    TextBlock *block = text_block_new();
    TextStyle style = context->theme->label, name = style;

    style.size = name.size = style.size * size;
    name.bold = bold;
    if (text_widest_word(parts->names[item], &name, context->measurer) > width)
        return block;
    text_block_add_wrapped(block, parts->names[item], &name, width, 0, context->measurer);
    if (valued && parts->layer.labels != NULL)
        text_block_add(block, parts->layer.labels[item], &style, context->measurer);
    return block;
}

/* Name and value at the top left of a tile, larger in large tiles. The value may stay away; a name
 * is never cut. */
static void
treemap_ask(const MarkContext *context, const Tile *tile)
{
    static const double sizes[] = { 1.5, 1, 0.85 };
    Rect rect = treemap_inner(tile);
    double least = MIN(rect.width, rect.height), em = context->theme->label.size;
    double width = MIN(rect.width - 2 * PADDING, (rect.width - PADDING) / (1 + SCENE_TEXT_SLACK));
    const Surface surface = mark_surface(context, tile->item);
    LabelSpot spots[] = { surface_spot_inside(&surface, rect, PADDING),
                          surface_spot_inside(&surface, rect, PADDING / 3) };
    LabelRequest request = { .kind = &tile_names,
                             .subject = mark_subject(context, tile->item),
                             .shortened = &mark_inner_values };
    TextBlock *blocks[2 * G_N_ELEMENTS(sizes)];
    guint n = 0, first = sizes[0] * em * LARGE_TILE < least ? 0 : 1;

    for (guint valued = 2; valued-- > 0;) {
        for (guint i = first; i < G_N_ELEMENTS(sizes); i++)
            blocks[n++] = treemap_block(context, tile->item, width, sizes[i], i < 2, valued == 1);
        request.n_whole = valued == 1 ? n : request.n_whole;
    }
    for (guint k = 0; k < G_N_ELEMENTS(spots); k++)
        spots[k].dx = spots[k].dy = -1;
    labels_add(context->labels, &request, blocks, n, spots, G_N_ELEMENTS(spots));
}

static void
treemap_draw_labels(const MarkContext *context)
{
    gsize n;
    g_autofree Tile *tiles = treemap_tiles(context, &n);

    for (gsize i = 0; i < n; i++)
        treemap_ask(context, &tiles[i]);
}

const MarkType mark_treemap = {
    .name = "treemap",
    .summary = "tiles whose areas are the values",
    .draw = treemap_draw,
    .draw_labels = treemap_draw_labels,
    .draw_key = mark_key_swatch,
};
