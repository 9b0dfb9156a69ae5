#include "plot/annotate.h"

#include "plot/bind.h"
#include "plot/pairs.h"
#include "plot/panel_names.h"

#include <string.h>

/* A place on an axis as typed: a number, a time, or the name of a category. */
static gboolean
annotate_place(const AxisSpec *axis, const char *key, const char *text, double *ret_value,
               GError **error)
{
    g_autofree char *quoted = NULL;

    for (guint i = 0; axis->kind == SCALE_BAND && i < axis->n_categories; i++)
        if (g_strcmp0(axis->categories[i], text) == 0) {
            *ret_value = i;
            return TRUE;
        }
    if (axis->times != NULL && bind_parse_value(axis, text, ret_value)) {
        *ret_value = (double)calendar_between(axis->times[0],
                                              calendar_floor(*ret_value, axis->unit), axis->unit) /
                     MAX(1, axis->step);
        return TRUE;
    }
    if (axis->kind != SCALE_BAND && bind_parse_value(axis, text, ret_value))
        return TRUE;
    quoted = error_quote(text, -1, 40);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--annotate: %s=\"%s\" is no %s of this figure", key,
              quoted, axis->kind == SCALE_BAND ? "category" : "value");
    return FALSE;
}

static gboolean
annotate_one(Plot *plot, const char *text, Annotation *annotation, GError **error)
{
    static const char *const keys[] = { "x", "y", "text", "panel", NULL };
    char *values[G_N_ELEMENTS(keys)] = { NULL };
    gboolean ok = pairs_parse("annotate", text, keys, values, error);

    if (ok && (values[0] == NULL || values[1] == NULL || values[2] == NULL)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--annotate: x=, y= and text= are needed in \"%s\"", text);
        ok = FALSE;
    }
    ok = ok && annotate_place(&plot->x, "x", values[0], &annotation->x, error) &&
         annotate_place(&plot->y, "y", values[1], &annotation->y, error) &&
         panel_names_find(plot, "annotate", values[3], &annotation->panels, error);
    /* A note is said once unless its panels are named. */
    if (ok && values[3] == NULL)
        annotation->panels = (PanelChoice){ 0, 0 };
    if (ok)
        annotation->text = arena_strdup(plot->arena, values[2]);
    for (guint i = 0; i < G_N_ELEMENTS(values); i++)
        g_free(values[i]);
    return ok;
}

gboolean
annotate_bind(Plot *plot, GError **error)
{
    const GPtrArray *notes = plot->spec->annotate;

    if (notes == NULL)
        return TRUE;
    plot->annotations = arena_new0(plot->arena, Annotation, notes->len);
    for (; plot->n_annotations < notes->len; plot->n_annotations++)
        if (!annotate_one(plot, notes->pdata[plot->n_annotations],
                          &plot->annotations[plot->n_annotations], error))
            return FALSE;
    return TRUE;
}
