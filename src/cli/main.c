// cartouche: figures for reports from CSV. A user of the public header like any other program.
#include "cli/command.h"
#include "cli/message.h"
#include "cli/timing.h"

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

gboolean
command_is_chart(const char *name)
{
    ct_chart *chart = ct_describe(name, NULL);

    ct_free(chart);
    return chart != NULL;
}

static gboolean
looks_like_file(const char *word)
{
    return strchr(word, '.') != NULL || strchr(word, G_DIR_SEPARATOR) != NULL ||
           strcmp(word, "-") == 0;
}

/* Charts first, then commands; borrowed from static rows. */
static GPtrArray *
first_words(guint *ret_n_charts)
{
    GPtrArray *names = g_ptr_array_new();
    ct_entry *charts = ct_list("charts", NULL);

    for (guint i = 0; charts[i].name != NULL; i++)
        g_ptr_array_add(names, (gpointer)charts[i].name);
    *ret_n_charts = names->len;
    for (guint i = 0; commands[i] != NULL; i++)
        if (!commands[i]->hidden)
            g_ptr_array_add(names, (gpointer)commands[i]->name);
    g_ptr_array_add(names, NULL);
    ct_free(charts);
    return names;
}

int
command_unknown(const char *word)
{
    guint n_charts;
    g_autoptr(GPtrArray) names = first_words(&n_charts);
    char *near = ct_suggest(word, (const char *const *)names->pdata);
    int status;

    if (*near == '\0' && looks_like_file(word)) {
        g_autofree char *charts = NULL;

        names->pdata[n_charts] = NULL;
        charts = g_strjoinv(", ", (char **)names->pdata);
        status =
            message_usage("name the chart first: cartouche CHART %s; charts are %s", word, charts);
    } else {
        status = message_usage("no chart or command is called \"%s\"%s", word,
                               *near != '\0' ? near : "; cartouche --help lists them");
    }
    ct_free(near);
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
    if (!command_is_chart(word))
        return command_unknown(word);
    return arguments->help ? describe_chart(word) : render_run(arguments, word);
}

int
main(int argc, char **argv)
{
    g_auto(Arguments) arguments = { .operands = NULL };

    timing_start();
    ct_process_prepare();
    if (!arguments_parse(argc, argv, &arguments))
        return CT_ERROR_USAGE;
    return run(&arguments);
}
