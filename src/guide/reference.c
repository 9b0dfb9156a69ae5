#include "guide/reference.h"

#include <stdlib.h>

static const LabelKind reference_labels = { "label of a rule or band", "labels of rules and bands",
                                            "in the panel", "a larger figure would show them",
                                            FALSE };

/* Between a line and its words, and between the line and words that it passes, px. */
#define LABEL_AIR 5.0
#define PASS_AIR 3.0
/* Of background on both sides of a line, px. */
#define EDGE 0.75
/* Between words and the ends of the panel or the sides of a band, px. */
#define EDGE_AIR 3.0
/* Words are wrapped to this width, px at text of 13.5 px; beside a narrow band to the other. */
#define MAX_WIDTH 190.0
#define NARROW_WIDTH 90.0
/* Text must be read as text (WCAG 2.2, 1.4.3). */
#define TEXT_CONTRAST 4.5
#define MAX_LINES 4
/* Along a line the words are tried at this many places, from one end to the other. */
#define STEPS 40

static Stroke
reference_stroke(Color color, const Theme *theme)
{
    Stroke stroke = stroke_solid(color, theme->zero_width);

    stroke.n_dash = 2;
    stroke.dash[0] = 5 * theme->zero_width;
    stroke.dash[1] = 3 * theme->zero_width;
    return stroke;
}

void
reference_band_draw(const ReferenceBand *band, Rect panel, SceneBuilder *builder)
{
    Rect rect = band->upright ? (Rect){ band->from, panel.y, band->to - band->from, panel.height }
                              : (Rect){ panel.x, band->from, panel.width, band->to - band->from };

    scene_builder_push(builder, ROLE_BAND, band->title);
    scene_builder_rect(builder, rect, 0, band->color, STROKE_NONE);
    scene_builder_pop(builder);
}

/* A stretch of the line that words stand on. */
typedef struct {
    double from, to;
} ReferenceGap;

static int
reference_compare_gaps(const void *a, const void *b)
{
    const ReferenceGap *left = a, *right = b;

    return left->from < right->from ? -1 : left->from > right->from;
}

static gboolean
reference_crosses(const ReferenceRule *rule, Rect box)
{
    return rule->upright ? rule->at > box.x && rule->at < rect_right(box)
                         : rule->at > box.y && rule->at < rect_bottom(box);
}

/* Adds the words that the line would strike through. */
static void
reference_add_gaps(const ReferenceRule *rule, const SceneNode *node, GArray *gaps)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == NODE_GROUP) {
            reference_add_gaps(rule, node->group.first, gaps);
        } else if (node->kind == NODE_TEXT) {
            Rect box = rect_grow(scene_node_bounds(node), PASS_AIR, 1);
            ReferenceGap gap = rule->upright ? (ReferenceGap){ box.y, rect_bottom(box) }
                                             : (ReferenceGap){ box.x, rect_right(box) };

            if (reference_crosses(rule, box))
                g_array_append_val(gaps, gap);
        }
    }
}

/* The stretches to leave out, in order along the line. */
static GArray *
reference_gaps(const ReferenceRule *rule, const SceneNode *drawn)
{
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(ReferenceGap));

    reference_add_gaps(rule, drawn, gaps);
    if (gaps->len > 0)
        qsort(gaps->data, gaps->len, sizeof(ReferenceGap), reference_compare_gaps);
    return gaps;
}

/* Dashes with an edge of background, which keeps them apart from bars as dark as they are. */
static void
reference_draw_stretch(const ReferenceRule *rule, double from, double to, SceneBuilder *builder,
                       const Theme *theme)
{
    Point ends[] = { rule->upright ? (Point){ rule->at, from } : (Point){ from, rule->at },
                     rule->upright ? (Point){ rule->at, to } : (Point){ to, rule->at } };
    Stroke stroke = reference_stroke(rule->color, theme);
    Stroke edge = stroke;

    edge.color = theme->background;
    edge.width = stroke.width + 2 * EDGE;
    if (to - from < 0.5)
        return;
    if (rule->edged && theme->background.a > 0)
        scene_builder_line(builder, ends[0], ends[1], edge);
    scene_builder_line(builder, ends[0], ends[1], stroke);
}

void
reference_rule_draw(const ReferenceRule *rule, Rect panel, const SceneNode *drawn,
                    SceneBuilder *builder, const Theme *theme)
{
    g_autoptr(GArray) gaps = reference_gaps(rule, drawn);
    double at = rule->upright ? panel.y : panel.x;
    double end = rule->upright ? rect_bottom(panel) : rect_right(panel);

    scene_builder_push(builder, ROLE_RULE, rule->title);
    for (guint i = 0; i <= gaps->len; i++) {
        ReferenceGap gap =
            i < gaps->len ? g_array_index(gaps, ReferenceGap, i) : (ReferenceGap){ end, end };

        reference_draw_stretch(rule, at, MIN(gap.from, end), builder, theme);
        at = MAX(at, gap.to);
    }
    scene_builder_pop(builder);
}

static TextBlock *
reference_block(const char *label, double max_width, Color color, const LayoutContext *context)
{
    TextStyle style = context->theme->annotation;
    TextBlock *block = text_block_new();

    style.color = color;
    text_block_add_wrapped(block, label, &style, MAX(40, max_width), MAX_LINES, context->measurer);
    return block;
}

/* A spot whose words begin (way 1) or end (way -1) at x, with their upper end at y. */
static LabelSpot
reference_spot(double x, double y, double way)
{
    return (LabelSpot){ .anchor = { x, y, 0, 0 }, .dx = way, .dy = 1 };
}

