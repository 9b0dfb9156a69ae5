#include "plot/spec.h"

#include "plot/option.h"

static void
spec_set_default(Spec *spec, const OptionDef *def)
{
    g_autoptr(GError) error = NULL;

    spec->given[def - option_defs] = FALSE;
    /* A default that the table's own parser refuses is a mistake in the table. */
    if (def->fallback != NULL && !option_set(spec, def, def->fallback, &error))
        g_error("default of --%s: %s", def->name, error->message);
    spec->given[def - option_defs] = FALSE;
}

Spec *
spec_new(void)
{
    Spec *spec = g_new0(Spec, 1);

    spec->given = g_new0(guint8, option_count + 1);
    for (const OptionDef *def = option_defs; def->name != NULL; def++)
        spec_set_default(spec, def);
    return spec;
}

/* As in a spec of zeros. */
static void
spec_clear_field(Spec *spec, const OptionDef *def)
{
    gpointer field = G_STRUCT_MEMBER_P(spec, def->offset);

    switch (def->type) {
    case OPTION_TEXT:
        g_clear_pointer((char **)field, g_free);
        return;
    case OPTION_TEXTS:
    case OPTION_NAMES:
        g_clear_pointer((GPtrArray **)field, g_ptr_array_unref);
        return;
    case OPTION_RANGE:
        g_free(((OptionRange *)field)->from_text);
        g_free(((OptionRange *)field)->to_text);
        *(OptionRange *)field = (OptionRange){ .given = FALSE };
        return;
    case OPTION_SWITCH:
        *(gboolean *)field = FALSE;
        return;
    case OPTION_CHOICE:
    case OPTION_MODE:
        *(int *)field = 0;
        return;
    case OPTION_INTEGER:
        *(gint64 *)field = 0;
        return;
    case OPTION_NUMBER:
    case OPTION_LENGTH:
        *(double *)field = 0;
        return;
    case OPTION_COLOR:
        *(Color *)field = (Color){ .a = 0 };
        return;
    case OPTION_CHAR:
        *(char *)field = '\0';
        return;
    }
    g_assert_not_reached();
}

void
option_clear(Spec *spec, const OptionDef *def)
{
    spec_clear_field(spec, def);
    spec_set_default(spec, def);
}

void
spec_free(Spec *spec)
{
    if (spec == NULL)
        return;
    for (const OptionDef *def = option_defs; def->name != NULL; def++)
        spec_clear_field(spec, def);
    g_free(spec->given);
    g_free(spec);
}

const AxisOptions *
spec_axis(const Spec *spec, Channel channel)
{
    switch (channel) {
    case CHANNEL_X:
        return &spec->x;
    case CHANNEL_Y:
        return &spec->y;
    case CHANNEL_COLOR:
        return &spec->color;
    case CHANNEL_WEIGHT:
        return &spec->map.weight;
    case CHANNEL_FILL:
        return &spec->map.fill;
    case CHANNEL_SYMBOLS:
        return &spec->map.symbols;
    case CHANNEL_SIZE:
    case CHANNEL_LABEL:
    case CHANNEL_LOW:
    case CHANNEL_HIGH:
    case CHANNEL_END:
    case CHANNEL_FACET:
    case CHANNEL_FACET_ROWS:
    case CHANNEL_FROM:
    case CHANNEL_TO:
    case CHANNEL_PLACE:
    case CHANNEL_AREA:
    case CHANNEL_HATCH:
    case CHANNEL_COUNT:
        break;
    }
    return NULL;
}
