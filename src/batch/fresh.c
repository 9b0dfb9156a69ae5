#include "batch/fresh.h"

#include "backend/output_format.h"
#include "figure/shown.h"

#include <string.h>

/* What a figure's files have to say of themselves. */
typedef struct {
    const Figure *figure;
    char *command;
    char *hash; /* NULL: computed when the first file is there */
} Wanted;

static void
wanted_clear(Wanted *wanted)
{
    g_free(wanted->command);
    g_free(wanted->hash);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Wanted, wanted_clear)

/* "trade.csv, names.csv or the program". */
static char *
inputs_text(const Figure *figure)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < inputs->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", (char *)inputs->pdata[i]);
    g_string_append(text, text->len > 0 ? " or the program" : "the program");
    return g_string_free(text, FALSE);
}

static char *
why_no_hash(Wanted *wanted)
{
    g_autoptr(GError) error = NULL;

    if (wanted->hash != NULL)
        return NULL;
    wanted->hash = figure_hash(wanted->figure, &error);
    if (error != NULL)
        return g_strdup_printf("%s cannot be read", error_where(error).file);
    return wanted->hash == NULL ? g_strdup("its data come from a pipe") : NULL;
}

static const OutputFormat *
format_of(const char *path, const Spec *spec)
{
    const OutputFormat *format = output_format_for_path(path);

    return format != NULL ? format : output_format_find(spec->format);
}

/* Behind the digits of the hash stand those of the fonts. */
static char *
why_fonts(const Figure *figure, const char *path, const char *digits)
{
    g_autofree char *fonts = NULL;

    if (!figure_fonts(figure, format_of(path, figure->spec), &fonts, NULL))
        return g_strdup_printf("the fonts of %s cannot be told", path);
    return strcmp(fonts, digits) == 0
               ? NULL
               : g_strdup_printf("the fonts changed since %s was drawn", path);
}

static char *
why_file(Wanted *wanted, const char *path)
{
    const Figure *figure = wanted->figure;
    g_auto(Shown) shown = { .command = NULL };
    g_autofree char *inputs = NULL;
    char *why;

    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return strcmp(path, "-") == 0 ? g_strdup("it goes to standard output")
                                      : g_strdup_printf("%s is not there", path);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return g_strdup_printf("%s is no file", path);
    if (!shown_read(path, &shown, NULL) || shown.hash == NULL ||
        /* A file under the name of another format would not be seen by its hash. */
        strcmp(shown.format, format_of(path, figure->spec)->name) != 0)
        return g_strdup_printf("%s does not say what it was drawn from", path);
    if (strcmp(shown.command, wanted->command) != 0)
        return g_strdup_printf("%s was drawn with other options", path);
    why = why_no_hash(wanted);
    if (why != NULL)
        return why;
    if (g_str_has_prefix(shown.hash, wanted->hash))
        return why_fonts(figure, path, shown.hash + strlen(wanted->hash));
    inputs = inputs_text(figure);
    return g_strdup_printf("%s changed since %s was drawn", inputs, path);
}

static gboolean
reads_stdin(const Figure *figure)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);

    for (guint i = 0; i < inputs->len; i++)
        if (strcmp(inputs->pdata[i], "-") == 0)
            return TRUE;
    return FALSE;
}

static char *
why_table(Figure *figure)
{
    const char *path = figure->spec->data_table;
    g_autofree char *there = NULL;
    g_autoptr(GBytes) wanted = NULL;
    gsize length;
    gboolean same;

    if (path == NULL)
        return NULL;
    wanted = figure_table_bytes(figure, NULL);
    figure_forget(figure);
    same = wanted != NULL && g_file_get_contents(path, &there, &length, NULL) &&
           length == g_bytes_get_size(wanted) &&
           memcmp(there, g_bytes_get_data(wanted, NULL), length) == 0;
    return same ? NULL : g_strdup_printf("%s is not what was written", path);
}

char *
fresh_why(Figure *figure)
{
    const GPtrArray *outputs = figure->spec->outputs;
    const char *table = figure->spec->data_table;
    g_auto(Wanted) wanted = { .figure = figure };

    if (outputs == NULL)
        return g_strdup("a table does not say what it was made from");
    if (!figure->spec->metadata)
        return g_strdup("without --metadata it does not say what it was drawn from");
    if (reads_stdin(figure))
        return g_strdup("its data come from standard input");
    if (table != NULL && !g_file_test(table, G_FILE_TEST_IS_REGULAR))
        return g_strdup_printf("%s is not there", table);
    wanted.command = figure_command(figure);
    for (guint i = 0; i < outputs->len; i++) {
        char *why = why_file(&wanted, outputs->pdata[i]);

        if (why != NULL)
            return why;
    }
    return why_table(figure);
}
