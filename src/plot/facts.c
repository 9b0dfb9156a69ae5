#include "plot/facts.h"

#include "plot/natural_order.h"

#include <string.h>

/* 9 pt on paper and in articles; on a slide 1280 px wide 20 px. */
#define LEAST_TEXT 12.0
#define LEAST_SLIDE_TEXT (20.0 / 1280)

static const char *
facts_copy(LintFacts *facts, const char *text)
{
    return text != NULL ? arena_strdup(facts->arena, text) : NULL;
}

static LintAxisKind
facts_axis_kind(const AxisSpec *axis)
{
    if (axis->absent)
        return LINT_AXIS_NONE;
    if (axis->times != NULL)
        return LINT_AXIS_TIMES;
    switch (axis->kind) {
    case SCALE_BAND:
        return LINT_AXIS_CATEGORIES;
    case SCALE_LOG:
    case SCALE_SYMLOG:
        return LINT_AXIS_LOG;
    case SCALE_TIME:
        return LINT_AXIS_TIMES;
    case SCALE_LINEAR:
    case SCALE_SQRT:
        break;
    }
    return LINT_AXIS_NUMBERS;
}

/* An axis without labels measures nothing, unless values stand at the marks instead. */
static gboolean
facts_is_shown(const Plot *plot, const AxisSpec *axis)
{
    gboolean shown = !axis->hidden;

    for (guint i = 0; i < plot->layers->len; i++)
        shown = shown || ((const Layer *)plot->layers->pdata[i])->labels != NULL;
    return shown;
}

static LintAxis
facts_axis(const Plot *plot, const AxisSpec *axis)
{
    const char *const words[] = { axis->title, axis->title_unit, axis->prefix, axis->suffix };
    LintAxisKind kind = facts_axis_kind(axis);
    LintAxis found = {
        .kind = kind,
        .from = axis->min,
        .to = axis->max,
        .least = NAN,
        .padding = axis->padding,
        .measures =
            (kind == LINT_AXIS_NUMBERS || kind == LINT_AXIS_LOG) && facts_is_shown(plot, axis),
    };

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        found.says_something = found.says_something || (words[i] != NULL && *words[i] != '\0');
    return found;
}

static gboolean
facts_is_of(const Layer *layer, const MarkType *type)
{
    return layer->type == type;
}

/* Bars and surfaces are lengths when they begin at zero or stand on others that do. The boxes of a
 * box plot and the steps of a waterfall show two places each. */
static gboolean
facts_has_lengths(const Layer *layer)
{
    const double *near = layer->upright ? layer->y0 : layer->x0;
    gsize on_zero = 0, elsewhere = 0;

    if (!facts_is_of(layer, &mark_bar) && !facts_is_of(layer, &mark_area))
        return FALSE;
    for (gsize i = 0; near != NULL && i < layer->n; i++) {
        on_zero += near[i] == 0;
        elsewhere += isfinite(near[i]) && near[i] != 0;
    }
    return on_zero > 0 && (elsewhere == 0 || layer->stacked || facts_is_of(layer, &mark_area));
}

static void
facts_add_layer(LintFacts *facts, const Layer *layer)
{
    if (facts_has_lengths(layer))
        (layer->upright ? &facts->y : &facts->x)->lengths = TRUE;
    facts->ramp = facts->ramp || layer->colors != NULL;
    for (gsize i = 0; facts_is_of(layer, &mark_line) && i < layer->n; i++)
        if (isfinite(layer->y[i]) && !(facts->y.least <= layer->y[i]))
            facts->y.least = layer->y[i];
}

/* The place of each series where the reader looks for its name: the last point of a line, the
 * middle of a surface's last height. */
static void
facts_add_ends(LintFacts *facts, const Plot *plot, const Layer *layer)
{
    gboolean surface = facts_is_of(layer, &mark_area);

    if (!plot->direct || plot->n_panels > 1 || layer->unnamed ||
        !(surface || facts_is_of(layer, &mark_line)))
        return;
    for (gsize i = 0; i < layer->n; i++)
        if (isfinite(layer->y[i]))
            facts->series[layer->series[i]].end =
                surface && layer->y0 != NULL ? (layer->y[i] + layer->y0[i]) / 2 : layer->y[i];
}

static void
facts_add_series(LintFacts *facts, const Plot *plot)
{
    facts->n_series = plot->n_series;
    facts->series = arena_new0(facts->arena, LintSeries, plot->n_series + 1);
    for (guint i = 0; i < plot->n_series; i++) {
        const Series *series = &plot->series[i];

        facts->series[i] = (LintSeries){
            .name = facts_copy(facts, series->name),
            .color = series->color,
            .muted = series->muted,
            .code = series->code,
            .end = NAN,
        };
    }
}

/* Lengths, or one dot at each name, are what sorts: boxes and pairs of dots have values enough to
 * be sorted by many a thing. */
