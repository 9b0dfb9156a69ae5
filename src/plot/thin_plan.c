#include "plot/thin_plan.h"

#include "plot/option.h"

/* Twice as fine as lines are drawn (mark/decimate.h), on the widest of the presets. */
#define STEPS_A_PX 8
#define USUAL_WIDTH 1280

/* Options under which a figure is the same without the rows that cannot be seen: they say how cells
 * are read, or what is written and in which look. Whatever is not here may look at every row. */
static const char *const harmless[] = {
    "x",        "y",         "delimiter",  "decimal",  "encoding",   "quotes",     "ragged",
    "max-rows", "max-bytes", "max-cell",   "title",    "subtitle",   "source",     "note",
    "alt",      "lang",      "x-label",    "y-label",  "x-unit",     "y-unit",     "x-format",
    "y-format", "grid",      "preset",     "width",    "height",     "scale",      "dpi",
    "theme",    "palette",   "fill-color", "font",     "background", "output",     "format",
    "mkdir",    "strict",    "lint",       "svg-text", "metadata",   "max-pixels", NULL
};

CsvThinning
thin_plan(const Spec *spec, const ChartType *chart)
{
    const char *x = spec->channels[CHANNEL_X], *y = spec->channels[CHANNEL_Y];
    double width = USUAL_WIDTH;

    if (chart == NULL || !chart->thins || x == NULL || y == NULL)
        return (CsvThinning){ .steps = 0 };
    for (guint i = 0; i < option_count; i++)
        if (spec->given[i] != 0 && !g_strv_contains(harmless, option_defs[i].name))
            return (CsvThinning){ .steps = 0 };
    if (option_is_given(spec, "width"))
        width = MAX(width, spec->width);
    return (CsvThinning){ .x = x, .y = y, .steps = (gsize)(STEPS_A_PX * width) };
}
