// cartouche man: the manual page, made from the rows of charts, commands and options.
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

/* Text as roff: nothing in it is a request or an escape, and every dash is one that can be copied.
 */
static void
append_roff(GString *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        g_string_append(out, "\\&");
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            g_string_append(out, "\\e");
        else if (*text == '-')
            g_string_append(out, "\\-");
        else if (*text == '\'')
            g_string_append(out, "\\(aq");
        else if (*text == '"')
            g_string_append(out, "\\(dq");
        else
            g_string_append_c(out, *text);
    }
}

static void
append_line(GString *out, const char *request, const char *text)
{
    g_string_append_printf(out, "%s", request);
    append_roff(out, text);
    g_string_append_c(out, '\n');
}

static void
append_item(GString *out, const char *tag, const char *text)
{
    g_string_append(out, ".TP\n");
    append_line(out, ".B ", tag);
    append_line(out, "", text);
}

static void
append_head(GString *out)
{
    g_string_append_printf(out, ".TH CARTOUCHE 1 \"\" \"cartouche %s\" \"User Commands\"\n",
                           ct_version());
    g_string_append(out, ".SH NAME\n");
    append_line(out, "", "cartouche - figures for reports: CSV in; SVG, PNG and PDF out");
    g_string_append(out, ".SH SYNOPSIS\n");
    append_line(out, ".B ", "cartouche CHART [DATA | -] [options] -o FILE [-o FILE ...]");
    for (guint i = 0; commands[i] != NULL; i++) {
        g_autofree char *use = g_strdup_printf("cartouche %s", commands[i]->use);

        g_string_append(out, ".br\n");
        append_line(out, ".B ", use);
    }
    g_string_append(out, ".SH DESCRIPTION\n");
    append_line(out, "",
                "Draws a figure from a CSV file, or from standard input when no file is named. "
                "Options and file names mix freely; --opt value and --opt=value are equal; -- ends "
                "the options; names are never shortened. Without -o, SVG goes to standard output.");
}

static void
append_charts(GString *out)
{
    ct_entry *charts = ct_list("charts", NULL);

    g_string_append(out, ".SH CHARTS\n");
    for (guint i = 0; charts[i].name != NULL; i++)
        append_item(out, charts[i].name, charts[i].summary);
    ct_free(charts);
}

static void
append_commands(GString *out)
{
    g_string_append(out, ".SH COMMANDS\n");
    for (guint i = 0; commands[i] != NULL; i++)
        append_item(out, commands[i]->name, commands[i]->summary);
}

static void
append_options(GString *out)
{
    const char *group = NULL;

    g_string_append(out, ".SH OPTIONS\n");
    for (const ct_option *option = ct_options(); option->name != NULL; option++) {
        g_autofree char *flag = help_flag(option);
        g_autofree char *text = help_option_text(option);

        if (group == NULL || strcmp(group, option->group) != 0)
            append_line(out, ".SS ", option->group);
        group = option->group;
        append_item(out, flag, text);
    }
}

static void
append_tail(GString *out)
{
    static const char *const statuses[][2] = {
        { "0", "Done." },
        { "1", "An input is missing, unreadable or cannot be drawn." },
        { "2", "Usage: an unknown option, chart, column, value or extension; an output equal to an "
               "input." },
        { "3", "An output could not be written." },
        { "4", "A limit was reached; the message names the option." },
        { "128+n", "Signal n." },
    };

    g_string_append(out, ".SH EXIT STATUS\n");
    for (guint i = 0; i < G_N_ELEMENTS(statuses); i++)
        append_item(out, statuses[i][0], statuses[i][1]);
    g_string_append(out, ".SH MESSAGES\n");
    append_line(
        out, "",
        "One line each on standard error: cartouche: [FILE:LINE[:FIELD]: ]error, warning or "
        "note: TEXT. Lines are those of the file; fields count from 1.");
    g_string_append(out, ".SH EXAMPLE\n");
    append_line(out, "", HELP_EXAMPLE);
}

static int
man_run(const Arguments *arguments)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (!arguments_expect(arguments, 0, 0, "man"))
        return CT_ERROR_USAGE;
    append_head(out);
    append_charts(out);
    append_commands(out);
    append_options(out);
    append_tail(out);
    return message_print(out);
}

const Command command_man = {
    .name = "man",
    .use = "man",
    .summary = "the manual page, as roff",
    .hidden = TRUE,
    .run = man_run,
};
