// The files that a figure is made from.
#include "figure/figure.h"

#include "plot/theme_choice.h"

GPtrArray *
figure_inputs(const Figure *figure)
{
    const Spec *spec = figure->spec;
    const char *const files[] = { spec->join, spec->map.areas, spec->map.places, spec->map.callouts,
                                  spec->map.boundaries };
    GPtrArray *inputs = g_ptr_array_new();

    if (figure->data != NULL && figure->bytes == NULL)
        g_ptr_array_add(inputs, figure->data);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        if (files[i] != NULL)
            g_ptr_array_add(inputs, (gpointer)files[i]);
    if (spec->theme != NULL && theme_is_file(spec->theme))
        g_ptr_array_add(inputs, spec->theme);
    for (guint i = 0; spec->colors != NULL && i < spec->colors->len; i++) {
        char *value = spec->colors->pdata[i];

        if (*value == '@')
            g_ptr_array_add(inputs, value + 1);
    }
    return inputs;
}
