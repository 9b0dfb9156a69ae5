#include "backend/svg_paint.h"

#include "backend/svg_write.h"
#include "base/number.h"

#define BIT(property) (1u << (property))

static gint64
opacity(Color color)
{
    /* A colour that can be seen stays visible. */
    return MAX(1, (color.a * 100 + 127) / 255);
}

static Color
solid(Color color)
{
    return color.a == 0 ? COLOR_NONE : COLOR_RGB(color.r << 16 | color.g << 8 | color.b);
}

SvgPaint
svg_paint_root(Color text_color)
{
    return (SvgPaint){
        .fill = solid(text_color), .fill_opacity = 100, .stroke_opacity = 100, .width = 100
    };
}

static guint8
mix_channel(guint8 over, guint8 under, guint8 alpha)
{
    return (guint8)((over * alpha + under * (255 - alpha) + 127) / 255);
}

static Color
mix_over(Color color, Color background)
{
    Color under = background.a == 0 ? COLOR_RGB(0xffffff) : background;

    return (Color){ mix_channel(color.r, under.r, color.a), mix_channel(color.g, under.g, color.a),
                    mix_channel(color.b, under.b, color.a), 255 };
}

static SvgPaint
shape_paint(const SceneNode *leaf)
{
    const Stroke *stroke = &leaf->stroke;
    SvgPaint paint = {
        .fill = solid(leaf->fill),
        .fill_opacity = opacity(leaf->fill),
        .stroke = solid(stroke->color),
        .stroke_opacity = opacity(stroke->color),
        .width = svg_hundredths(stroke->width),
        .n_dash = stroke->n_dash,
        .round_join = stroke->round_join,
        .round_cap = stroke->round_cap,
        .cares = BIT(PAINT_FILL) | BIT(PAINT_STROKE),
    };

    for (guint i = 0; i < stroke->n_dash; i++)
        paint.dash[i] = svg_hundredths(stroke->dash[i]);
    if (leaf->fill.a != 0)
        paint.cares |= BIT(PAINT_FILL_OPACITY);
    if (stroke->color.a != 0)
        paint.cares |= BIT(PAINT_STROKE_OPACITY) | BIT(PAINT_STROKE_WIDTH) | BIT(PAINT_DASH);
    if (stroke->color.a != 0 && leaf->kind != NODE_CIRCLE)
        paint.cares |= BIT(PAINT_JOIN);
    /* Caps show at the ends of lines and dashes. */
    if (stroke->color.a != 0 && (leaf->kind == NODE_PATH || stroke->n_dash > 0))
        paint.cares |= BIT(PAINT_CAP);
    return paint;
}

SvgPaint
svg_paint_of(const SceneNode *leaf, Color background)
{
    switch (leaf->kind) {
    case NODE_PATH:
    case NODE_RECT:
    case NODE_CIRCLE:
        return shape_paint(leaf);
    case NODE_TEXT:
        return (SvgPaint){
            .fill = mix_over(leaf->fill, background),
            .fill_opacity = 100,
            .cares = BIT(PAINT_FILL) | BIT(PAINT_FILL_OPACITY) | BIT(PAINT_STROKE),
        };
    case NODE_GROUP:
    case NODE_IMAGE:
        break;
    }
    return (SvgPaint){ .cares = 0 };
}

static gboolean
is_same(const SvgPaint *a, const SvgPaint *b, PaintProperty property)
{
    switch (property) {
    case PAINT_FILL:
        return color_equal(a->fill, b->fill);
    case PAINT_FILL_OPACITY:
        return a->fill_opacity == b->fill_opacity;
    case PAINT_STROKE:
        return color_equal(a->stroke, b->stroke);
    case PAINT_STROKE_OPACITY:
        return a->stroke_opacity == b->stroke_opacity;
    case PAINT_STROKE_WIDTH:
        return a->width == b->width;
    case PAINT_JOIN:
        return a->round_join == b->round_join;
    case PAINT_CAP:
        return a->round_cap == b->round_cap;
    case PAINT_DASH:
        for (guint i = 0; i < MAX(a->n_dash, b->n_dash); i++)
            if (a->dash[i] != b->dash[i])
                return FALSE;
        return a->n_dash == b->n_dash;
    case N_PAINT_PROPERTIES:
        break;
    }
    return TRUE;
}

gboolean
svg_paint_equal(const SvgPaint *a, const SvgPaint *b)
{
    for (PaintProperty p = 0; p < N_PAINT_PROPERTIES; p++)
        if (!is_same(a, b, p))
            return FALSE;
    return a->cares == b->cares;
}

