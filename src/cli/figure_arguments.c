#include "cli/figure_arguments.h"

#include "cli/message.h"

#include <string.h>
#include <unistd.h>

static gboolean
figure_set_options(ct_figure *figure, const Arguments *arguments)
{
    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);
        ct_error *error = NULL;

        if (!ct_figure_set(figure, given->option->name, given->value, &error)) {
            message_error(error);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
figure_set_file(ct_figure *figure, const Arguments *arguments)
{
    guint n = arguments_count(arguments);
    const char *file = n > 0 ? arguments_get(arguments, 0) : "-";
    ct_error *error = NULL;

    if (n > 1)
        return message_usage(
                   "one figure is drawn from one file, and %u were given: \"%s\", \"%s\"%s", n,
                   file, arguments_get(arguments, 1), n > 2 ? " …" : "") == 0;
    if (strcmp(file, "-") == 0 && isatty(STDIN_FILENO))
        return message_usage("no data: name a CSV file, or pipe one in") == 0;
    if (ct_figure_set_data(figure, file, &error))
        return TRUE;
    message_error(error);
    return FALSE;
}

ct_figure *
figure_from_arguments(const Arguments *arguments, const char *chart)
{
    ct_error *error = NULL;
    ct_figure *figure = ct_figure_new(chart, &error);

    if (figure == NULL) {
        message_error(error);
        return NULL;
    }
    if (figure_set_options(figure, arguments) && figure_set_file(figure, arguments))
        return figure;
    ct_figure_free(figure);
    return NULL;
}
