// cartouche: figures for reports from CSV. A user of the public header like any other program.
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

const Command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cli/command_table.inc"
#undef COMMAND
    NULL,
};

const Command *
command_find(const char *name)
{
    for (guint i = 0; commands[i] != NULL; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static gboolean
is_chart(const char *name)
{
    ct_chart *chart = ct_describe(name, NULL);

    ct_free(chart);
    return chart != NULL;
}

static int
unknown_word(const char *word)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    ct_entry *charts = ct_list("charts", NULL);
    char *near;
    int status;

    for (guint i = 0; charts[i].name != NULL; i++)
        g_ptr_array_add(names, (gpointer)charts[i].name);
    for (guint i = 0; commands[i] != NULL; i++)
        if (!commands[i]->hidden)
            g_ptr_array_add(names, (gpointer)commands[i]->name);
    g_ptr_array_add(names, NULL);
    near = ct_suggest(word, (const char *const *)names->pdata);
    if (strchr(word, '.') != NULL || strchr(word, G_DIR_SEPARATOR) != NULL ||
        strcmp(word, "-") == 0)
        status = message_usage("the chart is missing: cartouche %s %s …", charts[0].name, word);
    else
        status = message_usage("no chart or command is called \"%s\"%s", word,
                               *near != '\0' ? near : "; cartouche --help lists them");
    ct_free(near);
    ct_free(charts);
    return status;
}

static int
run(const Arguments *arguments)
{
    const char *word;
    const Command *command;

    if (arguments->version)
        return command_version.run(arguments);
    if (arguments->operands->len == 0)
        return arguments->help
                   ? help_program()
                   : message_usage("say what to draw: cartouche CHART DATA.csv -o FILE; "
                                   "cartouche --help tells more");
    word = g_ptr_array_index(arguments->operands, 0);
    command = command_find(word);
    if (command != NULL)
        return arguments->help ? help_command(command) : command->run(arguments);
    if (!is_chart(word))
        return unknown_word(word);
    return arguments->help ? describe_chart(word) : render_run(arguments, word);
}

int
main(int argc, char **argv)
{
    g_auto(Arguments) arguments = { .operands = NULL };

    ct_process_prepare();
    if (!arguments_parse(argc, argv, &arguments))
        return CT_ERROR_USAGE;
    return run(&arguments);
}
