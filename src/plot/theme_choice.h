// Which theme a figure has: one by name or from a file, the sizes of its preset, the user's font
// and background.
#pragma once

#include "base/arena.h"
#include "base/report.h"
#include "plot/spec.h"
#include "theme/theme.h"

/* Fills *ret_theme; texts of a theme file live in the arena. Colours of a file that cannot be seen
 * are warned of, with their line. FALSE for a theme that does not exist, or a file with mistakes.
 */
gboolean theme_choose(const Spec *spec, Arena *arena, Report *report, Theme *ret_theme,
                      GError **error);

/* Whether a value of --theme is the name of a file, not of a theme. */
gboolean theme_is_file(const char *name);
