// cartouche list: what there is.
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

#define LIST_USE \
    "list charts|themes|palettes|ramps|theme-fields|formats|transforms|languages|rules|checks"

static int
list_run(const Arguments *arguments)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ct_error *error = NULL;
    ct_entry *entries;
    guint width = 0;

    if (!arguments_expect(arguments, 1, 1, LIST_USE))
        return CT_ERROR_USAGE;
    entries = ct_list(arguments_get(arguments, 0), &error);
    if (entries == NULL)
        return message_error(error);
    for (guint i = 0; entries[i].name != NULL; i++)
        width = MAX(width, (guint)strlen(entries[i].name));
    for (guint i = 0; entries[i].name != NULL; i++)
        g_string_append_printf(out, "%-*s  %s\n", (int)width, entries[i].name, entries[i].summary);
    ct_free(entries);
    return message_print(out);
}

const Command command_list = {
    .name = "list",
    .use = LIST_USE,
    .summary = "the names that options take",
    .run = list_run,
};
