// cartouche completion SHELL: what a shell needs to complete a command line, made from the rows.
#include "cli/completion.h"
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

#define SHELLS "bash|zsh|fish"

static const struct {
    const char *name;
    void (*append)(GString *out);
} shells[] = {
    { "bash", completion_append_bash },
    { "zsh", completion_append_zsh },
    { "fish", completion_append_fish },
};

static void
append_names(GString *out, const char *kind)
{
    ct_entry *entries = ct_list(kind, NULL);

    for (guint i = 0; entries != NULL && entries[i].name != NULL; i++)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", entries[i].name);
    ct_free(entries);
}

static void
append_kinds(GString *out)
{
    g_autofree char *kinds = g_strjoinv(" ", (char **)ct_list_kinds());

    g_string_append(out, kinds);
}

char *
completion_values(const ct_option *option)
{
    GString *out = g_string_new(option->choices);
    g_autofree char *kind = g_strconcat(option->name, "s", NULL);

    g_strdelimit(out->str, "|", ' ');
    /* --theme takes what `list themes` prints, and so on. */
    if (option->choices == NULL)
        append_names(out, kind);
    return g_string_free(out, FALSE);
}

char *
completion_subjects(const Command *command)
{
    GString *out = g_string_new(NULL);

    if (command == &command_describe || command == &command_help)
        append_names(out, "charts");
    else if (command == &command_list)
        append_kinds(out);
    else if (command == &command_completion)
        g_strdelimit(g_string_append(out, SHELLS)->str, "|", ' ');
    return g_string_free(out, FALSE);
}

char *
completion_first_words(void)
{
    GString *out = g_string_new(NULL);

    append_names(out, "charts");
    for (guint i = 0; commands[i] != NULL; i++)
        g_string_append_printf(out, " %s", commands[i]->name);
    return g_string_free(out, FALSE);
}

static int
completion_run(const Arguments *arguments)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *shell;

    if (!arguments_expect(arguments, 1, 1, "completion " SHELLS))
        return CT_ERROR_USAGE;
    shell = arguments_get(arguments, 0);
    for (guint i = 0; i < G_N_ELEMENTS(shells); i++)
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].append(out);
            return message_print(out);
        }
    return message_usage("no completion for \"%s\"; there are bash, zsh and fish", shell);
}

const Command command_completion = {
    .name = "completion",
    .use = "completion " SHELLS,
    .summary = "completion for a shell",
    .hidden = TRUE,
    .run = completion_run,
};
