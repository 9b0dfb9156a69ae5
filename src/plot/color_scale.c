#include "plot/color_scale.h"

#include "guide/class_legend.h"
#include "guide/missing_key.h"
#include "guide/ramp_legend.h"
#include "plot/bind.h"
#include "plot/option.h"

/* When --class-method is given without a number. */
#define DEFAULT_CLASSES 5
/* The height of the ramp in its key, px at text of 12 px. */
#define RAMP_LINE 11.0
/* Up to this many whole numbers each have their own class. */
#define MOST_WHOLE 8
/* Digits of the largest number that a cell shows; tooltips show all. */
#define LABEL_DIGITS 3

static TickRequest
color_scale_request(const AxisSpec *axis)
{
    return (TickRequest){
        .format = axis->has_format ? &axis->format : NULL,
        .thousands = axis->thousands,
        .keep_units = axis->keep_units,
        .words = axis->words,
        .prefix = axis->prefix,
        .suffix = axis->suffix,
    };
}

Box *
color_scale_key(const Plot *plot, const char *missing, Color sample)
{
    const ColorScale *scale = plot->guide_data;
    gboolean beside = plot_key_is_beside(plot);
    TickRequest labels = color_scale_request(&plot->color);
    RampKey ramp = { .title = scale->title,
                     .ramp = scale->ramp,
                     .min = scale->min,
                     .middle = scale->middle,
                     .max = scale->max,
                     .labels = labels };
    ClassKey classes = { .title = scale->title,
                         .ramp = scale->ramp,
                         .classes = &scale->classes,
                         .names = scale->names,
                         .labels = labels,
                         .column = beside };
    Box *key =
        scale->classes.n > 0 ? class_legend_new(&classes, scale->dark) : ramp_legend_new(&ramp);

    return missing == NULL
               ? key
               : missing_key_new(key, scale->title, scale->classes.n > 0 ? 0 : RAMP_LINE, missing,
                                 sample, beside);
}

static Box *
color_scale_make_guide(const Plot *plot)
{
    return color_scale_key(plot, ((const ColorScale *)plot->guide_data)->missing, COLOR_NONE);
}

/* The channel by which the user knows the colours: those of areas are a fill. */
static const char *
color_scale_option(const Plot *plot)
{
    const Frame *frame = plot->frame;

    return channel_name(frame->columns[CHANNEL_COLOR] == frame->columns[CHANNEL_FILL]
                            ? CHANNEL_FILL
                            : CHANNEL_COLOR);
}

static gboolean
color_scale_wants_classes(const Spec *spec)
{
    return option_is_given(spec, "classes") || option_is_given(spec, "class-method");
}

/* Options of series mean nothing to a ramp, and some pairs of options nothing together. */
static gboolean
color_scale_check_options(const Plot *plot, GError **error)
{
    static const char *const of_series[] = { "palette", "colors", "fill-color", "highlight" };
    const Spec *spec = plot->spec;
    gboolean classes = color_scale_wants_classes(spec);

    for (guint i = 0; i < G_N_ELEMENTS(of_series) && !plot->shares_options; i++)
        if (option_is_given(spec, of_series[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--%s: %s has no series; --ramp chooses the colours of its numbers",
                      of_series[i], plot->chart->name);
            return FALSE;
        }
    if (classes && spec->color.domain.given) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-domain: classes have their own ends; leave it out, or leave out "
                  "--classes",
                  color_scale_option(plot));
        return FALSE;
    }
    return TRUE;
}

/* The theme's ramps, or the defaults. A ramp without a middle is no place for one. */
static void
color_scale_take_ramp(const Theme *theme, ColorScale *scale)
{
    if (isnan(scale->middle))
        scale->ramp = theme->ramp != NULL ? ramp_find(theme->ramp) : ramps[0];
    else
        scale->ramp =
            theme->ramp_diverging != NULL ? ramp_find(theme->ramp_diverging) : ramp_diverging;
    if (scale->ramp->kind == RAMP_SEQUENTIAL)
        scale->middle = NAN;
}

