// The files that a figure is made from.
#include "figure/figure.h"

static void
inputs_add(GPtrArray *inputs, const OptionDef *def, const char *value)
{
    const char *file = value != NULL ? option_file(def, value) : NULL;

    if (file != NULL)
        g_ptr_array_add(inputs, (gpointer)file);
}

GPtrArray *
figure_inputs(const Figure *figure)
{
    GPtrArray *inputs = g_ptr_array_new();

    if (figure->data != NULL && figure->bytes == NULL)
        g_ptr_array_add(inputs, figure->data);
    for (const OptionDef *def = option_defs; def->name != NULL; def++) {
        gconstpointer field = G_STRUCT_MEMBER_P(figure->spec, def->offset);
        const GPtrArray *texts = def->type == OPTION_TEXTS ? *(GPtrArray *const *)field : NULL;

        if (def->of_run)
            continue;
        if (def->type == OPTION_TEXT)
            inputs_add(inputs, def, *(char *const *)field);
        for (guint i = 0; texts != NULL && i < texts->len; i++)
            inputs_add(inputs, def, texts->pdata[i]);
    }
    return inputs;
}
