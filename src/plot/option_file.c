#include "plot/option.h"

#include "plot/theme_choice.h"

#include <string.h>

/* What the user is told decides: the row's metavar. */
const char *
option_file(const OptionDef *def, const char *value)
{
    if (def->metavar == NULL)
        return NULL;
    if (strcmp(def->metavar, "FILE") == 0)
        return value;
    if (g_str_has_suffix(def->metavar, "|@FILE"))
        return *value == '@' ? value + 1 : NULL;
    if (g_str_has_suffix(def->metavar, "|FILE"))
        return theme_is_file(value) ? value : NULL;
    return NULL;
}
