#include "figure/output_plan.h"

#include "io/atomic_file.h"

#include <string.h>

#define MAX_QUOTED 200

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

const OutputFormat *
output_format_by_name(const char *name, GError **error)
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
format_for(const Figure *figure, const char *path, GError **error)
{
    const OutputFormat *format = output_format_for_path(path);

    if (format != NULL)
        return format;
    if (figure->spec->format != NULL)
        return output_format_by_name(figure->spec->format, error);
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
output_check(const Figure *figure, const GArray *outputs, const char *path, GError **error)
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
output_plan(const Figure *figure, GArray *outputs, const char *path, GError **error)
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
output_plan_table(const Figure *figure, GArray *outputs, GError **error)
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
check_format_is_used(const Figure *figure, const GArray *outputs, GError **error)
{
    const char *name = figure->spec->format;
    const OutputFormat *format;

    if (name == NULL)
        return TRUE;
    format = output_format_by_name(name, error);
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

gboolean
outputs_check_folders(const Figure *figure, const GArray *outputs, GError **error)
{
    for (guint i = 0; i < outputs->len && !figure->spec->mkdir; i++)
        if (!check_folder(g_array_index(outputs, Output, i).path, error))
            return FALSE;
    return TRUE;
}

GArray *
outputs_plan(const Figure *figure, const char *const *paths, guint n, GError **error)
{
    g_autoptr(GArray) outputs = outputs_new();

    for (guint i = 0; i < n; i++)
        if (!output_plan(figure, outputs, paths[i], error))
            return NULL;
    if (!output_plan_table(figure, outputs, error) || !figure_check_options(figure, error) ||
        !check_format_is_used(figure, outputs, error))
        return NULL;
    return g_steal_pointer(&outputs);
}

GArray *
outputs_plan_own(const Figure *figure, GError **error)
{
    const GPtrArray *paths = figure->spec->outputs;

    if (paths == NULL && figure->spec->data_table == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "no output was named");
        return NULL;
    }
    return outputs_plan(figure, paths != NULL ? (const char *const *)paths->pdata : NULL,
                        paths != NULL ? paths->len : 0, error);
}

gboolean
figure_check_outputs(const Figure *figure, GError **error)
{
    g_autoptr(GArray) outputs = outputs_plan_own(figure, error);

    return outputs != NULL;
}