static void
take_over(SvgPaint *to, const SvgPaint *from, PaintProperty property)
{
    switch (property) {
    case PAINT_FILL:
        to->fill = from->fill;
        break;
    case PAINT_FILL_OPACITY:
        to->fill_opacity = from->fill_opacity;
        break;
    case PAINT_STROKE:
        to->stroke = from->stroke;
        break;
    case PAINT_STROKE_OPACITY:
        to->stroke_opacity = from->stroke_opacity;
        break;
    case PAINT_STROKE_WIDTH:
        to->width = from->width;
        break;
    case PAINT_JOIN:
        to->round_join = from->round_join;
        break;
    case PAINT_CAP:
        to->round_cap = from->round_cap;
        break;
    case PAINT_DASH:
        for (guint i = 0; i < 4; i++)
            to->dash[i] = from->dash[i];
        to->n_dash = from->n_dash;
        break;
    case N_PAINT_PROPERTIES:
        break;
    }
}

static void
append_color(GString *out, const char *name, Color color)
{
    char hex[8] = "none";

    if (color.a != 0)
        color_to_hex(color, hex);
    svg_append_attribute(out, name, hex);
}

static void
append_dash(GString *out, const SvgPaint *paint)
{
    g_string_append(out, " stroke-dasharray=\"");
    for (guint i = 0; i < paint->n_dash; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        number_append_coordinate(out, (double)paint->dash[i] / 100);
    }
    g_string_append_c(out, '"');
}

static void
append_property(GString *out, const SvgPaint *paint, PaintProperty property)
{
    switch (property) {
    case PAINT_FILL:
        append_color(out, "fill", paint->fill);
        break;
    case PAINT_FILL_OPACITY:
        svg_append_number(out, "fill-opacity", (double)paint->fill_opacity / 100);
        break;
    case PAINT_STROKE:
        append_color(out, "stroke", paint->stroke);
        break;
    case PAINT_STROKE_OPACITY:
        svg_append_number(out, "stroke-opacity", (double)paint->stroke_opacity / 100);
        break;
    case PAINT_STROKE_WIDTH:
        svg_append_number(out, "stroke-width", (double)paint->width / 100);
        break;
    /* The profile has no words for what these are without being said; nothing needs them, because a
     * group says join, cap and dash only when all its strokes have them. */
    case PAINT_JOIN:
        svg_append_attribute(out, "stroke-linejoin", "round");
        break;
    case PAINT_CAP:
        svg_append_attribute(out, "stroke-linecap", "round");
        break;
    case PAINT_DASH:
        append_dash(out, paint);
        break;
    case N_PAINT_PROPERTIES:
        break;
    }
}

void
svg_paint_append(GString *out, const SvgPaint *paint, const SvgPaint *inherited)
{
    for (PaintProperty p = 0; p < N_PAINT_PROPERTIES; p++)
        if ((paint->cares & BIT(p)) != 0 && !is_same(paint, inherited, p))
            append_property(out, paint, p);
}

typedef struct {
    SvgPaint first[N_PAINT_PROPERTIES]; /* the first leaf that cares */
    guint n[N_PAINT_PROPERTIES];
    guint disagree; /* bits */
} Census;

static void
count_leaves(const SceneNode *node, Color background, Census *census)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == NODE_GROUP) {
            count_leaves(node->group.first, background, census);
            continue;
        }
        SvgPaint paint = svg_paint_of(node, background);
        for (PaintProperty p = 0; p < N_PAINT_PROPERTIES; p++) {
            if ((paint.cares & BIT(p)) == 0)
                continue;
            if (census->n[p]++ == 0)
                census->first[p] = paint;
            else if (!is_same(&paint, &census->first[p], p))
                census->disagree |= BIT(p);
        }
    }
}

/* What only shows on a stroke is said for strokes alone, and opacity for fills alone: a group that
 * also holds other shapes stays plain. */
static gboolean
speaks_for_all(const Census *census, PaintProperty property)
{
    guint leaves = census->n[PAINT_FILL];

    return census->n[property] >= 2 && census->n[property] == leaves &&
           (census->disagree & BIT(property)) == 0;
}

SvgPaint
svg_paint_hoist(const SceneNode *group, const SvgPaint *inherited, Color background)
{
    Census census = { .disagree = 0 };
    SvgPaint hoisted = *inherited;

    hoisted.cares = 0;
    count_leaves(group->group.first, background, &census);
    for (PaintProperty p = 0; p < N_PAINT_PROPERTIES; p++)
        if (speaks_for_all(&census, p) && !is_same(&census.first[p], inherited, p)) {
            take_over(&hoisted, &census.first[p], p);
            hoisted.cares |= BIT(p);
        }
    return hoisted;
}