static gboolean
facts_sorts(const Plot *plot, const Layer *layer)
{
    return facts_has_lengths(layer) ||
           (facts_is_of(layer, &mark_dot) && plot->n_panels == 1 &&
            layer->n == (layer->upright ? &plot->x : &plot->y)->n_categories);
}

static void
facts_add_values(LintFacts *facts, const Layer *layer)
{
    const double *place = layer->upright ? layer->x : layer->y;
    const double *far = layer->upright ? layer->y : layer->x;
    const double *near = layer->upright ? layer->y0 : layer->x0;

    for (gsize i = 0; i < layer->n; i++) {
        double length = far[i] - (near != NULL ? near[i] : 0);
        LintCategory *category;

        if (!isfinite(length) || !(place[i] >= 0 && place[i] < facts->n_categories))
            continue;
        category = &facts->categories[(guint)place[i]];
        category->value = isnan(category->value) ? length : category->value + length;
    }
}

static gboolean
facts_is_natural(const AxisSpec *axis)
{
    g_autofree guint *order = g_new(guint, axis->n_categories + 1);

    for (guint i = 0; i < axis->n_categories; i++)
        if (axis->categories[i] == NULL)
            return FALSE;
    return natural_order(axis->categories, axis->n_categories, order);
}

static void
facts_add_categories(LintFacts *facts, const Plot *plot, const AxisSpec *axis)
{
    facts->n_categories = axis->n_categories;
    facts->categories = arena_new0(facts->arena, LintCategory, axis->n_categories + 1);
    for (guint i = 0; i < axis->n_categories; i++) {
        const char *name = axis->categories[i];

        facts->categories[i] = (LintCategory){
            .name = facts_copy(facts, name),
            .value = NAN,
            .leftover = name != NULL && natural_is_leftover(name),
        };
    }
    facts->sorted_by_kind =
        axis->names_of == NULL || plot->spec->order != NULL || facts_is_natural(axis);
    for (guint i = 0; i < plot->layers->len; i++) {
        const Layer *layer = plot->layers->pdata[i];

        if (facts_sorts(plot, layer))
            facts_add_values(facts, layer);
    }
}

static guint
facts_count_slices(const Plot *plot)
{
    g_autofree guint *slices = g_new0(guint, plot->n_panels + 1);
    const Layer *layer = plot->layers->len > 0 ? plot->layers->pdata[0] : NULL;
    guint most = 0;

    if (layer == NULL || strcmp(layer->type->name, "pie") != 0)
        return 0;
    for (gsize i = 0; i < layer->n; i++)
        if (layer->y[i] > 0) {
            slices[layer->panel[i]]++;
            most = MAX(most, slices[layer->panel[i]]);
        }
    return most;
}

/* Colours that repeat what the axis, the panels or the marks themselves write are told apart by it.
 */
static gboolean
facts_is_named(const Plot *plot)
{
    Column *const *columns = plot->frame->columns;
    const Column *color = columns[CHANNEL_COLOR];

    return plot->named ||
           (color != NULL && (color == columns[CHANNEL_X] || color == columns[CHANNEL_Y] ||
                              color == columns[CHANNEL_FACET]));
}

static double
facts_least_text(const Plot *plot)
{
    gboolean slide =
        plot->spec->preset == PRESET_SLIDE || g_strcmp0(plot->theme->name, "slide") == 0;

    return slide ? MAX(LEAST_TEXT, LEAST_SLIDE_TEXT * plot->size.width) : LEAST_TEXT;
}

LintFacts *
facts_new(const Plot *plot)
{
    LintFacts *facts = lint_facts_new();
    const Spec *spec = plot->spec;

    facts->chart = facts_copy(facts, plot->chart->name);
    facts->title = facts_copy(facts, spec->title);
    facts->subtitle = facts_copy(facts, spec->subtitle);
    facts->source = facts_copy(facts, spec->source);
    facts->note = facts_copy(facts, spec->note != NULL ? spec->note : plot->auto_note);
    facts->background = plot->theme->dark ? COLOR_RGB(0x000000) : COLOR_RGB(0xffffff);
    facts->muted = plot->theme->muted;
    facts->least_text = facts_least_text(plot);
    facts->x = facts_axis(plot, &plot->x);
    facts->y = facts_axis(plot, &plot->y);
    facts_add_series(facts, plot);
    for (guint i = 0; i < plot->layers->len; i++) {
        facts_add_layer(facts, plot->layers->pdata[i]);
        facts_add_ends(facts, plot, plot->layers->pdata[i]);
    }
    if (facts->x.kind == LINT_AXIS_CATEGORIES && facts->y.kind != LINT_AXIS_CATEGORIES)
        facts_add_categories(facts, plot, &plot->x);
    else if (facts->y.kind == LINT_AXIS_CATEGORIES && facts->x.kind != LINT_AXIS_CATEGORIES)
        facts_add_categories(facts, plot, &plot->y);
    facts->named = facts_is_named(plot);
    facts->n_slices = facts_count_slices(plot);
    return facts;
}
