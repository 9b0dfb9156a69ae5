// cartouche show: how a figure was made, from the figure itself.
#include "cli/command.h"
#include "cli/message.h"

static int
show_one(const char *file, gboolean several, GString *out)
{
    g_auto(GStrv) pages = NULL, hashes = NULL;
    char *command, *hash;
    ct_error *error = NULL;

    if (!ct_show(file, &command, &hash, &error))
        return message_error(error);
    if (several)
        g_string_append_printf(out, "file=%s\n", file);
    /* A line each of a PDF's pages. */
    pages = g_strsplit(command, "\n", -1);
    hashes = g_strsplit(hash != NULL ? hash : "", "\n", -1);
    for (guint i = 0; pages[i] != NULL; i++) {
        g_string_append_printf(out, "command=%s\n", pages[i]);
        if (i < g_strv_length(hashes) && *hashes[i] != '\0')
            g_string_append_printf(out, "hash=%s\n", hashes[i]);
    }
    ct_free(command);
    ct_free(hash);
    return 0;
}

static int
show_run(const Arguments *arguments)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint n = arguments_count(arguments);
    int status = 0, printed;

    if (!arguments_expect(arguments, 1, G_MAXINT, "show FIGURE…"))
        return CT_ERROR_USAGE;
    for (guint i = 0; i < n; i++) {
        int one = show_one(arguments_get(arguments, i), n > 1, out);

        status = status != 0 ? status : one;
    }
    printed = message_print(out);
    return status != 0 ? status : printed;
}

const Command command_show = {
    .name = "show",
    .use = "show FIGURE…",
    .summary = "how a figure was made: its command and the hash of its data (and 16 digits of its "
               "fonts), from SVG, PNG or PDF",
    .run = show_run,
};
