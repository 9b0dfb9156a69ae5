// Themes for guides in tests: whole numbers of px.
#pragma once

#include "theme/theme.h"

/* A theme whose axis text is 12 px: letters of the fixed measurer are 6 px wide then. */
static inline const Theme *
page_theme(const char *name)
{
    static Theme copies[2];
    Theme *copy = &copies[theme_find(name)->dark ? 1 : 0];

    *copy = *theme_find(name);
    copy->axis.size = 12;
    copy->tick_length = 5;
    return copy;
}
