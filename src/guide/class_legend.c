#include "guide/class_legend.h"

#include "guide/legend.h"
#include "guide/legend_title.h"

typedef struct {
    Box box;
    char *title;
    guint n;
    Series *series; /* the classes, as a plain legend takes them */
    char **ranges;  /* their names */
    Box *entries;
} ClassLegend;

/* The classes are no mark's: only the sample is ever drawn. */
static const MarkType class_mark = {
    .name = "class",
    .summary = "a class of numbers",
    .draw_key = mark_key_swatch,
};

static Size
class_legend_measure(Box *box, Size available, const LayoutContext *context)
{
    ClassLegend *legend = (ClassLegend *)box;
    Size title = legend_title_size(legend->title, available.width, context), size;

    available.height -= title.height;
    size = box_measure(legend->entries, available, context);
    return (Size){ MAX(size.width, title.width), size.height + title.height };
}

static void
class_legend_place(Box *box, const LayoutContext *context)
{
    ClassLegend *legend = (ClassLegend *)box;
    double title = legend_title_size(legend->title, box->rect.width, context).height;
    Rect rect = box->rect;

    rect.y += title;
    rect.height = MAX(0, rect.height - title);
    box_place(legend->entries, rect, context);
}

static void
class_legend_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const ClassLegend *legend = (const ClassLegend *)box;

    scene_builder_push(builder, ROLE_LEGEND, NULL);
    legend_title_draw(legend->title, box->rect, builder, context);
    scene_builder_pop(builder);
    box_draw(legend->entries, builder, context);
}

static void
class_legend_free(Box *box)
{
    ClassLegend *legend = (ClassLegend *)box;

    box_free(legend->entries);
    g_strfreev(legend->ranges);
    g_free(legend->series);
    g_free(legend->title);
    g_free(legend);
}

static const BoxType class_legend_type = {
    .measure = class_legend_measure,
    .place = class_legend_place,
    .draw = class_legend_draw,
    .free = class_legend_free,
};

/* "10–20", with air around the dash when a minus sign stands beside it; units are said once. */
static char *
class_range(const char *from, const char *to, gboolean signs, const TickRequest *labels)
{
    return g_strconcat(labels->prefix != NULL ? labels->prefix : "", from, signs ? " – " : "–", to,
                       labels->suffix != NULL ? labels->suffix : "", NULL);
}

Box *
class_legend_new(const ClassKey *key, gboolean dark)
{
    const Classes *classes = key->classes;
    ClassLegend *legend = g_new0(ClassLegend, 1);
    Scale scale = scale_continuous(SCALE_LINEAR, classes->edges[0], classes->edges[classes->n]);
    TickRequest request = key->labels;
    g_autofree double *edges = g_new(double, classes->n + 1);
    g_autoptr(TickSet) set = NULL;

    request.prefix = request.suffix = NULL;
    request.length = 1000;
    for (guint i = 0; i <= classes->n; i++)
        edges[i] = classes_shown_edge(classes, i);
    set = ticks_at(&scale, edges, classes->n + 1, TIME_DAY, &request);
    legend->box.type = &class_legend_type;
    legend->title = legend_title_text(key->title, set->multiplier_word);
    legend->n = classes->n;
    legend->series = g_new0(Series, classes->n);
    legend->ranges = g_new0(char *, classes->n + 1);
    for (guint i = 0; i < classes->n; i++) {
        Series *series = &legend->series[i];

        legend->ranges[i] = key->names != NULL
                                ? g_strdup(key->names[i])
                                : class_range(g_array_index(set->ticks, Tick, i).label,
                                              g_array_index(set->ticks, Tick, i + 1).label,
                                              classes->edges[0] < 0, &key->labels);
        series->name = legend->ranges[i];
        series->color = series->text_color = ramp_color_of_class(key->ramp, classes, i, dark);
    }
    legend->entries = legend_box_new(legend->series, legend->n, &class_mark, key->column);
    return &legend->box;
}