static gboolean
color_scale_choose_ramp(const Plot *plot, ColorScale *scale, GError **error)
{
    const Spec *spec = plot->spec;
    gboolean given = option_is_given(spec, "midpoint");

    scale->middle = given ? spec->midpoint : NAN;
    scale->ramp = spec->ramp != NULL ? ramp_find(spec->ramp) : NULL;
    if (spec->ramp != NULL && scale->ramp == NULL) {
        g_autofree const char **names = ramp_names();
        g_autofree char *near = error_suggest(spec->ramp, names);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--ramp: no ramp \"%s\"%s", spec->ramp,
                  *near != '\0' ? near : "; see list ramps");
        return FALSE;
    }
    if (given && scale->ramp != NULL && scale->ramp->kind == RAMP_SEQUENTIAL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--midpoint: the ramp \"%s\" has no middle; blue-red, purple-green and "
                  "brown-teal have one",
                  scale->ramp->name);
        return FALSE;
    }
    if (!given && scale->min < 0 && scale->max > 0 &&
        (scale->ramp == NULL || scale->ramp->kind == RAMP_DIVERGING))
        scale->middle = 0;
    if (color_scale_wants_classes(spec) && isnan(scale->middle) && scale->ramp != NULL &&
        scale->ramp->kind == RAMP_DIVERGING) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--ramp: \"%s\" goes two ways; say with --midpoint from which number, or choose "
                  "another ramp",
                  scale->ramp->name);
        return FALSE;
    }
    if (scale->ramp == NULL)
        color_scale_take_ramp(plot->theme, scale);
    if (given && scale->ramp->kind == RAMP_SEQUENTIAL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--midpoint: the theme \"%s\" has no ramp with a middle; name one by --ramp",
                  plot->theme->name);
        return FALSE;
    }
    return TRUE;
}

/* Few whole numbers have nothing between them that a ramp could show: each is a class. */
static void
color_scale_choose_whole(const Plot *plot, ColorScale *scale)
{
    const Column *column = plot->frame->columns[CHANNEL_COLOR];
    double range = scale->max - scale->min;
    guint n = range >= 1 && range < MOST_WHOLE ? (guint)range + 1 : 0;
    double *edges;

    if (n == 0 || !column_is_whole(column) || plot->color.fixed ||
        option_is_given(plot->spec, "midpoint") || (scale->min < 0 && scale->max > 0))
        return;
    edges = arena_new0(plot->arena, double, n + 1);
    for (guint i = 0; i <= n; i++)
        edges[i] = scale->min + i;
    scale->classes = (Classes){ .n = n, .edges = edges };
    scale->names = bind_value_labels(plot, &plot->color, edges, n);
}

static void
color_scale_choose_classes(const Plot *plot, ColorScale *scale)
{
    const Column *column = plot->frame->columns[CHANNEL_COLOR];
    const Spec *spec = plot->spec;
    ClassMethod method = (ClassMethod)spec->class_method;
    guint wished = spec->classes > 0 ? (guint)spec->classes : DEFAULT_CLASSES;
    g_autoptr(Classes) classes = NULL;

    if (!color_scale_wants_classes(spec)) {
        color_scale_choose_whole(plot, scale);
        return;
    }
    classes = isnan(scale->middle)
                  ? classes_new(method, column->values, column->length, wished, TRUE)
                  : classes_new_around(method, column->values, column->length, wished,
                                       scale->middle, TRUE);
    scale->classes = *classes;
    scale->classes.edges =
        arena_copy(plot->arena, classes->edges, (classes->n + 1) * sizeof *classes->edges);
}

