// cartouche --help, cartouche help [CHART | COMMAND].
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

#define COLUMN 16

static void
append_charts(GString *out)
{
    ct_entry *charts = ct_list("charts", NULL);

    g_string_append(out, "Charts\n");
    for (guint i = 0; charts[i].name != NULL; i++)
        help_append_row(out, 2, charts[i].name, COLUMN, charts[i].summary);
    ct_free(charts);
}

static void
append_commands(GString *out)
{
    g_string_append(out, "Commands\n");
    for (guint i = 0; commands[i] != NULL; i++)
        if (!commands[i]->hidden)
            help_append_row(out, 2, commands[i]->use, COLUMN, commands[i]->summary);
}

/* A line a group, with the names alone. */
static void
append_groups(GString *out)
{
    const ct_option *option = ct_options();

    g_string_append(out, "Options (cartouche CHART --help explains them)\n");
    while (option->name != NULL) {
        const char *group = option->group;
        g_autoptr(GString) names = g_string_new(NULL);

        for (; option->name != NULL && strcmp(option->group, group) == 0; option++)
            g_string_append_printf(names, "%s%s%s", names->len > 0 ? " " : "",
                                   strlen(option->name) == 1 ? "-" : "--", option->name);
        help_append_row(out, 2, group, COLUMN + 4, names->str);
    }
}

int
help_program(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    g_string_append_printf(out,
                           "cartouche %s: figures for reports; CSV in, SVG, PNG and PDF out\n\n"
                           "  cartouche CHART [DATA.csv… | -] [options] -o FILE [-o FILE …]\n\n",
                           ct_version());
    append_charts(out);
    g_string_append_c(out, '\n');
    append_commands(out);
    g_string_append_c(out, '\n');
    append_groups(out);
    g_string_append(out, "\nExample\n  " HELP_EXAMPLE "\n");
    return message_print(out);
}

int
help_command(const Command *command)
{
    g_autoptr(GString) out = g_string_new(NULL);

    g_string_append_printf(out, "%s: %s\n\n  cartouche %s\n", command->name, command->summary,
                           command->use);
    if (command == &command_inspect) {
        g_string_append_c(out, '\n');
        help_append_options(out, NULL);
    } else if (command == &command_batch) {
        g_string_append(out,
                        "\nEach [group] of a manifest is a figure; its keys are chart, data and "
                        "output, and the long flags\nwithout their dashes, which repeat where "
                        "the flag repeats; switches are x = on or off. [defaults]\ngo to all "
                        "groups, include = FILE before the first group brings in another file. "
                        "Paths begin in\nthe folder of the file that says them. Other options "
                        "given here go to all figures.\n\n");
        help_append_group(out, ct_option_find("jobs")->group);
    }
    return message_print(out);
}

static int
help_run(const Arguments *arguments)
{
    const Command *command;
    const char *word;

    if (!arguments_expect(arguments, 0, 1, "help [CHART | COMMAND]"))
        return CT_ERROR_USAGE;
    if (arguments_count(arguments) == 0)
        return help_program();
    word = arguments_get(arguments, 0);
    command = command_find(word);
    if (command != NULL)
        return help_command(command);
    return command_is_chart(word) ? describe_chart(word) : command_unknown(word);
}

const Command command_help = {
    .name = "help",
    .use = "help [CHART | COMMAND]",
    .summary = "this page, or one about a chart or command",
    .run = help_run,
};
