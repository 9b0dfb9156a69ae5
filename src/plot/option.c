#include "plot/option.h"

#include <string.h>

#define OPTION(...) OPTION_ROW(FALSE, __VA_ARGS__)
#define OPTION_OF_RUN(...) OPTION_ROW(TRUE, __VA_ARGS__)
#define OPTION_ROW(option_of_run, option_name, option_alias, option_type, field, option_metavar, \
                   option_choices, option_min, option_max, option_fallback, option_group,        \
                   option_charts, option_help)                                                   \
    { .name = option_name,                                                                       \
      .alias = option_alias,                                                                     \
      .type = OPTION_##option_type,                                                              \
      .offset = G_STRUCT_OFFSET(Spec, field),                                                    \
      .metavar = option_metavar,                                                                 \
      .choices = option_choices,                                                                 \
      .min = option_min,                                                                         \
      .max = option_max,                                                                         \
      .fallback = option_fallback,                                                               \
      .group = OPTION_GROUP_##option_group,                                                      \
      .charts = option_charts,                                                                   \
      .of_run = option_of_run,                                                                   \
      .help = option_help },
const OptionDef option_defs[] = {
#include "plot/option_table.inc"
    { .name = NULL },
};
#undef OPTION
#undef OPTION_OF_RUN
#undef OPTION_ROW

const guint option_count = G_N_ELEMENTS(option_defs) - 1;

const char *
option_group_title(OptionGroup group)
{
    switch (group) {
    case OPTION_GROUP_CHANNELS:
        return "Channels";
    case OPTION_GROUP_READING:
        return "Reading";
    case OPTION_GROUP_SHAPING:
        return "Shaping";
    case OPTION_GROUP_WORDS:
        return "Words";
    case OPTION_GROUP_SCALES:
        return "Scales";
    case OPTION_GROUP_GUIDES:
        return "Guides and notes";
    case OPTION_GROUP_MAP:
        return "Maps and relations";
    case OPTION_GROUP_LOOK:
        return "Look and size";
    case OPTION_GROUP_FILES:
        return "Files";
    case OPTION_GROUP_BATCH:
        return "Batch";
    case OPTION_GROUP_COUNT:
        break;
    }
    g_assert_not_reached();
}

const OptionDef *
option_find(const char *name)
{
    for (const OptionDef *def = option_defs; def->name != NULL; def++)
        if (strcmp(def->name, name) == 0 || g_strcmp0(def->alias, name) == 0)
            return def;
    return NULL;
}

gboolean
option_is_given(const Spec *spec, const char *name)
{
    const OptionDef *def = option_find(name);

    g_assert(def != NULL);
    return spec->given[def - option_defs] != 0;
}

GPtrArray *
option_split_list(const char *text)
{
    GPtrArray *items = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) item = g_string_new(NULL);
    gboolean quoted = FALSE;

    for (const char *p = text;; p++) {
        if (*p == '"' && quoted && p[1] == '"') {
            g_string_append_c(item, *p++);
        } else if (*p == '"') {
            quoted = !quoted;
        } else if (*p == '\0' || (*p == ',' && !quoted)) {
            char *copy = g_strstrip(g_strdup(item->str));

            g_string_truncate(item, 0);
            if (*copy != '\0')
                g_ptr_array_add(items, copy);
            else
                g_free(copy);
            if (*p == '\0')
                break;
        } else {
            g_string_append_c(item, *p);
        }
    }
    return items;
}
