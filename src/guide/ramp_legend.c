#include "guide/ramp_legend.h"

#include "guide/legend_title.h"

/* At a text size of 12 px. */
#define STRIP_WIDTH 230.0
#define STRIP_HEIGHT 11.0
#define TICK 4.0

/* Part of the distance that the ticks of an axis have. */
#define TICK_SPACING 0.55

/* Flat steps: no client draws gradients alike (svg.md, profile rule 6). */
enum { STEPS = 64 };

typedef struct {
    Box box;
    RampKey key;
} RampLegend;

/* What both measuring and drawing need; from a width alone. */
typedef struct {
    TickSet *ticks;
    char *title;
    Size title_size;
    double start, width; /* of the strip; the start leaves room for half a label */
    double end;          /* where the last label or the title ends */
} RampPlan;

static void
ramp_plan_clear(RampPlan *plan)
{
    tick_set_free(plan->ticks);
    g_free(plan->title);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RampPlan, ramp_plan_clear)

static double
ramp_label_width(const char *label, gpointer data)
{
    const LayoutContext *context = data;

    return text_measure(context->measurer, label, &context->theme->axis).width;
}

static Scale
ramp_scale(const RampLegend *legend, double start, double width)
{
    Scale scale = scale_continuous(SCALE_LINEAR, legend->key.min, legend->key.max);

    scale_widen_degenerate(&scale, TIME_DAY);
    scale.from = start;
    scale.to = start + width;
    return scale;
}

/* Fits ticks to a strip of a given width; sets how far labels stick out of it. */
static void
ramp_plan_ticks(RampPlan *plan, const RampLegend *legend, const LayoutContext *context, double *end)
{
    TickRequest request = legend->key.labels;
    Scale scale = ramp_scale(legend, 0, plan->width);

    request.length = plan->width;
    request.horizontal = TRUE;
    request.spacing = context->theme->tick_spacing_x * TICK_SPACING;
    request.widen = FALSE;
    request.label_width = ramp_label_width;
    request.label_data = (gpointer)context;
    tick_set_free(plan->ticks);
    plan->ticks = ticks_linear(&scale, &request);
    plan->start = *end = 0;
    for (guint i = 0; i < plan->ticks->ticks->len; i++) {
        const Tick *tick = &g_array_index(plan->ticks->ticks, Tick, i);
        double half = ramp_label_width(tick->label, (gpointer)context) / 2;
        double at = scale_map(&scale, tick->value);

        plan->start = MAX(plan->start, half - at);
        *end = MAX(*end, at + half - plan->width);
    }
}

static RampPlan
ramp_plan_new(const RampLegend *legend, double width, const LayoutContext *context)
{
    double em = context->theme->axis.size / 12, end;
    RampPlan plan = { .width = MAX(1, MIN(width, STRIP_WIDTH * em)) };

    ramp_plan_ticks(&plan, legend, context, &end);
    if (plan.start + plan.width + end > width) {
        plan.width = MAX(1, width - plan.start - end);
        ramp_plan_ticks(&plan, legend, context, &end);
    }
    plan.title = legend_title_text(legend->key.title, plan.ticks->multiplier_word);
    plan.title_size = legend_title_size(plan.title, width, context);
    plan.end = MAX(plan.start + plan.width + end, plan.title_size.width);
    return plan;
}

static Size
ramp_legend_measure(Box *box, Size available, const LayoutContext *context)
{
    g_auto(RampPlan) plan = ramp_plan_new((RampLegend *)box, available.width, context);
    const TextStyle *style = &context->theme->axis;
    double em = style->size / 12;

    return (Size){ plan.end, plan.title_size.height + (STRIP_HEIGHT + TICK + 1) * em +
                                 text_measure(context->measurer, "x", style).line_height };
}

/* Each step reaches to the end of the strip and is painted over by the next one, so that no
 * background shines through between them. */
static void
ramp_draw_strip(const RampLegend *legend, Rect strip, SceneBuilder *builder, gboolean dark)
{
    Scale scale = ramp_scale(legend, 0, STEPS);

    for (guint i = 0; i < STEPS; i++) {
        double x = strip.x + strip.width * i / STEPS;
        double t =
            ramp_place(scale_invert(&scale, i + 0.5), scale.min, legend->key.middle, scale.max);

        scene_builder_rect(builder, (Rect){ x, strip.y, rect_right(strip) - x, strip.height }, 0,
                           ramp_color(legend->key.ramp, t, dark), STROKE_NONE);
    }
}

static void
ramp_draw_ticks(const RampPlan *plan, const Scale *scale, double top, SceneBuilder *builder,
                const LayoutContext *context)
{
    const TextStyle *style = &context->theme->axis;
    double em = style->size / 12;

    for (guint i = 0; i < plan->ticks->ticks->len; i++) {
        const Tick *tick = &g_array_index(plan->ticks->ticks, Tick, i);
        double x = scale_map(scale, tick->value);
        TextExtents text = text_measure(context->measurer, tick->label, style);

        scene_builder_line(builder, (Point){ x, top }, (Point){ x, top + TICK * em },
                           stroke_solid(style->color, 1));
        if (*tick->label != '\0')
            scene_builder_text(builder, tick->label,
                               (Point){ x, top + (TICK + 1) * em + text.ascent }, ANCHOR_MIDDLE, 0,
                               style, text);
    }
}

static void
ramp_legend_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const RampLegend *legend = (const RampLegend *)box;
    g_auto(RampPlan) plan = ramp_plan_new(legend, box->rect.width, context);
    Rect strip = { box->rect.x + plan.start, box->rect.y + plan.title_size.height, plan.width,
                   STRIP_HEIGHT * context->theme->axis.size / 12 };
    Scale scale = ramp_scale(legend, strip.x, strip.width);

    scene_builder_push(builder, ROLE_LEGEND, NULL);
    legend_title_draw(plan.title, box->rect, builder, context);
    ramp_draw_strip(legend, strip, builder, context->theme->dark);
    ramp_draw_ticks(&plan, &scale, rect_bottom(strip), builder, context);
    scene_builder_pop(builder);
}

static const BoxType ramp_legend_type = {
    .measure = ramp_legend_measure,
    .draw = ramp_legend_draw,
};

Box *
ramp_legend_new(const RampKey *key)
{
    RampLegend *legend = g_new0(RampLegend, 1);

    legend->box.type = &ramp_legend_type;
    legend->key = *key;
    return &legend->box;
}
