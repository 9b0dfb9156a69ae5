#include "charts/parts.h"
#include "mark/surface.h"
#include "text/wrap.h"

#include <stdlib.h>

#define TILE_GAP 1.0
#define GROUP_GAP 2.0
#define PADDING 6.0

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

/* The lines of a name that fit a tile in one size; NULL: they do not. */
static GPtrArray *
treemap_name_lines(const MarkContext *context, const char *name, Rect rect, const TextStyle *style,
                   double *ret_used)
{
    TextExtents line = text_measure(context->measurer, "x", style);
    g_autoptr(GPtrArray) lines = NULL;

    if (text_widest_word(name, style, context->measurer) > rect.width ||
        rect.height < line.ascent + line.descent)
        return NULL;
    lines = text_wrap(name, style, MAX(1, rect.width), 0, context->measurer);
    *ret_used = (lines->len - 1) * line.line_height + line.ascent + line.descent;
    return *ret_used <= rect.height ? g_steal_pointer(&lines) : NULL;
}

/* Name and value at the top left of a tile, larger in large tiles. The value may stay away; a name
 * is never cut. FALSE: no name. */
static gboolean
treemap_draw_label(const MarkContext *context, const Tile *tile)
{
    static const double sizes[] = { 1.5, 1, 0.85 };
    const Parts *parts = (const Parts *)context->layer;
    Rect rect = rect_grow(treemap_inner(tile), -PADDING, -PADDING * 0.8);
    TextStyle style = context->theme->label, bold = style;
    const char *name = parts->names[tile->item];
    const char *value = parts->layer.labels != NULL ? parts->layer.labels[tile->item] : NULL;
    g_autoptr(GPtrArray) lines = NULL;
    double y, used = 0, step;

    for (guint i = 0; i < G_N_ELEMENTS(sizes) && lines == NULL; i++) {
        style.size = context->theme->label.size * sizes[i];
        bold = style;
        bold.bold = i < 2;
        if (sizes[i] <= 1 || MIN(rect.width, rect.height) > 8 * style.size)
            lines = treemap_name_lines(context, name, rect, &bold, &used);
    }
    if (lines == NULL)
        return FALSE;
    step = text_measure(context->measurer, "x", &bold).line_height;
    y = rect.y + step / 2;
    for (guint i = 0; i < lines->len; i++, y += step)
        mark_surface_text(context, tile->item, lines->pdata[i], (Point){ rect.x, y }, ANCHOR_START,
                          bold);
    if (value != NULL && used + step <= rect.height &&
        text_measure(context->measurer, value, &style).width <= rect.width)
        mark_surface_text(context, tile->item, value, (Point){ rect.x, y }, ANCHOR_START, style);
    return TRUE;
}

static void
treemap_draw_labels(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    gsize n;
    g_autofree Tile *tiles = treemap_tiles(context, &n);
    guint unnamed = 0;

    for (gsize i = 0; i < n; i++)
        unnamed += treemap_draw_label(context, &tiles[i]) ? 0 : 1;
    if (unnamed > 0)
        report_add(parts->report, SEVERITY_WARNING, WHERE_NONE, unnamed,
                   "%u of %" G_GSIZE_FORMAT
                   " tiles are too small for their names; a larger figure would show more",
                   unnamed, n);
}

const MarkType mark_treemap = {
    .name = "treemap",
    .summary = "tiles whose areas are the values",
    .draw = treemap_draw,
    .draw_labels = treemap_draw_labels,
    .draw_key = mark_key_swatch,
};
