#include "charts/scatter.h"

#include "mark/disc_image.h"
#include "plot/bind.h"
#include "plot/size_key.h"

/* Bubbles: the largest radius as a share of the shorter side of the page, and at most, px at text
 * of 13 px. */
#define LARGEST_SHARE 0.055
#define LARGEST 26.0
/* Smaller bubbles would not be seen; the key says which values they stand for. */
#define LEAST_RADIUS 2.0

/* Of many points each is smaller, but a point alone is still seen. */
#define LEAST_DENSE_RADIUS 1.0

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
scatter_radius(const ScatterLayer *scatter, gsize item)
{
    return scatter->layer.radii != NULL ? scatter->layer.radii[item] : scatter->radius;
}

const double *
scatter_radii(Plot *plot, double *ret_largest)
{
    const Column *size = plot->frame->columns[CHANNEL_SIZE];
    double least, greatest, *radii, em = theme_em(plot->theme);
    SizeScale scale = { .radius = MAX(LEAST_DENSE_RADIUS,
                                      plot->theme->point_radius * 1.15 * scatter_thinness(plot)) };

    if (size == NULL) {
        *ret_largest = scale.radius;
        return NULL;
    }
    bind_extent(size->values, size->length, &least, &greatest);
    scale.greatest = greatest;
    scale.radius = MIN(LARGEST * em, LARGEST_SHARE * MIN(plot->size.width, plot->size.height)) /
                   sqrt(sqrt(plot->n_panels));
    radii = arena_new0(plot->arena, double, size->length);
    for (gsize i = 0; i < size->length; i++)
        radii[i] = MAX(LEAST_RADIUS, size_radius(&scale, size->values[i]));
    size_key_bind(plot, &(SizeKeyRequest){ .values = size->values,
                                           .n = size->length,
                                           .least = least,
                                           .scale = scale,
                                           .least_radius = LEAST_RADIUS,
                                           .title = plot->frame->titles[CHANNEL_SIZE],
                                           .unit = plot->frame->units[CHANNEL_SIZE] });
    *ret_largest = MAX(LEAST_RADIUS, scale.radius);
    return radii;
}
