// A theme from an INI file: the group [theme], in it first `base = NAME`, then any of theme_fields.
#pragma once

#include "base/report.h"
#include "io/ini.h"
#include "theme/theme_field.h"

/* The theme that the file begins with: light, if it names none. Group and keys are checked. NULL
 * and an error with file and line. */
const Theme *theme_file_base(const Ini *ini, GError **error);

/* Sets the fields of the file; texts are copied into the arena. */
gboolean theme_file_apply(const Ini *ini, Arena *arena, Theme *theme, GError **error);

/* Warns of words and lines of the theme, and of series' colours, that are hard to see. */
void theme_file_check_contrast(const Ini *ini, const Theme *theme, Report *report);
