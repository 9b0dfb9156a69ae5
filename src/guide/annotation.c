#include "guide/annotation.h"

#define RING_RADIUS 5.0
/* Words are wrapped to this width, or the narrower one where that finds no room, px at text of
 * 13.5 px. */
#define MAX_WIDTH 190.0
#define NARROW_WIDTH 120.0
#define MAX_LINES 6

static const LabelKind annotations = { "note", "notes", "in the panel",
                                       "a larger figure would show them", FALSE };

/* Near before far; above before below, right before left (E. Imhof's order, 1975). */
static const double distances[] = { 14, 30, 52, 84, 120, 170 };
static const double directions[][2] = { { 1, -1 }, { -1, -1 }, { 0, -1 }, { 1, 0 },
                                        { -1, 0 }, { 1, 1 },   { -1, 1 }, { 0, 1 } };

static TextBlock *
annotation_block(const char *words, double width, const LayoutContext *context)
{
    TextBlock *block = text_block_new();

    text_block_add_wrapped(block, words, &context->theme->annotation, width, MAX_LINES,
                           context->measurer);
    return block;
}

void
annotation_draw(const char *words, Point at, Rect panel, Labels *labels, SceneBuilder *builder,
                const LayoutContext *context)
{
    enum { N_DIRECTIONS = G_N_ELEMENTS(directions), N_DISTANCES = G_N_ELEMENTS(distances) };
    const Theme *theme = context->theme;
    double em = theme->annotation.size / 13.5, room = panel.width * 0.6;
    LabelRequest request = { .kind = &annotations,
                             .rank = LABEL_ASKED,
                             .bounds = panel,
                             .leader = TRUE,
                             .roams = TRUE,
                             .insists = TRUE,
                             .role = ROLE_ANNOTATION };
    TextBlock *blocks[] = { annotation_block(words, MIN(MAX_WIDTH * em, room), context),
                            annotation_block(words, MIN(NARROW_WIDTH * em, room), context) };
    LabelSpot spots[N_DISTANCES * N_DIRECTIONS];

    for (guint d = 0; d < N_DISTANCES; d++)
        for (guint k = 0; k < N_DIRECTIONS; k++)
            spots[d * N_DIRECTIONS + k] = (LabelSpot){
                .anchor = { at.x - RING_RADIUS, at.y - RING_RADIUS, 2 * RING_RADIUS,
                            2 * RING_RADIUS },
                .dx = directions[k][0],
                .dy = directions[k][1],
                .gap = distances[d] * em - RING_RADIUS,
            };
    scene_builder_push(builder, ROLE_ANNOTATION, NULL);
    scene_builder_circle(builder, at, RING_RADIUS, COLOR_NONE, stroke_solid(theme->zero, 1.5));
    scene_builder_pop(builder);
    labels_add(labels, &request, blocks, G_N_ELEMENTS(blocks), spots, G_N_ELEMENTS(spots));
}
