#include "plot/picked_names.h"

#include "plot/bind.h"
#include "plot/palette.h"

/* A copy of the plain series under another colour. They have no name, so that no key is drawn: the
 * name stands at the mark. */
static guint
picked_names_add(Plot *plot, const Series *series)
{
    Series *all = arena_new0(plot->arena, Series, plot->n_series + 1);

    for (guint i = 0; i < plot->n_series; i++)
        all[i] = plot->series[i];
    all[plot->n_series] = *series;
    plot->series = all;
    return plot->n_series++;
}

static void
picked_names_mute_others(Plot *plot, const char *const *names, gsize n, guint *series)
{
    const GPtrArray *wanted = plot->spec->highlight;
    guint muted = picked_names_add(plot, &(Series){ .color = plot->theme->muted,
                                                    .text_color = plot->theme->axis.color,
                                                    .muted = TRUE });

    for (gsize i = 0; i < n; i++) {
        series[i] = muted;
        for (guint k = 0; k < wanted->len && names[i] != NULL; k++)
            if (frame_name_matches(names[i], wanted->pdata[k]))
                series[i] = 0;
    }
}

static void
picked_names_color(Plot *plot, const ColorName *wanted, const char *const *names, gsize n,
                   guint *series)
{
    guint own = 0;

    for (gsize i = 0; i < n; i++) {
        if (names[i] == NULL || !frame_name_matches(names[i], wanted->name))
            continue;
        if (own == 0)
            own = picked_names_add(
                plot, &(Series){ .category = names[i],
                                 .color = wanted->color,
                                 .text_color = palette_text_color(plot->theme, wanted->color) });
        if (!plot->series[series[i]].muted)
            series[i] = own;
    }
}

void
picked_names_apply(Plot *plot, const char *const *names, gsize n, guint *series)
{
    if (plot->frame->columns[CHANNEL_COLOR] != NULL)
        return;
    if (bind_highlights_series(plot))
        picked_names_mute_others(plot, names, n, series);
    for (guint i = 0; i < plot->n_color_names; i++)
        picked_names_color(plot, &plot->color_names[i], names, n, series);
}

void
picked_names_know(Plot *plot, const char *name)
{
    if (plot->place_names == NULL) {
        plot->place_names = g_ptr_array_new();
        arena_own(plot->arena, plot->place_names, (GDestroyNotify)g_ptr_array_unref);
    }
    g_ptr_array_add(plot->place_names, (gpointer)name);
}

gboolean
picked_names_has(const Plot *plot, const char *name)
{
    const GPtrArray *wanted = plot->spec->highlight;

    for (guint i = 0; wanted != NULL && name != NULL && i < wanted->len; i++)
        if (frame_name_matches(name, wanted->pdata[i]))
            return TRUE;
    return FALSE;
}
