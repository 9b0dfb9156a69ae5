// cartouche describe CHART: channels, options and an example of a chart.
#include "cli/command.h"
#include "cli/message.h"

static void
append_channels(GString *out, const ct_chart *chart)
{
    g_string_append(out, "Channels\n");
    for (const ct_channel *channel = chart->channels; channel->name != NULL; channel++) {
        const ct_option *option = ct_option_find(channel->name);
        g_autofree char *flag = help_flag(option);
        g_autofree char *text = g_strdup_printf("%s: %s%s", channel->accepts, channel->help,
                                                channel->required ? " (needed)" : "");

        help_append_row(out, 4, flag, 30, text);
    }
}

static void
append_example(GString *out, const ct_chart *chart, const char *title, const char *example)
{
    if (example != NULL)
        g_string_append_printf(out, "%s\n    cartouche %s %s -o %s.svg\n\n", title, chart->name,
                               example, chart->name);
}

int
describe_chart(const char *name)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ct_error *error = NULL;
    ct_chart *chart = ct_describe(name, &error);
    int status;

    if (chart == NULL)
        return message_error(error);
    g_string_append_printf(out, "%s: %s\n\n", chart->name, chart->summary);
    g_string_append_printf(out, "  cartouche %s [DATA.csv | -] [options] -o FILE\n\n", chart->name);
    append_example(out, chart, "Example", chart->example);
    append_example(out, chart, "A table with years as headings", chart->wide_example);
    append_channels(out, chart);
    g_string_append_c(out, '\n');
    help_append_options(out, name);
    status = message_print(out);
    ct_free(chart);
    return status;
}

static int
describe_run(const Arguments *arguments)
{
    if (!arguments_expect(arguments, 1, 1, "describe CHART"))
        return CT_ERROR_USAGE;
    return describe_chart(arguments_get(arguments, 0));
}

const Command command_describe = {
    .name = "describe",
    .use = "describe CHART",
    .summary = "what a chart needs, its options and an example (also: CHART --help)",
    .run = describe_run,
};
