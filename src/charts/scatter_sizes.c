#include "charts/scatter.h"

#include "guide/size_legend.h"
#include "mark/disc_image.h"
#include "plot/bind.h"
#include "scale/size.h"

/* Bubbles: the largest radius as a share of the shorter side of the page, and at most, px at text
 * of 13 px. */
#define LARGEST_SHARE 0.055
#define LARGEST 26.0
/* Smaller bubbles would not be seen; the key says which values they stand for. */
#define LEAST_RADIUS 2.0

/* Of many points each is smaller, but a point alone is still seen. */
#define LEAST_DENSE_RADIUS 1.0

typedef struct {
    const char *title;
    SizeKey keys[4];
    guint n;
} ScatterSizes;

static Box *
scatter_make_guide(const Plot *plot)
{
    const ScatterSizes *sizes = plot->guide_data;

    return size_legend_box_new(sizes->title, sizes->keys, sizes->n, plot->theme->axis.color);
}

/* The bound below which all bubbles are equally small: the greatest such value, rounded up to two
 * digits. 0: there is none. */
static double
scatter_least_value(const Column *size, const SizeScale *scale)
{
    double least = 0, step;

    for (gsize i = 0; i < size->length; i++)
        if (size_radius(scale, size->values[i]) < LEAST_RADIUS)
            least = MAX(least, size->values[i]);
    step = least > 0 ? pow(10, floor(log10(least)) - 1) : 1;
    return ceil(least / step - 1e-9) * step;
}

/* A key for the sizes: what they measure, up to three round values, and what the smallest are. */
static void
scatter_bind_sizes(Plot *plot, const SizeScale *scale, double least)
{
    ScatterSizes *sizes = arena_new0(plot->arena, ScatterSizes, 1);
    const char *title = plot->frame->titles[CHANNEL_SIZE], *unit = plot->frame->units[CHANNEL_SIZE];
    gboolean percent = g_strcmp0(unit, "%") == 0;
    AxisSpec axis = { .suffix = percent ? bind_language(plot)->marks.percent : NULL };
    const char **labels;
    double values[4], smallest = scatter_least_value(plot->frame->columns[CHANNEL_SIZE], scale);
    guint n = size_legend_values(least, scale->greatest, values);

    while (n > 0 && size_radius(scale, values[n - 1]) < LEAST_RADIUS)
        n--;
    values[n] = smallest;
    labels = bind_value_labels(plot, &axis, values, n + 1);
    for (guint i = 0; i < n; i++)
        sizes->keys[i] = (SizeKey){ size_radius(scale, values[i]), labels[i] };
    sizes->n = n;
    if (smallest > 0)
        sizes->keys[sizes->n++] =
            (SizeKey){ LEAST_RADIUS, arena_printf(plot->arena, "≤ %s", labels[n]) };
    sizes->title = title;
    if (title != NULL && unit != NULL && !percent)
        sizes->title = arena_printf(plot->arena, "%s, %s", title, unit);
    plot->guide_data = sizes;
    if (sizes->n > 0)
        plot->make_guide = scatter_make_guide;
}

gboolean
scatter_is_dense(const Plot *plot)
{
    return plot->frame->table->length > DISC_IMAGE_FROM && plot->spec->code != CODE_BOTH;
}

double
scatter_thinness(const Plot *plot)
{
    return scatter_is_dense(plot) ? sqrt(DISC_IMAGE_FROM / (double)plot->frame->table->length) : 1;
}

double
scatter_radii(Plot *plot, double *radii)
{
    const Column *size = plot->frame->columns[CHANNEL_SIZE];
    double least, greatest, em = theme_em(plot->theme);
    SizeScale scale = { .radius = MAX(LEAST_DENSE_RADIUS,
                                      plot->theme->point_radius * 1.15 * scatter_thinness(plot)) };

    if (size == NULL) {
        for (gsize i = 0; i < plot->frame->table->length; i++)
            radii[i] = scale.radius;
        return scale.radius;
    }
    bind_extent(size->values, size->length, &least, &greatest);
    scale.greatest = greatest;
    scale.radius = MIN(LARGEST * em, LARGEST_SHARE * MIN(plot->size.width, plot->size.height)) /
                   sqrt(sqrt(plot->n_panels));
    for (gsize i = 0; i < size->length; i++)
        radii[i] = MAX(LEAST_RADIUS, size_radius(&scale, size->values[i]));
    scatter_bind_sizes(plot, &scale, least);
    return MAX(LEAST_RADIUS, scale.radius);
}
