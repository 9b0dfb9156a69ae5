#include "plot/references.h"

#include "guide/reference.h"
#include "plot/panel_names.h"

/* Bands let the grid shine through, and are seen all the same. */
#define BAND_ALPHA 0.3
#define COLORED_ALPHA 0.16

static gboolean
references_are_upright(const Plot *plot, const Reference *reference)
{
    return (reference->channel == CHANNEL_X) != (plot->x.crossed || plot->y.crossed);
}

static gboolean
references_are_here(const Plot *plot, const Reference *reference, guint panel)
{
    return !reference->outside && panel_choice_has(plot, reference->panels, panel);
}

/* One label is enough for all panels. */
static const char *
references_label(const Plot *plot, const Reference *reference, guint panel)
{
    return panel_choice_first(plot, reference->panels) == panel ? reference->label : NULL;
}

static Color
references_color(const Plot *plot, const Reference *reference)
{
    if (!reference->is_band)
        return reference->has_color ? reference->color : plot->theme->zero;
    if (!reference->has_color)
        return color_with_alpha(plot->theme->muted, BAND_ALPHA);
    /* A colour that says how clear it is is taken at its word. */
    return reference->color.a < 255 ? reference->color
                                    : color_with_alpha(reference->color, COLORED_ALPHA);
}

/* An end of a band, px: of categories, the end of the slot. */
static double
references_end(const Scale *scale, double value, double side, double open)
{
    double half = side * scale_step(scale) / 2;

    if (isinf(value))
        return open;
    if (scale->n_categories > 0)
        return scale_map(scale, value) + (scale->to > scale->from ? half : -half);
    return scale_map(scale, value);
}

static gboolean
references_make_band(const Plot *plot, const Reference *reference, guint panel, Rect rect,
                     const Scale *x, const Scale *y, ReferenceBand *ret_band)
{
    gboolean upright = references_are_upright(plot, reference);
    const Scale *scale = upright ? x : y;
    double low = upright ? rect.x : rect.y, high = upright ? rect_right(rect) : rect_bottom(rect);
    gboolean turned = scale->to < scale->from;
    double from = references_end(scale, reference->from, -1, turned ? high : low);
    double to = references_end(scale, reference->to, 1, turned ? low : high);

    *ret_band = (ReferenceBand){
        .upright = upright,
        .from = CLAMP(MIN(from, to), low, high),
        .to = CLAMP(MAX(from, to), low, high),
        .color = references_color(plot, reference),
        .title = reference->title,
        .label = references_label(plot, reference, panel),
    };
    return ret_band->to - ret_band->from > 0.5;
}

static gboolean
references_make_rule(const Plot *plot, const Reference *reference, guint panel, Rect rect,
                     const Scale *x, const Scale *y, ReferenceRule *ret_rule)
{
    gboolean upright = references_are_upright(plot, reference);
    double at = scale_map(upright ? x : y, reference->from);

    *ret_rule = (ReferenceRule){
        .upright = upright,
        .edged = plot->layers->len > 0 && !((const Layer *)plot->layers->pdata[0])->type->over_zero,
        .at = at,
        .color = references_color(plot, reference),
        .title = reference->title,
        .label = references_label(plot, reference, panel),
    };
    return isfinite(at) && at >= (upright ? rect.x : rect.y) - 0.5 &&
           at <= (upright ? rect_right(rect) : rect_bottom(rect)) + 0.5;
}

void
references_draw_bands(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                      SceneBuilder *builder)
{
    for (guint i = 0; i < plot->n_references; i++) {
        const Reference *reference = &plot->references[i];
        ReferenceBand band;

        if (reference->is_band && references_are_here(plot, reference, panel) &&
            references_make_band(plot, reference, panel, rect, x, y, &band))
            reference_band_draw(&band, rect, builder);
    }
}

/* The rules of a panel. */
static guint
references_rules(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                 ReferenceRule *rules)
{
    guint n = 0;

    for (guint i = 0; i < plot->n_references; i++) {
        const Reference *reference = &plot->references[i];

        if (!reference->is_band && references_are_here(plot, reference, panel) &&
            references_make_rule(plot, reference, panel, rect, x, y, &rules[n]))
            n++;
    }
    return n;
}

void
references_draw_rules(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                      SceneBuilder *builder)
{
    g_autofree ReferenceRule *rules = g_new0(ReferenceRule, plot->n_references + 1);
    guint n = references_rules(plot, panel, rect, x, y, rules);

    for (guint i = 0; i < n; i++)
        reference_rule_draw(&rules[i], rect, scene_builder_peek(builder), builder, plot->theme);
}

void
references_add_labels(const Plot *plot, guint panel, Rect rect, const Scale *x, const Scale *y,
                      Labels *labels)
{
    LayoutContext context = { plot->theme, plot->measurer };
    g_autofree ReferenceRule *rules = g_new0(ReferenceRule, plot->n_references + 1);
    guint n = references_rules(plot, panel, rect, x, y, rules);

    for (guint i = 0; i < plot->n_references; i++) {
        const Reference *reference = &plot->references[i];
        ReferenceBand band;

        if (reference->is_band && references_are_here(plot, reference, panel) &&
            references_make_band(plot, reference, panel, rect, x, y, &band))
            reference_band_label(&band, rules, n, rect, labels, &context);
    }
    for (guint i = 0; i < n; i++)
        reference_rule_label(&rules[i], rules, n, rect, labels, &context);
}
