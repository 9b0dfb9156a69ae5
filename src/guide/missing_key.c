#include "guide/missing_key.h"

#include "guide/legend_title.h"

/* At a text size of 12 px; as in other keys. */
#define SAMPLE_WIDTH 14.0
#define SAMPLE 12.0
#define SAMPLE_AIR 6.0
#define BESIDE 22.0

typedef struct {
    Box box;
    Box *key;
    const char *title, *text;
    double line;
    Color fill;
    gboolean below;
} MissingKey;

/* Where the key ends and the sample begins, from the place that both have. */
typedef struct {
    Size key;
    Size sample;
    gboolean below;
} MissingPlan;

static MissingPlan
missing_plan(const MissingKey *missing, Size available, const LayoutContext *context)
{
    const TextStyle *style = &context->theme->axis;
    double em = style->size / 12;
    TextExtents text = text_measure(context->measurer, missing->text, style);
    MissingPlan plan = { .key = box_measure(missing->key, available, context) };

    plan.sample = (Size){ (SAMPLE_WIDTH + SAMPLE_AIR) * em + text.width, text.line_height };
    plan.below =
        missing->below || plan.key.width + BESIDE * em + plan.sample.width > available.width;
    return plan;
}

static Size
missing_key_measure(Box *box, Size available, const LayoutContext *context)
{
    MissingPlan plan = missing_plan((MissingKey *)box, available, context);
    double em = context->theme->axis.size / 12;

    if (plan.below)
        return (Size){ MAX(plan.key.width, plan.sample.width),
                       plan.key.height + context->theme->line_gap + plan.sample.height };
    return (Size){ plan.key.width + BESIDE * em + plan.sample.width, plan.key.height };
}

static void
missing_key_place(Box *box, const LayoutContext *context)
{
    const MissingKey *missing = (const MissingKey *)box;
    Size size = { box->rect.width, box->rect.height };
    MissingPlan plan = missing_plan(missing, size, context);

    box_place(missing->key,
              (Rect){ box->rect.x, box->rect.y, plan.below ? box->rect.width : plan.key.width,
                      plan.key.height },
              context);
}

void
missing_key_sample(SceneBuilder *builder, Rect rect, Color fill, const Theme *theme)
{
    scene_builder_rect(builder, rect_grow(rect, -0.5, -0.5), 0, fill, stroke_solid(theme->grid, 1));
}

static void
missing_key_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const MissingKey *missing = (const MissingKey *)box;
    const TextStyle *style = &context->theme->axis;
    double em = style->size / 12, side = SAMPLE * em;
    Size size = { box->rect.width, box->rect.height };
    MissingPlan plan = missing_plan(missing, size, context);
    TextExtents text = text_measure(context->measurer, missing->text, style);
    double x = box->rect.x + (plan.below ? 0 : plan.key.width + BESIDE * em);
    double y = box->rect.y +
               (plan.below ? plan.key.height + context->theme->line_gap
                           : legend_title_size(missing->title, plan.key.width, context).height);
    double line = plan.below || missing->line == 0 ? text.line_height : missing->line * em;
    Rect sample = { x, y + (line - side) / 2, SAMPLE_WIDTH * em, side };

    box_draw(missing->key, builder, context);
    scene_builder_push(builder, ROLE_LEGEND, NULL);
    missing_key_sample(builder, sample, missing->fill, context->theme);
    scene_builder_text(builder, missing->text,
                       (Point){ rect_right(sample) + SAMPLE_AIR * em,
                                y + line / 2 + (text.ascent - text.descent) / 2 },
                       ANCHOR_START, 0, style, text);
    scene_builder_pop(builder);
}

static void
missing_key_free(Box *box)
{
    box_free(((MissingKey *)box)->key);
    g_free(box);
}

static const BoxType missing_key_type = {
    .measure = missing_key_measure,
    .place = missing_key_place,
    .draw = missing_key_draw,
    .free = missing_key_free,
};

Box *
missing_key_new(Box *key, const char *title, double line, const char *text, Color fill,
                gboolean below)
{
    MissingKey *missing = g_new0(MissingKey, 1);

    missing->box.type = &missing_key_type;
    missing->key = key;
    missing->title = title;
    missing->line = line;
    missing->below = below;
    missing->text = text;
    missing->fill = fill;
    return &missing->box;
}
