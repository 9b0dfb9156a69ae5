#include "theme/theme.h"

#include <string.h>

#define THEME(name) extern const Theme theme_##name;
#include "theme/theme_table.inc"
#undef THEME

const Theme *const themes[] = {
#define THEME(name) &theme_##name,
#include "theme/theme_table.inc"
#undef THEME
    NULL,
};

const Theme *
theme_find(const char *name)
{
    for (guint i = 0; themes[i] != NULL; i++)
        if (strcmp(themes[i]->name, name) == 0)
            return themes[i];
    return NULL;
}

const char **
theme_names(void)
{
    const char **names = g_new0(const char *, G_N_ELEMENTS(themes));

    for (guint i = 0; themes[i] != NULL; i++)
        names[i] = themes[i]->name;
    return names;
}
