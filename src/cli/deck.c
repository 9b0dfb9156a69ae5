// cartouche deck FIGURE… -o FILE.pptx: several figures in one file.
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

/* The value of an option that may be given once. FALSE after a message. */
static gboolean
deck_take(const GivenOption *given, const char **value)
{
    if (*value != NULL)
        return message_usage("deck takes %s once", given->flag) == 0;
    *value = given->value;
    return TRUE;
}

static gboolean
deck_options(const Arguments *arguments, const char **ret_output, const char **ret_title)
{
    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);
        gboolean is_output = strcmp(given->option->name, "output") == 0;

        if (!is_output && strcmp(given->option->name, "title") != 0)
            return message_usage("deck takes no %s, only -o and --title", given->flag) == 0;
        if (!deck_take(given, is_output ? ret_output : ret_title))
            return FALSE;
    }
    if (arguments_count(arguments) == 0)
        return message_usage("deck needs to know of what: cartouche %s", command_deck.use) == 0;
    if (*ret_output == NULL)
        return message_usage("no output: name one with -o FILE.pptx or -o FILE.pdf") == 0;
    return TRUE;
}

/* Every figure that cannot be taken is named, not only the first. */
static int
deck_add_all(ct_deck *deck, const Arguments *arguments)
{
    int status = 0;

    for (guint i = 0; i < arguments_count(arguments); i++) {
        ct_error *error = NULL;

        if (!ct_deck_add(deck, arguments_get(arguments, i), &error)) {
            int one = message_error(error);

            status = status != 0 ? status : one;
        }
    }
    return status;
}

static int
deck_run(const Arguments *arguments)
{
    const char *output = NULL, *title = NULL;
    ct_error *error = NULL;
    ct_deck *deck;
    int status;

    if (!deck_options(arguments, &output, &title))
        return CT_ERROR_USAGE;
    deck = ct_deck_new(output, title, &error);
    if (deck == NULL)
        return message_error(error);
    status = deck_add_all(deck, arguments);
    if (status == 0 && !ct_deck_write(deck, &error))
        status = message_error(error);
    message_report(ct_deck_report(deck), FALSE);
    ct_deck_free(deck);
    return status;
}

const Command command_deck = {
    .name = "deck",
    .use = "deck FIGURE… -o FILE.pptx|FILE.pdf [--title TEXT]",
    .summary =
        "several figures in one file. FILE.pptx: slides for PowerPoint and Impress, one a figure "
        "(SVG with a PNG beside it, or PNG), with titles and descriptions; with --title a first "
        "slide that shows it. FILE.pdf: pages as large as their figures, with bookmarks",
    .run = deck_run,
};
