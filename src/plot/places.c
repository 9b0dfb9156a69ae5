#include "plot/places.h"

#include "plot/bind.h"
#include "plot/facets.h"

static gboolean
places_choose_channels(const Plot *plot, Places *places, GError **error)
{
    const Column *x = plot->frame->columns[CHANNEL_X], *y = plot->frame->columns[CHANNEL_Y];

    /* Between two columns of numbers y is the value, unless --y-scale band says otherwise. */
    if (y->type == COLUMN_NUMBER &&
        (x->type != COLUMN_NUMBER || plot->spec->y.scale != SCALE_CHOICE_BAND)) {
        places->position = CHANNEL_X;
        places->value = CHANNEL_Y;
    } else if (x->type == COLUMN_NUMBER) {
        places->position = CHANNEL_Y;
        places->value = CHANNEL_X;
    } else {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "%s needs a column of numbers on --x or --y: \"%s\" is %s and \"%s\" is %s; "
                  "count() counts rows",
                  plot->chart->name, x->name, column_type_name(x->type), y->name,
                  column_type_name(y->type));
        return FALSE;
    }
    return TRUE;
}

gboolean
places_bind(Plot *plot, Places *places, GError **error)
{
    if (!places_choose_channels(plot, places, error))
        return FALSE;
    frame_leave_out_missing(plot->frame, places->position, plot->report);
    if (!frame_check_unique(plot->frame, places->value, error) ||
        !facets_bind(plot, &places->panels, error))
        return FALSE;
    places->series = bind_series(plot);
    places->categories = categories_new(plot, places->position);
    return TRUE;
}

/* The sum of the values of each category; NaN without any. */
static double *
places_sums(Plot *plot, const Places *places)
{
    const double *values = plot->frame->columns[places->value]->values;
    double *sums = arena_new0(plot->arena, double, places->categories.n + 1);

    for (guint i = 0; i < places->categories.n; i++)
        sums[i] = NAN;
    for (gsize row = 0; row < plot->frame->table->length; row++) {
        double at = places->categories.index[row];

        if (isnan(at) || !isfinite(values[row]))
            continue;
        sums[(guint)at] = (isnan(sums[(guint)at]) ? 0 : sums[(guint)at]) + values[row];
    }
    return sums;
}

static gboolean
places_stand(const Plot *plot, const Places *places)
{
    switch ((OrientChoice)plot->spec->orient) {
    case ORIENT_VERTICAL:
        return TRUE;
    case ORIENT_HORIZONTAL:
        return FALSE;
    case ORIENT_AUTO:
        break;
    }
    return places->value == CHANNEL_Y &&
           (places->categories.ordered || categories_fit_upright(plot, &places->categories));
}

void
places_orient(Plot *plot, Places *places)
{
    places->upright = places_stand(plot, places);
    plot->upright = places->upright;
    places->value_axis = places->upright ? &plot->y : &plot->x;
    places->band_axis = places->upright ? &plot->x : &plot->y;
}

gboolean
places_arrange(Plot *plot, Places *places, const double *weights, GError **error)
{
    if (!categories_arrange(plot, &places->categories,
                            weights != NULL ? weights : places_sums(plot, places), places->value,
                            error))
        return FALSE;
    places_orient(plot, places);
    return TRUE;
}

gboolean
places_axes(Plot *plot, Places *places, double min, double max, gboolean from_zero, double room,
            double row, GError **error)
{
    gboolean ok;

    categories_set_axis(&places->categories, places->band_axis);
    places->band_axis->training = TRAIN_NAMES;
    places->band_axis->padding = plot->theme->band_padding;
    places->band_axis->max_step = places->upright ? 0 : plot_bar_room(plot, 64);
    places->band_axis->grid = TRUE;
    if (!bind_axis_options(plot, places->position, places->band_axis, error))
        return FALSE;
    ok = from_zero
             ? bind_measure_axis(plot, places->value, places->value_axis, min, max, TRUE, error)
             : bind_place_axis(plot, places->value, places->value_axis, min, max, room, error);
    if (ok && !places->upright)
        categories_grow(plot, &places->categories, row);
    return ok;
}

void
places_highlight(Plot *plot, Places *places)
{
    categories_highlight(plot, &places->categories, places->series);
}
