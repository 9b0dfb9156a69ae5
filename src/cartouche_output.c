// From a figure to bytes and files.
#include "cartouche_figure.h"

#include "backend/output_format.h"
#include "io/atomic_file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_QUOTED 200

/* One file to be: planned, then drawn, then written. */
typedef struct {
    const char *path;             /* borrowed */
    const OutputFormat *format;   /* NULL: the table of its data */
    const DataTableFormat *table; /* NULL: the figure */
    GBytes *bytes;
} Output;

static void
output_clear(gpointer data)
{
    g_clear_pointer(&((Output *)data)->bytes, g_bytes_unref);
}

static GArray *
outputs_new(void)
{
    GArray *outputs = g_array_new(FALSE, FALSE, sizeof(Output));

    g_array_set_clear_func(outputs, output_clear);
    return outputs;
}

static const char **
format_names(gboolean extensions)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; output_formats[i] != NULL; i++)
        g_ptr_array_add(
            names, (gpointer)(extensions ? output_formats[i]->extension : output_formats[i]->name));
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}

static const OutputFormat *
format_by_name(const char *name, GError **error)
{
    const OutputFormat *format = output_format_find(name);

    if (format == NULL) {
        g_autofree const char **names = format_names(FALSE);
        g_autofree char *list = g_strjoinv(", ", (char **)names);
        g_autofree char *near = error_suggest(name, names);
        g_autofree char *quoted = error_quote(name, -1, 60);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--format: \"%s\" is not one of %s%s", quoted,
                  list, near);
    }
    return format;
}

static const OutputFormat *
format_unknown(const char *path, GError **error)
{
    const char *dot = strrchr(path, '.');
    gboolean has_extension = dot != NULL && strchr(dot, G_DIR_SEPARATOR) == NULL;
    g_autofree const char **names = format_names(TRUE);
    g_autofree char *list = g_strjoinv(", ", (char **)names);
    g_autofree char *near = error_suggest(has_extension ? dot : "", names);
    g_autofree char *quoted = error_quote(path, -1, MAX_QUOTED);

    if (strcmp(path, "-") == 0)
        error_set(error, ERROR_USAGE, WHERE_NONE, "-o - needs --format");
    else
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "output \"%s\": its extension is none of %s%s; or say --format", quoted, list,
                  near);
    return NULL;
}

static const OutputFormat *
format_for(const ct_figure *figure, const char *path, GError **error)
{
    const OutputFormat *format = output_format_for_path(path);

    if (format != NULL)
        return format;
    if (figure->spec->format != NULL)
        return format_by_name(figure->spec->format, error);
    return format_unknown(path, error);
}

/* The file behind a name; "-" stands for the stream that the system calls so. */
static const char *
stream_path(const char *path, const char *stream)
{
    return strcmp(path, "-") == 0 ? stream : path;
}

/* Devices and pipes may well be both: only a file would be lost. */
static gboolean
is_one_file(const char *a, const char *b)
{
    return g_file_test(a, G_FILE_TEST_IS_REGULAR) && file_is_same(a, b);
}

/* Files that are not there yet have no more than their names. */
static gboolean
is_one_name(const char *a, const char *b)
{
    g_autofree char *full_a = g_canonicalize_filename(a, NULL);
    g_autofree char *full_b = g_canonicalize_filename(b, NULL);

    return strcmp(full_a, full_b) == 0;
}

static gboolean
output_refuse(const char *path, const char *why, GError **error)
{
    g_autofree char *quoted = error_quote(path, -1, MAX_QUOTED);

    error_set(error, ERROR_USAGE, WHERE_NONE, "output \"%s\" %s", quoted, why);
    return FALSE;
}

static gboolean
output_check(const ct_figure *figure, const GArray *outputs, const char *path, GError **error)
{
    const char *target = stream_path(path, "/dev/stdout");
    g_autoptr(GPtrArray) inputs = NULL;

    if (*path == '\0') {
        error_set(error, ERROR_USAGE, WHERE_NONE, "the name of an output is empty");
        return FALSE;
    }
    inputs = figure_inputs(figure);
    for (guint i = 0; i < inputs->len; i++)
        if (is_one_file(target, stream_path(inputs->pdata[i], "/dev/stdin")))
            return output_refuse(path, "is the input; it would be lost", error);
    for (guint i = 0; i < outputs->len; i++) {
        const char *other = stream_path(g_array_index(outputs, Output, i).path, "/dev/stdout");

        if (is_one_name(other, target) || is_one_file(other, target))
            return output_refuse(path, "is named twice", error);
    }
    return TRUE;
}

static gboolean
output_plan(const ct_figure *figure, GArray *outputs, const char *path, GError **error)
{
    Output output = { .path = path };

    if (!output_check(figure, outputs, path, error))
        return FALSE;
    output.format = format_for(figure, path, error);
    if (output.format == NULL)
        return FALSE;
    g_array_append_val(outputs, output);
    return TRUE;
}

static gboolean
output_plan_table(const ct_figure *figure, GArray *outputs, GError **error)
{
    Output output = { .path = figure->spec->data_table };

    if (output.path == NULL)
        return TRUE;
    output.table = data_table_format_for_path(output.path, error);
    if (output.table == NULL || !output_check(figure, outputs, output.path, error))
        return FALSE;
    g_array_append_val(outputs, output);
    return TRUE;
}

/* A --format that decides nothing and says something else is a mistake. */
static gboolean
check_format_is_used(const ct_figure *figure, const GArray *outputs, GError **error)
{
    const char *name = figure->spec->format;
    const OutputFormat *format;

    if (name == NULL)
        return TRUE;
    format = format_by_name(name, error);
    if (format == NULL)
        return FALSE;
    for (guint i = 0; i < outputs->len; i++)
        if (g_array_index(outputs, Output, i).format == format)
            return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--format %s decides nothing here: every output has an extension of its own", name);
    return FALSE;
}

