// What a figure says about itself: the command that draws it again, and a hash of all that it was
// made from.
#include "figure/figure.h"

#include "plot/option_text.h"

#include <string.h>

/* Raised by hand whenever the same input gives other bytes; a test watches the golden files. */
#define RENDER_REVISION 3

/* Names of files are bytes: what is no text, or would break the line, cannot be said in a file.
 * Takes the text. */
static char *
command_clean(char *text)
{
    char *clean = g_utf8_make_valid(text, -1);

    for (char *p = clean; *p != '\0'; p++)
        if ((guchar)*p < ' ' || *p == 0x7f)
            *p = ' ';
    g_free(text);
    return clean;
}

char *
figure_command(const Figure *figure)
{
    GString *out = g_string_new("cartouche ");
    g_autofree char *name = figure->data != NULL ? g_path_get_basename(figure->data) : NULL;

    g_string_append(out, figure->chart->name);
    g_string_append_c(out, ' ');
    option_append_word(out, name != NULL && strcmp(figure->data, "-") != 0 ? name : "-");
    option_append_given(figure->spec, out);
    return command_clean(g_string_free(out, FALSE));
}

/* FALSE without an error: a pipe, which can be read but once. */
static gboolean
hash_file(GChecksum *hash, const char *path, GError **error)
{
    g_autoptr(GError) inner = NULL;
    g_autoptr(GMappedFile) file = NULL;
    g_autofree char *length = NULL;

    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    file = g_mapped_file_new(path, FALSE, &inner);
    if (file == NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = path }, "the file cannot be read again: %s",
                  inner->message);
        return FALSE;
    }
    length = g_strdup_printf("\n%" G_GSIZE_FORMAT "\n", g_mapped_file_get_length(file));
    g_checksum_update(hash, (const guchar *)length, (gssize)strlen(length));
    if (g_mapped_file_get_length(file) > 0)
        g_checksum_update(hash, (const guchar *)g_mapped_file_get_contents(file),
                          (gssize)g_mapped_file_get_length(file));
    return TRUE;
}

static gboolean
hash_inputs(GChecksum *hash, const Figure *figure, GError **error)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);

    if (figure->bytes != NULL) {
        gsize length;
        const guchar *bytes = g_bytes_get_data(figure->bytes, &length);

        g_checksum_update(hash, bytes, (gssize)length);
    }
    for (guint i = 0; i < inputs->len; i++) {
        if (strcmp(inputs->pdata[i], "-") == 0) {
            if (figure->stdin_hash != NULL)
                g_checksum_update(hash, (const guchar *)figure->stdin_hash, -1);
        } else if (!hash_file(hash, inputs->pdata[i], error)) {
            return FALSE;
        }
    }
    return TRUE;
}

char *
figure_hash(const Figure *figure, GError **error)
{
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *command = figure_command(figure);
    g_autofree char *head =
        g_strdup_printf("cartouche revision %d\n%s\n", RENDER_REVISION, command);

    g_checksum_update(hash, (const guchar *)head, -1);
    return hash_inputs(hash, figure, error) ? g_strdup(g_checksum_get_string(hash)) : NULL;
}