/* The ends of the ramp: the values', or as asked for; what lies beyond is counted. */
static gboolean
color_scale_choose_ends(Plot *plot, ColorScale *scale, GError **error)
{
    const Column *column = plot->frame->columns[CHANNEL_COLOR];
    guint64 beyond = 0;
    double min, max;

    bind_extent(column->values, column->length, &min, &max);
    if (isnan(min))
        return bind_fail_empty(plot, CHANNEL_COLOR, FALSE, error);
    /* Counts begin at none. */
    bind_continuous(plot, CHANNEL_COLOR, &plot->color, plot->frame->counts ? 0 : min, max);
    if (!bind_axis_options(plot, CHANNEL_COLOR, &plot->color, error))
        return FALSE;
    scale->min = plot->color.min;
    scale->max = plot->color.max;
    if (plot->color.fixed && scale->min >= scale->max) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-domain: the lower end has to be below the upper one",
                  color_scale_option(plot));
        return FALSE;
    }
    for (gsize i = 0; i < column->length; i++)
        beyond += column->values[i] < scale->min || column->values[i] > scale->max;
    if (beyond > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, beyond,
                   "%" G_GUINT64_FORMAT " value%s beyond --%s-domain and %s the colour of its end",
                   beyond, beyond == 1 ? " lies" : "s lie", color_scale_option(plot),
                   beyond == 1 ? "has" : "have");
    return TRUE;
}

ColorScale *
color_scale_bind(Plot *plot, GError **error)
{
    ColorScale *scale = arena_new0(plot->arena, ColorScale, 1);

    if (!color_scale_check_options(plot, error) || !color_scale_choose_ends(plot, scale, error))
        return NULL;
    if (!color_scale_choose_ramp(plot, scale, error))
        return NULL;
    color_scale_choose_classes(plot, scale);
    scale->dark = plot->theme->dark;
    scale->title = plot->color.title;
    if (scale->title != NULL && plot->color.title_unit != NULL)
        scale->title =
            arena_printf(plot->arena, "%s, %s", plot->color.title, plot->color.title_unit);
    else if (scale->title == NULL)
        scale->title = plot->color.title_unit;
    plot->make_guide = color_scale_make_guide;
    plot->guide_data = scale;
    plot->n_series = 1;
    plot->series = arena_new0(plot->arena, Series, 1);
    return scale;
}

Color
color_scale_color(const ColorScale *scale, double value)
{
    if (isnan(value))
        return COLOR_NONE;
    if (scale->classes.n > 0)
        return ramp_color_of_class(scale->ramp, &scale->classes,
                                   classes_find(&scale->classes, value), scale->dark);
    return ramp_color(scale->ramp, ramp_place(value, scale->min, scale->middle, scale->max),
                      scale->dark);
}

void
color_scale_miss(Plot *plot, ColorScale *scale, guint64 missing, guint64 all, const char *what)
{
    if (missing == 0)
        return;
    scale->missing = bind_language(plot)->words[WORD_NO_DATA];
    report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, missing,
               "%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " %s %s no data", missing, all, what,
               missing == 1 ? "has" : "have");
}

const char **
color_scale_labels(const Plot *plot, const double *values, gsize n)
{
    AxisSpec bare = plot->color;
    g_autofree double *rounded = g_new(double, n + 1);
    double min, max, step;

    if (plot->spec->legend != LEGEND_NONE)
        bare.prefix = bare.suffix = NULL;
    bind_extent(values, n, &min, &max);
    max = MAX(fabs(min), fabs(max));
    step = max > 0 ? pow(10, floor(log10(max)) - LABEL_DIGITS + 1) : 1;
    for (gsize i = 0; i < n; i++)
        rounded[i] = step < 1 && step > 1e-6 ? round(values[i] / step) * step : values[i];
    return bind_value_labels(plot, &bare, rounded, n);
}

const char *
color_scale_title(const Plot *plot, gsize row)
{
    const Frame *frame = plot->frame;
    const Channel places[] = { CHANNEL_Y, CHANNEL_X };
    g_autoptr(GString) title = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        if (frame->columns[places[i]] == NULL)
            continue;
        g_string_append(title, title->len > 0 ? ", " : "");
        bind_append_cell(plot, frame->columns[places[i]], row, title);
    }
    g_string_append_printf(
        title, ": %s",
        bind_value_text(plot, &plot->color, frame->columns[CHANNEL_COLOR]->values[row]));
    return bind_name(plot, title->str);
}