/* Found before the data are read, so that no other output is written either. */
static gboolean
check_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *quoted_path = error_quote(path, -1, MAX_QUOTED);
    g_autofree char *quoted = error_quote(folder, -1, MAX_QUOTED);

    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        error_set(error, ERROR_OUTPUT, WHERE_NONE, "cannot write \"%s\": it is a folder",
                  quoted_path);
    else if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return TRUE;
    else if (g_file_test(folder, G_FILE_TEST_EXISTS))
        error_set(error, ERROR_OUTPUT, WHERE_NONE, "cannot write \"%s\": \"%s\" is not a folder",
                  quoted_path, quoted);
    else
        error_set(error, ERROR_OUTPUT, WHERE_NONE,
                  "cannot write \"%s\": there is no folder \"%s\"; --mkdir makes it", quoted_path,
                  quoted);
    return FALSE;
}

static gboolean
check_folders(const ct_figure *figure, const GArray *outputs, GError **error)
{
    for (guint i = 0; i < outputs->len && !figure->spec->mkdir; i++)
        if (!check_folder(g_array_index(outputs, Output, i).path, error))
            return FALSE;
    return TRUE;
}

static GBytes *
output_bytes(const ct_figure *figure, const OutputFormat *format, GError **error)
{
    const Spec *spec = figure->spec;
    g_autofree char *command = spec->metadata ? figure_command(figure) : NULL;
    g_autoptr(GError) inner = NULL;
    g_autofree char *hash = spec->metadata ? figure_hash(figure, &inner) : NULL;
    OutputOptions options = {
        .scale = option_is_given(spec, "dpi") ? spec->dpi / 96 : spec->scale,
        .outlines = spec->svg_text != 0,
        .metadata = spec->metadata,
        .max_pixels = (guint64)spec->max_pixels,
        .command = command,
        .hash = hash,
    };

    if (inner != NULL) {
        g_propagate_error(error, g_steal_pointer(&inner));
        return NULL;
    }
    return format->write(figure->scene, &options, error);
}

static GBytes *
output_table_bytes(const ct_figure *figure, const DataTableFormat *format)
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
outputs_draw(ct_figure *figure, GArray *outputs, GError **error)
{
    for (guint i = 0; i < outputs->len; i++) {
        Output *output = &g_array_index(outputs, Output, i);

        if (output->table != NULL) {
            output->bytes = output_table_bytes(figure, output->table);
            continue;
        }
        if (!figure_check_glyphs(figure, output->format, error))
            return FALSE;
        output->bytes = output_bytes(figure, output->format, error);
        if (output->bytes == NULL)
            return FALSE;
    }
    return TRUE;
}

/* All bytes are there: what cannot be drawn leaves every old file as it was. */
static gboolean
outputs_write(const ct_figure *figure, const GArray *outputs, GError **error)
{
    for (guint i = 0; i < outputs->len && figure->spec->mkdir; i++)
        if (!output_make_folder(g_array_index(outputs, Output, i).path, error))
            return FALSE;
    for (guint i = 0; i < outputs->len; i++) {
        const Output *output = &g_array_index(outputs, Output, i);

        if (!atomic_file_write(output->path, output->bytes, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
figure_write_all(ct_figure *figure, const char *const *paths, guint n, GError **error)
{
    g_autoptr(GArray) outputs = outputs_new();

    for (guint i = 0; i < n; i++)
        if (!output_plan(figure, outputs, paths[i], error))
            return FALSE;
    if (!output_plan_table(figure, outputs, error))
        return FALSE;
    return figure_check_options(figure, error) && check_format_is_used(figure, outputs, error) &&
           check_folders(figure, outputs, error) && figure_draw(figure, NULL, error) &&
           outputs_draw(figure, outputs, error) && outputs_write(figure, outputs, error);
}

bool
ct_figure_write(ct_figure *figure, const char *path, ct_error **error)
{
    GError *inner = NULL;

    return figure_write_all(figure, &path, 1, &inner) || error_give(error, inner);
}

bool
ct_figure_write_outputs(ct_figure *figure, ct_error **error)
{
    const GPtrArray *paths = figure->spec->outputs;
    GError *inner = NULL;

    if (paths == NULL && figure->spec->data_table == NULL) {
        error_set(&inner, ERROR_USAGE, WHERE_NONE, "no output was named");
        return error_give(error, inner);
    }
    return figure_write_all(figure, paths != NULL ? (const char *const *)paths->pdata : NULL,
                            paths != NULL ? paths->len : 0, &inner) ||
           error_give(error, inner);
}

static GBytes *
figure_render(ct_figure *figure, const char *name, GError **error)
{
    const OutputFormat *format = format_by_name(name, error);

    if (format == NULL || !figure_check_options(figure, error) ||
        !figure_draw(figure, NULL, error) || !figure_check_glyphs(figure, format, error))
        return NULL;
    return output_bytes(figure, format, error);
}

bool
ct_figure_render(ct_figure *figure, const char *format, void **ret_bytes, size_t *ret_length,
                 const ct_report **ret_report, ct_error **error)
{
    GError *inner = NULL;
    GBytes *bytes = figure_render(figure, format, &inner);

    if (bytes == NULL)
        return error_give(error, inner);
    if (ret_report != NULL)
        *ret_report = ct_figure_report(figure);
    *ret_bytes = g_bytes_unref_to_data(bytes, ret_length);
    return true;
}
