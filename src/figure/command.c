// What a figure says about itself: the command that draws it again, and a hash of all that it was
// made from.
#include "figure/figure_work.h"
#include "io/file_digest.h"
#include "plot/option_text.h"

#include <string.h>

/* Raised by hand whenever the same input gives other bytes; a test watches the golden files. */
#define RENDER_REVISION 6

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

static void
hash_add(GChecksum *hash, const char *text)
{
    g_checksum_update(hash, (const guchar *)text, -1);
    g_checksum_update(hash, (const guchar *)"\n", 1);
}

static void
hash_bytes(GChecksum *hash, GBytes *bytes)
{
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

    hash_add(hash, digest);
}

/* drawn: the data as they were read count, not as they are now. FALSE without an error: a pipe,
 * which can be read but once. */
static gboolean
hash_input(GChecksum *hash, const Figure *figure, const char *path, gboolean drawn, GError **error)
{
    g_autofree char *digest = NULL;

    if (strcmp(path, "-") == 0 || (drawn && path == figure->data && figure->data_hash != NULL)) {
        hash_add(hash, figure->data_hash != NULL ? figure->data_hash : "");
        return TRUE;
    }
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    digest = file_digest(figure->spec->shelf, path, error);
    if (digest != NULL)
        hash_add(hash, digest);
    return digest != NULL;
}

static char *
hash_of(const Figure *figure, gboolean drawn, GError **error)
{
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);
    g_autofree char *command = figure_command(figure);
    g_autofree char *head = g_strdup_printf("cartouche revision %d", RENDER_REVISION);

    hash_add(hash, head);
    hash_add(hash, command);
    if (figure->bytes != NULL)
        hash_bytes(hash, figure->bytes);
    for (guint i = 0; i < inputs->len; i++)
        if (!hash_input(hash, figure, inputs->pdata[i], drawn, error))
            return NULL;
    return g_strdup(g_checksum_get_string(hash));
}

char *
figure_hash(const Figure *figure, GError **error)
{
    return hash_of(figure, FALSE, error);
}

void
figure_take_hash(Figure *figure)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);

    g_clear_pointer(&figure->hash, g_free);
    for (guint i = 0; i < inputs->len; i++)
        if (strcmp(inputs->pdata[i], "-") == 0)
            return;
    if (figure->spec->metadata)
        figure->hash = hash_of(figure, TRUE, NULL);
}
