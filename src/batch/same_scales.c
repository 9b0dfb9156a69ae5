#include "batch/same_scales.h"

#include "batch/same_colors.h"
#include "scale/ticks.h"

#include <math.h>

/* Ends that are round for about so many ticks are round for others, too. */
#define TICKS 5

typedef struct {
    const char *option;
    guint n;            /* figures with such an axis */
    gboolean mixed;     /* they show times in some figures, numbers in others */
    gboolean differs;   /* not all have the same ends */
    PlotDomain domain;  /* of all */
    guint n_periods;    /* figures with slots for periods */
    double first, last; /* the slots of the first of them */
    gboolean uneven;    /* others have other slots */
} SharedAxis;

static void
axis_add(SharedAxis *axis, const PlotDomain *domain)
{
    if (domain->periods && axis->n_periods++ == 0) {
        axis->first = domain->min;
        axis->last = domain->max;
    }
    axis->uneven = axis->uneven ||
                   (domain->periods && (axis->first != domain->min || axis->last != domain->max));
    if (!domain->has)
        return;
    if (axis->n++ == 0) {
        axis->domain = *domain;
        return;
    }
    axis->mixed = axis->mixed || domain->kind != axis->domain.kind;
    axis->differs =
        axis->differs || domain->min != axis->domain.min || domain->max != axis->domain.max;
    axis->domain.min = MIN(axis->domain.min, domain->min);
    axis->domain.max = MAX(axis->domain.max, domain->max);
    axis->domain.unit = MIN(axis->domain.unit, domain->unit);
    axis->domain.rounds = axis->domain.rounds && domain->rounds;
}

/* A domain that is set does not grow to round ticks by itself any more. */
static void
axis_round(SharedAxis *axis)
{
    PlotDomain *domain = &axis->domain;
    Scale scale = scale_continuous(domain->kind, domain->min, domain->max);
    TickRequest request = { .length = 400, .count = TICKS, .widen = TRUE };
    g_autoptr(TickSet) ticks = NULL;

    if (!domain->rounds)
        return;
    scale.to = request.length;
    ticks = ticks_linear(&scale, &request);
    domain->min = ticks->min;
    domain->max = ticks->max;
}

static void
append_end(GString *out, const PlotDomain *domain, double end)
{
    if (domain->is_time)
        calendar_append_iso(out, end, domain->unit);
    else
        number_append_exact(out, end);
}

static char *
axis_text(const SharedAxis *axis)
{
    GString *text = g_string_new(NULL);

    append_end(text, &axis->domain, axis->domain.min);
    g_string_append(text, "..");
    append_end(text, &axis->domain, axis->domain.max);
    return g_string_free(text, FALSE);
}

/* The figures that may have it: those that can be drawn and whose user set no end. */
static gboolean
axis_may_set(const SharedAxis *axis, const PlannedFigure *planned)
{
    return planned->error == NULL && !option_is_given(planned->figure->spec, axis->option);
}

/* A chart may have a scale and no way to set its ends: a likert chart shows all of its 100 %. */
static gboolean
axis_is_refused(const SharedAxis *axis, const Plan *plan, guint first, const char *text)
{
    for (guint i = first; i < plan->figures->len; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];
        g_auto(PlotScales) before = { .names = NULL }, after = { .names = NULL };
        gboolean taken;

        if (!axis_may_set(axis, planned) || !figure_scales(planned->figure, &before, NULL))
            continue;
        taken = figure_set(planned->figure, axis->option, text, NULL) &&
                figure_scales(planned->figure, &after, NULL);
        option_clear(planned->figure->spec, option_find(axis->option));
        return !taken;
    }
    return FALSE;
}

static void
axis_set(SharedAxis *axis, const Plan *plan, guint first)
{
    g_autofree char *text = NULL;

    if (axis->n == 0 || axis->mixed)
        return;
    axis_round(axis);
    text = axis_text(axis);
    if (axis_is_refused(axis, plan, first, text)) {
        axis->n = 0;
        return;
    }
    for (guint i = first; i < plan->figures->len; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];

        if (axis_may_set(axis, planned))
            figure_set(planned->figure, axis->option, text, NULL);
    }
}

/* Where the periods of one figure keep no rhythm they are mere names. */
static gboolean
axis_is_uneven(const SharedAxis *axis, guint n_seen)
{
    return axis->uneven || (axis->n_periods > 0 && axis->n_periods < n_seen);
}

static void
say_what_is_not_shared(Plan *plan, Where where, guint n_seen, gboolean shared, const SharedAxis *x,
                       const SharedAxis *y)
{
    if (n_seen > 0 && !shared)
        report_add(plan->report, SEVERITY_NOTE, where, n_seen,
                   "--same-scales: these figures have no axis of numbers or times that all panels "
                   "share; each keeps its own scales");
    else if (x->mixed || y->mixed)
        report_add(plan->report, SEVERITY_NOTE, where, n_seen,
                   "--same-scales: an axis shows times in some figures and numbers in others; each "
                   "keeps its own ends");
    if (axis_is_uneven(x, n_seen) || axis_is_uneven(y, n_seen))
        report_add(plan->report, SEVERITY_NOTE, where, n_seen,
                   "--same-scales: bars have a slot for each period of their own data, and not all "
                   "figures have the same periods; lines can share the ends of a time axis");
}

void
same_scales_set(Plan *plan, guint first, Where where)
{
    SharedAxis x = { .option = "x-domain" }, y = { .option = "y-domain" };
    SharedAxis ramp = { .option = "color-domain" }, fill = { .option = "fill-domain" };
    g_autoptr(SameColors) colors = same_colors_new();
    guint n_seen = 0;
    gboolean colored;

    for (guint i = first; i < plan->figures->len; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];
        g_auto(PlotScales) scales = { .names = NULL };

        if (planned->error != NULL || !figure_scales(planned->figure, &scales, NULL))
            continue;
        n_seen++;
        axis_add(&x, &scales.x);
        axis_add(&y, &scales.y);
        axis_add(&ramp, &scales.ramp);
        axis_add(&fill, &scales.fill);
        same_colors_add(colors, planned->figure, &scales);
    }
    axis_set(&x, plan, first);
    axis_set(&y, plan, first);
    /* Where all have the same ends already, few whole numbers keep their classes. */
    if (ramp.differs)
        axis_set(&ramp, plan, first);
    if (fill.differs)
        axis_set(&fill, plan, first);
    colored = same_colors_set(colors, plan->report, where);
    colored = colored || ramp.n + fill.n > 0;
    say_what_is_not_shared(plan, where, n_seen, colored || x.n + y.n > 0, &x, &y);
}
