// From a figure to bytes and files.
#include "figure/figure_work.h"
#include "figure/output_plan.h"
#include "figure/shown.h"
#include "io/atomic_file.h"

#include <errno.h>
#include <glib/gstdio.h>

#define MAX_QUOTED 200

/* The hash is that of the bytes as they were before the drawing, where it could be taken then. */
char *
figure_hash_of_format(const Figure *figure, const OutputFormat *format, GError **error)
{
    g_autofree char *hash =
        figure->hash != NULL ? g_strdup(figure->hash) : figure_hash(figure, error);
    g_autofree char *fonts = NULL;

    return hash != NULL && figure_fonts(figure, format, &fonts, error)
               ? g_strconcat(hash, fonts, NULL)
               : NULL;
}

gboolean
figure_say(const Figure *figure, const OutputFormat *format, Shown *ret_said, GError **error)
{
    g_auto(Shown) said = { .command = NULL };
    GError *inner = NULL;

    if (figure->spec->metadata) {
        said.command = figure_command(figure);
        said.hash = figure_hash_of_format(figure, format, &inner);
    }
    if (inner != NULL) {
        g_propagate_error(error, inner);
        return FALSE;
    }
    *ret_said = said;
    said = (Shown){ .command = NULL };
    return TRUE;
}

OutputOptions
figure_output_options(const Figure *figure, const Shown *said)
{
    const Spec *spec = figure->spec;

    return (OutputOptions){
        .scale = option_is_given(spec, "dpi") ? spec->dpi / 96 : spec->scale,
        .outlines = spec->svg_text != 0,
        .metadata = spec->metadata,
        .max_pixels = (guint64)spec->max_pixels,
        .command = said->command,
        .hash = said->hash,
    };
}

static GBytes *
output_bytes(const Figure *figure, const OutputFormat *format, GError **error)
{
    g_auto(Shown) said = { .command = NULL };
    OutputOptions options;

    if (!figure_say(figure, format, &said, error))
        return NULL;
    options = figure_output_options(figure, &said);
    return format->write(figure->scene, &options, error);
}

static GBytes *
output_table_bytes(const Figure *figure, const DataTableFormat *format)
{
    GString *out = g_string_new(NULL);

    format->append(figure->table, out);
    return g_string_free_to_bytes(out);
}

static gboolean
output_make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *quoted = NULL;

    if (g_mkdir_with_parents(folder, 0777) == 0)
        return TRUE;
    quoted = error_quote(folder, -1, MAX_QUOTED);
    error_set(error, ERROR_OUTPUT, WHERE_NONE, "cannot make the folder \"%s\": %s", quoted,
              g_strerror(errno));
    return FALSE;
}

static gboolean
outputs_draw(Figure *figure, GArray *outputs, GError **error)
{
    report_lap(figure->report, NULL);
    for (guint i = 0; i < outputs->len; i++) {
        Output *output = &g_array_index(outputs, Output, i);

        if (output->table != NULL) {
            output->bytes = output_table_bytes(figure, output->table);
            report_lap(figure->report, "table");
            continue;
        }
        if (!figure_check_glyphs(figure, output->format, error))
            return FALSE;
        output->bytes = output_bytes(figure, output->format, error);
        if (output->bytes == NULL)
            return FALSE;
        report_lap(figure->report, output->format->name);
    }
    return TRUE;
}

static void
append_files(GArray *files, const GArray *outputs, gboolean tables)
{
    for (guint i = 0; i < outputs->len; i++) {
        const Output *output = &g_array_index(outputs, Output, i);

        if ((output->table != NULL) == tables)
            g_array_append_vals(files, &(AtomicFile){ output->path, output->bytes }, 1);
    }
}

/* All bytes are there: what cannot be drawn, or finds no room on the disk, leaves every old file as
 * it was. The table takes its name first: it says nothing of itself, so that a figure that is up to
 * date vouches for it. */
static gboolean
outputs_write(const Figure *figure, const GArray *outputs, GError **error)
{
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(AtomicFile));
    gboolean written;

    for (guint i = 0; i < outputs->len && figure->spec->mkdir; i++)
        if (!output_make_folder(g_array_index(outputs, Output, i).path, error))
            return FALSE;
    append_files(files, outputs, TRUE);
    append_files(files, outputs, FALSE);
    written = atomic_files_write((const AtomicFile *)(gconstpointer)files->data, files->len, error);
    report_lap(figure->report, "write");
    return written;
}

static gboolean
figure_write_planned(Figure *figure, GArray *outputs, GError **error)
{
    return outputs_check_folders(figure, outputs, error) && figure_draw(figure, NULL, error) &&
           outputs_draw(figure, outputs, error) && outputs_write(figure, outputs, error);
}

GBytes *
figure_table_bytes(Figure *figure, GError **error)
{
    const DataTableFormat *format = data_table_format_for_path(figure->spec->data_table, error);

    return format != NULL && figure_draw(figure, NULL, error) ? output_table_bytes(figure, format)
                                                              : NULL;
}

gboolean
figure_try(Figure *figure, GError **error)
{
    g_autoptr(GArray) outputs = outputs_plan_own(figure, error);

    return outputs != NULL && figure_draw(figure, NULL, error) &&
           outputs_draw(figure, outputs, error);
}

gboolean
figure_write(Figure *figure, const char *path, GError **error)
{
    g_autoptr(GArray) outputs = outputs_plan(figure, &path, 1, error);

    return outputs != NULL && figure_write_planned(figure, outputs, error);
}

gboolean
figure_write_outputs(Figure *figure, GError **error)
{
    g_autoptr(GArray) outputs = outputs_plan_own(figure, error);

    return outputs != NULL && figure_write_planned(figure, outputs, error);
}

GBytes *
figure_render(Figure *figure, const char *name, GError **error)
{
    const OutputFormat *format = output_format_by_name(name, error);

    if (format == NULL || !figure_check_options(figure, error) ||
        !figure_draw(figure, NULL, error) || !figure_check_glyphs(figure, format, error))
        return NULL;
    return output_bytes(figure, format, error);
}
