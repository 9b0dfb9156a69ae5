#include "data/csv_part.h"

#include "data/csv_lines.h"

#include <string.h>

CsvRecipe
csv_recipe_copy(const CsvRecipe *recipe)
{
    CsvBuild *builds = g_new0(CsvBuild, recipe->n);

    for (guint i = 0; i < recipe->n; i++)
        builds[i] = (CsvBuild){
            .mode = recipe->builds[i].mode,
            .na = recipe->builds[i].na,
            .points = recipe->builds[i].points,
        };
    return (CsvRecipe){ recipe->delimiter, recipe->n, builds };
}

void
csv_recipe_clear(CsvRecipe *recipe)
{
    g_free((gpointer)recipe->builds);
    *recipe = (CsvRecipe){ .n = 0 };
}

void
csv_part_clear(CsvPart *part)
{
    for (guint i = 0; i < part->n; i++)
        csv_build_clear(&part->builds[i]);
    g_free(part->builds);
    *part = (CsvPart){ .n = 0 };
}

/* Empty builds with room for rows. */
static gboolean
start_builds(CsvPart *part, const CsvRecipe *recipe, gsize rows)
{
    if (part->builds == NULL) {
        part->builds = g_new0(CsvBuild, recipe->n);
        part->n = recipe->n;
    }
    for (guint i = 0; i < part->n; i++) {
        part->builds[i].na = recipe->builds[i].na;
        part->builds[i].points = recipe->builds[i].points;
        csv_build_restart(&part->builds[i], recipe->builds[i].mode);
        if (!csv_build_reserve(&part->builds[i], rows))
            return FALSE;
    }
    return TRUE;
}

/* Odd cells are few, or the column is another one than its first rows promised: in both cases
 * whoever has the rows before takes them. */
static gboolean
has_odd(const CsvPart *part)
{
    for (guint i = 0; i < part->n; i++)
        if (part->builds[i].given_up ||
            (part->builds[i].odd != NULL && part->builds[i].odd->len > 0))
            return TRUE;
    return FALSE;
}

void
csv_part_take(CsvPart *part, const CsvRecipe *recipe, const char *bytes, gsize length)
{
    gsize plain = csv_lines_plain(bytes, length);
    CsvLines lines = { .at = bytes, .end = bytes + plain, .delimiter = recipe->delimiter };

    part->n_rows = part->length = 0;
    if (plain == 0 || !start_builds(part, recipe, plain / recipe->n + 1))
        return;
    csv_lines_take(&lines, part->builds, recipe->n);
    if (lines.n_cells > 0 || has_odd(part))
        return;
    part->n_rows = lines.n_rows;
    part->length = (gsize)(lines.at - bytes);
}

void
csv_part_append(const CsvPart *part, CsvBuild *builds)
{
    for (guint i = 0; i < part->n; i++)
        csv_build_append(&builds[i], &part->builds[i]);
}
