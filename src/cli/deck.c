// cartouche deck FIGURE|MANIFEST… -o FILE.pptx: several figures in one file.
#include "cli/batch_run.h"
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

static int
deck_add_file(ct_deck *deck, const char *file)
{
    ct_error *error = NULL;

    return ct_deck_add(deck, file, &error) ? 0 : message_error(error);
}

/* What it remarks and why it fails is said with the name of its group, as its batch would. */
static int
deck_add_planned(ct_deck *deck, ct_batch *batch, unsigned index)
{
    ct_figure *figure = ct_batch_figure(batch, index);
    ct_error *error = NULL;
    bool added = ct_deck_add_figure(deck, figure, &error);
    ct_result result = ct_batch_planned(batch, index);
    int status;

    for (unsigned i = 0; i < ct_report_length(result.report); i++)
        message_remark(result.report, i, result.name);
    if (added)
        return 0;
    status = (int)ct_error_get_code(error);
    result.error = error;
    message_failed(&result);
    ct_error_free(error);
    return status;
}

static void
deck_draw_ahead(ct_deck *deck, ct_batch *batch)
{
    unsigned n = ct_batch_length(batch);
    g_autofree ct_figure **figures = g_new(ct_figure *, n + 1);

    for (unsigned i = 0; i < n; i++)
        figures[i] = ct_batch_figure(batch, i);
    ct_deck_draw_ahead(deck, figures, n, 0);
}

/* All figures of a manifest, in its order, as its batch would draw them; its outputs stay as they
 * are. The batch has to live until the deck is written. */
static int
deck_add_manifest(ct_deck *deck, ct_batch *batch, const char *manifest)
{
    int status;

    ct_batch_add_manifest(batch, manifest);
    status = batch_plan(batch);
    if (status != 0)
        return status;
    deck_draw_ahead(deck, batch);
    for (unsigned i = 0; i < ct_batch_length(batch); i++) {
        int one = deck_add_planned(deck, batch, i);

        status = status != 0 ? status : one;
    }
    return status;
}

static void
batch_drop(gpointer batch)
{
    ct_batch_free(batch);
}

/* Every figure that cannot be taken is named, not only the first. */
static int
deck_add_all(ct_deck *deck, const Arguments *arguments, GPtrArray *batches)
{
    int status = 0;

    for (guint i = 0; i < arguments_count(arguments); i++) {
        const char *file = arguments_get(arguments, i);
        int one;

        if (g_str_has_suffix(file, ".ini")) {
            ct_batch *batch = ct_batch_new();

            g_ptr_array_add(batches, batch);
            one = deck_add_manifest(deck, batch, file);
        } else {
            one = deck_add_file(deck, file);
        }
        status = status != 0 ? status : one;
    }
    return status;
}

static int
deck_run(const Arguments *arguments)
{
    const char *output = NULL, *title = NULL;
    ct_error *error = NULL;
    g_autoptr(GPtrArray) batches = g_ptr_array_new_with_free_func(batch_drop);
    ct_deck *deck;
    int status;

    if (!deck_options(arguments, &output, &title))
        return CT_ERROR_USAGE;
    deck = ct_deck_new(output, title, &error);
    if (deck == NULL)
        return message_error(error);
    status = deck_add_all(deck, arguments, batches);
    if (status == 0 && !ct_deck_write(deck, &error))
        status = message_error(error);
    message_report(ct_deck_report(deck), FALSE);
    ct_deck_free(deck);
    return status;
}

const Command command_deck = {
    .name = "deck",
    .use = "deck FIGURE|MANIFEST… -o FILE.pptx|FILE.pdf [--title TEXT]",
    .summary =
        "several figures in one file. FILE.pptx: slides for PowerPoint and Impress, one a figure "
        "(SVG with a PNG beside it, or PNG), with titles and descriptions; with --title a first "
        "slide that shows it. FILE.pdf: pages as large as their figures, with bookmarks. "
        "MANIFEST.ini: all figures of a batch, drawn for the deck",
    .run = deck_run,
};
