#include "cli/completion.h"

#include <string.h>

/* Inside '…' and the [ ] of an _arguments specification. */
static void
append_quoted(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            g_string_append(out, "'\\''");
        else if (strchr("[]:\\", *text) != NULL)
            g_string_append_printf(out, "\\%c", *text);
        else
            g_string_append_c(out, *text);
    }
}

static void
append_flag(GString *out, const ct_option *option, const char *name, const char *after)
{
    g_autofree char *values = completion_values(option);

    g_string_append_printf(out, "    '%s--%s%s[", option->repeats ? "*" : "", name, after);
    append_quoted(out, option->help);
    g_string_append_c(out, ']');
    if (option->takes_value) {
        g_string_append_c(out, ':');
        append_quoted(out, option->metavar != NULL ? option->metavar : option->name);
        g_string_append_c(out, ':');
        if (option->is_file)
            g_string_append(out, "_files");
        else if (*values != '\0')
            g_string_append_printf(out, "(%s)", values);
    }
    g_string_append(out, "' \\\n");
}

/* A name of one letter is written with one dash: "--x" becomes "-x". */
static void
append_short_flag(GString *out, const ct_option *option, const char *letter)
{
    g_autoptr(GString) line = g_string_new(NULL);
    char *dashes;

    append_flag(line, option, letter, "");
    dashes = strstr(line->str, "--");
    g_string_erase(line, dashes - line->str, 1);
    g_string_append_len(out, line->str, (gssize)line->len);
}

static void
append_option(GString *out, const ct_option *option)
{
    const char *names[] = { option->name, option->alias };

    for (guint i = 0; i < G_N_ELEMENTS(names) && names[i] != NULL; i++) {
        if (strlen(names[i]) == 1)
            append_short_flag(out, option, names[i]);
        else
            append_flag(out, option, names[i], option->takes_value ? "=" : "");
    }
    if (!option->takes_value) {
        g_autofree char *negated = g_strconcat("no-", option->name, NULL);

        append_flag(out, option, negated, "");
    }
}

void
completion_append_zsh(GString *out)
{
    g_autofree char *first = completion_first_words();

    g_string_append(out, "#compdef cartouche\n"
                         "# zsh completion for cartouche, written by `cartouche completion zsh`\n"
                         "_cartouche_data() {\n"
                         "    case ${words[2]} in\n");
    for (guint i = 0; commands[i] != NULL; i++) {
        g_autofree char *subjects = completion_subjects(commands[i]);

        if (*subjects != '\0')
            g_string_append_printf(out, "    %s) compadd %s ;;\n", commands[i]->name, subjects);
    }
    g_string_append(out, "    *) _files ;;\n    esac\n}\n_arguments \\\n");
    for (const ct_option *option = ct_options(); option->name != NULL; option++)
        append_option(out, option);
    g_string_append_printf(out,
                           "    '--help[explain the program, a chart or a command]' \\\n"
                           "    '--version[print the version]' \\\n"
                           "    '1:chart or command:(%s)' \\\n"
                           "    '*:data:_cartouche_data'\n",
                           first);
}