static gboolean
reference_spot_is_clear(const LabelSpot *spot, Size size, const ReferenceRule *rules, guint n)
{
    Rect box = { spot->anchor.x - (spot->dx < 0 ? size.width : 0), spot->anchor.y, size.width,
                 size.height };

    for (guint i = 0; i < n; i++)
        if (reference_crosses(&rules[i], rect_grow(box, 1, 1)))
            return FALSE;
    return TRUE;
}

/* Spots that another line would run through come last. */
static void
reference_add_label(TextBlock *block, const LabelSpot *spots, guint n_spots,
                    const ReferenceRule *rules, guint n, Role role, Rect panel, Labels *labels)
{
    LabelRequest request = { .kind = &reference_labels,
                             .rank = LABEL_ASKED,
                             .bounds = panel,
                             .insists = TRUE,
                             .role = role };
    g_autofree LabelSpot *sorted = g_new(LabelSpot, n_spots);
    guint k = 0;

    for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < n_spots; i++)
            if (reference_spot_is_clear(&spots[i], block->size, rules, n) == (pass == 0))
                sorted[k++] = spots[i];
    labels_add(labels, &request, &block, 1, sorted, n_spots);
}

static Color
reference_text_color(Color color, const Theme *theme)
{
    color.a = 255;
    return color_ensure_contrast(color, theme_paper(theme), TEXT_CONTRAST);
}

/* Along a line: from its end backwards, on its one side and then on the other. */
static void
reference_rule_spots(const ReferenceRule *rule, Rect panel, Size size, LabelSpot spots[2 * STEPS])
{
    for (guint i = 0; i < 2 * STEPS; i++) {
        double way = i < STEPS ? 1 : -1, t = (double)(i % STEPS) / (STEPS - 1);

        if (rule->upright)
            spots[i] = reference_spot(
                rule->at + way * LABEL_AIR,
                panel.y + EDGE_AIR + t * (panel.height - 2 * EDGE_AIR - size.height), way);
        else
            spots[i] = reference_spot(
                rect_right(panel) - t * (panel.width - size.width),
                way > 0 ? rule->at - size.height - EDGE_AIR : rule->at + EDGE_AIR, -1);
    }
}

void
reference_rule_label(const ReferenceRule *rule, const ReferenceRule *rules, guint n, Rect panel,
                     Labels *labels, const LayoutContext *context)
{
    double scale = context->theme->annotation.size / 13.5;
    double width = rule->upright ? MIN(MAX_WIDTH * scale, panel.width * 0.6)
                                 : MIN(2 * MAX_WIDTH * scale, panel.width * 0.9);
    LabelSpot spots[2 * STEPS];
    TextBlock *block;

    if (rule->label == NULL)
        return;
    block = reference_block(rule->label, width, reference_text_color(rule->color, context->theme),
                            context);
    reference_rule_spots(rule, panel, block->size, spots);
    reference_add_label(block, spots, G_N_ELEMENTS(spots), rules, n, ROLE_RULE, panel, labels);
}

/* In an upright band: from the top down, at its left side, at its right side, and then beside it.
 * Words that do not fit into a narrow band stand beside it only. Returns how many. */
static guint
reference_upright_spots(const ReferenceBand *band, Rect panel, Size size,
                        LabelSpot spots[4 * STEPS])
{
    const double places[] = { band->from + LABEL_AIR, band->to - LABEL_AIR, band->to + LABEL_AIR,
                              band->from - LABEL_AIR };
    guint n = 0;

    for (guint side = size.width + 2 * LABEL_AIR > band->to - band->from ? 2 : 0; side < 4; side++)
        for (guint i = 0; i < STEPS; i++)
            spots[n++] = reference_spot(
                places[side],
                panel.y + EDGE_AIR + (panel.height - 2 * EDGE_AIR - size.height) * i / (STEPS - 1),
                side % 2 == 0 ? 1 : -1);
    return n;
}

/* In a lying band: from the right end backwards, at its upper side, at its lower one, above and
 * below it. */
static guint
reference_lying_spots(const ReferenceBand *band, Rect panel, Size size, LabelSpot spots[4 * STEPS])
{
    const double places[] = { band->from + EDGE_AIR, band->to - size.height - EDGE_AIR,
                              band->from - size.height - EDGE_AIR, band->to + EDGE_AIR };
    guint n = 0;

    for (guint side = size.height + 2 * EDGE_AIR > band->to - band->from ? 2 : 0; side < 4; side++)
        for (guint i = 0; i < STEPS; i++)
            spots[n++] =
                reference_spot(rect_right(panel) - LABEL_AIR -
                                   (panel.width - 2 * LABEL_AIR - size.width) * i / (STEPS - 1),
                               places[side], -1);
    return n;
}

void
reference_band_label(const ReferenceBand *band, const ReferenceRule *rules, guint n, Rect panel,
                     Labels *labels, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    double scale = theme->annotation.size / 13.5;
    double width = band->upright ? MAX(band->to - band->from - 2 * LABEL_AIR, NARROW_WIDTH * scale)
                                 : panel.width * 0.9;
    LabelSpot spots[4 * STEPS];
    TextBlock *block;
    guint n_spots;

    if (band->label == NULL)
        return;
    block =
        reference_block(band->label, MIN(width, 2 * MAX_WIDTH * scale), theme->axis.color, context);
    n_spots = band->upright ? reference_upright_spots(band, panel, block->size, spots)
                            : reference_lying_spots(band, panel, block->size, spots);
    reference_add_label(block, spots, n_spots, rules, n, ROLE_BAND, panel, labels);
}
