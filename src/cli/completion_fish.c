#include "cli/completion.h"

#include <string.h>

/* Inside '…' of fish. */
static char *
quoted(const char *text)
{
    GString *out = g_string_new("'");

    for (; *text != '\0'; text++) {
        if (*text == '\'' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '\'');
    return g_string_free(out, FALSE);
}

static void
append_name(GString *out, const char *name)
{
    g_string_append_printf(out, " -%c %s", strlen(name) == 1 ? 's' : 'l', name);
}

static void
append_option(GString *out, const ct_option *option)
{
    g_autofree char *values = completion_values(option);
    g_autofree char *help = quoted(option->help);
    g_autofree char *words = quoted(values);

    g_string_append(out, "complete -c cartouche");
    append_name(out, option->name);
    if (option->alias != NULL)
        append_name(out, option->alias);
    if (option->is_file)
        g_string_append(out, " -r -F");
    else if (option->takes_value)
        g_string_append(out, " -x");
    if (option->takes_value && *values != '\0')
        g_string_append_printf(out, " -a %s", words);
    g_string_append_printf(out, " -d %s\n", help);
    if (!option->takes_value)
        g_string_append_printf(out, "complete -c cartouche -l no-%s\n", option->name);
}

static void
append_word(GString *out, const char *word, const char *summary)
{
    g_autofree char *text = quoted(summary);

    g_string_append_printf(out, "complete -c cartouche -n __fish_use_subcommand -f -a %s -d %s\n",
                           word, text);
}

void
completion_append_fish(GString *out)
{
    ct_entry *charts = ct_list("charts", NULL);

    g_string_append(out,
                    "# fish completion for cartouche, written by `cartouche completion fish`\n");
    for (guint i = 0; charts[i].name != NULL; i++)
        append_word(out, charts[i].name, charts[i].summary);
    ct_free(charts);
    for (guint i = 0; commands[i] != NULL; i++) {
        g_autofree char *subjects = completion_subjects(commands[i]);

        append_word(out, commands[i]->name, commands[i]->summary);
        if (*subjects != '\0')
            g_string_append_printf(
                out, "complete -c cartouche -n '__fish_seen_subcommand_from %s' -f -a '%s'\n",
                commands[i]->name, subjects);
    }
    for (const ct_option *option = ct_options(); option->name != NULL; option++)
        append_option(out, option);
    g_string_append(out, "complete -c cartouche -l help -d 'explain the program, a chart or a "
                         "command'\n"
                         "complete -c cartouche -l version -d 'print the version'\n");
}
