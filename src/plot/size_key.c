#include "plot/size_key.h"

#include "guide/key_row.h"
#include "guide/sample_legend.h"
#include "plot/bind.h"

typedef struct {
    const char *title;
    SampleKey keys[4];
    guint n;
    gboolean titled;
} SizeKeys;

static Box *
size_key_make_guide(const Plot *plot)
{
    const SizeKeys *sizes = plot->guide_data;

    return titled_key_new(sizes->titled ? sizes->title : NULL,
                          sample_legend_new(SAMPLE_CIRCLES, sizes->titled ? NULL : sizes->title,
                                            sizes->keys, sizes->n, plot->theme->axis.color,
                                            sizes->titled && plot_key_is_beside(plot)));
}

/* The bound below which all symbols are equally small: the greatest such value, rounded up to two
 * digits. 0: there is none. */
static double
size_key_least_value(const SizeKeyRequest *request)
{
    double least = 0, step;

    for (gsize i = 0; i < request->n; i++)
        if (size_radius(&request->scale, request->values[i]) < request->least_radius)
            least = MAX(least, request->values[i]);
    step = least > 0 ? pow(10, floor(log10(least)) - 1) : 1;
    return ceil(least / step - 1e-9) * step;
}

void
size_key_bind(Plot *plot, const SizeKeyRequest *request)
{
    SizeKeys *sizes = arena_new0(plot->arena, SizeKeys, 1);
    gboolean percent = g_strcmp0(request->unit, "%") == 0;
    AxisSpec axis = { .suffix = percent ? bind_language(plot)->marks.percent : NULL };
    const char **labels;
    double values[4], smallest = size_key_least_value(request);
    guint n = size_legend_values(request->least, request->scale.greatest, values);

    while (n > 0 && size_radius(&request->scale, values[n - 1]) < request->least_radius)
        n--;
    values[n] = smallest;
    labels = bind_value_labels(plot, &axis, values, n + 1);
    for (guint i = 0; i < n; i++)
        sizes->keys[i] = (SampleKey){ size_radius(&request->scale, values[i]), labels[i] };
    sizes->n = n;
    if (smallest > 0)
        sizes->keys[sizes->n++] =
            (SampleKey){ request->least_radius, arena_printf(plot->arena, "≤ %s", labels[n]) };
    sizes->title = request->title;
    if (request->title != NULL && request->unit != NULL && !percent)
        sizes->title = arena_printf(plot->arena, "%s, %s", request->title, request->unit);
    sizes->titled = request->titled;
    plot->guide_data = sizes;
    if (sizes->n > 0)
        plot->make_guide = size_key_make_guide;
}
